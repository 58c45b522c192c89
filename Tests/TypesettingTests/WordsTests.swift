import Document
import Drawing
import Foundation
import Testing
import Typesetting

/// The words of the finished file, read by another program, against the words of the blocks.
@Suite struct WordsTests {
    @Test(.enabled(if: FileTests.hasPoppler, "pdfinfo of poppler-utils is not installed"))
    func theStructureSaysWhatTheBlocksSayBlockByBlock() throws {
        let manuscript = FileTests.manuscript()
        let bytes = try PDFDocumentWriter(fonts: FontBook(folder: fontFolder)).pdf(
            manuscript, front: FrontMatter(title: "T", hasFrontPage: false), language: "en-GB",
            date: "2026-11-21")
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).pdf")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let found = try #require(try output(of: "pdfinfo", ["-struct-text", file.path]))
        var read = bare(
            found.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter {
                $0.hasPrefix("\"")
            }
            .map { $0.dropFirst().dropLast() }.joined())[...]
        for block in manuscript.blocks {
            let words = bare(self.words(block))
            #expect(read.hasPrefix(words), "\(block.id): '\(words.prefix(80))' is '\(read.prefix(80))'")
            read = read.dropFirst(words.count)
        }
        #expect(read == "Footnotes1.Anote.Backtothetext")
    }

    /// The text without blanks: where lines end is not a matter of words.
    private func bare(_ text: String) -> String { text.filter { !$0.isWhitespace } }

    private func words(_ block: Block) -> String {
        switch block.content {
        case .heading(_, let words): return words.plainText
        case .paragraph(let words):
            return words.map { inline in
                if case .footnote(let number, _) = inline { String(number) } else { inline.plainText }
            }.joined()
        case .list(let list):
            return list.items.enumerated().map { index, item in
                (list.start.map { "\($0 + index)." } ?? "•") + item.map { self.words($0) }.joined()
            }.joined()
        case .quotation(let inside): return inside.map { words($0) }.joined()
        case .callout(let kind, let inside): return (kind.label ?? "") + inside.map { words($0) }.joined()
        case .code(let code): return code
        case .rule: return ""
        case .table(let table):
            return table.columns.map(\.title.plainText).joined()
                + table.rows.joined().map(\.plainText).joined()
        case .figure(let figure): return "\(figure.label). \(figure.title.plainText)"
        case .numbers(let rows): return rows.map { $0.number.plainText + $0.sentence.plainText }.joined()
        case .pictures(let rows): return rows.map(\.words.plainText).joined()
        case .directive: return ""
        }
    }
}
