import Diagnostics
import Reading
import Survey
import Testing

@testable import Findings

struct FindingsFileTests {
    private func report() throws -> FindingsReport {
        let all = Invented.body("all", .all, councils: 12, [Invented.table("dignity", 600, of: 1000)])
        return try Invented.report(
            [Invented.table("dignity", 80, of: 100)], beside: [("all", "All 12 councils", all)])
    }

    @Test func asTextEveryStatementIsALine() throws {
        #expect(
            FindingsText(.text).text(try report()) == """
                Ham
                ===

                In short
                --------

                - Eight in 10 budget holders said that dignity had got better (80%).
                - 80% of budget holders said that dignity had got better. This is a higher share than in the other 11 councils (All 12 councils: 60%).

                What people said
                ----------------

                - Eight in 10 budget holders said that dignity had got better (80%).

                Beside others
                -------------

                - 80% of budget holders said that dignity had got better. This is a higher share than in the other 11 councils (All 12 councils: 60%).

                What is working well
                --------------------

                - Eight in 10 budget holders said that dignity had got better (80%).

                To open “Life”
                --------------

                - Eight in 10 budget holders said that dignity had got better (80%).
                - The share is higher than in the other 11 councils for dignity (80%).

                Notes
                -----

                - Differences between Ham and the other 11 councils: 1 test.

                """)
    }

    @Test func asMarkdownEveryNumberIsTheNameOfItsFigure() throws {
        let text = FindingsText(.markdown).text(try report())
        #expect(text.hasPrefix("# Ham\n\n## In short\n\n- Eight in 10 budget holders"))
        #expect(
            text.contains(
                "- {{holders.dignity.positive@this}} of budget holders said that dignity had got better. This is a higher share than in the other 11 councils (All 12 councils: {{holders.dignity.positive@all}})."
            ))
    }

    @Test func asAFileEachStatementHasItsPartsAndEachTestItsNumbers() throws {
        let text = JSONText.write(try report().json)
        let root = try JSONReader.read(SourceText(text, file: "findings.json"))
        guard case .object(let members) = root.value else { throw Failure("no object") }
        #expect(
            members.map(\.name) == [
                "format", "body", "wave", "summary", "messages", "findings", "openings", "families",
                "associations", "notes",
            ])
        for piece in [
            #""shown": "80%""#, #""figure": "holders.dignity.positive@this""#,
            #""verdict": "higher""#, #""points": 22"#, #""reason": "compared""#, #""distance": 12.8"#,
            #""p": 0.000017"#, #""claim": "Eight in 10""#,
        ] { #expect(text.contains(piece), "\(piece)") }
    }

    /// 86 of 100 and 30 of 100: a risk ratio of 2.87, an odds ratio of 14.33; 86 of the 116 with the outcome.
    @Test func associationsAreGivenBothWays() throws {
        let report = try Invented.report([
            Invented.table("dignity", 116, of: 200),
            Invented.table("dignity", 86, of: 100, group: "plan", category: "easy"),
            Invented.table("dignity", 30, of: 100, group: "plan", category: "hard"),
        ])
        let text = JSONText.write(report.json)
        for piece in [
            #""points": 56.0"#, #""value": 2.87"#, #""value": 14.33"#, #""firstAmongPositive": 74.1"#,
            #""firstAmongOthers": 16.7"#,
        ] { #expect(text.contains(piece), "\(piece)") }
    }

    /// An empty cell has no odds ratio; it is said so, and no number stands in its place.
    @Test(arguments: [(100, 30), (30, 0), (0, 40)]) func anEmptyCellIsNotEstimable(first: Int, others: Int)
        throws
    {
        let report = try Invented.report([
            Invented.table("dignity", first + others, of: 200),
            Invented.table("dignity", first, of: 100, group: "plan", category: "easy"),
            Invented.table("dignity", others, of: 100, group: "plan", category: "hard"),
        ])
        let text = JSONText.write(report.json)
        #expect(text.contains(#""oddsRatio": "not estimable""#))
        for finding in report.findings {
            for word in ["nan", "inf", "NaN", "∞"] { #expect(!finding.plain.contains(word)) }
        }
        for word in ["nan", "inf,"] { #expect(!text.contains(word)) }
    }

    @Test(arguments: [
        ("beside: dignity}", "beside: dignty}", "unknown question 'dignty'"),
        (
            "process: true   # planning", "process: yes",
            "'process' of the group is the text 'yes', expected true or false"
        ),
        (
            "background: true", "background: 1",
            "'background' of the theme is the number 1, expected true or false"
        ),
    ]) func theInstrumentsWordsForFindingsAreChecked(right: String, wrong: String, message: String) throws {
        let text = Invented.text.replacing(right, with: wrong)
        #expect(text != Invented.text)
        #expect {
            _ = try InstrumentReader.read(YAMLReader.read(SourceText(text, file: "invented.yaml")))
        } throws: { error in
            (error as? Failure)?.diagnostics.map(\.message) == [message]
        }
    }
}
