import Statistics

/// Shares of several bodies around a common one, and the limits within which chance alone would leave them.
///
/// Normal limits, 95% and 99.8% (Spiegelhalter 2005, Statistics in Medicine 24:1185). Where bodies differ more than
/// chance alone would make them (the drawn-in squares exceed the 95% point of chi-squared), the variance between bodies
/// is counted in, as there, so that not half of all bodies stand out.
package struct FunnelLimits: Sendable {
    /// The share that all are held against, 0 to 1.
    package let target: Double
    /// The variance between bodies that the limits count in; 0 where chance is enough.
    package let variance: Double

    /// A body's share, 0 to 1, and how many answered.
    package typealias Point = (share: Double, base: Double)

    /// Nil unless there are two sound points and 0 < target < 1.
    package init?(target: Double, points: [Point]) {
        let bodies = points.compactMap { Proportion(share: $0.share, of: $0.base) }
        guard bodies.count == points.count, let spread = Overdispersion(bodies, target: target),
            let most = ChiSquared.quantile(0.95, degrees: Double(bodies.count - 1))
        else { return nil }
        self.target = target
        variance = spread.phi * Double(bodies.count) > most ? spread.tauSquared : 0
    }

    /// The limits at a base, each within 0 to 1.
    package func limits(base: Double) -> (inner: ClosedRange<Double>, outer: ClosedRange<Double>) {
        let error = (target * (1 - target) / base + variance).squareRoot()
        let range = { (confidence: Confidence) in
            let interval = Interval(center: target, margin: confidence.z * error).clamped(to: 0...1)
            return interval.lower...interval.upper
        }
        return (range(.ninetyFive), range(.ninetyNinePointEight))
    }

    /// Where a point lies.
    package enum Place: Hashable, Sendable {
        case inside, betweenLimits, outside
    }

    package func place(of point: Point) -> Place {
        let (inner, outer) = limits(base: point.base)
        return inner.contains(point.share) ? .inside : outer.contains(point.share) ? .betweenLimits : .outside
    }
}
