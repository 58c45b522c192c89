import Language
import Testing

@Suite struct NumberWords {
    @Test(arguments: [
        (0, "0"), (7, "7"), (999, "999"), (1000, "1,000"), (4300, "4,300"), (12345, "12,345"),
        (1_000_000, "1,000,000"), (-4300, "−4,300"), (Int.min, "−9,223,372,036,854,775,808"),
    ])
    func aWholeNumberHasCommasBetweenThousands(value: Int, text: String) {
        #expect(English.number(value) == text)
    }

    @Test(arguments: [
        (697, 1, "69.7"), (700, 1, "70.0"), (4, 1, "0.4"), (5, 2, "0.05"), (12345, 1, "1,234.5"),
        (-5, 1, "−0.5"), (12, 0, "12"), (12, -1, "12"),
    ])
    func aDecimalKeepsItsDigits(units: Int, decimals: Int, text: String) {
        #expect(English.decimal(units: units, decimals: decimals) == text)
    }

    @Test(arguments: [
        (0, "0"), (1, "one"), (5, "five"), (9, "nine"), (10, "10"), (1200, "1,200"), (-3, "−3"),
    ])
    func smallNumbersAreWords(value: Int, text: String) {
        #expect(English.numberInWords(value) == text)
    }

    @Test func aRoundedBaseIsSaidToBeAboutItsNumber() {
        #expect(English.about(455) == "about 455")
        #expect(English.about(6515) == "about 6,515")
    }

    @Test(arguments: [
        (0, "no councils", "0 councils"), (1, "one council", "1 council"), (2, "two councils", "2 councils"),
        (18, "18 councils", "18 councils"), (4300, "4,300 councils", "4,300 councils"),
    ])
    func aCountGoesWithItsNoun(count: Int, words: String, digits: String) {
        let noun = Noun("council", "councils")
        #expect(English.count(count, noun) == words)
        #expect(English.countInDigits(count, noun) == digits)
    }

    @Test func aNounMayHaveAnIrregularPlural() {
        #expect(English.noun(Noun("person", "people"), for: 1) == "person")
        #expect(English.noun(Noun("person", "people"), for: 0) == "people")
    }

    @Test(arguments: [
        ([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c"),
        (["food and drink", "housing"], "food and drink, and housing"),
        (["dignity", "care and support", "housing"], "dignity, care and support, and housing"),
        (["brandy", "Andover", "sand"], "brandy, Andover and sand"),
        (["Bath, Somerset", "Wells"], "Bath, Somerset; and Wells"),
    ])
    func aListShowsWhichWordsBelongTogether(items: [String], text: String) {
        #expect(English.list(items) == text)
    }

    @Test func aListMayOfferAChoice() {
        #expect(English.list(["a", "b", "c"], conjunction: "or") == "a, b or c")
    }

    @Test(arguments: [
        ("Norfolk", "Norfolk’s"), ("Wells", "Wells’"), ("St Helens", "St Helens’"), ("", "’s"),
    ])
    func aPossessiveFollowsTheLastLetter(name: String, text: String) {
        #expect(English.possessive(name) == text)
    }

    @Test(arguments: [
        ("about half", "About half"), ("8 in 10", "8 in 10"), ("", ""), ("élan", "Élan"), ("NHS", "NHS"),
    ])
    func aSentenceBeginsInUpperCase(text: String, capitalized: String) {
        #expect(English.capitalized(text) == capitalized)
    }

    @Test(arguments: [
        ("About half", "about half"), ("I don’t know", "I don’t know"), ("NHS areas", "NHS areas"),
        ("I’m safe", "I’m safe"),
        ("", ""), ("8 in 10", "8 in 10"),
    ])
    func theMiddleOfASentenceIsInLowerCase(text: String, uncapitalized: String) {
        #expect(English.uncapitalized(text) == uncapitalized)
    }

    @Test(arguments: [
        ("Do you feel \"safe\"?", true, "Do you feel ‘safe’?"),
        ("Knows the “amount”", true, "Knows the ‘amount’"), ("Paid work", false, "Paid work"),
    ])
    func aNameThatAsksOrQuotesIsPutInQuotationMarks(text: String, isQuoted: Bool, inside: String) {
        #expect(English.needsQuotation(text) == isQuoted)
        #expect(English.quotable(text) == inside)
    }
}
