/// The scale on which a model is fitted: each characteristic less its mean among the people, in units of its
/// range.
///
/// So a year or an income is fitted as well as a yes or no, and one limit for coefficients fits all of them.
struct CovariateScale {
    private let means: [Double]
    private let ranges: [Double]

    /// The groups all hold equally many values.
    init(_ groups: [CovariateGroup]) {
        let people = groups.reduce(0) { $0 + $1.answers.base }
        let columns = groups.first?.values.indices.map { index in groups.map { $0.values[index] } } ?? []
        means = columns.map { column in
            zip(column, groups).reduce(0) { $0 + $1.0 * ($1.1.answers.base / people) }
        }
        ranges = columns.map { column in
            let range = (column.max() ?? 0) - (column.min() ?? 0)
            return range > 0 ? range : 1
        }
    }

    /// A group's row, the 1 of the intercept first.
    func row(_ group: CovariateGroup) -> [Double] {
        [1] + group.values.indices.map { (group.values[$0] - means[$0]) / ranges[$0] }
    }

    /// Coefficients of the characteristics as they were given, from those on this scale.
    func original(_ coefficients: [Double]) -> [Double] {
        let slopes = zip(coefficients.dropFirst(), ranges).map { $0 / $1 }
        return [zip(slopes, means).reduce(coefficients[0]) { $0 - $1.0 * $1.1 }] + slopes
    }

    /// Their standard errors, from the information on this scale.
    func originalErrors(_ information: PositiveMatrix) -> [Double] {
        let intercept = [1] + zip(means, ranges).map { -$0 / $1 }
        let variance = zip(intercept, information.solve(intercept)).reduce(0) { $0 + $1.0 * $1.1 }
        let slopes = zip(information.inverseDiagonal.dropFirst(), ranges).map { $0.squareRoot() / $1 }
        return [variance.squareRoot()] + slopes
    }
}
