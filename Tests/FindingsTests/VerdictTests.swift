import Diagnostics
import Glibc
import Survey
import Testing

@testable import Findings

struct VerdictTests {
    /// What the comparison of one question with one comparator comes to.
    private func difference(
        _ own: PublishedTable, _ body: String, _ results: PublishedResults
    ) throws -> TestedDifference {
        let report = try Invented.report([own], beside: [(body, "Others", results)])
        return try #require(report.bodyFamilies.first?.differences.first)
    }

    @Test func aPartIsTestedAgainstTheRestOfItsTotal() throws {
        let all = Invented.body("all", .all, councils: 12, [Invented.table("dignity", 600, of: 1000)])
        let found = try difference(Invented.table("dignity", 80, of: 100), "all", all)
        // Against the rest, 520 of 900 (57.8%): z = 0.2222 / √(0.24 (1/100 + 1/900)) = 4.303.
        #expect(found.verdict == .higher)
        #expect(found.points == 22)
        #expect(abs((found.pValue ?? 1) - erfc(4.303314829119352 / 2.0.squareRoot())) < 1e-12)
        #expect(found.reference.description == "holders.dignity.positive@all")
    }

    @Test func aDifferenceHasItsWordsForTables() throws {
        let all = Invented.body("all", .all, councils: 12, [Invented.table("dignity", 600, of: 1000)])
        let report = try Invented.report(
            [Invented.table("dignity", 55, of: 100)], beside: [("all", "All", all)])
        let found = try #require(report.difference(of: "dignity", against: "all"))
        // 55% against 545 of 900, 60.6%: −5.6 points; Newcombe's interval is −15.8 to 4.5.
        #expect(found.verdict.words == "No clear difference")
        #expect(found.pointsWords == "6 percentage points lower")
        #expect(found.intervalWords == "−16 to +4")
        #expect(report.difference(of: "home", against: "all") == nil)
    }

    @Test func anotherWaveIsTestedAsItStands() throws {
        let last = Invented.body("ham", .council, wave: "2024", [Invented.table("dignity", 600, of: 1000)])
        let found = try difference(Invented.table("dignity", 40, of: 100), "last", last)
        #expect(found.verdict == .lower)
        #expect(found.points == -20)
    }

    struct Row: CustomTestStringConvertible, Sendable {
        let name: String
        let own: PublishedTable
        let results: PublishedResults
        let expected: Verdict
        var testDescription: String { name }
    }

    private static let half = Invented.table("dignity", 50, of: 100)
    static let rows = [
        Row(
            name: "like shares show no clear difference", own: half,
            results: Invented.body("all", .all, [Invented.table("dignity", 510, of: 1000)]),
            expected: .noClearDifference),
        Row(
            name: "all answers alike show no clear difference", own: Invented.table("dignity", 60, of: 60),
            results: Invented.body("all", .all, [Invented.table("dignity", 200, of: 200)]),
            expected: .noClearDifference),
        Row(
            name: "a rest of fewer than 30 is too few", own: half,
            results: Invented.body("all", .all, [Invented.table("dignity", 60, of: 129)]), expected: .tooFew),
        Row(
            name: "a rest of 30 is enough", own: half,
            results: Invented.body("all", .all, [Invented.table("dignity", 65, of: 130)]),
            expected: .noClearDifference),
        Row(
            name: "own answers without percentages are too few", own: Invented.table("dignity", 20, of: 29),
            results: Invented.body("all", .all, [Invented.table("dignity", 600, of: 1000)]), expected: .tooFew
        ),
        Row(
            name: "a comparator without percentages is too few", own: half,
            results: Invented.body("kirk", .council, [Invented.table("dignity", 20, of: 29)]),
            expected: .tooFew),
        Row(
            name: "a total that holds nobody else", own: half, results: Invented.body("all", .all, [half]),
            expected: .shownNotCompared(.nobodyElse)),
        Row(
            name: "another region does not hold the council",
            own: half, results: Invented.body("west", .region, councils: 3, [half]),
            expected: .noClearDifference),
        Row(
            name: "a total of weighted shares",
            own: Invented.published("dignity", tenths: 697, base: .rounded(455, to: 5), margin: 42),
            results: Invented.body(
                "all", .all,
                [Invented.published("dignity", tenths: 677, base: .rounded(6515, to: 5), margin: 14)]),
            expected: .shownNotCompared(.restUnknown)),
        Row(
            name: "a registered rest with margins",
            own: Invented.published("dignity", tenths: 697, base: .rounded(455, to: 5), margin: 42),
            results: Invented.body(
                "rest", .rest,
                [Invented.published("dignity", tenths: 577, base: .rounded(6060, to: 5), margin: 14)]),
            expected: .higher),
        Row(
            name: "a rest without margins",
            own: Invented.published("dignity", tenths: 697, base: .rounded(455, to: 5)),
            results: Invented.body(
                "rest", .rest, [Invented.published("dignity", tenths: 577, base: .rounded(6060, to: 5))]),
            expected: .shownNotCompared(.noMargin)),
        Row(
            name: "a total whose bases are not known", own: half,
            results: Invented.body(
                "all", .all, [Invented.published("dignity", tenths: 577, base: .surveyWide(4300))]),
            expected: .shownNotCompared(.baseUnknown)),
        Row(
            name: "a comparator that did not ask", own: half, results: Invented.body("all", .all, []),
            expected: .shownNotCompared(.notShown)),
    ]

    @Test(arguments: rows) func everyCaseHasItsClass(row: Row) throws {
        #expect(try difference(row.own, row.results.body.id, row.results).verdict == row.expected)
    }

    @Test func aRegionHoldsTheCouncilsThatNameIt() throws {
        let east = Invented.body("east", .region, councils: 2, [Invented.table("dignity", 50, of: 100)])
        let found = try difference(Self.half, "region", east)
        #expect(found.verdict == .shownNotCompared(.nobodyElse))
    }

    @Test func testsOfOneFamilyAreCorrectedTogether() throws {
        // Alone each is 60 of 100 against 46 of 100, p = 0.0472; among four that is no longer clear.
        let ids = ["dignity", "home", "work", "friends"]
        let last = Invented.body(
            "ham", .council, wave: "2024", ids.map { Invented.table($0, $0 == "dignity" ? 46 : 60, of: 100) })
        let alone = Invented.body("ham", .council, wave: "2024", [Invented.table("dignity", 46, of: 100)])
        let own = ids.map { Invented.table($0, 60, of: 100) }
        let many = try Invented.report(own, beside: [("last", "2024", last)])
        let one = try Invented.report([own[0]], beside: [("last", "2024", alone)])
        #expect(one.bodyFamilies[0].differences[0].verdict == .higher)
        #expect(many.bodyFamilies[0].differences[0].verdict == .noClearDifference)
        #expect(many.bodyFamilies[0].count == 4)
        let p = try #require(many.bodyFamilies[0].differences[0].pValue)
        let adjusted = try #require(many.bodyFamilies[0].differences[0].adjusted)
        #expect(abs(adjusted - 4 * p) < 1e-15)
        #expect(
            many.notes == [
                "The more questions are tested, the more differences turn up by chance alone. So the tests of one comparison are corrected together: of the differences that are called clear, 5% at most are expected to be chance (Benjamini and Hochberg).",
                "Changes in Ham since 2024: 4 tests, corrected together.",
            ])
    }

    @Test func rareAnswersAreTestedExactly() throws {
        let last = Invented.body("ham", .council, wave: "2024", [Invented.table("dignity", 0, of: 40)])
        let found = try difference(Invented.table("dignity", 3, of: 40), "last", last)
        // Mid-p, two-sided: 2 × ½ × C(40,3) C(40,0) / C(80,3) = 9880 / 82160.
        #expect(abs((found.pValue ?? 1) - 9880.0 / 82160) < 1e-12)
    }

    @Test(arguments: [
        (
            Invented.body("all", .all, [Invented.table("dignity", 30, of: 60)]),
            "'all' has 60 answers to 'dignity', fewer than the 100 of 'ham', which it holds"
        ),
        (
            Invented.body(
                "all", .all, [Invented.published("dignity", tenths: 500, base: .rounded(95, to: 5))]),
            "'all' has 95 answers to 'dignity', fewer than the 100 of 'ham', which it holds"
        ),
        (
            Invented.body("all", .all, [Invented.table("dignity", 40, of: 200)]),
            "'all' has 40 answers counted to 'dignity', fewer than the 50 of 'ham', which it holds"
        ),
        (
            Invented.body("all", .all, [Invented.table("dignity", 190, of: 200)]),
            "'all' has 10 other answers to 'dignity', fewer than the 50 of 'ham', which it holds"
        ),
    ]) func aTotalSmallerThanItsPartIsAnError(total: PublishedResults, message: String) throws {
        let report = try Invented.report([Self.half], beside: [("all", "All", total)])
        #expect(report.faults.first?.message == message)
        #expect(report.bodyFamilies[0].differences[0].verdict != .higher)
        #expect(throws: Failure.self) { try report.check() }
    }

    @Test func aRestThatHoldsTheCouncilIsAnError() throws {
        let all = Invented.table("dignity", 600, of: 1000)
        let report = try Invented.report(
            [Self.half],
            beside: [
                ("all", "All", Invented.body("all", .all, [all])),
                ("rest", "Rest", Invented.body("rest", .rest, [all])),
            ])
        #expect(
            report.faults.map(\.message) == [
                "'rest' has 1000 answers to 'dignity'; with the 100 of 'ham' that is 1100, expected the 1000 of 'all'"
            ])
    }

    private static func rest(without body: String?, region: String? = nil, _ count: Int, of base: Int)
        -> PublishedResults
    {
        var rest = Invented.body(
            "rest", .rest, region: region, councils: 11, [Invented.table("dignity", count, of: base)])
        rest.body.without = body
        return rest
    }

    /// The total is shown, its registered rest is tested, and the sentence has both.
    @Test(arguments: [Body.Kind.all, .region]) func aRegisteredRestIsTestedInThePlaceOfItsTotal(
        kind: Body.Kind
    ) throws {
        let id = kind == .all ? "all" : "east"
        let total = Invented.body(id, kind, councils: 12, [Invented.table("dignity", 600, of: 1000)])
        let rest = Self.rest(without: "ham", region: kind == .all ? nil : "east", 520, of: 900)
        let report = try Invented.report(
            [Invented.table("dignity", 80, of: 100)],
            beside: [("total", "the total", total), ("rest", "the others", rest)])
        #expect(report.faults.isEmpty)
        #expect(report.bodyFamilies[0].differences.map(\.verdict) == [.shownNotCompared(.restCompared)])
        #expect(report.bodyFamilies[1].differences.map(\.verdict) == [.higher])
        #expect(
            report.compared.map(\.plain) == [
                "80% of budget holders said that dignity had got better. This is a higher share than in the others (58%; the total: 60%)."
            ])
        #expect(
            report.notes == [
                "Differences between Ham and the others: 1 test.",
                "the total: shown, not compared on one question, because the rest of the total is compared instead.",
            ])
    }

    /// A rest that leaves out somebody else holds this council: it is a total for it.
    @Test func theRestOfAnotherCouncilIsATotalForThisOne() throws {
        let found = try difference(Self.half, "rest", Self.rest(without: "kirk", 550, of: 1000))
        #expect(found.verdict == .noClearDifference)
        // 500 of 900 without the 50 of 100: 5.6 points, where the whole would give 5.
        #expect(found.points == -6)
    }

    @Test func aRestOfAnotherBodyThatOverlapsIsNotCompared() throws {
        let region = Invented.body("east", .region, councils: 3, [Invented.table("dignity", 150, of: 300)])
        let rest = Self.rest(without: "kirk", 550, of: 1000)
        #expect(BodyRelation(of: region, in: rest) == .overlapping)
        #expect(BodyRelation(of: region, in: Self.rest(without: "east", 550, of: 1000)) == .apart)
        var list = rest
        list.body.holds = ["york"]
        #expect(BodyRelation(of: Invented.body("ham", .council, []), in: list) == .apart)
        #expect(BodyRelation(of: Invented.body("york", .council, []), in: list) == .part)
    }

    @Test func aGroupLargerThanEverybodyIsAnError() throws {
        let report = try Invented.report([
            Self.half, Invented.table("dignity", 50, of: 120, group: "age", category: "young"),
        ])
        #expect(
            report.faults.first?.message
                == "'young' has 120 answers to 'dignity' in 'ham', more than the 100 of everybody")
    }
}
