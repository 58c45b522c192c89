package import Scene

/// Writes blocks as the HTML that stands inside `<main>`.
package struct HTMLWriter {
    /// An `<svg>` element for a picture; the prefix keeps its ids apart from those of other pictures.
    package typealias Drawing = (_ picture: Picture, _ idPrefix: String) -> String

    let drawing: Drawing
    /// The address under which the page finds an ordinary picture.
    let imageAddress: (String) -> String

    package init(imageAddress: @escaping (String) -> String = { $0 }, drawing: @escaping Drawing) {
        self.drawing = drawing
        self.imageAddress = imageAddress
    }

    /// The whole document, footnotes at the end.
    ///
    /// Directives must have been resolved before.
    package func body(_ manuscript: Manuscript) -> String {
        var markup = Markup()
        for block in manuscript.blocks { write(block, into: &markup) }
        if !manuscript.footnotes.isEmpty {
            markup.tag("<section class=\"footnotes\" aria-labelledby=\"footnotes\">\n")
            markup.tag("<h2 id=\"footnotes\">Footnotes</h2>\n<ol>\n")
            for note in manuscript.footnotes { write(note, into: &markup) }
            markup.tag("</ol>\n</section>\n")
        }
        return markup.text
    }

    private func write(_ block: Block, into markup: inout Markup) {
        let id = "id=\"\(Markup.escaped(block.id))\""
        switch block.content {
        case .heading(let level, let words):
            markup.heading = words.plainText
            markup.tag("<h\(level) \(id)>")
            write(words, into: &markup)
            markup.tag("</h\(level)>\n")
        case .paragraph(let words):
            markup.tag("<p \(id)>")
            write(words, into: &markup)
            markup.tag("</p>\n")
        case .list(let list): write(list, id: id, into: &markup)
        case .quotation(let inside):
            markup.tag("<blockquote \(id)>\n")
            for block in inside.dropLast(inside.endsWithSpeaker ? 1 : 0) { write(block, into: &markup) }
            if inside.endsWithSpeaker, let last = inside.last, case .paragraph(let words) = last.content {
                markup.tag("<p id=\"\(Markup.escaped(last.id))\" class=\"speaker\">")
                write(words, into: &markup)
                markup.tag("</p>\n")
            }
            markup.tag("</blockquote>\n")
        case .callout(let kind, let inside): write(kind, inside, id: id, into: &markup)
        case .code(let code):
            markup.tag("<pre \(id) tabindex=\"0\"><code>")
            markup.words(code)
            markup.tag("</code></pre>\n")
        case .rule: markup.tag("<hr \(id)>\n")
        case .table(let table):
            markup.tag("<div class=\"table\" \(id)>\n")
            write(table, id: block.id + ".table", name: "Table", isCaptionShown: true, into: &markup)
            markup.tag("</div>\n")
        case .figure(let figure): write(figure, id: block.id, into: &markup)
        case .numbers(let rows): write(rows, id: id, into: &markup)
        case .pictures(let rows): write(rows, id: block.id, into: &markup)
        case .directive(let directive):
            // `Manuscript.resolving` puts blocks in the place of every directive, or throws: only a fault of ours leads here.
            preconditionFailure("the directive '\(directive.name)' must be resolved before it is written")
        }
    }

    private func write(_ list: ItemList, id: String, into markup: inout Markup) {
        let start = list.start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
        let name = list.start == nil ? "ul" : "ol"
        markup.tag("<\(name) \(id)\(start)>\n")
        for item in list.items {
            markup.tag("<li>")
            for block in item {
                if list.isTight, case .paragraph(let words) = block.content {
                    markup.tag("<span id=\"\(Markup.escaped(block.id))\">")
                    write(words, into: &markup)
                    markup.tag("</span>")
                } else {
                    markup.tag("\n")
                    write(block, into: &markup)
                }
            }
            markup.tag("</li>\n")
        }
        markup.tag("</\(name)>\n")
    }

    private func write(_ kind: Callout, _ inside: [Block], id: String, into markup: inout Markup) {
        guard let label = kind.label else {
            markup.tag("<div \(id) class=\"\(kind.rawValue)\">\n")
            for block in inside { write(block, into: &markup) }
            markup.tag("</div>\n")
            return
        }
        markup.tag("<div \(id) class=\"callout \(kind.rawValue)\" role=\"note\">\n")
        markup.tag("<p class=\"callout-label\">\(Markup.escaped(label))</p>\n")
        for block in inside { write(block, into: &markup) }
        markup.tag("</div>\n")
    }

    private func write(_ rows: [NumberRow], id: String, into markup: inout Markup) {
        // Without the role, some browsers drop the list when it has no bullets.
        markup.tag("<ul \(id) class=\"numbers\" role=\"list\">\n")
        for row in rows {
            markup.tag("<li><strong class=\"number\">")
            write(row.number, into: &markup)
            markup.tag("</strong> <span class=\"sentence\">")
            write(row.sentence, into: &markup)
            markup.tag("</span></li>\n")
        }
        markup.tag("</ul>\n")
    }

    private func write(_ rows: [PictureRow], id: String, into markup: inout Markup) {
        markup.tag("<div id=\"\(Markup.escaped(id))\" class=\"pictures\">\n")
        for (index, row) in rows.enumerated() {
            let id = "\(id)-\(index + 1)"
            let kind = row.words.isEmpty ? "picture-alone" : "picture-row"
            markup.tag("<div class=\"\(kind)\"><div class=\"picture\" aria-hidden=\"true\">")
            markup.tag(drawing(row.picture, id))
            markup.tag("</div>")
            if !row.words.isEmpty {
                markup.tag("<div class=\"picture-words\"><p id=\"\(Markup.escaped(id)).words\">")
                write(row.words, into: &markup)
                markup.tag("</p>")
                if let counted = row.drawing {
                    markup.tag("<div class=\"counted\" aria-hidden=\"true\">")
                    markup.tag(drawing(counted, id + "-counted"))
                    markup.tag("</div>")
                }
                markup.tag("</div>")
            }
            markup.tag("</div>\n")
        }
        markup.tag("</div>\n")
    }

    private func write(_ note: Manuscript.Footnote, into markup: inout Markup) {
        markup.tag("<li id=\"fn-\(note.number)\">\n")
        for block in note.blocks { write(block, into: &markup) }
        markup.tag("<p class=\"back\">")
        for occurrence in 1...max(note.references, 1) {
            let target = Self.referenceId(note.number, occurrence)
            let words = note.references > 1 ? "Back to place \(occurrence) in the text" : "Back to the text"
            markup.tag("<a href=\"#\(target)\">\(words)</a> ")
        }
        markup.tag("</p>\n</li>\n")
    }

    static func referenceId(_ number: Int, _ occurrence: Int) -> String {
        occurrence == 1 ? "fnref-\(number)" : "fnref-\(number)-\(occurrence)"
    }
}
