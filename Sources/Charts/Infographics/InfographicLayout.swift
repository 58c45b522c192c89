package import Scene

extension Infographic {
    /// The infographic on its page: the largest sizes at which all of it fits, the rest of the room shared out.
    ///
    /// Throws where it does not fit at the smallest sizes.
    package func picture(
        _ format: InfographicFormat, measurer: any TextMeasurer, theme: ChartTheme = .standard
    ) throws(InfographicOverflow) -> Picture {
        let steps = 20
        var overflow = InfographicOverflow(block: nil, share: 0, excess: 0)
        for step in 0...steps {
            let ease = Double(steps - step) / Double(steps)
            let layout = InfographicLayout(
                self, format: format, sizes: format.least.eased(to: format.most, ease), measurer: measurer,
                theme: theme)
            if layout.spare >= 0 { return layout.picture }
            overflow = layout.overflow
        }
        throw overflow
    }
}

/// An infographic at given type sizes: measured, and placed if there is room.
struct InfographicLayout {
    private let infographic: Infographic
    private let format: InfographicFormat
    private let sizes: InfographicFormat.Sizes
    private let theme: ChartTheme
    private let band: DrawnBody
    private let foot: DrawnBody
    private let rows: [Row]
    /// The least room above and below a row.
    private let air: Double

    private struct Row {
        var blocks: [(name: String, x: Double, body: DrawnBody)]
        var height: Double
    }

    init(
        _ infographic: Infographic, format: InfographicFormat, sizes: InfographicFormat.Sizes,
        measurer: any TextMeasurer, theme: ChartTheme
    ) {
        self.infographic = infographic
        self.format = format
        self.sizes = sizes
        self.theme = theme
        let drawing = InfographicDrawing(sizes: sizes, theme: theme, measurer: measurer)
        let grid = Grid(format)
        band = drawing.band(infographic, format: format)
        foot = drawing.foot(infographic.foot, left: grid.span(6), right: grid.x(6), width: grid.span(12))
        let overruns = infographic.rows.joined().map { drawing.overrun($0, width: grid.span($0.columns)) }
        air = max(sizes.air, overruns.max() ?? 0)
        rows = infographic.rows.map { blocks in
            var column = 0
            // Beside each other, people stand on one line.
            let heads = blocks.filter(\.isPictogram).map {
                drawing.head($0, width: grid.span($0.columns)).height
            }
            let placed = blocks.map { block in
                let body = drawing.block(
                    block, width: grid.span(block.columns),
                    headHeight: block.isPictogram ? heads.max() ?? 0 : 0)
                defer { column += block.columns }
                return (block.name, grid.x(column), body)
            }
            return Row(blocks: placed, height: placed.map(\.2.height).max() ?? 0)
        }
    }

    /// The twelve columns, from the left margin.
    private struct Grid {
        private let pitch: Double
        private let gutter: Double

        init(_ format: InfographicFormat) {
            gutter = format.gutter
            pitch = (format.width - 2 * format.margin + gutter) / 12
        }

        func x(_ column: Int) -> Double { pitch * Double(column) }
        func span(_ columns: Int) -> Double { pitch * Double(columns) - gutter }
    }

    /// The room between band and foot, without the rows.
    private var room: Double {
        format.height - band.height - foot.height - format.margin * 0.7 - sizes.air * 0.7
            - rows.reduce(0) { $0 + $1.height }
    }

    /// Room beside the least air above and below each row; below 0 the page is too small.
    var spare: Double { room - air * Double(2 * rows.count) }

    var overflow: InfographicOverflow {
        let blocks = rows.flatMap(\.blocks)
        let tallest = blocks.max { $0.body.height < $1.body.height }
        let between = max(format.height - band.height - foot.height, 1)
        return InfographicOverflow(
            block: between > 1 ? tallest?.name : nil,
            share: Int(((tallest?.body.height ?? 0) / between * 100).rounded()), excess: -spare)
    }

    var picture: Picture {
        let air = rows.isEmpty ? 0 : room / Double(2 * rows.count)
        let margin = format.margin
        var nodes: [Node] = [.group(Group("band", nodes: band.nodes))]
        var y = band.height
        for (index, row) in rows.enumerated() {
            if index > 0 { nodes.append(line(at: y, color: theme.rule)) }
            y += air
            for block in row.blocks {
                nodes.append(
                    .group(
                        Group(
                            "block \(block.name)", offset: Point(margin + block.x, y), nodes: block.body.nodes
                        )))
            }
            y += row.height + air
        }
        let top = format.height - margin * 0.7 - foot.height
        nodes.append(line(at: top - sizes.air * 0.7, color: theme.main))
        nodes.append(.group(Group("foot", offset: Point(margin, top), nodes: foot.nodes)))
        return Picture(
            size: Size(format.width, format.height), title: infographic.title,
            alternative: infographic.alternative, background: theme.background, nodes: nodes)
    }

    private func line(at y: Double, color: Color) -> Node {
        .shape(
            Shape(
                .line(from: Point(format.margin, y), to: Point(format.width - format.margin, y)),
                stroke: Stroke(color, width: format.width / 595)))
    }
}

extension Infographic.Block {
    fileprivate var isPictogram: Bool { if case .pictogram = content { true } else { false } }
}
