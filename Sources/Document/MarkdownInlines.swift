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
    private static func plainBrackets(_ text: [UInt8], canBeTask: Bool, isLast: Bool) -> Set<Int> {
        var places: Set<Int> = []
        var opened: Int?
        for (index, byte) in text.enumerated() {
            if byte == UInt8(ascii: "[") { opened = index }
            guard byte == UInt8(ascii: "]"), let start = opened else { continue }
            opened = nil
            let next = index + 1 < text.count ? text[index + 1] : UInt8(ascii: isLast ? " " : "(")
            let isTask = canBeTask && start == 0
            let inside = String(decoding: text[(start + 1)..<index], as: UTF8.self)
            let isLetters = !inside.isEmpty && inside.allSatisfy { $0.isLetter || $0 == " " }
            let isWithinImage = start > 0 && text[start - 1] == UInt8(ascii: "!")
            if isLetters, !isTask, !isWithinImage, !"([:".utf8.contains(next) {
                places.formUnion([start, index])
            }
        }
        return places
    }

    private static func escaped(
        _ text: String, isAtStart: Bool, canBeTask: Bool = true, isLast: Bool = false
    ) -> String {
        if isPlain(text, isAtStart: isAtStart) { return text }
        let bytes = Array(text.utf8)
        let brackets =
            bytes.contains(UInt8(ascii: "["))
            ? plainBrackets(bytes, canBeTask: canBeTask, isLast: isLast) : []
        let listMark = isAtStart ? listMark(bytes) : nil
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 8)
        for (index, byte) in bytes.enumerated() {
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            let previous = index > 0 ? bytes[index - 1] : 0
            let needsEscape =
                switch Unicode.Scalar(byte) {
                case "[", "]": !brackets.contains(index)
                case "\\", "`", "*", "_", "<", ">", "|", "~", "&", "#", "\"", "'", "$": true
                case "-", "+", "=": (isAtStart && index == 0) || next == byte || previous == byte
                case ".":
                    index == listMark || next == byte || previous == byte
                        || bytes[..<index].suffix(3).elementsEqual("www".utf8)
                case ")": index == listMark
                case "!": next == UInt8(ascii: "[")
                case ":": next == UInt8(ascii: "/")
                default: false
                }
            if needsEscape { result.append(UInt8(ascii: "\\")) }
            result.append(byte == UInt8(ascii: "\n") ? UInt8(ascii: " ") : byte)
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The place of the dot or bracket that, after digits and before a blank, would begin a list.
    private static func listMark(_ text: [UInt8]) -> Int? {
        let digits = text.prefix { (0x30...0x39).contains($0) }.count
        guard 1...9 ~= digits, digits < text.count else { return nil }
        let rest = String(decoding: text[(digits + 1)...], as: UTF8.self)
        return rest.first?.isWhitespace ?? true ? digits : nil
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
