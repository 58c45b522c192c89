import Foundation
import TestSupport
import Testing

/// The templates that come with poet, over results of which much is missing.
struct ReportTemplatesTests {
    private static let mains = ["council", "national", "regional", "children", "health"]
    private static let others = ["initial-findings", "summary", "briefing"]

    @Test(arguments: mains) func noSectionStandsEmpty(_ template: String) throws {
        for gap in Gap.allCases {
            let workshop = try Self.workshop(template, gap)
            let run = try workshop.render(formats: "md,html")
            #expect(run.words == "", "\(gap)")
            for file in ["report"] + Self.others {
                let text = try workshop.text("out/exampleshire/\(file).md")
                #expect(Self.emptyHeadings(in: text) == [], "\(gap), \(file)")
            }
        }
    }

    @Test func aQuestionnaireOfOneLongThemeIsPartedIntoChartsThatFit() throws {
        let workshop = try Workshop("tiny")
        try Self.fill(workshop, questions: 30)
        let run = try workshop.render(formats: "html,md,pdf,svg")
        #expect(run.words == "")
        let charts = try workshop.files(below: "out/exampleton/charts").keys.filter { $0.hasSuffix(".svg") }
        #expect(charts.count == 3)
    }

    @Test func aNarrativeTakesOverASectionAndKeepsItsFigures() throws {
        let workshop = try Workshop("exampleshire-children")
        try workshop.write(
            workshop.text("wave/exampleshire/report.yaml")
                + "narrative:\n  theme-support: support.md\n  working: working.md\n  briefing: briefing.md\n",
            to: "wave/exampleshire/report.yaml")
        try workshop.write(
            "Ours: {{parents.choice.positive@this}} of parents and carers.\n",
            to: "wave/exampleshire/support.md")
        try workshop.write(
            "Before.\n\n{{#working}}\n- {{#pieces}}{{.}}{{/pieces}}\n{{/working}}\n",
            to: "wave/exampleshire/working.md")
        try workshop.write("For you to decide.\n", to: "wave/exampleshire/briefing.md")
        #expect(try workshop.render().words == "")
        let report = try workshop.text("out/exampleshire/report.md")
        let support = try #require(report.firstRange(of: "## Support\n"))
        #expect(report[support.upperBound...].prefix(300).contains(/Ours: [0-9]+% of parents and carers\./))
        #expect(report.contains("### What is working well\n\nBefore.\n\n- "))
        let briefing = try workshop.text("out/exampleshire/briefing.md")
        #expect(briefing.contains("For you to decide."))
        #expect(!briefing.contains("What people told us"))
        try workshop.slip(Slip("theme-support:", "theme-suport:"), in: "wave/exampleshire/report.yaml")
        #expect(told(try workshop.render().words).prefix(2).last == "hint: did you mean 'theme-support'?")
    }

    @Test func shortDocumentsStayWithinTheirPages() throws {
        for example in ["exampleshire-children", "exampleham-health"] {
            let run = try Workshop(example).render(formats: "pdf")
            #expect(run.words == "", "\(example)")
        }
    }

    private enum Gap: String, CaseIterable {
        case none, withheld, alone
    }

    private static func workshop(_ template: String, _ gap: Gap) throws -> Workshop {
        let workshop = try Workshop("exampleshire-children")
        try workshop.slip(Slip("template: children", "template: \(template)"), in: "wave/wave.yaml")
        switch gap {
        case .none: break
        case .withheld:
            var policy = try Repository.text("Templates/policies/standard.yaml")
            for (name, limit) in [("withholdBelow", "10"), ("percentagesFrom", "30"), ("cautionBelow", "50")]
            {
                policy = policy.replacing("\(name): \(limit)", with: "\(name): 100000")
            }
            try workshop.write(policy.replacing("id: standard", with: "id: hard"), to: "wave/hard.yaml")
            try workshop.slip(Slip("policy: standard", "policy: hard"), in: "wave/wave.yaml")
        case .alone:
            let wave = try workshop.text("wave/wave.yaml")
            let start = try #require(wave.firstRange(of: "comparators:"))
            try workshop.write(String(wave[..<start.lowerBound]), to: "wave/wave.yaml")
            let lines = try workshop.text("wave/private/exampleshire.json").split(separator: "\n")
            let kept = lines.filter { !$0.contains("\"group\"") }.joined(separator: "\n")
                .replacing(/,\n  \]/, with: "\n  ]")
            try workshop.write(kept, to: "wave/private/exampleshire.json")
        }
        return workshop
    }

    /// Headings that another of their level or above follows, or nothing.
    private static func emptyHeadings(in text: String) -> [String] {
        let lines = text.split(separator: "\n").map(String.init) + ["# End"]
        func level(_ line: String) -> Int? {
            let marks = line.prefix { $0 == "#" }.count
            return marks > 0 && line.dropFirst(marks).first == " " ? marks : nil
        }
        return zip(lines, lines.dropFirst()).compactMap { line, next in
            guard let own = level(line), let following = level(next), following <= own else { return nil }
            return line
        }
    }

    /// One theme, asked in many questions with long labels.
    private static func fill(_ workshop: Workshop, questions count: Int) throws {
        let labels = (1...count).map {
            "Area of life \($0), with a label that is as long as labels get in questionnaires"
        }
        var instrument = try workshop.text("wave/tiny.yaml")
        let start = try #require(instrument.firstRange(of: "\nquestions:\n"))
        instrument = String(instrument[..<start.upperBound])
        var tables: [String] = []
        for (index, label) in labels.enumerated() {
            instrument += """
                  - id: q\(index)
                    theme: difference
                    audience: holders
                    wording: \(label)?
                    label: \(label)
                    scale: better5

                """
            tables.append(
                "{\"question\": \"q\(index)\", \"replies\": 100, \"answers\": {\"lot-better\": \(20 + index), \"better\": 20, \"same\": \(40 - index), \"worse\": 10, \"lot-worse\": 10}}"
            )
        }
        try workshop.write(instrument, to: "wave/tiny.yaml")
        let wave = try workshop.text("wave/wave.yaml")
        let end = try #require(wave.firstRange(of: "comparators:"))
        try workshop.write(String(wave[..<end.lowerBound]), to: "wave/wave.yaml")
        try workshop.remove("wave/private")
        try workshop.write(
            """
            {"format": "poet-raw/1", "instrument": "tiny", "units": "counts", "basePrecision": 1,
             "body": {"id": "exampleton", "name": "Exampleton", "kind": "council"},
             "responses": [{"audience": "holders", "replies": 112}],
             "tables": [\(tables.joined(separator: ",\n"))]}
            """, to: "wave/private/exampleton.json")
    }
}
