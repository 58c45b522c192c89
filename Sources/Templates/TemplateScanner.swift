internal import Diagnostics

/// One token of a template: a part that stands for itself, or a tag that opens or closes something.
enum TemplateToken {
    case part(TemplatePart)
    case tag(Tag)

    struct Tag {
        enum Kind: Character {
            case section = "#"
            case inverted = "^"
            case close = "/"
            case partial = ">"
            case parent = "<"
            case block = "$"
            case raw = "&"
            case value = " "
        }

        var kind: Kind
        var content: String
        var place: TemplatePlace
        var indentation: String
    }
}

/// First phase of parsing: the text cut into literal lines and tags, with Mustache's rule for tags that stand
/// alone on a line (the line goes with the tag).
struct TemplateScanner {
    private let source: TemplateSource
    private(set) var faults: [Diagnostic] = []
    private var tokens: [TemplateToken] = []
    private var opening = Array("{{".utf8)
    private var closing = Array("}}".utf8)
    private var position = 0
    /// Where the literal text that is not yet a token begins.
    private var literalStart = 0
    private var lineStart = 0
    private var line = 1

    init(source: TemplateSource) {
        self.source = source
    }

    mutating func scan() -> [TemplateToken] {
        checkCharacters()
        while position < source.bytes.count {
            if starts(opening, at: position) {
                scanTag()
            } else {
                if source.bytes[position] == .lineFeed { endLine(after: position) }
                position += 1
            }
        }
        flush(upTo: position)
        return tokens
    }

    private mutating func endLine(after index: Int) {
        flush(upTo: index + 1)
        line += 1
        lineStart = index + 1
    }

    /// Makes a token of the literal text before `end`, which lies within one line.
    private mutating func flush(upTo end: Int) {
        guard literalStart < end else { return }
        let text = source.text(literalStart..<end)
        if literalStart == lineStart, !text.allSatisfy(\.isNewline) {
            tokens.append(.part(.lineStart(line: line)))
        }
        tokens.append(.part(.literal(text, line: line)))
        literalStart = end
    }

    private mutating func scanTag() {
        let start = position
        let tagLine = line
        let place = TemplatePlace(line: line, column: source.text(lineStart..<start).count + 1)
        var inside = start + opening.count
        var mark = inside < source.bytes.count ? Character(Unicode.Scalar(source.bytes[inside])) : " "
        var end = closing
        switch mark {
        case "{": end = [UInt8(ascii: "}")] + closing
        case "=": end = [UInt8(ascii: "=")] + closing
        case "!", "#", "^", "/", ">", "<", "$", "&": break
        default: mark = " "
        }
        if mark != " " { inside += 1 }
        guard let close = (inside..<source.bytes.count).first(where: { starts(end, at: $0) }) else {
            let wanted = String(decoding: end, as: UTF8.self)
            faults.append(source.error("this tag is never closed by '\(wanted)'", at: place))
            flush(upTo: start)
            position = source.bytes.count
            literalStart = position
            return
        }
        let content = source.text(inside..<close)
        let after = close + end.count
        let indentation = standsAlone(mark, from: start, to: after)
        if indentation == nil {
            flush(upTo: start)
            if start == lineStart { tokens.append(.part(.lineStart(line: line))) }
        }
        moveOver(to: after, isAlone: indentation != nil)
        if mark != "!", content.contains("{{"), opening == Array("{{".utf8) {
            faults.append(source.error("this tag is not closed before the next one opens", at: place))
        } else if mark == "=" {
            setDelimiters(content, at: place)
        } else if mark != "!" {
            let kind = mark == "{" ? .raw : TemplateToken.Tag.Kind(rawValue: mark) ?? .value
            let place = TemplatePlace(line: tagLine, column: place.column)
            let name = content.trimmed
            tokens.append(
                .tag(.init(kind: kind, content: name, place: place, indentation: indentation ?? "")))
        }
    }

    /// The white space before a tag that stands alone on its line; nil when it does not, or prints something.
    private func standsAlone(_ mark: Character, from start: Int, to end: Int) -> String? {
        guard mark != " ", mark != "{", mark != "&" else { return nil }
        guard source.bytes[lineStart..<start].allSatisfy(\.isBlank), literalStart == lineStart else {
            return nil
        }
        let rest = source.bytes[end...].prefix { $0 != .lineFeed }
        guard rest.allSatisfy({ $0.isBlank || $0 == .carriageReturn }) else { return nil }
        return source.text(lineStart..<start)
    }

    /// Moves behind a tag, and behind the rest of its line when it stands alone there.
    private mutating func moveOver(to end: Int, isAlone: Bool) {
        var next = end
        if isAlone {
            while next < source.bytes.count, source.bytes[next] != .lineFeed { next += 1 }
            if next < source.bytes.count { next += 1 }
        }
        for index in position..<next where source.bytes[index] == .lineFeed {
            line += 1
            lineStart = index + 1
        }
        position = next
        literalStart = next
    }

    private mutating func setDelimiters(_ content: String, at place: TemplatePlace) {
        let words = content.trimmed.split(whereSeparator: \.isWhitespace)
        guard words.count == 2, !words.contains(where: { $0.contains("=") }) else {
            let hint = "write the new marks with a space between, as in {{=<% %>=}}"
            faults.append(
                source.error("'\(content.trimmed)' does not name two delimiters", at: place, hints: [hint]))
            return
        }
        opening = Array(words[0].utf8)
        closing = Array(words[1].utf8)
    }

    private mutating func checkCharacters() {
        let text = source.text(0..<source.bytes.count)
        guard Sentinel.firstReserved(in: text) != nil else { return }
        var place = TemplatePlace(line: 1, column: 1)
        for character in text {
            if let scalar = Sentinel.firstReserved(in: String(character)) {
                faults.append(source.error(reservedCharacter(scalar, in: "the template"), at: place))
            }
            place.column += 1
            if character.isNewline { place = TemplatePlace(line: place.line + 1, column: 1) }
        }
    }

    private func starts(_ mark: [UInt8], at index: Int) -> Bool {
        guard source.bytes.count - index >= mark.count else { return false }
        return mark.indices.allSatisfy { source.bytes[index + $0] == mark[$0] }
    }
}

/// The message about a private-use character.
func reservedCharacter(_ scalar: Unicode.Scalar, in holder: String) -> String {
    "\(holder) has the private-use character U+\(String(scalar.value, radix: 16, uppercase: true)), "
        + "which is reserved for marking figures"
}

extension String {
    var trimmed: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text = text.dropFirst() }
        while text.last?.isWhitespace == true { text = text.dropLast() }
        return String(text)
    }
}

extension UInt8 {
    fileprivate static let lineFeed = UInt8(ascii: "\n")
    fileprivate static let carriageReturn = UInt8(ascii: "\r")
    fileprivate var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}
