import Diagnostics
import Document
import Foundation
import Scene
import Templates

/// A small report, from template to page, with everything that a report can hold.
enum Sample {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static let body = """
        > [!kicker]
        > Personal Outcomes Evaluation Tool 2026 · invented data

        # What people in {{place}} told us about their personal budgets

        > [!lead]
        > 112 people with a personal budget and 104 carers answered. Their answers are set beside those of the 12 councils that took part.

        ## In short {#summary}

        ![said their budget had made their quality of life better. This is **about the same as** in the other councils (68%).](number:{{life|percent}})
        ![said they had more control over the important things in life.](number:78%25)
        ![said that getting a paid job had become easier (19%).](number:1%20in%205)

        > [!key]
        > {{life|percent}} of people said that their budget had made their quality of life better.

        ## Who replied

        Of the 400 people who were asked, 112 answered.[^rate] Most of them lived at home, "the place they know best". {#replies.p1}

        - People who manage the budget themselves
        - People whose *family* manages it
        - People for whom the council does

        > [!caution]
        > Fewer than 50 people under 65 answered: treat their figures with caution.

        ## {{place}} beside the other councils {#beside}

        ![{{place}} is close to the other councils on every question](chart:dots?theme=outcomes&compare=rest)

        > I can go out when I want to now. I choose who helps me, and when.

        ### How sure are we?

        The lines show the range in which the true share [probably lies](https://example.org/ranges). Numbers marked [c] are not shown.

        ![How the budget is held](table:held)

        | Group | Replies | Share |
        | :--- | ---: | ---: |
        | Under 65 | 41 | 37% |
        | 65 and over | 71 | 63% |

        [^rate]: That is 28%. See the notes on *how this was done*.
        """

    static func manuscript() throws -> Manuscript {
        let formats: [String: TemplateFormat] = [
            "percent": { value, _ throws(Failure) in
                guard case .figure(let id, let text) = value else { throw Failure("needs a figure") }
                return .figure(id: id, text: text + "%")
            }
        ]
        let data: TemplateRecord = [
            "place": "Exampleshire", "life": .figure(id: "holders.life.positive@this", text: "70"),
        ]
        let template = try Template(
            parsing: body.replacing("number:{{life|percent}}", with: "number:70%25"), file: "body.md")
        let rendered = try TemplateRenderer(escaping: .markdown, formats: formats).render(
            template, with: data)
        let log = DiagnosticLog()
        let read = MarkdownReader.read(rendered.text, origins: rendered.origins, log: log)
        try log.check()
        return try read.resolving(resolve).numbered()
    }

    private static func resolve(_ directive: Directive) throws(Failure) -> [Block] {
        switch directive.kind {
        case .number:
            return [
                Block(.numbers([NumberRow(number: [.text(directive.name)], sentence: directive.caption)]))
            ]
        case .chart: return [Block(.figure(chart(directive)))]
        case .table:
            let figure = Figure(
                name: directive.name, title: directive.caption, subtitle: [.text("Budget holders, 2026")],
                drawings: .none, alternative: "", table: table, base: [.text("Base: 112 people.")])
            return [Block(.figure(figure))]
        case .picture:
            throw Failure("there are no pictures here", at: directive.location)
        }
    }

    private static let table = DataTable(
        caption: [.text("Share who said better or a lot better")],
        columns: [
            .init([.text("Question")], isNumeric: false), .init([.text("Exampleshire")], isNumeric: true),
            .init([.text("The other 11 councils together")], isNumeric: true),
            .init([.text("Replies")], isNumeric: true),
        ],
        rows: [
            [
                .text([.text("Quality of life")]), .number([.text("70%")]), .number([.text("68%")]),
                .number([.text("112")]),
            ],
            [
                .text([.text("Control over daily life")]), .number([.text("78%")]), .number([.text("80%")]),
                .number([.text("110")]),
            ],
            [
                .text([.text("Getting a paid job")]),
                .marker(shown: "[c]", spoken: "not shown, to protect people’s privacy"),
                .number([.text("19%")]),
                .marker(shown: "[c]", spoken: "not shown, to protect people’s privacy"),
            ],
        ])

    private static func chart(_ directive: Directive) -> Figure {
        Figure(
            name: "beside-others", title: directive.caption,
            subtitle: [
                .text("Share who said better or a lot better, budget holders, 2026, with 95% intervals")
            ],
            drawings: .chart(wide: picture(width: 700), narrow: picture(width: 340)),
            alternative:
                "Two rows of dots: quality of life 70% against 68%, control over daily life 78% against 80%.",
            table: table, base: [.text("Base: 104 to 112 people a question.")],
            source: [.text("Source: invented data.")],
            files: [.init(label: "figures as CSV", path: "data/beside-others.csv")])
    }

    private static func picture(width: Double) -> Picture {
        let style = TextStyle(size: 16, color: Color(0x1B1F24))
        let rows = [
            ("Quality of life", 0.7), ("Control over daily life", 0.78), ("Dignity in support", 0.93),
        ]
        let nodes = rows.enumerated().flatMap { index, row -> [Node] in
            let y = 30 + Double(index) * 40
            return [
                .text(TextLine(row.0, style: style, origin: Point(0, y), advance: 120)),
                .shape(
                    Shape(
                        .circle(center: Point(width * (0.35 + 0.6 * row.1), y - 5), radius: 8),
                        fill: .color(Color(0x12436D)))),
            ]
        }
        return Picture(
            size: Size(width, 140), title: "Dots", alternative: "Dots", background: nil, nodes: nodes)
    }

    /// A plain drawing, enough to see where it stands.
    static func drawing(_ picture: Picture, idPrefix: String) -> String {
        var svg =
            "<svg id=\"\(idPrefix)svg\" width=\"\(Int(picture.size.width))\" height=\"\(Int(picture.size.height))\""
        svg += " viewBox=\"0 0 \(Int(picture.size.width)) \(Int(picture.size.height))\">"
        for node in picture.nodes {
            switch node {
            case .text(let line):
                svg +=
                    "<text x=\"\(line.origin.x)\" y=\"\(line.origin.y)\" font-size=\"16\">\(line.string)</text>"
            case .shape(let shape):
                if case .circle(let center, let radius) = shape.outline {
                    svg += "<circle cx=\"\(center.x)\" cy=\"\(center.y)\" r=\"\(radius)\" fill=\"#12436D\"/>"
                }
            default: break
            }
        }
        return svg + "</svg>"
    }

    /// The whole page, as a report command would make it.
    static func page() throws -> String {
        let manuscript = try manuscript()
        func file(_ path: String) throws -> String {
            try String(contentsOf: root.appending(path: path), encoding: .utf8)
        }
        let contents = Contents(of: manuscript).entries.map { entry in
            TemplateValue.object(["id": .text(entry.id), "title": .text(entry.title)] as TemplateRecord)
        }
        let writer = HTMLWriter(drawing: drawing)
        let parts = manuscript.opened
        let data: TemplateRecord = [
            "title": .text(manuscript.title ?? ""), "fontFaces": "",
            "style": .text(try file("Templates/frames/report.css")), "hasLogos": .boolean(false),
            "logos": .list([]), "hasStatement": .boolean(false), "hasOthers": .boolean(false),
            "others": .list([]),
            "hasBanners": .boolean(true),
            "banners": .list([
                .object(
                    ["label": "Draft 3", "text": "for Exampleshire Council · not for publication"]
                        as TemplateRecord)
            ]),
            "hasOthers": .boolean(false), "others": .list([]),
            "hasContents": .boolean(true), "contents": .list(contents),
            "opening": .text(writer.body(parts.opening)), "rest": .text(writer.body(parts.rest)), "body": "",
            "footer": .list([
                "Published by Exampleshire Council and the research partner.", "All figures are invented.",
            ]),
        ]
        let frame = try Template(parsing: try file("Templates/frames/report.html"), file: "report.html")
        return try TemplateRenderer(escaping: .html).render(frame, with: data).text
    }
}
