import Diagnostics
import Disclosure
import Foundation
import RawResults
import Reading
import Survey
import TestSupport
import Testing

/// The examples on the pages of docs/formats/ are read as poet reads files.
struct FormatPageTests {
    /// The blocks of a page in one language.
    private func blocks(_ page: String, _ language: String) throws -> [String] {
        FencedBlock.blocks(in: try Repository.text("docs/formats/\(page).md"))
            .filter { $0.language == language }.map(\.text)
    }

    private func yaml(_ page: String) throws -> DataNode {
        let text = try #require(try blocks(page, "yaml").first)
        return try YAMLReader.read(SourceText(text, file: "\(page).md"))
    }

    private func instrument() throws -> Instrument { try InstrumentReader.read(yaml("instrument")) }

    /// The raw results of a file with this text.
    private func raw(_ files: [String: String], reading name: String) throws -> RawResults {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "poet-pages-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
        let node = try RawFile.read(
            folder.appendingPathComponent(name).path,
            schema: Repository.path("Templates/schemas/poet-raw.rng"))
        return try RawResultsReader.read(node, instrument: instrument())
    }

    @Test func theInstrumentIsRead() throws {
        let read = try instrument()
        #expect(read.id == "tiny-2026")
        #expect(read.scale("better5")?.forms.map(\.id) == ["full", "three", "two"])
        #expect(read.question("dignity")?.isHeadline == true)
    }

    @Test func theWaveIsRead() throws {
        let wave = try WaveReader.wave(yaml("wave"))
        #expect(wave.comparators.map(\.body) == ["region", "all", "last"])
        #expect(wave.instrument == "tiny-2026")
    }

    @Test func theReportFolderIsRead() throws {
        let report = try WaveReader.report(yaml("report-folder"))
        #expect(report.body == "exampleton")
        #expect(report.narrative.count == 1)
    }

    @Test func thePolicyIsTheStandardOne() throws {
        let shipped = try Policy.read(DataFile.read(Repository.path("Templates/policies/standard.yaml")))
        #expect(try Policy.read(yaml("policy")) == shipped)
    }

    @Test func theRawResultsAreReadInEachForm() throws {
        let json = try blocks("raw-results", "json")
        #expect(json.count == 2)
        let counts = try raw(["r.json": json[0]], reading: "r.json")
        #expect(counts.body.name == "Exampleton")
        #expect(counts.tables.count == 2)
        let published = try raw(["r.json": json[1]], reading: "r.json")
        #expect(published.control == .asPublished)

        let csv = try #require(try blocks("raw-results", "csv").first)
        let head = """
            {"format": "poet-raw/1", "instrument": "tiny-2026", "units": "counts", "basePrecision": 1,
             "body": {"id": "exampleton", "name": "Exampleton", "kind": "council"},
             "responses": [{"audience": "holders", "replies": 112}]}
            """
        let rows = try raw(["r.csv": csv, "r.yaml": head], reading: "r.csv")
        #expect(rows.tables.map(\.answers) == [counts.tables[0].answers])

        let xml = try #require(try blocks("raw-results", "xml").first)
        let elements = try raw(["r.xml": xml], reading: "r.xml")
        #expect(elements.tables.map(\.answers) == [counts.tables[0].answers])
        #expect(elements.tables.map(\.outside) == [counts.tables[0].outside])
    }

    @Test func theRawResultsCanBePublished() throws {
        let json = try blocks("raw-results", "json")
        for (text, name) in [(json[0], "standard"), (json[1], "as-published")] {
            let policy = try Policy.read(DataFile.read(Repository.path("Templates/policies/\(name).yaml")))
            let results = try Release(instrument: instrument(), policy: policy, wave: "2026")
                .publish([raw(["r.json": text], reading: "r.json")])
            #expect(results[0].tables.contains { $0.showing == .shown })
        }
    }

    @Test func thePublishedResultsAreReadAndWrittenBack() throws {
        let text = try #require(try blocks("published-results", "json").first)
        let results = try PublishedResultsReader.read(
            JSONReader.read(SourceText(text, file: "published-results.md")), instrument: instrument())
        #expect(results.tables.map(\.showing) == [.shown, .caution, .withheld])
        let again = try PublishedResultsReader.read(
            JSONReader.read(SourceText(results.fileText, file: "p.json")), instrument: instrument())
        #expect(again == results)
    }

    @Test(arguments: ["manifest", "results"]) func theExampleIsJSON(_ page: String) throws {
        let text = try #require(try blocks(page, "json").first)
        _ = try JSONReader.read(SourceText(text, file: "\(page).md"))
    }

    @Test func everyFormatHasItsPage() throws {
        let pages = try Repository.files(below: "docs/formats", ending: ".md").map { try Repository.text($0) }
        var formats: Set<String> = []
        for file in try Repository.files(below: "Sources", ending: ".swift") {
            for match in try Repository.text(file).matches(of: /poet-[a-z-]+\/[0-9]+/) {
                formats.insert(String(match.output))
            }
        }
        #expect(formats.count >= 7)
        for format in formats {
            let heads = ["format: \(format)", "\"format\": \"\(format)\""]
            #expect(
                pages.contains { page in heads.contains { page.contains($0) } },
                "no page of docs/formats shows a file that begins with \(format)")
        }
    }

    @Test func theListOfPagesIsWhole() throws {
        let list = try Repository.text("docs/formats/README.md")
        for page in try Repository.files(below: "docs/formats", ending: ".md")
        where !page.hasSuffix("README.md") {
            let name = try #require(page.split(separator: "/").last)
            #expect(list.contains("](\(name))"), "\(page) is not in the list")
        }
    }
}
