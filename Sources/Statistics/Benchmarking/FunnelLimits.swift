internal import Glibc

/// Where proportions around a common target may lie by chance, at a base: a slice through a funnel plot.
package struct Funnel: Hashable, Sendable {
    /// The share that all bodies are held against.
    package let target: Double

    /// Nil unless 0 < target < 1.
    package init?(target: Double) {
        guard target > 0, target < 1 else { return nil }
        self.target = target
    }

    /// target ± z √(t(1−t)/n), kept within 0…1: the limits of UK public health (Spiegelhalter 2005,
    /// Statistics in Medicine 24:1185).
    ///
    /// Nil unless the base is positive and finite.
    package func normalLimits(base: Double, _ confidence: Confidence) -> Interval? {
        guard base > 0, base.isFinite else { return nil }
        let margin = confidence.z * (target * (1 - target) / base).squareRoot()
        return Interval(center: target, margin: margin).clamped(to: 0...1)
    }

    /// Interpolated binomial limits (Spiegelhalter 2005, appendix A.1.1), kept within 0…1.
    ///
    /// Nil unless the base is at least 1.
    package func exactLimits(base: Int, _ confidence: Confidence) -> Interval? {
        guard let low = exactLimit(base: base, tail: confidence.tail),
            let high = exactLimit(base: base, tail: 1 - confidence.tail)
        else { return nil }
        return Interval(lower: low.share, upper: high.share).clamped(to: 0...1)
    }

    /// One interpolated limit: the least r with F(r) ≥ tail, moved down by α = (F(r) − tail)/f(r).
    package func exactLimit(base: Int, tail: Double) -> ExactLimit? {
        guard base >= 1, tail > 0, tail < 1 else { return nil }
        var below = -1
        var above = base
        while above - below > 1 {
            let middle = below + (above - below) / 2
            let reached = Binomial.cdf(middle, trials: base, probability: target).map { $0 >= tail }
            if reached == true { above = middle } else { below = middle }
        }
        guard let cdf = Binomial.cdf(above, trials: base, probability: target),
            let density = Binomial.density(above, trials: base, probability: target), density > 0
        else { return nil }
        let step = (cdf - tail) / density
        return ExactLimit(count: above, step: step, share: (Double(above) - step) / Double(base))
    }

    /// What `exactLimit` finds: the count r, the step α, and the share (r − α)/n, not kept within 0…1.
    package struct ExactLimit: Hashable, Sendable {
        package let count: Int
        package let step: Double
        package let share: Double
    }

    /// sin²(asin √t ± z/(2√n)).
    ///
    /// Nil unless the base is positive and finite.
    ///
    /// The angle is kept within a quarter turn, so that the limits of small bases are 0 and 1; `folded`
    /// leaves it as it is, and the sine folds back, as the R package FunnelPlotR has it before it trims.
    package func arcsineLimits(base: Double, _ confidence: Confidence, folded: Bool = false) -> Interval? {
        guard base > 0, base.isFinite else { return nil }
        let middle = asin(target.squareRoot())
        var angles = Interval(center: middle, margin: confidence.z / (2 * base.squareRoot()))
        if !folded { angles = angles.clamped(to: 0 ... .pi / 2) }
        return Interval(lower: pow(sin(angles.lower), 2), upper: pow(sin(angles.upper), 2))
    }
}
