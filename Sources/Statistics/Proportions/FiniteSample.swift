/// A proportion among replies drawn from a known, finite list of people.
///
/// The correction holds for a random sample of the list. Where people chose themselves whether to reply it
/// narrows intervals without cause, so it is never the default and the page that uses it says so.
package struct FiniteSample: Hashable, Sendable {
    package let proportion: Proportion
    /// How many people the list holds.
    package let population: Double

    /// Nil unless the population is finite and at least the base.
    package init?(_ proportion: Proportion, population: Double) {
        guard population.isFinite, population >= proportion.base else { return nil }
        self.proportion = proportion
        self.population = population
    }

    /// Which share of the list replied.
    package var samplingFraction: Double { proportion.base / population }

    /// √((N−n)/(N−1)), by which the standard error shrinks (Cochran 1977, "Sampling techniques", 2.6);
    /// 0 when everybody replied.
    package var correction: Double {
        population == proportion.base
            ? 0 : ((population - proportion.base) / (population - 1)).squareRoot()
    }

    /// √(pq/n · (N−n)/(N−1)): the variance pq taken as known.
    package var standardErrorKnownVariance: Double { proportion.standardError * correction }

    /// √(pq/(n−1) · (1−n/N)): the variance estimated without bias, as R's survey package does.
    ///
    /// Nil for a base of 1 or less.
    package var standardErrorUnbiased: Double? {
        guard proportion.base > 1 else { return nil }
        let variance = proportion.share * proportion.rest / (proportion.base - 1)
        return (variance * (1 - samplingFraction)).squareRoot()
    }

    /// z standard errors, with the variance taken as known: half the width of the textbook interval.
    package func marginOfError(_ confidence: Confidence) -> Double {
        confidence.z * standardErrorKnownVariance
    }

    /// The base n(N−1)/(N−n) of a sample from an endless population that would be as precise; infinite
    /// when everybody replied.
    package var effectiveBase: Double {
        let n = proportion.base
        return population == n ? .infinity : n * (population - 1) / (population - n)
    }

    /// Wilson's interval on the effective base; a point when everybody replied.
    package func wilson(_ confidence: Confidence) -> Interval {
        let share = proportion.share
        guard let effective = Proportion(share: share, of: effectiveBase) else {
            return Interval(lower: share, upper: share)
        }
        return effective.wilson(confidence)
    }
}

/// How many replies a margin of error takes (Cochran 1977, 4.4): n₀ = z²pq/e², n = n₀/(1 + (n₀−1)/N).
package struct RequiredSample: Hashable, Sendable {
    /// For a population without end.
    package let fromLargePopulation: Double
    /// For the population given, before rounding up.
    package let exact: Double

    /// Nil unless the population is at least 1, the margin positive and the share between 0 and 1.
    package init?(
        population: Double, margin: Double, share: Double = 0.5, confidence: Confidence = .ninetyFive
    ) {
        guard population >= 1, population.isFinite, margin > 0, margin.isFinite, share >= 0, share <= 1
        else { return nil }
        let z = confidence.z
        fromLargePopulation = z * z * share * (1 - share) / (margin * margin)
        exact = fromLargePopulation / (1 + (fromLargePopulation - 1) / population)
        guard exact.isFinite, exact < 9e15 else { return nil }
    }

    /// The whole number of replies that is enough.
    package var count: Int { Int(exact.rounded(.up)) }
}

/// The margin of error that a sample achieves, z√(pq/n), made smaller by a known population: 0.098 for 100
/// replies, 0.085 for 100 out of 400.
///
/// Nil unless 0 < base ≤ population and 0 ≤ share ≤ 1.
package func achievedMargin(
    base: Double, population: Double? = nil, share: Double = 0.5, confidence: Confidence = .ninetyFive
) -> Double? {
    guard let proportion = Proportion(share: share, of: base) else { return nil }
    guard let population else { return confidence.z * proportion.standardError }
    return FiniteSample(proportion, population: population)?.marginOfError(confidence)
}
