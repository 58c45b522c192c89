import Diagnostics
import Document
import Language

/// Holds every number in the finished files of a report against the register: text between tags, text alternatives and other
/// words in attributes, the text of drawings, and the cells of data files.
///
/// The last look before anything is written. What it finds is a fault of a writer, a frame or a data file, and stops the
/// report. Pictures (PNG) and paper (PDF) are made of the same drawings and blocks, which `ManuscriptScan` has seen.
struct FinishedScan {
    let register: NumberRegister
    /// What a document prints outside its figures, by the name of its files.
    let printed: [String: Set<PrintedNumber>]
    /// The name of the figure that a block holds, by the block's id.
    let figures: [String: String]
    /// The name of the figure that a sheet of the workbook holds, by the sheet's.
    let sheets: [String: String]
    /// How many figures, tables and footnotes the documents have at most.
    let parts: Int

    init(
        register: NumberRegister,
        documents: [(name: String, manuscript: Manuscript, printed: Set<PrintedNumber>)]
    ) {
        self.register = register
        printed = Dictionary(documents.map { ($0.name, $0.printed) }) { $0.union($1) }
        var figures: [String: String] = [:]
        var sheets: [String: String] = [:]
        var parts = 0
        for document in documents {
            document.manuscript.forEachFigure { block, figure in
                figures[block] = figure.name
                if figure.number != nil {
                    let sheet = figure.label.split(separator: " ").joined(separator: "_")
                    // Of several documents the first is the one whose figures the workbook counts.
                    sheets[sheet] = sheets[sheet] ?? figure.name
                }
                parts += 1
            }
            parts += document.manuscript.footnotes.reduce(0) { $0 + $1.references }
        }
        self.figures = figures
        self.sheets = sheets
        self.parts = parts
    }

    /// Whether a file tells anything of the survey: the statement on accessibility and the lists of files do not.
    static func isHeld(_ path: String) -> Bool {
        ![ReportPage.statementFile + ".html", "index.html", Manifest.fileName].contains(path)
    }

    /// The faults of the files whose kinds it can read: `.html`, `.md`, `.svg`, `.csv`, `.json`, `.ods`.
    ///
    /// - Parameter date: the day of making, YYYY-MM-DD, which data files tell.
    func faults(in files: [(path: String, bytes: [UInt8])], date: String = "") -> [Diagnostic] {
        let dated = Set(PrintedNumber.all(in: date + " " + (English.date(iso: date) ?? "")))
        return files.flatMap { path, bytes -> [Diagnostic] in
            guard Self.isHeld(path) else { return [] }
            guard let dot = path.lastIndex(of: ".") else { return [] }
            if path[dot...] == ".json" { return faults(inJSON: bytes, of: path, dated: dated) }
            if path[dot...] == ".ods" { return faults(inWorkbook: bytes, of: path, dated: dated) }
            let name = String(path[..<dot].split(separator: "/").last ?? "")
            var reading = Reading(scan: self, path: path)
            bytes.withUnsafeBufferPointer { text in
                switch path[dot...] {
                case ".html": reading.page(text, allowed: outside(name))
                case ".svg":
                    reading.markup(
                        text, in: 0..<text.count, allowed: register.numbers(of: name),
                        rows: register.rows(of: name))
                case ".md": reading.plain(text, allowed: everything(name))
                case ".csv": reading.table(text, allowed: register.numbers(of: name))
                default: break
                }
            }
            return reading.faults
        }
    }

    /// What a page may print outside its figures; a list of files names all of them.
    private func outside(_ name: String) -> Set<PrintedNumber> {
        if let own = printed[name] { return register.common.union(own) }
        return printed.values.reduce(into: everything(name)) { $0.formUnion($1) }
    }

    /// In Markdown figures have no ends: all that any of them may print.
    func everything(_ name: String) -> Set<PrintedNumber> {
        figures.values.reduce(into: register.common.union(printed[name] ?? [])) {
            $0.formUnion(register.numbers(of: $1))
        }
    }
}

extension FinishedScan {
    /// The reading of one file.
    struct Reading {
        let scan: FinishedScan
        let path: String
        var faults: [Diagnostic] = []

        init(scan: FinishedScan, path: String) {
            self.scan = scan
            self.path = path
        }

        typealias Text = UnsafeBufferPointer<UInt8>

        /// A page: within a figure only the figure's numbers, outside what the document prints.
        mutating func page(_ text: Text, allowed: Set<PrintedNumber>) {
            var start = 0
            while let figure = text.find("<figure id=\"", from: start) {
                markup(text, in: start..<figure, allowed: allowed, rows: 0)
                let end = text.find("</figure>", from: figure) ?? text.count
                let id = text.string(from: figure + 12, to: UInt8(ascii: "\""))
                let name = scan.figures[id] ?? ""
                markup(
                    text, in: figure..<end, allowed: scan.register.numbers(of: name),
                    rows: scan.register.rows(of: name))
                start = end
            }
            markup(text, in: start..<text.count, allowed: allowed, rows: 0)
        }

        /// The text between tags, and the attributes that are read aloud; styles and scripts are none of it.
        mutating func markup(
            _ text: Text, in range: Range<Int>, allowed: Set<PrintedNumber>, rows: Int
        ) {
            var index = range.lowerBound
            while index < range.upperBound {
                let tag = text.index(of: UInt8(ascii: "<"), from: index, to: range.upperBound)
                words(text, in: index..<tag, allowed: allowed, rows: rows)
                guard tag < range.upperBound else { return }
                let end = text.endOfTag(tag, to: range.upperBound)
                let isAbout = text.find("name=\"description\"", from: tag, to: end) != nil
                for name in isAbout
                    ? [" content=\""]
                    : ["aria-label=\"", " alt=\"", " title=\"", " office:value=\""]
                        as [StaticString]
                {
                    guard let start = text.find(name, from: tag, to: end) else { continue }
                    let first = start + name.utf8CodeUnitCount
                    words(
                        text, in: first..<text.index(of: UInt8(ascii: "\""), from: first, to: end),
                        allowed: allowed,
                        rows: rows)
                }
                index = end
                for name in ["style", "script"] as [StaticString] where text.isTag(name, at: tag) {
                    index = text.find("</", from: end) ?? range.upperBound
                }
            }
        }

        /// Markdown: all but the addresses of links and pictures.
        mutating func plain(_ text: Text, allowed: Set<PrintedNumber>) {
            var start = 0
            while let link = text.find("](", from: start) {
                words(text, in: start..<link, allowed: allowed, rows: 99)
                start = text.index(of: UInt8(ascii: ")"), from: link, to: text.count)
            }
            words(text, in: start..<text.count, allowed: allowed, rows: 99)
        }

        /// A data file: every cell below the header.
        mutating func table(_ text: Text, allowed: Set<PrintedNumber>) {
            var index = text.index(of: UInt8(ascii: "\n"), from: 0, to: text.count)
            while index < text.count {
                var end = index
                var isQuoted = false
                while end < text.count {
                    let byte = text[end]
                    if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
                    if !isQuoted, end > index, byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") {
                        break
                    }
                    end += 1
                }
                words(text, in: index..<end, allowed: allowed, rows: 0)
                index = max(end, index + 1)
            }
        }

        /// A piece of text, in which character references stand for characters and not for numbers.
        private mutating func words(
            _ text: Text, in range: Range<Int>, allowed: Set<PrintedNumber>, rows: Int
        ) {
            var start = range.lowerBound
            while let reference = text.find("&#", from: start, to: range.upperBound) {
                numbers(text, in: start..<reference, allowed: allowed, rows: rows)
                start = text.index(of: UInt8(ascii: ";"), from: reference, to: range.upperBound)
            }
            numbers(text, in: start..<range.upperBound, allowed: allowed, rows: rows)
        }

        private mutating func numbers(
            _ text: Text, in range: Range<Int>, allowed: Set<PrintedNumber>, rows: Int
        ) {
            PrintedNumber.forEach(in: text, from: range.lowerBound, to: range.upperBound) { number, place in
                if allowed.contains(number)
                    || text.isStructural(number, at: place, rows: rows, parts: scan.parts)
                {
                    return
                }
                faults.append(fault(number, at: place.lowerBound, in: text))
            }
        }

        private func fault(_ number: PrintedNumber, at offset: Int, in text: Text) -> Diagnostic {
            var line = 1
            var start = 0
            for index in 0..<offset where text[index] == UInt8(ascii: "\n") {
                line += 1
                start = index + 1
            }
            let from = max(start, offset - 40)
            let around = String(decoding: text[from..<min(text.count, offset + 30)], as: UTF8.self)
            return Diagnostic(
                .error,
                "the number \(number) is not published, in “\(around.split(whereSeparator: \.isNewline).first ?? "")”",
                at: SourceLocation(file: path, line: line),
                hints: [FinishedScan.remedy])
        }
    }
}

extension Manuscript {
    /// Every figure with the id of its block.
    fileprivate func forEachFigure(_ body: (String, Figure) -> Void) {
        func walk(_ block: Block) {
            switch block.content {
            case .figure(let figure): body(block.id, figure)
            case .list(let list): list.items.joined().forEach(walk)
            case .quotation(let inside), .callout(_, let inside): inside.forEach(walk)
            default: break
            }
        }
        (blocks + footnotes.flatMap(\.blocks)).forEach(walk)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The offset of a byte; the end where there is none.
    fileprivate func index(of byte: UInt8, from start: Int, to end: Int) -> Int {
        var index = start
        while index < end, self[index] != byte { index += 1 }
        return index
    }

    /// The offset behind the tag that begins here; what stands in quotation marks may hold any sign.
    fileprivate func endOfTag(_ start: Int, to end: Int) -> Int {
        var index = start
        var isQuoted = false
        while index < end {
            if self[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
            index += 1
            if !isQuoted, self[index - 1] == UInt8(ascii: ">") { break }
        }
        return index
    }

    /// The offset of a piece of text.
    func find(_ text: StaticString, from start: Int, to end: Int? = nil) -> Int? {
        let count = text.utf8CodeUnitCount
        let last = (end ?? self.count) - count
        let first = text.utf8Start[0]
        var index = start
        while index <= last {
            if self[index] == first, (1..<count).allSatisfy({ self[index + $0] == text.utf8Start[$0] }) {
                return index
            }
            index += 1
        }
        return nil
    }

    fileprivate func isTag(_ name: StaticString, at tag: Int) -> Bool {
        let end = tag + 1 + name.utf8CodeUnitCount
        guard end < count, self[end] == UInt8(ascii: ">") || self[end] == UInt8(ascii: " ") else {
            return false
        }
        return find(name, from: tag + 1, to: end) == tag + 1
    }

    func string(from start: Int, to byte: UInt8) -> String {
        String(decoding: self[start..<index(of: byte, from: start, to: count)], as: UTF8.self)
    }
}
