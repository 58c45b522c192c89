internal import Scene

/// Places the key and bars of a `StackedBars` chart in a width.
struct StackedBarsLayout {
    private let chart: StackedBars
    private let width: Double
    private let type: Typesetter
    private let colors: [Color]
    /// Whether questions stand as headings over the bars that compare.
    private let isGrouped: Bool
    private let columns: RowColumns

    private static let noBar = "The published shares do not add up to 100%, so no bar is drawn."
    static let smallShares = "Shares too small to label are in the table."

    init(chart: StackedBars, width: Double, type: Typesetter) {
        self.chart = chart
        self.width = width
        self.type = type
        colors = type.theme.palette.colors(of: chart.answers.map(\.polarity))
        isGrouped = chart.rows.contains { $0.bars.count > 1 || $0.bars.contains { $0.label != nil } }
        columns = RowColumns(
            labels: isGrouped ? chart.rows.flatMap(\.bars).compactMap(\.label) : chart.rows.map(\.label),
            isGrouped ? .small : .label, bases: chart.rows.flatMap(\.bars).map(\.base), width: width,
            type: type)
    }

    func body() -> DrawnBody {
        let key = key()
        var body = DrawnBody(nodes: key.nodes, height: key.height + (type.isWide ? 14 : 18))
        for (index, row) in chart.rows.enumerated() {
            if index > 0 {
                body.height += type.tightened(isGrouped ? 22 : type.isWide ? 12 : 16, to: isGrouped ? 13 : 7)
            }
            let drawn = draw(row, from: body.height)
            body.nodes.append(.group(Group("row \(row.label)", nodes: drawn.nodes)))
            body.height = drawn.height
            for note in drawn.notes where !body.notes.contains(note) { body.notes.append(note) }
        }
        return body
    }

    // MARK: The key

    private func key() -> DrawnBody {
        var entries = chart.answers.indices.map { index in
            Key.Entry(chart.answers[index].label, colors[index], theme: type.theme)
        }
        if chart.rows.flatMap(\.bars).contains(where: hasHiddenShare) {
            entries.append(.notShown(chart.notShownLabel, theme: type.theme))
        }
        return Key.drawn(entries, beside: columns.markX, width: width, type: type)
    }

    private func hasHiddenShare(_ bar: StackedBars.Bar) -> Bool {
        guard case .shares(let segments, let notShown) = bar.content else { return false }
        return geometry(segments, notShown)?.pieces.contains { $0.segment == nil } ?? false
    }

    // MARK: Rows

    private func draw(_ row: StackedBars.Row, from top: Double) -> DrawnBody {
        var body = DrawnBody(nodes: [], height: top)
        if isGrouped {
            let question = type.block(row.label, .question, width: width)
            body.nodes += question.nodes(x: 0, y: top)
            body.height = (body.height + question.height + 6).rounded(.up)
        }
        for (index, bar) in row.bars.enumerated() {
            if index > 0 { body.height += type.isWide ? 5 : 8 }
            let label: TextBlock
            if isGrouped {
                let color = index == 0 ? type.theme.ink : type.theme.quiet
                label = type.block(bar.label ?? "", .small, width: columns.labelRoom, color: color)
            } else {
                label = type.block(index == 0 ? row.label : "", .label, width: columns.labelRoom)
            }
            let drawn = draw(bar, label: label, isFirst: index == 0, from: body.height)
            body.nodes += drawn.nodes
            body.notes += drawn.notes
            body.height = drawn.height
        }
        return body
    }

    private func draw(
        _ bar: StackedBars.Bar, label: TextBlock, isFirst: Bool, from top: Double
    ) -> DrawnBody {
        let thick = type.tightened(
            isFirst ? (type.isWide ? 36 : 34) : 26, to: isFirst ? 26 : 22)
        return columns.row(
            label, base: bar.base, marks: content(bar.content, thick: thick), from: top)
    }

    // MARK: Bars

    private func geometry(_ segments: [StackedBars.Segment], _ notShown: Double?) -> BarGeometry? {
        BarGeometry(segments, notShown: notShown, answers: chart.answers.count, width: columns.markWidth)
    }

    private func content(_ content: StackedBars.Content, thick: Double) -> DrawnBody {
        guard case .shares(let segments, let notShown) = content else {
            guard case .words(let words) = content else { return DrawnBody(nodes: [], height: thick) }
            return columns.sentence(words, height: thick)
        }
        guard let geometry = geometry(segments, notShown) else {
            return columns.sentence(Self.noBar, height: thick)
        }
        var body = DrawnBody(nodes: [], height: thick)
        for piece in geometry.pieces {
            let rect = Rect(x: piece.x, y: 0, width: piece.width, height: thick)
            guard let segment = piece.segment else {
                body.nodes.append(
                    .group(Group("not shown", nodes: [.shape(.hatchedBox(rect, theme: type.theme))])))
                continue
            }
            let drawn = type.segment(segment.label, in: rect, color: colors[segment.answer])
            if !drawn.isLabelled { body.notes = [Self.smallShares] }
            body.nodes.append(.group(Group("segment \(segment.answer)", nodes: drawn.nodes)))
        }
        return body
    }
}
