import Diagnostics
import Templates
import Testing

/// One case of the language: a template, what it must become, partials it may take in.
struct MustacheCase: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var template: String
    var expected: String
    var partials: [String: String] = [:]

    init(_ name: String, _ template: String, _ expected: String, partials: [String: String] = [:]) {
        testDescription = name
        self.template = template
        self.expected = expected
        self.partials = partials
    }
}

private var data: TemplateRecord {
    [
        "place": "Exampleshire", "sharp": "a<b> & \"c\" 'd'", "empty": "",
        "yes": .boolean(true), "no": .boolean(false), "none": .list([]), "missing": .absent,
        "council": .object(
            TemplateRecord(
                dictionaryLiteral: ("name", "North"), ("region", .object(["name": "East"] as TemplateRecord)))
        ),
        "rows": .list([
            .object(["label": "Dignity", "share": "93%"] as TemplateRecord),
            .object(["label": "Safety", "share": "70%"] as TemplateRecord),
        ]),
        "letters": .list(["a", "b", "c"]),
        "nested": .list([.list(["1", "2"]), .list(["3"])]),
        "lines": "x\ny",
        "a.b": "whole", "a": .object(["b": "taken apart"] as TemplateRecord),
        "holders.dignity.group=under-65.positive@this": .figure(id: "f", text: "93%"),
    ]
}

private let cases: [MustacheCase] = [
    .init("plain text passes", "Hello {world}.\n", "Hello {world}.\n"),
    .init("a variable is printed", "In {{place}}.", "In Exampleshire."),
    .init("white space in a tag is ignored", "{{ place }}{{\tplace }}", "ExampleshireExampleshire"),
    .init("a value is escaped", "{{sharp}}", "a&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;"),
    .init("three braces print it raw", "{{{sharp}}} {{{ sharp }}}", "a<b> & \"c\" 'd' a<b> & \"c\" 'd'"),
    .init("an ampersand prints it raw", "{{&sharp}}{{& sharp }}", "a<b> & \"c\" 'd'a<b> & \"c\" 'd'"),
    .init("a dotted name goes inside", "{{council.name}} {{council.region.name}}", "North East"),
    .init("a dotted name is asked whole first", "{{a.b}}", "whole"),
    .init(
        "a figure is named by its id", "{{holders.dignity.group=under-65.positive@this}}", "93%"),
    .init("true opens a section", "{{#yes}}in{{/yes}}", "in"),
    .init("false leaves it out", "a{{#no}}in{{/no}}b", "ab"),
    .init("an empty list leaves it out", "{{#none}}in{{/none}}", ""),
    .init("an empty text leaves it out", "{{#empty}}in{{/empty}}{{^empty}}out{{/empty}}", "out"),
    .init("what is absent leaves it out", "{{#missing}}in{{/missing}}{{^missing}}out{{/missing}}", "out"),
    .init("an object is a context", "{{#council}}{{name}} of {{place}}{{/council}}", "North of Exampleshire"),
    .init("a list repeats", "{{#rows}}{{label}} {{share}}; {{/rows}}", "Dignity 93%; Safety 70%; "),
    .init("the dot is the item", "{{#letters}}({{.}}){{/letters}}", "(a)(b)(c)"),
    .init("lists in lists", "{{#nested}}[{{#.}}{{.}},{{/.}}]{{/nested}}", "[1,2,][3,]"),
    .init("a text is its own context", "{{#place}}{{.}}!{{/place}}", "Exampleshire!"),
    .init(
        "inverted sections", "{{^no}}a{{/no}}{{^yes}}b{{/yes}}{{^none}}c{{/none}}{{^rows}}d{{/rows}}", "ac"),
    .init("one name, many sections", "{{#yes}}1{{/yes}} {{#yes}}2{{/yes}}", "1 2"),
    .init("same name inside itself", "{{#yes}}a{{#yes}}b{{/yes}}c{{/yes}}", "abc"),
    .init("sections across lines", "{{#rows}}\n- {{label}}\n{{/rows}}\nend", "- Dignity\n- Safety\nend"),
    .init("indented tags alone go with their line", "a\n  {{#yes}}\nb\n\t{{/yes}}  \nc\n", "a\nb\nc\n"),
    .init("lines may end in CRLF", "a\r\n{{#yes}}\r\nb\r\n{{/yes}}\r\nc", "a\r\nb\r\nc"),
    .init("a tag alone without a line before", "  {{#yes}}\nb\n{{/yes}}", "b\n"),
    .init("two tags on a line are not alone", "{{#yes}} {{/yes}}\nb", " \nb"),
    .init("a value alone keeps its line", "a\n  {{place}}\nb", "a\n  Exampleshire\nb"),
    .init("a comment is left out", "a{{! anything {at} all }}b", "ab"),
    .init("a comment alone goes with its line", "a\n  {{! note }}\nb", "a\nb"),
    .init("a comment over lines", "a\n{{!\n  note\n}}\nb", "a\nb"),
    .init("a comment inside a line stays inside", " 12 {{! 34 }}\n", " 12 \n"),
    .init(
        "other delimiters", "{{=<% %>=}}<%place%> {{place}}<%={{ }}=%> {{place}}",
        "Exampleshire {{place}} Exampleshire"),
    .init("delimiters alone go with their line", "a\n{{=| |=}}\n|place|", "a\nExampleshire"),
    .init("delimiters stay in their file", "{{=| |=}}|>p|", "[Exampleshire]", partials: ["p": "[{{place}}]"]),
    .init("a partial", "<{{>p}}>", "<[Exampleshire]>", partials: ["p": "[{{place}}]"]),
    .init(
        "a partial sees its context", "{{#rows}}{{>p}}{{/rows}}", "Dignity,Safety,",
        partials: ["p": "{{label}},"]),
    .init("partials in partials", "{{>a}}", "1 2", partials: ["a": "1 {{>b}}", "b": "2"]),
    .init("a path is a partial's name", "{{> parts/foot }}", "foot", partials: ["parts/foot": "foot"]),
    .init("a partial alone is indented", "a\n  {{>p}}\nb", "a\n  1\n  2\nb", partials: ["p": "1\n2\n"]),
    .init(
        "indentation goes down", "  {{>a}}\n", "  1\n    2\n  3\n",
        partials: ["a": "1\n  {{>b}}\n3\n", "b": "2\n"]),
    .init(
        "the lines of a value are not indented", "  {{>p}}\n", "  |\n  x\ny\n  |\n",
        partials: ["p": "|\n{{{lines}}}\n|\n"]),
    .init("empty lines are not indented", "  {{>p}}\n", "  1\n\n  2\n", partials: ["p": "1\n\n2\n"]),
    .init("a partial in a line is not indented", "a {{>p}}\nb", "a 1\n2\nb", partials: ["p": "1\n2"]),
    .init("a block prints its own text", "{{$title}}Report{{/title}}", "Report"),
    .init(
        "a parent takes blocks", "{{<page}}{{$title}}In {{place}}{{/title}}{{/page}}",
        "<h1>In Exampleshire</h1>.",
        partials: ["page": "<h1>{{$title}}Report{{/title}}</h1>{{$foot}}.{{/foot}}"]),
    .init(
        "the outermost block wins", "{{<mid}}{{$t}}outer{{/t}}{{/mid}}", "outer",
        partials: ["mid": "{{<page}}{{$t}}mid{{/t}}{{/page}}", "page": "{{$t}}page{{/t}}"]),
    .init(
        "a block in its own replacement", "{{<p}}{{$t}}a{{$t}}b{{/t}}{{/t}}{{/p}}", "ab",
        partials: ["p": "{{$t}}0{{/t}}"]),
]

@Test(arguments: cases)
func theLanguageIsMustache(_ example: MustacheCase) throws {
    let partials = try example.partials.mapValues { try Template(parsing: $0, file: "partial") }
    let renderer = TemplateRenderer(escaping: .html, partials: partials)
    let rendered = try renderer.render(Template(parsing: example.template, file: "page"), with: data)
    #expect(rendered.text == example.expected)
    let lines = rendered.text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    #expect(rendered.origins.count == lines.count - (lines.last?.isEmpty == true ? 1 : 0))
}

@Test func formatsTakeTheValueAndAnArgument() throws {
    let formats: [String: TemplateFormat] = [
        "twice": { value, argument throws(Failure) in
            guard case .text(let text) = value else { throw Failure("needs a text") }
            return .text(text + (argument ?? "") + text)
        }
    ]
    let renderer = TemplateRenderer(escaping: .html, formats: formats)
    func rendered(_ text: String) throws -> String {
        try renderer.render(Template(parsing: text, file: "page"), with: data).text
    }
    #expect(try rendered("{{place|twice}}") == "ExampleshireExampleshire")
    #expect(try rendered("{{ place | twice: and }}") == "ExampleshireandExampleshire")
    #expect(
        try rendered("{{place|twice:<|twice:10:30}}")
            == "Exampleshire&lt;Exampleshire10:30Exampleshire&lt;Exampleshire")
}

@Test func everyLineKnowsWhereItCameFrom() throws {
    let partial = try Template(parsing: "p1\n{{{lines}}}\np3\n", file: "part.md")
    let template = try Template(
        parsing: "one\n{{#rows}}\n- {{label}}\n{{/rows}}\n{{>p}}\n{{! note }}\nlast", file: "body.md")
    let rendered = try TemplateRenderer(escaping: .markdown, partials: ["p": partial])
        .render(template, with: data)
    #expect(rendered.text == "one\n- Dignity\n- Safety\np1\nx\ny\np3\nlast")
    #expect(
        rendered.origins.map(\.description) == [
            "body.md:1", "body.md:3", "body.md:3", "part.md:1", "part.md:2", "part.md:2", "part.md:3",
            "body.md:7",
        ])
    #expect(rendered.origin(ofLine: 4)?.file == "part.md")
}

@Test func aFigureKeepsItsIdInMarkdownAndIsATextElsewhere() throws {
    let template = try Template(parsing: "{{f}}{{{f}}}", file: "page")
    let record: TemplateRecord = ["f": .figure(id: "a@b", text: "<5")]
    func rendered(_ escaping: Escaping) throws -> String {
        try TemplateRenderer(escaping: escaping).render(template, with: record).text
    }
    let marked = "\u{E000}\u{E161}\u{E140}\u{E162}\u{E001}\u{E13C}\u{E135}\u{E002}"
    #expect(try rendered(.markdown) == marked + marked)
    #expect(try rendered(.html) == "&lt;5&lt;5")
    #expect(try rendered(.none) == "<5<5")
}

@Test func noMarkOfMarkdownSurvivesInAValue() throws {
    let template = try Template(parsing: "{{v}}", file: "page")
    let value = " # *a* [b](c) `d` www.e.org f@g.org | ~h~ <i> 1. \\ & _j_\n\n- k "
    let rendered = try TemplateRenderer(escaping: .markdown)
        .render(template, with: ["v": .text(value)] as TemplateRecord).text
    #expect(!rendered.contains { "#*[]()`|~<>.\\&_-@:\n".contains($0) })
    #expect(rendered.first != " " && rendered.last != " ")
    let back = String(
        String.UnicodeScalarView(
            rendered.unicodeScalars.map { scalar in
                (0xE100..<0xE180).contains(scalar.value)
                    ? Unicode.Scalar(scalar.value - 0xE100) ?? scalar : scalar
            }))
    #expect(back == value)
}
