import Statistics
import Testing

/// Properties that every interval and every test has to keep, by seeded chance.
@Suite struct IntervalProperties {
    private let levels = [0.5, 0.8, 0.9, 0.95, 0.99, 0.998, 0.9999].compactMap(Confidence.init(level:))

    private func counts(_ seed: UInt64, _ number: Int) -> [(Int, Int)] {
        var random = SplitMix64(seed: seed)
        return (0..<number).map { _ in
            let base = [1, 2, 7, 30, 109, 4300, 1_000_000].randomElement(using: &random) ?? 1
            let count =
                [0, base, Int.random(in: 0...base, using: &random)].randomElement(using: &random) ?? 0
            return (count, base)
        }
    }

    private func isNested(_ intervals: [Interval], _ what: String) {
        for (inner, outer) in zip(intervals, intervals.dropFirst()) {
            #expect(outer.lower <= inner.lower && inner.upper <= outer.upper, "\(what): \(intervals)")
        }
        for interval in intervals {
            #expect(
                !interval.lower.isNaN && !interval.upper.isNaN && interval.lower <= interval.upper, "\(what)")
        }
    }

    @Test func aSurerIntervalOfAShareHoldsALessSureOne() throws {
        for (count, base) in counts(21, 120) {
            let share = try #require(Proportion(count, of: base))
            let what = "\(count) of \(base)"
            isNested(levels.map(share.wilson), what)
            isNested(levels.map(share.wilsonContinuityCorrected), what)
            isNested(levels.map { share.jeffreys($0) }, what)
            isNested(levels.map(share.clopperPearson), what)
            let sample = try #require(FiniteSample(share, population: Double(3 * base)))
            isNested(levels.map(sample.wilson), what)
        }
    }

    @Test func aSurerIntervalOfADifferenceHoldsALessSureOneAndTurnsAroundWithItsGroups() throws {
        for (one, other) in zip(counts(22, 200), counts(23, 200)) {
            let first = try #require(Proportion(one.0, of: one.1))
            let second = try #require(Proportion(other.0, of: other.1))
            let (pair, turned) = (ProportionComparison(first, second), ProportionComparison(second, first))
            let what = "\(one) \(other)"
            isNested(levels.map(pair.newcombe), what)
            isNested(levels.map(pair.agrestiCaffo), what)
            for level in levels {
                let (range, mirror) = (pair.newcombe(level), turned.newcombe(level))
                #expect(range.contains(pair.difference) && (-1...1).contains(range.lower), "\(what)")
                #expect(range.lower == -mirror.upper && range.upper == -mirror.lower, "\(what)")
            }
            #expect(pair.pooledZ == turned.pooledZ.map { -$0 }, "\(what)")
            if let z = pair.pooledZ { #expect(z.isFinite, "\(what)") }
            if let p = pair.pValue { #expect((0...1).contains(p), "\(what)") }
        }
    }

    @Test func aSurerIntervalOfARatioHoldsALessSureOneAndNoRatioIsNoNumber() throws {
        var random = SplitMix64(seed: 24)
        for _ in 0..<150 {
            let most = [1, 4, 30].randomElement(using: &random) ?? 1
            let cells = (0..<4).map { _ in Int.random(in: 0...most, using: &random) }
            guard let table = FourfoldTable(cells[0], cells[1], cells[2], cells[3]) else { continue }
            for interval in [FourfoldTable.woolf(table), FourfoldTable.katz(table)] {
                isNested(levels.compactMap(interval), "\(cells)")
            }
            let exact = try #require(ExactFourfold(table))
            isNested(levels.map(exact.exactInterval), "\(cells)")
            isNested(levels.map(exact.midPInterval), "\(cells)")
            for level in levels {
                if let ratio = table.oddsRatio, let range = table.woolf(level) {
                    #expect(range.contains(ratio), "\(cells)")
                }
                if let ratio = table.riskRatio, let range = table.katz(level) {
                    #expect(range.contains(ratio), "\(cells)")
                }
            }
            let ratios = [
                table.oddsRatio, table.riskRatio, exact.conditionalEstimate, exact.medianUnbiasedEstimate,
            ]
            #expect(ratios.allSatisfy { $0?.isNaN != true }, "\(cells)")
            let tails = [
                exact.fisherLess, exact.fisherGreater, exact.fisherTwoSided, exact.midPLess,
                exact.midPGreater,
                exact.midPTwoSided, exact.midPByLikelihood,
            ]
            #expect(tails.allSatisfy { (0...1).contains($0) }, "\(cells): \(tails)")
        }
    }

    @Test func aModelIsFittedOrSaysThatItCannotBe() throws {
        var random = SplitMix64(seed: 25)
        var fitted = 0
        for _ in 0..<300 {
            let most = [1, 3, 50].randomElement(using: &random) ?? 1
            let groups = (0..<6).compactMap { _ -> CovariateGroup? in
                let values = (0..<2).map { _ in Double(Int.random(in: 0...2, using: &random)) }
                return CovariateGroup(
                    values: values, yes: Int.random(in: 0...most, using: &random),
                    no: Int.random(in: 0...most, using: &random))
            }
            guard case .fitted(let model)? = LogisticRegression.fit(groups) else { continue }
            fitted += 1
            let numbers =
                model.coefficients + model.standardErrors + model.z + model.pValues + [model.deviance]
            #expect(numbers.allSatisfy { $0.isFinite }, "\(groups)")
            #expect(model.standardErrors.allSatisfy { $0 > 0 }, "\(groups)")
            #expect(model.deviance >= 0, "\(groups)")
            for (ratio, range) in zip(model.oddsRatios, model.oddsRatioIntervals(.ninetyFive)) {
                #expect(range.contains(ratio), "\(groups)")
            }
            // At its maximum a model expects as many to say yes as did.
            let everyone = groups.reduce(0) { $0 + $1.answers.base }
            let yes = groups.reduce(0) { $0 + $1.answers.count }
            let expected = groups.reduce(0.0) { sum, group in
                let exponent = zip(model.coefficients, [1] + group.values).reduce(0) { $0 + $1.0 * $1.1 }
                return sum + group.answers.base * (1 / (1 + exponential(-exponent)))
            }
            #expect(abs(expected - yes) < 1e-8 * everyone, "\(groups)")
            let comparison = try #require(model.standardised(0))
            #expect((0...1).contains(comparison.first) && (0...1).contains(comparison.second), "\(groups)")
        }
        #expect(fitted > 50)
    }

    /// e to a power, by its own series.
    private func exponential(_ power: Double) -> Double {
        let small = power / 1024
        var (sum, term) = (1.0, 1.0)
        for step in 1...20 {
            term *= small / Double(step)
            sum += term
        }
        return (0..<10).reduce(sum) { square, _ in square * square }
    }

    @Test func ordinalTestsOfAnyTableHaveAPValue() throws {
        var random = SplitMix64(seed: 26)
        for _ in 0..<300 {
            let most = [1, 2, 20, 100_000].randomElement(using: &random) ?? 1
            let (rows, columns) = (
                Int.random(in: 2...4, using: &random), Int.random(in: 2...6, using: &random)
            )
            let counts = (0..<rows).map { _ in
                (0..<columns).map { _ in
                    Bool.random(using: &random) ? 0 : Int.random(in: 0...most, using: &random)
                }
            }
            guard let table = OrdinalTable(counts) else { continue }
            var values = [table.kruskalWallis.pValue, table.linearByLinear.pValue]
            values += [table.cochranArmitage?.pValue, table.mannWhitney?.pValue].compactMap(\.self)
            values += [table.mannWhitney?.continuityCorrectedPValue].compactMap(\.self)
            #expect(values.allSatisfy { (0...1).contains($0) }, "\(counts): \(values)")
            #expect(abs(table.linearCorrelation) <= 1 + 1e-12, "\(counts)")
            if let pair = table.mannWhitney {
                #expect((0...1).contains(pair.probabilityOfSuperiority), "\(counts)")
            }
        }
    }
}
