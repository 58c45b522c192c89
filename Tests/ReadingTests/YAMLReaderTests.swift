import Diagnostics
import Reading
import Testing

@Suite struct YAMLReaderTests {
    @Test(arguments: [
        ("a: no", "{a: \"no\"}"), ("a: yes", "{a: \"yes\"}"), ("a: [on, off, y, n]", #"{a: ["on", "off", "y", "n"]}"#),
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
        #expect(said { () throws(Failure) in try YAMLReader.read(SourceText(mistake.text, file: "f")) } == mistake.said)
    }

    static let mistakes = [
        Mistake("a: 1\nb: 2\na: 3\nb: 4\na: 5", "x"),
        Mistake("- id: a\n  id: b\n- id: c\n  x: {y: 1, y: 2}", "x"),
        Mistake("\"a\": 1\na: 2", "x"),
        Mistake("a:\n\tb: 1", "x"),
        Mistake("a:\n  b: 1\n\tc: 2", "x"),
        Mistake("a: b: c", "x"),
        Mistake("a: 1\nb\nc: 2", "x"),
        Mistake("a: \"b\nc: 1", "x"),
        Mistake("a: 'it's'", "x"),
        Mistake("a: [1, 2\nb: 3", "x"),
        Mistake("a: {b: 1\nc: 2", "x"),
        Mistake("a: 1\n b: 2", "x"),
        Mistake("a:\n  b: 1\n c: 2", "x"),
        Mistake("a:\n  - 1\n - 2", "x"),
        Mistake("a: - 1", "x"),
        Mistake("a: @b", "x"),
        Mistake("a: %b", "x"),
        Mistake("a: *b", "x"),
        Mistake("a: ** b", "x"),
        Mistake("a: &b 1", "x"),
        Mistake("a: &b 1\nc: *b", "x"),
        Mistake("a: !!int '5'\nb: !x 1\nc: !!map {}", "x"),
        Mistake("<<: {a: 1}", "x"),
        Mistake("a: 1\n---\nb: 2", "x"),
        Mistake("? [a, b]\n: 1", "x"),
        Mistake("a: \"C:\\poet\"", "x"),
        Mistake("# nothing", "x"),
        Mistake("a: \u{1}", "x"),
        Mistake(String(repeating: "[", count: 70) + String(repeating: "]", count: 70), "x"),
        Mistake(String(repeating: "[", count: 2000), "x"),
        Mistake("a: &x [1]\nb: &y {? *x : 1}", "x"),
    ]
}
