import Language
import Testing

@Suite struct Claims {
    private let scanner = ClaimScanner(people: ["budget holder", "budget holders"])

    private func texts(_ sentence: String) -> [String] { scanner.claims(in: sentence).map(\.text) }

    @Test(arguments: [
        ("72% of carers said so.", ["72%"]),
        ("Of those, 81.5 per cent were happy.", ["81.5 per cent"]),
        ("We heard from 1,412 people.", ["1,412"]),
        ("Nearly two thirds of budget holders agreed.", ["Nearly two thirds"]),
        ("Just over half of carers felt safe.", ["Just over half"]),
        ("Eight in 10 people felt heard; 3 out of 4 said why.", ["Eight in 10", "3 out of 4"]),
        ("Twice as many carers came.", ["Twice as many"]),
        ("A third of the people we asked replied.", ["A third"]),
        ("Eighty-three per cent of carers agreed.", ["Eighty-three per cent"]),
        ("83 % of carers agreed, and sixty percent said why.", ["83 %", "sixty percent"]),
        (
            "6 out of every 10 people agreed; one person in five did not.",
            ["6 out of every 10", "one person in five"]
        ),
        ("Hardly any carers and very few people agreed.", ["Hardly any", "very few"]),
        (
            "This is ten points below the region, and 12 percentage points up.",
            ["ten points", "12 percentage points"]
        ),
        ("It has doubled from 40%.", ["doubled", "40%"]),
        ("They were 3 times as likely to say so.", ["3 times as likely"]),
    ])
    func aNumberOfPeopleOrAnswersIsAClaim(sentence: String, claims: [String]) {
        #expect(texts(sentence) == claims)
    }

    @Test(arguments: [
        "On 14 March 2027 we met at 10.30am.", "See page 12 and Figure 3.",
        "It took half an hour, or 30 minutes.",
        "People aged 65 came.", "In 2024 we spent £4,300.", "A quarter of the year had gone.",
        "The Care Act 2014 says so.",
        "The 1st meeting.", "Call 01632-960001.", "", "We met 3 times.", "It costs 20 pounds a week.",
        "It is one of the first steps.", "Postcode EX1 2AB.", "The team has doubled its hours.",
    ])
    func datesPagesMoneyAndTimesAreNoClaims(sentence: String) {
        #expect(texts(sentence) == [])
    }

    @Test(arguments: [
        ("half of carers", QuantityClaim.Fraction(numerator: 1, denominator: 2, name: "half"), "carers"),
        (
            "two thirds of people", QuantityClaim.Fraction(numerator: 2, denominator: 3, name: "two thirds"),
            "people"
        ),
        ("1 in 5 holders", QuantityClaim.Fraction(numerator: 1, denominator: 5, name: "1 in 5"), "holders"),
    ])
    func aPlainFractionClaimsAboutThatMuchOfThosePeople(
        sentence: String, fraction: QuantityClaim.Fraction, people: String
    ) {
        let claim = scanner.claims(in: sentence).first
        #expect(claim?.kind == .quantity(.about(fraction)))
        #expect(claim?.people == people)
    }

    @Test func aPercentageKeepsItsDecimals() {
        #expect(scanner.claims(in: "69.7%").first?.kind == .percentage(units: 697, decimals: 1))
    }
}
