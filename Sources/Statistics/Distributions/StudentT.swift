/// Student's t distribution with `degrees` of freedom, not necessarily whole.
package enum StudentT {
    /// The value below which lies the probability `p`; nil unless 0 < p < 1 and the degrees are positive and
    /// finite.
    ///
    /// From the inverse incomplete beta function (NIST handbook 8.17).
    package static func quantile(_ p: Double, degrees: Double) -> Double? {
        guard p > 0, p < 1, degrees > 0, degrees.isFinite else { return nil }
        let tails = 2 * min(p, 1 - p)
        let x = betaQuantile(lower: tails, upper: 1 - tails, degrees / 2, 0.5)
        let size = (degrees * x.rest / x.value).squareRoot()
        return p < 0.5 ? -size : size
    }
}
