import Language
import Statistics
import Testing

@Suite struct PercentageWords {
    @Test(arguments: [
        (697, 1, "69.7%"), (700, 1, "70.0%"), (70, 0, "70%"), (0, 0, "0%"), (4, 1, "0.4%"), (100, 0, "100%"),
    ])
    func aPublishedPercentageKeepsItsDigits(units: Int, decimals: Int, text: String) {
        #expect(English.percent(units: units, decimals: decimals) == text)
        #expect(ShownPercentage(units: units, decimals: decimals)?.text == text)
    }

    @Test(arguments: [
        (0, 200, 0, "0%"), (1, 300, 0, "<1%"), (1, 200, 0, "1%"), (199, 200, 0, ">99%"),
        (200, 200, 0, "100%"),
        (299, 300, 0, ">99%"), (86, 107, 0, "80%"), (81, 100, 1, "81.0%"), (1, 3000, 1, "<0.1%"),
        (2999, 3000, 1, ">99.9%"),
    ])
    func aPercentageOfACountSaysWhenItIsNotQuiteNoneOrAll(
        count: Int, base: Int, decimals: Int, text: String
    ) {
        #expect(English.percent(count: count, of: base, decimals: decimals) == text)
    }

    @Test func whatIsNoPercentageIsNone() {
        #expect(English.percent(count: 1, of: 0) == nil)
        #expect(English.percent(count: 3, of: 2) == nil)
        #expect(English.percent(count: -1, of: 2) == nil)
        #expect(ShownPercentage(units: 101) == nil)
        #expect(ShownPercentage(units: -1) == nil)
        #expect(ShownPercentage(units: 1, decimals: 7) == nil)
    }

    @Test func aSignIsAWordWhenReadAloud() {
        #expect(ShownPercentage(count: 1, of: 300)?.spoken == "less than 1%")
        #expect(ShownPercentage(count: 299, of: 300)?.spoken == "more than 99%")
        #expect(ShownPercentage(count: 1, of: 2)?.spoken == "50%")
    }

    @Test(arguments: [
        (4, 0, "4 percentage points"), (1, 0, "1 percentage point"), (0, 0, "0 percentage points"),
        (5, 1, "0.5 percentage points"), (10, 1, "1.0 percentage points"), (-4, 0, "−4 percentage points"),
        (-1, 0, "−1 percentage point"),
    ])
    func aDifferenceIsInPercentagePoints(units: Int, decimals: Int, text: String) {
        #expect(English.percentagePoints(units: units, decimals: decimals) == text)
    }

    @Test(arguments: [
        (4, 0, "4 percentage points higher"), (-1, 0, "1 percentage point lower"), (0, 0, "the same"),
        (-5, 1, "0.5 percentage points lower"),
    ])
    func aDifferenceHasADirection(units: Int, decimals: Int, text: String) {
        #expect(English.higherOrLower(units: units, decimals: decimals) == text)
    }

    @Test func aMarginOfErrorReachesBothWays() {
        #expect(English.marginOfError(units: 42, decimals: 1) == "plus or minus 4.2 percentage points")
    }

    @Test(arguments: [
        (1.05, 1.01, nil), (1.2, 1.1, nil), (1.5, 1.2, "about one and a half times as likely"),
        (1.5, 0.9, nil), (1.65, 1.2, nil), (1.8, 1.2, "nearly twice as likely"),
        (2.0, 1.4, "twice as likely"), (2.2, 1.4, "just over twice as likely"),
        (2.6, 1.4, "more than twice as likely"), (2.6, 0.8, nil),
        (2.7, 2.1, "nearly three times as likely"), (2.9, 2.1, "nearly three times as likely"),
        (2.9, 1.5, nil), (3.0, 2.4, "three times as likely"), (9.8, 9.2, "nearly ten times as likely"),
        (40, 20, "more than ten times as likely"), (40, 5, nil), (0.5, 0.2, nil), (.infinity, 3, nil),
        (.nan, 3, nil),
    ])
    func aRatioIsATimesOnlyWhereItsIntervalAllowsIt(ratio: Double, lower: Double, text: String?) {
        let interval = Interval(lower: lower, upper: .infinity)
        #expect(English.timesAsLikely(ratio, interval: interval) == text)
    }

    @Test func aDifferenceIsRoundedOnceFromItsCounts() {
        #expect(English.percentagePoints(81, of: 100, against: 85, of: 100) == "4 percentage points")
        // 66.5% and 63.4% are shown as 67% and 63%, yet they are 3 points apart.
        #expect(English.percentagePoints(665, of: 1000, against: 634, of: 1000) == "3 percentage points")
        #expect(
            English.percentagePoints(501, of: 1000, against: 50, of: 100) == "less than 1 percentage point")
        #expect(English.percentagePoints(500, of: 1000, against: 50, of: 100) == "0 percentage points")
        #expect(English.percentagePoints(1, of: 0, against: 50, of: 100) == nil)
    }

    @Test func anIntervalIsInWords() throws {
        #expect(English.range(from: 65, to: 74) == "65% to 74%")
        #expect(English.range(from: 655, to: 739, decimals: 1) == "65.5% to 73.9%")
        #expect(English.range(from: 65, to: 65) == "65%")
        let wilson = try #require(Proportion(81, of: 100)).wilson(.ninetyFive)
        #expect(English.range(wilson) == "72% to 87%")
        #expect(English.range(Interval(lower: -0.1, upper: 0.5)) == nil)
        #expect(English.range(Interval(lower: .nan, upper: 0.5)) == nil)
    }
}
