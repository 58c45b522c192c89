import Survey
import Testing

@testable import Findings

struct ChartMessageTests {
    private func rows(_ shares: [(String, Int?)]) -> [ChartMessage.Row] {
        shares.map { ChartMessage.Row($0.0, $0.1.map { percent($0) }) }
    }

    private func message(_ shares: [(String, Int?)]) -> ChartMessage {
        ChartMessage(
            kind: "Stacked bar chart", measure: "Percentage answering “better or a lot better”",
            rows: rows(shares))
    }

    @Test func severalQuestionsSayTheHighestAndTheLowest() {
        let said = message([("Dignity in support", 73), ("Feeling safe", 81), ("Paid work", 25)])
        #expect(said.title == "“Feeling safe” is highest at 81%, “Paid work” lowest at 25%")
        #expect(
            said.alternative
                == "“Feeling safe” is highest at 81%, “Paid work” lowest at 25%. Stacked bar chart, 3 rows. "
                + "Percentage answering “better or a lot better”. Table follows.")
    }

    @Test func ofTwoRowsBothAreSaidInTheirOrder() {
        let said = message([("Direct payment", 42), ("Managed by the council", 84)])
        #expect(said.title == "“Direct payment” stands at 42%, “Managed by the council” at 84%")
    }

    @Test func rowsThatAreNotShownAreCountedAndNotJudged() {
        let said = message([("Dignity in support", 73), ("Feeling safe", nil), ("Paid work", 25)])
        #expect(said.title == "“Dignity in support” is highest at 73%, “Paid work” lowest at 25%")
        #expect(said.alternative.contains("3 rows"))
    }

    @Test func equalSharesHaveNoHighest() {
        #expect(message([("Dignity", 50), ("Safety", 50)]).title == "Both stand at 50%")
        #expect(message([("Dignity", 50), ("Safety", nil)]).title == "Dignity: 50%")
        #expect(message([("Dignity", 50)]).alternative.contains("1 row."))
    }

    @Test func rowsThatShareAPlaceAreNamedTogether() {
        #expect(
            message([("Dignity", 75), ("Safety", 57), ("Work", 57)]).title
                == "“Dignity” is highest at 75%, “Safety” and “Work” lowest at 57%")
        #expect(
            message([("Dignity", 75), ("Home", 75), ("Safety", 57), ("Work", 57), ("Friends", 57)]).title
                == "“Dignity” and “Home” are highest at 75%, three lowest at 57%")
    }

    @Test func anExtremeThatFewPeopleAnsweredSaysSo() {
        var rows = rows([("Dignity", 75), ("Safety", 57), ("Work", 25)])
        rows[2].isCaution = true
        #expect(
            ChartMessage(kind: "Bars", measure: "Percentage", rows: rows).title
                == "“Dignity” is highest at 75%, “Work” lowest at 25% (few people answered)")
    }

    /// Counts of Ham and of all, and what the title says of the comparison.
    @Test(arguments: [
        ([60, 61, 62], "No clear difference from the other 11 councils on three questions"),
        ([80, 61, 80], "Ham is clearly higher than the other 11 councils on “Dignity” and “Paid work”"),
        ([80, 61, 62], "Ham is clearly higher than the other 11 councils on “Dignity”"),
        ([80, 40, 62], "Ham is clearly lower than the other 11 councils on “Home”, and higher on “Dignity”"),
    ]) func aTestedComparisonSaysWhereItDiffers(counts: [Int], title: String) throws {
        let ids = ["dignity", "home", "work"]
        let all = Invented.body("all", .all, councils: 12, ids.map { Invented.table($0, 600, of: 1000) })
        let report = try Invented.report(
            zip(ids, counts).map { Invented.table($0, $1, of: 100) },
            beside: [("all", "All 12 councils", all)])
        let comparisons = ids.compactMap { id in
            report.instrument.question(id).flatMap { report.results.comparison(of: $0) }
        }
        let said = ChartMessage(
            comparisons: comparisons, body: "Ham", others: report.results.others.map(\.comparator),
            families: report.bodyFamilies)
        #expect(said.title == title)
    }

    @Test func manyDifferencesAreCountedInTheTitle() throws {
        let ids = ["dignity", "home", "work", "friends", "knew"]
        let all = Invented.body("all", .all, councils: 12, ids.map { Invented.table($0, 600, of: 1000) })
        let report = try Invented.report(
            zip(ids, [90, 91, 30, 92, 60]).map { Invented.table($0, $1, of: 100) },
            beside: [("all", "All 12 councils", all)])
        let comparisons = ids.compactMap { id in
            report.instrument.question(id).flatMap { report.results.comparison(of: $0) }
        }
        let said = ChartMessage(
            comparisons: comparisons, body: "Ham", others: report.results.others.map(\.comparator),
            families: report.bodyFamilies)
        #expect(
            said.title
                == "Ham is clearly lower than the other 11 councils on one, and higher on three, of five questions"
        )
    }

    @Test func nothingShownIsSaid() {
        let said = message([("Dignity", nil), ("Safety", nil)])
        #expect(said.title == "These questions cannot be shown")
        #expect(said.alternative == "These questions cannot be shown. Table follows.")
    }

    @Test func oneQuestionSaysItsMeasureAndEachAnswer() throws {
        let instrument = try instrument()
        let question = try #require(instrument.question("dignity"))
        let form = try #require(instrument.scale(of: question)?.forms.first)
        let said = ChartMessage(
            question: question, audience: instrument.audience("holders"), table: table([40, 33, 17, 6, 4]),
            form: form)
        #expect(said.title == "73% of budget holders said that they had more dignity")
        #expect(
            said.alternative
                == "73% of budget holders said that they had more dignity. A lot better 40%; Better 33%; No difference 17%; "
                + "Worse 6%; A lot worse 4%. Table follows.")
    }

    @Test func withoutASentenceTheMostCommonAnswerIsSaid() throws {
        let instrument = try instrument()
        let question = try #require(instrument.question("safety"))
        let form = try #require(instrument.scale(of: question)?.forms.first)
        let said = ChartMessage(
            question: question, audience: nil, table: table([20, 43, 27, 6, 4]), form: form)
        #expect(said.title == "Feeling safe: “Better” was the most common answer, 43%")
    }

    @Test func aLabelThatIsAQuestionNeedsNoColonAndStandsInQuotationMarks() throws {
        let instrument = try instrument()
        var question = try #require(instrument.question("safety"))
        #expect(instrument.says(question).hasSuffix(" on feeling safe"))
        question.label = "Do you feel safe?"
        let form = try #require(instrument.scale(of: question)?.forms.first)
        let said = ChartMessage(
            question: question, audience: nil, table: table([20, 43, 27, 6, 4]), form: form)
        #expect(said.title == "Do you feel safe? “Better” was the most common answer, 43%")
        #expect(instrument.says(question).hasSuffix(" to “Do you feel safe?”"))
    }

    @Test func aQuestionThatIsNotShownSaysWhy() throws {
        let instrument = try instrument()
        let question = try #require(instrument.question("safety"))
        let form = try #require(instrument.scale(of: question)?.forms.first)
        let hidden = PublishedTable(
            question: "safety", showing: .withheld, base: .withheld, form: "full", cells: [], measure: nil)
        let said = ChartMessage(question: question, audience: nil, table: hidden, form: form)
        #expect(said.title == "Feeling safe: not shown, to protect people’s privacy")
    }

    @Test(arguments: [10, 60, 94, 150, 300]) func noAlternativeIsLongerThan250Characters(length: Int) throws {
        let label = String(repeating: "long wording ", count: 40).prefix(length)
        let said = message([(String(label), 73), (String(label) + "b", 25)])
        #expect(said.alternative.hasSuffix(" Table follows."))
        #expect(said.alternative.count <= 250 + " Table follows.".count)
        let instrument = try instrument()
        var question = try #require(instrument.question("safety"))
        question.label = String(label)
        let form = try #require(instrument.scale(of: question)?.forms.first)
        let one = ChartMessage(
            question: question, audience: nil, table: table([20, 43, 27, 6, 4]), form: form)
        #expect(one.alternative.count <= 250 + " Table follows.".count)
        #expect(one.alternative.hasSuffix(" Table follows."))
    }

    @Test func aComparisonSaysOnHowManyQuestionsTheOtherIsNear() throws {
        let instrument = try instrument()
        let own = results([table([40, 33, 17, 6, 4]), table([20, 20, 50, 6, 4], question: "safety")])
        let all = results(
            [table([41, 33, 16, 6, 4]), table([50, 40, 5, 3, 2], question: "safety")], body: "All")
        let comparator = Wave.Comparator(body: "all", label: "All councils")
        let compared = ComparedResults(
            instrument: instrument, own: own,
            others: [.init(comparator: comparator, instrument: instrument, results: all)])
        let comparisons = instrument.questions.compactMap { compared.comparison(of: $0) }
        #expect(comparisons.count == 2)
        let said = ChartMessage(comparisons: comparisons, body: "Town", others: [comparator])
        #expect(
            said.title == "Town’s likely range includes the figure for All councils on one of two questions")
        #expect(said.alternative.contains("Dot plot."))
        let one = ChartMessage(comparisons: [comparisons[0]], body: "Town", others: [comparator])
        #expect(
            one.title == "Town’s likely range for “Dignity in support” includes the figure for All councils")
        let other = ChartMessage(comparisons: [comparisons[1]], body: "Town", others: [comparator])
        #expect(
            other.title == "Town’s likely range for “Feeling safe” leaves out the figure for All councils")
    }
}
