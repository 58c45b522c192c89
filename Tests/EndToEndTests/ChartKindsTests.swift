import Foundation
import TestSupport
import Testing

/// Charts as a template asks for them, from real and invented results.
struct ChartKindsTests {
    /// The words of a chart's SVG, in order.
    private func text(_ chart: String, of folder: String, in workshop: Workshop) throws -> String {
        let run = try workshop.poet("chart", folder, chart, "--output", "chart.svg", "--date", "2026-07-01")
        #expect(run.status == 0, "\(chart): \(run.words)")
        let svg = try workshop.text("chart.svg")
        return svg.matches(of: /<text[^>]*>([^<]*)</).map { String($0.1) }.joined(separator: " ")
    }

    @Test(arguments: [
        ("diverging?theme=support&audience=holders&scale=quality5", "to the right of the line"),
        ("diverging?theme=support&audience=holders&scale=quality5&neutral=centred", "lie across it"),
        ("grouped?audience=holders&questions=headline&group=age", "65 and over"),
        ("multiples?audience=holders&questions=headline&group=age", "Every panel has the same scale"),
        ("audiences?versions=", "Practitioners"), ("change?audience=holders&questions=headline", "2024"),
        ("trend?question=dignity", "n 110"), ("people?questions=dignity", "to the nearest person"),
        ("people?questions=dignity&answers=all", "largest remainders"), ("number?question=dignity", "86%"),
    ])
    func everyKindIsDrawnFromExampleshire(chart: String, words: String) throws {
        let workshop = try Workshop("exampleshire")
        #expect(try text(chart, of: "wave/2026/exampleshire", in: workshop).contains(words), "\(chart)")
    }

    @Test func aFunnelOfRealCouncilsNamesOneAlone() throws {
        let workshop = try Workshop("ascs-2020-21")
        let words = try text("funnel?question=safe", of: "wave/norfolk", in: workshop)
        #expect(words.contains("Norfolk"))
        for other in ["York", "Torbay", "Liverpool", "Bexley"] { #expect(!words.contains(other)) }
    }

    @Test func aFunnelWithoutConsentIsRefused() throws {
        let workshop = try Workshop("ascs-2020-21")
        let wave = workshop.path + "/wave/wave.yaml"
        let text = try String(contentsOfFile: wave, encoding: .utf8)
        for (points, said) in [
            ("", "has 0 other bodies with results that may be dots, too few for a funnel"),
            (
                "points: [york, torbay]\n",
                "has 2 other bodies with results that may be dots, too few for a funnel"
            ),
            ("points: [yrok]\n", "'points' names 'yrok', of which there are no results"),
            ("points: 3\n", "'points' is the number 3, expected 'all' or a list of bodies"),
        ] {
            try text.replacing("points: all\n", with: points).write(
                toFile: wave, atomically: true, encoding: .utf8)
            let run = try workshop.poet(
                "chart", "wave/norfolk", "funnel?question=safe", "--output", "chart.svg")
            #expect(run.status == 1)
            #expect(run.words.contains(said), "\(run.words)")
        }
    }

    @Test(arguments: [
        ("funnel?question=dignity", "too few for a funnel"), ("process?audience=holders", "needs 'group='"),
        ("process?group=age", "'age' is no group that says how the process went"),
        ("multiples?group=age&theme=care", "unknown theme 'care'"),
        ("trend?question=dignty", "unknown question 'dignty'"),
        ("diverging?theme=support&neutral=middle", "unknown place of neutral answers 'middle'"),
        ("people?audience=holders", "finds questions of several scales"),
    ])
    func whatCannotBeDrawnSaysWhy(chart: String, words: String) throws {
        let workshop = try Workshop("exampleshire")
        let run = try workshop.poet("chart", "wave/2026/exampleshire", chart, "--output", "chart.svg")
        #expect(run.status == 1)
        #expect(run.words.contains(words), "\(run.words)")
    }

    @Test func aTransparentChartHasAlphaAndATelephonesIsNarrow() throws {
        let workshop = try Workshop("exampleshire")
        let run = try workshop.poet(
            "chart", "wave/2026/exampleshire", "number?question=dignity", "--output", "chart.png", "--width",
            "320",
            "--scale", "1", "--transparent")
        #expect(run.status == 0)
        let png = try Data(contentsOf: URL(fileURLWithPath: workshop.path + "/chart.png"))
        #expect(Array(png[16..<20]) == [0, 0, 1, 64])
        #expect(png[25] == 3, "a palette")
        #expect(png.firstRange(of: Data("tRNS".utf8)) != nil, "with its opacities")
    }
}
