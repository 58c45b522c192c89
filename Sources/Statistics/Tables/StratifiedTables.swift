internal import Glibc

/// The same fourfold table in several strata, for a comparison that is fair to a third thing.
///
/// Mantel and Haenszel 1959 (JNCI 22:719). Where the strata disagree (Breslow and Day, p below 0.05) no
/// single ratio describes them: report each.
package struct StratifiedTables: Hashable, Sendable {
    package let strata: [FourfoldTable]

    /// Nil without a stratum.
    package init?(_ strata: [FourfoldTable]) {
        guard !strata.isEmpty else { return nil }
        self.strata = strata
    }

    /// Strata of four counts each, in the order of `FourfoldTable`.
    ///
    /// A stratum in which a group is empty compares nothing and is left out. Nil if none is left, a count is
    /// negative or a stratum has not four of them.
    package init?(counts: [[Int]]) {
        guard counts.allSatisfy({ $0.count == 4 && $0.allSatisfy { $0 >= 0 } }) else { return nil }
        self.init(counts.compactMap { FourfoldTable($0[0], $0[1], $0[2], $0[3]) })
    }

    private func sum(_ term: (FourfoldTable) -> Double) -> Double {
        strata.reduce(0) { $0 + term($1) }
    }

    private var agreeing: Double { sum { $0.a * $0.d / $0.total } }
    private var opposing: Double { sum { $0.b * $0.c / $0.total } }

    /// Σ(ad/n) / Σ(bc/n); infinite when only the latter is 0, nil when both are.
    package var oddsRatio: Double? {
        if opposing == 0 { return agreeing == 0 ? nil : .infinity }
        return agreeing / opposing
    }

    /// Of the logarithm of the odds ratio (Robins, Breslow and Greenland 1986, Biometrics 42:311); nil when
    /// the odds ratio is 0, infinite or nil.
    package var logOddsRatioError: Double? {
        guard agreeing > 0, opposing > 0 else { return nil }
        var (first, second, third) = (0.0, 0.0, 0.0)
        for table in strata {
            let n = table.total
            let (p, q) = ((table.a + table.d) / n, (table.b + table.c) / n)
            let (r, s) = (table.a * table.d / n, table.b * table.c / n)
            first += p * r
            second += p * s + q * r
            third += q * s
        }
        let (r, s) = (agreeing, opposing)
        return (first / (2 * r * r) + second / (2 * r * s) + third / (2 * s * s)).squareRoot()
    }

    /// Interval of the odds ratio by the error of Robins, Breslow and Greenland; nil as that.
    package func oddsRatioInterval(_ confidence: Confidence) -> Interval? {
        guard let oddsRatio, let error = logOddsRatioError else { return nil }
        return Interval(center: log(oddsRatio), margin: confidence.z * error).mapped(exp)
    }

    /// Σ(a(c+d)/n) / Σ(c(a+b)/n); infinite or nil as the odds ratio.
    package var riskRatio: Double? {
        let upper = sum { $0.a * $0.second.base / $0.total }
        let lower = sum { $0.c * $0.first.base / $0.total }
        if lower == 0 { return upper == 0 ? nil : .infinity }
        return upper / lower
    }

    /// Cochran, Mantel and Haenszel's chi-squared with 1 degree of freedom; nil when nothing varies.
    ///
    /// The correction takes at most ½ off the distance, and never more than the distance itself.
    package func associationTest(continuityCorrected: Bool) -> ChiSquaredTest? {
        let distance = abs(sum { $0.a - $0.first.base * ($0.a + $0.c) / $0.total })
        let variance = sum { table in
            let n = table.total
            let margins = table.first.base * table.second.base * (table.a + table.c) * (table.b + table.d)
            return n > 1 ? margins / (n * n * (n - 1)) : 0
        }
        guard variance > 0 else { return nil }
        let corrected = continuityCorrected ? distance - min(0.5, distance) : distance
        return ChiSquaredTest(statistic: corrected * corrected / variance, degrees: 1)
    }

    /// Whether one odds ratio fits all strata (Breslow and Day 1980, "Statistical methods in cancer
    /// research" I, 4.4), by default with Tarone's correction (1985, Biometrika 72:91).
    ///
    /// Strata in which all or none have the outcome have no odds ratio and are left out. Nil for fewer than two
    /// others, or when the odds ratio is 0, infinite or nil.
    package func homogeneityTest(tarone: Bool = true) -> ChiSquaredTest? {
        let varying = strata.filter { $0.a + $0.c > 0 && $0.b + $0.d > 0 }
        guard varying.count > 1, let ratio = oddsRatio, ratio > 0, ratio.isFinite else { return nil }
        var (statistic, distances, variances) = (0.0, 0.0, 0.0)
        for table in varying {
            let a = expectedFirstCell(table, ratio)
            let (rowLeft, columnLeft) = (table.first.base - a, table.a + table.c - a)
            let last = table.second.base - columnLeft
            guard a > 0, rowLeft > 0, columnLeft > 0, last > 0 else { return nil }
            let variance = 1 / (1 / a + 1 / rowLeft + 1 / columnLeft + 1 / last)
            statistic += (table.a - a) * (table.a - a) / variance
            distances += table.a - a
            variances += variance
        }
        if tarone { statistic -= distances * distances / variances }
        return ChiSquaredTest(statistic: max(0, statistic), degrees: varying.count - 1)
    }

    /// The first cell that fits the margins and the odds ratio: the root of a quadratic, in the form that
    /// stays exact at an odds ratio of 1.
    private func expectedFirstCell(_ table: FourfoldTable, _ ratio: Double) -> Double {
        let (row, column) = (table.first.base, table.a + table.c)
        let b = table.second.base - column + ratio * (row + column)
        let c = ratio * row * column
        return 2 * c / (b + max(0, b * b + 4 * (1 - ratio) * c).squareRoot())
    }
}
