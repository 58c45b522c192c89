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
        ("Two-thirds of carers, and 1-in-5 holders, said so.", ["Two-thirds", "1-in-5"]),
        ("⅔ of carers and 1/2 of holders agreed.", ["⅔", "1/2"]),
        ("It lies between 57 and 74 per cent.", ["57", "74 per cent"]),
        ("It lies at 57–74%, or 57%-74%.", ["57", "74%", "57%", "74%"]),
        ("Care is good—80% of carers say so.", ["80%"]),
        ("Base: n=112, of whom >80% and ~40% agreed.", ["112", "80%", "40%"]),
        (
            "Forty carers and one hundred and five budget holders replied.",
            ["Forty", "one hundred and five"]
        ),
        (
            "A 22-point drop; down by 8.5 points; 4.2 percentage points.",
            ["22-point", "8.5 points", "4.2 percentage points"]
        ),
        ("Few carers said so. Only a few holders agreed.", ["Few", "few"]),
        (
            "Nobody said so, all 105 carers agreed, and hardly anyone felt it.",
            ["Nobody", "all", "105", "hardly anyone"]
        ),
        (
            "The vast majority of carers, and a small minority of holders.",
            ["vast majority", "small minority"]
        ),
        ("The share of carers rose by half and fell by more than 20%.", ["half", "more than 20%"]),
        ("A majority said so. Most felt well. A half of carers did.", ["majority", "Most", "A half"]),
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
        "Text 60006 or dial 18001.", "1. Be clear. 2. Be quick.", "We act in 4 areas.",
        "1 in every 10 pounds goes on fees.", "On a scale of 1 to 5.", "Sections 1 to 5 of the Act.",
        "People over 65 came, and those who are 75+.", "We hold 2 drop-in sessions.", "A few people said so.",
        "Not everyone agreed.", "A 12-point type.", "Everyone got a letter, and no carers were left out.",
        "Half-term is a bad time.", "One-to-one support is a second chance.", "Open 24/7.",
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

    @Test(arguments: [
        ("Twice as many carers said so.", 2.0, true), ("Twice as many carers said so.", 1.8, false),
        ("Nearly twice as many carers said so.", 1.8, true),
        ("Nearly twice as many carers said so.", 2.1, false),
        ("The share has more than doubled.", 2.1, true), ("The share has more than doubled.", 1.9, false),
        ("The share rose by half.", 1.5, true), ("The share rose by half.", 1.4, false),
        ("The share fell by over a third.", 0.6, true), ("The share fell by over a third.", 0.7, false),
        ("The share rose by 29%.", 1.292, true), ("The share rose by 29%.", 1.31, false),
    ])
    func aMultipleIsHeldAgainstTheRatioOfTwoNumbers(sentence: String, ratio: Double, isTrue: Bool) throws {
        let kind = try #require(scanner.claims(in: sentence).first).kind
        guard case .multiple(let multiple) = kind else {
            Issue.record("\(kind)")
            return
        }
        #expect(multiple.holds(for: ratio) == isTrue)
    }

    @Test func aPercentageKeepsItsDecimals() {
        #expect(scanner.claims(in: "69.7%").first?.kind == .percentage(units: 697, decimals: 1))
    }
}
