package import Diagnostics

/// Reads Markdown (CommonMark, with GitHub's tables, strikethrough and bare links, footnotes, and typographic
/// quotation marks and dashes) into blocks.
///
/// Beyond Markdown: `{#id}` at the end of a heading or paragraph gives it its id; `> [!key]` is a callout; an image
/// alone with an address of `chart:`, `table:`, `number:` or `picture:` is a directive. Raw HTML and links to
/// other than http, https, mailto, tel and relative addresses are left out with a warning.
package struct MarkdownReader {
    let log: DiagnosticLog
    /// Where each line of the text came from.
    private let origins: [SourceLocation]
    private var footnotes: [Manuscript.Footnote] = []
    private var seenFootnotes: [Int: Int] = [:]
    /// The lines on which the footnotes begin that the text refers to.
    private var footnoteLines: Set<Int> = []
    /// How deep Markdown may be nested; a list counts twice, once for its items.
    private static let mostNested = 60

    /// Reads a whole document; what is wrong with it is added to the log.
    ///
    /// - Parameter origins: where each line of the text came from, one a line.
    package static func read(
        _ text: String, origins: [SourceLocation], log: DiagnosticLog
    ) -> Manuscript {
        var reader = MarkdownReader(log: log, origins: origins)
        guard let tree = MarkdownTree(text) else {
            log.error("there is not enough memory to read the text", at: origins.first)
            return Manuscript(blocks: [])
        }
        reader.checkDirection(of: text)
        if let deep = tree.firstNode(deeperThan: mostNested) {
            log.error(
                "quotations, lists or emphasised words stand within each other more than \(mostNested) deep",
                at: reader.place(ofLine: deep.line), hints: ["take some of them apart"])
            return Manuscript(blocks: [])
        }
        let blocks = reader.blocks(of: tree.root.children)
        reader.checkFootnotes(in: text)
        reader.checkHeadings(blocks)
        var identity = BlockIdentity(log: log)
        return identity.identified(Manuscript(blocks: blocks, footnotes: reader.footnotes))
    }

    /// Reads a document that is one file, its lines counted from 1.
    package static func read(_ text: String, file: String, log: DiagnosticLog) -> Manuscript {
        let lines = text.utf8.reduce(1) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
        let origins = (1...lines).map { SourceLocation(file: file, line: $0) }
        return read(text, origins: origins, log: log)
    }

    private init(log: DiagnosticLog, origins: [SourceLocation]) {
        self.log = log
        self.origins = origins
    }

    func place(ofLine line: Int) -> SourceLocation? {
        origins.isEmpty ? nil : origins[min(max(line, 1), origins.count) - 1]
    }

    /// The number of times that a footnote has been referred to, this one included.
    mutating func countReference(toFootnote number: Int) -> Int {
        seenFootnotes[number, default: 0] += 1
        return seenFootnotes[number, default: 1]
    }

    // MARK: Blocks

    private mutating func blocks(of nodes: [MarkdownNode]) -> [Block] {
        nodes.flatMap { blocks(of: $0) }
    }

    private mutating func blocks(of node: MarkdownNode) -> [Block] {
        let place = place(ofLine: node.line)
        func one(_ content: BlockContent) -> [Block] { [Block(content, location: place)] }
        switch node.kind {
        case "heading":
            let (id, words) = takeId(inlines(of: node), endingWith: node.children.last, at: place, log: log)
            return [Block(.heading(level: node.headingLevel, words), id: id, location: place)]
        case "paragraph": return paragraph(node, at: place)
        case "block_quote": return quotation(node, at: place)
        case "list":
            let items = node.children.map { blocks(of: $0.children) }
            return one(.list(ItemList(start: node.listStart, isTight: node.isTight, items: items)))
        case "code_block":
            var code = InlineMarks.plain(node.literal)
            if code.last == "\n" { code.removeLast() }
            return one(.code(code))
        case "thematic_break": return one(.rule)
        case "table": return one(.table(table(node)))
        case "html_block":
            warnOfHTML(node.literal, at: place)
            return []
        case "footnote_definition":
            let number = footnotes.count + 1
            footnoteLines.insert(node.line)
            let blocks = blocks(of: node.children)
            footnotes.append(
                .init(number: number, references: seenFootnotes[number, default: 0], blocks: blocks))
            return []
        default:
            log.error("'\(node.kind)' is a kind of Markdown that has no place in a report", at: place)
            return []
        }
    }

    private mutating func paragraph(_ node: MarkdownNode, at place: SourceLocation?) -> [Block] {
        if let directives = directives(in: node, at: place) { return directives }
        let (id, words) = takeId(inlines(of: node), endingWith: node.children.last, at: place, log: log)
        // What is left of a paragraph of nothing but raw HTML.
        if words.isEmpty, id.isEmpty { return [] }
        return [Block(.paragraph(words), id: id, location: place)]
    }

    private mutating func quotation(_ node: MarkdownNode, at place: SourceLocation?) -> [Block] {
        var inside = blocks(of: node.children)
        guard case .paragraph(var words)? = inside.first?.content, case .text(let start)? = words.first,
            start.hasPrefix("[!"), Self.opensCallout(node), let end = start.firstIndex(of: "]")
        else { return [Block(.quotation(inside), location: place)] }
        let name = String(start[start.index(start.startIndex, offsetBy: 2)..<end])
        guard let kind = Callout(rawValue: name.lowercased()) else {
            let known = Callout.allCases.map(\.rawValue)
            let hints = hints(forUnknown: name, among: known, listing: "callouts")
            log.error("unknown callout '\(name)'", at: place, hints: hints)
            return []
        }
        let rest = start[start.index(after: end)...].drop { $0 == " " }
        words.replaceSubrange(0..<1, with: [Inline](words: String(rest)))
        if case .lineBreak? = words.first { words.removeFirst() }
        inside[0].content = .paragraph(words)
        if words.isEmpty { inside.removeFirst() }
        if inside.isEmpty { log.error("the callout '\(name)' has no words", at: place) }
        return [Block(.callout(kind, inside), location: place)]
    }

    /// Whether the mark is the text's own and no value's.
    private static func opensCallout(_ node: MarkdownNode) -> Bool {
        node.children.first?.children.first?.literal.hasPrefix("[!") ?? false
    }

    private mutating func table(_ node: MarkdownNode) -> DataTable {
        let atRight = node.columnsAtRight
        var columns: [DataTable.Column] = []
        var rows: [[DataTable.Cell]] = []
        for row in node.children {
            let cells = row.children.map { inlines(of: $0) }
            if row.kind == "table_header" {
                columns = zip(cells, atRight).map { DataTable.Column($0, isNumeric: $1) }
            } else {
                rows.append(zip(cells, atRight).map { $1 ? .number($0) : .text($0) })
            }
        }
        return DataTable(caption: [], columns: columns, rows: rows)
    }

    // MARK: Checks

    func warnOfHTML(_ html: String, at place: SourceLocation?) {
        let start = html.split(separator: "\n").first.map { $0.prefix(40) } ?? ""
        let hint = "write it in Markdown"
        log.warning("raw HTML is left out: '\(InlineMarks.plain(String(start)))'", at: place, hints: [hint])
    }

    /// Marks that turn the direction of text are not seen, and what is read is then not what is written (Unicode UAX 9).
    private func checkDirection(of text: String) {
        for (index, line) in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .enumerated() where line.contains(0xE2)
        {
            let marks = String(Substring(line)).unicodeScalars.filter {
                (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
            }
            guard let mark = marks.first else { continue }
            log.error(
                "a mark that is not seen turns the direction of the text (U+\(String(mark.value, radix: 16, uppercase: true)))",
                at: place(ofLine: index + 1), hints: ["delete the line and type it anew"])
        }
    }

    /// A footnote that nothing refers to would vanish, and so would a second one of the same name.
    private func checkFootnotes(in text: String) {
        var kept: Set<String> = []
        var lost: [(name: Substring, line: Int)] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        where line.hasPrefix("[^") {
            guard let end = line.firstIndex(of: "]"), line[line.index(after: end)...].hasPrefix(":") else {
                continue
            }
            if footnoteLines.contains(index + 1) {
                kept.insert(line[...end].lowercased())
            } else {
                lost.append((line[...end], index + 1))
            }
        }
        for (name, line) in lost {
            if kept.contains(name.lowercased()) {
                log.error("the footnote '\(name)' is written a second time", at: place(ofLine: line))
            } else {
                let message = "nothing refers to the footnote '\(name)', it is left out"
                log.warning(message, at: place(ofLine: line))
            }
        }
    }

    /// One heading of level 1, and no level left out, so that the outline of the page is true.
    private func checkHeadings(_ blocks: [Block]) {
        var last: Int?
        var hasTitle = false
        for block in blocks {
            guard case .heading(let level, let words) = block.content else { continue }
            if level == 1, hasTitle {
                let hint = "begin it with ##"
                log.error(
                    "a second heading of level 1: '\(words.plainText)'", at: block.location, hints: [hint])
            }
            if level == 1 { hasTitle = true }
            if let last, level > last + 1 {
                let message = "the heading '\(words.plainText)' goes from level \(last) to level \(level)"
                let hint = "begin it with \(String(repeating: "#", count: last + 1))"
                log.warning(message, at: block.location, hints: [hint])
            }
            last = level
        }
    }
}
