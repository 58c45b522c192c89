import Charts
import Document
import Findings
import Survey

/// The table behind a chart of answers: a row a bar, a column an answer, the measure with its likely range, the base.
struct AnswersTable {
    let rows: [PublishedRow]
    let form: Scale.Form
    let scale: Scale
    /// What the rows are: "Question", or a group's title.
    let header: String

    func table(caption: String) -> DataTable {
        let hasMeasure = rows.contains { $0.bars.contains { $0.table?.measure?.share != nil } }
        let hasRange = rows.contains { $0.bars.contains { bar in bar.table.flatMap { Estimate($0.measure, in: $0) }?.range != nil } }
        let isSingle = scale.measure.count == 1 && form.answers.contains { $0.parts == scale.measure }
        var columns = [DataTable.Column([Inline](words: header), isNumeric: false)]
        columns += form.answers.map { DataTable.Column([Inline](words: $0.label), isNumeric: true) }
        if hasMeasure, !isSingle { columns.append(.init([Inline](words: scale.measureLabel.capitalizedFirst), isNumeric: true)) }
        if hasRange { columns.append(.init([Inline](words: "Likely range of “\(scale.measureLabel)”"), isNumeric: true)) }
        columns.append(.init([Inline](words: "People who answered"), isNumeric: true))

        var cells: [[DataTable.Cell]] = []
        for row in rows {
            for bar in row.bars {
                let label = bar.name.map { rows.count == 1 ? $0 : "\(row.label): \($0)" } ?? row.label
                cells.append(line(label, bar.table, showsMeasure: hasMeasure && !isSingle, showsRange: hasRange))
            }
        }
        return DataTable(caption: [Inline](words: caption), columns: columns, rows: cells)
    }

    private func line(
        _ label: String, _ table: PublishedTable?, showsMeasure: Bool, showsRange: Bool
    ) -> [DataTable.Cell] {
        let collapsed = table.flatMap { $0.collapsed(to: form, of: scale) }
        var line: [DataTable.Cell] = [.text([Inline](words: label))]
        for answer in form.answers { line.append(.share(of: collapsed?.cell(answer.id), in: table)) }
        if showsMeasure { line.append(.share(of: table?.measure, in: table)) }
        if showsRange {
            let range = table.flatMap { Estimate($0.measure, in: $0) }?.range
            line.append(range.map { .number([Inline](words: "\($0.low.words) to \($0.high.words)")) } ?? .notAvailable)
        }
        line.append(.base(table?.base))
        return line
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
            share.map { .number([Inline](words: $0.words)) } ?? count.map { .number([Inline](words: String($0))) } ?? .notAvailable
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

extension String {
    /// The text with a capital first letter.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

    /// The text with a small first letter, unless its first word has capitals inside.
    var lowercasedFirstWord: String {
        let word = prefix { $0 != " " }
        guard !word.dropFirst().contains(where: \.isUppercase) else { return self }
        return prefix(1).lowercased() + dropFirst()
    }
}
