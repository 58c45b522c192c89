import Document
import Findings
import Language
import Survey

/// The table behind charts of measures: a line a share, with whom it is about, its likely range and base.
struct SharesTable {
    struct Line {
        var question: Instrument.Question
        /// A category, an audience, a wave.
        var who: String
        var table: PublishedTable?
    }

    let lines: [Line]
    /// What `who` is: "Age", "Who was asked", "Survey".
    let header: String
    let instrument: Instrument

    func table(caption: String) -> DataTable {
        let ranges = lines.map { line in line.table.flatMap { Estimate($0.measure, in: $0)?.range } }
        let hasRange = ranges.contains { $0 != nil }
        var columns = ["Question", header].map { DataTable.Column([Inline](words: $0), isNumeric: false) }
        columns.append(.init([Inline](words: "Percentage"), isNumeric: true))
        if hasRange { columns.append(.init([Inline](words: "Likely range"), isNumeric: true)) }
        columns.append(.init([Inline](words: "People who answered"), isNumeric: true))
        let rows = zip(lines, ranges).map { line, range -> [DataTable.Cell] in
            var cells = [instrument.label(ofMeasure: line.question, among: lines.map(\.question)), line.who]
                .map {
                    DataTable.Cell.text([Inline](words: $0))
                }
            cells.append(.share(of: line.table?.measure, in: line.table))
            if hasRange { cells.append(.range(range)) }
            cells.append(.base(line.table?.base))
            return cells
        }
        return DataTable(caption: [Inline](words: caption), columns: columns, rows: rows)
    }
}

extension Instrument {
    /// A question with the answers that its measure counts, "Quality of life (better or a lot better)"; without them where
    /// they are the same for all the questions, and so stand in the statistical title.
    func label(ofMeasure question: Question, among questions: [Question] = []) -> String {
        let measures = Set(questions.map { scale(of: $0)?.measureLabel })
        let measure = measures.count == 1 ? "" : scale(of: question)?.measureLabel ?? ""
        return measure.isEmpty ? question.label : "\(question.label) (\(measure))"
    }
}

extension DataTable.Cell {
    static func range(_ range: Estimate.Range?) -> Self {
        range.map { .number([Inline](words: "\($0.low.words) to \($0.high.words)")) } ?? .notAvailable
    }
}

extension FigureData.Value {
    /// The measure of a table.
    init(
        measureOf table: PublishedTable, question: Instrument.Question, scale: Scale?,
        in published: PublishedResults
    ) {
        self.init(
            body: published.body, wave: published.wave, question: question, group: table.group,
            category: table.category, answer: "positive", answerLabel: scale?.measureLabel ?? "",
            cell: table.measure, table: table)
    }
}
