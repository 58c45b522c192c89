import Disclosure
import RawResults
import Reading
import Survey
import TestSupport
import Testing

/// Results that somebody has published already pass as they are.
struct AsPublishedTests {
    private func norfolk() throws -> PublishedResults {
        let instrument = try InstrumentReader.read(
            DataFile.read(Repository.path("Templates/instruments/ascs-2020-21.yaml")))
        let raw = try RawResultsReader.read(
            DataFile.read(Repository.path("Examples/ascs-2020-21/private/norfolk.json")),
            instrument: instrument)
        let release = Release(
            instrument: instrument, policy: try policy("as-published"), wave: "ascs-2020-21")
        return try #require(try release.publish([raw]).first)
    }

    @Test func norfolksSatisfactionIsAsItWasPublished() throws {
        let table = try #require(
            try norfolk().tables.first {
                $0.cells.contains { $0.share == Percentage(units: 697, decimals: 1) }
            })
        #expect(table.cells.compactMap { $0.share?.literal } == ["69.7", "19.0", "4.8", "2.4", "4.0"])
        #expect(table.base == .rounded(455, to: 5))
        #expect(table.showing == .shown)
        #expect(table.form == "full")
        #expect(table.cells.allSatisfy { $0.count == nil })
        #expect(table.cells[0].margin?.literal == "4.2")
    }

    @Test func everyNumberOfARealCouncilPassesUntouched() throws {
        let file = try DataFile.read(Repository.path("Examples/ascs-2020-21/private/norfolk.json"))
        let instrument = try InstrumentReader.read(
            DataFile.read(Repository.path("Templates/instruments/ascs-2020-21.yaml")))
        let raw = try RawResultsReader.read(file, instrument: instrument)
        let results = try norfolk()
        #expect(results.tables.count == raw.tables.count)
        #expect(results.rounding == .asPublished)
        for (before, after) in zip(raw.tables, results.tables) {
            #expect(after.cells.map(\.answer) == before.answers.map(\.answer))
            for (cell, published) in zip(before.answers, after.cells) {
                switch cell.value {
                case .share(let share): #expect(published.share == share)
                case .marked(let marker): #expect(published.value == .withheld(marker))
                case .count: Issue.record("a count among percentages")
                }
                #expect(published.margin == cell.margin || published.share == nil)
            }
        }
    }

    @Test func everyMarkerPasses() throws {
        let folder = "Examples/tiny-published"
        let instrument = try InstrumentReader.read(
            DataFile.read(Repository.path("\(folder)/tiny-published.yaml")))
        let raw = try RawResultsReader.read(
            DataFile.read(Repository.path("\(folder)/private/marked.json")), instrument: instrument)
        let release = Release(instrument: instrument, policy: try policy("as-published"), wave: "w")
        let tables = try release.publish([raw])[0].tables
        var markers: Set<Marker> = []
        for cell in tables.flatMap(\.cells) {
            if case .withheld(let marker) = cell.value { markers.insert(marker) }
        }
        #expect(markers == Set(Marker.allCases))
    }
}
