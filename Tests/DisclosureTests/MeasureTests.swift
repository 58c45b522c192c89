import Disclosure
import RawResults
import Survey
import TestSupport
import Testing

/// The measure where it adds up several answers: a number that is shown, withheld and judged like any other.
struct MeasureTests {
    /// What is left of the total when a council is taken away is no secret.
    ///
    /// And what is secret is never left. Where an answer must go, one beside it goes as well before the measure does.
    @Test func aMeasureThatIsWithheldIsNotTheTotalsLessTheOthers() throws {
        var random = SplitMix64(seed: 46)
        var (withheld, within) = (0, 0)
        for round in 0..<60 {
            let people = (0..<2).map { council in
                let most = council == 0 ? 30 : 60
                return (0..<2).map { _ in (0..<5).map { _ in Int.random(in: 1...most, using: &random) / 2 } }
            }
            let counts = people.map { [zip($0[0], $0[1]).map(+)] + $0 }
            let results = try bodies(counts)
            for place in results[0].tables.indices {
                let measures = results.map { $0.tables[place].measure?.count }
                let known = measures.count { $0 != nil }
                withheld += measures.count - known
                #expect(known != 2, "round \(round), row \(place): \(measures)")
                for table in results.map(\.tables[place]) where table.form == "full" {
                    if !table.withheld.isEmpty, table.measure?.count != nil { within += 1 }
                }
            }
        }
        #expect(withheld > 20 && within > 5)
    }

    /// What is published of two councils and all of them; everybody and two groups of each.
    private func bodies(_ counts: [[[Int]]]) throws -> [PublishedResults] {
        func rows(_ counts: [[Int]]) -> [Row] {
            zip([nil, "direct", "council"], counts).map { Row($1, category: $0) }
        }
        let all = zip(counts[0], counts[1]).map { zip($0, $1).map(+) }
        let raw = [
            try raw(rows(counts[0]), body: "c0"), try raw(rows(counts[1]), body: "c1"),
            try raw(rows(all), body: "all", kind: "all", councils: 2),
        ]
        return try Release(
            instrument: instrument(), policy: policy("standard", ["minimumCouncils": "0"]), wave: "w"
        ).publish(raw)
    }
}
