import Document
import Scene

/// Words of one look in a paragraph, and the content of the structure that they belong to.
struct TextRun {
    struct Link {
        var target: TaggedPage.LinkArea.Target
        var element: Int
        var description: String
    }

    /// A line feed breaks the line.
    var text: String
    var style: TextStyle
    var part: TaggedPage.Piece.Part
    var link: Link?
    /// How far the baseline stands above that of the line.
    var rise = 0.0
    var isStruck = false
    /// The name of the place that begins with it.
    var place: String?
}

/// Turns inlines into runs, and makes the elements of their links.
struct RunMaker {
    let structure: StructureBuilder
    let linkColor: Color
    let emphasis: TextStyle.Weight
    /// Told of what cannot be set.
    let refuse: (String) -> Void

    func runs(_ inlines: [Inline], style: TextStyle, element: Int) -> [TextRun] {
        inlines.flatMap { runs($0, style: style, element: element, link: nil) }
    }

    private func runs(_ inline: Inline, style: TextStyle, element: Int, link: TextRun.Link?) -> [TextRun] {
        func run(_ text: String) -> [TextRun] {
            text.isEmpty
                ? [] : [TextRun(text: text, style: style, part: structure.content(in: element), link: link)]
        }
        func inside(_ inlines: [Inline], weight: TextStyle.Weight) -> [TextRun] {
            var style = style
            if weight.rawValue > style.weight.rawValue { style.weight = weight }
            return inlines.flatMap { runs($0, style: style, element: element, link: link) }
        }
        switch inline {
        case .text(let text), .figure(_, let text), .code(let text): return run(text)
        case .strong(let words): return inside(words, weight: .bold)
        case .emphasis(let words): return inside(words, weight: emphasis)
        case .struck(let words):
            return inside(words, weight: .regular).map {
                var run = $0
                run.isStruck = true
                return run
            }
        case .link(let words, let address, let title):
            let target: TaggedPage.LinkArea.Target =
                address.hasPrefix("#") ? .place(String(address.dropFirst())) : .address(address)
            let description = title.isEmpty ? words.plainText : title
            return linked(words, style: style, in: element, target: target, description: description)
        case .footnote(let number, let occurrence):
            var small = style
            small.size = style.size * 0.66
            let reference = structure.open(.reference, in: element)
            var runs = linked(
                [.text(String(number))], style: small, in: reference, target: .place("fn-\(number)"),
                description: "Footnote \(number)")
            for index in runs.indices { runs[index].rise = style.size * 0.34 }
            if !runs.isEmpty { runs[0].place = Self.referencePlace(number, occurrence) }
            return runs
        case .image(let source, _):
            refuse(source)
            return []
        case .lineBreak: return run("\n")
        }
    }

    func linked(
        _ words: [Inline], style: TextStyle, in element: Int, target: TaggedPage.LinkArea.Target,
        description: String
    ) -> [TextRun] {
        let element = structure.open(.link, in: element)
        let link = TextRun.Link(target: target, element: element, description: description)
        var style = style
        style.color = linkColor
        return words.flatMap { runs($0, style: style, element: element, link: link) }
    }

    static func referencePlace(_ number: Int, _ occurrence: Int) -> String { "fnref-\(number)-\(occurrence)" }
}
