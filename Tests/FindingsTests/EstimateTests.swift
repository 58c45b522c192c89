import Findings
import Survey
import Testing

struct EstimateTests {
    @Test func exactCountsHaveWilsonsInterval() throws {
        // 73 of 100: Wilson 95 % is 0.6356… to 0.8073….
        let table = table([40, 33, 17, 6, 4])
        let range = try #require(Estimate(table.measure, in: table)?.range)
        #expect(range.basis == .wilson)
        #expect([range.low.literal, range.high.literal] == ["64", "81"])
    }

    @Test func thePublishersMarginComesFirst() throws {
        var table = table([40, 33, 17, 6, 4])
        table.measure = PublishedCell(
            answer: "positive", value: .shown(share: percent(697, decimals: 1), count: nil),
            margin: percent(42, decimals: 1))
        let range = try #require(Estimate(table.measure, in: table)?.range)
        #expect(range.basis == .publishersMargin)
        #expect([range.low.literal, range.high.literal] == ["65.5", "73.9"])
    }

    @Test func aMarginEndsAt0And100() throws {
        var table = table([40, 33, 17, 6, 4])
        table.cells[4] = PublishedCell(
            answer: "lot-worse", value: .shown(share: percent(10, decimals: 1), count: nil),
            margin: percent(42, decimals: 1))
        let range = try #require(Estimate(table.cells[4], in: table)?.range)
        #expect([range.low.literal, range.high.literal] == ["0.0", "5.2"])
    }

    @Test func roundedBasesGiveANearInterval() throws {
        var table = table([40, 33, 17, 6, 4])
        table.base = .rounded(455, to: 5)
        table.measure = PublishedCell(
            answer: "positive", value: .shown(share: percent(697, decimals: 1), count: nil))
        let range = try #require(Estimate(table.measure, in: table)?.range)
        #expect(range.basis == .wilsonApproximate)
        #expect([range.low.literal, range.high.literal] == ["65.3", "73.7"])
    }

    @Test(arguments: [Base.surveyWide(4300), .unknown, .withheld])
    func withoutTheQuestionsOwnBaseThereIsNoRange(_ base: Base)
        throws
    {
        var table = table([40, 33, 17, 6, 4])
        table.base = base
        let estimate = try #require(Estimate(table.measure, in: table))
        #expect(estimate.range == nil)
        #expect(estimate.share == percent(73))
    }

    @Test(arguments: [PublishedTable.Showing.withheld, .noPercentage, .notAvailable])
    func whatIsNotShownHasNoEstimate(_ showing: PublishedTable.Showing) {
        var table = table([40, 33, 17, 6, 4])
        table.showing = showing
        #expect(Estimate(table.measure, in: table) == nil)
        #expect(Estimate(nil, in: table) == nil)
    }
}

struct WordingTests {
    @Test func basesAreSaidAsFarAsTheyMayBeTold() {
        #expect(Base.exact(1112).words == "1,112")
        #expect(Base.rounded(455, to: 5).words == "about 455")
        #expect(Base.surveyWide(4300).words == "4,300 in the whole survey")
        #expect(Base.unknown.words == nil)
        #expect(Base.withheld.words == nil)
        #expect(Base.exact(112).rowWords == "n 112")
        #expect(Base.rounded(455, to: 5).rowWords == "about 455")
        #expect(Base.withheld.rowWords == "")
    }

    @Test func percentagesKeepTheirDecimals() {
        #expect(percent(190, decimals: 1).words == "19.0%")
        #expect(percent(73).words == "73%")
    }

    @Test func everyTableThatShowsNoNumbersSaysWhy() {
        var table = table([40, 33, 17, 6, 4])
        #expect(table.wordsInstead == nil)
        for index in table.cells.indices { table.cells[index].value = .withheld(.confidential) }
        #expect(table.wordsInstead == "Not shown, to protect people’s privacy")
        table.showing = .noPercentage
        #expect(table.wordsInstead == "Too few people answered for percentages")
        table.showing = .withheld
        #expect(table.wordsInstead == "Not shown, to protect people’s privacy")
        table.showing = .notAvailable
        #expect(table.wordsInstead == "Not asked here, or not available")
    }
}
