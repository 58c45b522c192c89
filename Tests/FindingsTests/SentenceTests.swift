import Language
import Survey
import TestSupport
import Testing

@testable import Findings

struct SentenceTests {
    private let dignity = FigureID(
        audience: "holders", question: "dignity", measure: "positive", body: "this")

    @Test func interpolatedTextKeepsEachFigureApart() {
        let sentence: Sentence = "\(Sentence.Part.figure(dignity, "80%")) of \(given: "18 to 64s") said so."
        #expect(
            sentence.parts == [
                .figure(dignity, "80%"), .text(" of "), .given("18 to 64s"), .text(" said so."),
            ])
        #expect(sentence.plain == "80% of 18 to 64s said so.")
        #expect(sentence.figures == [dignity])
    }

    @Test func listsAreWrittenAsTheLanguageRoomWritesThem() {
        let words = ["feeling safe", "food and drink", "control, at last", "friends"]
        var random = SplitMix64(seed: 7)
        for _ in 0..<200 {
            let items = (0..<Int.random(in: 0...5, using: &random)).map { _ in
                words[Int.random(in: 0..<words.count, using: &random)]
            }
            for conjunction in ["and", "or"] {
                let list = Sentence.list(items.map { "\(given: $0)" }, conjunction: conjunction)
                #expect(list.plain == English.list(items, conjunction: conjunction))
            }
        }
    }

    @Test(arguments: [
        ("7 in 10", "Seven in 10 people."), ("nearly 7 in 10", "Nearly 7 in 10 people."),
        ("more than 80%", "More than 80% people."), ("37", "37 people."),
        ("two thirds of", "Two thirds of people."),
    ]) func aSentenceBeginsWithACapitalOrARatioInWords(claim: String, expected: String) {
        let sentence: Sentence = "\(Sentence.Part.claim(claim, of: [dignity])) people."
        #expect(sentence.capitalized.plain == expected)
    }

    @Test func wordsInBracketsAreNotCounted() {
        let sentence: Sentence =
            "Half of them said so (All 12 councils: \(Sentence.Part.figure(dignity, "80%"))) at once."
        #expect(sentence.wordCount == 7)
    }
}
