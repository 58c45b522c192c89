/// Where a continuous function crosses 0 in `range`, as exactly as doubles allow; nil unless its signs
/// at the two ends differ.
///
/// Brent 1973, "Algorithms for minimization without derivatives", chapter 4: secant and inverse quadratic
/// steps, halving when they do not help.
func root(in range: ClosedRange<Double>, of function: (Double) -> Double) -> Double? {
    var a = range.lowerBound
    var b = range.upperBound
    var fa = function(a)
    var fb = function(b)
    if fa == 0 { return a }
    if fb == 0 { return b }
    guard (fa < 0) != (fb < 0), !fa.isNaN, !fb.isNaN else { return nil }
    var c = a
    var fc = fa
    var step = b - a
    var before = step
    for _ in 0..<300 {
        if abs(fc) < abs(fb) {
            (a, b, c) = (b, c, b)
            (fa, fb, fc) = (fb, fc, fb)
        }
        let tolerance = 2 * Double.ulpOfOne * abs(b)
        let half = (c - b) / 2
        if abs(half) <= tolerance || fb == 0 { return b }
        if abs(before) >= tolerance, abs(fa) > abs(fb) {
            var (p, q) = interpolation(half: half, a == c, b - a, fa, fb, fc)
            if p > 0 { q = -q } else { p = -p }
            if 2 * p < min(3 * half * q - abs(tolerance * q), abs(before * q)) {
                before = step
                step = p / q
            } else {
                step = half
                before = half
            }
        } else {
            step = half
            before = half
        }
        a = b
        fa = fb
        b += abs(step) > tolerance ? step : (half > 0 ? tolerance : -tolerance)
        fb = function(b)
        if (fb < 0) == (fc < 0) {
            c = a
            fc = fa
            step = b - a
            before = step
        }
    }
    return b
}

/// Numerator and denominator of Brent's next step: secant when only two points are known.
private func interpolation(
    half: Double, _ twoPoints: Bool, _ span: Double, _ fa: Double, _ fb: Double, _ fc: Double
) -> (Double, Double) {
    let s = fb / fa
    guard !twoPoints else { return (2 * half * s, 1 - s) }
    let t = fa / fc
    let r = fb / fc
    return (s * (2 * half * t * (t - r) + span * (r - 1)), (t - 1) * (r - 1) * (s - 1))
}
