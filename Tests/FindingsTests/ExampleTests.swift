import Diagnostics
import Disclosure
import Files
import Foundation
import RawResults
import Reading
import Survey
import TestSupport
import Testing

@testable import Findings

/// The findings of the examples, held against the published tables by hand.
struct ExampleTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent().path

    static func report(_ wave: String, of body: String) throws -> FindingsReport {
        let (settings, instrument, published) = try release(wave)
        let own = try #require(published.first { $0.body.id == body })
        var others: [ComparedResults.Other] = []
        for comparator in settings.comparators {
            if comparator.body == "last", let last = settings.last {
                let (_, earlier, before) = try release(wave + "/" + last)
                let results = try #require(before.first { $0.body.id == body })
                others.append(.init(comparator: comparator, instrument: earlier, results: results))
            } else {
                let id = comparator.body == "region" ? own.body.region : comparator.body
                let results = try #require(published.first { $0.body.id == id })
                others.append(.init(comparator: comparator, instrument: instrument, results: results))
            }
        }
        return FindingsReport(ComparedResults(instrument: instrument, own: own, others: others))
    }

    private typealias Published = (settings: Wave, instrument: Instrument, bodies: [PublishedResults])

    /// Each wave is read once.
    private static let waves: [String: Result<Published, any Error>] = Dictionary(
        uniqueKeysWithValues: ["ascs-2020-21", "exampleshire/2026", "exampleshire/2024", "poet-adults-2017"]
            .map { wave in
                (wave, Result { try read(wave) })
            })

    private static func release(_ wave: String) throws -> Published {
        let name = wave == "exampleshire/2026/../2024" ? "exampleshire/2024" : wave
        return try #require(waves[name]).get()
    }

    private static func read(_ wave: String) throws -> Published {
        let folder = "\(root)/Examples/\(wave)"
        let settings = try WaveReader.wave(DataFile.read(folder + "/wave.yaml"))
        let instrument = try InstrumentReader.read(
            DataFile.read("\(root)/Templates/instruments/\(settings.instrument).yaml"))
        let policy = try Policy.read(DataFile.read("\(root)/Templates/policies/\(settings.policy).yaml"))
        let names = try FileStore.names(in: folder + "/private")
        let raw = try names.filter { RawFile.isResults($0, among: names) && $0.hasSuffix(".json") }.map {
            name in
            try RawResultsReader.read(DataFile.read("\(folder)/private/\(name)"), instrument: instrument)
        }
        return (
            settings, instrument,
            try Release(instrument: instrument, policy: policy, wave: settings.id).publish(raw)
        )
    }

    /// Annex tables of 2020-21: Q1 69.7 (n 455); Q2 30.9 + 33.9; Q3a 31.8 + 46.2; Q7a 72.8; Q12 27.4 + 40.8; Q1 68.1;
    /// Q12 35.3 + 44.9; Q1 72.3; Q8a 35.4; and for the average 67.7, 34.4.
    @Test(arguments: [
        (
            "norfolk",
            "Seven in 10 people who use services are extremely or very satisfied with their care and support (69.7%)."
        ),
        (
            "norfolk",
            "Nearly two thirds of people who use services rate their quality of life as good or better (64.8%)."
        ),
        (
            "norfolk",
            "Just over three quarters of people who use services have as much control over their daily life as they want, or adequate control (78.0%)."
        ),
        ("norfolk", "Nearly three quarters of people who use services feel as safe as they want (72.8%)."),
        (
            "norfolk",
            "Just over two thirds of people who use services and tried to find information or advice found it very or fairly easy (68.2%)."
        ),
        (
            "norfolk",
            "69.7% of people who use services are extremely or very satisfied with their care and support (the average of the 18 councils: 67.7%)."
        ),
        (
            "liverpool",
            "About two thirds of people who use services are extremely or very satisfied with their care and support (68.1%)."
        ),
        (
            "liverpool",
            "Eight in 10 people who use services and tried to find information or advice found it very or fairly easy (80.2%)."
        ),
        (
            "york",
            "More than 7 in 10 people who use services are extremely or very satisfied with their care and support (72.3%)."
        ),
        (
            "york",
            "35.4% of people who use services have as much social contact as they want with people they like (the average of the 18 councils: 34.4%)."
        ),
    ]) func theAdultSocialCareSurveySaysWhatItsTablesSay(council: String, text: String) throws {
        let findings = try Self.report("ascs-2020-21", of: council).findings
        #expect(findings.contains { $0.plain == text })
    }

    @Test func weightedTotalsAreShownAndNotCompared() throws {
        let report = try Self.report("ascs-2020-21", of: "norfolk")
        #expect(report.bodyFamilies.count == 1)
        #expect(report.bodyFamilies[0].count == 0)
        #expect(report.findings(.compared).isEmpty)
        #expect(report.bodyFamilies[0].differences.contains { $0.verdict == .shownNotCompared(.restUnknown) })
    }

    /// The invented counts, of Exampleshire and of all: 87 of 104 carers on the person they care for; 73 of 106 and 719 of
    /// 1,352 on the community, 40 of 99 in 2024; 72 of 109 and 1,075 of 1,381 on having a say; 41 of 108 on information.
    @Test func exampleshireSaysWhatItsCountsSay() throws {
        let texts = try Self.report("exampleshire/2026", of: "exampleshire").findings.map(\.plain)
        for text in [
            "More than 80% of carers said that life had got better for the person they care for (84%).",
            "69% of budget holders said that taking part in their community had got better. This is a higher share than in the other 11 councils (all 12 councils: 53%).",
            "69% of budget holders said that taking part in their community had got better. This is up from 40% in 2024.",
            "38% of budget holders rated information and advice as good or very good. This is down from 60% in 2024.",
            "There was no clear difference between Exampleshire Council and the other 11 councils on 31 other questions.",
            "About two thirds of budget holders said that their views were fully or mostly included in their support plan (66%). This is a lower share than in the other three councils in the region.",
            "59% of carers said that their own quality of life had got better. Among budget holders, 83% said that their quality of life had got better.",
            "Few practitioners answered: at most 40 on any question. Read these results with care.",
        ] { #expect(texts.contains(text), "\(text)") }
    }

    /// Among 40 who found planning easy 30 say better, of 71 others 29: 75% and 41%, 1.84 times as likely.
    @Test func exampleshireShowsWhatGoesWithBetterOutcomes() throws {
        let report = try Self.report("exampleshire/2026", of: "exampleshire")
        let texts = report.findings(.process).map(\.plain)
        #expect(
            texts.contains {
                $0.hasPrefix("Budget holders who found it easy to plan their support more often said")
            })
        #expect(texts.contains { $0.contains("nearly twice as likely to say so of physical health") })
        #expect(report.findings(.groups).contains { $0.plain.contains("budget holders aged 18 to 64") })
    }

    /// What readers look for is there: clear differences either way, changes, and much that does not differ.
    @Test func exampleshireHasABelievableMix() throws {
        let report = try Self.report("exampleshire/2026", of: "exampleshire")
        for family in report.bodyFamilies {
            let verdicts = family.differences.map(\.verdict)
            #expect(verdicts.contains(.higher))
            #expect(verdicts.contains(.lower))
            #expect(verdicts.count { $0 == .noClearDifference } > 25)
        }
        #expect(report.results.own.tables.contains { $0.showing == .withheld || $0.showing == .noPercentage })
    }

    @Test func theNationalSurveyOf2017IsGroupedAsItsAuthorsDid() throws {
        let report = try Self.report("poet-adults-2017", of: "national")
        #expect(
            report.findings(.grouping).first?.plain
                == "More than 80% of people who receive support gave a rating of good or very good to being treated with dignity (84%). The same is true of the quality of support (81%)."
        )
        #expect(report.bodyFamilies.isEmpty)
    }

    static let all = [
        ("ascs-2020-21", "norfolk"), ("ascs-2020-21", "liverpool"), ("ascs-2020-21", "york"),
        ("ascs-2020-21", "reading"),
        ("exampleshire/2026", "exampleshire"), ("exampleshire/2024", "exampleshire"),
        ("poet-adults-2017", "national"),
    ]

    @Test(arguments: all) func everySentenceIsShortAndEveryNumberInItKeepsItsLink(wave: String, body: String)
        throws
    {
        let report = try Self.report(wave, of: body)
        let openings = report.instrument.themes.flatMap { report.opening(of: $0.id) }
        #expect(!openings.isEmpty)
        for finding in report.findings + openings { check(finding, in: report) }
    }
}

/// What holds of every finding of every report.
func check(_ finding: Finding, in report: FindingsReport) {
    for sentence in finding.sentences {
        #expect(sentence.wordCount <= 25, "\(sentence.plain)")
        #expect(sentence.plain.hasSuffix("."), "\(sentence.plain)")
        #expect(sentence.plain.first.map { $0.isUppercase || $0.isNumber } == true, "\(sentence.plain)")
        #expect(!sentence.plain.contains("  "), "\(sentence.plain)")
        for part in sentence.parts {
            switch part {
            case .text(let words): #expect(!words.contains { $0.isNumber }, "\(sentence.plain)")
            case .given: break
            case .figure(let id, let words): #expect(words == shown(id, in: report), "\(id): \(words)")
            case .claim(_, let ids): #expect(!ids.isEmpty, "\(sentence.plain)")
            }
        }
    }
}

/// What a figure is printed as, found without the statements' own code.
private func shown(_ id: FigureID, in report: FindingsReport) -> String? {
    guard let results = report.results.results(of: id.body) else { return nil }
    let question = report.instrument.question(id.question)
    let earlier = question?.continues.flatMap { $0.instrument == results.instrument ? $0.question : nil }
    let table = results.table(earlier ?? id.question, group: id.group, category: id.category)
    return id.measure == "base" ? table?.base.words : table?.measure?.share?.words
}
