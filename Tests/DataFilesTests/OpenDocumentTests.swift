import DataFiles
import Diagnostics
import Reading
import TestSupport
import Testing

@Suite struct OpenDocumentTests {
    private let workbook = Workbook(
        title: "Data <of> Môn & Barnet", subject: "A survey", creator: "Invented.", language: "en-GB",
        date: "2026-01-31",
        sheets: [
            .init(name: "Cover", title: "Data", lines: [.text("A line."), .link("Go", toSheet: "Figure_1")]),
            .init(
                name: "Figure_1", title: "Figure 1. A & B", lines: [.text("[c] means: not shown.")],
                table: .init(
                    columns: [
                        .init("Answer"), .init("Percentage", isNumeric: true),
                        .init("People", isNumeric: true),
                    ],
                    rows: [
                        [.text("Yes"), .number("69.7", decimals: 1), .number("1250", decimals: 0)],
                        [.text("No"), .mark("[c]"), .mark("[c]")],
                    ])),
        ])

    private func part(_ path: String, of workbook: Workbook? = nil) throws -> XMLElement {
        let bytes = try OpenDocument(workbook ?? self.workbook).bytes()
        let entry = try #require(try ZipListing(bytes).entries.first { $0.path == path })
        return try XMLReader.read(SourceText(String(decoding: entry.bytes, as: UTF8.self), file: path))
    }

    private func sheets() throws -> [XMLElement] {
        try part("content.xml").descendants("table")
    }

    @Test func theKindOfFileStandsFirstAndUncompressed() throws {
        let entries = try ZipListing(try OpenDocument(workbook).bytes()).entries
        #expect(entries[0].path == "mimetype" && entries[0].isStored)
        #expect(
            String(decoding: entries[0].bytes, as: UTF8.self)
                == "application/vnd.oasis.opendocument.spreadsheet")
        let listed = try part("META-INF/manifest.xml").children.compactMap { $0.attribute("full-path") }
        #expect(listed == ["/", "content.xml", "styles.xml", "meta.xml"])
    }

    @Test func theSameWorkbookGivesTheSameBytes() throws {
        #expect(try OpenDocument(workbook).bytes() == OpenDocument(workbook).bytes())
    }

    @Test func everySheetBeginsWithItsTitleAndHasNoBlankCells() throws {
        let sheets = try sheets()
        #expect(sheets.map { $0.attribute("name") } == ["Cover", "Figure_1"])
        for sheet in sheets {
            let cells = sheet.descendants("table-cell")
            #expect(cells.allSatisfy { !$0.words.isEmpty })
            #expect(cells.allSatisfy { $0.attribute("number-columns-spanned") == nil })
        }
        #expect(sheets[1].descendants("table-cell")[0].words == "Figure 1. A & B")
    }

    @Test func aNumberIsANumberWithItsPublishedDecimals() throws {
        let cells = try sheets()[1].descendants("table-cell")
        let number = try #require(cells.first { $0.words == "69.7" })
        #expect(number.attribute("value-type") == "float" && number.attribute("value") == "69.7")
        #expect(number.attribute("style-name") == "Decimal_1")
        let mark = try #require(cells.first { $0.words == "[c]" })
        #expect(mark.attribute("value-type") == "string")
    }

    @Test func theTableIsMarkedUpWithItsHeadings() throws {
        let content = try part("content.xml")
        let ranges = content.descendants("database-range")
        #expect(ranges.map { $0.attribute("name") } == ["Figure_1"])
        #expect(ranges[0].attribute("target-range-address") == "Figure_1.A3:Figure_1.C5")
        #expect(ranges[0].attribute("contains-header") == "true")
        let headings = content.descendants("table-header-rows").flatMap { $0.descendants("table-cell") }
        #expect(headings.map(\.words) == ["Answer", "Percentage", "People"])
    }

    @Test func linksLeadToTheFirstCellOfTheirSheet() throws {
        let link = try #require(try sheets()[0].descendants("a").first)
        #expect(link.attribute("href") == "#Figure_1.A1" && link.text == "Go")
    }

    @Test func theDocumentSaysItsTitleAndLanguage() throws {
        let meta = try part("meta.xml")
        #expect(meta.descendants("title").map(\.text) == ["Data <of> Môn & Barnet"])
        #expect(meta.descendants("language").map(\.text) == ["en-GB"])
        #expect(meta.descendants("creation-date").map(\.text) == ["2026-01-31T00:00:00"])
        let text = try part("styles.xml").descendants("default-style")[0].descendants("text-properties")[0]
        #expect(text.attribute("language") == "en" && text.attribute("country") == "GB")
    }

    @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")])
    func columnsAreCountedInLetters(_ column: Int, _ letters: String) throws {
        let wide = Workbook(
            title: "W", subject: "W", creator: "W", language: "en-GB", date: "2026-01-31",
            sheets: [
                .init(
                    name: "W", title: "W", lines: [],
                    table: .init(
                        columns: (0...column).map { .init("c\($0)") },
                        rows: [(0...column).map { .text("\($0)") }]))
            ])
        let range = try part("content.xml", of: wide).descendants("database-range")[0]
        #expect(range.attribute("target-range-address") == "W.A2:W.\(letters)3")
    }

    @Test func aCharacterThatXMLCannotCarryIsAFault() {
        var workbook = workbook
        workbook.sheets[0].lines[0] = .text("a\u{1}")
        #expect {
            try OpenDocument(workbook).bytes()
        } throws: {
            ($0 as? Failure)?.diagnostics.map(\.message)
                == ["a text holds the character U+0001, which an XML file cannot carry"]
        }
    }
}

extension XMLElement {
    /// All elements of a name below this one, in order.
    func descendants(_ name: String) -> [XMLElement] {
        children.flatMap { ($0.name == name ? [$0] : []) + $0.descendants(name) }
    }

    /// Its own text and that of everything below it.
    var words: String { text + children.map(\.words).joined() }
}
