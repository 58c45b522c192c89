internal import Glibc

/// What unequal weights cost in precision (Kish 1965, "Survey sampling").
package struct WeightingEffect: Hashable, Sendable {
    package let sumOfWeights: Double
    /// (Σw)²/Σw²: how many unweighted replies would be as precise.
    package let effectiveBase: Double
    /// Replies divided by the effective base, 1 or more.
    package let designEffect: Double

    /// Nil unless there is a weight, all are finite and not negative, and one is positive.
    package init?(weights: [Double]) {
        guard weights.allSatisfy({ $0 >= 0 && $0.isFinite }) else { return nil }
        let sum = weights.reduce(0, +)
        let squares = weights.reduce(0) { $0 + $1 * $1 }
        guard sum > 0, squares > 0, sum.isFinite, squares.isFinite else { return nil }
        sumOfWeights = sum
        effectiveBase = sum * sum / squares
        designEffect = Double(weights.count) * squares / (sum * sum)
    }
}

/// One proportion over several bodies, each weighing as much as its population (Cochran 1977, "Sampling
/// techniques", chapter 5).
package struct StratifiedProportion: Hashable, Sendable {
    package let share: Double
    /// √ΣW²(1−f)pq/(n−1), with W the body's part of all people and f the part of its people who replied.
    package let standardError: Double
    /// All replies counted alike.
    package let unweighted: Proportion

    /// Nil if there is no stratum, or one of them has a base of 1 or less, for which no variance can be
    /// estimated.
    package init?(_ strata: [FiniteSample]) {
        let population = strata.reduce(0) { $0 + $1.population }
        var share = 0.0
        var variance = 0.0
        for stratum in strata {
            guard let error = stratum.standardErrorUnbiased else { return nil }
            let weight = stratum.population / population
            share += weight * stratum.proportion.share
            variance += weight * weight * error * error
        }
        let count = strata.reduce(0) { $0 + $1.proportion.count }
        guard let pooled = Proportion(count, of: strata.reduce(0) { $0 + $1.proportion.base })
        else { return nil }
        self.share = min(1, share)
        standardError = variance.squareRoot()
        unweighted = pooled
    }

    /// The variance divided by that of a simple random sample of as many from an endless population; nil
    /// when the share is 0 or 1.
    package var designEffect: Double? {
        let simple = share * (1 - share) / unweighted.base
        return simple > 0 ? standardError * standardError / simple : nil
    }

    /// pq divided by the variance; infinite when every body has no variance, nil when the share is 0 or 1, for
    /// then nothing is known of the spread.
    package var effectiveBase: Double? {
        let spread = share * (1 - share)
        guard spread > 0 else { return nil }
        return standardError == 0 ? .infinity : spread / (standardError * standardError)
    }

    /// Wilson's interval on the effective base; nil when that is nil or not finite.
    package func wilson(_ confidence: Confidence) -> Interval? {
        effectiveBase.flatMap { Proportion(share: share, of: $0) }?.wilson(confidence)
    }

    /// share ± z standard errors on the scale of log odds; nil when the share is 0 or 1.
    package func logit(_ confidence: Confidence) -> Interval? {
        let spread = share * (1 - share)
        guard spread > 0 else { return nil }
        return Interval(center: log(share / (1 - share)), margin: confidence.z * standardError / spread)
            .mapped { 1 / (1 + exp(-$0)) }
    }
}
