/// A table for machines: described columns, one row a value, an empty cell where there is nothing to say.
package struct TidyTable: Hashable, Sendable {
    package struct Column: Hashable, Sendable {
        package enum Kind: Hashable, Sendable {
            case text
            /// One of a few words.
            case choice([String])
            case wholeNumber
            case decimal
        }

        /// The heading: lower case, words joined by dashes.
        package var name: String
        package var kind: Kind
        /// What stands in the column, a sentence.
        package var meaning: String
        /// What one unit of a number is: "percent", "people".
        package var unit: String?
        /// Whether the column helps to tell one row from all others.
        package var isKey: Bool

        package init(
            _ name: String, _ meaning: String, kind: Kind = .text, unit: String? = nil, isKey: Bool = false
        ) {
            self.name = name
            self.kind = kind
            self.meaning = meaning
            self.unit = unit
            self.isKey = isKey
        }
    }

    /// The name of its file, without ending.
    package var name: String
    package var title: String
    package var description: String
    package var columns: [Column]
    /// A text a column.
    package var rows: [[String]]

    package init(name: String, title: String, description: String, columns: [Column], rows: [[String]]) {
        self.name = name
        self.title = title
        self.description = description
        self.columns = columns
        self.rows = rows
    }

    /// The table as a file (RFC 4180).
    package var csv: String {
        var csv = CSVWriter(header: columns.map(\.name))
        for row in rows { csv.add(row) }
        return csv.text
    }
}
