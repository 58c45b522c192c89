internal import Scene

/// Places a `PairedDots` chart as slopes: two upright axes, a line a row, its words beside its right end.
///
/// There is none for rows that are many, lack a share or lie on each other, nor where words would stand far from the line
/// that they belong to: then dots in pairs do better.
struct SlopeLayout {
    private struct Slope {
        var first: DotPlot.Share
        var second: DotPlot.Share
        var isClear: Bool
        var label: TextBlock
        var difference: TextBlock
        var base: TextBlock

        var height: Double { label.height + difference.height + base.height }
    }

    private let chart: PairedDots
    private let width: Double
    private let type: Typesetter
    private let slopes: [Slope]
    /// The axes, where the words at the right begin, and the upper and lower end of the axes.
    private let left: Double
    private let right: Double
    private let wordsX: Double
    private let textX: Double
    private let top: Double
    private let tall: Double
    private let heads: (first: TextBlock, second: TextBlock)
    private let shares: ClosedRange<Double>
    private let values: Spread
    private let words: Spread
    /// The rows in the order of their ends, from above.
    private let atLeft: [Int]
    private let atRight: [Int]

    static let mostRows = 6
    private static let radius = 7.0
    /// Between an axis and the words that its ends have, crossed by their leaders.
    private static let leader = 34.0
    private static let valueGap = 10.0
    private static let gap = 12.0
    private static let (shortest, shortestTight) = (260.0, 150.0)
    private static let tallest = 480.0
    private static let narrowest = 150.0
    /// The furthest that words may stand from the end of their line.
    private static let furthest = 56.0
    /// Two ends nearer than this lie on each other.
    private static let nearest = 1.0
    private static let notFromZero =
        "The scale does not begin at 0%. Look at what rises and falls, not at how high a line lies."

    init?(chart: PairedDots, width: Double, type: Typesetter) {
        guard type.isWide, (2...Self.mostRows).contains(chart.rows.count) else { return nil }
        let widest = { (share: (PairedDots.Row) -> DotPlot.Share?) in
            chart.rows.compactMap(share).map { type.width($0.label, .value) }.max() ?? 0
        }
        let wordsWidth = (width * 0.44).rounded(.down)
        let valueWidth = widest { $0.shares?.second }.rounded(.up)
        let textWidth = wordsWidth - valueWidth - Self.valueGap
        slopes = chart.rows.compactMap { row -> Slope? in
            guard case .pair(let first?, let second?, let difference, let isClear) = row.content,
                (0...100).contains(first.percent), (0...100).contains(second.percent)
            else { return nil }
            return Slope(
                first: first, second: second, isClear: isClear,
                label: type.block(row.label, .label, width: textWidth),
                difference: type.block(difference, isClear ? .value : .small, width: textWidth),
                base: type.block(
                    row.base.split(separator: "\n").joined(separator: "; "), .base, width: textWidth))
        }
        guard slopes.count == chart.rows.count, textWidth >= 120 else { return nil }
        (self.chart, self.width, self.type) = (chart, width, type)
        let firsts = slopes.map(\.first.percent)
        let seconds = slopes.map(\.second.percent)
        for (index, one) in slopes.enumerated() {
            for other in slopes[(index + 1)...] {
                let apart = max(
                    abs(one.first.percent - other.first.percent),
                    abs(one.second.percent - other.second.percent))
                guard apart >= Self.nearest else { return nil }
            }
        }
        shares = Self.range(of: firsts + seconds)
        left = (widest { $0.shares?.first } + Self.leader).rounded(.up)
        wordsX = width - wordsWidth
        textX = wordsX + valueWidth + Self.valueGap
        right = wordsX - Self.leader
        guard right - left >= Self.narrowest else { return nil }
        heads = (
            type.block(chart.labels.first, .question, width: (right - left) / 2 - 6),
            type.block(chart.labels.second, .question, width: (right - left) / 2 - 6)
        )
        top = (max(heads.first.height, heads.second.height) + 14).rounded(.up)
        let stacked = slopes.reduce(-Self.gap) { $0 + $1.height + Self.gap }
        tall = max(
            type.tightened(Self.shortest, to: Self.shortestTight),
            (stacked * type.tightened(1.1, to: 1)).rounded(.up))
        guard tall <= Self.tallest else { return nil }
        // From above: the larger share first, and of equal ones that which is larger at the other end.
        let order = { (near: [Double], far: [Double]) in
            near.indices.sorted { (near[$0], far[$0], -$0) > (near[$1], far[$1], -$1) }
        }
        (atLeft, atRight) = (order(firsts, seconds), order(seconds, firsts))
        let (shares, top, tall) = (shares, top, tall)
        let y = { (percent: Double) in Self.y(percent, shares: shares, top: top, tall: tall) }
        let value = type.block("0%", .small, width: .infinity)
        let room = (top - 10)...(top + tall + 10)
        let slopes = slopes
        guard
            let values = Spread(
                atLeft.map { y(firsts[$0]) - value.centre }, heights: atLeft.map { _ in value.height },
                gap: 1,
                within: room),
            let words = Spread(
                atRight.map { y(seconds[$0]) - slopes[$0].label.lineHeight / 2 },
                heights: atRight.map { slopes[$0].height }, gap: Self.gap, within: room),
            max(values.furthest, words.furthest) <= Self.furthest
        else { return nil }
        (self.values, self.words) = (values, words)
    }

    /// At least thirty points of percentage, from a multiple of ten to one, so that a small change is not made to look
    /// large.
    private static func range(of shares: [Double]) -> ClosedRange<Double> {
        var low = max((((shares.min() ?? 0) - 1) / 10).rounded(.down) * 10, 0)
        var high = min((((shares.max() ?? 100) + 1) / 10).rounded(.up) * 10, 100)
        while high - low < 30 {
            if high < 100 { high += 10 }
            if low > 0, high - low < 30 { low -= 10 }
        }
        return low...high
    }

    private static func y(_ percent: Double, shares: ClosedRange<Double>, top: Double, tall: Double) -> Double
    {
        top + tall * (shares.upperBound - percent) / (shares.upperBound - shares.lowerBound)
    }

    private func y(_ percent: Double) -> Double { Self.y(percent, shares: shares, top: top, tall: tall) }

    // MARK: Drawing

    func body() -> DrawnBody {
        let key = key()
        let offset = key.height + 16
        var nodes = heads.first.nodes(x: left, y: top - 14 - heads.first.height)
        nodes += heads.second.nodes(x: right, y: top - 14 - heads.second.height, .right)
        for x in [left, right] {
            let axis = Rect(x: x - 0.5, y: top - 8, width: 1, height: tall + 16)
            nodes.append(.shape(Shape(.rect(axis, radius: 0), fill: .color(type.theme.rule))))
        }
        nodes.append(.group(Group("slopes", nodes: lines())))
        for (place, index) in atLeft.enumerated() { nodes += value(index, top: values.tops[place]) }
        for (place, index) in atRight.enumerated() {
            nodes.append(
                .group(Group("row \(chart.rows[index].label)", nodes: words(index, top: words.tops[place]))))
        }
        let last = words.tops.last.map { $0 + slopes[atRight[atRight.count - 1]].height } ?? 0
        return DrawnBody(
            nodes: key.nodes + [.group(Group("slope", offset: Point(0, offset), nodes: nodes))],
            height: (offset + max(top + tall + 10, last)).rounded(.up),
            notes: shares.lowerBound > 0 ? [Self.notFromZero] : [])
    }

    /// What the two looks of a line mean; the waves stand above their axes.
    private func key() -> DrawnBody {
        let entries = [(true, chart.labels.clear), (false, chart.labels.unclear)].filter { isClear, _ in
            slopes.contains { $0.isClear == isClear }
        }.map { isClear, label in
            Key.Entry(label: label) { corner in
                [
                    .shape(
                        line(
                            from: Point(corner.x - 2, corner.y + 8), to: Point(corner.x + 18, corner.y + 8),
                            isClear))
                ]
            }
        }
        let key = Key(entries, width: width - 4, type: type, inset: 26)
        return DrawnBody(nodes: key.nodes(x: 4, y: 0), height: key.height)
    }

    /// The lines and then their ends, the clear ones on top.
    private func lines() -> [Node] {
        let ordered = slopes.filter { !$0.isClear } + slopes.filter(\.isClear)
        return ordered.map { slope in
            .shape(
                line(
                    from: Point(left, y(slope.first.percent)), to: Point(right, y(slope.second.percent)),
                    slope.isClear))
        }
            + ordered.flatMap { slope -> [Node] in
                let color = color(slope.isClear)
                let ring = Shape(
                    .circle(center: Point(left, y(slope.first.percent)), radius: Self.radius - 1),
                    fill: .color(type.theme.background), stroke: Stroke(color, width: 2))
                let dot = Shape(
                    .circle(center: Point(right, y(slope.second.percent)), radius: Self.radius),
                    fill: .color(color))
                return [.shape(ring), .shape(dot)]
            }
    }

    private func value(_ index: Int, top: Double) -> [Node] {
        let slope = slopes[index]
        let block = type.block(slope.first.label, .small, width: .infinity)
        let end = Point(left - Self.radius - 3, y(slope.first.percent))
        let start = Point(left - Self.leader + 5, top + block.centre)
        return block.nodes(x: left - Self.leader, y: top, .right) + [leader(from: start, to: end)]
    }

    private func words(_ index: Int, top: Double) -> [Node] {
        let slope = slopes[index]
        let value = type.block(slope.second.label, .value, width: .infinity)
        let valueTop = top + slope.label.firstBaseline - value.firstBaseline
        let leader = leader(
            from: Point(right + Self.radius + 3, y(slope.second.percent)),
            to: Point(wordsX - 5, valueTop + value.centre))
        var nodes = [leader] + value.nodes(x: wordsX, y: valueTop)
        var y = top
        for block in [slope.label, slope.difference, slope.base] where !block.lines.isEmpty {
            nodes += block.nodes(x: textX, y: y)
            y += block.height
        }
        return nodes
    }

    private func color(_ isClear: Bool) -> Color { isClear ? type.theme.main : type.theme.palette.outline }

    private func line(from start: Point, to end: Point, _ isClear: Bool) -> Shape {
        Shape(.line(from: start, to: end), stroke: Stroke(color(isClear), width: isClear ? 4 : 2))
    }

    /// A thin line from the end of a line to its words.
    private func leader(from start: Point, to end: Point) -> Node {
        .shape(Shape(.line(from: start, to: end), stroke: Stroke(type.theme.palette.outline, width: 0.75)))
    }
}
