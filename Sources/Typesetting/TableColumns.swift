import Document
import Scene

/// The widths that the columns of a table want.
struct TableColumns {
    /// How close the columns stand.
    enum Density {
        case normal
        case tight

        var gutter: Double { self == .normal ? 14 : 8 }

        func type(_ theme: PrintTheme) -> PrintTheme.TypeSize {
            var type = theme.table
            if self == .tight { type.size = theme.note.size }
            return type
        }
    }

    /// The width of each column's longest word.
    private var leasts: [Double]
    /// The width of each column with every cell on one line.
    private var mosts: [Double]
    private var isNumeric: [Bool]
    private let gutter: Double

    init(_ table: DataTable, density: Density, theme: PrintTheme, measurer: any TextMeasurer) {
        gutter = density.gutter
        isNumeric = table.columns.map(\.isNumeric)
        let type = density.type(theme)
        var bold = type
        bold.weight = .semibold
        let (head, body) = (theme.style(bold), theme.style(type))
        var leasts: [Double] = []
        var mosts: [Double] = []
        func measure(_ text: String, _ style: TextStyle) -> (least: Double, most: Double) {
            let words = text.split { $0 == " " || $0 == "\n" }.map { measurer.width(of: String($0), style: style) }
            return (words.max() ?? 0, measurer.width(of: text, style: style))
        }
        for (index, column) in table.columns.enumerated() {
            var widths = [measure(column.title.plainText, head)]
            for row in table.rows where index < row.count { widths.append(measure(row[index].plainText, body)) }
            // Words in bold, or a mark of a footnote, are a little wider than was measured.
            leasts.append((widths.map(\.least).max() ?? 0) * 1.03 + 1)
            // The head of a column of numbers may take some lines.
            let cells = column.isNumeric ? Array(widths.dropFirst()) : widths
            mosts.append(max(leasts[index], (cells.map(\.most).max() ?? 0) * 1.03 + 1))
        }
        self.leasts = leasts
        self.mosts = mosts
    }

    private var gutters: Double { gutter * Double(max(leasts.count - 1, 0)) }

    /// The narrowest that the table can be without breaking words.
    var least: Double { leasts.reduce(0, +) + gutters }

    /// Widths that fill `width`; nil if it is too narrow.
    ///
    /// Every column gets what its longest word needs, then what it lacks to stand on one line as far as there is
    /// room, in proportion; what is left then goes to columns of numbers up to a measure, and to the first column.
    func widths(in width: Double) -> [Double]? {
        var room = width - least
        guard room >= 0 else { return nil }
        var widths = leasts
        let lacks = zip(mosts, leasts).map { $0 - $1 }
        let lack = lacks.reduce(0, +)
        let share = lack > 0 ? min(1, room / lack) : 0
        for index in widths.indices { widths[index] += lacks[index] * share }
        room -= lack * share
        let numbers = widths.indices.filter { isNumeric[$0] && $0 > 0 }
        for index in numbers {
            let more = min(max(0, 76 - widths[index]), room / Double(numbers.count))
            widths[index] += more
        }
        room = width - widths.reduce(0, +) - gutters
        if !widths.isEmpty { widths[0] += max(0, room) }
        return widths
    }
}
