import Document
import Scene
import Testing

@Suite struct FragmentTests {
    private func fragment(topLevel: Int = 1, _ manuscript: Manuscript) -> String {
        FragmentWriter(topLevel: topLevel) { _, name in "pictures/\(name).png" }.text(manuscript)
    }

    @Test func aFragmentHasNoHeadNoStyleAndNoScript() throws {
        let text = fragment(try Sample.manuscript())
        for forbidden in [
            "<html", "<head", "<body", "<style", "<script", "<svg", "class=", "data-figure", "<details",
        ] {
            #expect(!text.contains(forbidden), "\(forbidden)")
        }
    }

    @Test func everyBlockKeepsItsIdOnce() throws {
        let manuscript = try Sample.manuscript()
        let text = fragment(manuscript)
        for block in manuscript.blocks {
            #expect(
                text.split(separator: " id=\"\(block.id)\"", omittingEmptySubsequences: false).count == 2,
                "\(block.id)")
        }
    }

    @Test func aChartIsAPictureWithItsWordsAndItsTable() throws {
        let text = fragment(try Sample.manuscript())
        #expect(text.contains("<img src=\"pictures/beside-others.png\" width=\"700\""))
        #expect(text.contains(" alt=\"Two rows of dots: quality of life 70% against 68%"))
        #expect(text.contains("<caption>The figures behind Figure 1</caption>"))
        #expect(
            text.contains(
                "<th scope=\"row\" style=\"text-align: left\">Getting a paid job</th>"
                    + "<td style=\"text-align: right\">[c]</td>")
        )
        #expect(text.contains("<p>[c] means: not shown, to protect people’s privacy.</p>"))
    }

    @Test(arguments: [
        (1, "<h1 id=\"a\">", "<h2 id=\"b\">"), (3, "<h3 id=\"a\">", "<h4 id=\"b\">"),
        (6, "<h6 id=\"a\">", "<h6 id=\"b\">"),
    ])
    func headingsBeginAtTheLevelThatThePageAsksFor(_ level: Int, _ title: String, _ section: String) {
        let text = fragment(
            topLevel: level,
            Manuscript(blocks: [
                Block(.heading(level: 1, [.text("A")]), id: "a"),
                Block(.heading(level: 2, [.text("B")]), id: "b"),
            ]))
        #expect(text.contains(title) && text.contains(section))
    }

    @Test func aWordProcessorIsToldTheStyles() throws {
        let text = FragmentWriter(topLevel: 0, namesStyles: true) { _, name in name }.text(
            try Sample.manuscript())
        #expect(text.contains("<div data-custom-style=\"Figure title\">"))
        #expect(text.contains("<colgroup><col style=\"width:"))
    }

    @Test func aDocumentIsPartedAtItsHeadingsWithTheFootnotesOfEachPart() {
        let note = { (number: Int) in
            Manuscript.Footnote(
                number: number, references: 1,
                blocks: [Block(.paragraph([.text("n\(number)")]), id: "n\(number)")])
        }
        let manuscript = Manuscript(
            blocks: [
                Block(.heading(level: 1, [.text("Title")]), id: "title"),
                Block(.heading(level: 2, [.text("One")]), id: "one"),
                Block(.paragraph([.text("a"), .footnote(number: 1, occurrence: 1)]), id: "one.p1"),
                Block(.heading(level: 2, [.text("Two")]), id: "two"),
                Block(.paragraph([.strong([.footnote(number: 2, occurrence: 1)])]), id: "two.p1"),
            ], footnotes: [note(1), note(2)])
        let sections = manuscript.sections
        #expect(sections.map(\.id) == ["introduction", "one", "two"])
        #expect(sections.map(\.title) == ["Title", "One", "Two"])
        #expect(sections.map { $0.manuscript.footnotes.map(\.number) } == [[], [1], [1]])
        #expect(sections[2].manuscript.footnotes[0].blocks[0].id == "n2")
        #expect(fragment(sections[2].manuscript).contains("<a id=\"fnref-1\" href=\"#fn-1\""))
        #expect(sections.flatMap { $0.manuscript.blocks.map(\.id) } == manuscript.blocks.map(\.id))
    }
}
