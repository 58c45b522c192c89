import Diagnostics
import Disclosure
import Reading
import Survey
import TestSupport
import Testing

struct BaseRuleTests {
    @Test func theStandardPolicyJudgesBasesAsTheVectorsSay() throws {
        let standard = try policy("standard")
        let words: [PublishedTable.Showing: String] = [
            .withheld: "withhold-row", .noPercentage: "no-percentage", .caution: "show-with-caution",
            .shown: "show",
        ]
        var judged = 0
        for (base, verdict) in try vectors("baseRule", "n", "proposed") {
            #expect(words[standard.showing(base: try #require(Int(base)))] == verdict, "a base of \(base)")
            judged += 1
        }
        #expect(judged == 9)
    }

    @Test func smallCountsAreProtectedAsTheVectorsSay() throws {
        for (rule, threshold) in [("under5", "5"), ("NHS1to7", "8"), ("under10", "10")] {
            let changed = try policy("standard", ["protectWhole": threshold, "protectGroups": threshold])
            for (count, verdict) in try vectors("primaryCount", "count", rule) where count != "0" {
                let isProtected = changed.protects(
                    count: try #require(Int(count)), polarity: .neutral, base: 500, isGroup: false)
                #expect("\(isProtected)" == verdict, "\(count) under \(rule)")
            }
        }
    }

    @Test(arguments: [
        (9, PublishedTable.Showing.withheld, Base.withheld), (10, .noPercentage, .exact(10)),
        (29, .noPercentage, .exact(29)), (30, .caution, .exact(30)), (49, .caution, .exact(49)),
        (50, .shown, .exact(50)),
    ]) func aRowIsShownAsItsBaseAllows(replies: Int, showing: PublishedTable.Showing, base: Base) throws {
        let exact = try published(Row([replies, 0, 0, 0, 0]), by: policy("standard"))
        #expect(exact.showing == showing)
        #expect(exact.base == base)
        if showing == .withheld || showing == .noPercentage {
            #expect(exact.cells.isEmpty)
            #expect(exact.measure == nil)
            #expect(exact.outside.isEmpty)
        }
    }

    @Test(arguments: [
        (0, Scale.Polarity.negative, 49, true), (0, .negative, 50, false), (0, .positive, 500, true),
        (0, .neutral, 500, true), (1, .negative, 500, true), (2, .negative, 500, true),
        (3, .negative, 500, false),
    ]) func zerosAndSmallCountsOfTheWholeSample(
        count: Int, polarity: Scale.Polarity, base: Int, isProtected: Bool
    ) throws {
        let standard = try policy("standard")
        #expect(
            standard.protects(count: count, polarity: polarity, base: base, isGroup: false) == isProtected)
    }

    @Test func groupsAreProtectedBelow5() throws {
        let standard = try policy("standard")
        #expect(standard.protects(count: 4, polarity: .neutral, base: 100, isGroup: true))
        #expect(!standard.protects(count: 5, polarity: .neutral, base: 100, isGroup: true))
    }

    @Test(arguments: slips) func aSlipInAPolicyIsToldWithItsPlace(_ slip: Slip) throws {
        let text = try slip.applied(to: good)
        let told = said { () throws(Failure) in
            try Policy.read(YAMLReader.read(SourceText(text, file: "p.yaml")))
        }
        #expect(told == slip.said)
    }

    /// The cases of one function in the vectors: an argument and what is expected, as texts.
    private func vectors(_ function: String, _ argument: String, _ expected: String) throws -> [(
        String, String
    )] {
        let file = try JSONReader.read(
            SourceText(Repository.text("Tests/Vectors/15_base_rules.json"), file: "15"))
        var cases: [(String, String)] = []
        for node in file.member("cases")?.items ?? [] where node.member("fn")?.words == function {
            cases.append((node.member(argument)?.words ?? "", node.member(expected)?.words ?? ""))
        }
        return cases
    }
}

extension DataNode {
    fileprivate func member(_ name: String) -> DataNode? {
        guard case .object(let members) = value else { return nil }
        return members.first { $0.name == name }?.node
    }

    fileprivate var items: [DataNode] { if case .list(let items) = value { items } else { [] } }

    fileprivate var words: String {
        switch value {
        case .boolean(let value): "\(value)"
        case .number(let literal): literal
        case .string(let text): text
        default: ""
        }
    }
}

private let good = """
    format: poet-policy/1
    id: mine
    title: Mine
    withholdBelow: 10
    percentagesFrom: 30
    cautionBelow: 50
    protectWhole: 3
    protectGroups: 5
    zeroNegativeFrom: 50
    minimumCouncils: 3
    rounding: exact

    """

private let slips: [Slip] = [
    Slip(
        "poet-policy/1", "poet-polcy/1",
        "p.yaml:1:9: the file\'s format is the text \'poet-polcy/1\', expected \'poet-policy/1\'"),
    Slip("withholdBelow: 10\n", "", "p.yaml:1:1: the policy has no \'withholdBelow\'"),
    Slip(
        "withholdBelow: 10", "witholdBelow: 10", "p.yaml:1:1: the policy has no \'withholdBelow\'",
        "p.yaml:4:1: unknown key \'witholdBelow\' in the policy | did you mean \'withholdBelow\'?"),
    Slip(
        "withholdBelow: 10", "withholdBelow: 31",
        "p.yaml:1:1: the thresholds are out of order: withholdBelow 31, percentagesFrom 30, cautionBelow 50 | each must be at least the one before"
    ),
    Slip(
        "withholdBelow: 10", "withholdBelow: -1",
        "p.yaml:4:16: \'withholdBelow\' of the policy is -1, expected a whole number from 0 to 1000000"),
    Slip(
        "protectWhole: 3", "protectWhole: 2.5",
        "p.yaml:7:15: \'protectWhole\' of the policy is 2.5, expected a whole number from 0 to 1000000"),
    Slip(
        "protectWhole: 3", "protectWhole: three",
        "p.yaml:7:15: \'protectWhole\' of the policy is the text \'three\', expected a whole number from 0 to 1000000"
    ),
    Slip(
        "rounding: exact", "rounding: 5",
        "p.yaml:11:11: \'rounding\' of the policy is \'5\', expected one of: exact, five, as-published"),
    Slip(
        "rounding: exact", "rounding: as-published",
        "p.yaml:11:11: 'rounding' of the policy is 'as-published', expected 'exact' or 'five' | for results that somebody has published already take the policy 'as-published'"
    ),
]
