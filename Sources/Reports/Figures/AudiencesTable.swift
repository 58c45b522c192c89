import Diagnostics
import Document
import Findings
import Language
import Survey

/// What several audiences were asked alike: a row a subject, a column an audience.
enum AudiencesTable {
    /// A question, and those to other audiences that ask it the same.
    struct Subject {
        var question: Instrument.Question
        var others: [Instrument.Question]
    }

    /// The subjects of a theme that have results of two audiences at least; of all themes where none is named.
    static func subjects(of theme: String?, in results: ComparedResults) -> [Subject] {
        let reported = results.instrument.reportedQuestions
        return reported.compactMap { question in
            guard question.beside == nil, theme == nil || question.theme == theme else { return nil }
            let others = reported.filter { $0.beside == question.id }
            let shown = ([question] + others).filter { measure(of: $0, in: results) != nil }
            return shown.count >= 2 ? Subject(question: question, others: others) : nil
        }
    }

    static func measure(of question: Instrument.Question, in results: ComparedResults) -> Estimate? {
        results.own.table(question.id).flatMap { Estimate($0.measure, in: $0) }
    }
}

extension FigureMaker {
    /// The shares of several audiences side by side, each with how many answered.
    func audiencesTable(_ parameters: inout DirectiveParameters) -> [Block] {
        let theme = parameters.id("theme", among: instrument.themes.map(\.id), kind: "theme")
        guard !parameters.log.hasErrors else { return [] }
        let subjects = AudiencesTable.subjects(of: theme, in: results)
        guard !subjects.isEmpty else {
            parameters.log.error(
                "'\(parameters.title)' finds no questions that two audiences were asked and that can be shown",
                at: parameters.directive.location, hints: ["guard it with {{#hasSideBySide}}"])
            return []
        }
        let asked = subjects.flatMap { [$0.question] + $0.others }
        let audiences = instrument.audiences.filter { audience in
            asked.contains { $0.audience == audience.id }
        }
        var columns = [DataTable.Column([Inline](words: "What was asked about"), isNumeric: false)]
        columns += audiences.map {
            DataTable.Column([Inline](words: English.capitalized($0.plural)), isNumeric: true)
        }
        columns.append(DataTable.Column([Inline](words: "Answers counted"), isNumeric: false))
        let rows = subjects.map { subject in row(of: subject, audiences: audiences) }
        let title = title(parameters.directive, else: "The same questions, side by side")
        let name = freshName(theme.map { "audiences-\($0)" } ?? "audiences")
        keep(data: FigureData(name: name, title: title.plainText, values: asked.flatMap(values)))
        let few = audiences.filter { audience in
            asked.contains {
                $0.audience == audience.id && results.own.table($0.id)?.showing == .caution
            }
        }
        var notes = [
            "In brackets: how many people answered. The audiences are not tested against each other."
        ]
        if !few.isEmpty {
            notes.append("Few answered, so treat with caution: \(English.list(few.map(\.plural))).")
        }
        let figure = Figure(
            name: name, title: title,
            subtitle: [Inline](words: "\(context.bodyName), \(context.waveTitle)"), drawings: .none,
            alternative: "", table: DataTable(caption: title, columns: columns, rows: rows),
            notes: notes.map { [Inline](words: $0) }, source: source)
        return [Block(.figure(figure))]
    }

    private func row(of subject: AudiencesTable.Subject, audiences: [Instrument.Audience]) -> [DataTable.Cell]
    {
        let questions = [subject.question] + subject.others
        let cells = audiences.map { audience -> DataTable.Cell in
            guard let question = questions.first(where: { $0.audience == audience.id }) else {
                return .marker(Marker.notApplicable)
            }
            guard let estimate = AudiencesTable.measure(of: question, in: results),
                let table = results.own.table(question.id)
            else { return .marker(Marker.confidential) }
            let id = FigureID(
                audience: audience.id, question: question.id, measure: "positive", body: "this")
            let base = table.base.words.map { [Inline.text(" (\($0))")] } ?? []
            return .number([.figure(id: id.description, text: estimate.share.words)] + base)
        }
        let scale = instrument.scale(of: subject.question)
        return [.text([Inline](words: subject.question.label))] + cells + [
            .text([Inline](words: scale?.measureLabel ?? ""))
        ]
    }

    private func values(of question: Instrument.Question) -> [FigureData.Value] {
        guard let table = results.own.table(question.id), let scale = instrument.scale(of: question) else {
            return []
        }
        return FigureData.values(of: table, question: question, scale: scale, published: results.own)
    }
}
