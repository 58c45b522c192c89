internal import Scene

/// Places the key and bars of a `ShareBars` chart in a width.
struct ShareBarsLayout {
    private let chart: ShareBars
    private let width: Double
    private let type: Typesetter
    private let names: [String]
    private let columns: RowColumns
    /// The length of a bar of 100 %.
    private let whole: Double

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
        let bars = chart.rows.flatMap(\.bars)
        let bases = bars.map(\.base)
        let keepsBase = bases.contains { !$0.isEmpty }
        columns = RowColumns(
            labels: chart.rows.map(\.label), bases: keepsBase ? bases : chart.rows.map(\.base), width: width,
            type: type, keepsBase: keepsBase)
        let values = bars.map { bar in
            guard case .share(_, let label) = bar.content else { return 0.0 }
            return type.width(label, .value)
        }
        // A value outside a bar too short for it ends within twice its width and the spare room.
        let widest = values.max() ?? 0
        let hasRoom = 2 * widest + 3 * Self.spare <= columns.markWidth
        whole = hasRoom ? columns.markWidth : max(columns.markWidth - widest - Self.spare, 0)
    }

    private var isCompared: Bool { names.count > 1 }

    func body() -> DrawnBody {
        let key = key()
        var body = DrawnBody(nodes: key.nodes, height: key.height > 0 ? key.height + 16 : 0)
        for (index, row) in chart.rows.enumerated() {
            if index > 0 {
                body.height += type.tightened(
                    isCompared ? 18 : type.isWide ? 10 : 16, to: isCompared ? 10 : 6)
            }
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
                let height = thick(index) == Self.thin ? 12 : Key.swatch.height
                let y = corner.y + (Key.swatch.height - height) / 2
                return [.shape(fill(Rect(x: corner.x, y: y, width: Key.swatch.width, height: height), index))]
            }
        }
        return Key.drawn(entries, beside: columns.markX, width: width, type: type)
    }

    /// This body is solid and dark; comparators have the colour of their mark in a dot plot as their outline, filled
    /// with a middle tint, a light one or nothing, so that they also differ in grey.
    private func fill(_ rect: Rect, _ series: Int) -> Shape {
        let (color, outline) = look(series)
        return .box(rect, color, outline: outline, theme: type.theme)
    }

    private func look(_ series: Int) -> (fill: Color, outline: Color?) {
        if chart.series == .groups { return (type.theme.palette.group(series), nil) }
        guard series > 0, !chart.marks.isEmpty else { return (type.theme.main, nil) }
        let mark = chart.marks[(series - 1) % chart.marks.count]
        let color = type.theme.palette.comparison(mark)
        switch mark {
        case .tick: return (color.mixed(with: type.theme.background, 0.6), color)
        case .diamond: return (color.mixed(with: type.theme.background, 0.45), color)
        case .ring: return (type.theme.background, color)
        }
    }

    // MARK: Rows

    private func draw(_ row: ShareBars.Row, from top: Double) -> DrawnBody {
        let bars = bars(of: row)
        let label = type.block(row.label, .label, width: columns.labelRoom)
        guard type.isWide, row.bars.count > 1 else {
            return columns.row(label, base: row.base, marks: bars, named: "bars", from: top)
        }
        // Where bars compare, label and base begin beside the first.
        let base = type.block(row.base, .base, width: columns.baseWidth)
        let (labelAt, baseAt) = (lead(label), lead(base))
        return DrawnBody(
            nodes: label.nodes(x: 0, y: top + labelAt) + base.nodes(x: width, y: top + baseAt, .right)
                + [columns.group(bars, named: "bars", at: top)],
            height: top + max(labelAt + label.height, baseAt + base.height, bars.height).rounded(.up))
    }

    /// How far below a bar's top a block begins whose first line stands on the bar's middle.
    private func lead(_ block: TextBlock) -> Double { max(0, (thick(0) - block.lineHeight) / 2) }

    // MARK: Bars

    /// The height of this body's bar, of a comparator's, and of a group's, in points.
    private static let thick = 26.0
    private static let thin = 18.0
    private static let equal = 22.0

    private func thick(_ series: Int) -> Double {
        if chart.series == .groups { return type.tightened(Self.equal, to: Self.thin) }
        return series == 0 ? type.tightened(Self.thick, to: Self.equal) : Self.thin
    }

    private func bars(of row: ShareBars.Row) -> DrawnBody {
        var body = DrawnBody(nodes: [], height: 0)
        for (index, bar) in row.bars.enumerated() {
            if index > 0 { body.height += 3 }
            let series = bar.label.flatMap(names.firstIndex) ?? 0
            let drawn = withBase(bar, draw(bar, series: series))
            body.nodes.append(.group(Group("bar", offset: Point(0, body.height), nodes: drawn.nodes)))
            body.height += drawn.height
        }
        return body
    }

    /// The bar with its own base at the right, where it has one.
    private func withBase(_ bar: ShareBars.Bar, _ drawn: DrawnBody) -> DrawnBody {
        guard !bar.base.isEmpty else { return drawn }
        let base = type.block(bar.base, .base, width: columns.baseWidth)
        let height = max(drawn.height, base.height.rounded(.up))
        let nodes = base.nodes(x: width - columns.markX, middle: height / 2, .right)
        let lowered = Group(
            "bar and value", offset: Point(0, (height - drawn.height) / 2), nodes: drawn.nodes)
        return DrawnBody(
            nodes: (height > drawn.height ? [.group(lowered)] : drawn.nodes) + nodes, height: height)
    }

    private func draw(_ bar: ShareBars.Bar, series: Int) -> DrawnBody {
        let thick = thick(series)
        switch bar.content {
        case .words(let words): return sentence(words, of: bar, thick: thick)
        case .share(let percent, let label):
            guard (0...100).contains(percent) else { return sentence(Self.noBar, of: bar, thick: thick) }
            let length = percent > 0 ? max(percent / 100 * whole, Self.least) : 0
            let look = look(series)
            var nodes: [Node] = []
            if series == 0 && chart.series == .comparison && whole == columns.markWidth {
                let track = Rect(x: 0, y: 0, width: whole, height: thick)
                nodes.append(.shape(Shape(.rect(track, radius: 0), fill: .color(type.theme.track))))
            }
            if length > 0 {
                nodes.append(.shape(fill(Rect(x: 0, y: 0, width: length, height: thick), series)))
            }
            let role = series == 0 || chart.series == .groups ? Typesetter.Role.value : .small
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
        return columns.sentence(name + words, height: thick)
    }
}
