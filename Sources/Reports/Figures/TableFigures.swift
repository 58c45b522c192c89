import Charts
import Diagnostics
import Document
import Findings
import Language
import Statistics
import Survey

// Tables that a template asks for without a chart.
extension FigureMaker {
    /// Every answer to the questions of one scale: the report's full tables.
    func answersTable(_ parameters: inout DirectiveParameters) -> [Block] {
        let questions = parameters.questions()
        let scales = Set(questions.map(\.scale))
        guard !parameters.log.hasErrors else { return [] }
        guard let first = questions.first, scales.count == 1, let scale = instrument.scale(of: first) else {
            parameters.log.error(
                questions.isEmpty
                    ? "'\(parameters.title)' finds no questions"
                    : "'\(parameters.title)' finds several scales",
                at: parameters.directive.location, hints: ["name one with 'scale='"])
            return []
        }
        let absent = questions.filter { results.own.table($0.id) == nil }
        let rows = questions.filter { absent.count == questions.count || !absent.contains($0) }.map {
            question in
            PublishedRow(question.wording, bars: [.init(table: results.own.table(question.id))])
        }
        let tables = rows.flatMap(\.tables)
        let hasAnswers = tables.isEmpty || tables.contains { !$0.cells.isEmpty }
        let common = scale.commonForm(of: tables) ?? scale.forms[0]
        let form = hasAnswers ? common : Scale.Form(id: common.id, title: common.title, answers: [])
        let name = freshName("table-\(first.audience)-\(first.theme)-\(scale.id)")
        let title = title(
            parameters.directive, else: questions.count == 1 ? first.label : severalTitle(questions))
        var values: [FigureData.Value] = []
        for question in questions {
            guard let table = results.own.table(question.id) else { continue }
            values += FigureData.values(of: table, question: question, scale: scale, published: results.own)
        }
        keep(data: FigureData(name: name, title: title.plainText, values: values))
        let table = AnswersTable(rows: rows, form: form, scale: scale, header: "Question").table(
            caption: title.plainText)
        let subtitle = questions.count == 1 ? "“\(first.wording)”" : ""
        return [
            tableFigure(
                name: name, title: title, subtitle: subtitle, table: table,
                notes: absentNote(absent.count < questions.count ? absent.map(\.label) : [])
                    + formNote(form, of: scale) + cautions(rows))
        ]
    }

    private func severalTitle(_ questions: [Instrument.Question]) -> String {
        let theme = instrument.theme(questions[0].theme)?.title ?? "Answers"
        return "\(theme): \(English.numberInWords(questions.count)) questions"
    }

    /// Who replied: replies, response rate, margin of error of the sample.
    func responsesTable(_ parameters: inout DirectiveParameters) -> [Block] {
        let responses = results.own.responses
        guard !responses.isEmpty else {
            parameters.log.error(
                "the results say nothing of how many replied", at: parameters.directive.location)
            return []
        }
        let hasInvited = responses.contains { $0.invited != nil }
        let hasPopulation = responses.contains { $0.population != nil }
        let hasRate = responses.contains { $0.rate != nil }
        var columns = [DataTable.Column([Inline](words: "Who was asked"), isNumeric: false)]
        if hasPopulation {
            columns.append(.init([Inline](words: "People who could have been asked"), isNumeric: true))
        }
        if hasInvited { columns.append(.init([Inline](words: "People asked"), isNumeric: true)) }
        columns.append(.init([Inline](words: "People who replied"), isNumeric: true))
        if hasRate { columns.append(.init([Inline](words: "Response rate"), isNumeric: true)) }
        let hasMargin = responses.contains { results.own.margin(of: $0) != nil }
        if hasMargin { columns.append(.init([Inline](words: "Margin of error, at most"), isNumeric: true)) }
        let number = { (count: Int?) -> DataTable.Cell in
            count.map { .number([Inline](words: English.number($0))) } ?? .notAvailable
        }
        let rows = responses.map { response -> [DataTable.Cell] in
            let audience = instrument.audience(response.audience)
            var row: [DataTable.Cell] = [
                .text([Inline](words: English.capitalized(audience?.plural ?? response.audience)))
            ]
            if hasPopulation { row.append(number(response.population)) }
            if hasInvited { row.append(number(response.invited)) }
            row.append(.base(response.replies))
            if hasRate {
                row.append(response.rate.map { .number([Inline](words: $0.words)) } ?? .notAvailable)
            }
            if hasMargin {
                row.append(
                    results.own.marginWords(of: response).map { .number([Inline](words: $0)) }
                        ?? .notAvailable)
            }
            return row
        }
        let title = title(parameters.directive, else: "How many people replied")
        let table = DataTable(caption: title, columns: columns, rows: rows)
        let notes = [
            "The margin of error is for a share of 50% at 95% confidence, as if the people who replied had been drawn at random."
        ].filter { _ in hasMargin }
        keep(
            data: FigureData(
                name: freshName("responses"), title: title.plainText, values: [], responses: responses))
        return [tableFigure(name: "responses", title: title, subtitle: "", table: table, notes: notes)]
    }

    private func tableFigure(
        name: String, title: [Inline], subtitle: String, table: DataTable, notes: [String]
    ) -> Block {
        Block(
            .figure(
                Figure(
                    name: name, title: title, subtitle: [Inline](words: subtitle), drawings: .none,
                    alternative: "", table: table,
                    notes: notes.map { [Inline](words: $0) }, source: source)))
    }

    /// A number with its sentence.
    func numberRow(_ parameters: inout DirectiveParameters) -> [Block] {
        let directive = parameters.directive
        guard let id = FigureID(directive.name), let entry = context.book.entry(id) else {
            parameters.log.error(
                "unknown figure '\(directive.name)'", at: directive.location,
                hints: hints(forUnknown: directive.name, among: context.book.ids, listing: "figures"))
            return []
        }
        guard case .share(let share) = entry else {
            if case .notShown(let reason) = entry {
                parameters.log.error(
                    "the figure '\(directive.name)' is not shown: \(reason)", at: directive.location)
            } else {
                parameters.log.error(
                    "the figure '\(directive.name)' is no percentage", at: directive.location)
            }
            return []
        }
        let number = Inline.figure(id: directive.name, text: share.words)
        return [Block(.numbers([NumberRow(number: [number], sentence: directive.caption)]))]
    }
}

extension Response {
    /// The share of those asked who replied: the publisher's own, else made from the counts with one decimal at most.
    var rate: Percentage? {
        if let publishedRate { return publishedRate }
        guard let invited, let count = replies.count else { return nil }
        return Rounding.percentage(count, of: invited).map { Percentage(units: $0, decimals: 0) }
    }

}

extension PublishedResults {
    /// The margin of error that the replies achieve for a share of a half, in percentage points.
    ///
    /// As with the likely ranges, the size of the population makes it no smaller. Nil where no question has a base of its own,
    /// so that no result has a range.
    func margin(of response: Response) -> Percentage? {
        let areSurveyWide = tables.allSatisfy { table in
            if case .surveyWide = table.base { true } else { false }
        }
        guard let count = response.replies.count, count > 0, tables.isEmpty || !areSurveyWide else {
            return nil
        }
        return achievedMargin(base: Double(count)).map { Percentage(proportion: $0, decimals: 1) }
    }

    func marginWords(of response: Response) -> String? {
        margin(of: response).map { "± \($0.literal) points" }
    }

    /// Whether any result has a likely range.
    var hasRanges: Bool { tables.contains { Estimate($0.measure, in: $0)?.range != nil } }
}
