internal import Glibc

/// How much bodies differ beyond chance, and their distances from the target once that is allowed for.
///
/// Spiegelhalter 2005 (Statistics in Medicine 24:1185): z-scores are drawn in at both ends, φ is the mean
/// of their squares, and where φ says so a variance τ² between bodies is estimated by the method of
/// DerSimonian and Laird (1986). A φ well above 1 means that the plain limits flag most bodies: show the
/// adjusted ones, or no ranking.
package struct Overdispersion: Hashable, Sendable {
    /// On which scale shares are compared with the target.
    package enum Scale: String, Hashable, Sendable, CaseIterable {
        case proportion
        /// asin √p, of variance 1/(4n).
        case arcsine
    }

    /// Each body's distance from the target in standard errors.
    package let z: [Double]
    /// The bounds at which they are drawn in.
    package let winsorBounds: Interval
    package let winsorized: [Double]
    /// The mean square of the drawn-in scores, 1 by chance alone.
    package let phi: Double
    /// The variance between bodies on the scale in use, 0 if chance is enough to explain them.
    package let tauSquared: Double
    /// The distances with the variance between bodies counted in.
    package let adjustedZ: [Double]

    /// Nil for fewer than 2 bodies, a target outside 0…1 or at its ends, or a trim outside 0..<0.5.
    package init?(_ bodies: [Proportion], target: Double, scale: Scale = .proportion, trim: Double = 0.1) {
        guard bodies.count >= 2, target > 0, target < 1, trim >= 0, trim < 0.5 else { return nil }
        let center = scale == .proportion ? target : asin(target.squareRoot())
        let distances = bodies.map { body in
            (scale == .proportion ? body.share : asin(body.share.squareRoot())) - center
        }
        let variances = bodies.map { body in
            scale == .proportion ? target * (1 - target) / body.base : 1 / (4 * body.base)
        }
        let z = zip(distances, variances).map { $0 / $1.squareRoot() }
        let bounds = Interval(lower: sampleQuantile(z, trim), upper: sampleQuantile(z, 1 - trim))
        let drawnIn = z.map { min(max($0, bounds.lower), bounds.upper) }
        let count = Double(bodies.count)
        let phi = drawnIn.reduce(0) { $0 + $1 * $1 } / count
        var tauSquared = 0.0
        if count * phi >= count - 1 {
            let weights = variances.map { 1 / $0 }
            let sum = weights.reduce(0, +)
            let squares = weights.reduce(0) { $0 + $1 * $1 }
            tauSquared = max(0, (count * phi - (count - 1)) / (sum - squares / sum))
        }
        self.z = z
        winsorBounds = bounds
        winsorized = drawnIn
        self.phi = phi
        self.tauSquared = tauSquared
        adjustedZ = zip(distances, variances).map { $0 / ($1 + tauSquared).squareRoot() }
    }
}

/// The quantile of a sample by linear interpolation between order statistics (Hyndman and Fan 1996, American
/// Statistician 50:361, type 7).
///
/// The sample holds at least one number.
private func sampleQuantile(_ sample: [Double], _ p: Double) -> Double {
    let sorted = sample.sorted()
    let position = Double(sorted.count - 1) * p
    let index = min(Int(position), sorted.count - 1)
    let next = min(index + 1, sorted.count - 1)
    return sorted[index] + (position - Double(index)) * (sorted[next] - sorted[index])
}
