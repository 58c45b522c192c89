import Diagnostics
import Reading
import Survey
import TestSupport
import Testing

struct WaveTests {
    private func wave(_ text: String) throws(Failure) -> Wave {
        try WaveReader.wave(YAMLReader.read(SourceText(text, file: "wave.yaml")))
    }

    private func report(_ text: String) throws(Failure) -> ReportSettings {
        try WaveReader.report(YAMLReader.read(SourceText(text, file: "report.yaml")))
    }

    @Test func everyPartOfAWaveIsRead() throws {
        let read = try wave(goodWave)
        #expect([read.id, read.title, read.instrument] == ["2026", "Small 2026", "small"])
        #expect([read.collectedFrom, read.collectedTo] == ["2026-03-01", "2026-06-30"])
        #expect([read.policy, read.template, read.theme] == ["strict", "council", "poet"])
        #expect(read.documents == ["summary", "briefing"])
        #expect([read.notice, read.attribution, read.method] == ["INVENTED.", "A line.", "By post."])
        #expect(read.source == "Us.")
        #expect(
            read.comparators == [
                .init(body: "all", label: "All councils"), .init(body: "last", label: "2024"),
            ])
        #expect(read.last == "../2024")
    }

    @Test func whatAWaveLeavesOutIsTheStandard() throws {
        let read = try wave(
            "format: poet-wave/1\nid: a\ntitle: A\ninstrument: small\nsource: Us.\n")
        #expect(read.policy == "standard")
        #expect(read.template == "council")
        #expect(read.documents.isEmpty)
        #expect(read.theme == "poet")
        #expect(read.comparators.isEmpty)
        #expect(read.collectedFrom == nil)
        #expect(read.notice == nil)
    }

    @Test(arguments: waveSlips + documentSlips) func aSlipInAWaveIsToldWithItsPlace(_ slip: Slip) throws {
        let text = try slip.applied(to: goodWave)
        #expect(said { () throws(Failure) in try wave(text) } == slip.said)
    }

    @Test func everyPartOfAReportIsRead() throws {
        let read = try report(goodReport)
        #expect(read.body == "town")
        #expect([read.title, read.template, read.theme] == ["What we heard", "council", "poet"])
        #expect(read.notice == "A draft.")
        #expect(read.narrative == ["summary": "narrative/summary.md"])
        #expect(read.documents == nil)
    }

    @Test func anEmptyListOfDocumentsIsNotTheWaves() throws {
        #expect(try report(goodReport + "\ndocuments: []\n").documents == [])
    }

    @Test(arguments: reportSlips) func aSlipInAReportIsToldWithItsPlace(_ slip: Slip) throws {
        let text = try slip.applied(to: goodReport)
        #expect(said { () throws(Failure) in try report(text) } == slip.said)
    }

    @Test(arguments: [
        ("2026-03-31", true), ("2024-02-29", true), ("2023-02-29", false), ("2000-02-29", true),
        ("1900-02-29", false), ("2026-04-31", false), ("2026-13-01", false), ("2026-00-01", false),
        ("2026-1-01", false), ("26-01-01", false), ("2026-01-01T00", false), ("", false),
        ("2026-01-00", false),
        ("-026-01-01", false), ("2026-+1-01", false),
    ]) func aDateIsADayOfTheCalendar(_ text: String, isOne: Bool) {
        #expect(WaveReader.isDate(text) == isOne)
    }
}

private let goodWave = """
    format: poet-wave/1
    id: 2026
    title: Small 2026
    instrument: small
    collected: {from: 2026-03-01, to: 2026-06-30}
    policy: strict
    template: council
    documents: [summary, briefing]
    theme: poet
    notice: INVENTED.
    source: Us.
    attribution: A line.
    method: By post.
    comparators:
      - {body: all, label: All councils}
      - {body: last, label: "2024"}
    last: ../2024

    """

private let waveSlips: [Slip] = [
    Slip(
        "poet-wave/1", "poet-report/1",
        "wave.yaml:1:9: the file\'s format is the text \'poet-report/1\', expected \'poet-wave/1\'"),
    Slip("format: poet-wave/1\n", "", "wave.yaml:1:1: the wave has no \'format\'"),
    Slip("instrument: small\n", "", "wave.yaml:1:1: the wave has no \'instrument\'"),
    Slip(
        "instrument:", "instrumnet:", "wave.yaml:1:1: the wave has no \'instrument\'",
        "wave.yaml:4:1: unknown key \'instrumnet\' in the wave | did you mean \'instrument\'?"),
    Slip("source: Us.", "source:", "wave.yaml:1:1: the wave has no \'source\'"),
    Slip(
        "from: 2026-03-01", "from: 2026-02-30",
        "wave.yaml:5:19: \'from\' is the text \'2026-02-30\', expected a date such as 2026-03-31"),
    Slip(
        "from: 2026-03-01", "from: 1 March 2026",
        "wave.yaml:5:19: \'from\' is the text \'1 March 2026\', expected a date such as 2026-03-31"),
    Slip("from: 2026-03-01, ", "", "wave.yaml:5:12: \'collected\' has no \'from\'"),
    Slip(
        "to: 2026-06-30", "until: 2026-06-30", "wave.yaml:5:12: \'collected\' has no \'to\'",
        "wave.yaml:5:31: unknown key \'until\' in \'collected\' | keys here: from, to"),
    Slip(
        "to: 2026-06-30", "to: 2025-06-30",
        "wave.yaml:5:12: collection ends (2025-06-30) before it begins (2026-03-01)"),
    Slip(
        "- {body: last, label: \"2024\"}", "- {body: all, label: \"2024\"}",
        "wave.yaml:16:5: the comparator \'all\' stands twice"),
    Slip("body: all", "body: this", "wave.yaml:15:5: the comparator is \'this\', the council itself"),
    Slip(
        "body: all, label", "bodey: all, label", "wave.yaml:15:5: the comparator has no \'body\'",
        "wave.yaml:15:6: unknown key \'bodey\' in the comparator | did you mean \'body\'?"),
    Slip(
        "comparators:", "comparators: all\nothers:",
        "wave.yaml:14:14: \'comparators\' of the wave is the text \'all\', expected a list",
        "wave.yaml:15:1: unknown key \'others\' in the wave | did you mean \'theme\'?"),
    Slip(
        "last: ../2024\n", "",
        "wave.yaml:1:1: the wave compares with \'last\' and does not say which wave that is | add \'last:\' with the folder of the wave before"
    ),
    Slip(
        "id: 2026", "id: spring 2026",
        "wave.yaml:2:5: \'id\' of the wave is \'spring 2026\', expected only letters a-z, digits and \'-\'"),
]

private let goodReport = """
    format: poet-report/1
    body: town
    title: What we heard
    template: council
    theme: poet
    notice: A draft.
    narrative:
      summary: narrative/summary.md

    """

private let documentSlips: [Slip] = [
    Slip(
        "[summary, briefing]", "[summary, briefing, summary]",
        "wave.yaml:8:32: the document 'summary' stands twice"),
    Slip(
        "[summary, briefing]", "summary",
        "wave.yaml:8:12: 'documents' of the wave is the text 'summary', expected a list"),
    Slip(
        "[summary, briefing]", "[[summary]]",
        "wave.yaml:8:13: a document is a list of 1, expected the name of a template"),
]

private let reportSlips: [Slip] = [
    Slip(
        "poet-report/1", "poet-reports/1",
        "report.yaml:1:9: the file\'s format is the text \'poet-reports/1\', expected \'poet-report/1\'"),
    Slip("body: town\n", "", "report.yaml:1:1: the report has no \'body\'"),
    Slip(
        "body: town", "body: the town",
        "report.yaml:2:7: \'body\' of the report is \'the town\', expected only letters a-z, digits and \'-\'"
    ),
    Slip(
        "title:", "tittle:", "report.yaml:3:1: unknown key \'tittle\' in the report | did you mean \'title\'?"
    ),
    Slip(
        "summary: narrative/summary.md", "summary: [a, b]",
        "report.yaml:8:12: the narrative \'summary\' is a list of 2, expected a file"),
    Slip(
        "narrative:\n  summary: narrative/summary.md", "narrative: summary.md",
        "report.yaml:7:12: \'narrative\' is the text \'summary.md\', expected an object with named parts"),
]
