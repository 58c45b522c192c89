import Diagnostics
import Disclosure
import Survey
import TestSupport
import Testing

/// The form in which a chart's rows are shown: the finest in which each of them can be shown whole.
struct LadderTests {
    @Test(arguments: [
        ([40, 30, 20, 10, 5], "full"), ([40, 30, 20, 10, 0], "full"), ([40, 30, 20, 10, 2], "three"),
        ([0, 70, 20, 10, 5], "three"), ([60, 30, 2, 20, 10], "two"), ([2, 0, 40, 40, 20], "two"),
        ([102, 0, 0, 0, 0], "two"),
    ]) func aRowIsShownInTheFinestFormThatHidesNobody(_ counts: [Int], form: String) throws {
        #expect(try published(Row(counts), by: policy("standard")).form == form)
    }

    @Test func theRowsOfAGroupShareAForm() throws {
        let rows = [
            Row([40, 30, 20, 10, 5], category: "direct"), Row([40, 30, 20, 4, 3], category: "council"),
        ]
        let tables = try published(rows, by: policy("standard")).tables
        #expect(tables.map(\.form) == ["three", "three"])
    }

    @Test func aRowThatShowsNoPercentagesDoesNotMakeOthersCoarser() throws {
        let rows = [
            Row([40, 30, 20, 10, 5], category: "direct"), Row([5, 4, 2, 1, 0], category: "council"),
        ]
        let tables = try published(rows, by: policy("standard")).tables
        #expect(tables[0].form == "full")
        #expect(tables[1].showing == .noPercentage)
    }

    @Test func theMeasureIsTheSameInEveryForm() throws {
        for counts in [[40, 30, 20, 10, 5], [40, 30, 20, 13, 2], [40, 30, 2, 20, 13]] {
            let table = try published(Row(counts), by: policy("standard"))
            #expect(table.measure?.count == 70)
            #expect(table.measure?.share == Percentage(units: 67, decimals: 0))
        }
    }

    @Test func aCoarserFormAddsTheCountsOfItsAnswers() throws {
        let table = try published(Row([40, 31, 20, 11, 2]), by: policy("standard"))
        #expect(table.shown == ["better 68% 71", "same 19% 20", "worse 13% 13"])
    }
}

/// What is withheld in one row where even the coarsest form has a small count.
struct RowProtectionTests {
    @Test func aSmallCountIsNeverWithheldAlone() throws {
        // Not even better or not can be shown whole: 2 of 104.
        let table = try published(Row([60, 42, 1, 1, 0]), by: policy("standard"))
        #expect(table.form == "two")
        #expect(table.withheld == ["better", "not-better"])
        #expect(table.measure?.share == nil)
        #expect(table.base == .exact(104))
    }

    @Test func whereSeveralAnswersOverlapEachIsJudgedAlone() throws {
        let table = try published(Row(helpers: [60, 2, 30], of: 80), by: policy("standard"))
        #expect(table.shown == ["family 75% 60", "staff [c]", "none 38% 30"])
        #expect(table.measure?.share == Percentage(units: 38, decimals: 0))
    }

    @Test func answersOutsideTheBaseAreCountsAndProtectedToo() throws {
        let standard = try policy("standard")
        let shown = try published(Row([40, 30, 20, 10, 5], outside: 7), by: standard).outside
        #expect(shown.map(\.count) == [7])
        #expect(shown.map(\.share) == [nil])
        let small = try published(Row([40, 30, 20, 10, 5], outside: 2), by: standard).outside
        #expect(small.map(\.value) == [.withheld(.confidential)])
    }

    @Test func aTotalOfFewerCouncilsIsWithheld() throws {
        let rows = [Row([400, 300, 200, 100, 50])]
        let instrument = try instrument()
        for (councils, showing) in [(2, PublishedTable.Showing.withheld), (3, .shown)] {
            for kind in ["all", "region", "rest"] {
                let results = try Release(instrument: instrument, policy: policy("standard"), wave: "w")
                    .publish([raw(rows, body: "total", kind: kind, councils: councils)])
                #expect(results[0].tables[0].showing == showing, "\(kind) of \(councils)")
                if showing == .withheld { #expect(results[0].tables[0].base == .withheld) }
            }
        }
    }
}

struct RoundingTests {
    @Test func exactCountsHaveWholePercentages() throws {
        let table = try published(Row([33, 33, 17, 12, 10]), by: policy("standard"))
        #expect(
            table.shown == [
                "lot-better 31% 33", "better 31% 33", "same 16% 17", "worse 11% 12", "lot-worse 10% 10",
            ])
        #expect(table.base == .exact(105))
        #expect(table.measure?.count == 66)
        #expect(table.measure?.share == Percentage(units: 63, decimals: 0))
    }

    @Test func fiveMakesEverythingFromRoundedCounts() throws {
        let table = try published(Row([33, 33, 17, 12, 11]), by: policy("standard", ["rounding": "five"]))
        // 106 people: about 105. 33 is near 35, 35 of 105 is 33 %.
        #expect(table.base == .rounded(105, to: 5))
        #expect(
            table.shown == [
                "lot-better 33% 35", "better 33% 35", "same 14% 15", "worse 10% 10", "lot-worse 10% 10",
            ])
        #expect(table.measure?.count == 65)
        #expect(table.measure?.share == Percentage(units: 62, decimals: 0))
    }

    @Test func fiveLeavesNoCountThatIsNoMultipleOf5() throws {
        let results = try published(
            [Row([33, 33, 17, 12, 11], outside: 8), Row([21, 22, 13, 11, 8], category: "direct")],
            by: policy("strict"))
        #expect(results.responses[0].replies == .rounded(1005, to: 5))
        for table in results.tables {
            for cell in table.cells + table.outside + [table.measure].compactMap({ $0 }) {
                #expect((cell.count ?? 0).isMultiple(of: 5))
            }
            if case .exact = table.base { Issue.record("an exact base in a release that rounds to 5") }
        }
    }

    @Test func resultsOfTwoKindsAreNotMixedInOneRelease() throws {
        let release = Release(instrument: try instrument(), policy: try policy("as-published"), wave: "w")
        let results = try raw([Row([40, 30, 20, 10, 5])])
        #expect(
            said { () throws(Failure) in try release.publish([results]) } == [
                "'town.json' is not published yet, and the wave's policy is 'as-published' "
                    + "| a release has one way of rounding: put these results in a wave of their own"
            ])
    }

    @Test func twoFilesOfOneBodyAreAnError() throws {
        let release = Release(instrument: try instrument(), policy: try policy("standard"), wave: "w")
        let results = try raw([Row([40, 30, 20, 10, 5])])
        #expect(
            said { () throws(Failure) in try release.publish([results, results]) } == [
                "'town.json' and 'town.json' are both about the body 'town'"
            ])
    }
}
