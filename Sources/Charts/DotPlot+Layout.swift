internal import Scene

/// Places the key, marks and axis of a `DotPlot` in a width.
struct DotPlotLayout {
    private let plot: DotPlot
    private let width: Double
    private let type: Typesetter
    private let marks: DotPlotMarks
    private let columns: Columns
    /// The percentages that have a line.
    private let ticks: [Double]

    /// Where things stand, in points from the left.
    private struct Columns {
        var labelWidth: Double
        var plotX: Double
        var plotWidth: Double
        /// The places of 0 and 100 %.
        var zero: Double
        var hundred: Double
        /// The right edge of the values.
        var valueX: Double
        var baseWidth: Double

        func x(_ percent: Double) -> Double { zero + (hundred - zero) * percent / 100 }
    }

    /// The height of the marks of a row, and how far from its middle their lines lie, in points.
    private let band: Double
    private let dotLine: Double
    private static let lowerLine = 13.0
    private static let noMark = "The published shares do not lie between 0% and 100%, so none is drawn."

    init(plot: DotPlot, width: Double, type: Typesetter) {
        self.plot = plot
        self.width = width
        self.type = type
        marks = DotPlotMarks(theme: type.theme)
        let hasLane = plot.comparators.contains { DotPlotMarks.below.contains($0.mark) }
        band = hasLane ? type.tightened(48, to: 44) : type.tightened(30, to: 26)
        dotLine = hasLane ? -10 : 0
        let columns = Self.columns(of: plot, width: width, type: type)
        self.columns = columns
        let room = type.width("100%", .base) + 12
        ticks =
            [[0, 25, 50, 75, 100], [0, 50, 100]].first { ticks in
                (columns.hundred - columns.zero) / Double(ticks.count - 1) >= room
            } ?? [0, 100]
    }

    private static func columns(of plot: DotPlot, width: Double, type: Typesetter) -> Columns {
        let bases = plot.rows.map { type.width($0.base, .base) }
        let values = plot.rows.map { row in
            guard case .shares(let share, _, _) = row.content else { return 0.0 }
            return type.width(share.label, .value)
        }
        let valueWidth = min(values.max() ?? 0, width * 0.3).rounded(.up)
        let baseWidth = min(bases.max() ?? 0, width * (type.isWide ? 0.18 : 0.4)).rounded(.up)
        let labelWidth =
            type.isWide ? type.columnWidth(of: plot.rows.map(\.label), .label, in: width) : width
        let plotX = type.isWide && labelWidth > 0 ? labelWidth + 14 : 0
        let baseRoom = type.isWide && baseWidth > 0 ? baseWidth + 18 : 0
        let valueX = width - baseRoom
        let plotWidth = (valueX - valueWidth - (valueWidth > 0 ? 6 : 0) - plotX).rounded(.down)
        // The outermost axis labels and dots stay within the plot.
        let inset = max(DotPlotMarks.radius + 2, type.width("100%", .base) / 2).rounded(.up)
        return Columns(
            labelWidth: labelWidth, plotX: plotX, plotWidth: plotWidth, zero: plotX + inset,
            hundred: plotX + plotWidth - inset, valueX: valueX, baseWidth: baseWidth)
    }

    func body() -> DrawnBody {
        let key = key()
        var body = DrawnBody(nodes: key.nodes, height: key.height + 12)
        var lines: [ClosedRange<Double>] = []
        var rows: [Node] = []
        for (index, row) in plot.rows.enumerated() {
            if index > 0 && !type.isWide { body.height += 10 }
            let top = body.height
            let drawn = draw(row, from: top)
            rows.append(.group(Group("row \(row.label)", nodes: drawn.nodes)))
            body.height = drawn.bottom
            guard let from = drawn.marksTop else { continue }
            if let last = lines.last, last.upperBound == from {
                lines[lines.count - 1] = last.lowerBound...body.height
            } else {
                lines.append(from...body.height)
            }
        }
        body.nodes.append(.group(Group("grid", nodes: lines.flatMap(gridlines))))
        body.nodes += rows
        if !lines.isEmpty {
            let axis = axis(y: body.height + 3)
            body.nodes.append(.group(Group("axis", nodes: axis.nodes)))
            body.height = axis.height
        }
        return body
    }

    // MARK: Key and axis

    private func key() -> DrawnBody {
        let hasRange = plot.rows.contains { shares(of: $0)?.range != nil }
        var entries = [
            Key.Entry(label: plot.bodyLabel) { corner in
                let center = Point(corner.x + 8, corner.y + 8)
                let range = marks.range(from: corner.x - 3, to: corner.x + 19, y: center.y)
                return (hasRange ? range : []) + marks.dot(at: center)
            }
        ]
        entries += plot.comparators.map { comparator in
            Key.Entry(label: comparator.label) { corner in
                marks.nodes(comparator.mark, at: Point(corner.x + 8, corner.y + 8), height: 19)
            }
        }
        let key = Key(entries, width: width - 4, type: type, inset: 28, listsLong: false)
        return DrawnBody(nodes: key.nodes(x: 4, y: 4), height: key.height + 8)
    }

    private func gridlines(_ span: ClosedRange<Double>) -> [Node] {
        ticks.map { tick in
            let x = columns.x(tick).rounded(.down) + 0.5
            let line = Outline.line(from: Point(x, span.lowerBound), to: Point(x, span.upperBound))
            let color = tick == 0 ? type.theme.rule : type.theme.grid
            return .shape(Shape(line, stroke: Stroke(color, width: 1)))
        }
    }

    private func axis(y: Double) -> DrawnBody {
        let blocks = ticks.map {
            (x: columns.x($0), block: type.block("\(Int($0))%", .base, width: .infinity))
        }
        return DrawnBody(
            nodes: blocks.flatMap { $0.block.nodes(x: $0.x, y: y, .center) },
            height: y + (blocks.first?.block.height ?? 0))
    }

    // MARK: Rows

    private struct Shares {
        /// Nil where words stand in its place.
        var own: DotPlot.Share?
        var range: ClosedRange<Double>?
        var others: [DotPlot.Share?]
    }

    /// What can be drawn of a row; nil for words alone and for shares outside the axis.
    private func shares(of row: DotPlot.Row) -> Shares? {
        let shares: Shares
        switch row.content {
        case .shares(let own, let range, let others):
            shares = Shares(own: own, range: range?.clamped(to: 0...100), others: others)
        case .words(_, let others): shares = Shares(own: nil, range: nil, others: others)
        }
        let known = zip(plot.comparators, shares.others).compactMap(\.1) + [shares.own].compactMap(\.self)
        return !known.isEmpty && known.allSatisfy { (0.0...100).contains($0.percent) } ? shares : nil
    }

    private struct DrawnRow {
        var nodes: [Node]
        var bottom: Double
        /// Where the gridlines begin, below any words; nil for words alone.
        var marksTop: Double?
    }

    private func draw(_ row: DotPlot.Row, from top: Double) -> DrawnRow {
        let base = type.block(row.base, .base, width: columns.baseWidth)
        let hasMarks = shares(of: row) != nil
        guard type.isWide else {
            let room = columns.baseWidth > 0 ? width - columns.baseWidth - 12 : width
            let heading = type.heading(
                type.block(row.label, .label, width: room), base: base, width: width, from: top)
            var drawn = DrawnRow(nodes: heading.nodes, bottom: (heading.height + 2).rounded(.up))
            if let words = words(of: row, width: width) {
                drawn.nodes += words.nodes(x: 0, y: drawn.bottom)
                drawn.bottom = (drawn.bottom + words.height + (hasMarks ? 2 : 0)).rounded(.up)
            }
            guard hasMarks else { return drawn }
            drawn.nodes += content(of: row, middle: drawn.bottom + band / 2)
            drawn.marksTop = drawn.bottom
            drawn.bottom += band
            return drawn
        }
        let label = type.block(row.label, .label, width: columns.labelWidth)
        let words = words(of: row, width: columns.valueX - columns.plotX - 6)
        // Words and marks of one row: the marks below the words.
        let marksAt = hasMarks ? words.map { ($0.height + 4).rounded(.up) } ?? 0 : 0
        let inner = hasMarks ? marksAt + band : words?.height ?? 0
        let height = (max(label.height, base.height, inner, band) + type.tightened(8, to: 4)).rounded(.up)
        let middle = top + (height / 2).rounded()
        var drawn = DrawnRow(
            nodes: label.nodes(x: 0, middle: middle) + base.nodes(x: width, middle: middle, .right),
            bottom: top + height)
        let innerTop = middle - inner / 2
        if let words {
            let wordsMiddle = innerTop + (hasMarks ? marksAt : inner) / 2
            drawn.nodes += words.nodes(x: columns.plotX + 6, middle: wordsMiddle)
        }
        if hasMarks {
            drawn.nodes += content(of: row, middle: innerTop + marksAt + band / 2)
            drawn.marksTop = words == nil ? top : innerTop + marksAt
        }
        return drawn
    }

    private func words(of row: DotPlot.Row, width: Double) -> TextBlock? {
        let isDrawn = shares(of: row) != nil
        switch row.content {
        case .shares: return isDrawn ? nil : type.block(Self.noMark, .small, width: width)
        case .words(let words, let others):
            let isOff = !isDrawn && zip(plot.comparators, others).contains { $0.1 != nil }
            return type.block(isOff ? "\(words). \(Self.noMark)" : words, .small, width: width)
        }
    }

    private func content(of row: DotPlot.Row, middle: Double) -> [Node] {
        guard let shares = shares(of: row) else { return [] }
        func others(_ wanted: [DotPlot.Mark], y: Double) -> [Node] {
            wanted.flatMap { mark in
                zip(plot.comparators, shares.others).flatMap { comparator, share -> [Node] in
                    guard comparator.mark == mark, let share else { return [] }
                    let center = Point(columns.x(share.percent), y)
                    return marks.nodes(mark, at: center, height: DotPlotMarks.tickHeight)
                }
            }
        }
        let y = middle + dotLine
        var nodes = others(DotPlotMarks.crossing, y: y)
        if let range = shares.range {
            nodes += marks.range(from: columns.x(range.lowerBound), to: columns.x(range.upperBound), y: y)
        }
        if let own = shares.own { nodes += marks.dot(at: Point(columns.x(own.percent), y)) }
        nodes += others(DotPlotMarks.below, y: middle + Self.lowerLine)
        let room = columns.valueX - columns.plotX - columns.plotWidth
        let value = type.block(shares.own?.label ?? "", .value, width: room)
        return [.group(Group("marks", nodes: nodes))] + value.nodes(x: columns.valueX, middle: middle, .right)
    }
}
