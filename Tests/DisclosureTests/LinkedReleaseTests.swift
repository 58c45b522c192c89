import Diagnostics
import Foundation
import Reading
import TestSupport
import Testing

@testable import Disclosure
@testable import RawResults
@testable import Survey

/// Invented councils with the questionnaire of Examples/tiny.
struct InventedWave {
    static let instrument: Instrument = {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../Examples/tiny/tiny.yaml"
        ).path
        do {
            return try InstrumentReader.read(DataFile.read(path))
        } catch {
            Issue.record("\(error)")
            return Instrument(
                id: "", title: "", note: nil, audiences: [], themes: [], scales: [], questions: [], groups: []
            )
        }
    }()

    static let standard = Policy(
        id: "standard", title: "The standard policy", withholdBelow: 10, percentagesFrom: 30,
        cautionBelow: 50,
        protectWhole: 3, protectGroups: 5, zeroNegativeFrom: 50, minimumCouncils: 3, rounding: .exact)

    static let answers = ["lot-better", "better", "same", "worse", "lot-worse"]
    static let categories = ["direct", "council", "provider", "friend"]

    /// One council's counts by category and answer.
    static func counts(_ random: inout SplitMix64) -> [[Int]] {
        let size = Int.random(in: 4...40, using: &random)
        return categories.indices.map { category in
            let most = category == 3 ? 4 : size
            return [most, most, most / 2, max(1, most / 4), 2].map { Int.random(in: 0...$0, using: &random) }
        }
    }

    static func results(_ body: Body, _ counts: [[Int]]) -> RawResults {
        func table(_ category: String?, _ row: [Int]) -> RawTable {
            RawTable(
                question: "dignity", group: category == nil ? nil : "held", category: category,
                base: .replies(row.reduce(0, +)),
                answers: zip(answers, row).map { RawCell(answer: $0, value: .count($1)) }, outside: [],
                location: SourceLocation(file: body.id))
        }
        let whole = answers.indices.map { answer in counts.reduce(0) { $0 + $1[answer] } }
        let replies = whole.reduce(0, +)
        return RawResults(
            body: body, units: .counts, decimals: 0, basePrecision: 1, control: .needed,
            responses: [
                Response(audience: "holders", replies: .exact(replies + 9 * (body.councils ?? 1)))
            ],
            tables: [table(nil, whole)] + zip(categories, counts).map { table($0, $1) },
            file: body.id + ".json")
    }

    /// Three councils and all of them together.
    static func bodies(_ random: inout SplitMix64) -> [RawResults] {
        let councils = (1...3).map { _ in counts(&random) }
        let all = categories.indices.map { category in
            answers.indices.map { answer in councils.reduce(0) { $0 + $1[category][answer] } }
        }
        return councils.enumerated().map { index, counts in
            results(Body(id: "c\(index)", name: "Council \(index)", kind: .council), counts)
        } + [results(Body(id: "all", name: "All", kind: .all, councils: 3), all)]
    }
}

/// An outsider with a pencil, who reads published results alone and draws on every sum until nothing changes.
struct Outsider {
    /// body, category ("" for everybody), answer of the questionnaire, or "base".
    struct Place: Hashable {
        var body: String
        var category: String
        var answer: String
    }

    var bounds: [Place: ClosedRange<Int>] = [:]
    var sums: [(total: Place, parts: [Place], isWhole: Bool)] = []

    init(_ published: [PublishedResults], scale: Scale) {
        for results in published {
            for table in results.tables { read(table, body: results.body.id, scale: scale) }
            for answer in InventedWave.answers + ["base"] {
                let parts = InventedWave.categories.map {
                    Place(body: results.body.id, category: $0, answer: answer)
                }
                sums.append((Place(body: results.body.id, category: "", answer: answer), parts, true))
            }
        }
        let councils = published.map(\.body.id).filter { $0 != "all" }
        for category in [""] + InventedWave.categories {
            for answer in InventedWave.answers + ["base"] {
                let parts = councils.map { Place(body: $0, category: category, answer: answer) }
                sums.append((Place(body: "all", category: category, answer: answer), parts, true))
            }
        }
        for _ in 0..<60 where sums.map({ draw($0.total, $0.parts) }).contains(true) {}
    }

    private mutating func read(_ table: PublishedTable, body: String, scale: Scale) {
        let category = table.category ?? ""
        let base = Place(body: body, category: category, answer: "base")
        bounds[base] = table.base.count.map { $0...$0 } ?? 0...100_000
        let atoms = InventedWave.answers.map { Place(body: body, category: category, answer: $0) }
        for atom in atoms { bounds[atom] = 0...100_000 }
        sums.append((base, atoms, true))
        for cell in table.cells {
            guard let parts = scale.form(table.form)?.answers.first(where: { $0.id == cell.answer })?.parts
            else { continue }
            let place = Place(body: body, category: category, answer: "\(table.form):\(cell.answer)")
            bounds[place] = cell.count.map { $0...$0 } ?? 0...100_000
            sums.append((place, parts.map { Place(body: body, category: category, answer: $0) }, true))
        }
    }

    private mutating func draw(_ total: Place, _ parts: [Place]) -> Bool {
        let low = parts.reduce(0) { $0 + (bounds[$1]?.lowerBound ?? 0) }
        let high = parts.reduce(0) { $0 + (bounds[$1]?.upperBound ?? 0) }
        var hasChanged = narrow(total, low, high)
        guard let whole = bounds[total] else { return hasChanged }
        for part in parts {
            guard let own = bounds[part] else { continue }
            let least = whole.lowerBound - (high - own.upperBound)
            let most = whole.upperBound - (low - own.lowerBound)
            if narrow(part, least, most) { hasChanged = true }
        }
        return hasChanged
    }

    private mutating func narrow(_ place: Place, _ low: Int, _ high: Int) -> Bool {
        guard let old = bounds[place] else { return false }
        let new = max(old.lowerBound, low)...max(max(old.lowerBound, low), min(old.upperBound, high))
        bounds[place] = new
        return new != old
    }
}

@Suite struct LinkedReleaseTests {
    private let release = Release(
        instrument: InventedWave.instrument, policy: InventedWave.standard, wave: "w")

    @Test func anOutsiderWorksOutNoWithheldNumber() throws {
        var random = SplitMix64(seed: 2026)
        let scale = try #require(InventedWave.instrument.scale("better5"))
        var withheld = 0
        for _ in 0..<20 {
            let published = try release.publish(InventedWave.bodies(&random))
            let outsider = Outsider(published, scale: scale)
            for results in published {
                for table in results.tables {
                    for cell in table.cells where cell.count == nil {
                        withheld += 1
                        let place = Outsider.Place(
                            body: results.body.id, category: table.category ?? "",
                            answer: "\(table.form):\(cell.answer)")
                        let range = try #require(outsider.bounds[place])
                        #expect(range.upperBound == 0 || range.count > 2, "\(place): \(range)")
                        let least = table.group == nil ? 2 : 4
                        #expect(!(range.lowerBound >= 1 && range.upperBound <= least), "\(place): \(range)")
                    }
                }
            }
        }
        #expect(withheld > 100)
    }

    @Test func theOrderOfTheRowsAndBodiesDoesNotMatter() throws {
        var random = SplitMix64(seed: 5)
        let bodies = InventedWave.bodies(&random)
        let turned = bodies.reversed().map { raw in
            var raw = raw
            raw.tables.reverse()
            return raw
        }
        func cells(_ published: [PublishedResults]) -> Set<String> {
            Set(
                published.flatMap { results in
                    results.tables.map { "\(results.body.id) \($0.category ?? "") \($0.showing) \($0.cells)" }
                })
        }
        #expect(try cells(release.publish(bodies)) == cells(release.publish(turned)))
        #expect(try release.disclose(bodies).audit.fullText == release.disclose(bodies).audit.fullText)
    }

    @Test func aWithheldCategoryTakesAnotherWithIt() throws {
        let counts = [[20, 20, 10, 6, 6], [20, 20, 10, 6, 6], [20, 20, 10, 6, 6], [1, 1, 1, 1, 0]]
        let raw = InventedWave.results(Body(id: "c", name: "C", kind: .council), counts)
        let published = try release.publish([raw])[0]
        let withheld = published.tables.filter { $0.showing == .withheld }.map(\.category)
        #expect(withheld.contains("friend"))
        #expect(withheld.count >= 2, "one withheld base is everybody less the others")
    }

    @Test func aTotalThatLeavesOneCouncilOverIsWithheld() throws {
        var random = SplitMix64(seed: 9)
        var bodies = InventedWave.bodies(&random)
        bodies.remove(at: 2)
        let all = try release.publish(bodies)[2]
        #expect(all.tables.allSatisfy { $0.showing == .withheld })
    }

    @Test func aTotalSmallerThanItsPartsIsAnErrorThatNamesBoth() {
        var random = SplitMix64(seed: 9)
        var bodies = InventedWave.bodies(&random)
        bodies[3].tables[0].answers[0].value = .count(0)
        do {
            _ = try release.publish(bodies)
            Issue.record("nothing was thrown")
        } catch {
            let text = error.description
            let theirs = bodies[..<3].reduce(0) { $0 + $1.tables[0].count(of: ["lot-better"]) }
            #expect(
                text.contains(
                    "'all' has 0 answers 'lot-better' to 'dignity', fewer than the \(theirs) of 'c0', 'c1', 'c2' together, "
                        + "which it holds"))
        }
    }

    @Test func theAuditSaysWhatIsWithheldAndThePublicOneNotWhy() throws {
        var random = SplitMix64(seed: 11)
        let disclosed = try release.disclose(InventedWave.bodies(&random))
        let (results, audit) = (disclosed.results, disclosed.audit)
        let publicText = audit.publicText(of: results)
        #expect(!audit.entries.isEmpty)
        #expect(audit.exposed.isEmpty)
        #expect(audit.fullText.contains("\"reason\": \"primary\""))
        #expect(audit.fullText.contains("\"low\""))
        for word in ["primary", "secondary", "\"low\"", "\"high\"", "\"range\"", "\"reason\""] {
            #expect(!publicText.contains(word), "the public audit says \(word)")
        }
        #expect(publicText.contains(audit.policyDigest))
        #expect(audit.page(instrument: InventedWave.instrument, title: "A wave").contains("**Safe.**"))
    }

    @Test func anExposedNumberFailsTheReleaseWithoutTellingIt() {
        let entry = DisclosureAudit.Entry(
            body: Body(id: "norfolk", name: "Norfolk", kind: .council), question: "dignity", group: "held",
            category: "friend", cell: "worse", isPrimary: true, value: 4321,
            range: Attack.Range(low: 4321, high: 4321, isExact: true), required: 5, isSafe: false)
        let audit = DisclosureAudit(
            policy: InventedWave.standard, wave: "w", bodies: [entry.body], entries: [entry])
        do {
            try audit.check(instrument: InventedWave.instrument)
            Issue.record("nothing was thrown")
        } catch {
            #expect(error.description.contains("'dignity' for held=friend of 'norfolk'"))
            #expect(!error.description.contains("4321"))
        }
    }
}
