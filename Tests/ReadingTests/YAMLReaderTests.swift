import Diagnostics
import Reading
import Testing

@Suite struct YAMLReaderTests {
    @Test(arguments: [
        ("a: no", "{a: \"no\"}"), ("a: yes", "{a: \"yes\"}"),
        ("a: [on, off, y, n]", #"{a: ["on", "off", "y", "n"]}"#),
        ("a: 1.10", "{a: 1.10}"), ("a: '1.10'", "{a: \"1.10\"}"), ("a: 010", "{a: \"010\"}"),
        ("a: 1_000", "{a: \"1_000\"}"), ("a: 0x1F", "{a: \"0x1F\"}"), ("a: 12:30:45", "{a: \"12:30:45\"}"),
        ("a: 2026-11-21", "{a: \"2026-11-21\"}"), ("a: .5", "{a: \".5\"}"), ("a: .inf", "{a: \".inf\"}"),
        ("a: true", "{a: true}"), ("a: True", "{a: \"True\"}"), ("a: 'true'", "{a: \"true\"}"),
        ("a:", "{a: null}"), ("a: ~", "{a: null}"), ("a: null", "{a: null}"), ("a: ''", "{a: \"\"}"),
        ("a: -5\nb:\n- x\n- y: 1\n  z: 2", #"{a: -5, b: ["x", {y: 1, z: 2}]}"#),
        ("a: >\n  one\n  two\nb: |\n  1\n  2\n", #"{a: "one two\n", b: "1\n2\n"}"#),
        ("# note\n1: a & b *c*", #"{1: "a & b *c*"}"#), ("no: 1", "{no: 1}"), ("--- \na: 1\n...\n", "{a: 1}"),
    ])
    func theTrapsOfYAMLAreNone(_ row: (text: String, shown: String)) throws {
        #expect(try YAMLReader.read(SourceText(row.text, file: "f")).shown == row.shown)
    }

    @Test func placesCountFromOneAndInCharacters() throws {
        let node = try YAMLReader.read(SourceText("é: 1\nb:\n  - [ü, 7]\n", file: "f"))
        guard case .object(let members) = node.value, case .list(let items) = members[1].node.value,
            case .list(let pair) = items[0].value
        else {
            Issue.record("expected an object with a list of lists")
            return
        }
        #expect(members.map(\.nameLocation.description) == ["f:1:1", "f:2:1"])
        #expect(members[0].node.location.description == "f:1:4")
        #expect(pair.map(\.location.description) == ["f:3:6", "f:3:9"])
    }

    @Test(arguments: mistakes) func aMistakeIsToldWithItsPlaceAndRemedy(_ mistake: Mistake) {
        #expect(
            said { () throws(Failure) in try YAMLReader.read(SourceText(mistake.text, file: "f")) }
                == mistake.said)
    }

    static let mistakes = [
        Mistake(
            "a: 1\nb: 2\na: 3\nb: 4\na: 5",
            "f:3:1: the name 'a' stands twice: first at line 1, column 1 | remove or rename one of the two",
            "f:4:1: the name 'b' stands twice: first at line 2, column 1 | remove or rename one of the two",
            "f:5:1: the name 'a' stands twice: first at line 1, column 1 | remove or rename one of the two"),
        Mistake(
            "- id: a\n  id: b\n- id: c\n  x: {y: 1, y: 2}",
            "f:2:3: the name 'id' stands twice: first at line 1, column 3 | remove or rename one of the two",
            "f:4:13: the name 'y' stands twice: first at line 4, column 7 | remove or rename one of the two"),
        Mistake(
            "\"a\": 1\na: 2",
            "f:2:1: the name 'a' stands twice: first at line 1, column 1 | remove or rename one of the two"),
        Mistake(
            "a:\n\tb: 1",
            "f:2:1: a tab stands before this, and YAML is indented with blanks only | replace the tabs at the beginning of the lines by blanks"
        ),
        Mistake(
            "a:\n  b: 1\n\tc: 2",
            "f:3:1: a tab stands before this, and YAML is indented with blanks only | replace the tabs at the beginning of the lines by blanks"
        ),
        Mistake(
            "a: b: c",
            "f:1:5: no ': ' can stand here | put a text with a colon in quotes; begin all names of a map in the same column"
        ),
        Mistake(
            "a: 1\nb\nc: 2",
            "f:2:1: a name without ':' stands here | write 'name: value', with a blank after the colon"),
        Mistake(
            "a: \"b\nc: 1",
            "f:1:4: the text that begins here has no closing quote | close it with the quote that it begins with"
        ),
        Mistake(
            "a: 'it's'",
            "f:1:8: this stands after the end of a value | put the whole text in quotes; inside single quotes write ' as ''"
        ),
        Mistake(
            "a: [1, 2\nb: 3",
            "f:1:4: a list that begins with '[' is not closed | put commas between the items and ']' at the end"
        ),
        Mistake(
            "a: {b: 1\nc: 2",
            "f:1:4: a map that begins with '{' is not closed | put commas between the members and '}' at the end"
        ),
        Mistake(
            "a: 1\n b: 2",
            "f:2:3: no ': ' can stand here | put a text with a colon in quotes; begin all names of a map in the same column"
        ),
        Mistake(
            "a:\n  b: 1\n c: 2",
            "f:3:2: this does not stand in line with the names above | begin all names of a map in the same column"
        ),
        Mistake(
            "a:\n  - 1\n - 2",
            "f:3:2: this does not stand in line with the names above | begin all names of a map in the same column"
        ),
        Mistake(
            "a: - 1",
            "f:1:4: a list cannot begin in the line of its name | begin the list on a line of its own, or put a text that begins with '-' in quotes"
        ),
        Mistake("a: @b", "f:1:4: this character cannot begin a value | put the value in quotes"),
        Mistake("a: %b", "f:1:4: this character cannot begin a value | put the value in quotes"),
        Mistake("a: *b", "f:1:4: an alias is not allowed | put a text that begins with '*' in quotes"),
        Mistake(
            "a: ** b",
            "f:1:5: an anchor or alias is not allowed | put a text that begins with '*' or '&' in quotes"),
        Mistake("a: &b 1", "f:1:4: the anchor '&b' is not allowed | write the value out where it is needed"),
        Mistake(
            "a: &b 1\nc: *b",
            "f:1:4: the anchor '&b' is not allowed | write the value out where it is needed",
            "f:2:4: the alias '*b' is not allowed | write the value out where it is needed"),
        Mistake(
            "a: !!int '5'\nb: !x 1\nc: !!map {}",
            "f:1:4: the tag '!!int' is not allowed | remove the tag; put a value in quotes to make it a text",
            "f:2:4: the tag '!x' is not allowed | remove the tag; put a value in quotes to make it a text",
            "f:3:4: the tag '!!map' is not allowed | remove the tag; put a value in quotes to make it a text"),
        Mistake(
            "<<: {a: 1}",
            "f:1:1: the merge key '<<' is not allowed | write the members out where they are needed"),
        Mistake(
            "a: 1\n---\nb: 2",
            "f:2:1: a second document begins here | a file holds one document: remove the line '---' or '...'"
        ),
        Mistake(
            "? [a, b]\n: 1",
            "f:1:3: the name of a member is a list or a map, expected a plain name"),
        Mistake(
            "a: \"C:\\poet\"",
            "f:1:7: the backslash in this text is not an escape that YAML knows | put the text in single quotes, or write the backslash as \\\\"
        ),
        Mistake("# nothing", "f:1: the file holds only comments"),
        Mistake(
            "a: \u{1}", "f:1:4: the character U+1 is not allowed in YAML | remove it; it may be invisible"),
        Mistake(
            String(repeating: "[", count: 70) + String(repeating: "]", count: 70),
            "f:1:66: lists and maps are nested more than 64 deep"),
        Mistake(
            String(repeating: "[", count: 2000),
            "f:1:66: lists and maps are nested more than 64 deep"),
        Mistake(
            "a: &x [1]\nb: &y {? *x : 1}",
            "f:1:4: the anchor '&x' is not allowed | write the value out where it is needed",
            "f:2:4: the anchor '&y' is not allowed | write the value out where it is needed",
            "f:2:10: the alias '*x' is not allowed | write the value out where it is needed"),
    ]
}
