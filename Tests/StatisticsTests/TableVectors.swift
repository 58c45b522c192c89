import Statistics
import Testing

@Suite struct TableVectors {
    @Test func oddsRatiosAgreeWithTheReference() throws {
        try VectorFile("07_odds_ratio").check { row in
            let cells = try ["a", "b", "c", "d"].map { try row.int($0) }
            let table = try #require(FourfoldTable(cells[0], cells[1], cells[2], cells[3]))
            #expect(try row.text("layout") == "rows exposed/unexposed, cols outcome yes/no")
            try row.expect("p1", table.first.share)
            try row.expect("p2", table.second.share)
            try row.expect("oddsRatio", table.oddsRatio)
            if row.has("logSE") { try row.expect("logSE", table.logOddsRatioError) }
            #expect(row.has("logSE") == (table.logOddsRatioError != nil), "\(row.label)")
            try row.expect("woolf95", table.woolf(.ninetyFive))
            try row.expect("haldaneAnscombeOR", table.withHalvesAdded?.oddsRatio)
            try row.expect("haldaneAnscombe95", table.withHalvesAdded?.woolf(.ninetyFive))
            try row.expect("riskRatio", table.riskRatio)
            try row.expect("katz95", table.katz(.ninetyFive))
            try row.expect("riskDifference", table.comparison.difference, noise: 1e-14)
            try row.expect("newcombe95", table.comparison.newcombe(.ninetyFive))
            try checkExact(row, ExactFourfold(table))
        }
    }

    private func checkExact(_ row: VectorCase, _ exact: ExactFourfold?) throws {
        try row.expect("conditionalMLE", exact?.conditionalEstimate)
        try row.expect("fisherExactCI95", exact?.exactInterval(.ninetyFive))
        try row.expect("fisherLess", exact?.fisherLess)
        try row.expect("fisherGreater", exact?.fisherGreater)
        try row.expect("fisherTwoSided", exact?.fisherTwoSided)
        try row.expect("midpLess", exact?.midPLess)
        try row.expect("midpGreater", exact?.midPGreater)
        try row.expect("midpTwoSidedDoubling", exact?.midPTwoSided)
        let (midP, fisher) = (try row.double("midpTwoSidedMinLik"), try row.double("fisherTwoSided"))
        // Below some 1e-6 the reference's comparison of densities, with an absolute slack of 1e-8, finds ties
        // that are none; it can then even be more than Fisher's p.
        if fisher > 1e-5, midP <= fisher * 1.000_000_1 {
            try row.expect("midpTwoSidedMinLik", exact?.midPByLikelihood)
        } else {
            let recounted = try midPByLikelihood(row)
            #expect(agrees(exact?.midPByLikelihood, recounted, within: 1e-6), "\(row.label)")
        }
        try row.expect("midpCI95", exact?.midPInterval(.ninetyFive))
        // At the ends the estimate is 0 or infinite; the reference stops searching at exp(±40) or finds none.
        let estimate = exact?.medianUnbiasedEstimate
        let reference = try row.double("medianUnbiasedOR")
        switch estimate {
        case nil: try row.expect("medianUnbiasedOR", estimate)
        case 0: #expect(reference.isNaN || reference < 1e-17, "\(row.label)")
        case Double.infinity: #expect(reference.isNaN || reference > 1e17, "\(row.label)")
        default: try row.expect("medianUnbiasedOR", estimate)
        }
    }

    /// Fisher's two-sided p, equally likely tables counted by half, from the hypergeometric densities.
    private func midPByLikelihood(_ row: VectorCase) throws -> Double {
        let cells = try ["a", "b", "c", "d"].map { try row.int($0) }
        let (draws, successes) = (cells[0] + cells[1], cells[0] + cells[2])
        let total = cells.reduce(0, +)
        let support = try #require(
            Hypergeometric.support(total: total, successes: successes, draws: draws))
        let densities = support.compactMap {
            Hypergeometric.density($0, total: total, successes: successes, draws: draws)
        }
        let observed = densities[cells[0] - support.lowerBound]
        return densities.reduce(0) { sum, density in
            if abs(density - observed) <= 1e-7 * observed { return sum + density / 2 }
            return density < observed ? sum + density : sum
        }
    }

    @Test func stratifiedTablesAgreeWithTheReference() throws {
        try VectorFile("08_mantel_haenszel").check { row in
            let counts = try row.table("strata")
            let strata = try #require(StratifiedTables(counts: counts))
            try row.expect("mhOddsRatio", strata.oddsRatio)
            try row.expect("logSE", strata.logOddsRatioError)
            try row.expect("rbg95", strata.oddsRatioInterval(.ninetyFive))
            try row.expect("mhRiskRatio", strata.riskRatio)
            let corrected = strata.associationTest(continuityCorrected: true)
            try row.expect("cmhStatCC", corrected?.statistic, noise: 1e-20)
            try row.expect("cmhPCC", pValue: corrected?.pValue, of: "cmhStatCC", slack: 1e-15)
            let plain = strata.associationTest(continuityCorrected: false)
            try row.expect("cmhStat", plain?.statistic, noise: 1e-20)
            try row.expect("cmhP", pValue: plain?.pValue, of: "cmhStat", slack: 1e-15)
            try checkHomogeneity(row, strata, of: counts)
        }
    }

    private func checkHomogeneity(_ row: VectorCase, _ strata: StratifiedTables, of counts: [[Int]]) throws {
        let plain = strata.homogeneityTest(tarone: false)
        let tarone = strata.homogeneityTest()
        guard row.has("breslowDay") else {
            #expect(counts.count == 1 && plain == nil && tarone == nil, "\(row.label)")
            return
        }
        guard try !row.isMissing("breslowDay") else {
            for key in ["breslowDayP", "breslowDayTarone", "breslowDayTaroneP"] {
                #expect(try row.isMissing(key), "\(row.label)")
            }
            // A stratum with an empty margin, left out here, turns the reference's sum into NaN.
            let whole = counts.allSatisfy {
                min($0[0] + $0[1], $0[2] + $0[3], $0[0] + $0[2], $0[1] + $0[3]) > 0
            }
            guard whole, let plain else { return }
            // At an odds ratio of 1 the reference divides by 0; the expected cells are simply row × column / n.
            #expect(strata.oddsRatio == 1, "\(row.label)")
            let pearson = strata.strata.reduce(0.0) { sum, table in
                let (row, column) = (table.first.base, table.a + table.c)
                let expected = row * column / table.total
                let others = (row - expected, column - expected, table.second.base - column + expected)
                let precision = 1 / expected + 1 / others.0 + 1 / others.1 + 1 / others.2
                return sum + (table.a - expected) * (table.a - expected) * precision
            }
            #expect(agrees(plain.statistic, pearson, within: 1e-12), "\(row.label)")
            return
        }
        try row.expect("breslowDay", plain?.statistic, noise: 1e-12)
        try row.expect("breslowDayP", pValue: plain?.pValue, of: "breslowDay", slack: 1e-15)
        try row.expect("breslowDayTarone", tarone?.statistic, noise: 1e-12)
        try row.expect("breslowDayTaroneP", pValue: tarone?.pValue, of: "breslowDayTarone", slack: 1e-15)
    }

    @Test func chiSquaredTestsAgreeWithTheReference() throws {
        try VectorFile("12_chi_squared").check { row in
            let table = try #require(ContingencyTable(row.table("table")))
            #expect(try row.int("df") == table.degrees, "\(row.label)")
            try row.expect("chi2", table.pearson.statistic, noise: 1e-20)
            try row.expect("p", pValue: table.pearson.pValue, of: "chi2")
            try row.expect("G2", table.likelihoodRatio.statistic, noise: 1e-12)
            try row.expect("G2p", pValue: table.likelihoodRatio.pValue, of: "G2")
            try row.expect("cramersV", table.cramersV, noise: 1e-10)
            try row.expect("cramersVBiasCorrected", table.cramersVBiasCorrected)
            try row.expect("minExpected", table.leastExpected)
            try row.expect("shareExpectedBelow5", table.shareExpectedBelowFive)
            try row.expect("adjustedResiduals", table.adjustedResiduals, noise: 1e-12)
            #expect(row.has("yatesChi2") == (table.degrees == 1), "\(row.label)")
            if row.has("yatesChi2") {
                try row.expect("yatesChi2", table.yates?.statistic, noise: 1e-20)
                try row.expect("yatesP", table.yates?.pValue)
            }
        }
    }

    @Test func ordinalTestsAgreeWithTheReference() throws {
        // The reference leaves 1e-16 and its square where r is exactly 0; here sums of whole numbers are exact.
        try VectorFile("13_ordinal").check { row in
            let table = try #require(OrdinalTable(row.table("table")))
            #expect(try row.text("scores") == "0..k-1 by column")
            #expect(try row.int("df") == table.kruskalWallis.degrees, "\(row.label)")
            try row.expect("kruskalH", table.kruskalWallis.statistic, noise: 1e-12)
            try row.expect("kruskalP", pValue: table.kruskalWallis.pValue, of: "kruskalH")
            try row.expect("linearByLinearR", table.linearCorrelation, noise: 1e-14)
            try row.expect("linearByLinearM2", table.linearByLinear.statistic, noise: 1e-24)
            try row.expect("linearByLinearP", table.linearByLinear.pValue)
            #expect(row.has("mannWhitneyU1") == (table.rows.count == 2), "\(row.label)")
            guard row.has("mannWhitneyU1") else { return }
            try row.expect("mannWhitneyU1", table.mannWhitney?.u)
            try row.expect("pNoCC", table.mannWhitney?.pValue)
            try row.expect("pCC", table.mannWhitney?.continuityCorrectedPValue)
            try row.expect("probabilitySuperiority", table.mannWhitney?.probabilityOfSuperiority)
            try row.expect("cliffsDelta", table.mannWhitney?.cliffsDelta, noise: 1e-14)
            try row.expect("cochranArmitageChi2", table.cochranArmitage?.statistic, noise: 1e-24)
            try row.expect("cochranArmitageP", table.cochranArmitage?.pValue)
        }
    }
}
