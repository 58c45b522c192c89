import Foundation
import TestSupport
import Testing

/// Slips of the pen in every file that people write: each message names the place and the remedy.
struct SlipTests {
    @Test(arguments: slips) func aSlipIsToldWithItsPlaceAndItsRemedy(_ slip: FileSlip) throws {
        let workshop = try Self.workshop()
        try workshop.slip(slip.slip, in: "wave/" + slip.file)
        let run = try workshop.render()
        #expect(run.status == 1)
        #expect(told(run.words).filter { !$0.hasPrefix("1 of 1 reports failed") } == slip.slip.said)
        #expect(!workshop.exists("out/exampleton"))
        let check = try workshop.poet("check", "wave")
        #expect(check.status == 1)
        #expect(check.words.contains(slip.slip.said.first ?? "nothing"))
    }

    @Test func theGoodWaveIsRendered() throws {
        let run = try Self.workshop().render()
        #expect(run.status == 0)
        #expect(run.words == "")
    }

    /// The tiny example with a template, a policy and a narrative of its own.
    private static func workshop() throws -> Workshop {
        let workshop = try Workshop("tiny")
        try workshop.write(template, to: "wave/mine/report.md")
        try workshop.write(Repository.text("Templates/policies/standard.yaml"), to: "wave/standard.yaml")
        try workshop.slip(Slip("template: council", "template: mine"), in: "wave/wave.yaml")
        try workshop.write(
            workshop.text("wave/exampleton/report.yaml") + "narrative:\n  summary: summary.md\n",
            to: "wave/exampleton/report.yaml")
        try workshop.write("Thank you.\n", to: "wave/exampleton/summary.md")
        return workshop
    }
}

/// A slip in one file of the wave.
struct FileSlip: Sendable, CustomTestStringConvertible {
    let file: String
    let slip: Slip

    init(_ file: String, _ slip: Slip) {
        self.file = file
        self.slip = slip
    }

    var testDescription: String { "\(file): \(slip.testDescription)" }
}

private let template = """
    # {{title}} {#title}

    {{#narrative.summary}}
    {{> narrative.summary}}

    {{/narrative.summary}}
    {{holders.dignity.positive@this|percent}} of {{holders.dignity.base@this}}.

    ![](chart:stacked?theme=difference&scale=better5&compare=all)

    ![](table:answers?theme=difference)

    """

private let slips: [FileSlip] = [
    // The template.
    FileSlip("mine/report.md", Slip("{{title}}", "{{titel}}", "?")),
    FileSlip("mine/report.md", Slip("{{title}}", "{{title", "?")),
    FileSlip("mine/report.md", Slip("{{/narrative.summary}}\n", "", "?")),
    FileSlip("mine/report.md", Slip("holders.dignity.positive@this", "holders.dignty.positive@this", "?")),
    FileSlip("mine/report.md", Slip("holders.dignity.positive@this", "holders.dignity.positive@region", "?")),
    FileSlip("mine/report.md", Slip("|percent", "|percnt", "?")),
    FileSlip("mine/report.md", Slip("{{> narrative.summary}}", "{{> narative.summary}}", "?")),
    FileSlip("mine/report.md", Slip("chart:stacked", "chart:staked", "?")),
    FileSlip("mine/report.md", Slip("chart:stacked", "chrat:stacked", "?")),
    FileSlip("mine/report.md", Slip("theme=difference&scale", "theme=diference&scale", "?")),
    FileSlip("mine/report.md", Slip("&compare=all", "&compare=region", "?")),
    FileSlip("mine/report.md", Slip("&compare=all", "&comapre=all", "?")),
    FileSlip("mine/report.md", Slip("scale=better5", "scale=better", "?")),
    // The report folder.
    FileSlip("exampleton/report.yaml", Slip("title:", "titel:", "?")),
    FileSlip("exampleton/report.yaml", Slip("body: exampleton", "body: exmapleton", "?")),
    FileSlip("exampleton/report.yaml", Slip("summary: summary.md", "sumary: summary.md", "?")),
    FileSlip("exampleton/report.yaml", Slip("summary: summary.md", "summary: sumary.md", "?")),
    FileSlip("exampleton/report.yaml", Slip("body: exampleton", "body: exampleton\ntemplate: coucil", "?")),
    FileSlip("exampleton/report.yaml", Slip("body: exampleton", "body: exampleton\ntheme: peot", "?")),
    FileSlip("exampleton/report.yaml", Slip("body: exampleton", " body: exampleton", "?")),
    FileSlip("exampleton/summary.md", Slip("Thank you.", "Thank {{you}}.", "?")),
    // The wave.
    FileSlip("wave.yaml", Slip("instrument: tiny", "instrument: tinny", "?")),
    FileSlip("wave.yaml", Slip("policy: standard", "policy: standrad", "?")),
    FileSlip("wave.yaml", Slip("policy:", "polcy:", "?")),
    FileSlip("wave.yaml", Slip("body: all", "body: al", "?")),
    FileSlip("wave.yaml", Slip("body: all", "body: region", "?")),
    FileSlip("wave.yaml", Slip("from: 2026-03-01", "from: 2026-03-32", "?")),
    // The instrument and the policy.
    FileSlip("tiny.yaml", Slip("scale: better5", "scale: beter5", "?")),
    FileSlip("tiny.yaml", Slip("polarity: positive", "polarity: postive", "?")),
    FileSlip("standard.yaml", Slip("withholdBelow", "witholdBelow", "?")),
    // The results.
    FileSlip("private/exampleton.json", Slip("\"question\": \"work\"", "\"question\": \"wrok\"", "?")),
    FileSlip("private/exampleton.json", Slip("\"same\": 20", "\"smae\": 20", "?")),
    FileSlip("private/exampleton.json", Slip("\"same\": 20", "\"same\": 21", "?")),
    FileSlip("private/exampleton.json", Slip("\"same\": 20", "\"same\": twenty", "?")),
    FileSlip("private/exampleton.json", Slip("\"category\": \"friend\"", "\"category\": \"freind\"", "?")),
    FileSlip("private/exampleton.json", Slip("\"units\": \"counts\"", "\"units\": \"cuonts\"", "?")),
]
