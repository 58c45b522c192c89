import Diagnostics
import Document
import Findings
import Language
import Scene
import Survey

/// Holds every number in the blocks of a document against the register, before anything is written.
///
/// What templates print by a figure's id is that figure; what they type is an error, unless the template declares it. What
/// people type in narratives the fact check judges.
struct ManuscriptScan {
    let register: NumberRegister
    let book: FigureBook
    /// The files of narratives.
    let narratives: Set<String>
    /// What people brought in files of their own.
    let spoken: SpokenTexts
    let log: DiagnosticLog
    /// Words with numbers that the template of the document at hand explains things by.
    var explained: [String] = []

    init(
        register: NumberRegister, book: FigureBook, narratives: Set<String>, spoken: SpokenTexts,
        log: DiagnosticLog
    ) {
        self.register = register
        self.book = book
        self.narratives = narratives
        self.spoken = spoken
        self.log = log
    }

    /// The scan of the finished files, with all that each document prints outside its figures.
    func check(_ documents: [ComposedReport.Document]) -> FinishedScan {
        FinishedScan(
            register: register,
            documents: documents.map { document in
                var scan = self
                scan.explained = document.settings.numbers.map(\.text)
                return (document.fileName, document.manuscript, scan.check(document.manuscript))
            })
    }

    /// What the document prints outside its figures.
    func check(_ manuscript: Manuscript) -> Set<PrintedNumber> {
        var printed: Set<PrintedNumber> = []
        for block in manuscript.blocks + manuscript.footnotes.flatMap(\.blocks) {
            check(block, place: block.location, printed: &printed)
        }
        return printed
    }

    private func check(_ block: Block, place: SourceLocation?, printed: inout Set<PrintedNumber>) {
        let place = block.location ?? place
        switch block.content {
        case .heading(_, let words), .paragraph(let words): check(words, place, &printed)
        case .list(let list):
            if let start = list.start {
                printed.formUnion((start..<start + list.items.count).map { PrintedNumber($0) })
            }
            for inside in list.items.joined() { check(inside, place: place, printed: &printed) }
        case .quotation(let blocks), .callout(_, let blocks):
            for inside in blocks { check(inside, place: place, printed: &printed) }
        case .code(let code): check([.text(code)], place, &printed)
        case .table(let table):
            for words in table.allWords { check(words, place, &printed) }
        case .figure(let figure): check(figure, place)
        case .numbers(let rows):
            for row in rows {
                check(row.number, place, &printed)
                check(row.sentence, place, &printed)
            }
        case .pictures(let rows):
            for row in rows { check(row.words, place, &printed) }
        case .rule, .directive: break
        }
    }

    private func check(_ words: [Inline], _ place: SourceLocation?, _ printed: inout Set<PrintedNumber>) {
        for (id, text) in words.figures {
            printed.formUnion(PrintedNumber.all(in: text))
            checkFigure(id, text, place)
        }
        var text = words.wordsBetweenFigures
        if let place, narratives.contains(place.file) {
            printed.formUnion(PrintedNumber.all(in: text))
            return
        }
        for phrase in explained where text.hasDigits && text.holds(phrase) {
            printed.formUnion(PrintedNumber.all(in: phrase))
            text = text.replacing(phrase, with: " ")
        }
        let (rest, numbers) = spoken.takenOut(of: text)
        printed.formUnion(numbers)
        for number in PrintedNumber.all(in: rest) where !register.common.contains(number) {
            log.error(
                "the number \(number) is typed here, and no published figure stands behind it", at: place,
                hints: [
                    "print a figure by its id: {{holders.dignity.positive@this}}",
                    "a number that explains something is declared under 'numbers' in the template.yaml",
                ])
        }
    }

    /// A figure within a sentence prints what is published.
    private func checkFigure(_ id: String, _ text: String, _ place: SourceLocation?) {
        let published: String?
        switch FigureID(id).flatMap({ book.entry($0) }) {
        case .share(let share): published = share.words
        case .base(let base): published = base.words
        case .notShown, nil: published = nil
        }
        if published == text { return }
        let tenths = FigureID(id).flatMap { book.outOfTen($0)?.words }
        if let tenths, text == tenths || text == English.capitalized(tenths) { return }
        log.error(
            "the figure '\(id)' is printed as '\(text)', "
                + (published.map { "and '\($0)' is published" } ?? "and is not published"), at: place)
    }

    private func check(_ figure: Figure, _ place: SourceLocation?) {
        let allowed = register.numbers(of: figure.name)
        let rows = register.rows(of: figure.name)
        var seen: Set<PrintedNumber> = []
        let check = { (text: String, part: String) in
            guard text.hasDigits else { return }
            var text = text
            for phrase in explained where text.holds(phrase) { text = text.replacing(phrase, with: " ") }
            text.withUTF8 { bytes in
                PrintedNumber.forEach(in: bytes) { number, range in
                    if allowed.contains(number) || bytes.isStructural(number, at: range, rows: rows) {
                        return
                    }
                    guard seen.insert(number).inserted else { return }
                    log.error(
                        "the number \(number) in the \(part) of '\(figure.name)' is none of its published figures",
                        at: place)
                }
            }
        }
        check(figure.title.wordsBetweenFigures, "title")
        check(figure.subtitle.wordsBetweenFigures, "subtitle")
        check(figure.alternative, "text alternative")
        for words in figure.notes + [figure.base, figure.source] { check(words.wordsBetweenFigures, "notes") }
        for words in figure.table?.allWords ?? [] { check(words.plainText, "table") }
        if case .chart(let wide, let narrow, _) = figure.drawings {
            for picture in [wide, narrow] {
                check(picture.alternative, "text alternative")
                picture.nodes.forEachText { check($0, "drawing") }
            }
        }
    }
}

extension DataTable {
    fileprivate var allWords: [[Inline]] {
        [caption] + columns.map(\.title)
            + rows.joined().map { cell in
                switch cell {
                case .text(let words), .number(let words): words
                case .marker(_, let spoken): [.text(spoken)]
                }
            } + notes
    }
}

extension [Inline] {
    /// The words, with a mark in the place of each figure that no number can span.
    fileprivate var wordsBetweenFigures: String {
        map { inline in
            switch inline {
            case .figure: "–"
            case .strong(let inside), .emphasis(let inside), .struck(let inside), .link(let inside, _, _):
                inside.wordsBetweenFigures
            default: inline.plainText
            }
        }.joined()
    }

    /// The figures, with what is printed for them.
    fileprivate var figures: [(id: String, text: String)] {
        flatMap { inline -> [(id: String, text: String)] in
            switch inline {
            case .figure(let id, let text): [(id, text)]
            case .strong(let inside), .emphasis(let inside), .struck(let inside), .link(let inside, _, _):
                inside.figures
            default: []
            }
        }
    }
}

extension [Node] {
    /// Every line of text in a drawing.
    func forEachText(_ body: (String) -> Void) {
        for node in self {
            switch node {
            case .group(let group): group.nodes.forEachText(body)
            case .text(let line): body(line.string)
            case .shape, .image: break
            }
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether a number counts parts of the document: "Figure 3", "6 rows", "on 5 of 6 questions".
    func isStructural(_ number: PrintedNumber, at range: Range<Int>, rows: Int, parts: Int = 0) -> Bool {
        guard number.decimals == 0, !number.isPercent else { return false }
        if number.units <= rows,
            ([" row", " of ", " question"] as [StaticString]).contains(where: {
                begins($0, at: range.upperBound)
            })
        {
            return true
        }
        // The size of a file.
        if ([" kB", " MB"] as [StaticString]).contains(where: { begins($0, at: range.upperBound) }) {
            return true
        }
        return number.units <= parts
            && (["Figure ", "Table ", "place "] as [StaticString]).contains {
                begins($0, at: range.lowerBound - $0.utf8CodeUnitCount)
            }
    }

    private func begins(_ text: StaticString, at start: Int) -> Bool {
        let count = text.utf8CodeUnitCount
        guard start >= 0, start + count <= self.count else { return false }
        return (0..<count).allSatisfy { self[start + $0] == text.utf8Start[$0] }
    }
}
