import Foundation
import Survey
import TestSupport
import Testing

@testable import Findings

/// Statements on three councils, worked out again from the published tables without the program: its readers, its
/// instrument and its rules for words have no part in it.
struct PublishedTablesTests {
    /// The answers that a statement counts, read off the questionnaire by hand.
    private static let counted: [String: [String]] = [
        "satisfaction": ["very-satisfied"], "quality-of-life": ["very-good", "good"],
        "quality-of-life-help": ["yes"], "choice": ["enough"], "control": ["all", "adequate"],
        "control-help": ["yes"], "clean": ["all", "adequate"], "food": ["all", "adequate"],
        "home": ["all", "adequate"], "safe": ["all"], "safe-help": ["yes"], "social": ["all"],
        "time": ["all", "enough"], "information": ["very-easy", "fairly-easy"],
    ]

    /// What words may be said of a share, in tenths of a percent: from, and up to but not with.
    private static let words: [(phrase: String, from: Int, below: Int)] = [
        ("More than 80%", 801, 1001), ("At least two thirds", 667, 801), ("At least half", 500, 667),
        ("Fewer than half", 0, 500), ("A quarter", 245, 255), ("About a quarter", 235, 265),
        ("A third", 325, 338), ("About a third", 320, 350), ("Just over a third", 334, 370),
        ("More than a third", 334, 400), ("Nearly half", 450, 500), ("Half", 495, 505),
        ("Just over half", 501, 540), ("More than half", 501, 600), ("Nearly two thirds", 630, 667),
        ("About two thirds", 650, 685), ("Two thirds", 661, 672), ("Just over two thirds", 667, 700),
        ("Nearly three quarters", 720, 750), ("About three quarters", 735, 765),
        ("Three quarters", 745, 755), ("Just over three quarters", 751, 790),
    ]

    private func published(_ council: String) throws -> [String: [String: Int]] {
        let data = Data(try Repository.text("Examples/ascs-2020-21/private/\(council).json").utf8)
        let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let tables = try #require(root["tables"] as? [[String: Any]])
        var tenths: [String: [String: Int]] = [:]
        for table in tables where table["group"] == nil {
            let question = try #require(table["question"] as? String)
            tenths[question] = (table["answers"] as? [String: Any])?.compactMapValues { value in
                (value as? NSNumber).map { Int(($0.doubleValue * 10).rounded()) }
            }
        }
        return tenths
    }

    private func share(_ question: String, in tables: [String: [String: Int]]) throws -> Int {
        let answers = try #require(Self.counted[question])
        return try answers.reduce(0) { sum, answer in
            try sum + #require(tables[question]?[answer], "\(question) \(answer)")
        }
    }

    @Test(arguments: ["norfolk", "liverpool", "york"])
    func everyNumberOfAStatementIsTheOneInThePublishedTables(council: String) throws {
        let tables = ["this": try published(council), "all": try published("all")]
        var checked = 0
        for finding in try ExampleTests.report("ascs-2020-21", of: council).findings {
            for case .figure(let id, let words) in finding.sentences.flatMap(\.parts)
            where Self.counted[id.question] != nil && id.measure == "positive" {
                let share = try share(id.question, in: try #require(tables[id.body]))
                #expect(words == "\(share / 10).\(share % 10)%", "\(finding.plain)")
                checked += 1
            }
        }
        #expect(checked > 25)
    }

    @Test(arguments: ["norfolk", "liverpool", "york"])
    func everyQuantityInWordsIsTrueOfThePublishedTables(council: String) throws {
        let tables = try published(council)
        var checked = 0
        for finding in try ExampleTests.report("ascs-2020-21", of: council).findings {
            for case .claim(let claim, let figures) in finding.sentences.flatMap(\.parts) {
                guard let rule = Self.words.first(where: { $0.phrase.lowercased() == claim.lowercased() })
                else {
                    continue
                }
                for id in figures where Self.counted[id.question] != nil {
                    let share = try share(id.question, in: tables)
                    #expect((rule.from..<rule.below).contains(share), "\(finding.plain) \(share)")
                    checked += 1
                }
            }
        }
        #expect(checked >= 5)
    }

    /// Annex table T1a: which of the counted questions is the highest and the lowest in each council.
    @Test(arguments: ["norfolk", "liverpool", "york"])
    func whatIsWorkingIsTheHighestAndWhatIsNotTheLowest(council: String) throws {
        let tables = try published(council)
        let report = try ExampleTests.report("ascs-2020-21", of: council)
        let shares = try report.working.compactMap { finding -> Int? in
            let question = try #require(finding.figures.first).question
            return Self.counted[question] == nil ? nil : try share(question, in: tables)
        }
        #expect(shares == shares.sorted(by: >))
        #expect(shares.allSatisfy { $0 >= 667 })
        for finding in report.notWorking {
            let question = try #require(finding.figures.first).question
            guard Self.counted[question] != nil else { continue }
            #expect(try share(question, in: tables) < 500)
        }
    }
}
