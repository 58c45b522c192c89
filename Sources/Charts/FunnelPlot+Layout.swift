internal import Language
internal import Scene

/// Places the key, limits, dots and axes of a `FunnelPlot` in a width.
struct FunnelPlotLayout {
    private let chart: FunnelPlot
    private let width: Double
    private let type: Typesetter
    private let points: [FunnelPlot.Point]
    /// The percentages and the base at the ends of the axes.
    private let low: Double
    private let high: Double
    private let most: Double
    private let tickStep: Double
    private let percentTicks: [Double]

    private static let ownRadius = 7.5
    private static let radius = 5.0
    private static let off = "Shares that do not lie between 0% and 100% are not drawn."

    init(chart: FunnelPlot, width: Double, type: Typesetter) {
        self.chart = chart
        self.width = width
        self.type = type
        let sound = { (point: FunnelPlot.Point) in
            (0...100).contains(point.percent) && point.base > 0 && point.base.isFinite
        }
        points = chart.others.filter(sound)
        let all = points + [chart.own].compactMap(\.self).filter(sound)
        let bases = all.map(\.base)
        (tickStep, most) = Self.axis(to: bases.max() ?? 100)
        // Shares from below the lowest dot to above the highest; limits count from the smallest base on.
        let seen = chart.limits.filter { $0.base >= (bases.min() ?? 0) * 0.9 }
        let shares =
            all.map(\.percent) + [chart.target] + seen.flatMap { [$0.inner.lowerBound, $0.inner.upperBound] }
        let (bottom, top) = (shares.min() ?? 0, shares.max() ?? 100)
        low = max(((bottom - 2) / 10).rounded(.down) * 10, 0)
        high = min(max(((top + 2) / 10).rounded(.up) * 10, low + 10), 100)
        let step = high - low > 50 ? 20.0 : 10
        let ends = (low, high)
        percentTicks = stride(from: 0.0, through: 100, by: step).filter { ends.0 <= $0 && $0 <= ends.1 }
    }

    /// A round step (1, 2 or 5 times a power of ten) of which four or five reach `largest`, and where the axis ends.
    private static func axis(to largest: Double) -> (step: Double, end: Double) {
        var step = 1.0
        var factors = [2.0, 2.5, 2.0]
        while step * 5 < largest {
            let factor = factors.removeFirst()
            step *= factor
            factors.append(factor)
        }
        return (step, max((largest * 1.04 / step).rounded(.up), 1) * step)
    }

    func body() -> DrawnBody {
        let key = key()
        var body = DrawnBody(nodes: key.nodes(x: 0, y: 0), height: key.height + 16)
        let ticks = percentTicks.map { (at: $0, block: type.block("\(Int($0))%", .base, width: .infinity)) }
        let left = ((ticks.map(\.block.width).max() ?? 0) + 10).rounded(.up)
        let last = type.width(English.number(Int(min(most, 1e15))), .base)
        let right = width - max((last / 2).rounded(.up), Self.ownRadius + 2)
        let plot = Rect(
            x: left, y: body.height + 8, width: max(right - left, 10),
            height: min(max((width * 0.5).rounded(), 220), 380))
        let x = { (base: Double) in plot.minX + plot.size.width * min(base, most) / most }
        let y = { (percent: Double) in
            plot.maxY - plot.size.height * (min(max(percent, low), high) - low) / (high - low)
        }
        var nodes = bands(x: x, y: y)
        for tick in ticks {
            let line = Outline.line(from: Point(plot.minX, y(tick.at)), to: Point(plot.maxX, y(tick.at)))
            nodes.append(.shape(Shape(line, stroke: Stroke(type.theme.grid, width: 1))))
        }
        let middle = Rect(x: plot.minX, y: y(chart.target) - 1, width: plot.size.width, height: 2)
        nodes.append(.shape(Shape(.rect(middle, radius: 0), fill: .color(type.theme.quiet))))
        for tick in ticks { nodes += tick.block.nodes(x: plot.minX - 8, middle: y(tick.at), .right) }
        body.nodes.append(.group(Group("plot", nodes: nodes)))
        body.nodes.append(
            .group(
                Group(
                    "others",
                    nodes: points.flatMap { dot(at: Point(x($0.base), y($0.percent)), isOwn: false) })))
        if let own = chart.own, (0...100).contains(own.percent), own.base > 0 {
            body.nodes.append(
                .group(Group("own", nodes: dot(at: Point(x(own.base), y(own.percent)), isOwn: true))))
        }
        let axis = axis(below: plot, x: x)
        body.nodes.append(.group(Group("axis", nodes: axis.nodes)))
        body.height = axis.height
        if points.count < chart.others.count { body.notes = [Self.off] }
        return body
    }

    // MARK: Parts

    private func key() -> Key {
        var entries: [Key.Entry] = []
        if chart.own != nil {
            entries.append(
                Key.Entry(label: chart.labels.own) { dot(at: Point($0.x + 8, $0.y + 8), isOwn: true) })
        }
        entries += [
            Key.Entry(label: chart.labels.others) { dot(at: Point($0.x + 8, $0.y + 8), isOwn: false) },
            Key.Entry(label: chart.labels.target) { corner in
                let line = Rect(x: corner.x, y: corner.y + 7, width: 16, height: 2)
                return [.shape(Shape(.rect(line, radius: 0), fill: .color(type.theme.quiet)))]
            },
        ]
        if !chart.limits.isEmpty {
            entries += [
                Key.Entry(
                    chart.labels.inner, innerColor, outline: type.theme.palette.outline, theme: type.theme),
                Key.Entry(
                    chart.labels.outer, outerColor, outline: type.theme.palette.outline, theme: type.theme),
            ]
        }
        return Key(entries, width: width, type: type)
    }

    private var innerColor: Color { type.theme.main.mixed(with: type.theme.background, 0.8) }
    private var outerColor: Color { type.theme.main.mixed(with: type.theme.background, 0.93) }

    /// The two bands, the outer one first, each with an outline.
    private func bands(x: (Double) -> Double, y: (Double) -> Double) -> [Node] {
        guard chart.limits.count > 1 else { return [] }
        let kinds: [(Color, (FunnelPlot.Limits) -> ClosedRange<Double>)] = [
            (outerColor, \.outer), (innerColor, \.inner),
        ]
        return kinds.map { color, range in
            let upper = chart.limits.map { Point(x($0.base), y(range($0).upperBound)) }
            let lower = chart.limits.map { Point(x($0.base), y(range($0).lowerBound)) }
            let corners = upper + lower.reversed()
            return .shape(
                Shape(
                    .path(
                        corners.enumerated().map { $0.offset == 0 ? .move($0.element) : .line($0.element) }
                            + [.close]),
                    fill: .color(color), stroke: Stroke(type.theme.palette.outline, width: 2)))
        }
    }

    private func axis(below plot: Rect, x: (Double) -> Double) -> DrawnBody {
        var nodes: [Node] = [
            .shape(
                Shape(
                    .rect(Rect(x: plot.minX, y: plot.maxY, width: plot.size.width, height: 1), radius: 0),
                    fill: .color(type.theme.palette.outline)))
        ]
        let count = Int((most / tickStep).rounded())
        let blocks = (0...max(count, 1)).map { index -> (at: Double, block: TextBlock) in
            let base = Double(index) * tickStep
            return (x(base), type.block(English.number(Int(min(base, 1e15))), .base, width: .infinity))
        }
        let widest = (blocks.map(\.block.width).max() ?? 0) + 12
        // Every tick that fits: all, every second, …, or the two ends.
        let every = (1...max(count, 1)).first { every in
            plot.size.width / Double(count) * Double(every) >= widest && count % every == 0
        }
        let shown = every.map { step in blocks.enumerated().filter { $0.offset % step == 0 }.map(\.element) }
        let labels = shown ?? [blocks[blocks.count - 1]]
        let top = plot.maxY + 10
        for label in labels { nodes += label.block.nodes(x: label.at, y: top, .center) }
        let title = type.block(chart.labels.axis, .base, width: width)
        let titleTop = top + (blocks.first?.block.height ?? 0) + 2
        nodes += title.nodes(x: width, y: titleTop, .right)
        return DrawnBody(nodes: nodes, height: (titleTop + title.height).rounded(.up))
    }

    private func dot(at center: Point, isOwn: Bool) -> [Node] {
        let color = isOwn ? type.theme.main : type.theme.palette.outline
        let radius = isOwn ? Self.ownRadius : Self.radius
        return [
            .shape(
                Shape(
                    .circle(center: center, radius: radius), fill: .color(color),
                    stroke: Stroke(type.theme.background, width: 2)))
        ]
    }
}
