internal import Scene

/// Places the key and bars of a `DivergingBars` chart in a width.
struct DivergingBarsLayout {
    private let chart: DivergingBars
    private let width: Double
    private let type: Typesetter
    private let colors: [Color]
    private let columns: RowColumns
    /// The line and where the column of neutral answers begins, in points from the left of the marks.
    private let line: Double
    private let apart: Double
    /// Points to one percent.
    private let unit: Double

    private static let gap = 2.0
    /// Every share above zero stays visible: two points and its gap.
    private static let least = 4.0
    /// Between the end of a bar and its share.
    private static let labelGap = 6.0
    /// Between the bars and the neutral ones apart.
    private static let gutter = 24.0
    private static let noBar = "The published shares do not add up to 100%, so no bar is drawn."
    private static let unplaced = "Answers on both sides may not be shown, so the bar cannot be placed."

    /// A stretch of a bar: an answer, or what may not be shown.
    private struct Piece {
        var answer: Int?
        var label = ""
        var percent: Double
    }

    /// A bar in its three parts, each from left to right.
    private struct Parts {
        var left: [Piece] = []
        var middle: [Piece] = []
        var right: [Piece] = []

        var all: [Piece] { left + middle + right }
    }

    init(chart: DivergingBars, width: Double, type: Typesetter) {
        self.chart = chart
        self.width = width
        self.type = type
        colors = type.theme.palette.colors(of: chart.answers.map(\.polarity))
        columns = RowColumns(
            labels: chart.rows.map(\.label), bases: chart.rows.map(\.base), width: width, type: type)
        let isApart = chart.middle == .apart
        let parts = chart.rows.compactMap { try? Self.parts(of: $0.content, in: chart).get() }
        func most(_ side: (Parts) -> [Piece]) -> Double {
            parts.map { side($0).reduce(0) { $0 + $1.percent } }.max() ?? 0
        }
        // Answers in the middle stand half on each side, or apart.
        let half = { (parts: Parts) in parts.middle.map { Piece(percent: $0.percent / 2) } }
        let left = most { isApart ? $0.left : $0.left + half($0) }
        let right = most { isApart ? $0.right : $0.right + half($0) }
        let middle = isApart ? most(\.middle) : 0
        let pieces = Double(chart.answers.count + 2)
        let gutter = middle > 0 ? Self.gutter : 0
        let room = max(columns.markWidth - gutter - pieces * Self.least, 0)
        let unit = left + right + middle > 0 ? room / (left + right + middle) : 0
        self.unit = unit
        let (leftmost, rightmost) = (
            parts.map { Self.length(isApart ? $0.left : $0.left + half($0), unit) }.max() ?? 0,
            parts.map { Self.length(isApart ? $0.right : $0.right + half($0), unit) }.max() ?? 0
        )
        line = max(leftmost.rounded(.up), 1)
        apart = (line + rightmost + gutter).rounded()
    }

    private static func length(_ pieces: [Piece], _ unit: Double) -> Double {
        pieces.reduce(0) { $0 + max($1.percent * unit, least) }
    }

    // MARK: What is drawn

    private struct Unplaced: Error { var words: String }

    /// The parts of a bar; the hidden rest goes to the side that all hidden answers are on.
    private static func parts(
        of content: StackedBars.Content, in chart: DivergingBars
    ) -> Result<Parts, Unplaced> {
        let (segments, notShown): ([StackedBars.Segment], Double?)
        switch content {
        case .words(let words): return .failure(Unplaced(words: words))
        case .shares(let shown, let hidden): (segments, notShown) = (shown, hidden)
        }
        guard
            BarGeometry(segments, notShown: notShown, answers: chart.answers.count, width: 1000) != nil
        else { return .failure(Unplaced(words: noBar)) }
        var parts = Parts()
        for answer in chart.leftToRight {
            guard let segment = segments.first(where: { $0.answer == answer }), segment.percent > 0 else {
                continue
            }
            let piece = Piece(answer: answer, label: segment.label, percent: segment.percent)
            switch chart.answers[answer].polarity {
            case .negative: parts.left.append(piece)
            case .neutral: parts.middle.append(piece)
            case .positive: parts.right.append(piece)
            }
        }
        guard let notShown, notShown > 0 else { return .success(parts) }
        let hidden = Set(
            chart.answers.indices.filter { index in !segments.contains { $0.answer == index } }
                .map { chart.answers[$0].polarity })
        guard hidden.count == 1, let side = hidden.first else {
            return .failure(Unplaced(words: unplaced))
        }
        let rest = Piece(percent: notShown)
        switch side {
        case .negative: parts.left.insert(rest, at: 0)
        case .neutral: parts.middle.append(rest)
        case .positive: parts.right.append(rest)
        }
        return .success(parts)
    }

    // MARK: Drawing

    func body() -> DrawnBody {
        let key = key()
        var body = DrawnBody(nodes: key.nodes, height: key.height + (type.isWide ? 14 : 18))
        for (index, row) in chart.rows.enumerated() {
            if index > 0 { body.height += type.tightened(type.isWide ? 12 : 16, to: 5) }
            let drawn = columns.row(
                type.block(row.label, .label, width: columns.labelRoom), base: row.base,
                marks: marks(of: row),
                from: body.height)
            body.nodes.append(.group(Group("row \(row.label)", nodes: drawn.nodes)))
            body.height = drawn.height
            for note in drawn.notes where !body.notes.contains(note) { body.notes.append(note) }
        }
        return body
    }

    private func key() -> DrawnBody {
        var entries = chart.leftToRight.map {
            Key.Entry(chart.answers[$0].label, colors[$0], theme: type.theme)
        }
        let hides = chart.rows.contains { row in
            (try? Self.parts(of: row.content, in: chart).get())?.all.contains { $0.answer == nil } ?? false
        }
        if hides { entries.append(.notShown("Not shown", theme: type.theme)) }
        return Key.drawn(entries, beside: columns.markX, width: width, type: type)
    }

    private func marks(of row: DivergingBars.Row) -> DrawnBody {
        let thick = type.tightened(type.isWide ? 36 : 34, to: 26)
        let parts: Parts
        switch Self.parts(of: row.content, in: chart) {
        case .success(let found): parts = found
        case .failure(let words): return columns.sentence(words.words, height: thick)
        }
        let reach = 4.0
        var body = DrawnBody(nodes: [], height: thick + 2 * reach)
        // Across the line lie answers in the middle: it is seen above and below them.
        let isBroken = chart.middle == .centred && !parts.middle.isEmpty
        for (y, height) in isBroken ? [(0, reach), (thick + reach, reach)] : [(0, body.height)] {
            let rule = Outline.rect(Rect(x: line - 0.5, y: y, width: 1, height: height), radius: 0)
            body.nodes.append(.shape(Shape(rule, fill: .color(type.theme.quiet))))
        }
        /// A share that its piece has no room for, beside the end of the bar, where no other piece follows.
        func labelled(_ piece: Piece, beside rect: Rect, isLast: Bool, room: ClosedRange<Double>) -> [Node]? {
            let words = type.block(piece.label, .value, width: .infinity)
            let x = isLast ? rect.maxX + Self.labelGap : rect.minX - Self.labelGap - words.width
            guard room.lowerBound <= x, x + words.width <= room.upperBound else { return nil }
            return words.nodes(x: x, middle: rect.minY + rect.size.height / 2)
        }
        func draw(_ pieces: [Piece], from start: Double, room: ClosedRange<Double>, isEndOnly: Bool = false) {
            var edge = start
            for (index, piece) in pieces.enumerated() {
                let next = edge + max(piece.percent * unit, Self.least)
                let (left, right) = (edge.rounded() + Self.gap / 2, next.rounded() - Self.gap / 2)
                let rect = Rect(x: left, y: reach, width: right - left, height: thick)
                edge = next
                guard let answer = piece.answer else {
                    body.nodes.append(
                        .group(Group("not shown", nodes: [.shape(.hatchedBox(rect, theme: type.theme))])))
                    continue
                }
                var drawn = type.segment(piece.label, in: rect, color: colors[answer])
                // A share stands on the side that its answer is on.
                let side = chart.answers[answer].polarity
                let isLast = index == pieces.count - 1 && (side == .positive || isEndOnly)
                if !drawn.isLabelled, isLast || index == 0 && side == .negative,
                    let label = labelled(piece, beside: rect, isLast: isLast, room: room)
                {
                    drawn.nodes += label
                    drawn.isLabelled = true
                }
                if !drawn.isLabelled { body.notes = [StackedBarsLayout.smallShares] }
                body.nodes.append(.group(Group("segment \(answer)", nodes: drawn.nodes)))
            }
        }
        if chart.middle == .apart {
            let end = parts.middle.isEmpty ? columns.markWidth : apart - 2 * Self.labelGap
            draw(parts.left + parts.right, from: line - Self.length(parts.left, unit), room: 0...max(end, 0))
            draw(parts.middle, from: apart, room: apart...max(columns.markWidth, apart), isEndOnly: true)
        } else {
            let middle = Self.length(parts.middle, unit)
            draw(
                parts.all, from: line - middle / 2 - Self.length(parts.left, unit),
                room: 0...max(columns.markWidth, 0))
        }
        return body
    }
}
