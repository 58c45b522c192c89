import Diagnostics
import Document
import Findings
import Language
import Survey

// Several questions by one group: a row a question, a column a category.
extension FigureMaker {
    /// The shares of each category, with how many of it answered.
    func groupsTable(_ parameters: inout DirectiveParameters) -> [Block] {
        let id = parameters.required("group").flatMap { id in
            parameters.id("group", among: instrument.groups.map(\.id), kind: "group")
        }
        let asked = parameters.questions()
        guard !parameters.log.hasErrors, let group = id.flatMap(instrument.group) else { return [] }
        let questions = asked.filter { question in
            results.own.tables.contains { $0.question == question.id && $0.group == group.id }
        }
        let categories = group.allCategories.filter { category in
            questions.contains { table(of: $0, group, category) != nil }
        }
        guard !questions.isEmpty, !categories.isEmpty else {
            parameters.log.error(
                "'\(parameters.title)' finds no results by '\(group.id)'", at: parameters.directive.location)
            return []
        }
        var columns = [DataTable.Column([Inline](words: "Question"), isNumeric: false)]
        columns += categories.map { DataTable.Column([Inline](words: $0.label), isNumeric: true) }
        let rows = questions.map { question in
            [DataTable.Cell.text([Inline](words: instrument.label(ofMeasure: question)))]
                + categories.map { cell(of: question, group, $0) }
        }
        let title = title(
            parameters.directive,
            else:
                "\(questions.count == 1 ? questions[0].label : "The main questions"), by \(English.uncapitalized(group.title))"
        )
        let name = freshName("groups-\(group.id)")
        keep(
            data: FigureData(
                name: name, title: title.plainText,
                values: questions.flatMap { question in
                    categories.flatMap { values(of: question, group, $0) }
                }))
        let figure = Figure(
            name: name, title: title,
            subtitle: [Inline](words: "\(context.bodyName), \(context.waveTitle)"), drawings: .none,
            alternative: "", table: DataTable(caption: title, columns: columns, rows: rows),
            notes: (["In brackets: how many people of the group answered."] + mergeNotes(group, questions))
                .map {
                    [Inline](words: $0)
                }, source: source)
        return [Block(.figure(figure))]
    }

    private func table(
        of question: Instrument.Question, _ group: Instrument.Group, _ category: Instrument.Category
    ) -> PublishedTable? {
        results.own.table(question.id, group: group.id, category: category.id)
    }

    private func cell(
        of question: Instrument.Question, _ group: Instrument.Group, _ category: Instrument.Category
    ) -> DataTable.Cell {
        guard let table = table(of: question, group, category) else { return .marker(Marker.notAvailable) }
        guard let estimate = Estimate(table.measure, in: table) else {
            return .marker(table.showing == .notAvailable ? Marker.notAvailable : Marker.confidential)
        }
        let id = FigureID(
            audience: question.audience, question: question.id, group: group.id, category: category.id,
            measure: "positive", body: "this")
        let base = table.base.words.map { [Inline.text(" (\($0))")] } ?? []
        return .number([.figure(id: id.description, text: estimate.share.words)] + base)
    }

    private func values(
        of question: Instrument.Question, _ group: Instrument.Group, _ category: Instrument.Category
    ) -> [FigureData.Value] {
        guard let table = table(of: question, group, category), let scale = instrument.scale(of: question)
        else { return [] }
        return FigureData.values(of: table, question: question, scale: scale, published: results.own)
    }
}
