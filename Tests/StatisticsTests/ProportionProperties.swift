import Statistics
import Testing

@Suite struct ProportionProperties {
    private let confidences = [Confidence.ninetyFive, .ninetyNinePointEight]

    /// Every count of every base up to 40, and 200 at random of bases up to 10,000.
    private var samples: [(count: Int, base: Int)] {
        var random = SplitMix64(seed: 20_270_314)
        let small = (1...40).flatMap { base in (0...base).map { ($0, base) } }
        let large = (0..<200).map { _ in
            let base = Int.random(in: 41...10_000, using: &random)
            return (Int.random(in: 0...base, using: &random), base)
        }
        return small + large
    }

    @Test func anIntervalHoldsItsShareAndStaysWithinNoneAndAll() throws {
        for (count, base) in samples {
            let proportion = try #require(Proportion(count, of: base))
            for confidence in confidences {
                let intervals = [
                    proportion.wilson(confidence), proportion.wilsonContinuityCorrected(confidence),
                    proportion.jeffreys(confidence), proportion.clopperPearson(confidence),
                ]
                for interval in intervals {
                    #expect(interval.contains(proportion.share), "\(count) of \(base): \(interval)")
                    #expect(interval.lower >= 0 && interval.upper <= 1, "\(count) of \(base): \(interval)")
                }
                let wilson = intervals[0]
                #expect(intervals[1].lower <= wilson.lower && wilson.upper <= intervals[1].upper)
                #expect((wilson.lower == 0) == (count == 0))
                #expect((wilson.upper == 1) == (count == base))
            }
        }
    }

    @Test func theIntervalOfThoseWhoDidNotIsTheMirrorImage() throws {
        for (count, base) in samples {
            let (yes, no) = (
                try #require(Proportion(count, of: base)), try #require(Proportion(base - count, of: base))
            )
            for confidence in confidences {
                let pairs = [
                    (yes.wilson(confidence), no.wilson(confidence)),
                    (yes.jeffreys(confidence), no.jeffreys(confidence)),
                    (yes.clopperPearson(confidence), no.clopperPearson(confidence)),
                    (yes.wilsonContinuityCorrected(confidence), no.wilsonContinuityCorrected(confidence)),
                ]
                for (first, second) in pairs {
                    #expect(abs(first.lower - (1 - second.upper)) < 1e-11, "\(count) of \(base)")
                    #expect(abs(first.upper - (1 - second.lower)) < 1e-11, "\(count) of \(base)")
                }
            }
        }
    }

    @Test func oneMoreAnswerMovesBothEndsUp() throws {
        for (count, base) in samples where count < base {
            let fewer = try #require(Proportion(count, of: base)).wilson(.ninetyFive)
            let more = try #require(Proportion(count + 1, of: base)).wilson(.ninetyFive)
            #expect(fewer.lower < more.lower && fewer.upper < more.upper, "\(count) of \(base)")
        }
    }

    @Test func moreRepliesOfTheSameShareAreMorePrecise() throws {
        for (count, base) in samples {
            let once = try #require(Proportion(count, of: base)).wilson(.ninetyFive)
            let twice = try #require(Proportion(2 * count, of: 2 * base)).wilson(.ninetyFive)
            #expect(twice.width < once.width, "\(count) of \(base)")
        }
    }

    @Test func aSampleOfEverybodyHasNoError() throws {
        for (count, base) in samples where base > 1 {
            let proportion = try #require(Proportion(count, of: base))
            let census = try #require(FiniteSample(proportion, population: Double(base)))
            #expect(census.correction == 0 && census.marginOfError(.ninetyFive) == 0)
            #expect(census.wilson(.ninetyFive) == Interval(lower: proportion.share, upper: proportion.share))
            let nearly = try #require(FiniteSample(proportion, population: Double(base) * 1.5 + 1))
            #expect(nearly.wilson(.ninetyFive).width < proportion.wilson(.ninetyFive).width)
        }
    }

    @Test func theRequiredSampleAchievesItsMargin() throws {
        for population in [2.0, 10, 150, 400, 1000, 25_000, 1e6] {
            for margin in [0.03, 0.05, 0.1] {
                let required = try #require(RequiredSample(population: population, margin: margin))
                let base = Double(required.count)
                let achieved = try #require(achievedMargin(base: base, population: population))
                #expect(achieved <= margin * 1.000_001, "\(population), \(margin)")
            }
        }
    }

    @Test func oneHundredRepliesAreWithinTenPointsOfTheTruth() throws {
        let alone = try #require(achievedMargin(base: 100))
        let ofFourHundred = try #require(achievedMargin(base: 100, population: 400))
        #expect(abs(alone - 0.0980) < 5e-5)
        #expect(abs(ofFourHundred - 0.0850) < 5e-5)
    }

    @Test func funnelLimitsBracketTheirTarget() throws {
        for target in [0.02, 0.3, 0.5, 0.806, 0.97] {
            let funnel = try #require(Funnel(target: target))
            for base in [2, 10, 30, 100, 999] {
                let inner = try #require(funnel.exactLimits(base: base, .ninetyFive))
                let outer = try #require(funnel.exactLimits(base: base, .ninetyNinePointEight))
                #expect(outer.lower <= inner.lower && inner.upper <= outer.upper, "\(target), \(base)")
                for confidence in confidences {
                    let limits = [
                        funnel.normalLimits(base: Double(base), confidence),
                        funnel.arcsineLimits(base: Double(base), confidence),
                    ]
                    for limit in limits { #expect(limit?.contains(target) == true, "\(target), \(base)") }
                }
                if base >= 10, target >= 0.3 { #expect(inner.contains(target), "\(target), \(base)") }
            }
        }
    }

    @Test func aPartDiffersFromTheWholeByLessThanFromTheRest() throws {
        var random = SplitMix64(seed: 7)
        for _ in 0..<300 {
            let (partBase, restBase) = (
                Int.random(in: 1...200, using: &random), Int.random(in: 1...4000, using: &random)
            )
            let part = try #require(Proportion(Int.random(in: 0...partBase, using: &random), of: partBase))
            let rest = Int.random(in: 0...restBase, using: &random)
            let whole = try #require(
                Proportion(part.count + Double(rest), of: Double(partBase + restBase)))
            let nested = try #require(PartOfWhole(part: part, whole: whole))
            let expected = (1 - nested.overlap) * nested.againstRest.difference
            #expect(abs(nested.differenceToWhole - expected) < 1e-12)
            #expect(abs(nested.differenceToWhole) <= abs(nested.againstRest.difference) + 1e-12)
            let interval = nested.againstRest.newcombe(.ninetyFive)
            #expect(interval.contains(nested.againstRest.difference))
            #expect(interval.lower >= -1 && interval.upper <= 1)
        }
    }

    @Test func aNetScoreLiesBetweenMinusOneAndOne() throws {
        var random = SplitMix64(seed: 11)
        for _ in 0..<500 {
            let (up, middle, down) = (
                Int.random(in: 0...80, using: &random), Int.random(in: 0...80, using: &random),
                Int.random(in: 0...80, using: &random)
            )
            guard up + middle + down > 0 else { continue }
            let base = Double(up + middle + down)
            let score = try #require(NetScore(positive: Double(up), negative: Double(down), base: base))
            #expect((-1...1).contains(score.value))
            let interval = score.adjustedWald(.ninetyFive)
            #expect(interval.lower >= -1 && interval.upper <= 1 && interval.width > 0)
        }
    }
}
