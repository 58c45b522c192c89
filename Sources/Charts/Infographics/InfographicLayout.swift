package import Scene

extension Infographic {
    /// The infographic on its page: the largest sizes at which all of it fits, the rest of the room shared out.
    ///
    /// The band reaches `bleed` points over the edges, for paper that is cut. Throws where it does not fit at the
    /// smallest sizes.
    package func sheet(
        _ format: InfographicFormat, measurer: any TextMeasurer, theme: ChartTheme = .standard,
        bleed: Double = 0
    ) throws(InfographicOverflow) -> InfographicSheet {
        let steps = 20
        func layout(_ step: Int) -> InfographicLayout {
            InfographicLayout(
                self, format: format,
                sizes: format.least.eased(to: format.most, Double(step) / Double(steps)), measurer: measurer,
                theme: theme)
        }
        var best = layout(0)
        guard best.spare >= 0 else { throw best.overflow }
        let fewest = best.cuts
        // Halved again and again: what fits at one size is taken to fit at every smaller one.
        var (fits, tooLarge) = (0, steps + 1)
        while tooLarge - fits > 1 {
            let step = (fits + tooLarge) / 2
            let tried = layout(step)
            if tried.spare >= 0, tried.cuts <= fewest {
                (best, fits) = (tried, step)
            } else {
                tooLarge = step
            }
        }
        return best.sheet(bleed: bleed)
    }

    package func picture(
        _ format: InfographicFormat, measurer: any TextMeasurer, theme: ChartTheme = .standard
    ) throws(InfographicOverflow) -> Picture {
        try sheet(format, measurer: measurer, theme: theme).picture
    }
}

/// An infographic at given type sizes: measured, and placed if there is room.
struct InfographicLayout {
    private let infographic: Infographic
    private let format: InfographicFormat
    private let sizes: InfographicFormat.Sizes
    private let theme: ChartTheme
    private let band: InfographicBand
    private let foot: InfographicBody
    private let rows: [Row]
    /// The left edge of the blocks.
    private let left: Double
    /// The least room above and below a row.
    private let air: Double
    /// How many words are wider than their line.
    let cuts: Int

    private struct Row {
        var blocks: [(name: String, x: Double, body: InfographicBody)]
        var height: Double
        /// How far below its top the first capitals begin: room that is not seen.
        var inset: Double
    }

    init(
        _ infographic: Infographic, format: InfographicFormat, sizes: InfographicFormat.Sizes,
        measurer: any TextMeasurer, theme: ChartTheme
    ) {
        self.infographic = infographic
        self.format = format
        self.sizes = sizes
        self.theme = theme
        let page = Grid(width: format.width - 2 * format.margin, gutter: format.gutter)
        let panel = if case .left(let share) = format.band { format.width * share } else { 0.0 }
        left = panel > 0 ? panel + format.gutter : format.margin
        let grid = Grid(width: format.width - left - format.margin, gutter: format.gutter)
        let drawing = InfographicDrawing(
            sizes: sizes, theme: theme, measurer: measurer, pitch: grid.pitch)
        let whole = InfographicDrawing(sizes: sizes, theme: theme, measurer: measurer, pitch: page.pitch)
        band = InfographicBand(infographic, format: format, panel: panel, drawing: whole)
        foot = whole.foot(
            infographic.foot, columns: (0..<12).map { page.x($0) } + [page.span(12)], gutter: format.gutter)
        let overruns = infographic.rows.joined().map { drawing.overrun($0, width: grid.span($0.columns)) }
        let capTop = drawing.capTop
        // The line above a row has a width of its own.
        air = max(sizes.air, (overruns.max() ?? 0) + capTop + Self.lineWidth(format))
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
            let inset = blocks.allSatisfy(\.beginsWithText) && !blocks.isEmpty ? capTop : 0
            return Row(blocks: placed, height: (placed.map(\.2.height).max() ?? 0) - inset, inset: inset)
        }
        cuts = drawing.cuts.count + whole.cuts.count
    }

    /// Twelve columns.
    private struct Grid {
        let pitch: Double
        private let gutter: Double

        init(width: Double, gutter: Double) {
            self.gutter = gutter
            pitch = (width + gutter) / 12
        }

        func x(_ column: Int) -> Double { pitch * Double(column) }
        func span(_ columns: Int) -> Double { pitch * Double(columns) - gutter }
    }

    /// Where the line above the foot is drawn.
    private var footLine: Double {
        format.height - format.margin * 0.7 - foot.height - sizes.air * 0.7
    }

    private var top: Double { band.isAtLeft ? 0 : band.height }

    /// The room between band and foot, without the rows.
    private var room: Double { footLine - top - rows.reduce(0) { $0 + $1.height } }

    /// Room beside the least air above and below each row; below 0 the page is too small.
    var spare: Double {
        min(room - air * Double(2 * rows.count), band.isAtLeft ? footLine - band.height : .infinity)
    }

    var overflow: InfographicOverflow {
        let blocks = rows.flatMap(\.blocks)
        let tallest = blocks.max { $0.body.height < $1.body.height }
        let between = max(footLine - top, 1)
        return InfographicOverflow(
            block: between > 1 ? tallest?.name : nil,
            share: Int(((tallest?.body.height ?? 0) / between * 100).rounded()), excess: -spare)
    }

    func sheet(bleed: Double) -> InfographicSheet {
        let air = rows.isEmpty ? 0 : room / Double(2 * rows.count)
        let margin = format.margin
        let right = format.width - margin
        var sections = [band.section(height: top > 0 ? band.height : footLine, bleed: bleed)]
        var y = top
        for (index, row) in rows.enumerated() {
            if index > 0 { sections.append(line(from: left, to: right, y: y, color: theme.rule)) }
            y += air
            for block in row.blocks {
                sections.append(
                    .init(
                        name: "block \(block.name)", offset: Point(left + block.x, y - row.inset),
                        parts: block.body.parts))
            }
            y += row.height + air
        }
        sections.append(
            line(from: band.isAtLeft ? left : margin, to: right, y: footLine, color: theme.main))
        sections.append(
            .init(
                name: "foot", offset: Point(margin, format.height - margin * 0.7 - foot.height),
                parts: foot.parts))
        return InfographicSheet(
            size: Size(format.width, format.height), title: infographic.title,
            alternative: infographic.alternative, background: theme.background, sections: sections)
    }

    private static func lineWidth(_ format: InfographicFormat) -> Double { max(format.width / 595, 0.75) }

    private func line(from: Double, to: Double, y: Double, color: Color) -> InfographicSheet.Section {
        let stroke = Stroke(color, width: Self.lineWidth(format))
        return .init(
            name: "line",
            parts: [
                .init(
                    .decoration,
                    [.shape(Shape(.line(from: Point(from, y), to: Point(to, y)), stroke: stroke))])
            ])
    }
}
