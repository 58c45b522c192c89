import Survey
import Testing

struct FigureIDTests {
    @Test(arguments: [
        "holders.dignity.positive@this", "holders.dignity.held=direct.base@all", "h.q.lot-better@last",
    ]) func anIdIsWrittenAsItIsRead(_ text: String) throws {
        #expect(try #require(FigureID(text)).description == text)
    }

    @Test func theGroupStandsBeforeTheMeasure() throws {
        let id = try #require(FigureID("holders.dignity.held=direct.positive@rest"))
        #expect(id.audience == "holders")
        #expect(id.question == "dignity")
        #expect(id.group == "held")
        #expect(id.category == "direct")
        #expect(id.measure == "positive")
        #expect(id.body == "rest")
    }

    @Test(arguments: [
        "", "@", "holders", "holders.dignity@this", "holders.dignity.positive", "holders.dignity.positive@",
        "holders..positive@this", "a.b.c.d@this", "a.b.g=.d@this", "a.b.=c.d@this", "a.b.g=c=d.e@this",
        "a.b.c@d@e",
        "a.b.c.d.e@this", ".b.c@this",
    ]) func whatHasNotThePartsOfAnIdIsNone(_ text: String) {
        #expect(FigureID(text) == nil)
    }
}

struct PercentageTests {
    @Test(arguments: [
        (697, 1, "69.7"), (6970, 2, "69.70"), (70, 0, "70"), (5, 2, "0.05"), (0, 1, "0.0"), (-5, 1, "-0.5"),
        (1000, 1, "100.0"),
    ]) func aPercentageIsWrittenAsItWasPublished(units: Int, decimals: Int, literal: String) {
        #expect(Percentage(units: units, decimals: decimals).literal == literal)
    }

    @Test func sumsAndDifferencesAreExactDecimals() {
        let sum = Percentage(units: 697, decimals: 1) + Percentage(units: 3, decimals: 0)
        #expect(sum == Percentage(units: 727, decimals: 1))
        #expect(
            Percentage(units: 1, decimals: 0) - Percentage(units: 1, decimals: 1)
                == Percentage(units: 9, decimals: 1))
        let tenth = Percentage(units: 1, decimals: 1)
        #expect((0..<10).reduce(Percentage(units: 0, decimals: 1)) { sum, _ in sum + tenth }.literal == "1.0")
    }

    @Test func percentagesAreOrderedByTheirValue() {
        #expect(Percentage(units: 70, decimals: 1) < Percentage(units: 8, decimals: 0))
        #expect(!(Percentage(units: 70, decimals: 1) < Percentage(units: 7, decimals: 0)))
    }
}

struct BaseTests {
    @Test func onlyAQuestionsOwnBaseIsACount() {
        #expect(Base.exact(12).count == 12)
        #expect(Base.rounded(455, to: 5).count == 455)
        #expect(Base.surveyWide(4300).count == nil)
        #expect(Base.unknown.count == nil)
        #expect(Base.withheld.count == nil)
    }

    @Test func everyMarkerIsSpokenInWords() {
        #expect(Marker.allCases.map(\.rawValue) == ["[c]", "[w]", "[x]", "[z]"])
        #expect(Set(Marker.allCases.map(\.spoken)).count == 4)
        #expect(Marker.allCases.allSatisfy { !$0.spoken.contains("[") })
    }
}
