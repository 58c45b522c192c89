internal import Scene

/// Places the key and bars of a `StackedBars` chart in a width.
struct StackedBarsLayout {
    private let chart: StackedBars
    private let width: Double
    private let type: Typesetter
    private let colors: [Color]
    /// Whether questions stand as headings over the bars that compare.
    private let isGrouped: Bool
    private let columns: Columns

    /// Where labels, bars and bases stand, in points from the left.
    private struct Columns {
        var labelWidth: Double
        var barX: Double
        var barWidth: Double
        var baseWidth: Double
    }

    private static let noBar = "The published shares do not add up to 100%, so no bar is drawn."
    private static let smallShares = "Shares too small to label are in the table."

    init(chart: StackedBars, width: Double, type: Typesetter) {
        self.chart = chart
        self.width = width
        self.type = type
        colors = type.theme.palette.colors(of: chart.answers.map(\.polarity))
        isGrouped = chart.rows.contains { $0.bars.count > 1 || $0.bars.contains { $0.label != nil } }
        columns = Self.columns(of: chart, isGrouped: isGrouped, width: width, type: type)
    }

    private static func columns(
        of chart: StackedBars, isGrouped: Bool, width: Double, type: Typesetter
    ) -> Columns {
        let bases = chart.rows.flatMap(\.bars).map { type.width($0.base, .base) }
        let baseWidth = min(bases.max() ?? 0, width * (type.isWide ? 0.18 : 0.4)).rounded(.up)
        guard type.isWide else {
            return Columns(labelWidth: width, barX: 0, barWidth: width, baseWidth: baseWidth)
        }
        let labels = isGrouped ? chart.rows.flatMap(\.bars).compactMap(\.label) : chart.rows.map(\.label)
        let role = isGrouped ? Typesetter.Role.small : .label
        let labelWidth = type.columnWidth(of: labels, role, in: width)
        let barX = labelWidth > 0 ? labelWidth + 20 : 0
        let right = baseWidth > 0 ? baseWidth + 16 : 0
        return Columns(
            labelWidth: labelWidth, barX: barX, barWidth: (width - barX - right).rounded(.down),
            baseWidth: baseWidth)
    }

    func body() -> DrawnBody {
        let key = key()
        var body = DrawnBody(nodes: key.nodes, height: key.height + (type.isWide ? 14 : 18))
        for (index, row) in chart.rows.enumerated() {
            if index > 0 { body.height += isGrouped ? 22 : (type.isWide ? 12 : 16) }
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
            Key.Entry(label: chart.answers[index].label) { corner in
                [
                    .shape(
                        .box(
                            Rect(x: corner.x, y: corner.y, width: 16, height: 16), colors[index],
                            theme: type.theme))
                ]
            }
        }
        if chart.rows.flatMap(\.bars).contains(where: hasHiddenShare) {
            entries.append(
                Key.Entry(label: chart.notShownLabel) { corner in
                    [
                        .shape(
                            .hatchedBox(
                                Rect(x: corner.x, y: corner.y, width: 16, height: 16), theme: type.theme))
                    ]
                })
        }
        return Key.drawn(entries, beside: columns.barX, width: width, type: type)
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
            body.height += question.height + 6
        }
        for (index, bar) in row.bars.enumerated() {
            if index > 0 { body.height += type.isWide ? 5 : 8 }
            let label: TextBlock
            if isGrouped {
                let color = index == 0 ? type.theme.ink : type.theme.quiet
                label = type.block(bar.label ?? "", .small, width: labelRoom, color: color)
            } else {
                label = type.block(index == 0 ? row.label : "", .label, width: labelRoom)
            }
            let drawn = draw(bar, label: label, isFirst: index == 0, from: body.height)
            body.nodes += drawn.nodes
            body.notes += drawn.notes
            body.height = drawn.height
        }
        return body
    }

    /// The width of a label: its column, or the line above the bar that it shares with the base.
    private var labelRoom: Double {
        type.isWide || columns.baseWidth == 0 ? columns.labelWidth : width - columns.baseWidth - 12
    }

    private func draw(
        _ bar: StackedBars.Bar, label: TextBlock, isFirst: Bool, from top: Double
    ) -> DrawnBody {
        let base = type.block(bar.base, .base, width: columns.baseWidth)
        let thick = type.isWide ? (isFirst ? 36.0 : 26.0) : (isFirst ? 34.0 : 26.0)
        let mark = content(bar.content, thick: thick)
        if type.isWide {
            let height = max(label.height, base.height, mark.height).rounded(.up)
            let middle = top + (height / 2).rounded()
            let nodes =
                label.nodes(x: 0, middle: middle) + base.nodes(x: width, middle: middle, .right)
                + [
                    .group(
                        Group("bar", offset: Point(columns.barX, middle - mark.height / 2), nodes: mark.nodes)
                    )
                ]
            return DrawnBody(nodes: nodes, height: top + height, notes: mark.notes)
        }
        let heading = type.heading(label, base: base, width: width, from: top)
        let barTop = (heading.height + (heading.height > top ? 4 : 0)).rounded(.up)
        let nodes =
            heading.nodes
            + [.group(Group("bar", offset: Point(0, barTop), nodes: mark.nodes))]
        return DrawnBody(nodes: nodes, height: barTop + mark.height, notes: mark.notes)
    }

    // MARK: Bars

    private func geometry(_ segments: [StackedBars.Segment], _ notShown: Double?) -> BarGeometry? {
        BarGeometry(segments, notShown: notShown, answers: chart.answers.count, width: columns.barWidth)
    }

    private func content(_ content: StackedBars.Content, thick: Double) -> DrawnBody {
        guard case .shares(let segments, let notShown) = content else {
            guard case .words(let words) = content else { return DrawnBody(nodes: [], height: thick) }
            return sentence(words, thick: thick)
        }
        guard let geometry = geometry(segments, notShown) else { return sentence(Self.noBar, thick: thick) }
        var body = DrawnBody(nodes: [], height: thick)
        for piece in geometry.pieces {
            let rect = Rect(x: piece.x, y: 0, width: piece.width, height: thick)
            guard let segment = piece.segment else {
                body.nodes.append(
                    .group(Group("not shown", nodes: [.shape(.hatchedBox(rect, theme: type.theme))])))
                continue
            }
            let color = colors[segment.answer]
            var nodes: [Node] = [.shape(.box(rect, color, theme: type.theme))]
            let label = type.block(
                segment.label, .value, width: .infinity, color: color.label(ink: type.theme.ink))
            if label.width + 12 <= rect.size.width {
                nodes += label.nodes(x: rect.minX + rect.size.width / 2, middle: thick / 2, .center)
            } else {
                body.notes = [Self.smallShares]
            }
            body.nodes.append(.group(Group("segment \(segment.answer)", nodes: nodes)))
        }
        return body
    }

    private func sentence(_ words: String, thick: Double) -> DrawnBody {
        let block = type.block(words, .small, width: columns.barWidth)
        let height = max(type.isWide ? thick : 0, block.height.rounded(.up))
        return DrawnBody(nodes: block.nodes(x: 0, middle: height / 2), height: height)
    }
}
