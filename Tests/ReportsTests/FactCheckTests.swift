import Diagnostics
import Document
import Findings
import Foundation
import TestSupport
import Testing

@testable import Reports
@testable import Survey

/// Narratives about three councils whose published tables everybody can look up: true as they stand, and one number changed.
struct FactCheckTests {
    private static let councils = ["norfolk", "liverpool", "york"]

    private static let wave = Result { try Examples.wave("ascs-2020-21") }

    /// Of each council once: findings are much work for a debug build.
    private static let contexts: [String: Result<ReportContext, any Error>] = Dictionary(
        uniqueKeysWithValues: councils.map { council in (council, Result { try read(council) }) })
    private static let tables: [String: Result<Set<Int>, any Error>] = Dictionary(
        uniqueKeysWithValues: councils.map { council in (council, Result { try published(council) }) })

    private static func context(_ council: String) throws -> ReportContext {
        try #require(contexts[council]).get()
    }

    private static func read(_ council: String) throws -> ReportContext {
        let wave = try wave.get()
        let results = try wave.results(for: council, at: SourceLocation(file: "report.yaml"))
        let settings = ReportSettings(body: council, narrative: [:], checked: [])
        return ReportContext(results: results, wave: wave.wave, settings: settings)
    }

    /// The warnings about a narrative of one paragraph a line.
    private static func warnings(_ lines: [String], _ context: ReportContext) -> [Diagnostic] {
        let blocks = lines.enumerated().map { index, line in
            Block(.paragraph([.text(line)]), location: SourceLocation(file: "summary.md", line: index + 1))
        }
        let log = DiagnosticLog()
        FactCheck(context: context).check(
            [Manuscript(blocks: blocks)], writtenIn: ["summary.md"], isWhole: true, log: log)
        return log.warnings
    }

    /// Every share that the publisher gives for a council and for the average, in tenths, and the sums that are counted.
    private static func published(_ council: String) throws -> Set<Int> {
        var tenths: Set<Int> = []
        for body in [council, "all"] {
            let text = try Repository.text("Examples/ascs-2020-21/private/\(body).json")
            let root = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
            for response in root?["responses"] as? [[String: Any]] ?? [] {
                if let rate = response["responseRate"] as? NSNumber { tenths.insert(tenth(rate)) }
            }
            for table in root?["tables"] as? [[String: Any]] ?? [] {
                let answers = (table["answers"] as? [String: Any] ?? [:]).values.compactMap {
                    $0 as? NSNumber
                }.map(tenth)
                // A measure is a sum of some of the answers.
                var sums: Set<Int> = [0]
                for answer in answers { sums.formUnion(sums.map { $0 + answer }) }
                tenths.formUnion(sums)
            }
        }
        return tenths
    }

    private static func tenth(_ number: NSNumber) -> Int { Int((number.doubleValue * 10).rounded()) }

    /// Statements with one percentage each, as a person could have copied them.
    private static func statements(_ context: ReportContext) -> [String] {
        context.findings.findings.filter {
            $0.kind == .headline || $0.kind == .working || $0.kind == .notWorking
        }
        .map(\.plain).filter { $0.count { $0 == "%" } == 1 }
    }

    @Test(arguments: councils) func aTrueNarrativePasses(council: String) throws {
        let context = try Self.context(council)
        let lines = Self.statements(context)
        #expect(lines.count > 8)
        #expect(Self.warnings(lines, context).isEmpty)
    }

    /// Each statement with its number changed by some tenths: a number that nobody published is named, with its line.
    @Test(arguments: councils, 1...30) func oneChangedNumberIsNamed(council: String, seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let context = try Self.context(council)
        var lines = Self.statements(context)
        let published = try #require(Self.tables[council]).get()
        let index = Int.random(in: lines.indices, using: &random)
        let number = try #require(lines[index].firstMatch(of: /([0-9]+)\.([0-9])%/))
        let right = try #require(Int(number.1 + number.2))
        let unpublished = (0...1000).filter { wrong in
            // Nor may it be what a published number with more decimals rounds to.
            wrong != right && !published.contains(wrong)
        }
        guard let wrong = unpublished.randomElement(using: &random) else { return }
        let text = "\(wrong / 10).\(wrong % 10)%"
        lines[index].replaceSubrange(number.range, with: text)
        let warnings = Self.warnings(lines, context)
        #expect(warnings.count == 1)
        #expect(
            warnings.first?.message.hasPrefix("the text says '\(text)', and no published figure is that")
                == true)
        #expect(warnings.first?.location?.line == index + 1)
        #expect(warnings.first?.hints.first?.hasPrefix("the nearest figure is ") == true)
    }
}
