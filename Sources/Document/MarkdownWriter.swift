/// Writes blocks as GitHub-flavoured Markdown, charts as links to their files with the same text alternative.
///
/// Reading what was written gives the same blocks again, for all that Markdown itself knows (not their ids).
package struct MarkdownWriter {
    /// The address of the drawing of a figure, from where the Markdown file will lie; nil where there is none.
    private let drawingAddress: (Figure) -> String?

    package init(drawingAddress: @escaping (Figure) -> String? = { "charts/\($0.name).svg" }) {
        self.drawingAddress = drawingAddress
    }

    /// The whole document.
    ///
    /// Directives must have been resolved before.
    package func text(_ manuscript: Manuscript) -> String {
        var pieces = pieces(manuscript.blocks)
        for note in manuscript.footnotes {
            pieces.append(
                indented(
                    self.pieces(note.blocks).joined(separator: "\n\n"), by: "    ",
                    first: "[^\(note.number)]: "))
        }
        return pieces.joined(separator: "\n\n") + "\n"
    }

    private func pieces(_ blocks: [Block]) -> [String] {
        var pieces: [String] = []
        var mark = false
        var previous: BlockContent?
        for block in blocks {
            guard case .list(let list) = block.content else {
                let text = text(block)
                if !text.isEmpty { pieces.append(text) }
                previous = block.content
                continue
            }
            // Two lists of one kind need two kinds of marks, or they would become one.
            if case .list(let last)? = previous, (list.start == nil) == (last.start == nil) {
                mark.toggle()
            } else {
                mark = false
            }
            pieces.append(text(list, isSecond: mark))
            previous = block.content
        }
        return pieces
    }

    private func text(_ block: Block) -> String {
        switch block.content {
        case .heading(let level, let words):
            return String(repeating: "#", count: level) + " " + MarkdownInlines.text(words, oneLine: true)
        case .paragraph(let words): return MarkdownInlines.text(words)
        case .list(let list): return text(list, isSecond: false)
        case .quotation(let inside): return quoted(pieces(inside).joined(separator: "\n\n"))
        case .callout(let kind, let inside): return text(kind, inside)
        case .code(let code):
            let longest = code.split { $0 != "`" }.map(\.count).max() ?? 0
            let fence = String(repeating: "`", count: max(3, longest + 1))
            return "\(fence)\n\(code)\n\(fence)"
        case .rule: return "---"
        case .table(let table): return text(table)
        case .figure(let figure): return text(figure)
        case .numbers(let rows):
            return rows.map { row in
                "**\(MarkdownInlines.text(row.number))** \(MarkdownInlines.text(row.sentence))"
            }.joined(separator: "\n\n")
        case .pictures(let rows):
            return rows.filter { !$0.words.isEmpty }.map { MarkdownInlines.text($0.words) }
                .joined(separator: "\n\n")
        case .directive(let directive):
            // `Manuscript.resolving` puts blocks in the place of every directive, or throws: only a fault of ours leads here.
            preconditionFailure("the directive '\(directive.name)' must be resolved before it is written")
        }
    }

    private func text(_ list: ItemList, isSecond: Bool) -> String {
        var number = list.start
        let items = list.items.map { item in
            let mark = number.map { isSecond ? "\($0)) " : "\($0). " } ?? (isSecond ? "* " : "- ")
            number = number.map { $0 + 1 }
            let inside = pieces(item).joined(separator: list.isTight ? "\n" : "\n\n")
            return indented(inside, by: String(repeating: " ", count: mark.count), first: mark)
        }
        return items.joined(separator: list.isTight ? "\n" : "\n\n")
    }

    private func text(_ kind: Callout, _ inside: [Block]) -> String {
        let words = pieces(inside).joined(separator: "\n\n")
        guard kind.label != nil else { return words }
        return quoted("[!\(kind.rawValue)]\n" + words)
    }

    private func text(_ figure: Figure) -> String {
        var pieces = ["**\(figure.label). \(MarkdownInlines.text(figure.title, oneLine: true))**"]
        if !figure.subtitle.isEmpty { pieces.append(MarkdownInlines.text(figure.subtitle)) }
        if case .chart = figure.drawings {
            let words = { (text: String) in MarkdownInlines.text([.text(text)], oneLine: true) }
            if let address = drawingAddress(figure).map(MarkdownInlines.address) {
                pieces.append("![\(words(figure.alternative))](\(address))")
            } else {
                // Without a picture the title stands right above: it is not said again.
                let said = figure.title.plainText + ". "
                let isSaid = figure.alternative.hasPrefix(said)
                pieces.append(
                    words(isSaid ? String(figure.alternative.dropFirst(said.count)) : figure.alternative))
            }
        }
        if let table = figure.table { pieces.append(text(table)) }
        pieces += (figure.notes + [figure.base, figure.source]).filter { !$0.isEmpty }
            .map { MarkdownInlines.text($0) }
        if !figure.files.isEmpty {
            let links = figure.files.map { Inline.link([.text($0.label)], to: $0.path, title: "") }
            pieces.append("Download: " + links.map { MarkdownInlines.text([$0]) }.joined(separator: ", "))
        }
        return pieces.joined(separator: "\n\n")
    }

    private func text(_ table: DataTable) -> String {
        func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
        func cell(_ words: [Inline]) -> String { MarkdownInlines.text(words, oneLine: true) }
        var lines = [row(table.columns.map { cell($0.title) })]
        lines.append(row(table.columns.map { $0.isNumeric ? "---:" : "---" }))
        for cells in table.rows {
            lines.append(
                row(
                    cells.map {
                        switch $0 {
                        case .text(let words), .number(let words): cell(words)
                        case .marker(let shown, _): cell([.text(shown)])
                        }
                    }))
        }
        let marks = table.markers.map { "\($0.shown) means: \($0.spoken)" }
        let notes =
            (marks.isEmpty ? [] : [[.text("In this table \(marks.joined(separator: "; ")).")]]) + table.notes
        let below = notes.map { MarkdownInlines.text($0) }
        return ([lines.joined(separator: "\n")] + below).joined(separator: "\n\n")
    }

    private func quoted(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? ">" : "> \($0)" }.joined(separator: "\n")
    }

    private func indented(_ text: String, by space: String, first: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        return lines.map { index, line in
            index == 0 ? first + line : line.isEmpty ? "" : space + line
        }.joined(separator: "\n")
    }
}
