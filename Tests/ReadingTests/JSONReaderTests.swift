import Diagnostics
import Reading
import Testing

@Suite struct JSONReaderTests {
    @Test func everyKindOfValueIsReadInTheOrderOfTheFile() throws {
        let text = #"{"b": [1, -0.50, 2e+3, 0], "a": {"x": null, "y": true, "z": false}, "t": "é\n\"\u00e9\ud83d\ude00\/"}"#
        let node = try JSONReader.read(SourceText(text, file: "f.json"))
        #expect(
            node.shown
                == #"{b: [1, -0.50, 2e+3, 0], a: {x: null, y: true, z: false}, t: "é\n\"é😀/"}"#)
    }

    @Test func placesCountCharactersNotBytes() throws {
        let node = try JSONReader.read(SourceText("\n{ \"é€😀\": [ 7 ] }", file: "f.json"))
        guard case .object(let members) = node.value, case .list(let items) = members[0].node.value else {
            Issue.record("expected an object with a list")
            return
        }
        #expect(node.location == SourceLocation(file: "f.json", line: 2, column: 1))
        #expect(members[0].nameLocation == SourceLocation(file: "f.json", line: 2, column: 3))
        #expect(members[0].node.location == SourceLocation(file: "f.json", line: 2, column: 10))
        #expect(items[0].location == SourceLocation(file: "f.json", line: 2, column: 12))
    }

    @Test func nestingOf64IsReadAndOf65IsNot() throws {
        let nested = { (depth: Int) in
            SourceText(String(repeating: "[", count: depth) + String(repeating: "]", count: depth), file: "f")
        }
        _ = try JSONReader.read(nested(64))
        #expect(said { () throws(Failure) in try JSONReader.read(nested(65)) } == ["f:1:65: lists and objects are nested more than 64 deep"])
    }

    @Test func anErrorShowsItsLine() {
        let failure = #expect(throws: Failure.self) {
            try JSONReader.read(SourceText("{\n\t\"a\": 1,\n}", file: "f.json"))
        }
        #expect(
            failure?.description == """
                f.json:2:8: error: a comma stands before '}', with nothing between
                    2 |  "a": 1,
                      |        ^
                hint: remove the comma
                """)
    }

    @Test(arguments: mistakes) func aMistakeIsToldWithItsPlaceAndRemedy(_ mistake: Mistake) {
        #expect(said { () throws(Failure) in try JSONReader.read(SourceText(mistake.text, file: "f")) } == mistake.said)
    }

    static let mistakes = [
        Mistake(#"{"a": 1,}"#, "x"),
        Mistake("[1, 2,\n]", "x"),
        Mistake("[1,,2]", "x"),
        Mistake("[1 2]", "x"),
        Mistake(#"{"a": 1 "b": 2}"#, "x"),
        Mistake(#"{"a" 1}"#, "x"),
        Mistake(#"{"a": }"#, "x"),
        Mistake(#"{a: 1}"#, "x"),
        Mistake(#"{'a': 1}"#, "x"),
        Mistake(#"{"a": 'b'}"#, "x"),
        Mistake(#"{“a”: 1}"#, "x"),
        Mistake("{\"a\": 1 // one\n}", "x"),
        Mistake("# note\n{}", "x"),
        Mistake("[NaN]", "x"),
        Mistake("[-Infinity]", "x"),
        Mistake("[True, 1]", "x"),
        Mistake("[None]", "x"),
        Mistake("[yes]", "x"),
        Mistake("[01]", "x"),
        Mistake("[1.]", "x"),
        Mistake("[.5]", "x"),
        Mistake("[+5]", "x"),
        Mistake("[1e]", "x"),
        Mistake("[-]", "x"),
        Mistake("[12%]", "x"),
        Mistake("[1,234.5.6]", "x"),
        Mistake("[\"a\nb\"]", "x"),
        Mistake("[\"a\tb\"]", "x"),
        Mistake("[\"a", "x"),
        Mistake(#"["a\"]"#, "x"),
        Mistake(#"["C:\poet"]"#, "x"),
        Mistake(#"["\u12g4"]"#, "x"),
        Mistake(#"["\ud83d"]"#, "x"),
        Mistake(#"["\ud83d\u0041"]"#, "x"),
        Mistake(#"["\ude00"]"#, "x"),
        Mistake("{\"a\": [\n  {\"b\": 1", "x"),
        Mistake("[1, 2}", "x"),
        Mistake("{} {}", "x"),
        Mistake("{", "x"),
        Mistake("\"a\": 1", "x"),
        Mistake("{\"a\": 1,\n \"b\": {\"c\": 1, \"c\": 2},\n \"a\": 3,\n \"a\": 4}", "x"),
        Mistake("{\"a\": 1,\n \"a\": 2,\n 3}", "x"),
    ]
}
