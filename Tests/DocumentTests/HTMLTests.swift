import Diagnostics
import Document
import Testing

private func html(_ text: String) -> String {
    let manuscript = MarkdownReader.read(text, file: "body.md", log: DiagnosticLog())
    return HTMLWriter(drawing: Sample.drawing).body(manuscript)
}

@Test(arguments: [
    ("a & <b", "<p id=\"top.p1\">a &amp; &lt;b</p>\n"),
    ("## A \"b\" {#c}", "<h2 id=\"c\">A “b”</h2>\n"),
    (
        "*a* **b** ~~c~~ `<d>`",
        "<p id=\"top.p1\"><em>a</em> <strong>b</strong> <del>c</del> <code>&lt;d&gt;</code></p>\n"
    ),
    ("a\\\nb", "<p id=\"top.p1\">a<br>b</p>\n"),
    ("[a](/b?c=1&d=\"e\")", "<p id=\"top.p1\"><a href=\"/b?c=1&amp;d=%22e%22\">a</a></p>\n"),
    ("[a](b%20é \"c\")", "<p id=\"top.p1\"><a href=\"b%20%C3%A9\" title=\"c\">a</a></p>\n"),
    ("![a \"b\"](c.png)", "<p id=\"top.p1\"><img src=\"c.png\" alt=\"a “b”\"></p>\n"),
    (
        "- a\n- b",
        "<ul id=\"top.p1\">\n<li><span id=\"top.p2\">a</span></li>\n<li><span id=\"top.p3\">b</span></li>\n</ul>\n"
    ),
    ("3. a", "<ol id=\"top.p1\" start=\"3\">\n<li><span id=\"top.p2\">a</span></li>\n</ol>\n"),
    (
        "- a\n\n  b",
        "<ul id=\"top.p1\">\n<li>\n<p id=\"top.p2\">a</p>\n\n<p id=\"top.p3\">b</p>\n</li>\n</ul>\n"
    ),
    ("> a", "<blockquote id=\"top.p1\">\n<p id=\"top.p2\">a</p>\n</blockquote>\n"),
    (
        "> a.\n>\n> A carer",
        "<blockquote id=\"top.p1\">\n<p id=\"top.p2\">a.</p>\n<p id=\"top.p3\" class=\"speaker\">A carer</p>\n</blockquote>\n"
    ),
    (
        "> a.\n>\n> b.",
        "<blockquote id=\"top.p1\">\n<p id=\"top.p2\">a.</p>\n<p id=\"top.p3\">b.</p>\n</blockquote>\n"
    ),
    ("---", "<hr id=\"top.p1\">\n"),
    ("    <a>", "<pre id=\"top.p1\" tabindex=\"0\"><code>&lt;a&gt;</code></pre>\n"),
    (
        "> [!caution] a",
        "<div id=\"top.p1\" class=\"callout caution\" role=\"note\">\n<p class=\"callout-label\">Treat with caution</p>\n<p id=\"top.p2\">a</p>\n</div>\n"
    ),
    ("> [!lead]\n> a", "<div id=\"top.p1\" class=\"lead\">\n<p id=\"top.p2\">a</p>\n</div>\n"),
])
func everyBlockHasItsMarkup(_ text: String, _ expected: String) {
    #expect(html(text) == expected)
}

@Test func aTableScrollsByItselfAndSaysWhatItsHeadersAre() {
    let expected = """
        <div class="table" id="top.p1">
        <div class="scroll" role="region" tabindex="0" aria-label="Table: Group">
        <table id="top.p1.table">
        <thead>
        <tr><th scope="col">Group</th><th scope="col" class="n">Share</th></tr>
        </thead>
        <tbody>
        <tr><th scope="row">Under 65</th><td class="n">37%</td></tr>
        </tbody>
        </table>
        </div>
        </div>

        """
    #expect(html("| Group | Share |\n| - | -: |\n| Under 65 | 37% |") == expected)
}

@Test func footnotesLeadThereAndBack() {
    let page = html("a[^n] b[^n]\n\n[^n]: c")
    #expect(page.contains("a<sup><a id=\"fnref-1\" href=\"#fn-1\" aria-label=\"Footnote 1\">1</a></sup> b"))
    #expect(page.contains("<a id=\"fnref-1-2\" href=\"#fn-1\""))
    #expect(page.contains("<li id=\"fn-1\">\n<p id=\"footnote.1.p1\">c</p>"))
    #expect(page.contains("<a href=\"#fnref-1-2\">Back to place 2 in the text</a>"))
}

@Test func aFigureHasOneDescriptionAndItsDataBelow() throws {
    let page = HTMLWriter(drawing: Sample.drawing).body(try Sample.manuscript())
    let alternative = "Two rows of dots: quality of life 70% against 68%"
    #expect(page.split(separator: alternative, omittingEmptySubsequences: false).count == 2)
    #expect(page.contains("<div class=\"drawing\" role=\"img\" aria-label=\"\(alternative)"))
    #expect(
        page.contains(
            "<div class=\"narrow\" aria-hidden=\"true\"><svg id=\"figure.beside-others-narrow-svg\""))
    #expect(page.contains("<span class=\"figure-label\">Figure 1.</span> Exampleshire is close"))
    #expect(
        page.contains(
            "<details><summary>The figures behind this chart<span class=\"spoken\">, Figure 1</span></summary>"
        ))
    #expect(
        page.contains(
            "<td class=\"n\"><span aria-hidden=\"true\">[c]</span><span class=\"spoken\">not shown, to protect people’s privacy</span></td>"
        ))
    #expect(
        page.contains(
            "<li><strong class=\"number\">1 in 5</strong> <span class=\"sentence\">said that getting"))
}

@Test func everyIdOnThePageIsThereOnceAndEveryLinkWithinItArrives() throws {
    let page = try Sample.page()
    let ids = page.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
    #expect(ids.count > 20)
    #expect(Set(ids).count == ids.count)
    for link in page.matches(of: /href="#([^"]*)"/) { #expect(ids.contains(String(link.1))) }
}

@Test func titleAndSummaryOpenThePageAndNothingIsLostBetweenThemAndTheRest() throws {
    let manuscript = try Sample.manuscript()
    let parts = manuscript.opened
    #expect(parts.opening.blocks + parts.rest.blocks == manuscript.blocks)
    #expect(parts.opening.title == manuscript.title)
    #expect(parts.rest.title == nil && parts.opening.footnotes.isEmpty)
    let writer = HTMLWriter(drawing: Sample.drawing)
    #expect(writer.body(parts.opening) + writer.body(parts.rest) == writer.body(manuscript))
}

@Test func aFigureInTheTextIsMarkedWithItsId() {
    let block = Block(.paragraph([.figure(id: "a.b@this", text: "5%")]), id: "p")
    let page = HTMLWriter(drawing: Sample.drawing).body(Manuscript(blocks: [block]))
    #expect(page == "<p id=\"p\"><span class=\"figure\" data-figure=\"a.b@this\">5%</span></p>\n")
}

@Test func contentsListHeadingsOfLevelTwoWithThoseBelow() throws {
    let entries = Contents(of: try Sample.manuscript()).entries
    #expect(
        entries.map(\.title) == [
            "In short", "Who replied", "Exampleshire beside the other councils", "Footnotes",
        ])
    #expect(entries.map(\.id) == ["summary", "who-replied", "beside", "footnotes"])
    #expect(entries[2].children == [.init(id: "how-sure-are-we", title: "How sure are we?")])
}
