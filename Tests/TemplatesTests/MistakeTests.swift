import Diagnostics
import Templates
import Testing

/// A template with a mistake, and all that must be said about it.
struct Mistake: CustomTestStringConvertible, Sendable {
    var testDescription: String { template }
    var template: String
    var said: [String]

    init(_ template: String, _ said: String...) {
        self.template = template
        self.said = said
    }
}

private var data: TemplateRecord {
    [
        "share": "70%", "place": "Exampleshire", "row": .object(["label": "Dignity"] as TemplateRecord),
        "rows": .list([.object(["label": "a"] as TemplateRecord), .object(["label": "b"] as TemplateRecord)]),
        "quote": .absent, "yes": .boolean(true), "odd": "x\u{E001}y",
    ]
}

private func failure(_ template: String, partials: [String: String] = [:]) -> String {
    let formats: [String: TemplateFormat] = [
        "percent": { _, argument throws(Failure) in
            throw Failure("cannot write \(argument ?? "it")", hints: ["no"])
        }
    ]
    do {
        let renderer = TemplateRenderer(
            escaping: .html,
            partials: try partials.mapValues { try Template(parsing: $0, file: "part") }, formats: formats)
        return try renderer.render(Template(parsing: template, file: "page"), with: data).text
    } catch let failure as Failure {
        return failure.description
    } catch {
        return "\(error)"
    }
}

@Test(arguments: [
    // What the data has not.
    Mistake("a {{shrae}}", "page:1:3: error: unknown name 'shrae'", "hint: did you mean 'share'?"),
    Mistake("{{zzzzzzzz}}", "hint: names here: share, place, row, rows, quote, yes, odd"),
    Mistake("{{#rws}}{{unseen}}{{/rws}}", "page:1:1: error: unknown name 'rws'", "did you mean 'rows'?"),
    Mistake("x\n{{^rws}}{{/rws}}", "page:2:1: error: unknown name 'rws'"),
    Mistake("{{row.labl}}", "page:1:1: error: unknown name 'labl' in 'row.labl'", "did you mean 'label'?"),
    Mistake("{{share.x}}", "page:1:1: error: unknown name 'x' in 'share.x'"),
    Mistake("{{#rows}}{{lable}}{{/rows}}", "page:1:10: error: unknown name 'lable'", "did you mean 'label'?"),
    Mistake(
        "{{quote}}", "'quote' is absent here and cannot be printed",
        "hint: stand it inside {{#quote}} … {{/quote}}"),
    Mistake("{{rows}}", "'rows' is a list, not a text", "hint: open it as a section, {{#rows}}"),
    Mistake("{{row}}", "'row' is a group of names, not a text"),
    Mistake("{{yes}}", "'yes' is a yes or no, not a text"),
    Mistake("{{share|percnt}}", "page:1:1: error: unknown format 'percnt'", "did you mean 'percent'?"),
    Mistake("{{share|percent:2}}", "page:1:1: error: 'share' as 'percent': cannot write 2", "hint: no"),
    Mistake("{{>part}}", "page:1:1: error: unknown partial 'part'"),
    Mistake("{{odd}}", "'odd' has the private-use character U+E001, which is reserved for marking figures"),
    // What the syntax does not allow.
    Mistake("ab\ncd\u{E002}", "page:2:3: error: the template has the private-use character U+E002"),
    Mistake(
        "a\n {{#rows}}b", "page:2:2: error: 'rows' is opened here and never closed",
        "hint: end it with {{/rows}}"),
    Mistake("{{/rows}}", "page:1:1: error: {{/rows}} closes a section that was not opened"),
    Mistake(
        "{{#rows}}\n{{/row}}",
        "page:2:1: error: {{/row}} stands where 'rows', opened at line 1, column 1, has to be closed",
        "hint: write {{/rows}} before it or in its place"),
    Mistake("a {{share", "page:1:3: error: this tag is never closed by '}}'"),
    Mistake("a {{{share}}", "page:1:3: error: this tag is never closed by '}}}'"),
    Mistake("{{share {{place}}", "page:1:1: error: this tag is not closed before the next one opens"),
    Mistake("{{}}", "page:1:1: error: this tag has no name in it"),
    Mistake("{{# }}{{/ }}", "this tag has no name in it"),
    Mistake(
        "{{a b}}", "error: 'a b' is not a name",
        "hint: a name is made of letters, digits and - _ @ =, with dots"),
    Mistake("{{a..b}}", "error: 'a..b' is not a name"),
    Mistake("{{share|}}", "error: this tag has no name in it"),
    Mistake(
        "{{=a=}}", "error: 'a' does not name two delimiters", "hint: write the new marks with a space between"
    ),
    Mistake("{{<p}}words{{/p}}", "error: 'p' is a parent: only blocks may stand inside it"),
    Mistake("{{<p}}{{$b}}{{/b}}{{$b}}{{/b}}{{/p}}", "error: block 'b' is given a second time"),
])
func aMistakeIsNamedWithItsPlaceAndRemedy(_ mistake: Mistake) {
    let message = failure(mistake.template)
    for words in mistake.said { #expect(message.contains(words)) }
}

@Test func everyMistakeIsReportedInOneRunAndOnlyOnce() {
    let message = failure("{{#rows}}{{lable}}{{/rows}}\n{{shrae}} {{quote}}\n{{>nowhere}} {{place|bold}}")
    #expect(message.split(separator: "\n").filter { $0.contains(": error: ") }.count == 5)
    let broken = failure("{{a b}}\n{{#rows}}\n{{=x=}}\n{{/yes}}")
    let places = broken.split(separator: "\n").filter { $0.contains(": error: ") }.map { $0.prefix(8) }
    #expect(places == ["page:1:1", "page:3:1", "page:4:1"])
}

@Test func theLineOfTheMistakeIsShown() {
    let expected = """
        page:2:5: error: unknown name 'shrae'
            2 | <td>{{shrae}}</td>
              |     ^
        hint: did you mean 'share'?
        """
    #expect(failure("<tr>\n<td>{{shrae}}</td>\n</tr>") == expected)
}

@Test func aMistakeInAPartialNamesThePartial() {
    #expect(
        failure("{{>p}}", partials: ["p": "\n  {{shrae}}"]).hasPrefix("part:2:3: error: unknown name 'shrae'")
    )
}

@Test func partialsThatTakeThemselvesInAreAnError() {
    let message = failure("{{>a}}", partials: ["a": "{{#yes}}{{>b}}{{/yes}}", "b": "{{>a}}"])
    #expect(message.hasPrefix("part:1:1: error: partial 'a' takes itself in: 'a' takes in 'b' takes in 'a'"))
}

@Test func aBlockThatTheParentHasNotIsAnError() {
    let message = failure("{{<p}}{{$titel}}x{{/titel}}{{/p}}", partials: ["p": "{{$title}}y{{/title}}"])
    #expect(message.hasPrefix("page:1:7: error: 'p' has no block 'titel'"))
    #expect(message.hasSuffix("hint: did you mean 'title'?"))
}

@Test func aFormatInASectionLeftOutIsCheckedAllTheSame() {
    #expect(failure("{{#quote}}{{place|bold}}{{/quote}}").contains("unknown format 'bold'"))
}

@Test func anyBytesGiveATemplateOrAFailureAndNeverATrap() {
    var state: UInt64 = 42
    func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
    let pieces = [
        "{{", "}}", "{", "}", "#", "/", "^", ">", "<", "$", "=", "!", "&", "|", ":", "\n", "\r\n", " ",
        "rows", "share", "é",
    ]
    var parsed = 0
    for _ in 0..<3000 {
        let text = (0..<(next() % 14)).map { _ in pieces[Int(next() % UInt64(pieces.count))] }.joined()
        if let template = try? Template(parsing: text, file: "page") {
            parsed += 1
            let tags = text.contains("{{")
            let rendered = try? TemplateRenderer(escaping: .html).render(template, with: data)
            if !tags { #expect(rendered?.text == text) }
        }
    }
    #expect(parsed > 300)
}
