internal import Scene

/// One number, large, with the sentence that it belongs to and its base.
package struct BigNumber: Chart, Hashable {
    package var words: ChartWords
    /// "75%".
    package var number: String
    /// "of people feel as safe as they want."
    package var sentence: String
    /// "110 people answered. Likely range: 66% to 82%."
    package var base: String

    package init(words: ChartWords, number: String, sentence: String, base: String) {
        self.words = words
        self.number = number
        self.sentence = sentence
        self.base = base
    }

    package var spoken: String { "\(number) \(sentence) \(base)" }
    /// The number and its sentence are the message.
    package var hasHeading: Bool { false }

    private static let sizes = [112.0, 88, 64, 44, 28]

    package func body(width: Double, type: Typesetter) -> DrawnBody {
        let largest = type.isWide ? Self.sizes[...] : Self.sizes[1...]
        let blocks = largest.lazy.map { size in
            TextBlock(
                number,
                style: TextStyle(
                    family: type.theme.family, weight: .bold, size: size, color: type.theme.main),
                width: width, measurer: type.measurer)
        }
        guard let block = blocks.first(where: { $0.lines.count <= 1 }) ?? blocks.last else {
            return DrawnBody(nodes: [], height: 0)
        }
        var body = DrawnBody(nodes: block.nodes(x: 0, y: 0), height: block.height)
        // Lines of reading length.
        let room = min(width, 620)
        var large = type.style(.subtitle, color: type.theme.ink)
        large.size = type.sizes.title + 2
        let sentence = TextBlock(sentence, style: large, width: room, measurer: type.measurer)
        for (lines, gap) in [(sentence, 0.0), (type.block(base, .note, width: room), 10)]
        where !lines.lines.isEmpty {
            body.nodes += lines.nodes(x: 0, y: body.height + gap)
            body.height += gap + lines.height
        }
        body.height = body.height.rounded(.up)
        return body
    }
}
