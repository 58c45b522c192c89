internal import Scene

/// Places the key, pairs and axis of a `PairedDots` chart in a width.
struct PairedDotsLayout {
    private let chart: PairedDots
    private let width: Double
    private let type: Typesetter
    private let labelWidth: Double
    private let wordsWidth: Double
    /// The edges of the plot, and the places of 0 and 100 %.
    private let plot: ClosedRange<Double>
    private let zero: Double
    private let hundred: Double

    private static let radius = 7.0
    /// The height of the marks of a row.
    private static let band = 30.0
    private static let noMark = "The published shares do not lie between 0% and 100%, so none is drawn."

    init(chart: PairedDots, width: Double, type: Typesetter) {
        self.chart = chart
        self.width = width
        self.type = type
        labelWidth =
            type.isWide ? type.columnWidth(of: chart.rows.map(\.label), .label, in: width * 0.9) : width
        var words = 0.0
        var value = 0.0
        for row in chart.rows {
            words = max(words, type.widest(row.base, .base))
            guard case .pair(let first, let second, let difference, _) = row.content else { continue }
            words = max(words, type.width(difference, .value))
            value = max(
                value, type.width(first?.label ?? "", .value), type.width(second?.label ?? "", .value))
        }
        wordsWidth = type.isWide ? min(words, width * 0.24).rounded(.up) : width
        let left = type.isWide && labelWidth > 0 ? labelWidth + 14 : 0
        let right = type.isWide && wordsWidth > 0 ? width - wordsWidth - 14 : width
        plot = left...max(right.rounded(.down), left)
        // Values stand outside their dots, so the axis keeps room for one at each end.
        let inset = min(Self.radius + 5 + value, (plot.upperBound - plot.lowerBound) * 0.35).rounded(.up)
        zero = plot.lowerBound + inset
        hundred = plot.upperBound - inset
    }

    private func x(_ percent: Double) -> Double { zero + (hundred - zero) * percent / 100 }

    func body() -> DrawnBody {
        let key = key()
        var body = DrawnBody(nodes: key.nodes, height: key.height + 14)
        var hasMarks = false
        for (index, row) in chart.rows.enumerated() {
            if index > 0 { body.height += type.tightened(type.isWide ? 12 : 16, to: 6) }
            let drawn = draw(row, from: body.height)
            body.nodes.append(.group(Group("row \(row.label)", nodes: drawn.nodes)))
            body.height = drawn.height
            hasMarks = hasMarks || pair(of: row) != nil
        }
        if hasMarks {
            let axis = axis(y: body.height + 6)
            body.nodes.append(.group(Group("axis", nodes: axis.nodes)))
            body.height = axis.height
        }
        return body
    }

    // MARK: Key and axis

    private func key() -> DrawnBody {
        let rows = chart.rows.compactMap { pair(of: $0)?.isClear }
        let labels = chart.labels
        let isStrong = rows.contains(true) || rows.isEmpty
        var entries = [
            Key.Entry(label: labels.first) { ring(at: Point($0.x + 8, $0.y + 8), isClear: isStrong) },
            Key.Entry(label: labels.second) { dot(at: Point($0.x + 8, $0.y + 8), isClear: isStrong) },
        ]
        for (isClear, label) in [(true, labels.clear), (false, labels.unclear)] where rows.contains(isClear) {
            entries.append(
                Key.Entry(label: label) { corner in
                    let middle = corner.y + 8
                    return [.shape(line(from: corner.x - 2, to: corner.x + 18, y: middle, isClear: isClear))]
                })
        }
        let key = Key(entries, width: width - 4, type: type, inset: 26)
        return DrawnBody(nodes: key.nodes(x: 4, y: 0), height: key.height)
    }

    /// The axis is a line with its ends named: values stand at the dots.
    private func axis(y: Double) -> DrawnBody {
        let marks = [0.0, 50, 100]
        let blocks = marks.map { (x: x($0), block: type.block("\(Int($0))%", .base, width: .infinity)) }
        let room = type.width("100%", .base) + 8
        let shown = (hundred - zero) / 2 >= room ? blocks : [blocks[0], blocks[2]]
        var nodes: [Node] = [.shape(rule(Rect(x: zero, y: y, width: hundred - zero, height: 1)))]
        for mark in shown {
            nodes.append(.shape(rule(Rect(x: mark.x - 0.5, y: y, width: 1, height: 6))))
            nodes += mark.block.nodes(x: mark.x, y: y + 8, .center)
        }
        return DrawnBody(nodes: nodes, height: y + 8 + (shown.first?.block.height ?? 0))
    }

    private func rule(_ rect: Rect) -> Shape {
        Shape(.rect(rect, radius: 0), fill: .color(type.theme.palette.outline))
    }

    // MARK: Rows

    private struct Pair {
        var first: DotPlot.Share?
        var second: DotPlot.Share?
        var difference: String
        var isClear: Bool
    }

    /// What can be drawn of a row; nil for words alone and for shares outside the axis.
    private func pair(of row: PairedDots.Row) -> Pair? {
        guard case .pair(let first, let second, let difference, let isClear) = row.content else { return nil }
        let known = [first, second].compactMap(\.self)
        guard !known.isEmpty, known.allSatisfy({ (0...100).contains($0.percent) }) else { return nil }
        return Pair(first: first, second: second, difference: difference, isClear: isClear)
    }

    private func draw(_ row: PairedDots.Row, from top: Double) -> DrawnBody {
        let label = type.block(row.label, .label, width: labelWidth)
        let pair = pair(of: row)
        let difference = type.block(
            pair?.difference ?? "", pair?.isClear == true ? .value : .small, width: wordsWidth)
        let base = type.block(row.base, .base, width: wordsWidth)
        let instead: String? =
            switch row.content {
            case .words(let words): words
            case .pair: pair == nil ? Self.noMark : nil
            }
        let sentence = type.block(
            instead ?? "", .small, width: type.isWide ? plot.upperBound - plot.lowerBound : width)
        guard type.isWide else {
            var body = DrawnBody(nodes: label.nodes(x: 0, y: top), height: (top + label.height).rounded(.up))
            if let pair {
                body.nodes.append(marks(of: pair, middle: body.height + Self.band / 2))
                body.height += Self.band
            }
            for block in [sentence, difference, base] where !block.lines.isEmpty {
                body.nodes += block.nodes(x: 0, y: body.height)
                body.height = (body.height + block.height).rounded(.up)
            }
            return body
        }
        let words = difference.height + base.height
        let height = max(label.height, words, sentence.height, Self.band).rounded(.up)
        let middle = top + (height / 2).rounded()
        var nodes = label.nodes(x: 0, middle: middle)
        if let pair { nodes.append(marks(of: pair, middle: middle)) }
        nodes += sentence.nodes(x: plot.lowerBound, middle: middle)
        let wordsTop = middle - words / 2
        nodes += difference.nodes(x: width - wordsWidth, y: wordsTop)
        nodes += base.nodes(x: width - wordsWidth, y: wordsTop + difference.height)
        return DrawnBody(nodes: nodes, height: top + height)
    }

    // MARK: Marks

    private func marks(of pair: Pair, middle: Double) -> Node {
        var nodes: [Node] = []
        let first = pair.first.map { (x: x($0.percent), label: $0.label) }
        let second = pair.second.map { (x: x($0.percent), label: $0.label) }
        if let first, let second, abs(first.x - second.x) > 1 {
            nodes.append(
                .shape(
                    line(
                        from: min(first.x, second.x), to: max(first.x, second.x), y: middle,
                        isClear: pair.isClear)))
        }
        if let first { nodes += ring(at: Point(first.x, middle), isClear: pair.isClear) }
        if let second { nodes += dot(at: Point(second.x, middle), isClear: pair.isClear) }
        // Each value on the outer side of its dot; of a pair at one place the second's at the right.
        let away = Self.radius + 5
        let firstIsLeft = (first?.x ?? 0) < (second?.x ?? .infinity) || first?.x == second?.x
        if let first {
            nodes += value(first.label, at: first.x, away: away, isLeft: firstIsLeft, middle, false)
        }
        if let second {
            let isLeft = first.map { second.x < $0.x } ?? false
            nodes += value(second.label, at: second.x, away: away, isLeft: isLeft, middle, true)
        }
        return .group(Group("marks", nodes: nodes))
    }

    private func value(
        _ label: String, at x: Double, away: Double, isLeft: Bool, _ middle: Double, _ isSecond: Bool
    ) -> [Node] {
        let block = type.block(label, isSecond ? .value : .small, width: .infinity)
        return isLeft
            ? block.nodes(x: x - away, middle: middle, .right) : block.nodes(x: x + away, middle: middle)
    }

    private func color(_ isClear: Bool) -> Color { isClear ? type.theme.main : type.theme.palette.outline }

    private func line(from left: Double, to right: Double, y: Double, isClear: Bool) -> Shape {
        let thick = isClear ? 5.0 : 2
        let rect = Rect(x: left, y: y - thick / 2, width: right - left, height: thick)
        return Shape(.rect(rect, radius: 0), fill: .color(color(isClear)))
    }

    private func dot(at center: Point, isClear: Bool) -> [Node] {
        [.shape(Shape(.circle(center: center, radius: Self.radius), fill: .color(color(isClear))))]
    }

    private func ring(at center: Point, isClear: Bool) -> [Node] {
        [
            .shape(
                Shape(
                    .circle(center: center, radius: Self.radius - 1), fill: .color(type.theme.background),
                    stroke: Stroke(color(isClear), width: 2)))
        ]
    }
}
