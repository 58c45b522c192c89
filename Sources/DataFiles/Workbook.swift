/// A workbook for people: sheets with one table each, as the Government Analysis Function asks of spreadsheets.
///
/// Every sheet begins with its title in A1, goes on with notes in column A, and ends with its table. There are no blank
/// rows, no blank cells inside a table, no merged cells, no frozen panes, no filters and no pictures.
package struct Workbook: Hashable, Sendable {
    package enum Cell: Hashable, Sendable {
        case text(String)
        /// A number as it is published ("69.7"), with that many decimals.
        case number(String, decimals: Int)
        /// A mark that stands in the place of a number: "[c]".
        case mark(String)
        /// Words that lead to A1 of another sheet.
        case link(String, toSheet: String)
        /// Words that lead to an address on the web.
        case address(String, to: String)
    }

    package struct Column: Hashable, Sendable {
        package var title: String
        package var isNumeric: Bool

        package init(_ title: String, isNumeric: Bool = false) {
            self.title = title
            self.isNumeric = isNumeric
        }
    }

    package struct Table: Hashable, Sendable {
        package var columns: [Column]
        /// A cell a column.
        package var rows: [[Cell]]

        package init(columns: [Column], rows: [[Cell]]) {
            self.columns = columns
            self.rows = rows
        }
    }

    package struct Sheet: Hashable, Sendable {
        /// Letters, digits and underscores, at most 31: also the name of the marked-up table.
        package var name: String
        package var title: String
        /// What stands below the title, a line each.
        package var lines: [Cell]
        /// The table; a cover has none.
        package var table: Table?

        package init(name: String, title: String, lines: [Cell], table: Table? = nil) {
            self.name = name
            self.title = title
            self.lines = lines
            self.table = table
        }
    }

    package var title: String
    package var subject: String
    /// Who publishes it.
    package var creator: String
    /// A tag of BCP 47 of two parts: "en-GB".
    package var language: String
    /// The day of making, YYYY-MM-DD.
    package var date: String
    package var sheets: [Sheet]

    package init(
        title: String, subject: String, creator: String, language: String, date: String, sheets: [Sheet]
    ) {
        self.title = title
        self.subject = subject
        self.creator = creator
        self.language = language
        self.date = date
        self.sheets = sheets
    }
}

extension Workbook.Cell {
    /// The words or digits that a reader sees.
    package var shown: String {
        switch self {
        case .text(let words), .mark(let words), .number(let words, _), .link(let words, _),
            .address(let words, _):
            words
        }
    }
}

extension Workbook.Sheet {
    /// The width of a column in centimetres: wide enough for most of its words on a line, its heading in three.
    func width(of column: Int) -> Double {
        guard let table else { return 24 }
        let cells = table.rows.map { $0[column].shown.count }.max() ?? 0
        let heading = table.columns[column].title
        let word = heading.split(separator: " ").map(\.count).max() ?? 0
        let wanted = max(cells, word + 1, heading.count / 3 + 2)
        // About two millimetres a character of 11 points, and the edges.
        let width = Double(wanted) * 0.21 + 0.5
        // The first column has room for the link above the table, which spreadsheets do not let run on.
        return min(max(width, column == 0 ? 4.8 : 2.6), table.columns.count < 4 ? 17 : 9)
    }
}
