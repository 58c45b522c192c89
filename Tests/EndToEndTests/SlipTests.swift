import Foundation
import TestSupport
import Testing

/// Slips of the pen in every file that people write: each message names the place and the remedy.
struct SlipTests {
    @Test(arguments: slips) func aSlipIsToldWithItsPlaceAndItsRemedy(_ slip: FileSlip) throws {
        let workshop = try Self.workshop()
        try workshop.slip(slip.slip, in: "wave/" + slip.file)
        let run = try workshop.render(formats: "html,md,csv")
        #expect(run.status == 1)
        let said = told(run.words).filter { !$0.hasPrefix("1 of 1 reports failed") }
            .map { $0.hasPrefix("hint: names here: ") ? "hint: names here: …" : $0 }
        #expect(said == slip.slip.said)
        #expect(!workshop.exists("out/exampleton"))
        let check = try workshop.poet("check", "wave")
        #expect(check.status == 1)
        #expect(check.words.contains(slip.slip.said.first ?? "nothing"))
    }

    @Test func theGoodWaveIsRendered() throws {
        let run = try Self.workshop().render(formats: "html,md,csv")
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
    FileSlip(
        "mine/report.md",
        Slip(
            "{{title}}", "{{titel}}", "wave/mine/report.md:1:3: error: unknown name \'titel\'",
            "hint: did you mean \'title\'?")),
    FileSlip(
        "mine/report.md",
        Slip(
            "{{title}}", "{{title",
            "wave/mine/report.md:1:3: error: this tag is not closed before the next one opens",
            "wave/mine/report.md:6:1: error: {{/narrative.summary}} closes a section that was not opened")),
    FileSlip(
        "mine/report.md",
        Slip(
            "{{/narrative.summary}}\n", "",
            "wave/mine/report.md:3:1: error: \'narrative.summary\' is opened here and never closed",
            "hint: end it with {{/narrative.summary}}")),
    FileSlip(
        "mine/report.md",
        Slip(
            "holders.dignity.positive@this", "holders.dignty.positive@this",
            "wave/mine/report.md:7:1: error: unknown name \'holders.dignty.positive@this\'",
            "hint: did you mean \'holders.dignity.positive@this\'?")),
    FileSlip(
        "mine/report.md",
        Slip(
            "holders.dignity.positive@this", "holders.dignity.positive@region",
            "wave/mine/report.md:7:1: error: unknown name \'holders.dignity.positive@region\'",
            "hint: names here: …")),
    FileSlip(
        "mine/report.md",
        Slip(
            "|percent", "|percnt", "wave/mine/report.md:7:1: error: unknown format \'percnt\'",
            "hint: did you mean \'percent\'?")),
    FileSlip(
        "mine/report.md",
        Slip(
            "{{> narrative.summary}}", "{{> narative.summary}}",
            "wave/exampleton/report.yaml:5:3: error: the template \'wave/mine\' has no place for the narrative \'summary\'",
            "hint: write {{> narrative.summary}} in the template, where it should stand")),
    FileSlip(
        "mine/report.md",
        Slip(
            "chart:stacked", "chart:staked", "wave/mine/report.md:9: error: there is no \'chart:staked\'",
            "hint: did you mean \'chart:stacked\'?")),
    FileSlip(
        "mine/report.md",
        Slip(
            "chart:stacked", "chrat:stacked",
            "wave/mine/report.md:9: error: unknown kind of figure \'chrat\' in \'chrat:stacked?theme=difference&scale=better5&compare=all\'",
            "hint: did you mean \'chart\'?")),
    FileSlip(
        "mine/report.md",
        Slip(
            "theme=difference&scale", "theme=diference&scale",
            "wave/mine/report.md:9: error: unknown theme \'diference\' in \'chart:stacked\'",
            "hint: did you mean \'difference\'?")),
    FileSlip(
        "mine/report.md",
        Slip(
            "&compare=all", "&compare=region",
            "wave/mine/report.md:9: error: unknown comparator \'region\' in \'chart:stacked\'",
            "hint: comparators here: all")),
    FileSlip(
        "mine/report.md",
        Slip(
            "&compare=all", "&comapre=all",
            "wave/mine/report.md:9: error: \'chart:stacked\' has no parameter \'comapre\'",
            "hint: did you mean \'compare\'?")),
    FileSlip(
        "mine/report.md",
        Slip(
            "scale=better5", "scale=better",
            "wave/mine/report.md:9: error: unknown scale \'better\' in \'chart:stacked\'",
            "hint: did you mean \'better5\'?")),
    // The report folder.
    FileSlip(
        "exampleton/report.yaml",
        Slip(
            "title:", "titel:", "wave/exampleton/report.yaml:3:1: error: unknown key \'titel\' in the report",
            "hint: did you mean \'title\'?")),
    FileSlip(
        "exampleton/report.yaml",
        Slip(
            "body: exampleton", "body: exmapleton",
            "wave/exampleton/report.yaml:2:7: error: there are no published results of \'exmapleton\'",
            "hint: did you mean \'exampleton\'?")),
    FileSlip(
        "exampleton/report.yaml",
        Slip(
            "summary: summary.md", "sumary: summary.md",
            "wave/exampleton/report.yaml:5:3: error: the template \'wave/mine\' has no place for the narrative \'sumary\'",
            "hint: did you mean \'summary\'?")),
    FileSlip(
        "exampleton/report.yaml",
        Slip(
            "summary: summary.md", "summary: sumary.md",
            "wave/exampleton/sumary.md: error: there is no such file", "hint: check the spelling of the path")
    ),
    FileSlip(
        "exampleton/report.yaml",
        Slip(
            "body: exampleton", "body: exampleton\ntemplate: coucil",
            "wave/exampleton/report.yaml:3:11: error: there is no report template \'coucil\'",
            "hint: did you mean \'council\'?")),
    FileSlip(
        "exampleton/report.yaml",
        Slip(
            "body: exampleton", "body: exampleton\ntheme: peot",
            "wave/exampleton/report.yaml:3:8: error: there is no theme \'peot\'",
            "hint: did you mean \'poet\'?")),
    FileSlip(
        "exampleton/report.yaml",
        Slip(
            "body: exampleton", " body: exampleton",
            "wave/exampleton/report.yaml:2:6: error: no \': \' can stand here",
            "hint: put a text with a colon in quotes; begin all names of a map in the same column")),
    FileSlip(
        "exampleton/summary.md",
        Slip(
            "Thank you.", "Thank {{you}}.", "wave/exampleton/summary.md:1:7: error: unknown name \'you\'",
            "hint: names here: …")),
    // The wave.
    FileSlip(
        "wave.yaml",
        Slip(
            "instrument: tiny", "instrument: tinny",
            "wave/wave.yaml:4:13: error: there is no \'tinny\' among the instruments",
            "hint: instruments: ascs-2020-21, poet-adults-2017, poet-adults-2026, poet-children-2026, poet-health-2026"
        )),
    FileSlip(
        "wave.yaml",
        Slip(
            "policy: standard", "policy: standrad",
            "wave/wave.yaml:6:9: error: there is no \'standrad\' among the policies",
            "hint: did you mean \'standard\'?")),
    FileSlip(
        "wave.yaml",
        Slip(
            "policy:", "polcy:", "wave/wave.yaml:6:1: error: unknown key \'polcy\' in the wave",
            "hint: did you mean \'policy\'?")),
    FileSlip(
        "wave.yaml",
        Slip(
            "body: all", "body: al",
            "wave/wave.yaml:13:5: error: there are no published results of the comparator \'al\'",
            "hint: did you mean \'all\'?")),
    FileSlip(
        "wave.yaml",
        Slip(
            "body: all", "body: region",
            "wave/wave.yaml:13:5: error: the results of \'exampleton\' do not say which region it is in",
            "hint: add \'region\' to the body in its results, or take the comparator out")),
    FileSlip(
        "wave.yaml",
        Slip(
            "from: 2026-03-01", "from: 2026-03-32",
            "wave/wave.yaml:5:19: error: \'from\' is the text \'2026-03-32\', expected a date such as 2026-03-31"
        )),
    // The instrument and the policy.
    FileSlip(
        "tiny.yaml",
        Slip(
            "scale: better5", "scale: beter5", "wave/tiny.yaml:55:12: error: unknown scale \'beter5\'",
            "hint: did you mean \'better5\'?")),
    FileSlip(
        "tiny.yaml",
        Slip(
            "polarity: positive", "polarity: postive",
            "wave/tiny.yaml:16:57: error: \'polarity\' of an answer of the scale \'better5\' is \'postive\', expected one of: positive, neutral, negative",
            "hint: did you mean \'positive\'?")),
    FileSlip(
        "standard.yaml",
        Slip(
            "withholdBelow", "witholdBelow",
            "wave/standard.yaml:1:1: error: the policy has no \'withholdBelow\'",
            "wave/standard.yaml:4:1: error: unknown key \'witholdBelow\' in the policy",
            "hint: did you mean \'withholdBelow\'?")),
    // The results.
    FileSlip(
        "private/exampleton.json",
        Slip(
            "\"question\": \"work\"", "\"question\": \"wrok\"",
            "wave/private/exampleton.json:14:18: error: unknown question \'wrok\'",
            "hint: did you mean \'work\'?")),
    FileSlip(
        "private/exampleton.json",
        Slip(
            "\"same\": 20", "\"smae\": 20",
            "wave/private/exampleton.json:9:89: error: unknown answer \'smae\' in the table of \'dignity\'",
            "hint: did you mean \'same\'?",
            "wave/private/exampleton.json:9:56: error: the table of \'dignity\' has no answer \'same\'",
            "hint: give it, with 0 where nobody chose it")),
    FileSlip(
        "private/exampleton.json",
        Slip(
            "\"same\": 20", "\"same\": 21",
            "wave/private/exampleton.json:9:5: error: the answers to \'dignity\' add up to 111, and its \'replies\' are 110",
            "hint: \'replies\' is how many gave one of these answers: correct one or the other")),
    FileSlip(
        "private/exampleton.json",
        Slip(
            "\"same\": 20", "\"same\": twenty",
            "wave/private/exampleton.json:9:97: error: \'twenty\' is not a JSON value",
            "hint: put a text in double quotes")),
    FileSlip(
        "private/exampleton.json",
        Slip(
            "\"category\": \"friend\"", "\"category\": \"freind\"",
            "wave/private/exampleton.json:13:58: error: the group \'held\' has no category \'freind\'",
            "hint: did you mean \'friend\'?")),
    FileSlip(
        "private/exampleton.json",
        Slip(
            "\"units\": \"counts\"", "\"units\": \"cuonts\"",
            "wave/private/exampleton.json:5:12: error: \'units\' of the file of results is \'cuonts\', expected one of: counts, percentages",
            "hint: did you mean \'counts\'?")),
]
