internal import Scene

/// Wrapped lines of one style, measured, ready to be placed.
struct TextBlock {
    enum Alignment { case left, center, right }

    let lines: [(text: String, width: Double)]
    let style: TextStyle
    let lineHeight: Double
    private let metrics: FontMetrics

    /// A line break in the text stays one; empty text gives a block without lines and height.
    ///
    /// `leading` is the least distance of two baselines, in ems.
    init(
        _ text: String, style: TextStyle, width: Double, measurer: any TextMeasurer, leading: Double = 1.3
    ) {
        let wrapping = TextWrapping(style: style, measurer: measurer)
        let wrapped = text.utf8.split(separator: UInt8(ascii: "\n"))
            .flatMap { wrapping.lines(String(Substring($0)), width: width) }
        lines = wrapped.filter { !$0.isEmpty }.map { ($0, measurer.width(of: $0, style: style)) }
        self.style = style
        metrics = measurer.metrics(of: style)
        lineHeight = max(style.size * leading, metrics.ascent + metrics.descent)
    }

    var width: Double { lines.map(\.width).max() ?? 0 }
    var height: Double { lineHeight * Double(lines.count) }

    /// How far below the top of a line its baseline lies.
    private var lead: Double { (lineHeight - metrics.ascent - metrics.descent) / 2 + metrics.ascent }

    /// How far below the top of the block the baseline of its first line lies; 0 without lines.
    var firstBaseline: Double { lines.isEmpty ? 0 : lead }

    /// How far below the top of the block the baseline of its last line lies; 0 without lines.
    var lastBaseline: Double { lines.isEmpty ? 0 : lead + lineHeight * Double(lines.count - 1) }

    /// The lines with the top of the block at `y`, `x` being its left side, middle or right side.
    func nodes(x: Double, y: Double, _ alignment: Alignment = .left) -> [Node] {
        lines.enumerated().map { index, line in
            let shift =
                switch alignment {
                case .left: 0.0
                case .center: line.width / 2
                case .right: line.width
                }
            let origin = Point(x - shift, y + lead + lineHeight * Double(index))
            return .text(TextLine(line.text, style: style, origin: origin, advance: line.width))
        }
    }

    /// The lines centred upright on `middle` by the height of their capitals.
    func nodes(x: Double, middle: Double, _ alignment: Alignment = .left) -> [Node] {
        nodes(x: x, y: middle - centre, alignment)
    }

    /// How far below its top the visual middle of the block lies.
    var centre: Double {
        lead - metrics.capHeight / 2 + lineHeight * Double(max(lines.count, 1) - 1) / 2
    }
}
