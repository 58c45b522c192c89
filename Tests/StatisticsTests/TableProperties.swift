import Statistics
import Testing

@Suite struct TableProperties {
    private func tables(_ seed: UInt64, _ count: Int, to most: Int = 40) -> [[Int]] {
        var random = SplitMix64(seed: seed)
        return (0..<count).map { _ in (0..<4).map { _ in Int.random(in: 0...most, using: &random) } }
            .filter { $0[0] + $0[1] > 0 && $0[2] + $0[3] > 0 }
    }

    @Test func turningTheGroupsAroundTurnsTheOddsRatioAround() throws {
        for cells in tables(1, 300) {
            let table = try #require(FourfoldTable(cells[0], cells[1], cells[2], cells[3]))
            let turned = try #require(FourfoldTable(cells[2], cells[3], cells[0], cells[1]))
            guard let ratio = table.oddsRatio, ratio > 0, ratio.isFinite else { continue }
            #expect(agrees(turned.oddsRatio, 1 / ratio, within: 1e-12))
            let (one, other) = (table.woolf(.ninetyFive), turned.woolf(.ninetyFive))
            #expect(agrees(other?.lower, (one?.upper).map { 1 / $0 }, within: 1e-12))
            guard let exact = ExactFourfold(table), let exactTurned = ExactFourfold(turned) else { continue }
            #expect(agrees(exactTurned.fisherLess, exact.fisherGreater, within: 1e-9), "\(cells)")
            #expect(agrees(exactTurned.fisherTwoSided, exact.fisherTwoSided, within: 1e-9), "\(cells)")
            #expect(
                agrees(
                    exactTurned.conditionalEstimate, exact.conditionalEstimate.map { 1 / $0 }, within: 1e-9),
                "\(cells)")
            #expect(
                agrees(
                    exactTurned.midPInterval(.ninetyFive).upper, 1 / exact.midPInterval(.ninetyFive).lower,
                    within: 1e-9), "\(cells)")
        }
    }

    @Test func exactIntervalsHoldTheirEstimatesAndTheMidPIntervalLiesInside() throws {
        for cells in tables(2, 300) {
            let table = try #require(FourfoldTable(cells[0], cells[1], cells[2], cells[3]))
            let exact = try #require(ExactFourfold(table))
            let (wide, narrow) = (exact.exactInterval(.ninetyFive), exact.midPInterval(.ninetyFive))
            #expect(wide.lower <= narrow.lower && narrow.upper <= wide.upper, "\(cells)")
            guard cells[0] + cells[2] > 0, cells[1] + cells[3] > 0 else {
                #expect(exact.conditionalEstimate == nil && exact.fisherTwoSided == 1, "\(cells)")
                continue
            }
            #expect(wide.contains(try #require(exact.conditionalEstimate)), "\(cells)")
            #expect(narrow.contains(try #require(exact.medianUnbiasedEstimate)), "\(cells)")
            #expect(exact.midPByLikelihood <= exact.fisherTwoSided && exact.fisherTwoSided <= 1, "\(cells)")
            #expect(abs(exact.midPLess + exact.midPGreater - 1) < 1e-12, "\(cells)")
        }
    }

    @Test func aStratumThatComparesNothingChangesNothing() throws {
        let strata = [[5, 3, 2, 7], [8, 2, 4, 4]]
        let plain = try #require(StratifiedTables(counts: strata))
        for silent in [[0, 0, 5, 6], [4, 9, 0, 0], [0, 0, 0, 0], [0, 4, 0, 6], [4, 0, 6, 0]] {
            let more = try #require(StratifiedTables(counts: strata + [silent]))
            #expect(agrees(more.oddsRatio, plain.oddsRatio, within: 1e-12), "\(silent)")
            #expect(agrees(more.logOddsRatioError, plain.logOddsRatioError, within: 1e-12), "\(silent)")
            let (one, other) = (plain.homogeneityTest(), more.homogeneityTest())
            #expect(one != nil && one?.degrees == other?.degrees, "\(silent)")
            #expect(agrees(other?.pValue, one?.pValue, within: 1e-12), "\(silent)")
            let cmh = more.associationTest(continuityCorrected: true)?.statistic
            #expect(
                agrees(cmh, plain.associationTest(continuityCorrected: true)?.statistic, within: 1e-12),
                "\(silent)")
        }
    }

    @Test func aTestOfIndependenceDoesNotMindTheOrderOfGroups() throws {
        var random = SplitMix64(seed: 3)
        for _ in 0..<200 {
            let table = (0..<4).map { _ in (0..<3).map { _ in Int.random(in: 1...50, using: &random) } }
            let one = try #require(ContingencyTable(table))
            let other = try #require(ContingencyTable(table.shuffled(using: &random)))
            let turned = try #require(
                ContingencyTable((0..<3).map { column in table.map { $0[column] } }))
            for same in [other, turned] {
                #expect(agrees(same.pearson.statistic, one.pearson.statistic, within: 1e-10))
                #expect(agrees(same.likelihoodRatio.pValue, one.likelihoodRatio.pValue, within: 1e-9))
                #expect(agrees(same.cramersV, one.cramersV, within: 1e-10))
            }
            #expect((0...1).contains(one.cramersV))
        }
    }

    @Test func superiorityIsSharedBetweenTheTwoGroups() throws {
        var random = SplitMix64(seed: 4)
        for _ in 0..<200 {
            let table = (0..<2).map { _ in (0..<5).map { _ in Int.random(in: 0...20, using: &random) } }
            guard let one = OrdinalTable(table)?.mannWhitney else { continue }
            let other = try #require(OrdinalTable(table.reversed())?.mannWhitney)
            #expect(abs(one.probabilityOfSuperiority + other.probabilityOfSuperiority - 1) < 1e-12)
            #expect(agrees(one.pValue, other.pValue, within: 1e-9, noise: 1e-15))
            // With two groups Kruskal and Wallis ask the same as Mann and Whitney.
            let kruskal = try #require(OrdinalTable(table)).kruskalWallis.pValue
            #expect(agrees(one.pValue, kruskal, within: 1e-7))
        }
    }

    @Test func adjustedPValuesAreNoSmallerThanThePlainOnesAndKeepTheirOrder() throws {
        var random = SplitMix64(seed: 5)
        for _ in 0..<200 {
            let count = Int.random(in: 1...30, using: &random)
            let plain = (0..<count).map { _ in Double.random(in: 0...1, using: &random) }
            let tests = try #require(MultipleTests(plain))
            let (bh, by) = (tests.benjaminiHochberg, tests.benjaminiYekutieli)
            for adjusted in [bh, by, tests.holm, tests.hochberg, tests.bonferroni] {
                #expect(zip(plain, adjusted).allSatisfy { $0 <= $1 * (1 + 1e-12) && $1 <= 1 })
                let sorted = plain.indices.sorted { plain[$0] < plain[$1] }.map { adjusted[$0] }
                #expect(sorted == sorted.sorted())
            }
            #expect(zip(bh, tests.hochberg).allSatisfy { $0 <= $1 * (1 + 1e-12) })
            #expect(zip(tests.hochberg, tests.holm).allSatisfy { $0 <= $1 * (1 + 1e-12) })
        }
    }

    @Test func largestRemaindersFillAHundredAndNoneIsOffByOne() throws {
        var random = SplitMix64(seed: 6)
        for _ in 0..<500 {
            let counts = (0..<Int.random(in: 1...9, using: &random)).map { _ in
                Int.random(in: 0...500, using: &random)
            }
            let base = counts.reduce(0, +)
            guard base > 0 else { continue }
            for (decimals, whole) in [(0, 100), (1, 1000)] {
                let units = try #require(Rounding.largestRemainder(counts, decimals: decimals))
                #expect(units.reduce(0, +) == whole, "\(counts)")
                for (count, unit) in zip(counts, units) {
                    #expect(abs(unit * base - count * whole) < base, "\(counts)")
                }
            }
        }
    }

    @Test func aPercentageIsTheNearestAndRoundedOnce() throws {
        #expect(Rounding.percentage(86, of: 107) == 80)
        #expect(Rounding.percentage(689, of: 1000, decimals: 1) == 689)
        for base in 1...120 {
            for count in 0...base {
                let units = try #require(Rounding.percentage(count, of: base))
                #expect(2 * abs(units * base - count * 100) <= base, "\(count) of \(base)")
            }
        }
    }
}
