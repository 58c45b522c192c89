internal import Glibc

/// The beta distribution with shapes `a` and `b`.
package enum BetaDistribution {
    /// The probability of a value below `x`, the regularised incomplete beta function; nil unless
    /// 0 ≤ x ≤ 1 and both shapes are positive and finite.
    package static func cdf(_ x: Double, _ a: Double, _ b: Double) -> Double? {
        guard x >= 0, x <= 1, areShapes(a, b) else { return nil }
        return incompleteBeta(x, a, b)
    }

    /// The value below which lies the probability `p`; nil unless 0 ≤ p ≤ 1 and both shapes are
    /// positive and finite.
    package static func quantile(_ p: Double, _ a: Double, _ b: Double) -> Double? {
        guard p >= 0, p <= 1, areShapes(a, b) else { return nil }
        return betaQuantile(lower: p, upper: 1 - p, a, b)
    }

    private static func areShapes(_ a: Double, _ b: Double) -> Bool {
        a > 0 && b > 0 && a.isFinite && b.isFinite
    }
}

/// The regularised incomplete beta function for arguments known to be good.
///
/// The continued fraction of Lentz 1976 in the form of Didonato and Morris 1992 (TOMS 708, fraction
/// 8.17.22 of the NIST handbook), taken from the side on which it converges fast; the factor before it is
/// a binomial density (Loader 2000), so that large shapes keep their digits.
func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    let factor = binomialDensity(a, a + b, x, 1 - x) * (a / (a + b)) * b
    return x <= (a + 1) / (a + b + 2)
        ? factor * betaFraction(x, a, b) / a
        : 1 - factor * betaFraction(1 - x, b, a) / b
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

/// The inverse of the incomplete beta function, given the probability on both sides.
///
/// Solved on the logarithm of whichever of x and 1 − x is small, so that tiny ends keep their digits.
func betaQuantile(lower p: Double, upper q: Double, _ a: Double, _ b: Double) -> Double {
    if p <= 0 { return 0 }
    if q <= 0 { return 1 }
    if incompleteBeta(0.5, a, b) < p { return 1 - smallBetaQuantile(q, b, a) }
    return smallBetaQuantile(p, a, b)
}

private func smallBetaQuantile(_ p: Double, _ a: Double, _ b: Double) -> Double {
    let logRoot = root(in: -745 ... -0.69) { incompleteBeta(exp($0), a, b) - p }
    return logRoot.map(exp) ?? 0
}
