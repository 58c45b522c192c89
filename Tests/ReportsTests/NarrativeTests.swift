import Diagnostics
import Document
import Findings
import Foundation
import Language
import TestSupport
import Testing

@testable import Reports
@testable import Survey

/// The findings of the examples as somebody would type them into a narrative: true as they stand, then one number changed.
struct NarrativeTests {
    static let reports = [
        ("exampleshire/2026", "exampleshire"), ("exampleshire/2026", "south"), ("ascs-2020-21", "norfolk"),
        ("exampleham-health", "exampleham"), ("exampleshire-children", "exampleshire"),
        ("poet-adults-2017", "national"), ("tiny", "exampleton"),
    ]

    private static let contexts: [String: Result<ReportContext, any Error>] = Dictionary(
        uniqueKeysWithValues: reports.map { example, body in
            ("\(example)/\(body)", Result { try context(example, body) })
        })

    private static func context(_ example: String, _ body: String) throws -> ReportContext {
        let wave = try Examples.wave(example)
        let results = try wave.results(for: body, at: SourceLocation(file: "report.yaml"))
        return ReportContext(
            results: results, wave: wave.wave,
            settings: ReportSettings(body: body, narrative: [:], checked: []))
    }

    private static func warnings(_ paragraph: String, _ context: ReportContext) -> [Diagnostic] {
        warnings([paragraph], context)[0]
    }

    /// The warnings about each paragraph.
    private static func warnings(_ paragraphs: [String], _ context: ReportContext) -> [[Diagnostic]] {
        let blocks = paragraphs.enumerated().map { index, text in
            Block(.paragraph([.text(text)]), location: SourceLocation(file: "summary.md", line: index + 1))
        }
        let log = DiagnosticLog()
        FactCheck(context: context).check(
            [Manuscript(blocks: blocks)], writtenIn: ["summary.md"], isWhole: true, log: log)
        let byLine = Dictionary(grouping: log.warnings) { $0.location?.line ?? 0 }
        return paragraphs.indices.map { byLine[$0 + 1] ?? [] }
    }

    private static func narrative(_ context: ReportContext) -> [String] {
        let openings = context.instrument.themes.flatMap { context.findings.opening(of: $0.id) }
        return (context.findings.findings + openings).map(\.plain)
    }

    @Test(arguments: reports) func whatTheFindingsSayIsFoundTrue(example: String, body: String) throws {
        let context = try #require(Self.contexts["\(example)/\(body)"]).get()
        let warnings = Self.warnings(Self.narrative(context), context).joined()
        #expect(warnings.map(\.message) == [])
    }

    /// Every number of every paragraph, changed by up to 15 either way.
    @Test(arguments: reports.prefix(3)) func aChangedNumberIsNamed(example: String, body: String) throws {
        let context = try #require(Self.contexts["\(example)/\(body)"]).get()
        var random = SplitMix64(seed: 23)
        var changes: [(text: String, words: String)] = []
        for paragraph in Self.narrative(context) {
            for match in paragraph.matches(of: /[0-9]+(\.[0-9])?/) {
                let text = String(match.0)
                guard !Self.isName(text, at: match.range, in: paragraph) else { continue }
                let old = try #require(Int(text.filter { $0 != "." }))
                for most in [2, 15] {
                    var new = old
                    while new == old || new < 1 || new > 100 && old <= 100 {
                        new = old + Int.random(in: -most...most, using: &random)
                    }
                    let words = text.contains(".") ? "\(new / 10).\(new % 10)" : "\(new)"
                    var changed = paragraph
                    changed.replaceSubrange(match.range, with: words)
                    changes.append((changed, words))
                }
            }
        }
        let warnings = Self.warnings(changes.map(\.text), context)
        let missed = zip(changes, warnings).filter { change, warnings in
            !warnings.contains { $0.message.contains(change.words) }
        }
        #expect(changes.count > 50 && missed.map(\.0.text) == [])
    }

    /// Years, ages, and the parts of "8 in 10", which are one claim.
    private static func isName(_ text: String, at range: Range<String.Index>, in paragraph: String) -> Bool {
        let before = paragraph[..<range.lowerBound]
        let after = paragraph[range.upperBound...]
        let last = before.last ?? " "
        return text.count == 4 && !text.contains(".") || before.hasSuffix("More than ") || last.isNumber
            || ",-".contains(last) || after.hasPrefix(",") || before.hasSuffix("aged ")
            || before.hasSuffix("aged 18 to ")
            || before.hasSuffix("aged 45 to ") || after.hasPrefix(" in 10") || before.hasSuffix(" in ")
            || after.hasPrefix(" in 20") || after.hasPrefix(" in 5")
    }

    @Test(arguments: reports.prefix(3)) func aChangedQuantityIsNamed(example: String, body: String) throws {
        let context = try #require(Self.contexts["\(example)/\(body)"]).get()
        let quantities = [
            "a quarter of", "a third of", "half of", "two thirds of", "three quarters of", "nearly half of",
            "more than three quarters of", "fewer than a third of", "9 in 10", "1 in 5",
        ]
        var random = SplitMix64(seed: 24)
        var changes: [String] = []
        for paragraph in Self.narrative(context) {
            guard
                let match = paragraph.firstMatch(
                    of:
                        #/^(Just over |Just under |Nearly |About |More than |Fewer than |At least )?(a third|a quarter|half|two thirds|three quarters|[A-Z0-9][a-z]* in 10|A third|A quarter|Half|Two thirds|Three quarters|80%)( of)? /#
                )
            else { continue }
            let share = paragraph.firstMatch(of: /\(([0-9]+)(\.([0-9]))?%\)/)
            let tenths = share.flatMap { Int($0.1 + ($0.3 ?? "0")) } ?? 500
            let wrong = quantities.filter { !Self.isTrue($0, of: tenths) }
            let new = try #require(wrong.randomElement(using: &random))
            var changed = paragraph
            changed.replaceSubrange(match.range, with: new.prefix(1).uppercased() + new.dropFirst() + " ")
            changes.append(changed)
        }
        let missed = zip(changes, Self.warnings(changes, context)).filter(\.1.isEmpty)
        #expect(changes.count > 10 && missed.map(\.0) == [])
    }

    /// What people write in their own words about Exampleshire: true, and then not.
    @Test(arguments: [
        "In Exampleshire, 86% told us their dignity in support had got better.",
        "We heard from 112 budget holders.",
        "Dignity in support is strongest: 86% said it had got better, against 81% in all 12 councils.",
        "Two thirds of budget holders (66%) say their views were included. In the South region it is 77%.",
        "Community life has changed most. In 2024, 40% said taking part had got better; now it is 69%.",
        "Fewer than half of budget holders (38%) were happy with information and advice.",
        "Of budget holders aged 65 and over, 47% said that taking part in their community had got better.",
        "Planning support is easy for 38% of people, changing it for 36%.",
        "Most budget holders said that their quality of life had got better.",
        "A share of 38% for information and advice is 20 percentage points below all 12 councils.",
        "People who found it easy to plan their support were nearly twice as likely to say that their mental health had got better.",
        "We met 3 times in 2026, on 4 May, 11 June and 2 July at 10.30am, and the whole took 2 hours.",
        "See page 12, Figure 3 and question 7a. Call 01632 960123.",
        "Half an hour is not long. A quarter of the year had gone.",
        "Budget holders aged 18 to 44 or 65 and over were asked.",
    ]) func trueWordsOfPeoplePass(text: String) throws {
        let context = try #require(Self.contexts["exampleshire/2026/exampleshire"]).get()
        let warnings = Self.warnings(text, context)
        #expect(warnings.isEmpty)
    }

    @Test(arguments: [
        ("In Exampleshire, 83% told us their dignity in support had got better.", "83%", "86%"),
        ("We heard from 110 budget holders.", "110", "112"),
        (
            "Dignity in support is strongest: 86% said it had got better, against 83% in all 12 councils.",
            "83%",
            "81%"
        ),
        ("Three quarters of budget holders say their views were included.", "Three quarters", "66%"),
        ("Fewer than a third of budget holders were happy with information and advice.", "a third", "38%"),
        ("Most budget holders rated information and advice as good.", "Most", "38%"),
        ("In 2024, 47% said taking part in the community had got better.", "47%", "40%"),
        (
            "People who found it easy to plan their support were three times as likely to say that their mental health had got better.",
            "three times as likely", "nearly twice as likely"
        ),
        ("All 11 councils took part.", "11", "12"),
        (
            "Exampleshire is 29 percentage points below all 12 councils on information and advice.",
            "29 percentage points", "22"
        ),
    ]) func wrongWordsOfPeopleAreNamedWithWhatIsTrue(text: String, claim: String, truth: String) throws {
        let context = try #require(Self.contexts["exampleshire/2026/exampleshire"]).get()
        let warnings = Self.warnings(text, context)
        #expect(warnings.count == 1)
        #expect(warnings.first?.message.contains(claim) == true)
        #expect(warnings.first?.hints.first?.contains(truth) == true)
    }

    private static func isTrue(_ words: String, of tenths: Int) -> Bool {
        let claims = ClaimScanner().claims(in: words + " people")
        guard case .quantity(let quantity)? = claims.first?.kind else { return true }
        return quantity.holds(forTyped: tenths, decimals: 1)
    }
}
