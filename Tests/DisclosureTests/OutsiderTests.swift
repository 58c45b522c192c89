import RawResults
import Survey
import TestSupport
import Testing

@testable import Disclosure

/// What an outsider found who was not told how the release works.
@Suite struct OutsiderTests {
    private func release(_ changes: [String: String] = ["minimumCouncils": "0"]) throws -> Release {
        Release(instrument: try instrument(), policy: try policy("standard", changes), wave: "w")
    }

    /// The number of replies is published, and nobody can ask that two people might be three.
    @Test(arguments: 1...4) func aCouncilWithVeryFewRepliesDoesNotStopTheRelease(replies: Int) throws {
        var few = try raw([Row([replies, 0, 0, 0, 0])])
        few.responses = [Response(audience: "holders", replies: .exact(replies))]
        let disclosed = try release().disclose([few])
        #expect(disclosed.results.first?.tables.first?.showing == .withheld)
        #expect(disclosed.audit.entries.contains { $0.cell == "base" && $0.required == min(3, replies) })
    }

    /// 32 and 5 of 40 are no more than 37: three at least chose the third answer, and of all only five did.
    @Test func whoeverAnsweredChoseAtLeastOneAnswer() throws {
        func row(_ counts: [Int], of replies: Int, _ category: String? = nil) -> Row {
            var row = Row(helpers: counts, of: replies)
            row.category = category
            return row
        }
        let rows = [
            row([82, 13, 5], of: 90), row([32, 5, 4], of: 40, "direct"), row([50, 8, 1], of: 50, "council"),
        ]
        let tables = try release().publish([raw(rows)])[0].tables
        let (all, direct) = (tables[0], tables[1])
        let shown = direct.cells.compactMap(\.count)
        let least = shown.count == 2 && direct.base.count != nil ? max(0, 40 - shown.reduce(0, +)) : 0
        let most = all.cell("none")?.count ?? 40
        #expect(direct.cell("none")?.count == nil)
        #expect(most - least >= 5, "none of 'direct' is \(least) to \(most)")
    }

    /// Two of four councils were asked, which anybody can see: the rest of the total's answers is the other's.
    @Test func councilsThatWereNotAskedAreNobodyInATotal() throws {
        let bodies = [
            try raw([Row([3, 3, 3, 3, 3])], body: "a"), try raw([Row([60, 60, 40, 20, 20])], body: "b"),
            try raw([Row(helpers: [30, 20, 10], of: 50)], body: "c"),
            try raw([Row(helpers: [20, 30, 10], of: 50)], body: "d"),
            try raw(
                [Row([63, 63, 43, 23, 23]), Row(helpers: [50, 50, 20], of: 100)], body: "all", kind: "all",
                councils: 4),
        ]
        let results = try release(["minimumCouncils": "0", "withholdBelow": "20"]).publish(bodies)
        let bases = ["b", "all"].map { id in
            results.first { $0.body.id == id }?.tables.first { $0.question == "dignity" }?.base.count
        }
        #expect(bases.contains(nil), "\(bases) leave 15 for the small council")
    }

    /// Nobody in the second region was asked, so that all the answers are the first one's.
    @Test func aRegionOfCouncilsThatWereNotAskedHoldsNobody() throws {
        func body(_ id: String, _ kind: Body.Kind, _ councils: Int, _ counts: [Int]?) throws -> RawResults {
            let other = Row(helpers: [30 * councils, 20 * councils, 10 * councils], of: 50 * councils)
            var body = try raw(
                (counts.map { [Row($0)] } ?? []) + [other], body: id, kind: kind.rawValue,
                councils: kind == .council ? nil : councils)
            if kind == .council { body.body.region = id.hasPrefix("a") ? "ra" : "rb" }
            return body
        }
        let results = try release().publish([
            body("a1", .council, 1, [4, 4, 0, 0, 0]), body("a2", .council, 1, [60, 60, 40, 20, 20]),
            body("b1", .council, 1, nil), body("b2", .council, 1, nil),
            body("ra", .region, 2, [64, 64, 40, 20, 20]), body("rb", .region, 2, [0, 0, 0, 0, 0]),
            body("all", .all, 4, [64, 64, 40, 20, 20]),
        ])
        let bases = ["a2", "all"].map { id in
            results.first { $0.body.id == id }?.tables.first { $0.question == "dignity" }?.base.count
        }
        #expect(bases.contains(nil), "\(bases) leave 8 for the small council")
    }

    /// All were told in a draft, before a total had to hold three councils.
    @Test func aTotalThatIsWithheldNowIsKnownFromTheDraft() throws {
        let all = try raw([Row([64, 64, 40, 20, 20])], body: "all", kind: "all", councils: 2)
        let draft = try release().publish([all])
        let earlier = EarlierRelease(
            name: "draft", results: draft.map { EarlierRelease.Results(file: "draft/all.json", results: $0) })
        let now = try release(["minimumCouncils": "3"]).disclose(
            [raw([Row([4, 4, 0, 0, 0])], body: "a"), raw([Row([60, 60, 40, 20, 20])], body: "b"), all],
            earlier: [earlier])
        #expect(now.results[2].responses.allSatisfy { $0.replies.count == nil })
        #expect(now.results[2].tables.allSatisfy { $0.base.count == nil })
        #expect(now.results[1].tables[0].base.count == nil, "208 less 200 are the eight of the small council")
    }
}
