internal import Glibc

/// The binomial distribution: successes among `n` trials, each with probability `p`.
package enum Binomial {
    /// The probability of exactly `k` successes; nil unless 0 ≤ k ≤ n and 0 ≤ p ≤ 1.
    package static func density(_ k: Int, trials n: Int, probability p: Double) -> Double? {
        guard k >= 0, k <= n, p >= 0, p <= 1 else { return nil }
        return binomialDensity(Double(k), Double(n), p, 1 - p)
    }

    /// The probability of at most `k` successes; nil unless 0 ≤ k ≤ n and 0 ≤ p ≤ 1.
    package static func cdf(_ k: Int, trials n: Int, probability p: Double) -> Double? {
        guard k >= 0, k <= n, p >= 0, p <= 1 else { return nil }
        return k == n ? 1 : incompleteBeta(1 - p, rest: p, Double(n - k), Double(k) + 1).lower
    }
}

/// The hypergeometric distribution: marked ones among `draws` without return out of `total`.
package enum Hypergeometric {
    /// The counts that can occur at all; nil if the numbers contradict each other.
    package static func support(total: Int, successes: Int, draws: Int) -> ClosedRange<Int>? {
        guard successes >= 0, draws >= 0, successes <= total, draws <= total else { return nil }
        return max(0, draws - (total - successes))...min(draws, successes)
    }

    /// The probability of exactly `k` marked ones, 0 outside the support; nil if the numbers contradict
    /// each other.
    package static func density(_ k: Int, total: Int, successes: Int, draws: Int) -> Double? {
        guard let support = support(total: total, successes: successes, draws: draws) else { return nil }
        guard support.contains(k) else { return 0 }
        guard draws > 0, draws < total else { return 1 }
        let p = Double(draws) / Double(total)
        let q = Double(total - draws) / Double(total)
        let marked = binomialDensity(Double(k), Double(successes), p, q)
        let unmarked = binomialDensity(Double(draws - k), Double(total - successes), p, q)
        return marked * unmarked / binomialDensity(Double(draws), Double(total), p, q)
    }
}

/// Γ(n+1)/(Γ(x+1)Γ(n−x+1)) pˣ qⁿ⁻ˣ for real 0 ≤ x ≤ n, with q = 1 − p given by itself for its digits.
///
/// Loader 2000: Stirling's formula with its error and two deviance terms, so that nothing cancels.
func binomialDensity(_ x: Double, _ n: Double, _ p: Double, _ q: Double) -> Double {
    if p == 0 { return x == 0 ? 1 : 0 }
    if q == 0 { return x == n ? 1 : 0 }
    if n == 0 { return 1 }
    if x == 0 { return exp(p < 0.1 ? -devianceTerm(n, mean: n * q) - n * p : n * log(q)) }
    if x == n { return exp(q < 0.1 ? -devianceTerm(n, mean: n * p) - n * q : n * log(p)) }
    let exponent =
        stirlingError(n) - stirlingError(x) - stirlingError(n - x)
        - devianceTerm(x, mean: n * p) - devianceTerm(n - x, mean: n * q)
    return exp(exponent) * (n / (2 * .pi * x * (n - x))).squareRoot()
}
