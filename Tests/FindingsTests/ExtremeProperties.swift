import Foundation
import Language
import Reading
import Survey
import TestSupport
import Testing

@testable import Findings

/// Whatever is published, be it nothing, everything or one answer, every sentence is one that can be printed.
struct ExtremeProperties {
    private static let ids = ["dignity", "home", "work", "friends", "knew", "pain", "carer-life"]

    /// A table of a kind that hardly ever happens.
    private static func table(
        _ id: String, group: String? = nil, category: String? = nil, _ random: inout SplitMix64
    ) -> PublishedTable {
        let base = [1, 2, 10, 29, 30, 31, 49, 50, 1000].randomElement(using: &random) ?? 1
        let count = [0, 1, base / 2, base - 1, base].randomElement(using: &random) ?? 0
        var table = Invented.table(id, min(count, base), of: base, group: group, category: category)
        switch Int.random(in: 0...9, using: &random) {
        case 0: (table.showing, table.base, table.measure) = (.withheld, .withheld, nil)
        case 1: (table.showing, table.base, table.measure) = (.notAvailable, .unknown, nil)
        case 2:
            table.measure = PublishedCell(answer: "positive", value: .withheld(.confidential))
        case 3:
            // As somebody published it: nobody or everybody, a rounded base, no margin of error or one of 0.
            let whole = [0, 5, 995, 1000].randomElement(using: &random) ?? 0
            let margin = [nil, 0, 400].randomElement(using: &random) ?? nil
            let rounded = [Base.rounded(5, to: 5), .rounded(455, to: 5), .surveyWide(4300), .unknown]
                .randomElement(using: &random)
            table = Invented.published(id, tenths: whole, base: rounded ?? .unknown, margin: margin)
            (table.group, table.category) = (group, category)
        case 4: table.measure?.value = .shown(share: nil, count: 0)
        case 5: table.cells = [PublishedCell(answer: "better", value: .shown(share: nil, count: nil))]
        default: break
        }
        return table
    }

    private static func report(_ random: inout SplitMix64) throws -> FindingsReport {
        var own: [PublishedTable] = []
        for id in ids where Int.random(in: 0...7, using: &random) > 0 {
            own.append(table(id, &random))
            guard id != "carer-life" else { continue }
            for (group, categories) in [
                ("age", ["young", "middle", "old"]), ("plan", ["easy", "hard"]),
                ("care", ["planned", "not-planned"]),
            ] where Bool.random(using: &random) {
                own += categories.map { table(id, group: group, category: $0, &random) }
            }
        }
        let other = { (random: inout SplitMix64) in
            ids.filter { _ in Int.random(in: 0...7, using: &random) > 0 }.map { table($0, &random) }
        }
        let councils = [nil, 1, 2, 12].randomElement(using: &random) ?? nil
        return try Invented.report(
            own,
            beside: [
                ("region", "The East", Invented.body("east", .region, councils: councils, other(&random))),
                ("all", "All 12 councils", Invented.body("all", .all, councils: 12, other(&random))),
                ("last", "2024", Invented.body("ham", .council, wave: "2024", other(&random))),
            ])
    }

    @Test func everySentenceCanBePrinted() throws {
        var random = SplitMix64(seed: 35)
        for _ in 0..<250 {
            let report = try Self.report(&random)
            let openings = report.instrument.themes.flatMap { report.opening(of: $0.id) }
            let messages = report.messages.flatMap { [$0.statement, $0.beside].compactMap(\.self) }
            let sentences = (report.findings + openings).flatMap(\.sentences) + messages
            for sentence in sentences {
                #expect(sentence.wordCount <= FindingRules.words, "\(sentence.plain)")
                let isWhole = sentence.plain.hasSuffix(".") && sentence.plain.first?.isLowercase == false
                #expect(isWhole, "\(sentence.plain)")
                // A figure that a sentence prints is shown.
                for case .figure(let id, let words) in sentence.parts {
                    #expect(!words.isEmpty, "\(id) in \(sentence.plain)")
                }
            }
            for text in sentences.map(\.plain) + report.notes + Self.chartWords(report) {
                try Self.check(text)
            }
            try Self.check(JSONText.write(report.json), isProse: false)
            for difference in (report.bodyFamilies + report.groupFamilies).flatMap(\.differences) {
                try Self.check(difference.pointsWords ?? "")
                try Self.check(difference.intervalWords ?? "")
            }
        }
    }

    private static func chartWords(_ report: FindingsReport) -> [String] {
        let rows = report.sound.map { ChartMessage.Row($0.question.label, $0.share) }
        let comparisons = report.instrument.questions.compactMap { report.results.comparison(of: $0) }
        let changes = report.bodyFamilies.last?.differences ?? []
        let messages =
            [
                ChartMessage(kind: "Bars", measure: "share", rows: rows),
                ChartMessage(
                    comparisons: comparisons, body: "Ham", others: report.results.others.map(\.comparator)),
                ChartMessage(changes: changes, since: "2024"),
                ChartMessage(groups: report.groupFamilies.flatMap(\.differences), title: "Age") {
                    $0.figure.category
                },
            ]
        return messages.flatMap { [$0.title, $0.alternative] }
    }

    /// Nothing that is no number, no place that was left empty, no count beside the wrong form of a noun.
    private static func check(_ text: String, isProse: Bool = true) throws {
        let whole = NSRange(text.startIndex..., in: text)
        for fault in try isProse ? faults.get() : Array(faults.get().prefix(2)) {
            guard let match = fault.firstMatch(in: text, range: whole),
                let found = Range(match.range, in: text)
            else { continue }
            Issue.record("'\(text[found])' in \(isProse ? text : "the file")")
        }
    }

    /// Made once, and of the kind whose word boundaries are quick: thousands of texts are searched.
    private static let faults = Result {
        try [
            #"(?i)\bnan\b|\binf\b"#, #"[-−]0(\.0+)?(?![.0-9])"#,
            #"\(\)|\( |\{\{|  | ,| \.(?![0-9])|“”"#,
            #"\b(one|1) (other )?(questions|councils|tests|areas|rows)\b"#,
            #"\b(no|two|three|four|[2-9]|[0-9]{2,}) (other )?(question|council|test|area|row)\b"#,
        ].map { try NSRegularExpression(pattern: $0) }
    }
}
