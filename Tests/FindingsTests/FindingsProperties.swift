import Statistics
import Survey
import TestSupport
import Testing

@testable import Findings

struct FindingsProperties {
    /// Results of an invented council beside a total that holds it, its last wave, and groups.
    private static func report(_ random: inout SplitMix64) throws -> FindingsReport {
        let ids = ["dignity", "home", "work", "friends", "knew", "pain", "carer-life"]
        var own: [PublishedTable] = []
        var all: [PublishedTable] = []
        var last: [PublishedTable] = []
        for id in ids {
            let base = Int.random(in: 10...250, using: &random)
            let count = Int.random(in: 0...base, using: &random)
            own.append(Invented.table(id, count, of: base))
            let more = Int.random(in: 0...900, using: &random)
            all.append(Invented.table(id, count + Int.random(in: 0...more, using: &random), of: base + more))
            let before = Int.random(in: 30...200, using: &random)
            last.append(Invented.table(id, Int.random(in: 0...before, using: &random), of: before))
            guard id != "carer-life", base > 60 else { continue }
            for category in ["young", "middle", "old"] {
                let part = Int.random(in: 0...(base / 3), using: &random)
                let within = min(count / 3, part)
                own.append(
                    Invented.table(
                        id, max(within, part - (base - count) / 3), of: max(part, 1), group: "age",
                        category: category))
            }
        }
        return try Invented.report(
            own,
            beside: [
                ("all", "All 12 councils", Invented.body("all", .all, councils: 12, all)),
                ("last", "2024", Invented.body("ham", .council, wave: "2024", last)),
            ])
    }

    @Test func whateverTheFiguresTheSentencesAreShortLinkedAndTrue() throws {
        var random = SplitMix64(seed: 3)
        for _ in 0..<150 {
            let report = try Self.report(&random)
            let openings = report.instrument.themes.flatMap { report.opening(of: $0.id) }
            for finding in report.findings + openings {
                check(finding, in: report)
                checkClaims(finding, in: report)
            }
            #expect(report.summary.count <= 6)
            #expect(Set(report.findings.map(\.id)).count == report.findings.count)
        }
    }

    /// Bands and comparisons against the shares themselves.
    private func checkClaims(_ finding: Finding, in report: FindingsReport) {
        let share = { (id: FigureID) -> Double in
            let table = report.results.results(of: id.body)?.table(
                id.question, group: id.group, category: id.category)
            return Double(table?.measure?.count ?? -1) / Double(table?.base.count ?? 1)
        }
        for sentence in finding.sentences {
            for case .claim(let words, let ids) in sentence.parts where finding.kind == .grouping {
                for id in ids {
                    switch words.lowercased() {
                    case "more than 80%": #expect(share(id) > 0.8)
                    case "at least two thirds": #expect(share(id) >= 2.0 / 3)
                    case "at least half": #expect(share(id) >= 0.5)
                    case "fewer than half": #expect(share(id) < 0.5)
                    default: Issue.record("an unknown band: \(words)")
                    }
                }
            }
        }
        guard finding.kind == .compared || finding.kind == .changed || finding.kind == .groups,
            finding.figures.count == 2
        else { return }
        if finding.plain.contains("higher share") {
            #expect(share(finding.figures[0]) > share(finding.figures[1]))
        }
        if finding.plain.contains("lower share") {
            #expect(share(finding.figures[0]) < share(finding.figures[1]))
        }
    }

    @Test func theSameFiguresGiveTheSameTexts() throws {
        var first = SplitMix64(seed: 11)
        var second = SplitMix64(seed: 11)
        for _ in 0..<20 {
            let (one, other) = (try Self.report(&first), try Self.report(&second))
            #expect(FindingsText(.text).text(one) == FindingsText(.text).text(other))
            #expect(one.json == other.json)
        }
    }

    @Test func theOrderOfTablesIsOfNoConsequence() throws {
        var random = SplitMix64(seed: 5)
        for _ in 0..<20 {
            let report = try Self.report(&random)
            var results = report.results
            results.own.tables.shuffle(using: &random)
            #expect(FindingsText(.text).text(FindingsReport(results)) == FindingsText(.text).text(report))
        }
    }

    @Test func intervalsHoldTheDifferenceAndCorrectionNeverLowersP() throws {
        var random = SplitMix64(seed: 8)
        for _ in 0..<50 {
            let report = try Self.report(&random)
            for difference in (report.bodyFamilies + report.groupFamilies).flatMap(\.differences) {
                guard difference.verdict.isTested else {
                    #expect(difference.pValue == nil)
                    continue
                }
                let p = try #require(difference.pValue)
                let adjusted = try #require(difference.adjusted)
                let interval = try #require(difference.interval)
                #expect(p <= adjusted && adjusted <= 1)
                let points = try Double(#require(difference.points)) / 100
                #expect(interval.lower - 0.005 <= points && points <= interval.upper + 0.005)
                #expect(difference.verdict.isClear == (adjusted < 0.05))
            }
        }
    }
}
