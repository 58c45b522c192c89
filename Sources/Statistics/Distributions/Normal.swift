internal import Glibc

/// The standard normal distribution.
package enum Normal {
    /// The probability of a value below `z`; nil for NaN.
    package static func cdf(_ z: Double) -> Double? {
        z.isNaN ? nil : erfc(-z / 2.0.squareRoot()) / 2
    }

    /// The value below which lies the probability `p`; nil unless 0 < p < 1.
    ///
    /// Wichura 1988, "Algorithm AS 241: the percentage points of the normal distribution", Applied
    /// Statistics 37:477, the 16-digit routine.
    package static func quantile(_ p: Double) -> Double? {
        p > 0 && p < 1 ? normalQuantile(inside: p) : nil
    }

    /// The probability of a value as far from 0 as `z` or farther, on both sides; nil for NaN.
    package static func twoSidedPValue(_ z: Double) -> Double? {
        z.isNaN ? nil : erfc(abs(z) / 2.0.squareRoot())
    }
}

/// AS 241 for a probability that is known to lie strictly between 0 and 1.
func normalQuantile(inside p: Double) -> Double {
    let q = p - 0.5
    if abs(q) <= 0.425 {
        let r = 0.180625 - q * q
        return q * polynomial(r, centralNumerator) / polynomial(r, centralDenominator)
    }
    let r = (-log(min(p, 1 - p))).squareRoot()
    let size =
        r <= 5
        ? polynomial(r - 1.6, middleNumerator) / polynomial(r - 1.6, middleDenominator)
        : polynomial(r - 5, tailNumerator) / polynomial(r - 5, tailDenominator)
    return q < 0 ? -size : size
}

/// The value at `x` of the polynomial with these coefficients, constant term first.
func polynomial(_ x: Double, _ coefficients: [Double]) -> Double {
    coefficients.reversed().reduce(0) { $0 * x + $1 }
}

private let centralNumerator = [
    3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
    45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
]
private let centralDenominator = [
    1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077,
    21213.794301586595867, 39307.89580009271061, 28729.085735721942674, 5226.495278852545925,
]
private let middleNumerator = [
    1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
    1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4,
]
private let middleDenominator = [
    1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455,
    0.14810397642748007459, 0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9,
]
private let tailNumerator = [
    6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123,
    0.026532189526576123093, 0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
]
private let tailDenominator = [
    1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525,
    7.868691311456132591e-4, 1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
]
