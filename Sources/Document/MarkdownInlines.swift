/// Words as Markdown, every character of them escaped that would otherwise be markup.
enum MarkdownInlines {
    /// - Parameter oneLine: whether a line break becomes a space, as in headings and cells of tables.
    static func text(_ inlines: [Inline], oneLine: Bool = false) -> String {
        var result = ""
        for (index, inline) in inlines.enumerated() {
            let isLast = index == inlines.count - 1
            result += text(inline, oneLine: oneLine, isAtStart: result.isEmpty, isLast: isLast)
        }
        return result
    }

    /// An address between angle brackets where a plain one would end too early.
    static func address(_ address: String) -> String {
        let isPlain = !address.isEmpty && address.allSatisfy { !" ()<>\\\n\"".contains($0) }
        if isPlain { return address }
        let escaped = address.map { "<>\\".contains($0) ? "\\\($0)" : $0 == "\n" ? "%0A" : String($0) }
        return "<\(escaped.joined())>"
    }

    private static func text(_ inline: Inline, oneLine: Bool, isAtStart: Bool, isLast: Bool) -> String {
        switch inline {
        case .text(let words), .figure(_, let words):
            return escaped(words, isAtStart: isAtStart, canBeTask: isAtStart && !oneLine, isLast: isLast)
        case .strong(let inside): return "**\(text(inside, oneLine: oneLine))**"
        case .emphasis(let inside): return "*\(text(inside, oneLine: oneLine))*"
        case .struck(let inside): return "~~\(text(inside, oneLine: oneLine))~~"
        case .code(let code): return code.isEmpty ? "" : span(code, isInCell: oneLine)
        case .link(let inside, let target, let title):
            let title = title.isEmpty ? "" : " \"\(escaped(title, isAtStart: false))\""
            return "[\(text(inside, oneLine: oneLine))](\(address(target))\(title))"
        case .image(let source, let alternative):
            return "![\(escaped(alternative, isAtStart: false))](\(address(source)))"
        case .footnote(let number, _): return "[^\(number)]"
        case .lineBreak: return oneLine ? " " : "\\\n"
        }
    }

    /// Code between more backticks than it has in a row.
    private static func span(_ code: String, isInCell: Bool) -> String {
        let longest = code.split { $0 != "`" }.map(\.count).max() ?? 0
        let fence = String(repeating: "`", count: longest + 1)
        let needsSpace = code.first == "`" || code.last == "`" || (code.first == " " && code.last == " ")
        let code =
            isInCell
            ? code.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|") : code
        return needsSpace ? "\(fence) \(code) \(fence)" : fence + code + fence
    }

    /// The places of brackets that a reader of Markdown takes for brackets: "[c]", with no address or mark after it.
    private static func plainBrackets(_ text: [Character], canBeTask: Bool, isLast: Bool) -> Set<Int> {
        var places: Set<Int> = []
        var opened: Int?
        for (index, character) in text.enumerated() {
            if character == "[" { opened = index }
            guard character == "]", let start = opened else { continue }
            opened = nil
            let next = index + 1 < text.count ? text[index + 1] : isLast ? " " : "("
            let isTask = canBeTask && start == 0
            let isLetters =
                index > start + 1 && text[(start + 1)..<index].allSatisfy { $0.isLetter || $0 == " " }
            let isWithinImage = start > 0 && text[start - 1] == "!"
            if isLetters, !isTask, !isWithinImage, !"([:".contains(next) { places.formUnion([start, index]) }
        }
        return places
    }

    private static func escaped(
        _ text: String, isAtStart: Bool, canBeTask: Bool = true, isLast: Bool = false
    ) -> String {
        if isPlain(text, isAtStart: isAtStart) { return text }
        let characters = Array(text)
        let brackets =
            text.contains("[") ? plainBrackets(characters, canBeTask: canBeTask, isLast: isLast) : []
        var result = ""
        for (index, character) in characters.enumerated() {
            let next = index + 1 < characters.count ? characters[index + 1] : nil
            let previous = index > 0 ? characters[index - 1] : nil
            // At the start of a block, digits, a dot or bracket and a blank would begin a list.
            let isAfterNumber =
                isAtStart && index > 0 && (next ?? " ").isWhitespace && index < 10
                && characters[..<index].allSatisfy(\.isNumber)
            let needsEscape =
                switch character {
                case "[", "]": !brackets.contains(index)
                case "\\", "`", "*", "_", "<", ">", "|", "~", "&", "#", "\"", "'", "$": true
                case "-", "+", "=": (isAtStart && index == 0) || next == character || previous == character
                case ".":
                    isAfterNumber || next == "." || previous == "."
                        || characters[..<index].suffix(3) == ["w", "w", "w"]
                case ")": isAfterNumber
                case "!": next == "["
                case ":": next == "/"
                default: false
                }
            if needsEscape { result.append("\\") }
            result.append(character == "\n" ? " " : character)
        }
        return result
    }
}

/// Whether the words, as most, are certain to hold nothing that is markup; at the start, a number or a sign could begin
/// a list.
private func isPlain(_ text: String, isAtStart: Bool) -> Bool {
    if isAtStart, let first = text.utf8.first, !isLetter(first) { return false }
    var previous: UInt8 = 0
    for byte in text.utf8 {
        switch byte {
        case 0x80..., UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "), UInt8(ascii: ","),
            UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "%"), UInt8(ascii: "("), UInt8(ascii: ")"),
            UInt8(ascii: "?"), UInt8(ascii: "!"):
            break
        case UInt8(ascii: "/"): if previous == UInt8(ascii: ":") { return false }
        case UInt8(ascii: "."): if previous == byte || previous == UInt8(ascii: "w") { return false }
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="): if previous == byte { return false }
        default: if !isLetter(byte) { return false }
        }
        previous = byte
    }
    return true
}

private func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
}
