internal import Glibc

/// Two groups and an outcome that each person has or has not.
///
/// ```
///               yes  no
/// first group    a    b
/// second group   c    d
/// ```
package struct FourfoldTable: Hashable, Sendable {
    package let a: Double
    package let b: Double
    package let c: Double
    package let d: Double
    /// Those with the outcome in the first group.
    package let first: Proportion
    /// Those with the outcome in the second group.
    package let second: Proportion

    /// Nil if a cell is negative or not finite, or a group is empty.
    package init?(_ a: Double, _ b: Double, _ c: Double, _ d: Double) {
        guard min(a, b, c, d) >= 0, let first = Proportion(a, of: a + b),
            let second = Proportion(c, of: c + d)
        else { return nil }
        (self.a, self.b, self.c, self.d) = (a, b, c, d)
        (self.first, self.second) = (first, second)
    }

    /// Nil if a cell is negative or a group is empty.
    package init?(_ a: Int, _ b: Int, _ c: Int, _ d: Int) {
        self.init(Double(a), Double(b), Double(c), Double(d))
    }

    package var total: Double { first.base + second.base }
    var hasEmptyCell: Bool { min(a, b, c, d) == 0 }

    /// The table with ½ added to each cell, so that no ratio is 0 or infinite (Haldane 1956 and Anscombe
    /// 1956).
    ///
    /// A page that uses it says so.
    package var withHalvesAdded: FourfoldTable? {
        FourfoldTable(a + 0.5, b + 0.5, c + 0.5, d + 0.5)
    }

    /// ad/bc; infinite when only bc is 0, nil when both products are 0.
    package var oddsRatio: Double? { ratio(a * d, b * c) }

    /// √(1/a + 1/b + 1/c + 1/d), of the logarithm of the odds ratio; nil with an empty cell.
    package var logOddsRatioError: Double? {
        hasEmptyCell ? nil : (1 / a + 1 / b + 1 / c + 1 / d).squareRoot()
    }

    /// Interval for the odds ratio on the scale of logarithms (Woolf 1955, Annals of Human Genetics
    /// 19:251); nil with an empty cell.
    package func woolf(_ confidence: Confidence) -> Interval? {
        guard let oddsRatio, let error = logOddsRatioError else { return nil }
        return Interval(center: log(oddsRatio), margin: confidence.z * error).mapped(exp)
    }

    /// How many times as likely the outcome is in the first group as in the second.
    ///
    /// Infinite when it occurs in the first alone, nil when in neither. The only ratio that may be worded
    /// "times as likely".
    package var riskRatio: Double? { ratio(first.share, second.share) }

    /// Interval for the risk ratio on the scale of logarithms; nil when the outcome is missing from a group.
    ///
    /// Katz, Baptista, Azen and Pike 1978, Biometrics 34:469.
    package func katz(_ confidence: Confidence) -> Interval? {
        guard a > 0, c > 0, let riskRatio else { return nil }
        let error = (1 / a - 1 / first.base + 1 / c - 1 / second.base).squareRoot()
        return Interval(center: log(riskRatio), margin: confidence.z * error).mapped(exp)
    }

    /// The difference of the two shares, with its Newcombe interval and its test.
    package var comparison: ProportionComparison { ProportionComparison(first, second) }

    private func ratio(_ numerator: Double, _ denominator: Double) -> Double? {
        if denominator == 0 { return numerator == 0 ? nil : .infinity }
        return numerator / denominator
    }
}
