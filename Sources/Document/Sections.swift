extension Manuscript {
    /// The document in parts: what stands before the first heading of level 2, then one part for each of these.
    ///
    /// Each part has the footnotes that it refers to, numbered from 1. The first part has the id "introduction" where it
    /// has no heading of its own.
    package var sections: [(id: String, title: String, manuscript: Manuscript)] {
        var parts: [(id: String, title: String, blocks: [Block])] = []
        for block in blocks {
            if case .heading(level: 2, let words) = block.content {
                parts.append((block.id, words.plainText, [block]))
            } else if parts.isEmpty {
                parts.append(("introduction", title ?? "Introduction", [block]))
            } else {
                parts[parts.count - 1].blocks.append(block)
            }
        }
        return parts.map { ($0.id, $0.title, part(of: $0.blocks)) }
    }

    private func part(of blocks: [Block]) -> Manuscript {
        var numbers: [Int: Int] = [:]
        let renumber = { (inline: Inline) -> Inline in
            guard case .footnote(let number, let occurrence) = inline else { return inline }
            if numbers[number] == nil { numbers[number] = numbers.count + 1 }
            return .footnote(number: numbers[number] ?? number, occurrence: occurrence)
        }
        let blocks = blocks.map { $0.mapping { $0.mappingWords(renumber) } }
        let notes = footnotes.compactMap { note -> Footnote? in
            guard let number = numbers[note.number] else { return nil }
            return Footnote(number: number, references: note.references, blocks: note.blocks)
        }
        return Manuscript(blocks: blocks, footnotes: notes.sorted { $0.number < $1.number })
    }
}

extension BlockContent {
    /// The content with every run of its own words changed.
    fileprivate func mappingWords(_ change: (Inline) -> Inline) -> BlockContent {
        switch self {
        case .heading(let level, let words): .heading(level: level, words.mapping(change))
        case .paragraph(let words): .paragraph(words.mapping(change))
        case .numbers(let rows):
            .numbers(
                rows.map {
                    NumberRow(number: $0.number.mapping(change), sentence: $0.sentence.mapping(change))
                })
        case .table(let table): .table(table.mappingWords(change))
        case .figure(var figure): .figure(figure.mapWords(change))
        default: self
        }
    }
}

extension Figure {
    fileprivate mutating func mapWords(_ change: (Inline) -> Inline) -> Figure {
        title = title.mapping(change)
        subtitle = subtitle.mapping(change)
        table = table?.mappingWords(change)
        notes = notes.map { $0.mapping(change) }
        return self
    }
}

extension DataTable {
    fileprivate func mappingWords(_ change: (Inline) -> Inline) -> DataTable {
        DataTable(
            caption: caption.mapping(change),
            columns: columns.map { Column($0.title.mapping(change), isNumeric: $0.isNumeric) },
            rows: rows.map { row in
                row.map { cell in
                    switch cell {
                    case .text(let words): .text(words.mapping(change))
                    case .number(let words): .number(words.mapping(change))
                    case .marker: cell
                    }
                }
            }, notes: notes.map { $0.mapping(change) })
    }
}

extension [Inline] {
    fileprivate func mapping(_ change: (Inline) -> Inline) -> [Inline] {
        map { inline in
            switch inline {
            case .strong(let inside): .strong(inside.mapping(change))
            case .emphasis(let inside): .emphasis(inside.mapping(change))
            case .struck(let inside): .struck(inside.mapping(change))
            case .link(let inside, let target, let title):
                .link(inside.mapping(change), to: target, title: title)
            default: change(inline)
            }
        }
    }
}
