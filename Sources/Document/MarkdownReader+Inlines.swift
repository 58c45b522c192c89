internal import Diagnostics

extension MarkdownReader {
    /// The words of a block, line ends as spaces, neighbouring texts as one.
    mutating func inlines(of node: MarkdownNode) -> [Inline] {
        inlines(of: node.children, line: max(node.line, 1))
    }

    mutating func inlines(of nodes: [MarkdownNode], line first: Int) -> [Inline] {
        var result: [Inline] = []
        var line = first
        for node in nodes {
            if node.kind == "softbreak" || node.kind == "linebreak" { line += 1 }
            for inline in inlines(ofOne: node, line: line) {
                if case .text(let next) = inline, case .text(let last)? = result.last {
                    result[result.count - 1] = .text(last + next)
                } else {
                    result.append(inline)
                }
            }
        }
        return result
    }

    private mutating func inlines(ofOne node: MarkdownNode, line: Int) -> [Inline] {
        let place = place(ofLine: line)
        switch node.kind {
        case "text":
            if node.literal.utf8.contains(UInt8(ascii: "]")) { checkLostMarks(node.literal, at: place) }
            return InlineMarks.inlines(node.literal)
        case "softbreak": return [.text(" ")]
        case "linebreak": return [.lineBreak]
        case "code": return [.code(InlineMarks.plain(node.literal))]
        case "strong": return [.strong(inlines(of: node.children, line: line))]
        case "emph": return [.emphasis(inlines(of: node.children, line: line))]
        case "strikethrough": return [.struck(inlines(of: node.children, line: line))]
        case "link": return link(node, line: line)
        case "image": return image(node, line: line)
        case "html_inline":
            warnOfHTML(node.literal, at: place)
            return []
        case "footnote_reference":
            guard let number = Int(node.literal) else { return [] }
            return [.footnote(number: number, occurrence: countReference(toFootnote: number))]
        default:
            log.error("'\(node.kind)' is a kind of Markdown that has no place in a report", at: place)
            return []
        }
    }

    private mutating func link(_ node: MarkdownNode, line: Int) -> [Inline] {
        let words = inlines(of: node.children, line: line)
        let place = place(ofLine: line)
        guard let address = address(of: node, at: place) else { return words }
        guard isSafe(address) else {
            let hint = "links go to http, https, mailto, tel or relative addresses"
            log.warning(
                "the link of '\(words.plainText)' to '\(address)' is left out", at: place, hints: [hint])
            return words
        }
        if words.plainText.allSatisfy(\.isWhitespace) {
            log.error("the link to '\(address)' has no words", at: place)
        }
        return [.link(words, to: address, title: InlineMarks.plain(node.title))]
    }

    private mutating func image(_ node: MarkdownNode, line: Int) -> [Inline] {
        let alternative = inlines(of: node.children, line: line).plainText
        let place = place(ofLine: line)
        guard let address = address(of: node, at: place) else { return [] }
        if let scheme = scheme(of: address) {
            let kinds = Directive.Kind.allCases.map(\.rawValue)
            if kinds.contains(scheme) {
                let hint = "leave an empty line before and after it"
                log.error("'\(address)' must stand in a paragraph of its own", at: place, hints: [hint])
            } else {
                let hints = hints(forUnknown: scheme, among: kinds, listing: "figures")
                let isAddress = ["http", "https", "data", "file", "ftp"].contains(scheme.lowercased())
                log.error(
                    isAddress
                        ? "the picture '\(address)' is not beside the report, and none is fetched"
                        : "unknown kind of figure '\(scheme)' in '\(address)'",
                    at: place,
                    hints: isAddress
                        ? ["put the file beside the report, and name it alone: ![what it shows](house.jpg)"]
                        : hints)
            }
            return []
        }
        if alternative.allSatisfy(\.isWhitespace) {
            let hint = "say what it shows: ![a house with a ramp](\(address))"
            log.error("the picture '\(address)' has no alternative text", at: place, hints: [hint])
        }
        return [.image(source: address, alternative: alternative)]
    }

    /// The address of a link or an image as it was before the template shielded it.
    private func address(of node: MarkdownNode, at place: SourceLocation?) -> String? {
        guard !InlineMarks.hasFigure(node.address) else {
            log.error("a figure cannot stand in the address '\(InlineMarks.plain(node.address))'", at: place)
            return nil
        }
        return InlineMarks.plain(node.address)
    }

    private func isSafe(_ address: String) -> Bool {
        guard let scheme = scheme(of: address) else { return true }
        return ["http", "https", "mailto", "tel"].contains(scheme)
    }

    /// What stands before the first colon, in lower case, unless a slash, question mark or # comes first.
    ///
    /// Spaces and controls are left out, as browsers do.
    private func scheme(of address: String) -> String? {
        let start = address.unicodeScalars.prefix { !"/?#".unicodeScalars.contains($0) }
        guard let colon = start.firstIndex(of: ":") else { return nil }
        let kept = start[..<colon].filter { $0.value > 32 }
        return String(String.UnicodeScalarView(kept)).lowercased()
    }

    /// A mark left in the text means that no footnote of that name was found, or no figure could be read.
    private func checkLostMarks(_ text: String, at place: SourceLocation?) {
        for kind in Directive.Kind.allCases where text.lastRange(of: "](\(kind.rawValue):") != nil {
            let hint = "write ![caption](\(kind.rawValue):name), a space in the brackets as %20"
            log.error("'](\(kind.rawValue):' does not belong to a figure here", at: place, hints: [hint])
        }
        guard let start = text.lastRange(of: "[^"), let end = text[start.upperBound...].firstIndex(of: "]")
        else { return }
        let name = text[start.upperBound..<end]
        guard !name.isEmpty, !name.contains(" ") else { return }
        log.error("there is no footnote '[^\(name)]'", at: place, hints: ["write it as [^\(name)]: …"])
    }

    /// Takes `{#id}` off the end of the words.
    ///
    /// It must be the template's own: `node` is the last of the block, where a value's braces are still shielded.
    /// What is not a name stays in the words, and is an error where there is a log.
    func takeId(
        _ words: [Inline], endingWith node: MarkdownNode?, at place: SourceLocation? = nil,
        log: DiagnosticLog? = nil
    ) -> (id: String, words: [Inline]) {
        guard let node, node.kind == "text", node.literal.hasSuffix("}"), case .text(let text)? = words.last,
            node.literal.lastRange(of: "{#") != nil, let start = text.lastRange(of: "{#")
        else { return ("", words) }
        let id = text[start.upperBound...].dropLast()
        guard !id.isEmpty, id.allSatisfy(BlockIdentity.isAllowed) else {
            log?.error(
                "the id '{#\(id)}' is not a name", at: place,
                hints: ["an id has letters a to z, digits, '-' and '.', as in {#theme.dignity}"])
            return ("", words)
        }
        var rest = text[..<start.lowerBound]
        while rest.last == " " { rest.removeLast() }
        return (String(id), words.dropLast() + [Inline](words: String(rest)))
    }
}

extension String {
    /// The last place of some text in this one, byte by byte.
    func lastRange(of other: String) -> Range<Index>? {
        guard let latest = utf8.index(endIndex, offsetBy: -other.utf8.count, limitedBy: startIndex) else {
            return nil
        }
        var index = latest
        while true {
            if utf8[index...].starts(with: other.utf8) {
                return index..<utf8.index(index, offsetBy: other.utf8.count)
            }
            guard index > startIndex else { return nil }
            utf8.formIndex(before: &index)
        }
    }
}
