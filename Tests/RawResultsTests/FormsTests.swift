import Diagnostics
import RawResults
import Survey
import TestSupport
import Testing

/// One set of results in each form that a council may send.
struct FormsTests {
    @Test func jsonYamlCsvAndXmlSayTheSame() throws {
        let folder = try InputFolder([
            "a.json": json, "b.yaml": yaml, "c.yaml": head, "c.csv": csv, "d.xml": xml,
        ])
        let instrument = try pageInstrument()
        let first = try folder.results("a.json", of: instrument).shown
        for name in ["b.yaml", "c.csv", "d.xml"] {
            #expect(try folder.results(name, of: instrument).shown == first, "\(name)")
        }
        #expect(first.contains("dignity held direct replies(60)"))
    }

    @Test func publishedResultsSayTheSameInEachForm() throws {
        let folder = try InputFolder([
            "a.json": publishedJSON, "c.yaml": publishedHead, "c.csv": publishedCSV, "d.xml": publishedXML,
        ])
        let instrument = try pageInstrument()
        let first = try folder.results("a.json", of: instrument)
        #expect(first.tables[0].answers[0].value == .share(Percentage(units: 697, decimals: 1)))
        #expect(first.tables[0].answers[1].value == .share(Percentage(units: 190, decimals: 1)))
        #expect(first.tables[0].answers[0].margin == Percentage(units: 42, decimals: 1))
        #expect(first.tables[0].answers[4].margin == nil)
        for name in ["c.csv", "d.xml"] {
            #expect(try folder.results(name, of: instrument).shown == first.shown, "\(name)")
        }
    }

    @Test func theHeadFileOfACsvIsNoResultsFile() {
        let names = ["a.csv", "a.yaml", "b.yaml", "c.json", "d.xml", "notes.txt", "README.md"]
        #expect(
            names.filter { RawFile.isResults($0, among: names) } == ["a.csv", "b.yaml", "c.json", "d.xml"])
    }
}

private let json = """
    {"format": "poet-raw/1", "instrument": "tiny-2026",
     "body": {"id": "exampleton", "name": "Exampleton", "kind": "council", "code": "E00000001", "region": "south"},
     "units": "counts", "basePrecision": 1,
     "responses": [{"audience": "holders", "population": 400, "invited": 300, "replies": 112}],
     "tables": [
      {"question": "dignity", "replies": 110,
       "answers": {"lot-better": 42, "better": 38, "same": 22, "worse": 6, "lot-worse": 2}, "outside": {"na": 2}},
      {"question": "dignity", "group": "held", "category": "direct", "replies": 60,
       "answers": {"lot-better": 27, "better": 20, "same": 10, "worse": 2, "lot-worse": 1}}
     ]}
    """

private let yamlHead = """
    format: poet-raw/1
    instrument: tiny-2026
    body: {id: exampleton, name: Exampleton, kind: council, code: E00000001, region: south}
    units: counts
    basePrecision: 1
    responses:
      - {audience: holders, population: 400, invited: 300, replies: 112}

    """

private let head = yamlHead

private let yaml =
    yamlHead + """
        tables:
          - question: dignity
            replies: 110
            answers: {lot-better: 42, better: 38, same: 22, worse: 6, lot-worse: 2}
            outside: {na: 2}
          - question: dignity
            group: held
            category: direct
            replies: 60
            answers: {lot-better: 27, better: 20, same: 10, worse: 2, lot-worse: 1}

        """

private let csv = """
    question,group,category,replies,answer,value,outside
    dignity,,,110,lot-better,42,
    dignity,,,110,better,38,
    dignity,,,110,same,22,
    dignity,,,110,worse,6,
    dignity,,,110,lot-worse,2,
    dignity,,,110,na,2,yes
    dignity,held,direct,60,lot-better,27,
    dignity,held,direct,60,better,20,
    dignity,held,direct,60,same,10,
    dignity,held,direct,60,worse,2,
    dignity,held,direct,60,lot-worse,1,

    """

private let xml = """
    <results format="poet-raw/1" instrument="tiny-2026" units="counts" basePrecision="1">
      <body id="exampleton" name="Exampleton" kind="council" code="E00000001" region="south"/>
      <response audience="holders" population="400" invited="300" replies="112"/>
      <table question="dignity" replies="110">
        <answer id="lot-better" value="42"/><answer id="better" value="38"/><answer id="same" value="22"/>
        <answer id="worse" value="6"/><answer id="lot-worse" value="2"/>
        <outside id="na" value="2"/>
      </table>
      <table question="dignity" group="held" category="direct" replies="60">
        <answer id="lot-better" value="27"/><answer id="better" value="20"/><answer id="same" value="10"/>
        <answer id="worse" value="2"/><answer id="lot-worse" value="1"/>
      </table>
    </results>

    """

private let publishedJSON = """
    {"format": "poet-raw/1", "instrument": "tiny-2026", "units": "percentages", "decimals": 1, "basePrecision": 5,
     "body": {"id": "norfolk", "name": "Norfolk", "kind": "council"}, "disclosure": "as-published", "source": "A publisher.",
     "responses": [{"audience": "holders", "replies": 455, "responseRate": 26.2}],
     "tables": [
      {"question": "dignity", "replies": 455, "weightedReplies": 10680,
       "answers": {"lot-better": 69.7, "better": 19.0, "same": 4.8, "worse": 2.4, "lot-worse": 4.0},
       "margins": {"lot-better": 4.2, "better": 3.6, "same": 1.9, "worse": 1.3, "lot-worse": "[w]"}}]}
    """

private let publishedHead = """
    format: poet-raw/1
    instrument: tiny-2026
    units: percentages
    decimals: 1
    basePrecision: 5
    body: {id: norfolk, name: Norfolk, kind: council}
    disclosure: as-published
    source: A publisher.
    responses: [{audience: holders, replies: 455, responseRate: 26.2}]

    """

private let publishedCSV = """
    question,replies,weighted-replies,answer,value,margin
    dignity,455,10680,lot-better,69.7,4.2
    dignity,455,10680,better,19.0,3.6
    dignity,455,10680,same,4.8,1.9
    dignity,455,10680,worse,2.4,1.3
    dignity,455,10680,lot-worse,4.0,[w]

    """

private let publishedXML = """
    <results format="poet-raw/1" instrument="tiny-2026" units="percentages" decimals="1" basePrecision="5"
             disclosure="as-published" source="A publisher.">
      <body id="norfolk" name="Norfolk" kind="council"/>
      <response audience="holders" replies="455" responseRate="26.2"/>
      <table question="dignity" replies="455" weightedReplies="10680">
        <answer id="lot-better" value="69.7" margin="4.2"/><answer id="better" value="19.0" margin="3.6"/>
        <answer id="same" value="4.8" margin="1.9"/><answer id="worse" value="2.4" margin="1.3"/>
        <answer id="lot-worse" value="4.0" margin="[w]"/>
      </table>
    </results>

    """
