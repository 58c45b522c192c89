import Testing

@testable import Language

@Suite struct Quantities {
    @Test(arguments: [
        (3, 0, "fewer than 1 in 20", "fewer than 1 in 10"), (5, 0, "1 in 20", "fewer than 1 in 10"),
        (10, 0, "1 in 10", "1 in 10"), (18, 0, "nearly 1 in 5", "nearly 2 in 10"),
        (24, 0, "about a quarter", "more than 2 in 10"), (25, 0, "a quarter", "more than 2 in 10"),
        (33, 0, "a third", "more than 3 in 10"), (35, 0, "just over a third", "more than 3 in 10"),
        (40, 0, "4 in 10", "4 in 10"), (47, 0, "nearly half", "nearly 5 in 10"),
        (49, 0, "just under half", "about 5 in 10"), (50, 0, "half", "5 in 10"),
        (51, 0, "just over half", "about 5 in 10"), (56, 0, "more than half", "more than 5 in 10"),
        (61, 0, "about 6 in 10", "about 6 in 10"), (65, 0, "nearly two thirds", "more than 6 in 10"),
        (67, 0, "two thirds", "nearly 7 in 10"), (697, 1, "7 in 10", "7 in 10"),
        (744, 1, "about three quarters", "more than 7 in 10"),
        (745, 1, "three quarters", "more than 7 in 10"),
        (754, 1, "three quarters", "more than 7 in 10"), (76, 0, "about three quarters", "more than 7 in 10"),
        (80, 0, "8 in 10", "8 in 10"), (81, 0, "about 8 in 10", "about 8 in 10"),
        (89, 0, "nearly 9 in 10", "about 9 in 10"), (96, 0, "almost all", "more than 9 in 10"),
        (0, 0, "none or almost none", "none or almost none"),
        (1000, 1, "all or almost all", "all or almost all"),
    ])
    func aPercentageHasItsWords(units: Int, decimals: Int, phrase: String, inTen: String) throws {
        let words = English.quantityWords(try #require(ShownPercentage(units: units, decimals: decimals)))
        #expect(words.phrase == phrase && words.inTen == inTen)
    }

    @Test(arguments: [
        (0, 300, "none", "none"), (300, 300, "all", "all"),
        (1, 300, "fewer than 1 in 100", "fewer than 1 in 10"), (299, 300, "almost all", "more than 9 in 10"),
    ])
    func aCountSaysForCertainWhetherItIsNoneOrAll(
        count: Int, base: Int, phrase: String, inTen: String
    ) throws {
        let words = English.quantityWords(try #require(ShownPercentage(count: count, of: base)))
        #expect(words.phrase == phrase && words.inTen == inTen)
    }

    @Test(
        arguments: [
            (3, "fewer than 1 in 20"), (7, "fewer than 1 in 10"), (10, "fewer than 1 in 5"),
            (24, "fewer than a quarter"),
            (26, "fewer than 3 in 10"), (38, "fewer than 4 in 10"), (40, "fewer than half"),
            (49, "fewer than half"),
            (50, nil), (86, nil),
        ] as [(Int, String?)]) func aLowShareStaysUnderItsFraction(units: Int, words: String?) throws
    {
        #expect(English.quantityFromAbove(try #require(ShownPercentage(units: units))) == words)
    }

    /// Every percentage with up to two decimals has a phrase in both forms, and none falls back to digits:
    /// the table's claim is true of all that it is made of.
    @Test func everyClaimIsTrueOfEveryPercentageItIsMadeOf() throws {
        for decimals in 0...2 {
            let whole = [100, 1000, 10_000][decimals]
            for units in 0...whole {
                let shown = try #require(ShownPercentage(units: units, decimals: decimals))
                let words = English.quantityWords(shown)
                #expect(!words.phrase.contains("%") && !words.inTen.contains("%"), "\(shown.text): \(words)")
                try expectTruth(words.phrase, of: shown)
                try expectTruth(words.inTen, of: shown)
            }
        }
    }

    /// The meaning of a phrase, spelt out anew and in floating point, against the value.
    private func expectTruth(_ phrase: String, of shown: ShownPercentage) throws {
        let value = Double(shown.units) / Double(shown.whole)
        let fractions = [
            "1 in 100": 0.01, "1 in 20": 0.05, "1 in 5": 0.2, "a quarter": 0.25, "a third": 1.0 / 3,
            "half": 0.5, "two thirds": 2.0 / 3, "three quarters": 0.75, "1 in 10": 0.1, "2 in 10": 0.2,
            "3 in 10": 0.3, "4 in 10": 0.4, "5 in 10": 0.5, "6 in 10": 0.6, "7 in 10": 0.7, "8 in 10": 0.8,
            "9 in 10": 0.9,
        ]
        if ["none or almost none", "all or almost all", "almost all"].contains(phrase) {
            #expect(phrase.hasPrefix("none") ? value < 0.01 : value >= 0.95)
            return
        }
        let name = try #require(fractions.keys.filter { phrase.hasSuffix($0) }.max { $0.count < $1.count })
        let difference = value - (fractions[name] ?? .nan)
        let truth =
            switch phrase.dropLast(name.count) {
            case "": abs(difference) <= 0.006
            case "about ": abs(difference) <= 0.016
            case "just over ": difference > 0 && difference < 0.04
            case "more than ": difference > 0
            case "just under ": difference < 0 && difference > -0.02
            case "nearly ": difference < 0 && difference > -0.05
            case "fewer than ": difference < 0
            default: false
            }
        #expect(truth, "\(shown.text) is not \(phrase)")
    }

    @Test func theTableRisesFromNothing() {
        let starts = English.quantityRules.map(\.from)
        #expect(starts.first == 0)
        #expect(zip(starts, starts.dropFirst()).allSatisfy { $0 < $1 })
        #expect((starts.last ?? 0) < 1000)
    }

    @Test func aClaimThatIsNotTrueDoesNotHold() throws {
        let half = QuantityClaim.Fraction(numerator: 1, denominator: 2, name: "half")
        let fifty = try #require(ShownPercentage(units: 50))
        let fiftyFive = try #require(ShownPercentage(units: 55))
        #expect(!QuantityClaim.justOver(half).holds(for: fifty))
        #expect(!QuantityClaim.moreThan(half).holds(for: fifty))
        #expect(!QuantityClaim.nearly(half).holds(for: fifty))
        #expect(!QuantityClaim.fewerThan(half).holds(for: fifty))
        #expect(!QuantityClaim.exactly(half).holds(for: fiftyFive))
        #expect(!QuantityClaim.about(half).holds(for: fiftyFive))
        #expect(!QuantityClaim.justOver(half).holds(for: fiftyFive))
        #expect(!QuantityClaim.almostAll.holds(for: fiftyFive))
        #expect(QuantityClaim.moreThan(half).holds(for: fiftyFive))
    }
}
