/// Writes CSV (RFC 4180): fields quoted where they must be, lines ending in CR LF.
package struct CSVWriter {
    package private(set) var text = ""

    package init(header: [String]) { add(header) }

    /// Adds a row; a text that a spreadsheet would run as a formula is quoted by an apostrophe before it.
    package mutating func add(_ row: [String]) {
        for (index, text) in row.enumerated() {
            if index > 0 { self.text += "," }
            self.text += field(text)
        }
        text += "\r\n"
    }

    private func field(_ text: String) -> String {
        var text = text
        if let first = text.utf8.first, "=+@\t".utf8.contains(first) { text = "'" + text }
        guard text.unicodeScalars.contains(where: \.needsQuotes) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}

extension Unicode.Scalar {
    /// Whether it parts fields or lines.
    fileprivate var needsQuotes: Bool {
        switch self {
        case ",", "\"", "\u{0A}"..."\u{0D}", "\u{85}", "\u{2028}", "\u{2029}": true
        default: false
        }
    }
}

extension String {
    /// The text with every occurrence of a character replaced.
    fileprivate func replacing(_ character: Character, with other: String) -> String {
        split(separator: character, omittingEmptySubsequences: false).joined(separator: other)
    }
}
