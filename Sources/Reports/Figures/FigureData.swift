package import Survey

/// The values behind a figure, one a row: what its data file holds.
package struct FigureData: Hashable, Sendable {
    /// One published value, with all that is needed to read it.
    package struct Value: Hashable, Sendable {
        package var body: Body
        package var wave: String
        package var question: Instrument.Question
        package var group: String?
        package var category: String?
        /// The answer's id and label; `positive` for the measure.
        package var answer: String
        package var answerLabel: String
        package var cell: PublishedCell?
        package var table: PublishedTable
    }

    package var name: String
    package var title: String
    package var values: [Value]
    /// How many replied, for the table that tells it.
    package var responses: [Response] = []
}

extension FigureData {
    /// The values of a table: each answer of its form, then the measure.
    static func values(
        of table: PublishedTable, question: Instrument.Question, scale: Scale, published: PublishedResults
    ) -> [Value] {
        let value = { (answer: String, label: String, cell: PublishedCell?) in
            Value(
                body: published.body, wave: published.wave, question: question, group: table.group,
                category: table.category, answer: answer, answerLabel: label, cell: cell, table: table)
        }
        let answers = scale.form(table.form)?.answers ?? []
        var values = table.cells.isEmpty ? [] : answers.map { value($0.id, $0.label, table.cell($0.id)) }
        if let measure = table.measure { values.append(value("positive", scale.measureLabel, measure)) }
        if values.isEmpty { values.append(value("all", "All answers", nil)) }
        return values
    }
}
