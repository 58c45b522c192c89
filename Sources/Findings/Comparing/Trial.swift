import Statistics
import Survey

/// Two shares held against each other, before the correction for many tests.
enum Trial {
    case untested(Verdict)
    case tested(Outcome)

    struct Outcome {
        /// In shares, −1 to 1: this less the other.
        var difference: Double
        var interval: Interval
        var pValue: Double
        var isApproximate: Bool
    }

    /// People who do not overlap, counted exactly: the pooled z test, or mid-p where few answers are expected;
    /// Newcombe's interval.
    init(_ comparison: ProportionComparison) {
        let (first, second) = (comparison.first, comparison.second)
        guard min(first.base, second.base) >= Double(FindingRules.minimumBase) else {
            self = .untested(.tooFew)
            return
        }
        self = .tested(
            Outcome(
                difference: comparison.difference, interval: comparison.newcombe(.ninetyFive),
                pValue: Self.pValue(comparison), isApproximate: false))
    }

    private static func pValue(_ comparison: ProportionComparison) -> Double {
        let (first, second) = (comparison.first, comparison.second)
        let base = first.base + second.base
        let positive = first.count + second.count
        let expected = min(first.base, second.base) * min(positive, base - positive) / base
        if expected < FindingRules.minimumExpected,
            let table = FourfoldTable(
                first.count, first.base - first.count, second.count, second.base - second.count),
            let exact = ExactFourfold(table)
        {
            return exact.midPTwoSided
        }
        return comparison.pValue ?? 1
    }

    /// People who do not overlap, as somebody published them with margins of error: the difference in standard errors
    /// that the margins stand for.
    init(_ first: Measure, _ second: Measure) {
        guard let firstBase = first.table.base.count, let secondBase = second.table.base.count else {
            self = .untested(.shownNotCompared(.baseUnknown))
            return
        }
        guard let firstMargin = first.table.measure?.margin, let secondMargin = second.table.measure?.margin
        else {
            self = .untested(.shownNotCompared(.noMargin))
            return
        }
        guard min(firstBase, secondBase) >= FindingRules.minimumBase else {
            self = .untested(.tooFew)
            return
        }
        let difference = (first.share - second.share).double / 100
        let (a, b) = (firstMargin.double / 100, secondMargin.double / 100)
        let margin = (a * a + b * b).squareRoot()
        let z = margin > 0 ? difference / (margin / Confidence.ninetyFive.z) : 0
        self = .tested(
            Outcome(
                difference: difference,
                interval: Interval(center: difference, margin: margin).clamped(to: -1...1),
                pValue: Normal.twoSidedPValue(z) ?? 1, isApproximate: true))
    }
}
