import Charts
import Diagnostics
import Document
import Findings
import Language
import Survey

// Plain bars: questions with several answers to choose, and results of which only the measure is published.
extension FigureMaker {
    func barsChart(_ parameters: inout DirectiveParameters) -> [Block] {
        let questions = parameters.questions()
        let wanted = comparators(&parameters)
        guard !parameters.log.hasErrors else { return [] }
        guard let first = questions.first, let scale = instrument.scale(of: first),
            questions.allSatisfy({ $0.scale == first.scale })
        else {
            parameters.log.error(
                questions.isEmpty
                    ? "'\(parameters.title)' finds no questions"
                    : "'\(parameters.title)' finds questions of several scales",
                at: parameters.directive.location, hints: ["name one with 'scale='"])
            return []
        }
        let rows = questions.map { row($0, beside: wanted) }
        if let sentence = sentenceInstead(of: rows) { return [sentence] }
        if scale.isMultiple {
            let most =
                wanted.isEmpty
                ? Self.mostRows(labelled: scale.answers.map(\.label))
                : Self.mostRows([], beside: wanted.count)
            return questions.flatMap { question in
                parted(scale.answers, atMost: most, parameters.directive) { directive, answers in
                    answersBars(question, answers, of: scale, beside: wanted, caption: directive)
                }
            }
        }
        return parted(
            questions, atMost: Self.mostRows(questions, beside: wanted.count), parameters.directive
        ) { measuresBars($1, scale: scale, beside: wanted, caption: $0) }
    }

    /// A bar an answer of one question: of all its answers, or of a portion of them.
    private func answersBars(
        _ question: Instrument.Question, _ answers: [Scale.Answer], of scale: Scale,
        beside others: [ComparedResults.Other], caption: Directive
    ) -> Block {
        var part = scale
        part.forms = [Scale.Form(id: Scale.Form.full, title: "", answers: answers)]
        let audience = instrument.audience(question.audience)
        let row = row(question, beside: others)
        let table = row.bars[0].table
        let message = ChartMessage(
            kind: "Bar chart", measure: "Percentage who chose each answer",
            rows: answers.map { .init($0.label, table?.cell($0.id)?.share) })
        let portion = Self.portion(of: answers.map(\.id), in: scale.answers.map(\.id))
        let claim = portion.map { "answers \($0)" } ?? message.title
        let title = title(caption, else: question.title(claim))
        let subtitle = subtitle([question], group: nil, audience: audience)
        let chart = ShareBars(
            answersOf: row.bars, scale: part, title: title.plainText, subtitle: subtitle, notes: [],
            alternative: message.alternative)
        let name = freshName(fileName([question], scale: scale, group: nil))
        keep(
            data: data(
                name: name, title: title.plainText, questions: [question], group: nil, rows: [row],
                scale: part))
        return figure(
            chart, name: name, title: title,
            table: AnswersTable(rows: [row], form: part.forms[0], scale: scale, header: "Question")
                .table(caption: title.plainText))
    }

    /// A bar a question, of the measure alone.
    private func measuresBars(
        _ questions: [Instrument.Question], scale: Scale, beside others: [ComparedResults.Other],
        caption: Directive
    ) -> Block {
        let (rows, absent) = answered(questions.map { row($0, beside: others) })
        let message = ChartMessage(
            kind: "Bar chart", measure: "Percentage answering “\(scale.measureLabel)”",
            rows: rows.map { .init($0.label, of: $0.bars[0].table) })
        let audience = instrument.audience(questions[0].audience)?.plural ?? ""
        var words = message.title
        if questions.count == 1, let says = questions[0].says,
            let share = rows[0].bars[0].table?.measure?.share
        {
            words = "\(share.words) of \(audience) \(says)"
        }
        let title = title(caption, else: words)
        let subtitle =
            "Percentage answering “\(scale.measureLabel)”. \(English.capitalized(audience)), \(context.bodyName), \(context.waveTitle)"
        let chart = ShareBars(
            measuresOf: rows, title: title.plainText, subtitle: subtitle, notes: [],
            alternative: message.alternative)
        let name = freshName(fileName(questions, scale: scale, group: nil))
        keep(
            data: data(
                name: name, title: title.plainText, questions: questions, group: nil, rows: rows, scale: scale
            ))
        return figure(
            chart, name: name, title: title,
            table: AnswersTable(
                rows: rows, form: Scale.Form(id: "", title: "", answers: []), scale: scale, header: "Question"
            )
            .table(caption: title.plainText), notes: absent)
    }
}
