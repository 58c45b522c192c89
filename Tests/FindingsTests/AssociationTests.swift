import Diagnostics
import Statistics
import Testing

@testable import Findings

struct AssociationTests {
    @Test func aTableGivesItsSharesBothWaysAndBothRatios() throws {
        let found = try Association(with: (80, 100), without: (58, 100), totals: (138, 200))
        #expect(found.first.share == 0.8)
        #expect(found.second.share == 0.58)
        #expect(found.backwards?.outcome.share == 80.0 / 138)
        #expect(found.backwards?.none.share == 20.0 / 62)
        #expect(abs((found.riskRatio ?? 0) - 80.0 / 58) < 1e-15)
        #expect(abs((found.oddsRatio ?? 0) - 80.0 * 42 / (20 * 58)) < 1e-15)
        #expect(abs(found.difference.value - 0.22) < 1e-15)
        #expect(found.difference.interval.contains(0.22))
    }

    @Test func aLargeOddsRatioIsNotCalledTimesAsLikely() throws {
        // The odds ratio is 2.9, the risk ratio 1.38.
        #expect(try Association(with: (80, 100), without: (58, 100)).timesAsLikely == nil)
        #expect(
            try Association(with: (86, 100), without: (30, 100)).timesAsLikely
                == "nearly three times as likely")
    }

    @Test func whatCannotBeEstimatedIsNotThere() throws {
        let found = try Association(with: (40, 50), without: (0, 50))
        #expect(found.riskRatio == nil)
        #expect(found.oddsRatio == nil)
        #expect(found.timesAsLikely == nil)
    }

    @Test(
        arguments: [
            (60, 50, 10, 40, nil, "the counts 60 of 50 and 10 of 40 make no table"),
            (0, 0, 10, 40, nil, "the counts 0 of 0 and 10 of 40 make no table"),
            (30, 50, 10, 40, 95, "the cross table has 40 of 90, expected the 40 of 95 of its margin"),
        ] as [(Int, Int, Int, Int, Int?, String)])
    func countsThatMakeNoTableAreErrors(a: Int, n: Int, c: Int, m: Int, margin: Int?, message: String) {
        #expect {
            _ = try Association(with: (a, n), without: (c, m), totals: margin.map { (a + c, $0) })
        } throws: { error in
            (error as? Failure)?.diagnostics.first?.message == message
        }
    }
}
