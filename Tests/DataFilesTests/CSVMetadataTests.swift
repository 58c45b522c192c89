import DataFiles
import Reading
import Testing

@Suite struct CSVMetadataTests {
    private let tables = [
        TidyTable(
            name: "one", title: "One", description: "The first.",
            columns: [
                .init("body", "Whose value it is.", isKey: true),
                .init("lower-95", "The lower end.", kind: .decimal, unit: "percent"),
                .init("base", "How many.", kind: .wholeNumber, unit: "people"),
                .init("marker", "Why not.", kind: .choice(["[c]", "[x]"])),
            ],
            rows: [["Barnet, \"north\"", "12.5", "40", ""], ["Ynys Môn", "", "", "[c]"]]),
        TidyTable(
            name: "two", title: "Two", description: "The second.",
            columns: [.init("audience", "Who.", isKey: true)], rows: [["=carers"]]),
    ]

    private func metadata() throws -> DataNode {
        let text = CSVMetadata(
            .init(
                title: "All", description: "What it is.", language: "en-GB", date: "2026-01-31",
                source: "Invented.",
                rights: nil), of: tables
        ).fileText
        return try JSONReader.read(SourceText(text, file: "csv-metadata.json"))
    }

    @Test func aTableIsWrittenWithItsHeadingsAndEveryRow() {
        #expect(
            tables[0].csv
                == "body,lower-95,base,marker\r\n\"Barnet, \"\"north\"\"\",12.5,40,\r\nYnys Môn,,,[c]\r\n")
    }

    @Test func aTextThatASpreadsheetWouldRunIsHeldBack() {
        #expect(tables[1].csv == "audience\r\n'=carers\r\n")
    }

    @Test func theGroupSaysWhatTheRecommendationAsks() throws {
        let node = JSONValue(try metadata())
        // Metadata Vocabulary for Tabular Data, 5.2 and 5.3: the context first, tables with a url each.
        #expect(node["@context"]?.items.first == "http://www.w3.org/ns/csvw")
        #expect(node["@context"]?.items.last?["@language"] == "en-GB")
        #expect(node["tables"]?.items.map { $0["url"] } == ["one.csv", "two.csv"])
    }

    @Test func headingsAreTitlesAndNamesHaveNoDashes() throws {
        let columns = JSONValue(try metadata())["tableSchema"]?["columns"]?.items ?? []
        #expect(columns.map { $0["titles"] } == ["body", "lower-95", "base", "marker"])
        // 5.6: a name follows the variables of RFC 6570, which know letters, digits and underscores.
        #expect(columns.map { $0["name"] } == ["body", "lower_95", "base", "marker"])
    }

    @Test func numbersHaveTheirUnitAndMarkersTheirList() throws {
        let columns = JSONValue(try metadata())["tableSchema"]?["columns"]?.items ?? []
        #expect(columns[1]["datatype"] == "decimal")
        #expect(columns[1]["schema:unitText"] == "percent")
        #expect(columns[2]["datatype"]?["base"] == "integer")
        #expect(columns[3]["datatype"]?["format"] == "\\[c\\]|\\[x\\]")
    }

    @Test func aTableOfItsOwnShapeSaysItsOwnColumns() throws {
        let tables = JSONValue(try metadata())["tables"]?.items ?? []
        #expect(tables[0]["tableSchema"] == nil)
        #expect(tables[1]["tableSchema"]?["columns"]?.items.map { $0["titles"] } == ["audience"])
        #expect(tables[1]["tableSchema"]?["primaryKey"]?.items == ["audience"])
    }
}

extension JSONValue {
    /// The value of a member of an object.
    subscript(_ name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    var items: [JSONValue] {
        if case .list(let items) = self { items } else { [] }
    }
}
