import Diagnostics
import Document
import Drawing
import Foundation
import Scene
import Testing
import Typesetting

/// The file as programs that read it see it.
@Suite struct FileTests {
    /// One of every block, over some pages.
    static func manuscript() -> Manuscript {
        var blocks: [Block] = [
            Block(.callout(.kicker, [paragraph("A survey of 2026")])),
            heading(1, "What people in Exampleshire told us about their personal budgets", id: "title"),
            Block(.callout(.lead, [paragraph("112 people answered.")])),
        ]
        for section in 1...3 {
            blocks += [
                heading(2, "Section \(section)", id: "s\(section)"),
                Block(
                    .paragraph([
                        .text("Efficient offices flow: "), .strong([.text("bold words")]), .text(" and a "),
                        .link(
                            [.text("link to the next section, which is long enough to be parted")], to: "#s3",
                            title: ""),
                        .text(" or to "),
                        .link([.text("elsewhere")], to: "https://example.org/", title: "A page"),
                        .text(" in the text.\(section == 1 ? "" : " ")"),
                    ]), id: "p\(section)"),
                paragraph(words(150, "Wörter–and 20% (of £5)")),
                Block(
                    .list(
                        ItemList(
                            start: section == 2 ? 3 : nil, isTight: true,
                            items: [[paragraph("first item")], [paragraph("second item")]]))),
                Block(.numbers([NumberRow(number: [.text("1 in 5")], sentence: [.text("said so.")])])),
                Block(.callout(.caution, [paragraph("Few people answered.")])),
                Block(.quotation([paragraph("I can go out when I want to.")])),
                Block(.table(table(columns: 4, rows: 30)), id: "t\(section)"),
                Block(.rule), Block(.code("let x = 1\nlet y = 2")),
                figure(height: 300, id: "f\(section)"),
            ]
        }
        let note = Manuscript.Footnote(number: 1, references: 1, blocks: [paragraph("A note.")])
        blocks.append(Block(.paragraph([.text("Last words."), .footnote(number: 1, occurrence: 1)])))
        return Manuscript(blocks: blocks, footnotes: [note])
    }

    static let front = FrontMatter(
        title: "T", notices: [.init(label: "Example.", text: "Invented data.")],
        imprint: ["21 November 2026"],
        mark: "Draft 3")

    static func pdf() throws -> [UInt8] {
        try PDFDocumentWriter(fonts: FontBook(folder: fontFolder))
            .pdf(manuscript(), front: front, language: "en-GB", date: "2026-11-21")
    }

    /// Runs a program over the file; nil if the program is not installed.
    private func read(_ program: String, _ arguments: (String) -> [String]) throws -> String? {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).pdf")
        try Data(Self.pdf()).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try output(of: program, arguments(file.path))
    }

    static let hasPoppler = FileManager.default.isExecutableFile(atPath: "/usr/bin/pdfinfo")
    static let hasQPDF = FileManager.default.isExecutableFile(atPath: "/usr/bin/qpdf")

    @Test func twoRunsWriteTheSameBytes() throws {
        #expect(try Self.pdf() == Self.pdf())
    }

    @Test(.enabled(if: hasQPDF, "qpdf is not installed")) func aCheckerOfTheFormatFindsNoFault() throws {
        let found = try #require(try read("qpdf") { ["--check", $0] })
        #expect(found.contains("No syntax or stream encoding errors found"), "\(found)")
        #expect(!found.contains("WARNING"), "\(found)")
    }

    @Test(.enabled(if: hasPoppler, "pdfinfo of poppler-utils is not installed"))
    func theStructureHasEveryElementWithItsWords() throws {
        let found = try #require(try read("pdfinfo") { ["-struct-text", $0] })
        let document = try Typesetter(measurer: FontBook(folder: fontFolder))
            .document(Self.manuscript(), front: Self.front, language: "en-GB")
        // The reader prints one line an element and one a content; the figures here have no words in them.
        let lines = found.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        let texts = lines.filter { $0.hasPrefix("\"") && $0 != "\"\"" }
            .map { String($0.dropFirst().dropLast()) }
        var expected: [String] = []
        func walk(_ element: Int) {
            for kid in document.elements[element].kids {
                switch kid {
                case .element(let index): walk(index)
                case .content(let id):
                    // The reader prints a line for each page that a content stands on.
                    let parts = document.pages.map { page in
                        page.contentLines.filter {
                            if case .content(id, _) = $0.part { true } else { false }
                        }.map(\.text).joined()
                    }
                    expected += parts.filter { !$0.isEmpty }
                }
            }
        }
        walk(0)
        let different = zip(texts, expected).enumerated().first { $0.element.0 != $0.element.1 }
        #expect(different == nil)
        #expect(texts.count == expected.count)
        let roles = lines.filter { !$0.hasPrefix("\"") && !$0.hasPrefix("/") && !$0.hasPrefix("Object") }
            .map { String($0.prefix { $0.isLetter || $0.isNumber }) }
        #expect(roles == order(document))
    }

    /// The roles in reading order.
    private func order(_ document: TaggedDocument) -> [String] {
        func walk(_ element: Int) -> [String] {
            [document.elements[element].role.rawValue]
                + document.elements[element].kids.flatMap { kid -> [String] in
                    if case .element(let index) = kid { walk(index) } else { [] }
                }
        }
        return walk(0)
    }

    @Test(.enabled(if: hasPoppler, "pdftotext of poppler-utils is not installed"))
    func everyWordCanBeExtracted() throws {
        let found = try #require(try read("pdftotext") { ["-raw", $0, "-"] })
        for word in [
            "Efficient", "offices", "Wörter–and", "(of", "£5)", "Exampleshire", "second", "Draft",
            "elsewhere",
        ] {
            #expect(found.contains(word), "\(word)")
        }
        #expect(found.ranges(of: "Wörter–and").count == 450)
    }

    @Test func aCharacterThatTheFontsLackIsAnErrorThatNamesIt() throws {
        let fonts = try FontBook(folder: fontFolder)
        let found = messages {
            _ = try PDFDocumentWriter(fonts: fonts).pdf(
                Manuscript(blocks: [paragraph("日")]), front: Self.front, language: "en-GB", date: "2026-11-21"
            )
        }
        #expect(found.count == 1 && found[0].contains("日"), "\(found)")
    }
}
