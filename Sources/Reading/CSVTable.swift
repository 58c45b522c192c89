package import Diagnostics

/// A table as a CSV file gives it: every row has as many cells as the header.
package struct CSVTable: Hashable, Sendable {
    package struct Cell: Hashable, Sendable {
        package var text: String
        package var location: SourceLocation

        package init(_ text: String, at location: SourceLocation) {
            self.text = text
            self.location = location
        }
    }

    /// The names of the columns, none empty, none twice.
    package var header: [Cell]
    package var rows: [[Cell]]

    package init(header: [Cell], rows: [[Cell]]) {
        self.header = header
        self.rows = rows
    }

    /// The rows as objects of the cells that are not empty, for `Fields`: a number where the text is one.
    package var objects: [DataNode] {
        rows.map { row in
            let members = zip(header, row).filter { !$1.text.isEmpty }.map { name, cell in
                DataNode.Member(
                    name: name.text, nameLocation: name.location,
                    node: DataNode(plain: cell.text, at: cell.location))
            }
            return DataNode(.object(members), at: row.first?.location ?? header[0].location)
        }
    }
}

extension DataNode {
    /// A value of a file that knows only texts: a number if it is one by JSON's grammar, else a text.
    package init(plain text: String, at location: SourceLocation) {
        let isNumber = faultOfNumber(Substring(text).utf8) == nil
        self.init(isNumber ? .number(text) : .string(text), at: location)
    }
}
