internal import Diagnostics
internal import Yams

/// A name that stands twice in a map, of which Yams tells the first place alone.
struct YAMLDuplicate {
    let fault: Diagnostic
    /// The text with the second name changed, so that reading can go on to the next fault; nil when the second
    /// place was not found.
    let repaired: String?

    init(names: [String], first: Mark, source: SourceText, text: String) {
        let place = SourceLocation(file: source.file, line: first.line, column: first.column)
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let name = Self.name(among: names, at: first, in: lines) ?? names.first ?? ""
        if let line = Self.secondLine(of: name, after: first, in: lines) {
            let again = SourceLocation(file: source.file, line: line + 1, column: first.column)
            let index = lines[line].index(lines[line].startIndex, offsetBy: first.column - 1)
            // A number makes it a new name; a quote, where there is one, stays in front.
            let quoted = "\"'".contains(lines[line][index])
            lines[line].insert(
                contentsOf: "poet-\(line)-", at: quoted ? lines[line].index(after: index) : index)
            fault = source.duplicate(name, first: place, again: again)
            repaired = lines.joined(separator: "\n")
        } else {
            fault = source.error(
                "the name '\(name)' stands twice in one map", at: place,
                hints: ["remove or rename one of the two"])
            repaired = nil
        }
    }

    private static func name(among names: [String], at mark: Mark, in lines: [String]) -> String? {
        guard lines.indices.contains(mark.line - 1) else { return nil }
        let rest = lines[mark.line - 1].unicodeScalars.dropFirst(mark.column - 1)
        return names.first { begins(Substring(rest), with: $0) }
    }

    /// The next line that has the name in the same column, before the map ends.
    private static func secondLine(of name: String, after mark: Mark, in lines: [String]) -> Int? {
        for line in lines.indices.dropFirst(mark.line) {
            let text = lines[line].unicodeScalars
            let indent = text.prefix { $0 == " " }.count
            if indent == text.count || text.dropFirst(indent).first == "#" { continue }
            if indent < mark.column - 1 { return nil }
            if indent == mark.column - 1, begins(Substring(text.dropFirst(indent)), with: name) {
                return line
            }
        }
        return nil
    }

    private static func begins(_ text: Substring, with name: String) -> Bool {
        ["\(name):", "\"\(name)\":", "'\(name)':"].contains { text.hasPrefix($0) }
    }
}
