package import Scene

extension Infographic {
    /// The infographic on its page, at the largest sizes at which all of it fits, the rest of the room shared out.
    ///
    /// Throws where it does not fit at the smallest sizes.
    package func layout(
        _ format: InfographicFormat, measurer: any TextMeasurer, theme: ChartTheme = .standard
    ) throws(InfographicOverflow) -> InfographicLayout {
        var ease = InfographicFormat.Sizes.Ease(numbers: 0, people: 0, words: 0)
        func layout(_ ease: InfographicFormat.Sizes.Ease) -> InfographicLayout {
            InfographicLayout(
                self, format: format, sizes: format.least.eased(to: format.most, ease), measurer: measurer,
                theme: theme)
        }
        var best = layout(ease)
        guard best.spare >= 0 else { throw best.overflow }
        let fewest = best.cuts
        /// Halved again and again: what fits at one size is taken to fit at every smaller one.
        func grow(_ paths: WritableKeyPath<InfographicFormat.Sizes.Ease, Double>...) {
            var (fits, tooLarge) = (
                Int((ease[keyPath: paths[0]] * Self.steps).rounded()), Int(Self.steps) + 1
            )
            while tooLarge - fits > 1 {
                let step = (fits + tooLarge) / 2
                var larger = ease
                for path in paths { larger[keyPath: path] = Double(step) / Self.steps }
                let tried = layout(larger)
                if tried.spare >= 0, tried.cuts <= fewest {
                    (best, ease, fits) = (tried, larger, step)
                } else {
                    tooLarge = step
                }
            }
        }
        // All of it, then what is seen from afar, then the words.
        grow(\.numbers, \.people, \.words)
        let blocks = rows.joined()
        if blocks.contains(where: \.isPictogram) { grow(\.people) }
        if blocks.contains(where: { $0.isHero || $0.picture != nil }) { grow(\.numbers) }
        grow(\.words)
        return best
    }

    /// What is too tall at the smallest sizes; nil where all of it fits.
    package func overflow(
        _ format: InfographicFormat, measurer: any TextMeasurer, theme: ChartTheme = .standard
    ) -> InfographicOverflow? {
        let layout = InfographicLayout(
            self, format: format, sizes: format.least, measurer: measurer, theme: theme)
        return layout.spare < 0 ? layout.overflow : nil
    }

    /// How finely sizes are tried between the least and the most.
    private static var steps: Double { 20 }

    package func picture(
        _ format: InfographicFormat, measurer: any TextMeasurer, theme: ChartTheme = .standard
    ) throws(InfographicOverflow) -> Picture {
        try layout(format, measurer: measurer, theme: theme).sheet().picture
    }
}

/// An infographic at given type sizes: measured, and placed if there is room.
package struct InfographicLayout: Sendable {
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
    /// Whether the first row is a large number on a ground of its own.
    private let hasPanel: Bool
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
        // Bars of blocks that lie below each other begin on one line; all of a row have their labels on one side.
        var labels: [[Int]: Double] = [:]
        let areAbove = infographic.rows.map { blocks in
            blocks.contains { drawing.needsLabelsAbove($0, width: grid.span($0.columns)) }
        }
        for (blocks, isAbove) in zip(infographic.rows, areAbove) where !isAbove {
            var column = 0
            for block in blocks {
                let width = drawing.labelWidth(block, width: grid.span(block.columns))
                labels[[column, block.columns], default: 0] = max(
                    labels[[column, block.columns], default: 0], width)
                column += block.columns
            }
        }
        rows = zip(infographic.rows, areAbove).map { blocks, isAbove in
            var column = 0
            // Beside each other, people stand on one line.
            let heads = blocks.filter(\.isPictogram).map {
                drawing.head($0, width: grid.span($0.columns)).height
            }
            let placed = blocks.map { block in
                let body = drawing.block(
                    block, width: grid.span(block.columns),
                    headHeight: block.isPictogram ? heads.max() ?? 0 : 0,
                    labels: isAbove ? nil : labels[[column, block.columns]] ?? 0)
                defer { column += block.columns }
                return (block.name, grid.x(column), body)
            }
            let inset = blocks.allSatisfy(\.beginsWithText) && !blocks.isEmpty ? capTop : 0
            return Row(blocks: placed, height: (placed.map(\.2.height).max() ?? 0) - inset, inset: inset)
        }
        let isOpening = infographic.rows.first.map { $0.count == 1 && $0[0].isHero } ?? false
        hasPanel = isOpening && !band.isAtLeft
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

    package func sheet(bleed: Double = 0) -> InfographicSheet {
        let air = rows.isEmpty ? 0 : room / Double(2 * rows.count)
        let margin = format.margin
        let right = format.width - margin
        var sections = [band.section(height: top > 0 ? band.height : footLine, bleed: bleed)]
        var y = top
        for (index, row) in rows.enumerated() {
            if index > (hasPanel ? 1 : 0) {
                sections.append(line(from: left, to: right, y: y, color: theme.rule))
            }
            if index == 0, hasPanel {
                sections.append(panel(y: y, height: row.height + 2 * air, bleed: bleed))
            }
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

    /// A pale ground from edge to edge.
    private func panel(y: Double, height: Double, bleed: Double) -> InfographicSheet.Section {
        let rect = Rect(x: -bleed, y: y, width: format.width + 2 * bleed, height: height)
        let fill = Fill.color(theme.main.mixed(with: theme.background, Self.paleness))
        return .init(
            name: "panel", parts: [.init(.decoration, [.shape(Shape(.rect(rect, radius: 0), fill: fill))])])
    }

    private static let paleness = 0.93

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
