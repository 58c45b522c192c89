import DataFiles
import Files
import Reading
import Survey
import TestSupport
import Testing

@Suite struct ResultsFileTests {
    @Test func theResultsComeBackAsTheyWerePublished() throws {
        let instrument = try Published.instrument()
        let results = Published.results
        let file = ResultsFile(
            title: "T", date: "2026-01-31", source: "S", attribution: "A", notice: "N",
            instruments: [instrument],
            entries: [
                .init(role: "this", label: "Exampleton", results: results),
                .init(role: "all", label: "All", results: results),
            ])
        let node = try JSONReader.read(SourceText(file.fileText, file: "results.json"))
        guard case .object(let members) = node.value,
            case .list(let entries)? = members.first(where: { $0.name == "results" })?.node.value
        else {
            Issue.record("there are no results")
            return
        }
        #expect(entries.count == 2)
        for (entry, role) in zip(entries, ["this", "all"]) {
            guard case .object(let parts) = entry.value,
                let published = parts.first(where: { $0.name == "published" })?.node
            else {
                Issue.record("there is no 'published'")
                continue
            }
            let value = JSONValue(entry)
            #expect(value["role"] == .string(role))
            #expect(try PublishedResultsReader.read(published, instrument: instrument) == results)
            #expect(value["sha256"] == .string(Digest.sha256(results.fileText.utf8)))
        }
    }

    @Test func everyIdOfTheResultsHasItsWords() throws {
        let file = ResultsFile(
            title: "T", date: "2026-01-31", source: "S", attribution: nil, notice: nil,
            instruments: [try Published.instrument()], entries: [])
        let value = JSONValue(try JSONReader.read(SourceText(file.fileText, file: "results.json")))
        let instrument = try #require(value["instruments"]?.items.first)
        #expect(instrument["questions"]?.items.contains { $0["id"] == "dignity" } == true)
        #expect(value["markers"]?["[c]"] == "not shown, to protect people’s privacy")
        #expect(value["units"]?["share"] == "percent of the base")
        #expect(value["attribution"] == nil)
    }
}

/// Published results with one cell of every kind.
private enum Published {
    static func instrument() throws -> Instrument {
        try InstrumentReader.read(DataFile.read(Repository.path("Examples/tiny/tiny.yaml")))
    }

    static let results = PublishedResults(
        instrument: "tiny", wave: "tiny", body: Body(id: "exampleton", name: "Exampleton", kind: .council),
        policy: "standard", rounding: .exact, source: nil,
        responses: [Response(audience: "holders", replies: .exact(112), population: 400, invited: 300)],
        tables: [
            PublishedTable(
                question: "dignity", showing: .shown, base: .exact(110), form: "full",
                cells: [
                    PublishedCell(
                        answer: "lot-better",
                        value: .shown(share: Percentage(units: 382, decimals: 1), count: 42),
                        margin: Percentage(units: 9, decimals: 0)),
                    PublishedCell(answer: "better", value: .withheld(.confidential)),
                ],
                measure: PublishedCell(
                    answer: "positive", value: .shown(share: Percentage(units: 73, decimals: 0), count: nil))),
            PublishedTable(
                question: "work", showing: .withheld, base: .withheld, form: "full", cells: [], measure: nil),
        ])
}
