internal import Diagnostics

/// The text of a template, for messages about it.
final class TemplateSource: Sendable {
    let file: String
    let bytes: [UInt8]

    init(_ text: String, file: String) {
        self.file = file
        bytes = Array(text.utf8)
    }

    func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    /// An error at a place, with the line that it speaks of.
    func error(_ message: String, at place: TemplatePlace, hints: [String] = []) -> Diagnostic {
        let location = SourceLocation(file: file, line: place.line, column: place.column)
        return Diagnostic(.error, message, at: location, hints: hints, excerpt: line(place.line))
    }

    private func line(_ number: Int) -> String {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard lines.indices.contains(number - 1) else { return "" }
        return String(decoding: lines[number - 1].filter { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
    }
}

/// A line and a column of a template, from 1.
struct TemplatePlace: Hashable, Sendable {
    var line: Int
    var column: Int
}
