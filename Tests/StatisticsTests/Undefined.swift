import Statistics
import Testing

/// What has no answer has none: neither a trap nor a NaN.
@Suite struct Undefined {
    @Test func aProportionNeedsABaseThatHoldsItsCount() {
        #expect(Proportion(0, of: 0) == nil)
        #expect(Proportion(-1, of: 10) == nil)
        #expect(Proportion(11, of: 10) == nil)
        #expect(Proportion(Double.nan, of: 10) == nil)
        #expect(Proportion(1, of: Double.nan) == nil)
        #expect(Proportion(1, of: Double.infinity) == nil)
        #expect(Proportion(share: 1.1, of: 10) == nil)
        #expect(Proportion(share: .nan, of: 10) == nil)
        #expect(Proportion(share: 0, of: .infinity) == nil)
        #expect(PartOfWhole(proportion(3, 10), proportion(2, 20)) == nil)
        #expect(PartOfWhole(proportion(3, 10), proportion(3, 10)) == nil)
    }

    @Test func aConfidenceLiesBetweenNoneAndCertainty() {
        for level in [0, 1, -0.5, 1.5, Double.nan] { #expect(Confidence(level: level) == nil) }
    }

    @Test func aSampleFitsIntoItsPopulation() throws {
        let five = try #require(Proportion(3, of: 5))
        #expect(FiniteSample(five, population: 4) == nil)
        #expect(FiniteSample(five, population: .nan) == nil)
        #expect(FiniteSample(five, population: .infinity) == nil)
        let one = try #require(Proportion(1, of: 1))
        #expect(FiniteSample(one, population: 1)?.standardErrorUnbiased == nil)
        #expect(FiniteSample(one, population: 1)?.correction == 0)
        #expect(achievedMargin(base: 0) == nil)
        #expect(achievedMargin(base: 100, population: 50) == nil)
        #expect(RequiredSample(population: 0, margin: 0.05) == nil)
        #expect(RequiredSample(population: 100, margin: 0) == nil)
        #expect(RequiredSample(population: 100, margin: 0.05, share: 2) == nil)
    }

    @Test func distributionsRefuseWhatTheyAreNotDefinedFor() {
        #expect(Normal.quantile(0) == nil && Normal.quantile(1) == nil && Normal.quantile(.nan) == nil)
        #expect(Normal.cdf(.nan) == nil && Normal.twoSidedPValue(.nan) == nil)
        #expect(Normal.cdf(.infinity) == 1 && Normal.cdf(-.infinity) == 0)
        #expect(logGamma(0) == nil && logGamma(-1) == nil && logGamma(.nan) == nil)
        #expect(BetaDistribution.cdf(1.1, 1, 1) == nil && BetaDistribution.cdf(0.5, 0, 1) == nil)
        #expect(
            BetaDistribution.quantile(.nan, 1, 1) == nil
                && BetaDistribution.quantile(0.5, 1, .infinity) == nil)
        #expect(ChiSquared.upperTail(-1, degrees: 1) == nil && ChiSquared.upperTail(1, degrees: 0) == nil)
        #expect(ChiSquared.upperTail(.infinity, degrees: 2) == 0 && ChiSquared.upperTail(0, degrees: 2) == 1)
        #expect(ChiSquared.quantile(1, degrees: 2) == nil && ChiSquared.quantile(0.5, degrees: .nan) == nil)
        #expect(StudentT.quantile(0, degrees: 2) == nil && StudentT.quantile(0.5, degrees: -1) == nil)
        #expect(Binomial.cdf(3, trials: 2, probability: 0.5) == nil)
        #expect(Binomial.density(-1, trials: 2, probability: 0.5) == nil)
        #expect(Binomial.density(1, trials: 2, probability: .nan) == nil)
        #expect(Hypergeometric.density(1, total: 5, successes: 6, draws: 1) == nil)
        #expect(Hypergeometric.density(2, total: 5, successes: 1, draws: 1) == 0)
    }

    @Test func aTestOfWhatDoesNotVaryIsNone() throws {
        let all = try #require(Proportion(10, of: 10))
        #expect(ProportionComparison(all, all).pooledZ == nil && ProportionComparison(all, all).pValue == nil)
        #expect(all.z(againstTarget: 1) == nil && all.z(againstTarget: .nan) == nil)
        let scores = try #require(NetScore(positive: 5, negative: 0, base: 5))
        #expect(NetScoreComparison(scores, scores).z == nil)
        #expect(NetScore(positive: 4, negative: 2, base: 5) == nil)
        #expect(NetScore(positive: .nan, negative: 2, base: 5) == nil)
        let nobody = try #require(FourfoldTable(0, 5, 0, 5))
        #expect(nobody.oddsRatio == nil && nobody.riskRatio == nil && nobody.woolf(.ninetyFive) == nil)
        let exact = try #require(ExactFourfold(nobody))
        #expect(exact.conditionalEstimate == nil && exact.medianUnbiasedEstimate == nil)
        #expect(exact.exactInterval(.ninetyFive) == Interval(lower: 0, upper: .infinity))
        #expect(exact.fisherLess == 1 && exact.fisherGreater == 1 && exact.midPTwoSided == 1)
        #expect(ExactFourfold(try #require(FourfoldTable(0.5, 1, 1, 1))) == nil)
        #expect(StratifiedTables([nobody])?.oddsRatio == nil)
        #expect(StratifiedTables([nobody])?.associationTest(continuityCorrected: true) == nil)
        #expect(StratifiedTables([nobody, nobody])?.homogeneityTest() == nil)
        #expect(StratifiedTables([]) == nil)
        #expect(StratifiedTables(counts: [[0, 0, 5, 5], [0, 0, 0, 0]]) == nil)
        #expect(
            StratifiedTables(counts: [[1, 2, 3]]) == nil && StratifiedTables(counts: [[1, 2, 3, -4]]) == nil)
        #expect(FourfoldTable(0, 0, 5, 5) == nil && FourfoldTable(-1, 2, 5, 5) == nil)
        #expect(FourfoldTable(Double.nan, 2, 5, 5) == nil && FourfoldTable(1, .infinity, 5, 5) == nil)
    }

    @Test func aTableIsARectangleWithSomethingInEveryGroup() {
        #expect(ContingencyTable([]) == nil && ContingencyTable([[1, 2]]) == nil)
        #expect(ContingencyTable([[1, 2], [3]]) == nil && ContingencyTable([[1, 2], [0, 0]]) == nil)
        #expect(ContingencyTable([[1, 0], [3, 0]]) == nil && ContingencyTable([[1, -1], [3, 4]]) == nil)
        #expect(OrdinalTable([[1, 2], [0, 0]]) == nil && OrdinalTable([[0, 2], [0, 5]]) == nil)
        #expect(OrdinalTable([[1, 2, 3], [1, 2]]) == nil)
        #expect(OrdinalTable([[1, 2], [3, 4], [5, 6]])?.mannWhitney == nil)
    }

    @Test func benchmarksNeedATargetAndMoreThanOneBody() throws {
        for target in [0, 1, Double.nan] { #expect(Funnel(target: target) == nil) }
        let funnel = try #require(Funnel(target: 0.5))
        #expect(funnel.normalLimits(base: 0, .ninetyFive) == nil)
        #expect(funnel.exactLimits(base: 0, .ninetyFive) == nil)
        #expect(funnel.arcsineLimits(base: .nan, .ninetyFive) == nil)
        let body = try #require(Proportion(5, of: 10))
        #expect(Overdispersion([body], target: 0.5) == nil)
        #expect(Overdispersion([body, body], target: 0) == nil)
        #expect(Overdispersion([body, body], target: 0.5, trim: 0.5) == nil)
        #expect(MultipleTests([0.5, .nan]) == nil && MultipleTests([1.1]) == nil)
        #expect(MultipleTests([])?.benjaminiHochberg == [])
    }

    @Test func weightsAreNotNegativeAndNotAllNothing() throws {
        #expect(WeightingEffect(weights: []) == nil && WeightingEffect(weights: [0, 0]) == nil)
        #expect(WeightingEffect(weights: [1, -1]) == nil && WeightingEffect(weights: [1, .nan]) == nil)
        #expect(WeightingEffect(weights: [1, .infinity]) == nil)
        #expect(StratifiedProportion([]) == nil)
        let single = try #require(Proportion(1, of: 1))
        let stratum = try #require(FiniteSample(single, population: 10))
        #expect(StratifiedProportion([stratum]) == nil)
        let nobody = try #require(Proportion(0, of: 20))
        let silent = try #require(FiniteSample(nobody, population: 100))
        let none = try #require(StratifiedProportion([silent]))
        #expect(none.effectiveBase == nil && none.designEffect == nil)
        #expect(none.wilson(.ninetyFive) == nil && none.logit(.ninetyFive) == nil)
    }

    @Test func roundingRefusesWhatIsNoShareAndWhatDoesNotFit() {
        #expect(Rounding.percentage(1, of: 0) == nil && Rounding.percentage(2, of: 1) == nil)
        #expect(Rounding.percentage(-1, of: 1) == nil && Rounding.percentage(1, of: 1, decimals: 7) == nil)
        #expect(Rounding.percentage(.max, of: .max) == nil)
        #expect(
            Rounding.nearest(multipleOf: 0, to: 5) == nil && Rounding.nearest(multipleOf: 5, to: -5) == nil)
        #expect(Rounding.nearest(multipleOf: 10, to: .max) == nil)
        #expect(Rounding.largestRemainder([1, -1]) == nil && Rounding.largestRemainder([.max, 1]) == nil)
        #expect(Rounding.largestRemainder([.max]) == nil && Rounding.largestRemainder([]) == [])
        #expect(Rounding.points(1, of: 2, less: 1, of: 0) == nil)
        #expect(Rounding.points(.max, of: .max, less: 1, of: .max) == nil)
        #expect(BaseThresholds(withholdBelow: 30, noPercentageBelow: 10, cautionBelow: 50) == nil)
        #expect(SmallCountRule(threshold: -1) == nil && meetsMinimumSamples([:], minimum: [:]) == nil)
    }
}

private func proportion(_ count: Int, _ base: Int) -> Proportion? { Proportion(count, of: base) }

extension PartOfWhole {
    fileprivate init?(_ part: Proportion?, _ whole: Proportion?) {
        guard let part, let whole else { return nil }
        self.init(part: part, whole: whole)
    }
}
