package import Diagnostics

/// The text of a file, checked to be plain UTF-8: what every reader of this room begins with.
package struct SourceText: Sendable {
    /// The file's name as messages print it.
    package let file: String
    /// The bytes, without a byte order mark, lines ending in LF alone.
    package let bytes: [UInt8]

    /// Text that is known to be good, as tests and the reader of one part of a file have it.
    package init(_ text: String, file: String) {
        self.file = file
        self.bytes = Array(text.utf8)
    }

    /// Bytes that `load` has checked.
    init(checked bytes: [UInt8], file: String) {
        self.file = file
        self.bytes = bytes
    }

    /// The whole text.
    package var text: String { String(decoding: bytes, as: UTF8.self) }
}

// MARK: - Places

extension SourceText {
    /// The text of a line, counted from 1, without its line ending; nil beyond the end.
    package func line(_ number: Int) -> String? {
        guard number >= 1 else { return nil }
        var start = bytes.startIndex
        for _ in 1..<number {
            guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
            start = end + 1
        }
        let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// The place of a byte: line and column from 1, the column in Unicode scalars.
    package func location(at offset: Int) -> SourceLocation {
        let end = min(max(offset, 0), bytes.count)
        var line = 1
        var column = 1
        for byte in bytes[..<end] {
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if byte & 0b1100_0000 != 0b1000_0000 {
                column += 1
            }
        }
        return SourceLocation(file: file, line: line, column: column)
    }

    /// An error at a place of this text; `failure` adds its line.
    func error(_ message: String, at location: SourceLocation, hints: [String] = []) -> Diagnostic {
        Diagnostic(.error, message, at: location, hints: hints)
    }

    /// The diagnostics in the order of their places, each that lies in this text with its line, unless that
    /// is too long to show.
    package func failure(_ diagnostics: [Diagnostic]) -> Failure {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return Failure(
            diagnostics.inOrderOfPlace().map { diagnostic in
                guard diagnostic.excerpt == nil, let location = diagnostic.location, location.file == file,
                    let line = location.line, lines.indices.contains(line - 1), lines[line - 1].count <= 400
                else { return diagnostic }
                let text = String(decoding: lines[line - 1], as: UTF8.self)
                guard text.count <= 160 else { return diagnostic }
                var shown = diagnostic
                shown.excerpt = String(text.map { $0 == "\t" ? " " : $0 })
                return shown
            })
    }
}

extension [Diagnostic] {
    /// Sorted by line and column, those of one place in the order they were found.
    fileprivate func inOrderOfPlace() -> [Diagnostic] {
        func key(_ found: (offset: Int, element: Diagnostic)) -> (Int, Int, Int) {
            (found.element.location?.line ?? 0, found.element.location?.column ?? 0, found.offset)
        }
        return enumerated().sorted { key($0) < key($1) }.map(\.element)
    }
}
