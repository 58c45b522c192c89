import Findings
import Statistics
import Survey
import Testing

/// What charts of change, of outcomes and of all councils say.
struct PairMessageTests {
    /// Ham's changes since 2024, tested as a report tests them.
    private func changes(_ pairs: [(question: String, then: Int, now: Int)]) throws -> [TestedDifference] {
        let last = Invented.body(
            "ham", .council, wave: "2024", pairs.map { Invented.table($0.question, $0.then, of: 100) })
        let report = try Invented.report(
            pairs.map { Invented.table($0.question, $0.now, of: 100) }, beside: [("last", "2024", last)])
        return pairs.compactMap { report.difference(of: $0.question, against: "last") }
    }

    private func title(_ pairs: [(question: String, then: Int, now: Int)]) throws -> String {
        ChartMessage(changes: try changes(pairs), since: "2024").title
    }

    @Test func noClearChangeIsSaidSo() throws {
        #expect(
            try title([("dignity", 50, 55), ("home", 60, 58)])
                == "No clear change since 2024 on two questions")
    }

    @Test func theOnlyClearChangeIsNamed() throws {
        let said = try title([("dignity", 40, 70), ("home", 60, 58)])
        #expect(
            said.hasSuffix("is up by 30 percentage points since 2024, the only clear change on two questions")
        )
    }

    @Test func ofSeveralClearChangesTheLargestIsNamed() throws {
        let said = try title([("dignity", 40, 70), ("home", 80, 40), ("work", 50, 51)])
        #expect(said.hasPrefix("Two of three questions changed clearly since 2024: "))
        #expect(said.hasSuffix("most, down by 40 percentage points"))
    }

    @Test func aFunnelSaysWhereTheBodyLiesAndNothingOfOthers() {
        let places = [FunnelLimits.Place](repeating: .inside, count: 14) + [.outside, .betweenLimits]
        let said = ChartMessage(
            funnel: "Feeling safe", body: "Ham", place: .betweenLimits, isHigher: false, places: places)
        #expect(said.title == "“Feeling safe”: Ham lies below the 95% limits, within the 99.8% limits")
        #expect(said.alternative.contains("14 of 16 councils lie inside the 95% limits."))
    }

    @Test func audiencesAreShownByTheWidestGap() {
        let share = { (units: Int) in Percentage(units: units, decimals: 0) }
        let said = ChartMessage(pairs: [
            ("Control", ("holders", share(63)), ("carers", share(52))),
            ("Quality of life", ("holders", share(80)), ("carers", share(59))),
        ])
        #expect(said.title == "“Quality of life”: 80% of holders, 59% of carers")
        #expect(said.alternative.contains("not tested"))
    }
}

struct FunnelLimitsTests {
    /// Shares that lie where chance alone may put them.
    private let close: [FunnelLimits.Point] = [
        (0.5, 100), (0.52, 200), (0.47, 150), (0.55, 80), (0.49, 300), (0.51, 250), (0.45, 120), (0.53, 90),
    ]

    @Test func withinChanceTheLimitsAreTheNormalOnes() throws {
        let limits = try #require(FunnelLimits(target: 0.5, points: close))
        #expect(limits.variance == 0)
        let (inner, outer) = limits.limits(base: 100)
        let normal = try #require(Funnel(target: 0.5))
        let expected = try #require(normal.normalLimits(base: 100, .ninetyFive))
        #expect(
            abs(inner.lowerBound - expected.lower) < 1e-12 && abs(inner.upperBound - expected.upper) < 1e-12)
        // 0.5 ± 1.95996 × 0.05, and ± 3.09023 × 0.05.
        #expect(abs(inner.upperBound - 0.597998) < 1e-5)
        #expect(abs(outer.upperBound - 0.654512) < 1e-5)
    }

    @Test func whereBodiesDifferMoreThanByChanceTheLimitsAreWider() throws {
        let apart: [FunnelLimits.Point] = (0..<10).map { (0.5 + ($0.isMultiple(of: 2) ? 0.2 : -0.2), 400) }
        let limits = try #require(FunnelLimits(target: 0.5, points: apart))
        #expect(limits.variance > 0.03)
        #expect(limits.place(of: apart[0]) == .inside)
    }

    @Test func aPointHasItsPlace() throws {
        let limits = try #require(FunnelLimits(target: 0.5, points: close))
        #expect(limits.place(of: (0.55, 100)) == .inside)
        #expect(limits.place(of: (0.62, 100)) == .betweenLimits)
        #expect(limits.place(of: (0.70, 100)) == .outside)
        #expect(limits.limits(base: 1).outer == 0...1)
    }

    @Test func whatIsNoShareHasNoLimits() {
        #expect(FunnelLimits(target: 0.5, points: [(0.5, 100)]) == nil)
        #expect(FunnelLimits(target: 0.5, points: [(1.5, 100), (0.5, 100)]) == nil)
        #expect(FunnelLimits(target: 0, points: close) == nil)
    }
}
