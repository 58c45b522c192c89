internal import Glibc

/// The beta distribution with shapes `a` and `b`.
package enum BetaDistribution {
    /// The probability of a value below `x`, the regularised incomplete beta function; nil unless
    /// 0 ≤ x ≤ 1 and both shapes are positive and finite.
    package static func cdf(_ x: Double, _ a: Double, _ b: Double) -> Double? {
        guard x >= 0, x <= 1, areShapes(a, b) else { return nil }
        return incompleteBeta(x, rest: 1 - x, a, b).lower
    }

    /// The value below which lies the probability `p`; nil unless 0 ≤ p ≤ 1 and both shapes are
    /// positive and finite.
    package static func quantile(_ p: Double, _ a: Double, _ b: Double) -> Double? {
        guard p >= 0, p <= 1, areShapes(a, b) else { return nil }
        return betaQuantile(lower: p, upper: 1 - p, a, b).value
    }

    private static func areShapes(_ a: Double, _ b: Double) -> Bool {
        a > 0 && b > 0 && a.isFinite && b.isFinite
    }
}

/// The regularised incomplete beta function for arguments known to be good, and what it lacks to 1; `y` is
/// 1 − x, given by itself for its digits.
///
/// The continued fraction of Lentz 1976 in the form of Didonato and Morris 1992 (TOMS 708, fraction
/// 8.17.22 of the NIST handbook), taken from the side on which it converges fast; the factor before it is
/// a binomial density (Loader 2000), so that large shapes keep their digits.
func incompleteBeta(
    _ x: Double, rest y: Double, _ a: Double, _ b: Double
) -> (lower: Double, upper: Double) {
    if x <= 0 { return (0, 1) }
    if y <= 0 { return (1, 0) }
    let factor = binomialDensity(a, a + b, x, y) * (a / (a + b)) * b
    if x <= (a + 1) / (a + b + 2) {
        let lower = factor * betaFraction(x, a, b) / a
        return (lower, 1 - lower)
    }
    let upper = factor * betaFraction(y, b, a) / b
    return (1 - upper, upper)
}

private func betaFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    var c = 1.0
    var d = 1 / nonzero(1 - (a + b) * x / (a + 1), tiny)
    var value = d
    let steps = 200 + Int(5 * max(a, b).squareRoot())
    for step in 1...steps {
        let m = Double(step)
        let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        d = 1 / nonzero(1 + even * d, tiny)
        c = nonzero(1 + even / c, tiny)
        value *= d * c
        let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        d = 1 / nonzero(1 + odd * d, tiny)
        c = nonzero(1 + odd / c, tiny)
        value *= d * c
        if abs(d * c - 1) < 1e-16 { break }
    }
    return value
}

func nonzero(_ value: Double, _ tiny: Double) -> Double { abs(value) < tiny ? tiny : value }

/// The inverse of the incomplete beta function, given the probability on both sides, and what it lacks to 1.
///
/// Solved on the logarithm of whichever of x and 1 − x is small, and on whichever probability is small, so
/// that tiny ends keep their digits.
func betaQuantile(
    lower p: Double, upper q: Double, _ a: Double, _ b: Double
) -> (value: Double, rest: Double) {
    if p <= 0 { return (0, 1) }
    if q <= 0 { return (1, 0) }
    if incompleteBeta(0.5, rest: 0.5, a, b).lower < p {
        let mirrored = smallBetaQuantile(lower: q, upper: p, b, a)
        return (1 - mirrored, mirrored)
    }
    let value = smallBetaQuantile(lower: p, upper: q, a, b)
    return (value, 1 - value)
}

private func smallBetaQuantile(lower p: Double, upper q: Double, _ a: Double, _ b: Double) -> Double {
    let logRoot = root(in: -745 ... -0.69) { logX in
        let reached = incompleteBeta(exp(logX), rest: -expm1(logX), a, b)
        return p <= q ? reached.lower - p : q - reached.upper
    }
    return logRoot.map(exp) ?? 0
}
