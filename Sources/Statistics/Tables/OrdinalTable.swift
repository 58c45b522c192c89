internal import Glibc

/// Counts of ordered answers (columns, lowest first) in groups (rows).
package struct OrdinalTable: Hashable, Sendable {
    package let rows: [[Double]]
    private let groupTotals: [Double]
    private let answerTotals: [Double]
    package let total: Double

    /// Nil unless there are two rows and two columns at least, all rows are equally long, no count is
    /// negative, no row is empty, and more than one answer was given.
    package init?(_ counts: [[Int]]) {
        guard counts.count >= 2, let width = counts.first?.count, width >= 2,
            counts.allSatisfy({ $0.count == width && $0.allSatisfy { $0 >= 0 } })
        else { return nil }
        rows = counts.map { $0.map(Double.init) }
        groupTotals = rows.map { $0.reduce(0, +) }
        answerTotals = (0..<width).map { [rows] column in rows.reduce(0) { $0 + $1[column] } }
        total = groupTotals.reduce(0, +)
        guard groupTotals.allSatisfy({ $0 > 0 }), answerTotals.count(where: { $0 > 0 }) > 1 else {
            return nil
        }
    }

    /// The rank of each answer, equal ones sharing the mean of theirs.
    private var midranks: [Double] {
        var before = 0.0
        return answerTotals.map { count in
            defer { before += count }
            return before + (count + 1) / 2
        }
    }

    /// 1 − Σ(t³−t)/(N³−N), t being how often each answer was given.
    private var tieCorrection: Double {
        let ties = answerTotals.reduce(0) { $0 + ($1 * $1 * $1 - $1) }
        return 1 - ties / (total * total * total - total)
    }

    private func rankSum(_ row: [Double]) -> Double {
        zip(row, midranks).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// Whether the groups answer alike, corrected for ties (Kruskal and Wallis 1952, JASA 47:583).
    package var kruskalWallis: ChiSquaredTest {
        let middle = (total + 1) / 2
        let spread = zip(rows, groupTotals).reduce(0.0) { sum, group in
            let distance = rankSum(group.0) / group.1 - middle
            return sum + group.1 * distance * distance
        }
        let statistic = 12 * spread / (total * (total + 1)) / tieCorrection
        return ChiSquaredTest(statistic: statistic, degrees: rows.count - 1)
    }

    /// The correlation of answer and group, both numbered from 0 in their order.
    package var linearCorrelation: Double {
        var (sumX, sumY, sumXX, sumYY, sumXY) = (0.0, 0.0, 0.0, 0.0, 0.0)
        for (group, row) in rows.enumerated() {
            for (answer, count) in row.enumerated() {
                let (x, y) = (Double(group), Double(answer))
                sumX += count * x
                sumY += count * y
                sumXX += count * x * x
                sumYY += count * y * y
                sumXY += count * x * y
            }
        }
        let (x, y) = (total * sumXX - sumX * sumX, total * sumYY - sumY * sumY)
        return (total * sumXY - sumX * sumY) / (x.squareRoot() * y.squareRoot())
    }

    /// The linear-by-linear association test (N−1) r² (Mantel 1963, JASA 58:690), for ordered groups.
    package var linearByLinear: ChiSquaredTest {
        let r = linearCorrelation
        return ChiSquaredTest(statistic: (total - 1) * r * r, degrees: 1)
    }

    /// The trend of the share of the first group over the answers, N r² (Cochran 1954, Armitage 1955,
    /// Biometrics 11:375); nil unless there are two groups.
    package var cochranArmitage: ChiSquaredTest? {
        guard rows.count == 2 else { return nil }
        let r = linearCorrelation
        return ChiSquaredTest(statistic: total * r * r, degrees: 1)
    }

    /// The first group against the second; nil unless there are two groups.
    package var mannWhitney: MannWhitney? {
        guard rows.count == 2 else { return nil }
        let (n1, n2) = (groupTotals[0], groupTotals[1])
        let u = rankSum(rows[0]) - n1 * (n1 + 1) / 2
        let variance = n1 * n2 * (total + 1) / 12 * tieCorrection
        return MannWhitney(u: u, pairs: n1 * n2, standardError: variance.squareRoot())
    }
}

/// Who answers higher in random pairs of one person from each group (Mann and Whitney 1947, Annals of
/// Mathematical Statistics 18:50), by the normal distribution, corrected for ties.
package struct MannWhitney: Hashable, Sendable {
    /// In how many of all pairs the first group's person answers higher, equal answers counted by half.
    package let u: Double
    let pairs: Double
    let standardError: Double

    /// Two-sided.
    package var pValue: Double { twoSided(abs(u - pairs / 2)) }
    /// Two-sided, with the distance shortened by ½.
    package var continuityCorrectedPValue: Double { twoSided(abs(u - pairs / 2) - 0.5) }

    private func twoSided(_ distance: Double) -> Double {
        min(1, erfc(distance / standardError / 2.0.squareRoot()))
    }

    /// The share of pairs that the first group wins, ½ when the groups are alike: "in 56 of 100 pairs".
    package var probabilityOfSuperiority: Double { u / pairs }
    /// Pairs won less pairs lost, −1 to 1 (Cliff 1993, Psychological Bulletin 114:494).
    package var cliffsDelta: Double { 2 * u / pairs - 1 }
}
