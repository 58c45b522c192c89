import Diagnostics
import Reading
import Testing

@Suite struct XMLWriterTests {
    private func written(_ work: (XMLWriter) -> Void) throws(Failure) -> String {
        let xml = try XMLWriter()
        work(xml)
        return String(decoding: try xml.finish(), as: UTF8.self)
    }

    @Test func whatIsWrittenIsWhatAReaderReads() throws {
        let words = "“Môn” & <b>, \"quoted\" 'so'\n\t🙂"
        let text = try written { xml in
            xml.element("list", ["title": words, "count": "2"]) {
                xml.element("item", text: words)
                xml.element("item")
            }
        }
        let list = try XMLReader.read(SourceText(text, file: "list.xml"))
        #expect(list.name == "list")
        #expect(list.attribute("title") == words)
        #expect(list.children.map(\.text) == [words, ""])
    }

    @Test func theBytesAreTheShortestPlainOnes() throws {
        let text = try written { xml in xml.element("a", ["b": "c"]) { xml.element("d", text: "e") } }
        #expect(text == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a b=\"c\"><d>e</d></a>\n")
    }

    @Test(arguments: [
        ("\u{1}", "U+0001"), ("\u{1F}", "U+001F"), ("\u{0}", "U+0000"), ("\u{FFFE}", "U+FFFE"),
    ])
    func aCharacterThatXMLCannotCarryIsNamed(_ character: String, _ name: String) {
        let message = "a text holds the character \(name), which an XML file cannot carry"
        for work in [
            { (xml: XMLWriter) in xml.element("a", text: "x" + character) },
            { (xml: XMLWriter) in xml.element("a", ["b": character]) },
        ] {
            #expect { try written(work) } throws: {
                ($0 as? Failure)?.diagnostics.map(\.message) == [message]
            }
        }
    }
}
