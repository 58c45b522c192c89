internal import Glibc

/// The chi-squared distribution with `degrees` of freedom, not necessarily whole.
package enum ChiSquared {
    /// The probability of a value above `x`; nil unless x ≥ 0 and the degrees are positive and finite.
    package static func upperTail(_ x: Double, degrees: Double) -> Double? {
        guard x >= 0, degrees > 0, degrees.isFinite else { return nil }
        return upperGamma(degrees / 2, x / 2)
    }

    /// The value below which lies the probability `p`; nil unless 0 < p < 1 and the degrees are
    /// positive and finite.
    package static func quantile(_ p: Double, degrees: Double) -> Double? {
        guard p > 0, p < 1, degrees > 0, degrees.isFinite else { return nil }
        let a = degrees / 2
        let top = log(a + 750 + 40 * a.squareRoot())
        let logRoot =
            p < 0.5
            ? root(in: -745...top) { lowerGamma(a, exp($0)) - p }
            : root(in: -745...top) { (1 - p) - upperGamma(a, exp($0)) }
        return logRoot.map { 2 * exp($0) }
    }
}

/// The regularised gamma functions: P(a, x) below, Q(a, x) above; for a > 0, x ≥ 0.
///
/// Series below a + 1, Lentz's continued fraction above (NIST handbook 8.11.4 and 8.9.2); the factor
/// xᵃ e⁻ˣ / Γ(a+1) is a Poisson density in Loader's form.
func lowerGamma(_ a: Double, _ x: Double) -> Double {
    x < a + 1 ? gammaSeries(a, x) : 1 - gammaFraction(a, x)
}

func upperGamma(_ a: Double, _ x: Double) -> Double {
    x < a + 1 ? 1 - gammaSeries(a, x) : gammaFraction(a, x)
}

private func poissonFactor(_ a: Double, _ x: Double) -> Double {
    exp(-stirlingError(a) - devianceTerm(a, mean: x)) / (2 * .pi * a).squareRoot()
}

private func gammaSeries(_ a: Double, _ x: Double) -> Double {
    guard x > 0 else { return 0 }
    var term = 1.0
    var sum = 1.0
    var n = a
    while term > sum * 1e-17 {
        n += 1
        term *= x / n
        sum += term
    }
    return poissonFactor(a, x) * sum
}

private func gammaFraction(_ a: Double, _ x: Double) -> Double {
    guard x.isFinite else { return 0 }
    let tiny = 1e-300
    var b = x + 1 - a
    var c = 1 / tiny
    var d = 1 / b
    var value = d
    for step in 1...100_000 {
        let i = Double(step)
        let numerator = -i * (i - a)
        b += 2
        d = 1 / nonzero(numerator * d + b, tiny)
        c = nonzero(b + numerator / c, tiny)
        value *= d * c
        if abs(d * c - 1) < 1e-16 { break }
    }
    return poissonFactor(a, x) * a * value
}
