internal import Scene

extension HTMLWriter {
    /// A figure: number and message, what was measured, the drawing, its notes, and the data one click away.
    func write(_ figure: Figure, id: String, into markup: inout Markup) {
        let id = Markup.escaped(id)
        markup.tag("<figure id=\"\(id)\" class=\"\(figure.kind == .chart ? "chart" : "tabular")\">\n")
        markup.tag("<figcaption id=\"\(id).title\"><p class=\"figure-title\">")
        markup.tag("<span class=\"figure-label\">\(figure.label).</span> ")
        write(figure.title, into: &markup)
        markup.tag("</p>\n")
        writeParagraph(figure.subtitle, class: "figure-subtitle", into: &markup)
        markup.tag("</figcaption>\n")
        if case .chart(let wide, let narrow, _) = figure.drawings {
            // One name for both drawings on the element around them: the one that is not displayed has no voice.
            markup.tag(
                "<div class=\"drawing\" role=\"img\" aria-label=\"\(Markup.escaped(figure.alternative))\">\n")
            markup.tag("<div class=\"wide\">\(drawing(wide, "\(id)-wide-"))</div>\n")
            markup.tag(
                "<div class=\"narrow\" aria-hidden=\"true\">\(drawing(narrow, "\(id)-narrow-"))</div>\n")
            markup.tag("</div>\n")
        } else if let table = figure.table {
            write(table, id: "\(id).table", name: figure.label, isCaptionShown: false, into: &markup)
        }
        if !figure.notes.isEmpty || !figure.base.isEmpty || !figure.source.isEmpty {
            markup.tag("<div class=\"figure-notes\">\n")
            for note in figure.notes { writeParagraph(note, class: nil, into: &markup) }
            writeParagraph(figure.base, class: nil, into: &markup)
            writeParagraph(figure.source, class: nil, into: &markup)
            markup.tag("</div>\n")
        }
        if figure.kind == .chart, let table = figure.table {
            markup.tag("<details><summary>The figures behind this chart")
            markup.tag("<span class=\"spoken\">, \(figure.label)</span></summary>\n")
            write(
                table, id: "\(id).table", name: "The data of \(figure.label)", isCaptionShown: true,
                into: &markup)
            markup.tag("</details>\n")
        }
        writeFiles(of: figure, into: &markup)
        markup.tag("</figure>\n")
    }

    private func writeFiles(of figure: Figure, into markup: inout Markup) {
        guard !figure.files.isEmpty else { return }
        markup.tag("<p class=\"files\">Download: ")
        for (index, file) in figure.files.enumerated() {
            if index > 0 { markup.tag(", ") }
            markup.tag("<a href=\"\(Markup.escaped(file.path))\" download>")
            markup.words(file.label)
            markup.tag("<span class=\"spoken\">, \(figure.label)</span></a>")
        }
        markup.tag("</p>\n")
    }

    private func writeParagraph(_ words: [Inline], class name: String?, into markup: inout Markup) {
        guard !words.isEmpty else { return }
        markup.tag(name.map { "<p class=\"\($0)\">" } ?? "<p>")
        write(words, into: &markup)
        markup.tag("</p>\n")
    }

    /// What a table is about: its caption, else the heading above it, else its first column.
    private func subject(of table: DataTable, under heading: String) -> String {
        if !table.caption.isEmpty { return table.caption.plainText }
        return heading.isEmpty ? table.columns.first?.title.plainText ?? "" : heading
    }

    /// A table in a region of its own, which scrolls where the screen is too narrow, by keyboard too.
    func write(_ table: DataTable, id: String, name: String, isCaptionShown: Bool, into markup: inout Markup)
    {
        let id = Markup.escaped(id)
        let name = markup.freshName("\(name): \(subject(of: table, under: markup.heading))")
        markup.tag(
            "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"\(Markup.escaped(name))\">\n")
        markup.tag("<table id=\"\(id)\">\n")
        if !table.caption.isEmpty {
            markup.tag(isCaptionShown ? "<caption>" : "<caption class=\"spoken\">")
            write(table.caption, into: &markup)
            markup.tag("</caption>\n")
        }
        markup.tag("<thead>\n<tr>")
        for column in table.columns {
            markup.tag(column.isNumeric ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">")
            write(column.title, into: &markup)
            markup.tag("</th>")
        }
        markup.tag("</tr>\n</thead>\n<tbody>\n")
        for row in table.rows {
            markup.tag("<tr>")
            for (index, cell) in row.enumerated() { write(cell, isHeader: index == 0, into: &markup) }
            markup.tag("</tr>\n")
        }
        markup.tag("</tbody>\n</table>\n</div>\n")
        let markers = table.markers
        guard !markers.isEmpty || !table.notes.isEmpty else { return }
        markup.tag("<div class=\"table-notes\">\n")
        for marker in markers {
            markup.tag("<p>\(Markup.escaped(marker.shown)) \(Markup.escaped(marker.spoken))</p>\n")
        }
        for note in table.notes { writeParagraph(note, class: nil, into: &markup) }
        markup.tag("</div>\n")
    }

    private func write(_ cell: DataTable.Cell, isHeader: Bool, into markup: inout Markup) {
        let name = isHeader ? "th scope=\"row\"" : "td"
        switch cell {
        case .text(let words):
            markup.tag("<\(name)>")
            write(words, into: &markup)
        case .number(let words):
            markup.tag("<\(name) class=\"n\">")
            write(words, into: &markup)
        case .marker(let shown, let spoken):
            markup.tag("<\(name) class=\"n\"><span aria-hidden=\"true\">\(Markup.escaped(shown))</span>")
            markup.tag("<span class=\"spoken\">\(Markup.escaped(spoken))</span>")
        }
        markup.tag(isHeader ? "</th>" : "</td>")
    }
}
