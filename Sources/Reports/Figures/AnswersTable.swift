import Charts
import Document
import Findings
import Language
import Survey

/// The table behind a chart of answers: a row a bar, a column an answer, the measure with its likely range, the base.
struct AnswersTable {
    let rows: [PublishedRow]
    let form: Scale.Form
    let scale: Scale
    /// What the rows are: "Question", or a group's title.
    let header: String

    /// One question is easiest to read with an answer a line; several with a question a line.
    func table(caption: String) -> DataTable {
        rows.count == 1 ? answerByAnswer(rows[0], caption: caption) : questionByQuestion(caption: caption)
    }

    private var hasMeasure: Bool {
        let isSingle = form.answers.contains { Set($0.parts) == Set(scale.measure) }
        return !isSingle && rows.contains { $0.bars.contains { $0.table?.measure?.share != nil } }
    }

    private var hasRange: Bool {
        rows.contains { $0.bars.contains { Self.range(of: $0.table) != nil } }
    }

    private var rangeTitle: String { "Likely range of “\(scale.measureLabel)”" }

    private func answerByAnswer(_ row: PublishedRow, caption: String) -> DataTable {
        let bars = row.bars
        var columns = [DataTable.Column([Inline](words: "Answer"), isNumeric: false)]
        columns += bars.map { DataTable.Column([Inline](words: $0.name ?? "Percentage"), isNumeric: true) }
        var cells = form.answers.map { answer -> [DataTable.Cell] in
            let shares = bars.map { bar in
                DataTable.Cell.share(
                    of: bar.table?.collapsed(to: form, of: scale)?.cell(answer.id), in: bar.table)
            }
            return [.text([Inline](words: answer.label))] + shares
        }
        if hasMeasure {
            let shares = bars.map { DataTable.Cell.share(of: $0.table?.measure, in: $0.table) }
            cells.append([.text([Inline](words: English.capitalized(scale.measureLabel)))] + shares)
        }
        if hasRange {
            cells.append([.text([Inline](words: rangeTitle))] + bars.map { Self.rangeCell(of: $0.table) })
        }
        cells.append([.text([Inline](words: "People who answered"))] + bars.map { .base($0.table?.base) })
        return DataTable(caption: [Inline](words: caption), columns: columns, rows: cells)
    }

    private func questionByQuestion(caption: String) -> DataTable {
        var columns = [DataTable.Column([Inline](words: header), isNumeric: false)]
        columns += form.answers.map { DataTable.Column([Inline](words: $0.label), isNumeric: true) }
        if hasMeasure {
            columns.append(.init([Inline](words: English.capitalized(scale.measureLabel)), isNumeric: true))
        }
        if hasRange { columns.append(.init([Inline](words: rangeTitle), isNumeric: true)) }
        columns.append(.init([Inline](words: "People who answered"), isNumeric: true))
        var cells: [[DataTable.Cell]] = []
        for row in rows {
            for bar in row.bars {
                cells.append(line(bar.name.map { "\(row.label): \($0)" } ?? row.label, bar.table))
            }
        }
        return DataTable(caption: [Inline](words: caption), columns: columns, rows: cells)
    }

    private func line(_ label: String, _ table: PublishedTable?) -> [DataTable.Cell] {
        let collapsed = table?.collapsed(to: form, of: scale)
        var line: [DataTable.Cell] = [.text([Inline](words: label))]
        for answer in form.answers { line.append(.share(of: collapsed?.cell(answer.id), in: table)) }
        if hasMeasure { line.append(.share(of: table?.measure, in: table)) }
        if hasRange { line.append(Self.rangeCell(of: table)) }
        line.append(.base(table?.base))
        return line
    }

    private static func range(of table: PublishedTable?) -> Estimate.Range? {
        table.flatMap { Estimate($0.measure, in: $0) }?.range
    }

    private static func rangeCell(of table: PublishedTable?) -> DataTable.Cell {
        range(of: table).map { .number([Inline](words: "\($0.low.words) to \($0.high.words)")) }
            ?? .notAvailable
    }
}

extension DataTable.Cell {
    static let notAvailable = Self.marker(Marker.notAvailable)

    static func marker(_ marker: Marker) -> Self { .marker(shown: marker.rawValue, spoken: marker.spoken) }

    /// A published share, or the marker that stands in its place.
    static func share(of cell: PublishedCell?, in table: PublishedTable?) -> Self {
        switch table?.showing {
        case nil, .notAvailable: return cell.map { value($0) } ?? .notAvailable
        case .withheld, .noPercentage: return marker(.confidential)
        case .shown, .caution: return cell.map { value($0) } ?? .notAvailable
        }
    }

    private static func value(_ cell: PublishedCell) -> Self {
        switch cell.value {
        case .withheld(let marker): .marker(marker)
        case .shown(let share, let count):
            share.map { .number([Inline](words: $0.words)) } ?? count.map {
                .number([Inline](words: String($0)))
            } ?? .notAvailable
        }
    }

    static func base(_ base: Base?) -> Self {
        switch base {
        case .withheld: .marker(.confidential)
        case .unknown, nil: .notAvailable
        case .some(let base): base.words.map { .number([Inline](words: $0)) } ?? .notAvailable
        }
    }
}
