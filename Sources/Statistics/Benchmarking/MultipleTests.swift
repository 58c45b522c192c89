/// p-values adjusted for having been many.
///
/// The order of the input is kept.
///
/// A report must say which family of tests it adjusted for: all questions of one council, or all councils
/// for one question.
package struct MultipleTests: Hashable, Sendable {
    package let pValues: [Double]

    /// Nil unless every p-value lies between 0 and 1.
    package init?(_ pValues: [Double]) {
        guard pValues.allSatisfy({ $0 >= 0 && $0 <= 1 }) else { return nil }
        self.pValues = pValues
    }

    /// False discovery rate (Benjamini and Hochberg 1995, JRSS B 57:289): min over j ≥ i of m p₍ⱼ₎/j.
    package var benjaminiHochberg: [Double] {
        steppingUp { rank, count in count / rank }
    }

    /// False discovery rate under any dependence (Benjamini and Yekutieli 2001, Annals of Statistics
    /// 29:1165).
    package var benjaminiYekutieli: [Double] {
        let harmonic = pValues.indices.reduce(0.0) { $0 + 1 / Double($1 + 1) }
        return steppingUp { rank, count in harmonic * count / rank }
    }

    /// Family-wise error, stepping up (Hochberg 1988, Biometrika 75:800).
    package var hochberg: [Double] {
        steppingUp { rank, count in count - rank + 1 }
    }

    /// Family-wise error, stepping down (Holm 1979, Scandinavian Journal of Statistics 6:65).
    package var holm: [Double] {
        var result = pValues
        var largest = 0.0
        for (index, position) in order.enumerated() {
            largest = max(largest, pValues[position] * Double(pValues.count - index))
            result[position] = min(1, largest)
        }
        return result
    }

    /// Family-wise error: every p-value times their number.
    package var bonferroni: [Double] {
        pValues.map { min(1, $0 * Double(pValues.count)) }
    }

    /// Positions by rising p-value, equal ones as they came.
    private var order: [Int] {
        pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
    }

    /// From the largest p-value down, each times a factor of its rank and of their number, never rising.
    private func steppingUp(_ factor: (_ rank: Double, _ count: Double) -> Double) -> [Double] {
        var result = pValues
        var smallest = 1.0
        for (index, position) in order.enumerated().reversed() {
            smallest = min(smallest, pValues[position] * factor(Double(index + 1), Double(pValues.count)))
            result[position] = smallest
        }
        return result
    }
}
