import Testing

@testable import Language

@Suite struct EasyWords {
    @Test(arguments: [
        (0, 40, "no people", 0), (40, 40, "all the people", 10), (1, 300, "fewer than 1 out of 10 people", nil),
        (299, 300, "more than 9 out of 10 people", 9), (32, 40, "8 out of 10 people", 8),
        (81, 100, "about 8 out of 10 people", 8), (86, 100, "more than 8 out of 10 people", 8),
        (87, 100, "nearly 9 out of 10 people", 9), (4, 100, "fewer than 1 out of 10 people", nil),
        (9, 100, "about 1 out of 10 people", 1),
    ] as [(Int, Int, String, Int?)])
    func aCountIsToldInTenths(count: Int, base: Int, words: String, drawn: Int?) throws {
        let told = English.outOfTen(try #require(ShownPercentage(count: count, of: base)), "people")
        #expect(told.words == words && told.drawn == drawn)
    }

    @Test func nobodyAndEverybodyAreSaidForCertainOnlyOfCounts() throws {
        let none = English.outOfTen(try #require(ShownPercentage(units: 0, decimals: 0)), "carers")
        #expect(none == English.outOfTen(try #require(ShownPercentage(units: 0, decimals: 1)), "carers"))
        #expect(none.words == "none, or almost none, of the carers" && none.drawn == nil)
        let all = English.outOfTen(try #require(ShownPercentage(units: 100, decimals: 0)), "carers")
        #expect(all.words == "all, or almost all, of the carers" && all.drawn == nil)
    }

    /// The picture shows the number that the words name, and it is the whole number of tenths at or next to the share.
    @Test func ofEveryShareAsManyPeopleAreDrawnAsAreNamed() throws {
        for units in 0...1000 {
            let told = English.outOfTen(try #require(ShownPercentage(units: units, decimals: 1)), "people")
            #expect(!told.words.contains("%"))
            let named = told.words.split(separator: " ").compactMap { Int($0) }.first
            if let drawn = told.drawn {
                #expect(named == drawn)
                #expect(abs(units - drawn * 100) < 100)
            } else {
                #expect(units < 85 || units == 1000)
            }
        }
    }

    @Test(arguments: [
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        ("“My life is better.” 8 people said so.", ["“My life is better.”", "8 people said so."]),
        ("It is 3.5 miles. (Or so.) Yes", ["It is 3.5 miles.", "(Or so.)", "Yes"]),
        ("One line\nand another", ["One line", "and another"]), ("…", []), ("", []),
    ])
    func aTextHasItsSentences(text: String, sentences: [String]) {
        #expect(PlainText.sentences(in: text) == sentences)
    }

    @Test func wordsAreCountedWithoutTheMarksAroundThem() {
        #expect(
            PlainText.words(in: "“8 out of 10 people’s carers” – said/wrote: well-being.")
                == ["8", "out", "of", "10", "people’s", "carers", "said", "wrote", "well-being"])
    }

    @Test(arguments: [
        ("home", 1), ("help", 1), ("people", 2), ("support", 2), ("budget", 2), ("asked", 1), ("wanted", 2),
        ("families", 3), ("places", 2), ("information", 4), ("organisation", 5), ("eligibility", 6), ("the", 1),
        ("able", 2), ("questions", 2), ("nb", 1),
    ])
    func aWordHasAboutAsManySyllablesAsOneSpeaks(word: String, syllables: Int) {
        #expect(PlainText.syllables(in: word) == syllables)
    }
}
