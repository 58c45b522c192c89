/// A table of data: column headers, and rows that each begin with their own header.
package struct DataTable: Hashable, Sendable {
    package struct Column: Hashable, Sendable {
        package var title: [Inline]
        /// Numbers stand at the right edge, words at the left.
        package var isNumeric: Bool

        package init(_ title: [Inline], isNumeric: Bool) {
            self.title = title
            self.isNumeric = isNumeric
        }
    }

    package enum Cell: Hashable, Sendable {
        case text([Inline])
        case number([Inline])
        /// A mark in place of a number, such as "[c]", and the words that a screen reader says for it.
        case marker(shown: String, spoken: String)

        package var plainText: String {
            switch self {
            case .text(let inlines), .number(let inlines): inlines.plainText
            case .marker(let shown, _): shown
            }
        }
    }

    /// What the table holds.
    ///
    /// Without one, writers name the table by its first column.
    package var caption: [Inline]
    package var columns: [Column]
    /// A cell a column; the first cell of a row is its header.
    package var rows: [[Cell]]
    package var notes: [[Inline]]
    /// Whether readers look it up rather than read it: on paper it stands in smaller type.
    package var isReference = false

    package init(caption: [Inline], columns: [Column], rows: [[Cell]], notes: [[Inline]] = []) {
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.notes = notes
    }

    /// Every mark in the table with its words, in the order of appearance, each once.
    package var markers: [(shown: String, spoken: String)] {
        var found: [(shown: String, spoken: String)] = []
        for case .marker(let shown, let spoken) in rows.joined()
        where !found.contains(where: { $0.shown == shown }) {
            found.append((shown, spoken))
        }
        return found
    }
}
