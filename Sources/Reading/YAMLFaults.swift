internal import CYAML
internal import Diagnostics

// What the reader of YAML says about the mistakes that people make.

/// What libyaml could not read, in our words.
func yamlFault(_ parser: yaml_parser_t, in source: SourceText) -> Diagnostic {
    switch parser.error {
    case YAML_SCANNER_ERROR, YAML_PARSER_ERROR:
        let context = parser.context.map { String(cString: $0) }
        let words = [context, parser.problem.map { String(cString: $0) }].compactMap(\.self)
            .joined(separator: ", ")
        var place = source.place(parser.problem_mark)
        guard let known = knownFaults.first(where: { words.contains($0.part) }) else {
            return source.error(
                "this is not YAML: \(words)", at: place, hints: ["put a text in quotes if it is one"])
        }
        if known.atContext, context != nil { place = source.place(parser.context_mark) }
        if source.hasTab(before: place) { return source.error(tabMessage, at: place, hints: [tabHint]) }
        if known.isAboutColumns, !source.beginsLine(place) {
            return source.error(
                "this stands after the end of a value", at: place,
                hints: ["put the whole text in quotes; inside single quotes write ' as ''"])
        }
        return source.error(known.message, at: place, hints: [known.hint])
    case YAML_READER_ERROR:
        let code = String(parser.problem_value, radix: 16, uppercase: true)
        return source.error(
            "the character U+\(code) is not allowed in YAML", at: source.location(at: parser.problem_offset),
            hints: ["remove it; it may be invisible"])
    default:
        return Diagnostic(.error, "the file cannot be read as YAML", at: SourceLocation(file: source.file))
    }
}

private let tabMessage = "a tab stands before this, and YAML is indented with blanks only"
private let tabHint = "replace the tabs at the beginning of the lines by blanks"

/// A part of what libyaml says, and how we say it.
private struct KnownFault {
    let part: String
    let message: String
    let hint: String
    /// Whether the place to show is where the thing began, not where it went wrong.
    let atContext: Bool

    var isAboutColumns: Bool {
        part.hasPrefix("did not find expected '-'") || part.hasPrefix("did not find expected key")
    }
}

private let knownFaults = [
    KnownFault(
        part: "cannot start any token", message: "this character cannot begin a value",
        hint: "put the value in quotes", atContext: false),
    KnownFault(
        part: "mapping values are not allowed", message: "no ': ' can stand here",
        hint: "put a text with a colon in quotes; begin all names of a map in the same column",
        atContext: false),
    KnownFault(
        part: "could not find expected ':'", message: "a name without ':' stands here",
        hint: "write 'name: value', with a blank after the colon", atContext: true),
    KnownFault(
        part: "found unexpected end of stream", message: "the text that begins here has no closing quote",
        hint: "close it with the quote that it begins with", atContext: true),
    KnownFault(
        part: "did not find expected '-' indicator",
        message: "this does not stand in line with the items of the list above",
        hint: "begin every item with '- ', all in the same column", atContext: false),
    KnownFault(
        part: "did not find expected key", message: "this does not stand in line with the names above",
        hint: "begin all names of a map in the same column", atContext: false),
    KnownFault(
        part: "did not find expected ',' or ']'", message: "a list that begins with '[' is not closed",
        hint: "put commas between the items and ']' at the end", atContext: true),
    KnownFault(
        part: "did not find expected ',' or '}'", message: "a map that begins with '{' is not closed",
        hint: "put commas between the members and '}' at the end", atContext: true),
    KnownFault(
        part: "block sequence entries are not allowed",
        message: "a list cannot begin in the line of its name",
        hint: "begin the list on a line of its own, or put a text that begins with '-' in quotes",
        atContext: false),
    KnownFault(
        part: "unknown escape character",
        message: "the backslash in this text is not an escape that YAML knows",
        hint: "put the text in single quotes, or write the backslash as \\\\", atContext: false),
    KnownFault(
        part: "expected alphabetic or numeric", message: "an anchor or alias is not allowed",
        hint: "put a text that begins with '*' or '&' in quotes", atContext: false),
    KnownFault(
        part: "undefined tag handle", message: "a tag is not allowed",
        hint: "put a text that begins with '!' in quotes", atContext: false),
    KnownFault(
        part: "found a tab character", message: tabMessage,
        hint: tabHint, atContext: false),
]

extension SourceText {
    func place(_ mark: yaml_mark_t) -> SourceLocation {
        SourceLocation(file: file, line: mark.line + 1, column: mark.column + 1)
    }

    fileprivate func beginsLine(_ place: SourceLocation) -> Bool {
        guard let text = place.line.flatMap(line), let column = place.column else { return true }
        return text.unicodeScalars.prefix(column - 1).allSatisfy { $0 == " " || $0 == "\t" }
    }

    fileprivate func hasTab(before place: SourceLocation) -> Bool {
        guard let text = place.line.flatMap(line) else { return false }
        return text.prefix { $0 == " " || $0 == "\t" }.contains("\t")
    }
}
