import Foundation
import TestSupport
import Testing

/// Several documents a report.
struct DocumentsTests {
    @Test func eachDocumentIsWrittenUnderItsNameAndLinksToTheOthers() throws {
        let workshop = try Self.workshop()
        let run = try workshop.render(formats: "html,md,pdf,svg,csv")
        #expect(run.words == "")
        let html = try workshop.text("out/exampleton/report.html")
        #expect(html.contains("<li><a href=\"leaflet.html\">A leaflet</a></li>"))
        #expect(!html.contains("href=\"report.html\""))
        let leaflet = try workshop.text("out/exampleton/leaflet.html")
        #expect(leaflet.contains("<li><a href=\"report.html\">Full report</a></li>"))
        #expect(leaflet.contains(".leaflet { color: inherit; }"))
        #expect(!leaflet.contains("id=\"contents-title\""))
        #expect(try workshop.text("out/exampleton/leaflet.md").contains("[Full report](report.md)"))
        #expect(workshop.exists("out/exampleton/leaflet.pdf"))
    }

    @Test func aChartOfTwoDocumentsIsOneFileAndOneThatDiffersIsAnother() throws {
        let workshop = try Self.workshop()
        _ = try workshop.render(formats: "md,svg")
        let charts = try workshop.files(below: "out/exampleton/charts").keys.sorted()
        let alone = try Self.workshop()
        _ = try alone.render(formats: "md,svg", document: "council")
        // The leaflet has one chart of the report's, and one that only it has.
        #expect(try charts.count == alone.files(below: "out/exampleton/charts").count + 1)
        let own = try #require(charts.first { $0.hasSuffix("-2.svg") })
        let leaflet = try workshop.text("out/exampleton/leaflet.md")
        #expect(leaflet.contains("(charts/\(own))"))
        #expect(leaflet.contains("(charts/\(own.replacing("-2.svg", with: ".svg")))"))
    }

    @Test func oneDocumentAloneHasItsOwnFilesOnly() throws {
        let workshop = try Self.workshop()
        #expect(try workshop.render(formats: "html,md", document: "leaflet").words == "")
        #expect(
            try workshop.files(below: "out/exampleton").keys.sorted() == [
                "accessibility-statement.html", "index.html", "leaflet.html", "leaflet.md", "manifest.json",
            ])
        #expect(try !workshop.text("out/exampleton/leaflet.html").contains("Other versions"))
        let run = try workshop.render(formats: "md", document: "leaflets")
        #expect(
            told(run.words).prefix(2) == [
                "error: the report has no document 'leaflets'", "hint: did you mean 'leaflet'?",
            ])
    }

    @Test func aReportWithoutTheDocumentIsLeftOutAndSaidSo() throws {
        let workshop = try Self.workshop()
        let files = try workshop.files(below: "wave/exampleton")
        for (name, data) in files {
            try workshop.write(String(decoding: data, as: UTF8.self), to: "wave/second/\(name)")
        }
        try workshop.write(
            workshop.text("wave/exampleton/report.yaml") + "documents: []\n", to: "wave/second/report.yaml")
        let run = try workshop.render(document: "leaflet")
        #expect(run.status == 0)
        #expect(run.words == "left out, without a document 'leaflet': second\n")
        #expect(run.output == "out/exampleton\n")
        let none = try workshop.poet(["check", "wave", "--document", "laeflet"])
        #expect(none.status == 1)
        #expect(
            told(none.words) == [
                "error: no report of the wave has a document 'laeflet'", "hint: did you mean 'leaflet'?",
            ])
    }

    @Test func aNarrativeMayBelongToAnyDocumentAndMustBelongToOne() throws {
        let workshop = try Self.workshop()
        try workshop.write(
            workshop.text("wave/exampleton/report.yaml") + "narrative: {thanks: thanks.md}\n",
            to: "wave/exampleton/report.yaml")
        try workshop.write("Thank you, all {{audiences.0}}.\n", to: "wave/exampleton/thanks.md")
        #expect(try workshop.render().status == 1)
        try workshop.write(
            "Thank you: {{holders.dignity.positive@this}}.\n", to: "wave/exampleton/thanks.md")
        #expect(try workshop.render().words == "")
        #expect(try workshop.text("out/exampleton/leaflet.md").contains("Thank you: "))
        #expect(try workshop.render(document: "council").words == "")
        try workshop.slip(Slip("thanks:", "thank:"), in: "wave/exampleton/report.yaml")
        #expect(
            told(try workshop.render().words).prefix(2) == [
                "wave/exampleton/report.yaml:4:13: error: no template has a place for the narrative 'thank', of "
                    + "'Templates/reports/council', 'wave/leaflet'",
                "hint: did you mean 'thanks'?",
            ])
    }

    @Test(arguments: documentSlips) func aFaultInADocumentIsToldWithItsPlace(_ slip: FileSlip) throws {
        let workshop = try Self.workshop()
        try workshop.slip(slip.slip, in: "wave/" + slip.file)
        let run = try workshop.render(formats: "pdf")
        #expect(told(run.words).filter { !$0.hasPrefix("1 of 1 reports failed") } == slip.slip.said)
    }

    /// The other categories of a process group stand in the chart each or together, and differences from everybody.
    @Test(arguments: [
        (["direct": (18, 12, 6, 2, 2), "council": (24, 26, 14, 4, 2)], "70"),
        (
            ["direct": (18, 12, 6, 2, 2), "council": (12, 13, 7, 2, 1), "provider": (12, 13, 7, 2, 1)],
            "70"
        ),
    ]) func aDocumentShowsOutcomesByHowTheProcessWent(
        _ categories: [String: (Int, Int, Int, Int, Int)], base: String
    ) throws {
        let workshop = try Self.workshop()
        try workshop.slip(
            Slip(
                "    audience: holders\n    categories:",
                "    audience: holders\n    process: true\n    categories:"), in: "wave/tiny.yaml")
        let instrument = try workshop.text("wave/tiny.yaml").split(separator: "\n").filter { line in
            !["council", "provider", "friend"].contains {
                line.contains("{id: \($0), ") && categories[$0] == nil
            }
        }
        try workshop.write(instrument.joined(separator: "\n") + "\n", to: "wave/tiny.yaml")
        let all = try workshop.text("wave/private/all.json").split(separator: "\n").filter { line in
            !["council", "provider", "friend"].contains {
                line.contains("\"\($0)\"") && categories[$0] == nil
            }
        }
        try workshop.write(all.joined(separator: "\n"), to: "wave/private/all.json")
        var isFirst = true
        let raw = try workshop.text("wave/private/exampleton.json").split(separator: "\n").flatMap { line in
            guard line.contains("\"category\"") else { return [String(line)] }
            defer { isFirst = false }
            return isFirst ? categories.sorted { $0.key > $1.key }.map(Self.row) : []
        }
        try workshop.write(raw.joined(separator: "\n"), to: "wave/private/exampleton.json")
        try workshop.slip(
            Slip(
                "![Another title](chart:stacked?theme=difference&audience=holders&scale=better5&compare=all)",
                "![](chart:process?group=held&questions=dignity)"), in: "wave/leaflet/report.md")
        let run = try workshop.render(formats: "html,md,svg,csv")
        #expect(run.words == "")
        let text = try workshop.text("out/exampleton/leaflet.md")
        let row = try #require(text.split(separator: "\n").last { $0.hasPrefix("| Dignity in support") })
        #expect(row.contains("75% (") && row.contains("| 71% (\(base)) |"))
        #expect(row.contains(" to "), "the likely range of the difference")
    }

    private static func row(_ category: String, _ counts: (Int, Int, Int, Int, Int)) -> String {
        let (first, second, third, fourth, fifth) = counts
        return
            "    {\"question\": \"dignity\", \"group\": \"held\", \"category\": \"\(category)\", \"replies\": "
            + "\(first + second + third + fourth + fifth), \"answers\": {\"lot-better\": \(first), \"better\": \(second), "
            + "\"same\": \(third), \"worse\": \(fourth), \"lot-worse\": \(fifth)}, \"outside\": {\"na\": 0}},"
    }

    /// The tiny example with a leaflet beside the report.
    private static func workshop() throws -> Workshop {
        let workshop = try Workshop("tiny")
        try workshop.slip(
            Slip("template: council", "template: council\ndocuments: [leaflet]"), in: "wave/wave.yaml")
        try workshop.write(leaflet, to: "wave/leaflet/report.md")
        try workshop.write(settings, to: "wave/leaflet/template.yaml")
        try workshop.write(".leaflet { color: inherit; }\n", to: "wave/leaflet/style.css")
        return workshop
    }
}

private let leaflet = """
    # A leaflet {#title}

    ## Charts

    ![](chart:stacked?scale=better5&audience=holders&theme=difference&compare=all)

    ![Another title](chart:stacked?theme=difference&audience=holders&scale=better5&compare=all)

    {{> narrative.thanks}}

    """

private let settings = """
    format: poet-template/1
    title: A leaflet
    front: none
    contents: false
    pages: 3
    frame: report
    print: standard

    """

private let documentSlips: [FileSlip] = [
    FileSlip(
        "wave.yaml",
        Slip(
            "[leaflet]", "[sumary]", "wave/wave.yaml:8:13: error: there is no report template 'sumary'",
            "hint: did you mean 'summary'?")),
    FileSlip(
        "leaflet/template.yaml",
        Slip(
            "title:", "tittle:",
            "wave/leaflet/template.yaml:2:1: error: unknown key 'tittle' in the template",
            "hint: did you mean 'title'?")),
    FileSlip(
        "leaflet/template.yaml",
        Slip(
            "front: none", "front: cover",
            "wave/leaflet/template.yaml:3:8: error: 'front' of the template is 'cover', expected one of: page, none"
        )),
    FileSlip(
        "leaflet/template.yaml",
        Slip(
            "frame: report", "frame: reprot",
            "wave/leaflet/template.yaml:6:8: error: there is no frame 'reprot'",
            "hint: did you mean 'report'?")),
    FileSlip(
        "leaflet/template.yaml",
        Slip(
            "print: standard", "print: standrad",
            "wave/leaflet/template.yaml:7:8: error: there is no print 'standrad'",
            "hint: did you mean 'standard'?")),
    FileSlip(
        "leaflet/report.md",
        Slip(
            "# A leaflet", "# {{titel}}", "wave/leaflet/report.md:1:3: error: unknown name 'titel'",
            "hint: did you mean 'title'?")),
    FileSlip(
        "leaflet/template.yaml",
        Slip(
            "pages: 3", "pages: 1", "warning: 'A leaflet' takes 2 pages, and its template allows 1",
            "hint: shorten what was written for it, or change 'pages:' in its template.yaml")),
]
