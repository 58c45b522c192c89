/// The share of positive answers less that of negative ones, −1 to 1.
///
/// Beside a share of positives a net score gives the share of negatives away: disclosure control must know
/// of both.
package struct NetScore: Hashable, Sendable {
    package let positive: Double
    package let negative: Double
    package let base: Double

    /// Nil unless the base is positive and finite, neither count is negative and both fit into it.
    package init?(positive: Double, negative: Double, base: Double) {
        guard base > 0, base.isFinite, positive >= 0, negative >= 0, positive + negative <= base
        else { return nil }
        self.positive = positive
        self.negative = negative
        self.base = base
    }

    package var value: Double { (positive - negative) / base }

    /// (p₊ + p₋ − d²)/n under the multinomial distribution, square-rooted.
    package var standardError: Double {
        (max(0, (positive + negative) / base - value * value) / base).squareRoot()
    }

    /// value ± z standard errors: empty when all answers are alike.
    package func wald(_ confidence: Confidence) -> Interval {
        Interval(center: value, margin: confidence.z * standardError)
    }

    /// The score after one more positive and one more negative answer (Bonett and Price 2012, Journal of
    /// Educational and Behavioral Statistics 37:479).
    package var adjusted: NetScore {
        NetScore(adding: 1, to: self)
    }

    /// The textbook interval of the adjusted score, kept within −1…1; never empty.
    package func adjustedWald(_ confidence: Confidence) -> Interval {
        adjusted.wald(confidence).clamped(to: -1...1)
    }

    private init(adding extra: Double, to score: NetScore) {
        positive = score.positive + extra
        negative = score.negative + extra
        base = score.base + 2 * extra
    }
}

/// Two net scores of people who do not overlap.
package struct NetScoreComparison: Hashable, Sendable {
    package let first: NetScore
    package let second: NetScore

    package init(_ first: NetScore, _ second: NetScore) {
        self.first = first
        self.second = second
    }

    /// The first less the second, −2 to 2.
    package var difference: Double { first.value - second.value }

    package var standardError: Double {
        let (a, b) = (first.standardError, second.standardError)
        return (a * a + b * b).squareRoot()
    }

    package func wald(_ confidence: Confidence) -> Interval {
        Interval(center: difference, margin: confidence.z * standardError)
    }

    /// The difference in standard errors; nil when both have none.
    package var z: Double? { standardError > 0 ? difference / standardError : nil }
    /// Two-sided; nil as `z`.
    package var pValue: Double? { z.flatMap(Normal.twoSidedPValue) }
}
