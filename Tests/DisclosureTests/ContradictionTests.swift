import Diagnostics
import Foundation
import RawResults
import Reading
import TestSupport
import Testing

@testable import Disclosure
@testable import Survey

/// Numbers that contradict each other, within a release and between it and earlier ones: each is told with its place, and
/// nothing is published.
@Suite struct ContradictionTests {
    struct Slip: Sendable, CustomTestStringConvertible {
        var name: String
        var said: [String]
        var make: @Sendable (inout [RawResults]) -> Void

        var testDescription: String { name }
    }

    @Test func theBodiesWithoutASlipAreARelease() throws {
        #expect(try release().publish(bodies()).count == 3)
    }

    @Test(arguments: slips) func aContradictionIsTold(_ slip: Slip) throws {
        var bodies = try bodies()
        slip.make(&bodies)
        let release = try release()
        #expect(said { () throws(Failure) in try release.publish(bodies) } == slip.said, "\(slip.name)")
    }

    @Test func whatEarlierReleasesToldOtherwiseIsToldWithItsLine() throws {
        let release = try release()
        let raw = try bodies()
        let first = try #require(release.publish(raw).first)
        var second = first
        second.tables[0].cells[0].value = .shown(share: nil, count: 46)
        second.responses[0].replies = .rounded(80, to: 5)
        second.tables.append(second.tables[0])
        second.tables[second.tables.count - 1].group = "told"
        second.tables[second.tables.count - 1].category = "no"
        let places = second.tables.indices.map {
            SourceLocation(file: "draft-2/a.json", line: 10 + $0, column: 5)
        }
        let earlier = [
            EarlierRelease(
                name: "draft-1", results: [EarlierRelease.Results(file: "draft-1/a.json", results: first)]),
            EarlierRelease(
                name: "draft-2",
                results: [EarlierRelease.Results(file: "draft-2/a.json", results: second, places: places)]),
        ]
        let hint =
            " | whoever has both could tell who was added or taken away: correct private/, or take the earlier release out of "
            + "earlier/ if nobody has seen it"
        #expect(
            said { () throws(Failure) in try release.disclose(raw, earlier: earlier) } == [
                "draft-2/a.json: 78 to 82 replies from holders were told, and private/ has 70" + hint,
                "draft-2/a.json:10:5: 'yes' of 'amount' was told as 46, and private/ has 45" + hint,
                "draft-2/a.json:\(9 + second.tables.count):5: 'amount' for told=no was told, and private/ holds no such table "
                    + "| keep every table that has been told of: it is known, and tells of others",
            ])
    }

    private func release() throws -> Release {
        let policy = Policy(
            id: "open", title: "Open", withholdBelow: 0, percentagesFrom: 0, cautionBelow: 0, protectWhole: 0,
            protectGroups: 0, zeroNegativeFrom: 0, minimumCouncils: 0, rounding: .exact)
        return Release(instrument: try GroupedWave.instrument(), policy: policy, wave: "w")
    }

    /// Two councils and both of them.
    private func bodies() throws -> [RawResults] {
        let a = [[45, 22], [35, 20, 5], [25, 12, 3], [10, 8, 2]]
        let b = [[52, 32], [45, 30, 5], [30, 17, 3], [15, 13, 2]]
        let both = zip(a, b).map { zip($0, $1).map(+) }
        let instrument = try GroupedWave.instrument()
        func body(_ id: String, _ more: String, _ counts: [[Int]], replies: Int) throws(Failure) -> RawResults
        {
            let places = [
                "", "", "\"group\": \"told\", \"category\": \"yes\", ",
                "\"group\": \"told\", \"category\": \"no\", ",
            ]
            let tables = counts.indices.map { row in
                let (question, answers) =
                    row == 0 ? ("amount", ["yes", "no"]) : ("dignity", ["good", "poor"])
                let cells = zip(answers, counts[row]).map { "\"\($0)\": \($1)" }.joined(separator: ", ")
                let outside = row == 0 ? "" : ", \"outside\": {\"na\": \(counts[row][2])}"
                return
                    "{\"question\": \"\(question)\", \(places[row])\"replies\": \(counts[row][0] + counts[row][1]), "
                    + "\"answers\": {\(cells)}\(outside)}"
            }
            let text = """
                {"format": "poet-raw/1", "instrument": "grouped", "units": "counts", "basePrecision": 1,
                 "body": {"id": "\(id)", "name": "\(id)", \(more)},
                 "responses": [{"audience": "holders", "replies": \(replies)}],
                 "tables": [
                \(tables.joined(separator: ",\n"))]}
                """
            return try RawResultsReader.read(
                JSONReader.read(SourceText(text, file: "\(id).json")), instrument: instrument)
        }
        return [
            try body("a", "\"kind\": \"council\"", a, replies: 70),
            try body("b", "\"kind\": \"council\"", b, replies: 90),
            try body("all", "\"kind\": \"all\", \"councils\": 2", both, replies: 160),
        ]
    }
}

extension RawResults {
    /// The results as those of another body.
    fileprivate func named(_ body: Body) -> RawResults {
        var results = self
        results.body = body
        results.file = body.id + ".json"
        return results
    }
}

private let slips: [ContradictionTests.Slip] = [
    .init(
        name: "a total with fewer of an answer than its councils",
        said: [
            "all.json:5:1: 'all' has 96 answers 'yes' to 'amount', fewer than the 97 of 'a', 'b' together, which it holds | a "
                + "total counts every answer of the bodies in it"
        ], make: { $0[2].tables[0].answers[0].value = .count(96) }),
    .init(
        name: "a total with more, that holds no others",
        said: [
            "all.json:5:1: 'all' has 98 answers 'yes' to 'amount', more than the 97 of 'a', 'b' together, and it holds no "
                + "others | say in 'councils' how many it holds, or correct the counts"
        ], make: { $0[2].tables[0].answers[0].value = .count(98) }),
    .init(
        name: "a total with fewer outside the base",
        said: [
            "all.json:6:1: 'all' has 9 answers 'na' to 'dignity', fewer than the 10 of 'a', 'b' together, which it holds | a "
                + "total counts every answer of the bodies in it"
        ], make: { $0[2].tables[1].outside[0].value = .count(9) }),
    .init(
        name: "a total of fewer replies",
        said: [
            "all.json: 'all' has 159 replies from holders, fewer than the 160 of 'a', 'b' together, which it holds | a total "
                + "counts every reply to the bodies in it"
        ], make: { $0[2].responses[0].replies = .exact(159) }),
    .init(
        name: "a total of fewer councils than are in it",
        said: [
            "all.json: 'all' says that it holds 1 councils, and 2 of this wave are in it: 'a', 'b' | correct 'councils', or "
                + "the region that a council says it is in"
        ], make: { $0[2].body.councils = 1 }),
    .init(
        name: "a rest that has the council in it",
        said: [
            "all.json: 'all' has 160 replies from holders, fewer than the 230 of 'rest', 'a' together, which it holds | a total "
                + "counts every reply to the bodies in it",
            "all.json:5:1: 'rest' says that it leaves out 'a', and its answers to 'amount' are all of 'all' | the rest is the "
                + "total less that body's answers, answer by answer",
            "all.json:6:1: 'rest' says that it leaves out 'a', and its answers to 'dignity' are all of 'all' | the rest is the "
                + "total less that body's answers, answer by answer",
        ],
        make: {
            $0.append($0[2].named(Body(id: "rest", name: "Rest", kind: .rest, councils: 1, without: "a")))
        }),
    .init(
        name: "a rest of other people",
        said: [
            "all.json:5:1: 'rest' says that it leaves out 'a', and the two together have other answers to 'amount' than 'all' | "
                + "the rest is the total less that body's answers, answer by answer"
        ],
        make: { bodies in
            var rest = bodies[1].named(Body(id: "rest", name: "Rest", kind: .rest, councils: 1, without: "a"))
            rest.tables[0].answers[0].value = .count(51)
            bodies.append(rest)
        }),
    .init(
        name: "a rest of a body that is not there",
        said: [
            "rest.json: 'rest' says that it leaves out 'aa', and there are no results of that body | did you mean 'a'?"
        ],
        make: {
            $0.append($0[2].named(Body(id: "rest", name: "Rest", kind: .rest, councils: 2, without: "aa")))
        }),
    .init(
        name: "more people in a group than gave the answer that it comes from",
        said: [
            "a.json:7:1: the table of 'dignity' for told=yes has more people than answered 'yes' to 'amount' | the group 'told' "
                + "comes from that question"
        ],
        make: {
            $0[0].tables[2].outside[0].value = .count(9)
            $0[2].tables[2].outside[0].value = .count(12)
        }),
]
