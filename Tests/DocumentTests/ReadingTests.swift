import Diagnostics
import Document
import Testing

private func read(_ text: String) -> (Manuscript, String) {
    let log = DiagnosticLog()
    let manuscript = MarkdownReader.read(text, file: "body.md", log: log)
    return (manuscript, log.diagnostics.map(\.description).joined(separator: "\n"))
}

private func content(_ text: String) -> [BlockContent] { read(text).0.blocks.map(\.content) }

/// A text with a mistake in it, and what must be said.
struct Slip: CustomTestStringConvertible, Sendable {
    var testDescription: String { text }
    var text: String
    var said: [String]

    init(_ text: String, _ said: String...) {
        self.text = text
        self.said = said
    }
}

@Test(arguments: [
    Slip("a\n\n<div onclick=x>b</div>", "body.md:3: warning: raw HTML is left out: '<div onclick=x>b</div>'"),
    Slip("a <b>c</b>", "body.md:1: warning: raw HTML is left out: '<b>'", "hint: write it in Markdown"),
    Slip("a\n[b](javascript:alert)", "body.md:2: warning: the link of 'b' to 'javascript:alert' is left out"),
    Slip("[b](JaVa&#9;script:x)", "warning: the link of 'b'"),
    Slip("[b](data:text/html,x)", "hint: links go to http, https, mailto, tel or relative addresses"),
    Slip("[](https://a.org)", "error: the link to 'https://a.org' has no words"),
    Slip(
        "![](a.png)", "error: the picture 'a.png' has no alternative text",
        "hint: say what it shows: ![a house"),
    Slip(
        "a\n\n![b](chrt:dots)", "body.md:3: error: unknown kind of figure 'chrt' in 'chrt:dots'",
        "mean 'chart'?"),
    Slip(
        "a ![b](chart:dots)", "error: 'chart:dots' must stand in a paragraph of its own",
        "hint: leave an empty line"),
    Slip("![b](chart:)", "error: 'chart:' does not name its chart", "hint: write chart:name"),
    Slip(
        "![b](chart:a?c)", "error: 'c' in 'chart:a?c' is not a parameter",
        "hint: write name=value, with & between"),
    Slip("![b](chart:a?c=1&c=2)", "error: 'c' is given twice in 'chart:a?c=1&c=2'"),
    Slip(
        "![b](chart:a?c=5%)", "error: '%' in 'chart:a?c=5%' is not a character",
        "hint: write a percent sign as %25"),
    Slip("![b](chart:a%FF)", "error: 'chart:a%FF' is not UTF-8"),
    Slip("> [!kee]\n> a", "body.md:1: error: unknown callout 'kee'", "did you mean 'key'?"),
    Slip("> [!key]", "error: the callout 'key' has no words"),
    Slip(
        "# A\n\n## B\n\n## B", "body.md:5: error: two blocks have the id 'b', the first is at body.md:3",
        "{#b-2}"),
    Slip("a {#x}\n\nb {#x}", "body.md:3: error: two blocks have the id 'x'"),
    Slip(
        "a\n\n## B {#b c}", "body.md:3: error: the id '{#b c}' is not a name",
        "hint: an id has letters a to z, digits, '-' and '.'"),
    Slip("![b](chart:a) {#b c}", "body.md:1: error: the id '{#b c}' is not a name"),
    Slip("# A\n\n# B", "body.md:3: error: a second heading of level 1: 'B'", "hint: begin it with ##"),
    Slip("# A\n\n### B", "warning: the heading 'B' goes from level 1 to level 3", "hint: begin it with ##"),
    Slip("a[^x]", "error: there is no footnote '[^x]'", "hint: write it as [^x]: …"),
    Slip(
        "![b](chart:a?c=d e)", "error: '](chart:' does not belong to a figure here",
        "a space in the brackets as %20"),
    Slip("a[^x]\n\n[^x]: b\n\n[^X]: c", "body.md:5: error: the footnote '[^X]' is written a second time"),
    Slip("a\n\n[^x]: lost", "body.md:3: warning: nothing refers to the footnote '[^x]', it is left out"),
])
func aSlipInTheTextIsNamedWithItsLine(_ slip: Slip) {
    let said = read(slip.text).1
    for words in slip.said { #expect(said.contains(words)) }
}

@Test func whatIsRightIsReadWithoutAWord() throws {
    #expect(read(Sample.body.replacing("{{", with: "").replacing("}}", with: "")).1 == "")
}

@Test func inlinesOfEveryKindAreRead() {
    let words = "**a** *b* ~~c~~ `d` [e](f.html \"g\") ![h](i.png) www.j.org j\\\nk"
    #expect(
        content(words) == [
            .paragraph([
                .strong([.text("a")]), .text(" "), .emphasis([.text("b")]), .text(" "), .struck([.text("c")]),
                .text(" "),
                .code("d"), .text(" "), .link([.text("e")], to: "f.html", title: "g"), .text(" "),
                .image(source: "i.png", alternative: "h"), .text(" "),
                .link([.text("www.j.org")], to: "http://www.j.org", title: ""), .text(" j"), .lineBreak,
                .text("k"),
            ])
        ])
}

@Test func blocksOfEveryKindAreRead() {
    let words = "# A\n\n1. b\n2. c\n\n> d\n\n```\ne\n```\n\n---\n\n| f | g |\n| - | -: |\n| h | 1 |\n"
    func paragraph(_ text: String) -> BlockContent { .paragraph([.text(text)]) }
    let (manuscript, said) = read(words)
    #expect(said == "")
    #expect(manuscript.blocks.map(\.id) == ["a", "a.p1", "a.p4", "a.p6", "a.p7", "a.p8"])
    #expect(manuscript.blocks.map { $0.location?.line } == [1, 3, 6, 8, 12, 14])
    guard case .list(let list) = manuscript.blocks[1].content else {
        Issue.record("the second block is a list")
        return
    }
    #expect(list.start == 1 && list.isTight)
    #expect(list.items.map { $0.map(\.content) } == [[paragraph("b")], [paragraph("c")]])
    let table = DataTable(
        caption: [], columns: [.init([.text("f")], isNumeric: false), .init([.text("g")], isNumeric: true)],
        rows: [[.text([.text("h")]), .number([.text("1")])]])
    #expect(manuscript.blocks[5].content == .table(table))
    #expect(manuscript.blocks[3].content == .code("e"))
}

@Test func idsComeFromTheTextTheWordsOrTheNearestHeading() {
    let text =
        "before\n\n# A “title” {#theme.dignity}\n\none\n\ntwo {#theme.dignity.p1}\n\nthree\n\n## It’s the 2nd: part\n\n> four"
    let (manuscript, said) = read(text)
    #expect(said == "")
    #expect(
        manuscript.blocks.map(\.id) == [
            "top.p1", "theme.dignity", "theme.dignity.p2", "theme.dignity.p1", "theme.dignity.p4",
            "its-the-2nd-part",
            "its-the-2nd-part.p1",
        ])
    #expect(manuscript.blocks[3].content == .paragraph([.text("two")]))
}

@Test func aDirectiveIsTakenApartAndDecoded() {
    let text = "![The *title*](chart:stacked?theme=outcomes&label=a%26b%3D5%25%20%C3%A9) {#chart.one}"
    let (manuscript, said) = read("x\n\n" + text)
    #expect(said == "")
    guard case .directive(let directive) = manuscript.blocks[1].content else {
        Issue.record("the second block is a directive")
        return
    }
    #expect(manuscript.blocks[1].id == "chart.one")
    #expect(directive.kind == .chart && directive.name == "stacked")
    #expect(directive["theme"] == "outcomes" && directive["label"] == "a&b=5% é" && directive["other"] == nil)
    #expect(directive.caption == [.text("The "), .emphasis([.text("title")])])
    #expect(directive.location == SourceLocation(file: "body.md", line: 3))
}

@Test func everyDirectiveThatFailsIsReportedInOneRun() {
    let manuscript = read("![a](chart:one)\n\n> ![b](number:two)\n\n- ![c](table:three)").0
    do {
        _ = try manuscript.resolving { directive throws(Failure) in
            throw Failure("no \(directive.name)", at: directive.location)
        }
        Issue.record("nothing was resolved")
    } catch {
        #expect(
            error.description
                == "body.md:1: error: no one\nbody.md:3: error: no two\nbody.md:5: error: no three")
    }
}

@Test func neighbouringNumbersBecomeOneListAndFiguresAreNumbered() throws {
    let manuscript = try Sample.manuscript()
    var labels: [String] = []
    var rows: [Int] = []
    for block in manuscript.blocks {
        if case .figure(let figure) = block.content { labels.append(figure.label) }
        if case .numbers(let list) = block.content { rows.append(list.count) }
    }
    #expect(labels == ["Figure 1", "Table 1"])
    #expect(rows == [3])
    #expect(Set(manuscript.blocks.map(\.id)).count == manuscript.blocks.count)
}

@Test func footnotesKnowTheirPlaces() {
    let manuscript = read("a[^n] b[^n] c[^m]\n\n[^m]: em\n[^n]: en").0
    #expect(
        manuscript.blocks[0].content
            == .paragraph([
                .text("a"), .footnote(number: 1, occurrence: 1), .text(" b"),
                .footnote(number: 1, occurrence: 2),
                .text(" c"), .footnote(number: 2, occurrence: 1),
            ]))
    #expect(manuscript.footnotes.map(\.references) == [2, 1])
    #expect(
        manuscript.footnotes.map { $0.blocks.first?.content } == [
            .paragraph([.text("en")]), .paragraph([.text("em")]),
        ])
}

/// The parser below shares a table between all texts of the process; a race would lose marks now and then.
@Test func textsReadAtTheSameTimeComeOutAsOneByOne() async {
    let text = String(
        repeating: "~~a~~ www.b.org ~~c~~ *d*\n\n| e | f |\n| - | - |\n| ~~g~~ | h |\n\n", count: 40)
    let expected = read(text).0
    await withTaskGroup(of: Bool.self) { group in
        for _ in 0..<32 { group.addTask { read(text).0 == expected } }
        for await isSame in group { #expect(isSame) }
    }
}
