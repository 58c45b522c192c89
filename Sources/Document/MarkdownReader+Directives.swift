internal import Diagnostics

extension MarkdownReader {
    /// The directives of a paragraph that holds nothing else; nil for any other paragraph.
    ///
    /// Several may follow each other a line each; the last may be followed by `{#id}`.
    mutating func directives(in node: MarkdownNode, at place: SourceLocation?) -> [Block]? {
        var images: [(node: MarkdownNode, line: Int)] = []
        var id = ""
        var line = node.line
        for child in node.children {
            switch child.kind {
            case "image" where kind(of: child.address) != nil && id.isEmpty: images.append((child, line))
            case "softbreak": line += 1
            case "text":
                let words = String(child.literal.drop { $0 == " " })
                let taken = takeId([.text(words)], endingWith: child)
                guard taken.words.isEmpty, id.isEmpty else { return nil }
                id = taken.id
            default: return nil
            }
        }
        guard !images.isEmpty else { return nil }
        return images.enumerated().compactMap { index, image in
            let location = self.place(ofLine: image.line)
            let caption = inlines(of: image.node.children, line: image.line)
            guard let directive = directive(image.node.address, caption: caption, at: location) else {
                return nil
            }
            let isLast = index == images.count - 1
            return Block(.directive(directive), id: isLast ? id : "", location: location)
        }
    }

    private func kind(of address: String) -> Directive.Kind? {
        guard let colon = address.firstIndex(of: ":") else { return nil }
        return Directive.Kind(rawValue: String(address[..<colon]))
    }

    private func directive(
        _ address: String, caption: [Inline], at place: SourceLocation?
    ) -> Directive? {
        guard let kind = kind(of: address) else { return nil }
        let rest = address.drop { $0 != ":" }.dropFirst()
        let halves = rest.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard let name = decoded(halves.first ?? "", in: address, at: place) else { return nil }
        if name.isEmpty {
            let hint = "write \(kind.rawValue):name"
            log.error(
                "'\(InlineMarks.plain(address))' does not name its \(kind.rawValue)", at: place, hints: [hint]
            )
            return nil
        }
        var parameters: [Directive.Parameter] = []
        let pieces = halves.dropFirst().flatMap { $0.split(separator: "&", omittingEmptySubsequences: false) }
        for piece in pieces {
            let sides = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard sides.count == 2, let key = decoded(sides[0], in: address, at: place),
                let value = decoded(sides[1], in: address, at: place), !key.isEmpty
            else {
                let shown = InlineMarks.plain(String(piece))
                log.error(
                    "'\(shown)' in '\(InlineMarks.plain(address))' is not a parameter", at: place,
                    hints: ["write name=value, with & between"])
                return nil
            }
            if parameters.contains(where: { $0.name == key }) {
                log.error("'\(key)' is given twice in '\(InlineMarks.plain(address))'", at: place)
                return nil
            }
            parameters.append(.init(name: key, value: value))
        }
        return Directive(kind: kind, name: name, parameters: parameters, caption: caption, location: place)
    }

    /// Percent-decoded text, then the shields of the template taken off, so that no value can be taken for a mark.
    private func decoded(_ text: Substring, in address: String, at place: SourceLocation?) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            guard digits.utf8.count == 2, let value = UInt8(digits, radix: 16) else {
                let hint = "write a percent sign as %25"
                log.error(
                    "'%\(digits)' in '\(InlineMarks.plain(address))' is not a character", at: place,
                    hints: [hint])
                return nil
            }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            log.error("'\(InlineMarks.plain(address))' is not UTF-8", at: place)
            return nil
        }
        return InlineMarks.plain(text)
    }
}
