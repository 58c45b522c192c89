/// A closed interval on the line; `lower` is at most `upper`, either may be infinite.
package struct Interval: Hashable, Sendable {
    package let lower: Double
    package let upper: Double

    package init(lower: Double, upper: Double) {
        self.lower = lower
        self.upper = upper
    }

    /// The point `center`, `margin` to each side.
    package init(center: Double, margin: Double) {
        self.init(lower: center - margin, upper: center + margin)
    }

    package var width: Double { upper - lower }

    package func contains(_ value: Double) -> Bool { lower <= value && value <= upper }

    /// The part of the interval that lies in `bounds`.
    package func clamped(to bounds: ClosedRange<Double>) -> Interval {
        Interval(
            lower: min(max(lower, bounds.lowerBound), bounds.upperBound),
            upper: min(max(upper, bounds.lowerBound), bounds.upperBound))
    }

    /// Both ends carried through a rising function, for intervals made on a log or logit scale.
    func mapped(_ rising: (Double) -> Double) -> Interval {
        Interval(lower: rising(lower), upper: rising(upper))
    }
}

/// How sure an interval claims to be, two-sided.
package struct Confidence: Hashable, Sendable {
    /// The probability, 0.95 for 95%.
    package let level: Double
    /// The probability that is left out on each side.
    package let tail: Double
    /// How many standard errors of the normal distribution that takes on each side: 1.96 for 95%.
    package let z: Double

    /// A level strictly between 0 and 1; nil otherwise.
    package init?(level: Double) {
        guard level > 0, level < 1 else { return nil }
        self.init(level: level, tail: (1 - level) / 2)
    }

    private init(level: Double, tail: Double) {
        self.level = level
        self.tail = tail
        z = -normalQuantile(inside: tail)
    }

    /// 95%, the level of every interval that is shown.
    package static let ninetyFive = Confidence(level: 0.95, tail: 0.025)
    /// 99.8%, the outer limit of a funnel plot: one in a thousand on each side.
    package static let ninetyNinePointEight = Confidence(level: 0.998, tail: 0.001)
}
