import Statistics
import Testing

@Suite struct ComparisonVectors {
    @Test func twoProportionsAgreeWithTheReference() throws {
        try VectorFile("04_two_proportions").check([
            "independent": { row in
                let pair = ProportionComparison(
                    try #require(Proportion(row.double("x1"), of: row.double("n1"))),
                    try #require(Proportion(row.double("x2"), of: row.double("n2"))))
                try row.expect("diff", pair.difference, noise: 1e-14)
                try row.expect("newcombe95", pair.newcombe(.ninetyFive))
                try row.expect("agrestiCaffo95", pair.agrestiCaffo(.ninetyFive))
                try row.expect("zPooled", pair.pooledZ, noise: 1e-13)
                try row.expect("pTwoSided", pair.pValue)
                try row.expect("chi2", pair.pooledZ.map { $0 * $0 }, noise: 1e-24)
            },
            "partVsWhole": { row in
                let part = try #require(Proportion(row.double("x"), of: row.double("n")))
                let whole = try #require(Proportion(row.double("X"), of: row.double("N")))
                let nested = try #require(PartOfWhole(part: part, whole: whole))
                try row.expect("overlapShare", nested.overlap)
                try row.expect("pCouncil", part.share)
                try row.expect("pEngland", whole.share)
                try row.expect("pRest", nested.rest.share)
                try row.expect("diffEngland", nested.differenceToWhole, noise: 1e-14)
                try row.expect("diffRest", nested.againstRest.difference, noise: 1e-14)
                try row.expect("zVsRest", nested.againstRest.pooledZ, noise: 1e-13)
                try row.expect("pVsRest", nested.againstRest.pValue)
                // What must not be done: it counts the council's people twice and finds too little.
                let naive = 1 / (1 / part.base + 1 / whole.base)
                let spread = (whole.share * (1 - whole.share) / naive).squareRoot()
                try row.expect("zNaiveIndependent", nested.differenceToWhole / spread, noise: 1e-13)
                try row.expect("zOneSampleFixedTarget", part.z(againstTarget: whole.share), noise: 1e-13)
                #expect(try row.text("identity") == "diffEngland = (1-overlapShare)*diffRest")
                let identity = (1 - nested.overlap) * nested.againstRest.difference
                #expect(abs(nested.differenceToWhole - identity) < 1e-12, "\(row.label)")
            },
        ])
    }

    @Test func funnelsAgreeWithTheReference() throws {
        try VectorFile("05_funnel").check(["limits": checkLimits, "overdispersion": checkOverdispersion])
    }

    private func checkLimits(_ row: VectorCase) throws {
        let funnel = try #require(Funnel(target: row.double("target")))
        let base = try row.int("n")
        for (sigma, confidence) in [("2s", Confidence.ninetyFive), ("3s", .ninetyNinePointEight)] {
            let normal = funnel.normalLimits(base: Double(base), confidence)
            let exact = funnel.exactLimits(base: base, confidence)
            let folded = funnel.arcsineLimits(base: Double(base), confidence, folded: true)
            try row.expect("normal_\(sigma)_low", normal?.lower)
            try row.expect("normal_\(sigma)_high", normal?.upper)
            try row.expect("exact_\(sigma)_low", exact?.lower)
            try row.expect("exact_\(sigma)_high", exact?.upper)
            try row.expect("arcsine_\(sigma)_low", folded?.lower)
            try row.expect("arcsine_\(sigma)_high", folded?.upper)
            for (end, tail) in [("low", confidence.tail), ("high", 1 - confidence.tail)] {
                let limit = funnel.exactLimit(base: base, tail: tail)
                #expect(limit?.count == (try row.int("exact_r_\(sigma)_\(end)")), "\(row.label)")
                try row.expect("exact_alpha_\(sigma)_\(end)", limit?.step)
            }
        }
    }

    private func checkOverdispersion(_ row: VectorCase) throws {
        let scale = try #require(Overdispersion.Scale(rawValue: row.text("scale")))
        let (counts, bases) = (try row.doubles("x"), try row.doubles("n"))
        let bodies = zip(counts, bases).compactMap { Proportion($0, of: $1) }
        #expect(try bodies.count == counts.count && !row.text("set").isEmpty)
        let spread = Overdispersion(
            bodies, target: try row.double("target"), scale: scale, trim: try row.double("trim"))
        try row.expect("z", spread?.z, noise: 1e-13)
        try row.expect("winsorLow", spread?.winsorBounds.lower)
        try row.expect("winsorHigh", spread?.winsorBounds.upper)
        try row.expect("zWinsorised", spread?.winsorized, noise: 1e-13)
        try row.expect("phi", spread?.phi)
        try row.expect("tau2", spread?.tauSquared)
        try row.expect("zAdjusted", spread?.adjustedZ, noise: 1e-13)
    }

    @Test func adjustedPValuesAgreeWithTheReference() throws {
        try VectorFile("06_multiplicity").check { row in
            let tests = try #require(MultipleTests(row.doubles("p")))
            try row.expect("BH", tests.benjaminiHochberg)
            try row.expect("BY", tests.benjaminiYekutieli)
            try row.expect("holm", tests.holm)
            try row.expect("bonferroni", tests.bonferroni)
            try row.expect("hochberg", tests.hochberg)
            let rejected = tests.benjaminiHochberg.map { $0 <= 0.05 }
            #expect(rejected == (try row.flags("BHrejectAt0.05")), "\(row.label)")
        }
    }

    @Test func netScoresAgreeWithTheReference() throws {
        try VectorFile("10_net_score").check([
            "net": { row in
                let (positive, negative) = (try row.double("pos"), try row.double("neg"))
                let base = try row.double("n")
                #expect(try positive + negative + row.double("neutral") == base, "\(row.label)")
                let score = NetScore(positive: positive, negative: negative, base: base)
                try row.expect("net", score?.value, noise: 1e-14)
                try row.expect("se", score?.standardError)
                try row.expect("wald95", score?.wald(.ninetyFive))
                try row.expect("adjusted", score?.adjusted.value, noise: 1e-14)
                try row.expect("adjustedWald95", score?.adjustedWald(.ninetyFive))
            },
            "netDifference": { row in
                let scores = try ["a", "b"].map { key in
                    let answers = try row.doubles(key)
                    try #require(answers.count == 3)
                    let base = answers.reduce(0, +)
                    return try #require(NetScore(positive: answers[0], negative: answers[2], base: base))
                }
                let pair = NetScoreComparison(scores[0], scores[1])
                try row.expect("diff", pair.difference, noise: 1e-14)
                try row.expect("se", pair.standardError)
                try row.expect("wald95", pair.wald(.ninetyFive))
                try row.expect("z", pair.z, noise: 1e-13)
                try row.expect("p", pair.pValue)
            },
        ])
    }

    @Test func weightingAgreesWithTheReference() throws {
        try VectorFile("14_weighting").check([
            "kish": { row in
                let effect = WeightingEffect(weights: try row.doubles("weights"))
                try row.expect("sumW", effect?.sumOfWeights)
                try row.expect("nEff", effect?.effectiveBase)
                try row.expect("deff", effect?.designEffect)
            },
            "stratified": { row in
                let strata = try row.records("strata").map { stratum in
                    let proportion = try #require(Proportion(stratum.double("x"), of: stratum.double("n")))
                    let sample = FiniteSample(proportion, population: try stratum.double("N"))
                    #expect(stratum.unread.isEmpty, "\(stratum.label): \(stratum.unread)")
                    return try #require(sample)
                }
                let whole = StratifiedProportion(strata)
                try row.expect("p", whole?.share)
                try row.expect("se", whole?.standardError)
                try row.expect("unweightedP", whole?.unweighted.share)
                try row.expect("deffVsSRSnoFPC", whole?.designEffect)
                try row.expect("nEffective", whole?.effectiveBase)
                let intervals = [
                    "wilsonEffective95": whole?.wilson(.ninetyFive), "logit95": whole?.logit(.ninetyFive),
                ]
                for (key, interval) in intervals where row.has(key) { try row.expect(key, interval) }
                #expect(row.has("logit95") || whole?.effectiveBase?.isFinite != true, "\(row.label)")
            },
        ])
    }
}
