import Diagnostics
import RawResults
import Reading
import TestSupport
import Testing

@testable import Disclosure
@testable import Survey

/// A question that people are grouped by, and what another question tells of those groups: one system.
@Suite struct SourceQuestionTests {
    /// Bodies of small councils under rounding to 5, where sums over bodies leave little room in the question that the
    /// groups come from, and the groups' own rows take the rest of it.
    @Test func whatAQuestionTellsOfItsGroupsLeavesRoomInTheQuestionTheyComeFrom() throws {
        let rounded = Policy(
            id: "rounded", title: "Rounded", withholdBelow: 10, percentagesFrom: 30, cautionBelow: 50,
            protectWhole: 5, protectGroups: 5, zeroNegativeFrom: 50, minimumCouncils: 0, rounding: .five)
        let instrument = try GroupedWave.instrument()
        let release = Release(instrument: instrument, policy: rounded, wave: "w")
        var random = SplitMix64(seed: 21)
        var withheld = 0
        for round in 0..<48 {
            let raw = try GroupedWave.bodies(&random, of: instrument)
            // Waves in which the question by itself keeps room enough, and the groups take it.
            guard [5, 22, 36, 47].contains(round) else { continue }
            let pencil = GroupedPencil(try release.publish(raw), raw: raw)
            for (place, range) in pencil.withheld {
                withheld += 1
                #expect(range.contains(place.value), "round \(round): \(place) is not in \(range)")
                // A total that is small says by itself that its parts are at most that.
                #expect(range.lowerBound == 0 || range.count > 5, "round \(round): \(place) in \(range)")
            }
        }
        #expect(withheld > 20)
    }

    /// The table of 'amount' tells how many said no by its base and its other answer; the region takes a council away.
    @Test func theAuditOfAQuestionTakesInWhatItsGroupsTell() throws {
        let instrument = try GroupedWave.instrument()
        let exact = Policy(
            id: "exact", title: "Exact", withholdBelow: 10, percentagesFrom: 30, cautionBelow: 50,
            protectWhole: 3, protectGroups: 5, zeroNegativeFrom: 50, minimumCouncils: 0, rounding: .exact)
        var random = SplitMix64(seed: 4)
        let raw = try GroupedWave.bodies(&random, of: instrument)
        let entries = try Release(instrument: instrument, policy: exact, wave: "w").disclose(raw).audit
            .entries
        let names = entries.map { "\($0.body.id) \($0.question) \($0.category ?? "") \($0.cell)" }
        #expect(Set(names).count == names.count, "a number that stands in two systems is told once")
        #expect(entries.contains { $0.question == "amount" } && entries.contains { $0.category == "no" })
    }

    /// Of 18 people, 13 of whom knew, a row about those 13 would say that no more than five did not.
    @Test func aSmallGroupIsLimitedByTheQuestionItComesFromAlone() throws {
        let strict = Policy(
            id: "exact", title: "Exact", withholdBelow: 5, percentagesFrom: 10, cautionBelow: 50,
            protectWhole: 5, protectGroups: 8, zeroNegativeFrom: 100, minimumCouncils: 0, rounding: .exact)
        let instrument = try GroupedWave.instrument(with: "safety")
        let tables = ["dignity", "safety"].map { question in
            """
            {"question": "\(question)", "replies": 17, "answers": {"good": 16, "poor": 1}},
            {"question": "\(question)", "group": "told", "category": "yes", "replies": 13,
             "answers": {"good": 13, "poor": 0}},
            {"question": "\(question)", "group": "told", "category": "no", "replies": 3, "answers": {"good": 2, "poor": 1}}
            """
        }
        let text = """
            {"format": "poet-raw/1", "instrument": "grouped", "units": "counts", "basePrecision": 1,
             "body": {"id": "c", "name": "C", "kind": "council"}, "responses": [{"audience": "holders", "replies": 18}],
             "tables": [{"question": "amount", "replies": 16, "answers": {"yes": 13, "no": 3}},
            \(tables.joined(separator: ",\n"))]}
            """
        let raw = try RawResultsReader.read(
            JSONReader.read(SourceText(text, file: "c.json")), instrument: instrument)
        let entries = try Release(instrument: instrument, policy: strict, wave: "w").disclose([raw]).audit
            .entries
        let groups = entries.filter { $0.category == "no" && $0.cell != "na" }
        #expect(groups.count > 4)
        for entry in groups {
            #expect(entry.required == 8 && entry.width ?? .max >= 8, "\(entry.question) \(entry.cell)")
        }
    }
}

/// Councils and all of them; two questions, one of them a group of the other.
enum GroupedWave {
    /// - Parameter more: another question of the same kind as 'dignity'.
    static func instrument(with more: String? = nil) throws(Failure) -> Instrument {
        let question = more.map {
            "  - {id: \($0), theme: life, audience: holders, wording: \"Another?\", scale: life}\n"
        }
        return try InstrumentReader.read(
            YAMLReader.read(SourceText(text + (question ?? ""), file: "i.yaml")))
    }

    /// One who answered: the answer to 'amount' and that to 'dignity', nil where none was given.
    private typealias Person = (amount: String?, dignity: String?)

    static func bodies(_ random: inout SplitMix64, of instrument: Instrument) throws(Failure) -> [RawResults]
    {
        var bodies: [RawResults] = []
        var all: [Person] = []
        let sizes = (0..<4).map {
            $0 == 0 ? Int.random(in: 12...26, using: &random) : Int.random(in: 40...90, using: &random)
        }
        for (index, size) in sizes.enumerated() {
            let people = (0..<size).map { _ -> Person in
                // In the small council everybody knows.
                let amount = ["yes", "yes", "yes", "yes", "yes", "no", index == 0 ? "yes" : nil]
                let dignity = ["good", "good", "good", "good", "poor", "poor", "na", nil]
                return (
                    amount.randomElement(using: &random) ?? nil, dignity.randomElement(using: &random) ?? nil
                )
            }
            all += people
            bodies.append(
                try results(
                    "{\"id\": \"c\(index)\", \"name\": \"C\", \"kind\": \"council\"}", people, instrument))
        }
        let total = "{\"id\": \"all\", \"name\": \"All\", \"kind\": \"all\", \"councils\": \(sizes.count)}"
        return bodies + [try results(total, all, instrument)]
    }

    private static func results(
        _ body: String, _ people: [Person], _ instrument: Instrument
    ) throws(Failure) -> RawResults {
        func row(_ people: [Person], _ place: String) -> String {
            let said = ["good", "poor", "na"].map { answer in people.count { $0.dignity == answer } }
            return
                "{\"question\": \"dignity\", \(place)\"replies\": \(said[0] + said[1]), \"answers\": {\"good\": \(said[0]), "
                + "\"poor\": \(said[1])}, \"outside\": {\"na\": \(said[2])}}"
        }
        let told = ["yes", "no"].map { answer in people.filter { $0.amount == answer } }
        let amount =
            "{\"question\": \"amount\", \"replies\": \(told[0].count + told[1].count), "
            + "\"answers\": {\"yes\": \(told[0].count), \"no\": \(told[1].count)}}"
        let rows =
            [amount, row(people, "")]
            + zip(["yes", "no"], told).map { row($1, "\"group\": \"told\", \"category\": \"\($0)\", ") }
        let text = """
            {"format": "poet-raw/1", "instrument": "grouped", "units": "counts", "basePrecision": 1, "body": \(body),
             "responses": [{"audience": "holders", "replies": \(people.count)}], "tables": [\(rows.joined(separator: ",\n"))]}
            """
        return try RawResultsReader.read(
            JSONReader.read(SourceText(text, file: "r.json")), instrument: instrument)
    }

    private static let text = """
        format: poet-instrument/1
        id: grouped
        title: Grouped
        audiences: [{id: holders, singular: holder, plural: holders}]
        themes: [{id: life, title: Life}]
        scales:
          - id: said
            answers:
              - {id: "yes", label: "Yes", polarity: positive}
              - {id: "no", label: "No", polarity: negative}
          - id: life
            answers:
              - {id: good, label: Good, polarity: positive}
              - {id: poor, label: Poor, polarity: negative}
            outside: [{id: na, label: Does not apply}]
        groups:
          - id: told
            title: Told
            audience: holders
            question: amount
            categories: [{id: "yes", label: "Yes", answers: ["yes"]}, {id: "no", label: "No", answers: ["no"]}]
        questions:
          - {id: amount, theme: life, audience: holders, wording: Amount?, scale: said}
          - {id: dignity, theme: life, audience: holders, wording: Dignity?, scale: life}

        """
}

/// An outsider with a pencil, who draws on every sum of both questions until nothing changes.
private struct GroupedPencil {
    struct Place: Hashable {
        var body: String
        var question: String
        var category: String
        var answer: String
        var value = 0
    }

    private var bounds: [Place: ClosedRange<Int>] = [:]
    private var hidden: [Place] = []
    /// At least the sum of the parts, or exactly it.
    private var sums: [(total: Place, parts: [Place], isWhole: Bool)] = []

    var withheld: [(Place, ClosedRange<Int>)] { hidden.map { ($0, bounds[$0] ?? 0...0) } }

    init(_ published: [PublishedResults], raw: [RawResults]) {
        for (results, raw) in zip(published, raw) {
            for table in raw.tables {
                guard case .replies(let base) = table.base else { continue }
                let told = results.table(table.question, group: table.group, category: table.category)
                var place = Place(
                    body: raw.body.id, question: table.question, category: table.category ?? "",
                    answer: "base")
                place.value = base
                add(place, told: told?.base.about, isZero: false)
                for cell in table.answers + table.outside {
                    place.answer = cell.answer
                    place.value = cell.count ?? 0
                    let cells = (told?.cells ?? []) + (told?.outside ?? [])
                    add(place, told: cells.first { $0.answer == cell.answer }?.count, isZero: base == 0)
                }
            }
        }
        link(published.map(\.body.id))
        for _ in 0..<60 where sums.map({ draw($0) }).contains(true) {}
    }

    private mutating func add(_ place: Place, told: Int?, isZero: Bool) {
        bounds[place] = told.map { max(0, $0 - 2)...$0 + 2 } ?? 0...10_000
        if told == nil, !isZero { hidden.append(place) }
    }

    private func place(_ body: String, _ question: String, _ category: String, _ answer: String) -> Place? {
        bounds.keys.first {
            $0.body == body && $0.question == question && $0.category == category && $0.answer == answer
        }
    }

    private mutating func link(_ bodies: [String]) {
        let rows = [("amount", ""), ("dignity", ""), ("dignity", "yes"), ("dignity", "no")]
        for body in bodies {
            for (question, category) in rows {
                let answers = question == "amount" ? ["yes", "no"] : ["good", "poor"]
                sum(
                    place(body, question, category, "base"),
                    answers.map { place(body, question, category, $0) }, true)
            }
            for category in ["yes", "no"] {
                let people = ["base", "na"].map { place(body, "dignity", category, $0) }
                sum(place(body, "amount", "", category), people, false)
            }
            let columns = ["base", "good", "poor", "na"].map { answer in
                (
                    place(body, "dignity", "", answer),
                    ["yes", "no"].map { place(body, "dignity", $0, answer) }
                )
            }
            let isWhole = columns.allSatisfy { whole, parts in
                parts.reduce(0) { $0 + ($1?.value ?? 0) } == whole?.value
            }
            for (whole, parts) in columns { sum(whole, parts, isWhole) }
        }
        for (question, category) in rows {
            for answer in ["base", "yes", "no", "good", "poor", "na"] {
                let parts = bodies.filter { $0 != "all" }.map { place($0, question, category, answer) }
                sum(place("all", question, category, answer), parts, true)
            }
        }
    }

    private mutating func sum(_ total: Place?, _ parts: [Place?], _ isWhole: Bool) {
        guard let total, !parts.contains(nil) else { return }
        sums.append((total, parts.compactMap { $0 }, isWhole))
    }

    private mutating func draw(_ sum: (total: Place, parts: [Place], isWhole: Bool)) -> Bool {
        let low = sum.parts.reduce(0) { $0 + (bounds[$1]?.lowerBound ?? 0) }
        let high = sum.parts.reduce(0) { $0 + (bounds[$1]?.upperBound ?? 0) }
        var hasChanged = narrow(sum.total, low, sum.isWhole ? high : .max)
        guard let whole = bounds[sum.total] else { return hasChanged }
        for part in sum.parts {
            guard let own = bounds[part] else { continue }
            let least = sum.isWhole ? whole.lowerBound - (high - own.upperBound) : 0
            if narrow(part, least, whole.upperBound - (low - own.lowerBound)) { hasChanged = true }
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

extension Base {
    /// The number that is shown.
    fileprivate var about: Int? {
        if case .rounded(let count, _) = self { count } else { nil }
    }
}
