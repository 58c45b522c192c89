import Foundation
import TestSupport
import Testing

/// The numbers and the words that readers meet.
struct FiguresTests {
    @Test func norfolksSatisfactionReadsAsPublishedEverywhere() throws {
        let workshop = try Workshop("ascs-2020-21")
        let run = try workshop.poet(
            "render", "wave/norfolk", "--output", "out", "--formats", "html,md,csv", "--date", "2026-07-01")
        #expect(run.status == 0)
        #expect(run.words == "")
        let shares = ["69.7", "19.0", "4.8", "2.4", "4.0"]
        // Between two of them may stand the share of the councils beside it.
        let inOrder = try Regex(
            shares.map { NSRegularExpression.escapedPattern(for: $0 + "%") }
                .joined(separator: "[^%]*?(?:[0-9.]+%[^%]*?)?"))
        for page in ["out/norfolk/report.html", "out/norfolk/report.md"] {
            let text = try workshop.text(page)
            #expect(text.firstMatch(of: inOrder) != nil, "\(page)")
            #expect(text.contains("about 455") || text.contains("About 455"), "\(page)")
            for rounded in ["70%", "69.70%"] {
                #expect(!text.contains(">\(rounded)<") && !text.contains(" \(rounded) |"), "\(page)")
            }
        }
        let rows = try workshop.files(below: "out/norfolk/data").values.flatMap {
            String(decoding: $0, as: UTF8.self).split(separator: "\n").map(String.init)
        }
        for share in shares {
            #expect(
                rows.contains {
                    $0.contains("Norfolk") && $0.contains(",\(share),") && $0.contains(",455,5,")
                }, "\(share)")
        }
    }

    @Test(arguments: ["tiny", "tiny-published", "poet-adults-2017"])
    func theTextAlternativeIsTheSameInEveryFormat(_ example: String) throws {
        let workshop = try Workshop(example)
        #expect(try workshop.render(formats: "html,md,svg").status == 0)
        let body = try #require(
            try FileManager.default.contentsOfDirectory(atPath: workshop.path + "/out").first {
                !$0.contains(".")
            })
        let html = try workshop.text("out/\(body)/report.html")
        let markdown = try workshop.text("out/\(body)/report.md")
        let charts = try workshop.files(below: "out/\(body)/charts")
        #expect(!charts.isEmpty)
        for (name, data) in charts {
            let svg = String(decoding: data, as: UTF8.self)
            let found = try #require(
                svg.firstMatch(of: /<desc[^>]*>([^<]*)<\/desc>/), "\(name) has no description")
            let written = String(found.output.1)
            let alternative = written.replacing("&amp;", with: "&").replacing("&lt;", with: "<")
            #expect(alternative.hasSuffix(" Table follows."))
            #expect(alternative.count <= 250 + " Table follows.".count)
            #expect(html.contains(written), "\(name) in HTML")
            let plain = markdown.replacing("\\", with: "")
            #expect(plain.contains("![\(alternative)](charts/\(name))"), "\(name) in Markdown")
            #expect(svg.contains("role=\"img\""))
        }
    }

    /// On whatever day: numbers of the date must not be what lets other numbers pass.
    @Test(arguments: ["2026-01-31", "2026-11-22"])
    func everyExampleRendersWithoutAWarning(_ date: String) throws {
        for example in ["poet-adults-2017", "exampleshire"] {
            let workshop = try Workshop(example)
            let waves = example == "exampleshire" ? ["wave/2026"] : ["wave"]
            for wave in waves {
                if example == "exampleshire" {
                    #expect(try workshop.poet("disclose", "wave/2024").status == 0)
                }
                let run = try workshop.poet(
                    "render", wave, "--output", "out", "--strict", "--formats", "html,md,csv,ods,json",
                    "--date", date)
                #expect(run.status == 0)
                #expect(run.words == "")
            }
        }
    }

    @Test func questionsWithoutResultsAreNamedBelowAChartAndHaveNoLineInIt() throws {
        let workshop = try Workshop("tiny")
        #expect(try workshop.poet("init", "north").status == 0)
        #expect(
            try workshop.poet("render", "north", "--output", "out", "--formats", "md,svg").status == 0)
        let page = try workshop.text("out/north/report.md")
        let note = "Not asked here, or not available: “Treated with dignity”, “Quality of support”,"
        #expect(page.contains(note))
        // One question is left: the chart tells of it alone.
        #expect(
            page.contains(
                "**Figure 2. 55% of budget holders rated information and advice as good or very good**"))
        #expect(page.contains("| Dignity in support |"))
        #expect(!page.contains("| Independence |"))
        #expect(!page.contains("| Treated with dignity |"))
        let chart = try workshop.text("out/north/charts/holders-support-quality5.svg")
        #expect(chart.contains("Not asked here, or not available: “Treated with dignity”"))
        #expect(!chart.contains(">Treated with dignity<"))
    }
}
