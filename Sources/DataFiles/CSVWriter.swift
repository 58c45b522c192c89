/// Writes CSV (RFC 4180): fields quoted where they must be, lines ending in CR LF.
package struct CSVWriter {
    package private(set) var text = ""

    package init(header: [String]) { add(header) }

    /// Adds a row; a text that a spreadsheet would run as a formula is quoted by an apostrophe before it.
    package mutating func add(_ row: [String]) {
        text += row.map(field).joined(separator: ",") + "\r\n"
    }

    private func field(_ text: String) -> String {
        var text = text
        if let first = text.first, "=+@\t".contains(first) { text = "'" + text }
        guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}

extension String {
    /// The text with every occurrence of a character replaced.
    fileprivate func replacing(_ character: Character, with other: String) -> String {
        split(separator: character, omittingEmptySubsequences: false).joined(separator: other)
    }
}
