internal import Scene

/// Places the panels of a `SmallMultiples` chart in a width: side by side, as many as have room, the others below.
struct SmallMultiplesLayout {
    private let chart: SmallMultiples
    private let width: Double
    private let type: Typesetter
    private let panelsX: Double
    private let labelWidth: Double
    private let panelWidth: Double
    private let perLine: Int
    private let gap: Double
    /// The length of a bar of 100 %.
    private let whole: Double

    private static let narrowest = 86.0
    private static let mostTitleLines = 4
    private static let thick = 22.0
    private static let spare = 5.0
    private static let noBar = "Not between 0% and 100%"

    init(chart: SmallMultiples, width: Double, type: Typesetter) {
        self.chart = chart
        self.width = width
        self.type = type
        gap = type.isWide ? 20 : 12
        let label = type.isWide ? type.columnWidth(of: chart.rows.map(\.label), .label, in: width * 0.85) : 0
        labelWidth = type.isWide ? label : width
        panelsX = label > 0 ? label + gap : 0
        let room = width - panelsX
        let count = max(chart.panels.count, 1)
        let fitting = max(Int((room + gap) / (Self.narrowest + gap)), 1)
        // Lines of panels as even as they can be, and so many that no name is a tower of words.
        let space = gap
        let width = { (each: Int) in ((room - Double(each - 1) * space) / Double(each)).rounded(.down) }
        let even = (((count + fitting - 1) / fitting)...count).map { (count + $0 - 1) / $0 }
        let each = even.first { each in
            chart.panels.allSatisfy {
                type.block($0.title, .question, width: width(each)).lines.count <= Self.mostTitleLines
            }
        }
        perLine = each ?? 1
        panelWidth = width(perLine)
        let values = chart.rows.flatMap(\.cells).map { cell in
            guard case .share(_, let label) = cell else { return 0.0 }
            return type.width(label, .value)
        }
        let widest = values.max() ?? 0
        let hasRoom = 2 * widest + 3 * Self.spare <= panelWidth
        whole = hasRoom ? panelWidth : max(panelWidth - widest - Self.spare, 0)
    }

    func body() -> DrawnBody {
        var body = DrawnBody(nodes: [], height: 0)
        for start in stride(from: 0, to: chart.panels.count, by: perLine) {
            if start > 0 { body.height += 28 }
            let panels = Array(chart.panels.indices)[start..<min(start + perLine, chart.panels.count)]
            let heads = heads(panels, from: body.height)
            body.nodes += heads.nodes
            body.height = heads.height + 8
            for row in chart.rows {
                let drawn = draw(row, panels, from: body.height)
                body.nodes.append(.group(Group("row \(row.label)", nodes: drawn.nodes)))
                body.height = drawn.height + (type.isWide ? 8 : 12)
            }
            body.height -= type.isWide ? 8 : 12
        }
        return body
    }

    private func x(_ place: Int) -> Double { panelsX + Double(place) * (panelWidth + gap) }

    /// The names of the panels and their bases, standing on one line.
    private func heads(_ panels: ArraySlice<Int>, from top: Double) -> DrawnBody {
        let blocks = panels.map { index in
            (
                title: type.block(chart.panels[index].title, .question, width: panelWidth),
                base: type.block(chart.panels[index].base, .base, width: panelWidth)
            )
        }
        let height = blocks.map { $0.title.height + $0.base.height }.max() ?? 0
        var nodes: [Node] = []
        for (place, block) in blocks.enumerated() {
            let titleTop = top + height - block.title.height - block.base.height
            nodes += block.title.nodes(x: x(place), y: titleTop)
            nodes += block.base.nodes(x: x(place), y: titleTop + block.title.height)
        }
        return DrawnBody(nodes: [.group(Group("panels", nodes: nodes))], height: (top + height).rounded(.up))
    }

    private func draw(_ row: SmallMultiples.Row, _ panels: ArraySlice<Int>, from top: Double) -> DrawnBody {
        let label = type.block(row.label, .label, width: labelWidth)
        let cells = panels.map { index in
            cell(row.cells.indices.contains(index) ? row.cells[index] : .words("Not shown"))
        }
        let cellHeight = cells.map(\.height).max() ?? Self.thick
        let isAbove = !type.isWide && !label.lines.isEmpty
        let cellsTop = isAbove ? (top + label.height + 3).rounded(.up) : top
        let height = isAbove ? cellHeight : max(cellHeight, label.height)
        var nodes =
            isAbove ? label.nodes(x: 0, y: top) : label.nodes(x: 0, middle: cellsTop + (height / 2).rounded())
        for (place, cell) in cells.enumerated() {
            let y = isAbove ? cellsTop : cellsTop + ((height - cell.height) / 2).rounded()
            nodes.append(.group(Group("bar", offset: Point(x(place), y), nodes: cell.nodes)))
        }
        return DrawnBody(nodes: nodes, height: (cellsTop + height).rounded(.up))
    }

    private func cell(_ content: ShareBars.Content) -> DrawnBody {
        let theme = type.theme
        switch content {
        case .words(let words): return sentence(words)
        case .share(let percent, let label):
            guard (0...100).contains(percent) else { return sentence(Self.noBar) }
            let length = percent > 0 ? max(percent / 100 * whole, 1.5) : 0
            var nodes: [Node] = []
            if whole == panelWidth {
                let track = Rect(x: 0, y: 0, width: whole, height: Self.thick)
                nodes.append(.shape(Shape(.rect(track, radius: 0), fill: .color(theme.track))))
            }
            if length > 0 {
                nodes.append(
                    .shape(
                        .box(Rect(x: 0, y: 0, width: length, height: Self.thick), theme.main, theme: theme)))
            }
            let isInside = type.width(label, .value) + 2 * Self.spare <= length
            let color = isInside ? theme.main.label(ink: theme.ink) : theme.ink
            let value = type.block(label, .value, width: .infinity, color: color)
            nodes +=
                isInside
                ? value.nodes(x: length - Self.spare, middle: Self.thick / 2, .right)
                : value.nodes(x: length + Self.spare, middle: Self.thick / 2)
            return DrawnBody(nodes: nodes, height: Self.thick)
        }
    }

    private func sentence(_ words: String) -> DrawnBody {
        let block = type.block(words, .small, width: panelWidth)
        let height = max(Self.thick, block.height.rounded(.up))
        return DrawnBody(nodes: block.nodes(x: 0, middle: height / 2), height: height)
    }
}
