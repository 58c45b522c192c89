import Diagnostics
import Document
import Language
import Survey

/// A text that somebody wrote, with the figures that it prints.
struct Written {
    var text: String
    /// What it is about, where other words say so: the heading above it; of a cell, the headers of its row and column.
    var about = ""
    var figures: [FigureID] = []
    var place: SourceLocation
    /// The words between the place and the text.
    var lead = ""
    /// Of what will be done: how many there will be of something is no result.
    var hasOwnCounts = false
}

/// What people typed in the blocks of a document, in order: all that is printed, and what is read aloud in its place.
struct WrittenTexts {
    /// The files of narratives.
    let files: Set<String>
    let sources: WrittenFiles

    func texts(in blocks: [Block]) -> [Written] {
        var heading = ""
        return blocks.flatMap { block in
            if case .heading(_, let words) = block.content {
                heading = ""
                let texts = texts(in: block, under: "")
                heading = texts.isEmpty ? "" : words.typedText
                return texts
            }
            return texts(in: block, under: heading)
        }
    }

    private func texts(in block: Block, under heading: String) -> [Written] {
        if case .list(let list) = block.content {
            return list.items.joined().flatMap { texts(in: $0, under: heading) }
        }
        if case .quotation(let inside) = block.content {
            return inside.flatMap { texts(in: $0, under: heading) }
        }
        if case .callout(_, let inside) = block.content {
            return inside.flatMap { texts(in: $0, under: heading) }
        }
        guard let place = block.location, files.contains(place.file) else { return [] }
        let about = heading.isEmpty ? "" : heading + "."
        func written(_ words: [Inline], lead: String = "") -> [Written] {
            [
                Written(
                    text: words.typedText, about: about, figures: words.printedFigures, place: place,
                    lead: lead)
            ] + words.unseenTexts.map { Written(text: $0, about: about, place: place) }
        }
        switch block.content {
        case .heading(_, let words), .paragraph(let words): return written(words)
        case .code(let code): return written([.text(code)])
        case .table(let table): return cells(of: table, at: place)
        case .figure(let figure) where sources.isTyped(figure.title.typedText, at: place):
            return written(figure.title)
        case .numbers(let rows):
            return rows.filter { sources.isTyped($0.sentence.typedText, at: place) }.flatMap {
                written($0.sentence)
            }
        case .pictures(let rows):
            var lead = ""
            return rows.flatMap { row in
                defer { lead += row.words.typedText + " " }
                return written(row.words, lead: lead)
            }
        default: return []
        }
    }

    /// Each cell by itself, about what the headers of its row and column say.
    private func cells(of table: DataTable, at place: SourceLocation) -> [Written] {
        let titles = table.columns.map(\.title.typedText)
        var lead = ""
        var texts: [Written] = []
        func add(_ words: [Inline], about: String = "", in line: SourceLocation, isHeader: Bool) {
            var text = words.typedText
            let isPercentage = [" % ", " percent ", " percentage "].contains { about.asWords.contains($0) }
            let isBare = Word.all(in: text).count == 1 && Word.all(in: text)[0].number?.isPercent == false
            if isPercentage, isBare { text += "%" }
            texts.append(
                Written(
                    text: text, about: about, figures: words.printedFigures, place: line, lead: lead,
                    hasOwnCounts: isHeader))
            lead += words.typedText + " "
        }
        for column in table.columns { add(column.title, in: place, isHeader: true) }
        for (index, row) in table.rows.enumerated() {
            lead = ""
            var line = place
            // Below the header stands the line of dashes.
            line.line = place.line.map { $0 + index + 2 }
            let header = row.first?.words.typedText ?? ""
            for (cell, title) in zip(row, titles.indices) {
                let about = title == 0 ? "" : "\(header.asHeader), \(titles[title].asHeader):"
                add(cell.words, about: about, in: line, isHeader: title == 0)
            }
        }
        return texts
    }
}

extension DataTable.Cell {
    fileprivate var words: [Inline] {
        switch self {
        case .text(let words), .number(let words): words
        case .marker(_, let spoken): [.text(spoken)]
        }
    }
}

extension String {
    /// Without the punctuation that would end a sentence.
    fileprivate var asHeader: String { Word.all(in: self).map(\.bare).joined(separator: " ") }

    fileprivate var asWords: String {
        " "
            + lowercased().replacing("%", with: " % ").replacing("per cent", with: "percent")
            .map { $0.isLetter || $0 == "%" ? String($0) : " " }.joined() + " "
    }
}

extension [Inline] {
    /// The words that people typed; a printed figure becomes a mark, which no claim can span.
    fileprivate var typedText: String {
        map { inline in
            switch inline {
            case .figure: Passage.figure
            case .strong(let inside), .emphasis(let inside), .struck(let inside), .link(let inside, _, _):
                inside.typedText
            case .image, .footnote: " "
            case .text(let text), .code(let text): text
            case .lineBreak: " "
            }
        }.joined()
    }

    /// What is read aloud or shown on demand: the alternatives of pictures, the titles of links.
    fileprivate var unseenTexts: [String] {
        flatMap { inline -> [String] in
            switch inline {
            case .image(_, let alternative): [alternative]
            case .link(let inside, _, let title): inside.unseenTexts + (title.isEmpty ? [] : [title])
            case .strong(let inside), .emphasis(let inside), .struck(let inside): inside.unseenTexts
            case .figure, .code, .footnote, .text, .lineBreak: []
            }
        }
    }

    /// The figures that stand for the marks, in order.
    fileprivate var printedFigures: [FigureID] {
        flatMap { inline -> [FigureID] in
            switch inline {
            case .figure(let id, _): [FigureID(id)].compactMap(\.self)
            case .strong(let inside), .emphasis(let inside), .struck(let inside), .link(let inside, _, _):
                inside.printedFigures
            case .code, .image, .footnote, .text, .lineBreak: []
            }
        }
    }
}
