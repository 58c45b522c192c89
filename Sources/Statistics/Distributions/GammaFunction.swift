internal import Glibc

/// The logarithm of the gamma function; nil unless `x` is positive and finite.
package func logGamma(_ x: Double) -> Double? {
    x > 0 && x.isFinite ? logGamma(positive: x) : nil
}

func logGamma(positive x: Double) -> Double {
    var sign: Int32 = 0
    return lgamma_r(x, &sign)
}

/// How far Stirling's formula falls short: log Γ(n+1) − log(√(2πn) (n/e)ⁿ), for n > 0.
///
/// Loader 2000, "Fast and accurate computation of binomial probabilities".
func stirlingError(_ n: Double) -> Double {
    if n <= 15 {
        return logGamma(positive: n + 1) - (n + 0.5) * log(n) + n - 0.5 * log(2 * Double.pi)
    }
    let square = n * n
    let series = polynomial(
        1 / square, [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156])
    return series / n
}

/// Loader's deviance term x log(x/m) + m − x, without the cancellation near x = m; x and m positive.
func devianceTerm(_ x: Double, mean m: Double) -> Double {
    guard abs(x - m) < 0.1 * (x + m) else { return x * log(x / m) + m - x }
    let v = (x - m) / (x + m)
    var sum = (x - m) * v
    var term = 2 * x * v
    var odd = 3.0
    while true {
        term *= v * v
        let next = sum + term / odd
        if next == sum { return sum }
        sum = next
        odd += 2
    }
}
