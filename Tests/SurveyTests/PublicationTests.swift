import Diagnostics
import Reading
import Survey
import TestSupport
import Testing

struct PublicationTests {
    private func wave(_ text: String) throws(Failure) -> Wave {
        try WaveReader.wave(YAMLReader.read(SourceText(text, file: "wave.yaml")))
    }

    private func report(_ text: String) throws(Failure) -> ReportSettings {
        try WaveReader.report(YAMLReader.read(SourceText(text, file: "report.yaml")))
    }

    @Test func everyPartIsRead() throws {
        let read = try wave(good).publication
        #expect(read.contact?.name == "the team")
        #expect(read.contact?.phone == "01632 960123")
        #expect(read.contact?.formats == ["large print", "audio"])
        #expect(read.accessibility?.checked == ["A reader tried it."])
        #expect(read.accessibility?.problems == ["The map."])
        #expect(read.logos.map(\.party) == ["council"])
        #expect(read.frame == "mine")
    }

    @Test func aReportsWordsTakeThePlaceOfItsWaves() throws {
        let own = try report(
            """
            format: poet-report/1
            body: town
            contact: {name: us, email: us@town.example}
            logos: [{party: council, file: b.png, alternative: Town}, {party: nhs, file: c.png, alternative: NHS}]

            """)
        let read = try wave(good).publication.overlaid(by: own.publication)
        #expect(read.contact?.name == "us")
        #expect(read.contact?.phone == nil)
        #expect(read.accessibility?.problems == ["The map."])
        #expect(read.logos.map(\.file) == ["b.png", "c.png"])
        #expect(read.frame == "mine")
    }

    @Test(arguments: slips) func aSlipIsToldWithItsPlace(_ slip: Slip) throws {
        let text = try slip.applied(to: good)
        #expect(said { () throws(Failure) in try wave(text) } == slip.said)
    }
}

private let good = """
    format: poet-wave/1
    id: a
    title: A
    instrument: small
    source: Us.
    contact: {name: the team, phone: "01632 960123", email: us@town.example, formats: [large print, audio]}
    accessibility: {checked: [A reader tried it.], problems: [The map.]}
    logos: [{party: council, file: a.png, alternative: Council}]
    frame: mine

    """

private let slips = [
    Slip("name: the team, ", "", "wave.yaml:6:10: the contact has no 'name'"),
    Slip(
        "phone: \"01632 960123\", email: us@town.example, ", "",
        "wave.yaml:6:10: the contact has no way to reach it | add at least one of: phone, email, post, textphone, relay, bsl"
    ),
    Slip(
        "\"01632 960123\"", "1632960123",
        "wave.yaml:6:34: '1632960123' is not a telephone number | put it in quotation marks, so that its 0 is kept: \"01632 960123\""
    ),
    Slip(
        "us@town.example", "us at town.example",
        "wave.yaml:6:57: 'us at town.example' is not an e-mail address"),
    Slip(
        "us@town.example", "us@town", "wave.yaml:6:57: 'us@town' is not an e-mail address"),
    Slip(
        "alternative: Council", "party2: x",
        "wave.yaml:8:9: the logo has no 'alternative'",
        "wave.yaml:8:39: unknown key 'party2' in the logo | did you mean 'party'?"),
    Slip(
        "}]", "}, {party: council, file: b.png, alternative: B}]",
        "wave.yaml:8:62: the party 'council' has two logos"),
    Slip(
        "checked:", "cheked:",
        "wave.yaml:7:17: unknown key 'cheked' in 'accessibility' | did you mean 'checked'?"),
]
