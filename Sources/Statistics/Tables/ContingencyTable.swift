/// A statistic that follows a chi-squared distribution by chance alone.
package struct ChiSquaredTest: Hashable, Sendable {
    package let statistic: Double
    package let degrees: Int
    package let pValue: Double

    init(statistic: Double, degrees: Int) {
        self.statistic = statistic
        self.degrees = degrees
        pValue = upperGamma(Double(degrees) / 2, statistic / 2)
    }
}

/// Counts of answers (columns) in groups (rows).
package struct ContingencyTable: Hashable, Sendable {
    package let rows: [[Double]]
    private let rowTotals: [Double]
    private let columnTotals: [Double]
    package let total: Double

    /// Nil unless there are two rows and two columns at least, all rows are equally long, no count is
    /// negative and no row or column is empty.
    package init?(_ counts: [[Int]]) {
        guard counts.count >= 2, let width = counts.first?.count, width >= 2,
            counts.allSatisfy({ $0.count == width && $0.allSatisfy { $0 >= 0 } })
        else { return nil }
        rows = counts.map { $0.map(Double.init) }
        rowTotals = rows.map { $0.reduce(0, +) }
        columnTotals = (0..<width).map { [rows] column in rows.reduce(0) { $0 + $1[column] } }
        total = rowTotals.reduce(0, +)
        guard (rowTotals + columnTotals).allSatisfy({ $0 > 0 }) else { return nil }
    }

    package var degrees: Int { (rowTotals.count - 1) * (columnTotals.count - 1) }

    /// The counts to expect if groups did not differ.
    package var expected: [[Double]] {
        rowTotals.map { row in columnTotals.map { row * $0 / total } }
    }

    private func sum(_ term: (_ count: Double, _ expected: Double) -> Double) -> ChiSquaredTest {
        let value = zip(rows, expected).reduce(0.0) { sum, pair in
            zip(pair.0, pair.1).reduce(sum) { $0 + term($1.0, $1.1) }
        }
        return ChiSquaredTest(statistic: max(0, value), degrees: degrees)
    }

    /// Pearson's chi-squared (Pearson 1900, Philosophical Magazine 50:157).
    package var pearson: ChiSquaredTest { sum { ($0 - $1) * ($0 - $1) / $1 } }

    /// The likelihood ratio G² (Wilks 1935, Annals of Mathematical Statistics 6:190).
    ///
    /// Each cell with the distance of its counts, which add up to 0, so that nothing cancels.
    package var likelihoodRatio: ChiSquaredTest {
        sum { 2 * ($0 == 0 ? $1 : devianceTerm($0, mean: $1)) }
    }

    /// Pearson's chi-squared with each distance shortened by ½, but not beyond 0 (Yates 1934); nil unless
    /// the table is fourfold.
    package var yates: ChiSquaredTest? {
        guard degrees == 1 else { return nil }
        return sum { count, expected in
            let distance = max(0, abs(count - expected) - 0.5)
            return distance * distance / expected
        }
    }

    /// How strong the association is, 0 to 1 (Cramér 1946, "Mathematical methods of statistics").
    package var cramersV: Double {
        let least = Double(min(rowTotals.count, columnTotals.count) - 1)
        return (pearson.statistic / total / least).squareRoot()
    }

    /// Cramér's V freed of its upward bias (Bergsma 2013, Journal of the Korean Statistical Society 42:323);
    /// nil when the table is too small for that.
    package var cramersVBiasCorrected: Double? {
        guard total > 1 else { return nil }
        let (r, k) = (Double(rowTotals.count), Double(columnTotals.count))
        let excess = max(0, pearson.statistic / total - (r - 1) * (k - 1) / (total - 1))
        let rows = r - (r - 1) * (r - 1) / (total - 1)
        let columns = k - (k - 1) * (k - 1) / (total - 1)
        let least = min(rows, columns) - 1
        return least > 0 ? (excess / least).squareRoot() : nil
    }

    /// Each count's distance from the expected one in standard errors (Haberman 1973, Biometrics 29:205);
    /// beyond 3 it stands out.
    package var adjustedResiduals: [[Double]] {
        rows.indices.map { row in
            columnTotals.indices.map { column in
                let expected = rowTotals[row] * columnTotals[column] / total
                let left = (1 - rowTotals[row] / total) * (1 - columnTotals[column] / total)
                return (rows[row][column] - expected) / (expected * left).squareRoot()
            }
        }
    }

    package var leastExpected: Double { expected.joined().min() ?? 0 }

    /// Which share of the expected counts is below 5: above a fifth, or with a least expected count below
    /// 1, the chi-squared tests do not hold (Cochran 1954, Biometrics 10:417).
    package var shareExpectedBelowFive: Double {
        let cells = Array(expected.joined())
        return Double(cells.count { $0 < 5 }) / Double(cells.count)
    }
}
