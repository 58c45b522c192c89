import Diagnostics
import RawResults
import TestSupport
import Testing

/// What is said of slips in CSV files and XML files of raw results.
struct FileSlipTests {
    @Test(arguments: csvSlips) func aSlipInACsvIsToldWithItsPlace(_ slip: Slip) throws {
        let folder = try InputFolder(["r.yaml": head, "r.csv": slip.applied(to: csv)])
        let said = folder.said(of: "r.csv", try pageInstrument())
        #expect(said == slip.said)
    }

    @Test(arguments: headSlips) func aSlipInTheHeadOfACsvIsToldWithItsPlace(_ slip: Slip) throws {
        let folder = try InputFolder(["r.yaml": slip.applied(to: head), "r.csv": csv])
        let said = folder.said(of: "r.csv", try pageInstrument())
        #expect(said == slip.said)
    }

    @Test(arguments: xmlSlips) func aSlipInXmlIsToldWithItsPlace(_ slip: Slip) throws {
        let folder = try InputFolder(["r.xml": slip.applied(to: xml)])
        let said = folder.said(of: "r.xml", try pageInstrument())
        #expect(said == slip.said)
    }

    @Test func aCsvWithoutItsHeadIsAnError() throws {
        let folder = try InputFolder(["r.csv": csv])
        let said = folder.said(of: "r.csv", try pageInstrument())
        #expect(said == ["r.yaml: there is no such file | check the spelling of the path"])
    }

    @Test func theGoodFilesAreRead() throws {
        let folder = try InputFolder(["r.yaml": head, "r.csv": csv, "r.xml": xml])
        for name in ["r.csv", "r.xml"] { #expect(folder.said(of: name, try pageInstrument()) == []) }
    }
}

private let head = """
    format: poet-raw/1
    instrument: tiny-2026
    body: {id: exampleton, name: Exampleton, kind: council}
    units: counts
    basePrecision: 1
    responses: [{audience: holders, replies: 112}]

    """

private let headSlips: [Slip] = [
    Slip(
        "units: counts", "unit: counts", "r.yaml:1:1: the file of results has no \'units\'",
        "r.yaml:4:1: unknown key \'unit\' in the file of results | did you mean \'units\'?"),
    Slip(
        "basePrecision: 1\n", "basePrecision: 1\ntables: []\n",
        "r.yaml:6:1: the head file of a CSV holds no \'tables\': they are in \'r.csv\'"),
    Slip(
        "audience: holders", "audience: carers",
        "r.yaml:6:13: unknown audience \'carers\' | audiences: holders"),
]

private let csv = """
    question,group,category,replies,answer,value,outside
    dignity,,,110,lot-better,42,
    dignity,,,110,better,38,
    dignity,,,110,same,22,
    dignity,,,110,worse,6,
    dignity,,,110,lot-worse,2,
    dignity,,,110,na,2,yes

    """

private let csvSlips: [Slip] = [
    Slip(
        "answer,value", "answers,value", "r.csv:1:33: unknown column \'answers\' | did you mean \'answer\'?",
        "r.csv:1:1: there is no column \'answer\'"),
    Slip(
        "answer,value", "answer,value,value",
        "r.csv:1:46: the columns 6 and 7 have the same name, \'value\' | rename or remove one of the two",
        "r.csv:2:1: the row has 7 cells, expected 8 as in the header | the first column without a cell is \'outside\'; write a comma for each empty cell",
        "r.csv:3:1: the row has 7 cells, expected 8 as in the header | the first column without a cell is \'outside\'; write a comma for each empty cell",
        "r.csv:4:1: the row has 7 cells, expected 8 as in the header | the first column without a cell is \'outside\'; write a comma for each empty cell",
        "r.csv:5:1: the row has 7 cells, expected 8 as in the header | the first column without a cell is \'outside\'; write a comma for each empty cell",
        "r.csv:6:1: the row has 7 cells, expected 8 as in the header | the first column without a cell is \'outside\'; write a comma for each empty cell",
        "r.csv:7:1: the row has 7 cells, expected 8 as in the header | the first column without a cell is \'outside\'; write a comma for each empty cell"
    ),
    Slip(
        "question,", "questions,", "r.csv:1:1: unknown column \'questions\' | did you mean \'question\'?",
        "r.csv:1:1: there is no column \'question\'"),
    Slip(
        "dignity,,,110,same,22,", "dignity,,,110,same,22",
        "r.csv:4:1: the row has 6 cells, expected 7 as in the header | the first column without a cell is \'outside\'; write a comma for each empty cell"
    ),
    Slip(
        "dignity,,,110,same,22,", "dignity,,,110,smae,22,",
        "r.csv:4:20: unknown answer \'smae\' in the table of \'dignity\' | did you mean \'same\'?",
        "r.csv:2:1: the table of \'dignity\' has no answer \'same\' | give it, with 0 where nobody chose it"),
    Slip(
        "dignity,,,110,same,22,", "dignity,,,110,better,22,",
        "r.csv:4:22: the answer \'better\' of \'dignity\' stands twice"),
    Slip("dignity,,,110,same,22,", "dignity,,,110,same,,", "r.csv:4:1: the row has no \'value\'"),
    Slip(
        "dignity,,,110,same,22,", "dignity,,,111,same,22,",
        "r.csv:4:11: \'replies\' of \'dignity\' is the number 111 here and the number 110 in its first row"),
    Slip(
        "dignity,,,110,same,22,", "dignity,,,110,same,-22,",
        "r.csv:4:20: \'same\' in the table of \'dignity\' is -22, expected a whole number from 0 to 100000000"
    ),
    Slip(
        "dignity,,,110,same,22,", "dignity,,,110,same,22.5,",
        "r.csv:4:20: \'same\' in the table of \'dignity\' is 22.5, expected a whole number from 0 to 100000000"
    ),
    Slip("dignity,,,110,same,22,", "dignity,,,110,same,\"22\","),
    Slip(
        "dignity,,,110,same,22,", "dignity,,,110,same,\"22,",
        "r.csv:4:1: the row has 6 cells, expected 7 as in the header | the first column without a cell is \'outside\'; write a comma for each empty cell",
        "r.csv:4:20: the quotation mark that opens this cell is never closed | close it, or write a \" inside a quoted cell twice"
    ),
    Slip(
        "dignity,,,110,same,22,", "dignity,held,,110,same,22,",
        "r.csv:2:1: the table of \'dignity\' has no answer \'same\' | give it, with 0 where nobody chose it",
        "r.csv:4:1: the table of \'dignity\' has no \'category\'",
        "r.csv:4:1: the table of \'dignity\' has no answer \'lot-better\' | give it, with 0 where nobody chose it",
        "r.csv:4:1: the table of \'dignity\' has no answer \'better\' | give it, with 0 where nobody chose it",
        "r.csv:4:1: the table of \'dignity\' has no answer \'worse\' | give it, with 0 where nobody chose it",
        "r.csv:4:1: the table of \'dignity\' has no answer \'lot-worse\' | give it, with 0 where nobody chose it"
    ),
    Slip(
        "dignity,,,110,same,22,", "dignity,,,110,same,23,",
        "r.csv:2:1: the answers to \'dignity\' add up to 111, and its \'replies\' are 110 | 'replies' is how many gave one of these answers: correct one or the other"
    ),
    Slip(
        "na,2,yes", "na,2,",
        "r.csv:7:18: unknown answer \'na\' in the table of \'dignity\' | \'na\' stands outside the base: give it in \'outside\'"
    ),
    Slip("na,2,yes", "na,2,ja", "r.csv:7:20: \'outside\' is \'ja\', expected \'yes\' or nothing"),
    Slip(
        "dignity,,,110,lot-better,42,", "digntiy,,,110,lot-better,42,",
        "r.csv:2:1: unknown question \'digntiy\' | did you mean \'dignity\'?",
        "r.csv:3:1: the table of \'dignity\' has no answer \'lot-better\' | give it, with 0 where nobody chose it"
    ),
]

private let xml = """
    <results format="poet-raw/1" instrument="tiny-2026" units="counts" basePrecision="1">
      <body id="exampleton" name="Exampleton" kind="council"/>
      <response audience="holders" replies="112"/>
      <table question="dignity" replies="110">
        <answer id="lot-better" value="42"/>
        <answer id="better" value="38"/>
        <answer id="same" value="22"/>
        <answer id="worse" value="6"/>
        <answer id="lot-worse" value="2"/>
        <outside id="na" value="2"/>
      </table>
    </results>

    """

private let xmlSlips: [Slip] = [
    Slip(
        "<results", "<!DOCTYPE results><results",
        "r.xml:1:1: a DOCTYPE is not allowed | remove it: the file is checked against the schema of poet alone"
    ),
    Slip(
        "<results", "<!DOCTYPE lolz [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><results",
        "r.xml:1:1: a DOCTYPE is not allowed | remove it: the file is checked against the schema of poet alone"
    ),
    Slip(
        "name=\"Exampleton\"", "name=\"&town;\"",
        "r.xml:2:37: the entity \'&town;\' is not defined | write the character itself, or & as &amp;"),
    Slip(
        "<answer id=\"same\" value=\"22\"/>", "<anwser id=\"same\" value=\"22\"/>",
        "r.xml:7: the element \'anwser\' is not expected here",
        "r.xml:7: this does not follow the schema: Element table has extra content: anwser"),
    Slip(
        "<answer id=\"same\" value=\"22\"/>", "<answer id=\"same\" value=\"22\" margn=\"1\"/>",
        "r.xml:7: the attribute \'margn\' of the element \'answer\' is not known, or its value is not"),
    Slip(
        "<answer id=\"same\" value=\"22\"/>", "<answer id=\"smae\" value=\"22\"/>",
        "r.xml:7: unknown answer \'smae\' in the table of \'dignity\' | did you mean \'same\'?",
        "r.xml:4: the table of \'dignity\' has no answer \'same\' | give it, with 0 where nobody chose it"),
    Slip(
        "<answer id=\"same\" value=\"22\"/>", "<answer id=\"better\" value=\"22\"/>",
        "r.xml:7: the answer \'better\' stands twice"),
    Slip(
        "<answer id=\"same\" value=\"22\"/>", "<answer id=\"same\" value=\"many\"/>",
        "r.xml:7: found \'many\', expected a decimal number"),
    Slip(
        "<answer id=\"same\" value=\"22\"/>",
        "<answer id=\"same\" value=\"22\"/><answer id=\"same\" value=\"23\"/>",
        "r.xml:7: the answer \'same\' stands twice"),
    Slip(
        "basePrecision=\"1\"", "basePrecision=\"3\"", "r.xml:1: \'basePrecision\' is 3, expected 1, 5 or 10"),
    Slip(
        "<answer id=\"same\" value=\"22\"/>", "<answer id=\"same\" value=\"-22\"/>",
        "r.xml:7: \'same\' in the table of \'dignity\' is -22, expected a whole number from 0 to 100000000"),
    Slip(
        "<answer id=\"same\" value=\"22\"/>", "<answer id=\"same\" value=\"22\">",
        "r.xml:11:11: \'</table>\' stands where the element \'answer\' of line 7 must be closed | write \'</answer>\' first",
        "r.xml:12:11: \'</results>\' stands where the element \'table\' of line 4 must be closed | write \'</table>\' first"
    ),
    Slip(
        "<answer id=\"same\" value=\"22\"/>", "",
        "r.xml:4: the table of \'dignity\' has no answer \'same\' | give it, with 0 where nobody chose it"),
    Slip(
        "units=\"counts\"", "units=\"count\"",
        "r.xml:1: \'units\' of the file of results is \'count\', expected one of: counts, percentages | did you mean \'counts\'?"
    ),
    Slip(
        "units=\"counts\" ", "",
        "r.xml:1: the element \'results\' lacks an attribute, or one has a wrong value"),
    Slip(
        "audience=\"holders\"", "audience=\"carers\"",
        "r.xml:3: unknown audience \'carers\' | audiences: holders"),
    Slip(
        "question=\"dignity\"", "question=\"dignty\"",
        "r.xml:4: unknown question \'dignty\' | did you mean \'dignity\'?"),
    Slip(
        "kind=\"council\"", "kind=\"county\"",
        "r.xml:2: \'kind\' of the body is \'county\', expected one of: council, nhs-area, region, all, rest | did you mean \'council\'?"
    ),
    Slip(
        "replies=\"110\"", "replies=\"111\"",
        "r.xml:4: the answers to \'dignity\' add up to 110, and its \'replies\' are 111 | 'replies' is how many gave one of these answers: correct one or the other"
    ),
    Slip(
        "</results>", "",
        "r.xml:13:1: the file ends inside the element \'results\' of line 1 | the file may be cut off"),
    Slip(
        "format=\"poet-raw/1\"", "format=\"poet-raw/2\"",
        "r.xml:1: the file\'s format is the text \'poet-raw/2\', expected \'poet-raw/1\'"),
]
