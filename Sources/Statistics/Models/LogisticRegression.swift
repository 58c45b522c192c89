internal import Glibc

/// People who share all the characteristics that a model knows of, and how they answered.
package struct CovariateGroup: Hashable, Sendable {
    /// The characteristics, without the intercept.
    package let values: [Double]
    package let answers: Proportion

    /// Nil if nobody answered, a count is negative or a value not finite.
    package init?(values: [Double], yes: Int, no: Int) {
        guard yes >= 0, no >= 0, values.allSatisfy(\.isFinite) else { return nil }
        guard let answers = Proportion(Double(yes), of: Double(yes) + Double(no)) else { return nil }
        self.values = values
        self.answers = answers
    }
}

/// Logistic regression of grouped counts: how each characteristic bears on the odds of a yes, the others
/// being equal.
///
/// Aggregated counts are enough.
///
/// Maximum likelihood by iteratively reweighted least squares (Nelder and Wedderburn 1972, JRSS A 135:370),
/// a step being halved while it makes the fit worse.
package struct LogisticRegression: Hashable, Sendable {
    package let groups: [CovariateGroup]
    /// The intercept first, then one for each characteristic.
    package let coefficients: [Double]
    package let standardErrors: [Double]
    /// Twice the log-likelihood lost against a model with a share of its own for each group.
    package let deviance: Double

    /// What can become of a fit.
    package enum Outcome: Hashable, Sendable {
        case fitted(LogisticRegression)
        /// The characteristics depend on each other, or one of them separates yes from no.
        case notEstimable
    }

    /// Fits the model; nil without groups, with more coefficients than groups, or with groups that differ
    /// in how many values they hold.
    ///
    /// A coefficient beyond ±15 or with a standard error above 50, on the scale on which its characteristic
    /// varies by 1 around its mean, is taken for separation.
    package static func fit(_ groups: [CovariateGroup]) -> Outcome? {
        guard let width = groups.first?.values.count, groups.count > width,
            groups.allSatisfy({ $0.values.count == width })
        else { return nil }
        let scale = CovariateScale(groups)
        let rows = groups.map(scale.row)
        let answers = groups.map(\.answers)
        var coefficients = [Double](repeating: 0, count: width + 1)
        var deviance = loss(rows, answers, coefficients)
        for _ in 0..<200 {
            guard let step = newtonStep(rows, answers, coefficients) else { return .notEstimable }
            var size = 1.0
            var next = zip(coefficients, step).map { $0 + $1 }
            var nextDeviance = loss(rows, answers, next)
            while !(nextDeviance <= deviance + 1e-10 * (abs(deviance) + 1)), size > 1e-6 {
                size /= 2
                next = zip(coefficients, step).map { $0 + size * $1 }
                nextDeviance = loss(rows, answers, next)
            }
            let change = zip(next, coefficients).map { abs($0 - $1) / (1 + abs($0)) }.max() ?? 0
            (coefficients, deviance) = (next, nextDeviance)
            if change < 1e-14 { break }
        }
        guard let information = PositiveMatrix(information(rows, answers, coefficients)) else {
            return .notEstimable
        }
        let errors = information.inverseDiagonal.map { $0.squareRoot() }
        guard coefficients.dropFirst().allSatisfy({ abs($0) <= 15 }), errors.allSatisfy({ $0 <= 50 }) else {
            return .notEstimable
        }
        return .fitted(
            LogisticRegression(
                groups: groups, coefficients: scale.original(coefficients),
                standardErrors: scale.originalErrors(information), deviance: deviance))
    }

    /// Groups less coefficients.
    package var residualDegrees: Int { groups.count - coefficients.count }
    package var z: [Double] { zip(coefficients, standardErrors).map { $0 / $1 } }
    /// Two-sided, of each coefficient being 0.
    package var pValues: [Double] { z.compactMap(Normal.twoSidedPValue) }
    /// By how much the odds multiply for each unit of a characteristic; for the intercept the odds
    /// themselves.
    package var oddsRatios: [Double] { coefficients.map { exp($0) } }

    /// Wald intervals of the odds ratios.
    package func oddsRatioIntervals(_ confidence: Confidence) -> [Interval] {
        zip(coefficients, standardErrors).map { coefficient, error in
            Interval(center: coefficient, margin: confidence.z * error).mapped { exp($0) }
        }
    }

    /// The share of yes if everybody had `first` as characteristic number `index` (from 0, without the
    /// intercept), against everybody having `second`.
    ///
    /// The average over the people observed, all else as it is (standardisation, or g-computation: Robins
    /// 1986, Mathematical Modelling 7:1393). It gives the ratio that may be worded "times as likely". Nil
    /// if there is no such characteristic or a value is not finite.
    package func standardised(
        _ index: Int, at first: Double = 1, against second: Double = 0
    ) -> StandardisedComparison? {
        guard index >= 0, index < coefficients.count - 1, first.isFinite, second.isFinite else { return nil }
        return StandardisedComparison(first: share(index, at: first), second: share(index, at: second))
    }

    private func share(_ index: Int, at value: Double) -> Double {
        var (yes, people) = (0.0, 0.0)
        for group in groups {
            var row = [1] + group.values
            row[index + 1] = value
            yes += group.answers.base * Self.probability(row, coefficients)
            people += group.answers.base
        }
        return yes / people
    }
}

/// Two shares of yes that differ by one characteristic alone.
package struct StandardisedComparison: Hashable, Sendable {
    package let first: Double
    package let second: Double

    package var riskDifference: Double { first - second }
    /// Nil when the second share is 0.
    package var riskRatio: Double? { second > 0 ? first / second : nil }
}

extension LogisticRegression {
    private static func probability(_ row: [Double], _ coefficients: [Double]) -> Double {
        1 / (1 + exp(-zip(row, coefficients).reduce(0) { $0 + $1.0 * $1.1 }))
    }

    /// Twice the log-likelihood lost against the observed shares.
    private static func loss(_ rows: [[Double]], _ answers: [Proportion], _ coefficients: [Double]) -> Double
    {
        zip(rows, answers).reduce(0) { sum, pair in
            let (n, yes) = (pair.1.base, pair.1.count)
            let p = probability(pair.0, coefficients)
            let ofYes = yes > 0 ? devianceTerm(yes, mean: n * p) : n * p
            let ofNo = yes < n ? devianceTerm(n - yes, mean: n * (1 - p)) : n * (1 - p)
            return sum + 2 * (ofYes + ofNo)
        }
    }

    private static func information(
        _ rows: [[Double]], _ answers: [Proportion], _ coefficients: [Double]
    ) -> [[Double]] {
        var matrix = coefficients.map { _ in coefficients.map { _ in 0.0 } }
        for (row, answer) in zip(rows, answers) {
            let p = probability(row, coefficients)
            for i in row.indices {
                for j in row.indices { matrix[i][j] += row[i] * row[j] * answer.base * p * (1 - p) }
            }
        }
        return matrix
    }

    private static func newtonStep(
        _ rows: [[Double]], _ answers: [Proportion], _ coefficients: [Double]
    ) -> [Double]? {
        var score = coefficients.map { _ in 0.0 }
        for (row, answer) in zip(rows, answers) {
            let left = answer.count - answer.base * probability(row, coefficients)
            for i in row.indices { score[i] += row[i] * left }
        }
        return PositiveMatrix(information(rows, answers, coefficients))?.solve(score)
    }
}
