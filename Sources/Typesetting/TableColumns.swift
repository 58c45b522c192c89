import Document
import Scene

/// The widths that the columns of a table want.
struct TableColumns {
    /// How close the columns stand.
    enum Density {
        case normal
        /// The table behind a chart.
        case small
        /// A table that has no room otherwise.
        case tight

        var gutter: Double { self == .tight ? 8 : 14 }
        /// The room above and below the words of a row.
        var padding: Double { self == .normal ? 5 : 3.25 }

        func type(_ theme: PrintTheme) -> PrintTheme.TypeSize { self == .normal ? theme.table : theme.note }
    }

    /// The width of each column's longest word.
    private var leasts: [Double]
    /// The width of each column with every cell on one line.
    private var mosts: [Double]
    /// The width of each column's widest number, or of a head in few lines if it is not much wider; 0 for words.
    private var numbers: [Double]
    private let gutter: Double

    init(_ table: DataTable, density: Density, theme: PrintTheme, measurer: any TextMeasurer) {
        gutter = density.gutter
        var numbers: [Double] = []
        let type = density.type(theme)
        var bold = type
        bold.weight = theme.emphasis
        let (head, body) = (theme.style(bold), theme.style(type))
        var leasts: [Double] = []
        var mosts: [Double] = []
        func measure(_ text: String, _ style: TextStyle) -> (least: Double, most: Double) {
            let words = text.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
                .map { measurer.width(of: String(Substring($0)), style: style) }
            return (words.max() ?? 0, measurer.width(of: text, style: style))
        }
        for (index, column) in table.columns.enumerated() {
            var widths = [measure(column.title.plainText, head)]
            for row in table.rows where index < row.count {
                widths.append(measure(row[index].plainText, body))
            }
            // Words in bold, or a mark of a footnote, are a little wider than was measured.
            leasts.append((widths.map(\.least).max() ?? 0) * 1.03 + 1)
            // The head of a column of numbers may take three lines.
            let head = widths[0].most / (column.isNumeric ? 2.6 : 1)
            let cells = (widths.dropFirst().map(\.most).max() ?? 0) * 1.03 + 1
            mosts.append(max(leasts[index], head, cells))
            // What is longer than a range of percentages is a phrase, which may be broken.
            numbers.append(column.isNumeric ? max(cells > 96 ? leasts[index] : cells, min(head, 64)) : 0)
        }
        self.leasts = leasts
        self.mosts = mosts
        self.numbers = numbers
    }

    private var gutters: Double { gutter * Double(max(leasts.count - 1, 0)) }

    /// The narrowest that the table can be without breaking words.
    var least: Double { leasts.reduce(0, +) + gutters }

    /// Whether the headers of the rows, and words in narrow columns, take no more than about three lines.
    func haveRoom(in widths: [Double]) -> Bool {
        widths.indices.allSatisfy { index in
            let isTower = index == 0 || (numbers[index] == 0 && widths[index] < Self.narrow)
            return !isTower || mosts[index] <= widths[index] * 2.8
        }
    }

    private static let narrow = 90.0

    /// Widths that fill `width`; nil if it is too narrow.
    ///
    /// Every column gets what its longest word needs; then numbers what they need to stand on one line, then all
    /// the rest, in proportion as far as there is room; what is left goes to narrow columns of numbers, then to the
    /// first column.
    ///
    /// - Parameter sparesHeaders: whether the headers of rows get room for three lines before the numbers get theirs.
    func widths(in width: Double, sparesHeaders: Bool = false) -> [Double]? {
        var room = width - least
        guard room >= 0 else { return nil }
        var widths = leasts
        let headers = mosts.enumerated().map { $0.offset == 0 ? $0.element / 2.6 : 0 }
        for wanted in (sparesHeaders ? [headers] : []) + [numbers, mosts] {
            let lacks = zip(wanted, widths).map { max(0, $0 - $1) }
            let lack = lacks.reduce(0, +)
            guard lack > 0 else { continue }
            let share = min(1, room / lack)
            for index in widths.indices { widths[index] += lacks[index] * share }
            room -= lack * share
        }
        let narrow = widths.indices.filter { numbers[$0] > 0 && $0 > 0 }
        for index in narrow {
            let more = min(max(0, 76 - widths[index]), room / Double(narrow.count))
            widths[index] += more
        }
        room = width - widths.reduce(0, +) - gutters
        if !widths.isEmpty { widths[0] += max(0, room) }
        return widths
    }
}
