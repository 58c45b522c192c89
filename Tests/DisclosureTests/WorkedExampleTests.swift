import Disclosure
import RawResults
import Reading
import Survey
import TestSupport
import Testing

/// The example of docs/disclosure.md is what Examples/exampleshire/2026 really gives.
struct WorkedExampleTests {
    @Test func thePageTellsTheNumbersOfTheRelease() throws {
        let folder = "Examples/exampleshire/2026"
        let wave = try WaveReader.wave(DataFile.read(Repository.path("\(folder)/wave.yaml")))
        let instrument = try InstrumentReader.read(
            DataFile.read(Repository.path("Templates/instruments/\(wave.instrument).yaml")))
        let release = try WaveRelease(
            folder: Repository.path(folder), wave: wave, instrument: instrument,
            policy: try policy("standard"), schema: "")
        let file = try #require(release.files.first { $0.name == "exampleshire.json" })
        let results = try PublishedResultsReader.read(
            JSONReader.read(SourceText(file.text, file: file.name)), instrument: instrument)
        let question = try #require(instrument.questions.first { $0.label == "Knows the amount" })
        let tables = results.tables.filter {
            $0.question == question.id && $0.group == "age" && $0.base.count != nil
        }
        let group = try #require(instrument.group("age"))
        let page = try Repository.text("docs/disclosure.md")
        #expect(tables.count == 2)
        for table in tables {
            let label = try #require(group.allCategories.first { $0.id == table.category }?.label)
            let counts = table.cells.compactMap(\.count).map(String.init)
            let line = ["", label, table.base.count.map(String.init) ?? ""] + counts
            #expect(page.contains(line.joined(separator: " | ").dropFirst() + " |"), "\(line)")
        }
        let everybody = try #require(results.table(question.id))
        let told = "\(everybody.base.count ?? 0) budget holders"
        #expect(page.contains(told))
    }
}
