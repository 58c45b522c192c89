import Diagnostics
import Reading
import Testing

@Suite struct JSONReaderTests {
    @Test func everyKindOfValueIsReadInTheOrderOfTheFile() throws {
        let text =
            #"{"b": [1, -0.50, 2e+3, 0], "a": {"x": null, "y": true, "z": false}, "t": "é\n\"\u00e9\ud83d\ude00\/"}"#
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
        #expect(
            said { () throws(Failure) in try JSONReader.read(nested(65)) } == [
                "f:1:65: lists and objects are nested more than 64 deep"
            ])
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
        #expect(
            said { () throws(Failure) in try JSONReader.read(SourceText(mistake.text, file: "f")) }
                == mistake.said)
    }

    static let mistakes = [
        Mistake(#"{"a": 1,}"#, "f:1:8: a comma stands before '}', with nothing between | remove the comma"),
        Mistake("[1, 2,\n]", "f:1:6: a comma stands before ']', with nothing between | remove the comma"),
        Mistake("[1,,2]", "f:1:4: a value is missing before ','"),
        Mistake(
            "[1 2]",
            "f:1:4: found '2', expected ',' or ']' after an item of a list | put a comma between the two"),
        Mistake(
            #"{"a": 1 "b": 2}"#,
            "f:1:9: found '\"', expected ',' or '}' after a member of an object | put a comma between the two"
        ),
        Mistake(#"{"a" 1}"#, "f:1:6: found '1', expected ':' after the name 'a'"),
        Mistake(#"{"a": }"#, "f:1:7: a value is missing before '}'"),
        Mistake(#"{a: 1}"#, "f:1:2: found 'a', expected a name in double quotes | write \"a\""),
        Mistake(
            #"{'a': 1}"#, "f:1:2: a text begins with the quote ' | JSON texts stand in double quotes: \"…\""),
        Mistake(
            #"{"a": 'b'}"#, "f:1:7: a text begins with the quote ' | JSON texts stand in double quotes: \"…\""
        ),
        Mistake(
            #"{“a”: 1}"#,
            "f:1:2: a typographic quotation mark “ stands here | JSON texts stand in straight double quotes: \"…\""
        ),
        Mistake("{\"a\": 1 // one\n}", "f:1:9: JSON has no comments | remove the comment"),
        Mistake("# note\n{}", "f:1:1: JSON has no comments | remove the comment"),
        Mistake("[NaN]", "f:1:2: 'NaN' is not a JSON value | write null, or leave the member out"),
        Mistake(
            "[-Infinity]",
            "f:1:2: '-Infinity' is not a JSON number: a digit must follow the minus | write null, or leave the member out"
        ),
        Mistake("[True, 1]", "f:1:2: 'True' is not a JSON value | write true"),
        Mistake("[None]", "f:1:2: 'None' is not a JSON value | write null"),
        Mistake("[yes]", "f:1:2: 'yes' is not a JSON value | put a text in double quotes"),
        Mistake(
            "[01]",
            "f:1:2: '01' is not a JSON number: it begins with a zero | write it without the leading zero, or in quotes if it is a code"
        ),
        Mistake(
            "[1.]",
            "f:1:2: '1.' is not a JSON number: no digit follows the point | write a digit after the point"),
        Mistake("[.5]", "f:1:2: '.5' is not a JSON number: no digit stands before the point | write 0.5"),
        Mistake("[+5]", "f:1:2: '+5' is not a JSON number: it begins with a plus | leave out the plus"),
        Mistake(
            "[1e]",
            "f:1:2: '1e' is not a JSON number: no digit follows the exponent | write it without an exponent"),
        Mistake(
            "[-]",
            "f:1:2: '-' is not a JSON number: a digit must follow the minus | write a number such as -12 or -0.5"
        ),
        Mistake("[12%]", "f:1:4: found '%', expected ',' or ']' after an item of a list"),
        Mistake(
            "[1,234.5.6]",
            "f:1:4: '234.5.6' is not a JSON number: it is neither a number nor a text | put it in double quotes if it is a text"
        ),
        Mistake(
            "[\"a\nb\"]",
            "f:1:2: the text that begins here has no closing quote on its line | close it with \", and write a line break inside it as \\n"
        ),
        Mistake("[\"a\tb\"]", "f:1:4: a control character stands in a text | write it as \\t, or remove it"),
        Mistake(
            "[\"a",
            "f:1:2: the text that begins here has no closing quote on its line | close it with \", and write a line break inside it as \\n"
        ),
        Mistake(
            #"["a\"]"#,
            "f:1:2: the text that begins here has no closing quote on its line | close it with \", and write a line break inside it as \\n"
        ),
        Mistake(
            #"["C:\poet"]"#,
            "f:1:5: '\\p' is not an escape that JSON knows | write a backslash itself as \\\\"),
        Mistake(#"["\u12g4"]"#, "f:1:3: '\\u' is not followed by four hexadecimal digits"),
        Mistake(
            #"["\ud83d"]"#,
            "f:1:3: '\\uD83D' is one half of a surrogate pair without the other | write the character itself: the file is UTF-8"
        ),
        Mistake(
            #"["\ud83d\u0041"]"#,
            "f:1:3: '\\uD83D' is one half of a surrogate pair without the other | write the character itself: the file is UTF-8"
        ),
        Mistake(
            #"["\ude00"]"#,
            "f:1:3: '\\uDE00' is one half of a surrogate pair without the other | write the character itself: the file is UTF-8"
        ),
        Mistake(
            "{\"a\": [\n  {\"b\": 1",
            "f:2:10: the file ends inside the '{' that was opened at line 2, column 3 | the file may be cut off; else close it with '}'"
        ),
        Mistake("[1, 2}", "f:1:6: found '}', expected ',' or ']' after an item of a list"),
        Mistake(
            "{} {}", "f:1:4: found '{', expected the end of the file after the value | a file holds one value"
        ),
        Mistake(
            "{",
            "f:1:2: the file ends inside the '{' that was opened at line 1, column 1 | the file may be cut off; else close it with '}'"
        ),
        Mistake(
            "\"a\": 1",
            "f:1:4: found ':', expected the end of the file after the value | a file holds one value"),
        Mistake(
            "{\"a\": 1,\n \"b\": {\"c\": 1, \"c\": 2},\n \"a\": 3,\n \"a\": 4}",
            "f:2:16: the name 'c' stands twice: first at line 2, column 8 | remove or rename one of the two",
            "f:3:2: the name 'a' stands twice: first at line 1, column 2 | remove or rename one of the two",
            "f:4:2: the name 'a' stands twice: first at line 1, column 2 | remove or rename one of the two"),
        Mistake(
            "{\"a\": 1,\n \"a\": 2,\n 3}",
            "f:2:2: the name 'a' stands twice: first at line 1, column 2 | remove or rename one of the two",
            "f:3:2: found '3', expected a name in double quotes | write \"3\""),
    ]
}

extension JSONReaderTests {
    @Test func aDuplicateIsFoundHoweverManyNamesThereAre() {
        for count in [1, 15, 16, 17, 18, 40] {
            let members = (0..<count).map { "\"n\($0)\": \($0)" }
            for repeated in [0, count - 1] {
                let text = "{" + (members + ["\"n\(repeated)\": 1"]).joined(separator: ",\n") + "}"
                let found = said { () throws(Failure) in try JSONReader.read(SourceText(text, file: "f")) }
                #expect(found.count == 1)
                #expect(
                    found.first?.hasPrefix("f:\(count + 1):1: the name 'n\(repeated)' stands twice") == true)
            }
        }
    }
}
