internal import Scene

// Bars from 0, labels at their left, or above where they are long; 100% is the right edge of the block.
extension InfographicDrawing {
    func bars(_ rows: [ShareBars.Row], width: Double, labels: Double?) -> InfographicBody {
        let drawn = labelled(rows, width: width, labels: labels) { row, width in
            bar(row.bars.first?.content, color: theme.main, track: theme.track, width: width)
        }
        return InfographicBody(
            [.init(.figure(Infographic.spoken(rows, names: [])), drawn.nodes)], height: drawn.height)
    }

    /// A key, then two bars a row that touch each other.
    func pairs(_ names: [String], _ rows: [ShareBars.Row], width: Double, labels: Double?) -> InfographicBody
    {
        let colors = [theme.main, theme.range]
        let key = key(zip(names, colors).map { ($0, $1) }, width: width)
        let drawn = labelled(rows, width: width, labels: labels) { row, width in
            var nodes: [Node] = []
            var y = 0.0
            for (one, color) in zip(row.bars, colors) {
                if y > 0 { y += sizes.bar * 0.08 }
                let mark = bar(one.content, color: color, width: width)
                nodes.append(.group(Group("bar", offset: Point(0, y), nodes: mark.nodes)))
                y += mark.height
            }
            return DrawnBody(nodes: nodes, height: y)
        }
        let y = key.height + sizes.heading * 0.5
        return InfographicBody(
            [
                .init(
                    .figure(Infographic.spoken(rows, names: names)),
                    key.nodes + [.group(Group("rows", offset: Point(0, y), nodes: drawn.nodes))])
            ], height: y + drawn.height)
    }

    /// Swatches with their names, one below the other.
    private func key(_ entries: [(name: String, color: Color)], width: Double) -> DrawnBody {
        let side = sizes.label * 0.9
        var nodes: [Node] = []
        var y = 0.0
        for (name, color) in entries {
            let words = text(name, style(sizes.label), width: width - side * 1.6)
            let box = Rect(
                x: 0, y: y + sizes.label * 0.65 - side / 2, width: side, height: side)
            nodes.append(.shape(Shape(.rect(box, radius: 0), fill: .color(color))))
            nodes += words.nodes(x: side * 1.6, y: y)
            y += words.height
        }
        return DrawnBody(nodes: nodes, height: y)
    }

    /// How wide the labels of a block's bars are at their left; 0 where it has none.
    func labelWidth(_ block: Infographic.Block, width: Double) -> Double {
        leftLabels(block, width: width).map(\.width).max() ?? 0
    }

    /// Whether a label of a block's bars would be broken at their left: above, it is whole, and the bars have all of the
    /// width.
    func needsLabelsAbove(_ block: Infographic.Block, width: Double) -> Bool {
        leftLabels(block, width: width).contains { $0.lines.count > 1 }
    }

    private func leftLabels(_ block: Infographic.Block, width: Double) -> [TextBlock] {
        switch block.content {
        case .bars(let rows), .pairs(_, let rows):
            rows.map { text($0.label, style(sizes.label), width: width * Self.widestLabel) }
        default: []
        }
    }

    /// The most that labels take at the left.
    private static let widestLabel = 0.5

    /// Bars with their labels: at the left, in a column of at least the width given, or above where there is none.
    private func labelled(
        _ rows: [ShareBars.Row], width: Double, labels least: Double?,
        mark: (ShareBars.Row, Double) -> DrawnBody
    ) -> DrawnBody {
        let labels = rows.map {
            text($0.label, style(sizes.label), width: least == nil ? width : width * Self.widestLabel)
        }
        let labelWidth = least.map { max(labels.map(\.width).max() ?? 0, $0) } ?? 0
        let barX = labelWidth > 0 ? (labelWidth + sizes.label).rounded(.up) : 0
        var nodes: [Node] = []
        var y = 0.0
        for (row, label) in zip(rows, labels) {
            if y > 0 { y += sizes.barGap }
            let mark = mark(row, width - barX)
            let above = least == nil ? label.height + sizes.label * 0.15 : 0
            let height = max(least == nil ? 0 : label.height, mark.height)
            let moved = Group(
                "bar", offset: Point(barX, y + above + (height - mark.height) / 2), nodes: mark.nodes)
            let words = least == nil ? label.nodes(x: 0, y: y) : label.nodes(x: 0, middle: y + height / 2)
            nodes.append(.group(Group("row \(row.label)", nodes: words + [.group(moved)])))
            y += above + height
        }
        return DrawnBody(nodes: nodes, height: y)
    }

    /// A bar with its value inside where it fits, else beside; words in the place of what is not shown; a pale
    /// track reaches to 100%.
    private func bar(
        _ content: ShareBars.Content?, color: Color, track: Color? = nil, width: Double
    ) -> DrawnBody {
        guard case .share(let percent, let label) = content, (0...100).contains(percent) else {
            let words = if case .words(let words) = content { words } else { "Not shown" }
            let block = text(words, style(sizes.note, .regular, theme.quiet), width: width)
            return DrawnBody(nodes: block.nodes(x: 0, y: 0), height: max(block.height, sizes.bar))
        }
        let spare = sizes.label * 0.5
        let advance = measurer.width(of: label, style: style(sizes.label, .bold))
        // A value beside a bar too short for it ends within twice its width and the spare room.
        let whole = 2 * advance + 3 * spare <= width ? width : max(width - advance - spare, 0)
        let length = percent > 0 ? max(whole * percent / 100, 1.5) : 0
        let isInside = length >= advance + 2 * spare
        let inner = text(
            label, style(sizes.label, .bold, isInside ? color.label(ink: theme.ink) : theme.ink),
            width: .infinity)
        func ground(_ length: Double, _ color: Color) -> Node {
            .shape(
                Shape(
                    .rect(Rect(x: 0, y: 0, width: length, height: sizes.bar), radius: 0), fill: .color(color))
            )
        }
        let marks =
            (track.map { [ground(whole, $0)] } ?? []) + (length > 0 ? [ground(length, color)] : [])
        let x = isInside ? length - spare - advance : length + spare
        return DrawnBody(nodes: marks + inner.nodes(x: x, middle: sizes.bar / 2), height: sizes.bar)
    }
}

// What is said in place of marks.
extension Infographic {
    static func spoken(people filled: Int) -> String { "Ten people, \(filled) of them filled in." }

    /// Every row with its values, each after its name where there are names.
    static func spoken(_ rows: [ShareBars.Row], names: [String]) -> String {
        let sentences = rows.map { row in
            let values = row.bars.enumerated().map { index, bar in
                let value =
                    switch bar.content {
                    case .share(_, let label): label
                    case .words(let words): words
                    }
                return names.indices.contains(index) ? "\(names[index]) \(value)" : value
            }
            return "\(row.label): \(values.joined(separator: ", "))."
        }
        return (["Bars."] + sentences).joined(separator: " ")
    }
}
