extension HTMLWriter {
    func write(_ inlines: [Inline], into markup: inout Markup) {
        for inline in inlines { write(inline, into: &markup) }
    }

    private func write(_ inline: Inline, into markup: inout Markup) {
        switch inline {
        case .text(let text): markup.words(text)
        case .figure(let id, let text):
            markup.tag("<span class=\"figure\" data-figure=\"\(Markup.escaped(id))\">")
            markup.words(text)
            markup.tag("</span>")
        case .strong(let inside): write(inside, as: "strong", into: &markup)
        case .emphasis(let inside): write(inside, as: "em", into: &markup)
        case .struck(let inside): write(inside, as: "del", into: &markup)
        case .code(let code):
            markup.tag("<code>")
            markup.words(code)
            markup.tag("</code>")
        case .link(let inside, let address, let title):
            let title = title.isEmpty ? "" : " title=\"\(Markup.escaped(title))\""
            markup.tag("<a href=\"\(Markup.escaped(encoded(address)))\"\(title)>")
            write(inside, into: &markup)
            markup.tag("</a>")
        case .image(let source, let alternative):
            let address = Markup.escaped(encoded(imageAddress(source)))
            markup.tag("<img src=\"\(address)\" alt=\"\(Markup.escaped(alternative))\">")
        case .footnote(let number, let occurrence):
            let id = Self.referenceId(number, occurrence)
            markup.tag("<sup><a id=\"\(id)\" href=\"#fn-\(number)\" aria-label=\"Footnote \(number)\">")
            markup.tag("\(number)</a></sup>")
        case .lineBreak: markup.tag("<br>")
        }
    }

    private func write(_ inlines: [Inline], as element: String, into markup: inout Markup) {
        markup.tag("<\(element)>")
        write(inlines, into: &markup)
        markup.tag("</\(element)>")
    }

    /// The address with what may not stand in one percent-encoded; a percent sign stays as it is.
    private func encoded(_ address: String) -> String {
        let digits = Array("0123456789ABCDEF")
        return address.utf8.reduce(into: "") { result, byte in
            if byte <= 32 || byte >= 127 || "\"<>\\^`{|}".utf8.contains(byte) {
                result += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            } else {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
    }
}
