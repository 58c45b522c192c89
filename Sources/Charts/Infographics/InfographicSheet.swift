package import Scene

/// An infographic laid out: its parts in the order in which they are read, every one placed.
package struct InfographicSheet: Hashable, Sendable {
    /// Nodes that are read as one thing.
    struct Part: Hashable, Sendable {
        enum Meaning: Hashable, Sendable {
            case decoration
            case title
            case heading
            case text
            /// What is said in place of marks.
            case figure(String)
        }

        var meaning: Meaning
        var nodes: [Node]

        init(_ meaning: Meaning, _ nodes: [Node]) {
            self.meaning = meaning
            self.nodes = nodes
        }
    }

    /// Parts that belong together, moved together.
    struct Section: Hashable, Sendable {
        var name: String
        var offset = Point.zero
        var parts: [Part]
    }

    let size: Size
    let title: String
    let alternative: String
    let background: Color
    var sections: [Section]

    /// The sheet as one picture.
    package var picture: Picture {
        Picture(
            size: size, title: title, alternative: alternative, background: background,
            nodes: sections.map {
                .group(Group($0.name, offset: $0.offset, nodes: $0.parts.flatMap(\.nodes)))
            })
    }

    /// The sheet as a page that is read part by part: title, then each block's heading, words and figures.
    package func document(language: String) -> TaggedDocument {
        var elements = [StructureElement(.document)]
        let ground = Shape(
            .rect(Rect(x: 0, y: 0, width: size.width, height: size.height), radius: 0),
            fill: .color(background))
        var pieces = [TaggedPage.Piece(.decoration, nodes: [.shape(ground)])]
        var contents = 0
        for section in sections {
            let division = elements.count
            if section.parts.contains(where: { $0.meaning != .decoration && !$0.nodes.isEmpty }) {
                elements.append(StructureElement(.division))
                elements[0].kids.append(.element(division))
            }
            for part in section.parts where !part.nodes.isEmpty {
                let nodes = [Node.group(Group(section.name, offset: section.offset, nodes: part.spaced))]
                guard var element = part.element else {
                    pieces.append(.init(.decoration, nodes: nodes))
                    continue
                }
                element.kids = [.content(contents)]
                pieces.append(.init(.content(contents, role: element.role), nodes: nodes))
                elements[division].kids.append(.element(elements.count))
                elements.append(element)
                contents += 1
            }
        }
        return TaggedDocument(
            title: title, language: language, elements: elements,
            pages: [TaggedPage(size: size, pieces: pieces)])
    }
}

extension InfographicSheet.Part {
    /// The element of a document that it is; nil for decoration.
    fileprivate var element: StructureElement? {
        switch meaning {
        case .decoration: nil
        case .title: StructureElement(.heading1)
        case .heading: StructureElement(.heading2)
        case .text: StructureElement(.paragraph)
        case .figure(let alternative): StructureElement(.figure, alternative: alternative)
        }
    }

    /// The nodes with a space after every line but the last and a number before its sign, so that no two words are read
    /// as one.
    fileprivate var spaced: [Node] {
        // A figure is read by its alternative.
        if case .figure = meaning { return nodes }
        var next: String?
        return Self.spaced(nodes, before: &next)
    }

    private static func spaced(_ nodes: [Node], before next: inout String?) -> [Node] {
        var result: [Node] = []
        for node in nodes.reversed() {
            switch node {
            case .group(var group):
                group.nodes = spaced(group.nodes, before: &next)
                result.append(.group(group))
            case .text(var line):
                let follows = next
                next = line.string
                if let follows, follows != "%" { line.string += " " }
                result.append(.text(line))
            case .shape, .image: result.append(node)
            }
        }
        return result.reversed()
    }
}
