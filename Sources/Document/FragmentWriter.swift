package import Scene

/// Writes blocks as plain HTML that needs no style sheet and no script: for a page of somebody else's website, and for
/// word processors.
///
/// Drawings become ordinary pictures with alternative texts, tables stand open below them, and every block keeps its id.
package struct FragmentWriter {
    /// Puts a drawing into a file of that name, and gives the address under which the fragment finds it.
    package typealias PictureFile = (_ picture: Picture, _ name: String) -> String

    /// The level of the document's title, from 1 to 6.
    private let topLevel: Int
    /// Whether paragraphs name the styles of a word processor (`data-custom-style`).
    private let namesStyles: Bool
    private let pictureFile: PictureFile
    private let inlines = HTMLWriter { _, _ in "" }

    package init(topLevel: Int, namesStyles: Bool = false, pictureFile: @escaping PictureFile) {
        self.topLevel = topLevel
        self.namesStyles = namesStyles
        self.pictureFile = pictureFile
    }

    /// The whole document, footnotes at the end.
    ///
    /// Directives must have been resolved before.
    package func text(_ manuscript: Manuscript) -> String {
        var markup = Markup()
        for block in manuscript.blocks { write(block, into: &markup) }
        guard !manuscript.footnotes.isEmpty else { return markup.text }
        let level = level(2)
        markup.tag("<h\(level) id=\"footnotes\">Footnotes</h\(level)>\n<ol>\n")
        for note in manuscript.footnotes {
            markup.tag("<li id=\"fn-\(note.number)\">\n")
            for block in note.blocks { write(block, into: &markup) }
            markup.tag("<p><a href=\"#fnref-\(note.number)\">Back to the text</a></p>\n</li>\n")
        }
        markup.tag("</ol>\n")
        return markup.text
    }

    private func level(_ own: Int) -> Int { min(own + topLevel - 1, 6) }

    private func write(_ block: Block, into markup: inout Markup) {
        let id = "id=\"\(Markup.escaped(block.id))\""
        switch block.content {
        case .heading(let level, let words):
            let level = self.level(level)
            markup.tag("<h\(level) \(id)>")
            write(words, into: &markup)
            markup.tag("</h\(level)>\n")
        case .paragraph(let words): paragraph(words, id: id, into: &markup)
        case .list(let list): write(list, id: id, into: &markup)
        case .quotation(let inside):
            markup.tag("<blockquote \(id)>\n")
            for block in inside { write(block, into: &markup) }
            markup.tag("</blockquote>\n")
        case .callout(let kind, let inside):
            markup.tag("<div \(id)\(style(Self.styles[kind] ?? ""))>\n")
            if let label = kind.label { markup.tag("<p><strong>\(Markup.escaped(label))</strong></p>\n") }
            for block in inside { write(block, into: &markup) }
            markup.tag("</div>\n")
        case .code(let code):
            markup.tag("<pre \(id)><code>")
            markup.words(code)
            markup.tag("</code></pre>\n")
        case .rule: markup.tag("<hr \(id)>\n")
        case .table(let table): write(table, id: block.id, caption: table.caption, into: &markup)
        case .figure(let figure): write(figure, id: block.id, into: &markup)
        case .numbers(let rows):
            markup.tag("<ul \(id)>\n")
            for row in rows {
                markup.tag("<li><strong>")
                write(row.number, into: &markup)
                markup.tag("</strong> ")
                write(row.sentence, into: &markup)
                markup.tag("</li>\n")
            }
            markup.tag("</ul>\n")
        case .pictures(let rows):
            markup.tag("<div \(id)>\n")
            for (index, row) in rows.enumerated() {
                // The words say all that the picture shows.
                write(row.picture, named: "\(block.id)-\(index + 1)", alternative: "", into: &markup)
                paragraph(row.words, into: &markup)
                if let drawing = row.drawing {
                    write(drawing, named: "\(block.id)-\(index + 1)-counted", alternative: "", into: &markup)
                }
            }
            markup.tag("</div>\n")
        case .directive(let directive):
            // `Manuscript.resolving` puts blocks in the place of every directive, or throws: only a fault of ours leads here.
            preconditionFailure("the directive '\(directive.name)' must be resolved before it is written")
        }
    }

    private static let styles: [Callout: String] = [
        .key: "Callout", .note: "Callout", .caution: "Callout", .kicker: "Kicker", .lead: "Lead",
    ]

    private func style(_ name: String) -> String { namesStyles ? " data-custom-style=\"\(name)\"" : "" }

    private func write(_ words: [Inline], into markup: inout Markup) {
        inlines.write(words.map(\.withoutFigures), into: &markup)
    }

    private func paragraph(_ words: [Inline], id: String? = nil, into markup: inout Markup) {
        guard !words.isEmpty else { return }
        markup.tag(id.map { "<p \($0)>" } ?? "<p>")
        write(words, into: &markup)
        markup.tag("</p>\n")
    }

    /// Paragraphs in a style of their own.
    private func styled(_ name: String, _ paragraphs: [[Inline]], into markup: inout Markup) {
        let paragraphs = paragraphs.filter { !$0.isEmpty }
        guard !paragraphs.isEmpty else { return }
        if namesStyles { markup.tag("<div\(style(name))>\n") }
        for words in paragraphs { paragraph(words, into: &markup) }
        if namesStyles { markup.tag("</div>\n") }
    }

    private func write(_ list: ItemList, id: String, into markup: inout Markup) {
        let start = list.start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
        let name = list.start == nil ? "ul" : "ol"
        markup.tag("<\(name) \(id)\(start)>\n")
        for item in list.items {
            markup.tag("<li>")
            for block in item {
                if list.isTight, case .paragraph(let words) = block.content {
                    write(words, into: &markup)
                } else {
                    markup.tag("\n")
                    write(block, into: &markup)
                }
            }
            markup.tag("</li>\n")
        }
        markup.tag("</\(name)>\n")
    }

    /// A picture that is never wider than its page.
    private func write(
        _ picture: Picture, named name: String, alternative: String, into markup: inout Markup
    ) {
        let (width, height) = (Int(picture.size.width.rounded()), Int(picture.size.height.rounded()))
        markup.tag(
            "<p><img src=\"\(Markup.escaped(pictureFile(picture, name)))\" width=\"\(width)\" height=\"\(height)\""
        )
        markup.tag(" alt=\"\(Markup.escaped(alternative))\" style=\"max-width: 100%; height: auto\"></p>\n")
    }

    /// Number and title, what was measured, the picture, the table, the notes.
    private func write(_ figure: Figure, id: String, into markup: inout Markup) {
        markup.tag("<div id=\"\(Markup.escaped(id))\">\n")
        styled("Figure title", [[.strong([.text("\(figure.label). ")] + figure.title)]], into: &markup)
        styled("Figure subtitle", [figure.subtitle], into: &markup)
        if case .chart(let wide, _, _) = figure.drawings {
            write(wide, named: figure.name, alternative: figure.alternative, into: &markup)
        }
        if let table = figure.table {
            let caption = figure.kind == .chart ? "The figures behind \(figure.label)" : ""
            write(table, id: id + ".table", caption: [Inline](words: caption), into: &markup)
        }
        styled("Figure note", figure.notes + [figure.base, figure.source], into: &markup)
        markup.tag("</div>\n")
    }

    private func write(_ table: DataTable, id: String, caption: [Inline], into markup: inout Markup) {
        markup.tag("<table id=\"\(Markup.escaped(id))\">\n")
        if !caption.isEmpty {
            markup.tag("<caption>")
            write(caption, into: &markup)
            markup.tag("</caption>\n")
        }
        if namesStyles { writeWidths(table.columns.count, into: &markup) }
        markup.tag("<thead>\n<tr>")
        for column in table.columns {
            markup.tag("<th scope=\"col\"\(Self.edge(column.isNumeric))>")
            write(column.title, into: &markup)
            markup.tag("</th>")
        }
        markup.tag("</tr>\n</thead>\n<tbody>\n")
        for row in table.rows {
            markup.tag("<tr>")
            for (index, cell) in row.enumerated() {
                let name = index == 0 ? "th" : "td"
                let isNumeric = if case .text = cell { false } else { true }
                markup.tag("<\(name)\(index == 0 ? " scope=\"row\"" : "")\(Self.edge(isNumeric))>")
                switch cell {
                case .text(let words), .number(let words): write(words, into: &markup)
                case .marker(let shown, _): markup.words(shown)
                }
                markup.tag("</\(name)>")
            }
            markup.tag("</tr>\n")
        }
        markup.tag("</tbody>\n</table>\n")
        let marks = table.markers.map { [Inline.text("\($0.shown) means: \($0.spoken).")] }
        styled("Figure note", marks + table.notes, into: &markup)
    }

    /// As wide as the page: the words of the first column get what the others leave.
    private func writeWidths(_ columns: Int, into markup: inout Markup) {
        let other = columns > 1 ? min(22, 65 / (columns - 1)) : 0
        markup.tag("<colgroup>")
        for column in 0..<columns {
            markup.tag("<col style=\"width: \(column == 0 ? 100 - other * (columns - 1) : other)%\">")
        }
        markup.tag("</colgroup>\n")
    }

    /// Numbers stand at the right edge, words at the left: said in the cell, as there is no style sheet to say it.
    private static func edge(_ isNumeric: Bool) -> String {
        " style=\"text-align: \(isNumeric ? "right" : "left")\""
    }
}

extension Inline {
    /// The words without the ids of figures, which mean nothing outside of reports.
    fileprivate var withoutFigures: Inline {
        switch self {
        case .figure(_, let text): .text(text)
        case .strong(let inside): .strong(inside.map(\.withoutFigures))
        case .emphasis(let inside): .emphasis(inside.map(\.withoutFigures))
        case .struck(let inside): .struck(inside.map(\.withoutFigures))
        case .link(let inside, let target, let title):
            .link(inside.map(\.withoutFigures), to: target, title: title)
        case .text, .code, .image, .footnote, .lineBreak: self
        }
    }
}
