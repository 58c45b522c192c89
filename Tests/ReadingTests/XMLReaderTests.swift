import Diagnostics
import Reading
import Testing

@Suite struct XMLReaderTests {
    static let schema = SourceText(
        """
        <grammar xmlns="http://relaxng.org/ns/structure/1.0"
                 datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
          <start>
            <element name="results">
              <attribute name="body"><text/></attribute>
              <oneOrMore>
                <element name="answer">
                  <attribute name="count"><data type="nonNegativeInteger"/></attribute>
                  <optional><attribute name="kind"><choice><value>a</value><value>b</value></choice></attribute></optional>
                  <text/>
                </element>
              </oneOrMore>
            </element>
          </start>
        </grammar>
        """, file: "s.rng")

    @Test func elementsKeepTheirAttributesTextAndLines() throws {
        let text = """
            <?xml version="1.0" encoding="utf-8"?>
            <!-- note -->
            <results body="E1 &amp; E2">
              <answer count="12"> Better <![CDATA[& <]]> &lt;é </answer>
              <answer count="3" kind="b"/>
            </results>
            """
        let root = try XMLReader.read(SourceText(text, file: "f.xml"), schema: Self.schema)
        #expect(root.name == "results" && root.attribute("body") == "E1 & E2" && root.text == "")
        #expect(root.children("answer").map(\.text) == ["Better & < <é", ""])
        #expect(root.children.map(\.location.description) == ["f.xml:4", "f.xml:5"])
        #expect(root.children.map(\.fields.shown) == ["{count: 12}", #"{count: 3, kind: "b"}"#])
    }

    @Test func aNamespaceIsToldApartFromTheName() throws {
        let root = try XMLReader.read(SourceText("<p:a xmlns:p='u'><b/></p:a>", file: "f"))
        #expect(root.name == "a" && root.namespace == "u" && root.children[0].namespace == nil)
    }

    @Test func lineNumbersGoPast65535() throws {
        let text = "<a>" + String(repeating: "\n", count: 70_000) + "<b/></a>"
        #expect(try XMLReader.read(SourceText(text, file: "f")).children[0].location.line == 70_001)
    }

    @Test func manyThreadsKeepTheirFaultsApart() async {
        let results = await withTaskGroup(of: (Int, [String]).self) { group in
            for number in 0..<40 {
                group.addTask {
                    let text =
                        String(repeating: "\n", count: number) + "<results body='b'><x\(number)/></results>"
                    let source = SourceText(text, file: "f\(number)")
                    return (
                        number, said { () throws(Failure) in try XMLReader.read(source, schema: Self.schema) }
                    )
                }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        for number in 0..<40 {
            #expect(results[number]?.isEmpty == false)
            #expect(results[number]?.allSatisfy { $0.hasPrefix("f\(number):\(number + 1): ") } == true)
        }
    }

    @Test func aSchemaThatIsNoneIsTold() {
        let source = SourceText("<a/>", file: "f")
        #expect(
            said { () throws(Failure) in try XMLReader.read(source, schema: SourceText("<a/>", file: "s")) }
                == [
                    "s: this is not a RELAX NG schema",
                    "s: this does not follow the schema: xmlRelaxNGParse: schemas is empty",
                ])
        #expect(
            said { () throws(Failure) in try XMLReader.read(source, schema: SourceText("<a", file: "s")) }
                == ["s:1:3: the start tag of the element 'a' is not closed | close it with '>'"])
    }

    @Test(arguments: mistakes) func aMistakeIsToldWithItsPlaceAndRemedy(_ mistake: Mistake) {
        #expect(
            said { () throws(Failure) in try XMLReader.read(SourceText(mistake.text, file: "f")) }
                == mistake.said)
    }

    @Test(arguments: faults) func aFaultAgainstTheSchemaIsToldWithItsLine(_ mistake: Mistake) {
        let source = SourceText(mistake.text, file: "f")
        #expect(
            said { () throws(Failure) in try XMLReader.read(source, schema: Self.schema) } == mistake.said)
    }

    static let mistakes = [
        Mistake(
            "<!DOCTYPE a>\n<a/>",
            "f:1:1: a DOCTYPE is not allowed | remove it: the file is checked against the schema of poet alone"
        ),
        Mistake(
            "<?xml version='1.0'?>\n<!-- <!x -->\n <!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
            "f:3:2: a DOCTYPE is not allowed | remove it: the file is checked against the schema of poet alone"
        ),
        Mistake(
            "<!ENTITY b 'c'>",
            "f:1:1: an ENTITY is not allowed | remove it: the file is checked against the schema of poet alone"
        ),
        Mistake(
            "<?xml version='1.0' encoding='ISO-8859-1'?><a/>",
            "f:1:1: the file says that its encoding is 'ISO-8859-1', expected 'UTF-8' | save the file as UTF-8, and write encoding=\"UTF-8\""
        ),
        Mistake(
            "<?xml-stylesheet href='x'?>\n<a>\n<?php x?></a>",
            "f:1: the processing instruction '<?xml-stylesheet …?>' is not allowed | remove it",
            "f:3: the processing instruction '<?php …?>' is not allowed | remove it"),
        Mistake(
            "<a>\n&b;\n</a>",
            "f:2:4: the entity '&b;' is not defined | write the character itself, or & as &amp;"),
        Mistake("<a>\nR & D\n</a>", "f:2:4: an '&' stands alone | write it as &amp;"),
        Mistake("<a>R&D</a>", "f:1:7: an '&' stands alone | write it as &amp;"),
        Mistake(
            "<a>\n<b>\n</a>",
            "f:3:5: '</a>' stands where the element 'b' of line 2 must be closed | write '</b>' first"),
        Mistake(
            "<a>\n<b>", "f:2:4: the file ends inside the element 'b' of line 2 | the file may be cut off"),
        Mistake("<a b='1' b='2'/>", "f:1:15: the attribute 'b' stands twice | remove one of the two"),
        Mistake("<a b=1/>", "f:1:6: the value of an attribute is not in quotes | write name=\"value\""),
        Mistake(
            "<a/>\n<b/>",
            "f:2:1: something stands after the end of the outermost element | an XML file has one outermost element"
        ),
        Mistake("text", "f:1:1: the file does not begin with an element | check that this is the right file"),
        Mistake("<a><1/></a>", "f:1:5: this '<' does not begin an element | write the sign itself as &lt;"),
        Mistake("<a>\u{1}</a>", "f:1:4: the character U+1 is not allowed in XML | remove it"),
        Mistake("<a b='<'/>", "f:1:7: a '<' stands inside the value of an attribute | write it as &lt;"),
        Mistake(
            "<a><!DOCTYPE b></a>", "f:1:5: this '<' does not begin an element | write the sign itself as &lt;"
        ),
        Mistake(String(repeating: "<a>", count: 400), "f:1:772: elements are nested more than 256 deep"),
    ]

    static let faults = [
        Mistake(
            "<results body='b'>\n<answr/>\n<answer count='x'/>\n</results>",
            "f:2: the element 'answr' is not expected here", "f:3: found 'x', expected a whole number from 0"),
        Mistake(
            "<results body='b'>\n<answer count='-1'/>\n</results>",
            "f:2: found '-1', expected a whole number from 0"),
        Mistake(
            "<results body='b'>\n<answer count='x'/>\n<answer count='1'/>\n<answer/>\n<answer count='-2'/>\n</results>",
            "f:2: found 'x', expected a whole number from 0",
            "f:4: the element 'answer' lacks an attribute, or one has a wrong value",
            "f:5: found '-2', expected a whole number from 0"),
        Mistake(
            "<results body='b'>\n<answer count='1' colour='red'/>\n</results>",
            "f:2: the attribute 'colour' of the element 'answer' is not known, or its value is not"),
        Mistake(
            "<results body='b'>\n<answer count='1' kind='c'/>\n</results>",
            "f:2: the attribute 'kind' of the element 'answer' is not known, or its value is not"),
        Mistake(
            "<results body='b'>\n<answr count='1'/>\n</results>",
            "f:2: the element 'answr' is not expected here"),
        Mistake("<results body='b'>\n</results>", "f:1: an element is missing inside this one"),
        Mistake(
            "<results>\n<answer count='1'/>\n</results>",
            "f:1: the element 'results' lacks an attribute, or one has a wrong value"),
        Mistake("<result/>", "f:1: found the element 'result', expected 'results'"),
        Mistake(
            "<results body='b'>\n<answer count='1'><b/></answer>\n</results>",
            "f:2: the element 'b' is not expected here"),
    ]
}
