import Document
import Scene

extension DataTable {
    /// The table with rows for columns: its column headers head the rows, its row headers the columns.
    var turned: DataTable {
        guard let corner = columns.first else { return self }
        let heads = rows.map { row -> Column in
            let isNumeric = row.dropFirst().contains {
                switch $0 {
                case .number, .marker: true
                case .text: false
                }
            }
            return Column(row.first?.inlines ?? [], isNumeric: isNumeric)
        }
        let turned = columns.indices.dropFirst().map { column -> [Cell] in
            [.text(columns[column].title)] + rows.map { $0.indices.contains(column) ? $0[column] : .text([]) }
        }
        return DataTable(
            caption: caption, columns: [Column(corner.title, isNumeric: false)] + heads, rows: turned,
            notes: notes)
    }

    /// Tables of about as many columns each, after the headers of the rows; the notes stand below the last.
    func parts(_ count: Int) -> [DataTable] {
        let columns = Array(columns.indices.dropFirst())
        return (0..<count).map { part in
            let range = columns.count * part / count..<columns.count * (part + 1) / count
            let places = [0] + columns[range]
            return DataTable(
                caption: caption, columns: places.map { self.columns[$0] },
                rows: rows.map { row in places.filter(row.indices.contains).map { row[$0] } },
                notes: part == count - 1 ? notes : [])
        }
    }

    /// What stands above the only row of a turned table: "Question: …".
    var listLead: [Inline] {
        (columns.first?.title ?? []) + [.text(": ")] + (rows.first?.first?.inlines ?? [])
    }

    /// Whether the table reads better turned: few rows, and heads that would stand in narrow columns like towers.
    ///
    /// So it is with a single row, and with the answers of one question, which are sentences, beside those of another body.
    func isBetterTurned(widths: [Double]?, theme: PrintTheme, measurer: any TextMeasurer) -> Bool {
        guard (1...4).contains(rows.count), columns.count > rows.count + 1 else { return false }
        guard let widths, rows.count > 1 else { return true }
        let style = theme.style(theme.table)
        return zip(columns, widths).contains { column, width in
            measurer.width(of: column.title.plainText, style: style) > width * 2.6
        }
    }
}

extension DataTable.Cell {
    fileprivate var inlines: [Inline] {
        switch self {
        case .text(let words), .number(let words): words
        case .marker(let shown, _): [.text(shown)]
        }
    }
}
