internal import Scene

/// Places the key and bars of a `ShareBars` chart in a width.
struct ShareBarsLayout {
    private let chart: ShareBars
    private let width: Double
    private let type: Typesetter
    private let names: [String]
    private let columns: Columns

    /// Where labels, bars and bases stand, in points from the left.
    private struct Columns {
        var labelWidth: Double
        var barX: Double
        var barWidth: Double
        /// The length of a bar of 100 %.
        var whole: Double
        var baseWidth: Double
    }

    /// Between a bar's end and its value, inside or outside, in points.
    private static let spare = 6.0
    /// Every share above zero stays visible, in points.
    private static let least = 1.5
    private static let noBar = "The published share does not lie between 0% and 100%, so no bar is drawn."

    init(chart: ShareBars, width: Double, type: Typesetter) {
        self.chart = chart
        self.width = width
        self.type = type
        names = chart.names
        columns = Self.columns(of: chart, width: width, type: type)
    }

    private static func columns(of chart: ShareBars, width: Double, type: Typesetter) -> Columns {
        let bases = chart.rows.map { type.width($0.base, .base) }
        let baseWidth = min(bases.max() ?? 0, width * (type.isWide ? 0.18 : 0.4)).rounded(.up)
        let labelWidth =
            type.isWide ? type.columnWidth(of: chart.rows.map(\.label), .label, in: width) : width
        let barX = type.isWide && labelWidth > 0 ? labelWidth + 20 : 0
        let right = type.isWide && baseWidth > 0 ? baseWidth + 16 : 0
        let barWidth = (width - barX - right).rounded(.down)
        let values = chart.rows.flatMap(\.bars).map { bar in
            guard case .share(_, let label) = bar.content else { return 0.0 }
            return type.width(label, .value)
        }
        // A value outside a bar too short for it ends within twice its width and the spare room.
        let widest = values.max() ?? 0
        let hasRoom = 2 * widest + 3 * spare <= barWidth
        return Columns(
            labelWidth: labelWidth, barX: barX, barWidth: barWidth,
            whole: hasRoom ? barWidth : max(barWidth - widest - spare, 0), baseWidth: baseWidth)
    }

    private var isCompared: Bool { names.count > 1 }

    func body() -> DrawnBody {
        let key = key()
        var body = DrawnBody(nodes: key.nodes, height: key.height > 0 ? key.height + 16 : 0)
        for (index, row) in chart.rows.enumerated() {
            if index > 0 { body.height += isCompared ? 18 : (type.isWide ? 10 : 16) }
            let drawn = draw(row, from: body.height)
            body.nodes.append(.group(Group("row \(row.label)", nodes: drawn.nodes)))
            body.height = drawn.height
        }
        return body
    }

    // MARK: The key

    private func key() -> DrawnBody {
        guard isCompared else { return DrawnBody(nodes: [], height: 0) }
        let entries = names.indices.map { index in
            Key.Entry(label: names[index]) { corner in
                let height = index == 0 ? Key.swatch.height : 12
                let y = corner.y + (Key.swatch.height - height) / 2
                return [.shape(fill(Rect(x: corner.x, y: y, width: Key.swatch.width, height: height), index))]
            }
        }
        return Key.drawn(entries, beside: columns.barX, width: width, type: type)
    }

    /// This body is solid and dark; comparators have the colour of their mark in a dot plot as their outline, filled
    /// with a middle tint, a light one or nothing, so that they also differ in grey.
    private func fill(_ rect: Rect, _ series: Int) -> Shape {
        let (color, outline) = look(series)
        return .box(rect, color, outline: outline, theme: type.theme)
    }

    private func look(_ series: Int) -> (fill: Color, outline: Color?) {
        guard series > 0, !chart.marks.isEmpty else { return (type.theme.main, nil) }
        let mark = chart.marks[(series - 1) % chart.marks.count]
        let color = type.theme.palette.comparison(mark)
        switch mark {
        case .tick: return (color.mixed(with: type.theme.background, 0.6), color)
        case .diamond: return (color.mixed(with: type.theme.background, 0.55), color)
        case .ring: return (type.theme.background, color)
        }
    }

    // MARK: Rows

    private func draw(_ row: ShareBars.Row, from top: Double) -> DrawnBody {
        let base = type.block(row.base, .base, width: columns.baseWidth)
        let bars = bars(of: row)
        if type.isWide {
            let label = type.block(row.label, .label, width: columns.labelWidth)
            if row.bars.count < 2 {
                let height = max(label.height, base.height, bars.height).rounded(.up)
                let middle = top + (height / 2).rounded()
                return DrawnBody(
                    nodes: label.nodes(x: 0, middle: middle) + base.nodes(x: width, middle: middle, .right)
                        + [group(bars, at: middle - bars.height / 2)],
                    height: top + height)
            }
            // Where bars compare, label and base begin beside this body's.
            let (labelAt, baseAt) = (Self.lead(label), Self.lead(base))
            return DrawnBody(
                nodes: label.nodes(x: 0, y: top + labelAt)
                    + base.nodes(x: width, y: top + baseAt, .right) + [group(bars, at: top)],
                height: top + max(labelAt + label.height, baseAt + base.height, bars.height).rounded(.up))
        }
        let room = columns.baseWidth > 0 ? width - columns.baseWidth - 12 : width
        let heading = type.heading(
            type.block(row.label, .label, width: room), base: base, width: width, from: top)
        let barTop = (heading.height + (heading.height > top ? 4 : 0)).rounded(.up)
        return DrawnBody(nodes: heading.nodes + [group(bars, at: barTop)], height: barTop + bars.height)
    }

    /// How far below a bar's top a block begins whose first line stands on the bar's middle.
    private static func lead(_ block: TextBlock) -> Double { max(0, (thick - block.lineHeight) / 2) }

    private func group(_ bars: DrawnBody, at y: Double) -> Node {
        .group(Group("bars", offset: Point(columns.barX, y), nodes: bars.nodes))
    }

    // MARK: Bars

    /// The height of this body's bar and of a comparator's, in points.
    private static let thick = 26.0
    private static let thin = 18.0

    private func bars(of row: ShareBars.Row) -> DrawnBody {
        var body = DrawnBody(nodes: [], height: 0)
        for (index, bar) in row.bars.enumerated() {
            if index > 0 { body.height += 3 }
            let series = bar.label.flatMap(names.firstIndex) ?? 0
            let drawn = draw(bar, series: series)
            body.nodes.append(.group(Group("bar", offset: Point(0, body.height), nodes: drawn.nodes)))
            body.height += drawn.height
        }
        return body
    }

    private func draw(_ bar: ShareBars.Bar, series: Int) -> DrawnBody {
        let thick = series == 0 ? Self.thick : Self.thin
        switch bar.content {
        case .words(let words): return sentence(words, of: bar, thick: thick)
        case .share(let percent, let label):
            guard (0...100).contains(percent) else { return sentence(Self.noBar, of: bar, thick: thick) }
            let length = percent > 0 ? max(percent / 100 * columns.whole, Self.least) : 0
            let look = look(series)
            var nodes: [Node] = []
            if series == 0 && columns.whole == columns.barWidth {
                let track = Rect(x: 0, y: 0, width: columns.whole, height: thick)
                nodes.append(.shape(Shape(.rect(track, radius: 0), fill: .color(type.theme.track))))
            }
            if length > 0 {
                nodes.append(.shape(fill(Rect(x: 0, y: 0, width: length, height: thick), series)))
            }
            let role = series == 0 ? Typesetter.Role.value : .small
            let isInside = type.width(label, role) + 2 * Self.spare <= length
            let color = isInside ? look.fill.label(ink: type.theme.ink) : type.theme.ink
            let value = type.block(label, role, width: .infinity, color: color)
            nodes +=
                isInside
                ? value.nodes(x: length - Self.spare, middle: thick / 2, .right)
                : value.nodes(x: length + Self.spare, middle: thick / 2)
            return DrawnBody(nodes: nodes, height: thick)
        }
    }

    /// Words in the place of a bar say whom they are about, since they have no colour to say it.
    private func sentence(_ words: String, of bar: ShareBars.Bar, thick: Double) -> DrawnBody {
        let name = bar.label.map { "\($0): " } ?? ""
        let block = type.block(name + words, .small, width: columns.barWidth)
        let height = max(type.isWide ? thick : 0, block.height.rounded(.up))
        return DrawnBody(nodes: block.nodes(x: 0, middle: height / 2), height: height)
    }
}
