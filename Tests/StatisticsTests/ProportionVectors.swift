import Statistics
import Testing

@Suite struct ProportionVectors {
    @Test func specialFunctionsAgreeWithTheReference() throws {
        try VectorFile("01_special_functions").check([
            "normQuantile": { try $0.expect("out", Normal.quantile($0.double("p"))) },
            "normCDF": { try $0.expect("out", Normal.cdf($0.double("z"))) },
            "logGamma": { try $0.expect("out", logGamma($0.double("x"))) },
            "regularizedIncompleteBeta": {
                let (a, b) = (try $0.double("a"), try $0.double("b"))
                try $0.expect("out", BetaDistribution.cdf($0.double("x"), a, b))
            },
            "betaQuantile": {
                let (a, b) = (try $0.double("a"), try $0.double("b"))
                try $0.expect("out", BetaDistribution.quantile($0.double("p"), a, b))
            },
            "chi2SF": {
                try $0.expect("out", ChiSquared.upperTail($0.double("x"), degrees: $0.double("df")))
            },
            "chi2Quantile": {
                try $0.expect("out", ChiSquared.quantile($0.double("p"), degrees: $0.double("df")))
            },
            "tQuantile": {
                try $0.expect("out", StudentT.quantile($0.double("p"), degrees: $0.double("df")))
            },
            "binomialCDF": {
                let (k, n, p) = (try $0.int("k"), try $0.int("n"), try $0.double("p"))
                try $0.expect("out", Binomial.cdf(k, trials: n, probability: p))
                try $0.expect("pmf", Binomial.density(k, trials: n, probability: p))
            },
            "hypergeometricPMF": {
                let (total, successes) = (try $0.int("total"), try $0.int("successes"))
                let (k, draws) = (try $0.int("k"), try $0.int("draws"))
                try $0.expect(
                    "out", Hypergeometric.density(k, total: total, successes: successes, draws: draws))
            },
        ])
    }

    @Test func intervalsOfOneProportionAgreeWithTheReference() throws {
        try VectorFile("02_proportion_intervals").check {
            let proportion = try #require(Proportion($0.double("x"), of: $0.double("n")))
            let confidence = try #require(Confidence(level: $0.double("conf")))
            try $0.expect("p", proportion.share)
            try $0.expect("wilson", proportion.wilson(confidence))
            try $0.expect("wilsonCC", proportion.wilsonContinuityCorrected(confidence))
            try $0.expect("jeffreysRaw", proportion.jeffreys(confidence, boundaryModified: false))
            try $0.expect("jeffreysBoundary", proportion.jeffreys(confidence))
            try $0.expect("clopperPearson", proportion.clopperPearson(confidence))
            try $0.expect("agrestiCoullUnclipped", proportion.agrestiCoull(confidence))
            try $0.expect("waldUnclipped", proportion.wald(confidence))
        }
    }

    @Test func finitePopulationsAgreeWithTheReference() throws {
        try VectorFile("03_finite_population").check([
            "": {
                let (base, population) = (try $0.double("n"), try $0.double("N"))
                let proportion = try #require(Proportion($0.double("x"), of: base))
                let sample = try #require(FiniteSample(proportion, population: population))
                let margin = sample.marginOfError(.ninetyFive)
                try $0.expect("p", proportion.share)
                try $0.expect("f", sample.samplingFraction)
                try $0.expect("fpcFactor", sample.correction)
                try $0.expect("sePopulation", sample.standardErrorKnownVariance)
                try $0.expect("seUnbiased", sample.standardErrorUnbiased)
                try $0.expect("moe95", margin)
                try $0.expect("moe95pp", margin * 100)
                try $0.expect("nEffective", sample.effectiveBase)
                try $0.expect("wilsonFPC95", sample.wilson(.ninetyFive))
                let achieved = achievedMargin(base: base, population: population, share: proportion.share)
                #expect(agrees(achieved, margin, within: 1e-12))
            },
            "requiredSample": {
                let required = RequiredSample(
                    population: try $0.double("N"), margin: try $0.double("moe"), share: try $0.double("p"))
                try $0.expect("n0", required?.fromLargePopulation)
                try $0.expect("nExact", required?.exact)
                #expect(required?.count == (try $0.int("nCeil")))
            },
        ])
    }
}
