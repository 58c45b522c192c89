import Diagnostics
import Document
import Templates
import Testing

private func blocks(_ template: String, _ data: TemplateRecord) throws -> [BlockContent] {
    let rendered = try TemplateRenderer(escaping: .markdown)
        .render(Template(parsing: template, file: "body.md"), with: data)
    let log = DiagnosticLog()
    let manuscript = MarkdownReader.read(rendered.text, origins: rendered.origins, log: log)
    #expect(log.diagnostics.isEmpty)
    return manuscript.blocks.map(\.content)
}

@Test func aFigureComesBackWithItsId() throws {
    let data: TemplateRecord = [
        "f": .figure(id: "holders.dignity.group=a-b.positive@this.2026", text: "69.7%")
    ]
    let figure = Inline.figure(id: "holders.dignity.group=a-b.positive@this.2026", text: "69.7%")
    #expect(
        try blocks("{{f}} *a{{f}}*{{f}}|", data) == [
            .paragraph([figure, .text(" "), .emphasis([.text("a"), figure]), figure, .text("|")])
        ])
    #expect(try blocks("`{{f}}`", data) == [.paragraph([.code("69.7%")])])
    #expect(try blocks("## A {{f}}", data) == [.heading(level: 2, [.text("A "), figure])])
}

/// The promise of the Markdown escape: a value is words, whatever it is made of.
@Test func noValueBecomesMarkup() throws {
    var state: UInt64 = 7
    func next(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
    }
    let pieces = [
        "#", "*", "**", "_", "[", "](", ")", "`", "~~", "<b>", "&amp;", "|", "\\", "1.", "- ", "> ", "\n",
        "    ", "www.a.org",
        "https://b.org", "c@d.org", "{#id}", "[!key]", "[^1]", "--", "...", "a", "é", "5%", "$", "!", "=",
        "+",
    ]
    for _ in 0..<500 {
        let value = (0...next(6)).map { _ in pieces[next(pieces.count)] }.joined()
        let data: TemplateRecord = ["v": .text(value)]
        #expect(try blocks("{{v}}", data) == [.paragraph([.text(value)])])
        #expect(try blocks("- **{{v}}**", data).count == 1)
        let table = try blocks("| a | b |\n| - | - |\n| {{v}} | c |", data)
        let row: [DataTable.Cell] = [.text([.text(value)]), .text([.text("c")])]
        #expect(
            table == [
                .table(
                    DataTable(
                        caption: [],
                        columns: [
                            .init([.text("a")], isNumeric: false), .init([.text("b")], isNumeric: false),
                        ], rows: [row]))
            ])
        // A space within a value ends an address: that is an error of its own.
        guard !value.contains(" ") else { continue }
        let caption = try blocks("![{{v}}](chart:a?b={{v}})", data)
        guard case .directive(let directive)? = caption.first else {
            Issue.record("'\(value)' broke the directive")
            continue
        }
        #expect(directive["b"] == value && directive.caption == [.text(value)])
    }
}

@Test func aFigureInAnAddressIsAnError() throws {
    let rendered = try TemplateRenderer(escaping: .markdown)
        .render(
            Template(parsing: "x\n\n[a]({{f}})", file: "body.md"),
            with: ["f": .figure(id: "i", text: "5")] as TemplateRecord)
    let log = DiagnosticLog()
    _ = MarkdownReader.read(rendered.text, origins: rendered.origins, log: log)
    #expect(
        log.diagnostics.map(\.description) == ["body.md:3: error: a figure cannot stand in the address '5'"])
}
