import Foundation
import TestSupport
import Testing

/// Infographics of the examples, and slips of the pen in their templates.
struct InfographicTests {
    private static let template = """
        format: poet-infographic/1
        id: mine
        title: What people told us
        subtitle: "{{replies}}"
        arrangements:
          a4:
            - [{block: life, columns: 5}, {block: support, columns: 7}]
            - [{block: views, columns: 12}]
        blocks:
          life: {kind: hero, figure: holders.quality-of-life.positive@this}
          support:
            kind: bars
            heading: "{{highest}} came first"
            questions: [dignity, amount]
          views: {kind: pictogram, headline: 1}

        """

    private func run(_ template: String) throws -> Program.Run {
        let workshop = try Workshop("poet-adults-2017")
        try workshop.write(template, to: "wave/mine.yaml")
        return try workshop.poet(
            "infographic", "wave/national", "--template", "mine", "--output", "out.md,out.svg")
    }

    @Test func aTemplateBesideTheWaveIsUsed() throws {
        let run = try run(Self.template)
        #expect(run.words == "")
        #expect(run.status == 0)
        #expect(run.output == "out.md\nout.svg\n")
    }

    @Test func aBlockWithoutResultsIsLeftOutWithAWarningAndItsNeighbourTakesItsColumns() throws {
        let slip = Slip("figure: holders.quality-of-life.positive@this", "headline: 90")
        let run = try run(slip.applied(to: Self.template))
        #expect(run.status == 0)
        #expect(run.words.contains("warning: the block 'life' is left out"), "\(run.words)")
        #expect(run.output == "out.md\nout.svg\n")
    }

    @Test func aPageThatIsTooFullIsAnErrorThatNamesItsBlock() throws {
        let long = String(repeating: "a long note without an end ", count: 200)
        let run = try run(Slip("amount]", "amount]\n    note: \(long)").applied(to: Self.template))
        #expect(run.status == 1)
        #expect(run.words.contains("too tall for 'a4'"), "\(run.words)")
        #expect(run.words.contains("the block 'support'"))
    }

    @Test(arguments: slips) func aSlipInATemplateIsToldWithItsRemedy(_ slip: Slip) throws {
        let run = try run(slip.applied(to: Self.template))
        #expect(run.status == 1)
        for words in slip.said { #expect(run.words.contains(words), "\(run.words)") }
    }

    @Test(arguments: [
        ("ascs-2020-21", "norfolk", "council", ["69.7%", "64.8%", "78.0%", "More than 6 in 10"]),
        (
            "poet-adults-2017", "national", "national-adults",
            ["75%", "57%", "50%", "8 in 10 had their views included"]
        ),
        ("exampleshire/2026", "exampleshire", "council", ["53%", "INVENTED"]),
    ])
    func theShippedInfographicsSayThePublishedFiguresInEverySize(
        wave: String, body: String, template: String, words: [String]
    ) throws {
        let workshop = try Workshop("tiny")
        for size in ["a4", "square"] {
            let run = try workshop.poet(
                "infographic", Repository.path("Examples/\(wave)/\(body)"), "--template", template, "--size",
                size, "--output", "\(size).md,\(size).svg")
            #expect(run.status == 0, "\(run.words)")
            let text = try workshop.text("\(size).md")
            for word in words { #expect(text.contains(word), "no '\(word)' in \(text)") }
            let svg = try workshop.text("\(size).svg")
            let description = try #require(svg.firstMatch(of: /<desc[^>]*>([^<]*)</)).output.1
            #expect(description.count <= 280 && description.hasSuffix("Text version follows."))
        }
    }
}

private let slips = [
    Slip("format: poet-infographic/1", "format: poet/1", "expected 'poet-infographic/1'"),
    Slip("kind: hero", "kind: heros", "mine.yaml:10:", "did you mean 'hero'?"),
    Slip("headline: 1", "headlin: 1", "unknown key 'headlin'", "says not what it shows"),
    Slip("block: life", "block: live", "there is no block 'live'", "did you mean 'life'?"),
    Slip("columns: 7", "columns: 8", "takes 13 columns"),
    Slip("columns: 7", "columns: 2", "from 4 to 12"),
    Slip("[{block: views, columns: 12}]", "[{block: life, columns: 12}]", "shows the block 'life' twice"),
    Slip("            - [{block: views, columns: 12}]\n".trimmed, "", "'views' stands in no arrangement"),
    Slip("quality-of-life", "quality-of-live", "there is no figure", "did you mean 'holders.quality-of-life"),
    Slip("positive@this", "base@this", "is a base, expected a share"),
    Slip("[dignity, amount]", "[dignitie, amount]", "there is no question", "did you mean 'dignity'?"),
    Slip("questions: [dignity, amount]", "theme: suport", "there is no theme", "did you mean 'support'?"),
    Slip("{{highest}} came", "{{higest}} came", "nothing named 'higest'", "did you mean 'highest'?"),
    Slip("{{highest}} came first", "Half of people said so", "'Half' is typed into the template"),
    Slip("a4:", "a5:", "unknown key 'a5'", "did you mean 'a4'?"),
]

extension String {
    fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
