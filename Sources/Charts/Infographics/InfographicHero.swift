internal import Scene

// A number as large as it can be, and its sentence.
extension InfographicDrawing {
    /// The per cent sign's size beside the digits'.
    private static let sign = 0.5

    /// The type of a number that is to fill no more than the width.
    private func heroStyle(_ share: String, width: Double) -> TextStyle {
        var unit = style(100, .bold, theme.main)
        unit.tracking = -0.035
        let digits = measurer.width(of: String(share.filter { $0 != "%" }), style: unit)
        let sign = share.hasSuffix("%") ? measurer.width(of: "%", style: unit) * Self.sign : 0
        unit.size = min(sizes.hero, width / (digits + sign + 4) * 100)
        return unit
    }

    /// How far the room of a block's letters reaches above its top: that of a large number does.
    func overrun(_ block: Infographic.Block, width: Double) -> Double {
        guard case .hero(let share, _) = block.content, block.heading.isEmpty, block.note.isEmpty else {
            return 0
        }
        let metrics = measurer.metrics(of: heroStyle(share, width: width))
        return max(metrics.ascent - metrics.capHeight - capTop, 0)
    }

    /// The number with a small per cent sign; at the top of a block it is level with the capitals of a heading beside
    /// it.
    ///
    /// The sentence stands at its right, on the next column, where there is room for eleven letters as wide as high;
    /// else below.
    func hero(_ share: String, _ sentence: String, width: Double, isFirst: Bool) -> InfographicBody {
        let number = heroStyle(share, width: width)
        let metrics = measurer.metrics(of: number)
        var baseline = isFirst ? capTop + metrics.capHeight : metrics.ascent
        let (parts, numberWidth) = digits(share, number)
        let style = style(sizes.sentence)
        let gap = sizes.sentence * 0.9
        let x = ((numberWidth + gap) / pitch).rounded(.up) * pitch
        let isBeside = width - x >= sizes.sentence * 11
        let words = text(sentence, style, width: isBeside ? width - x : width)
        var origin = Point(0, baseline + max(metrics.descent, sizes.sentence * 0.8))
        if isBeside {
            origin = Point(x, baseline - metrics.capHeight / 2 - words.height / 2)
            let lift = max(-origin.y, 0)
            baseline += lift
            origin.y += lift
        }
        let nodes = parts.map { line -> Node in
            var line = line
            line.origin.y = baseline
            return .text(line)
        }
        let height = max(
            origin.y + words.height,
            words.lines.isEmpty || origin.x > 0 ? baseline + metrics.descent * 0.2 : 0)
        return InfographicBody([.init(.text, nodes + words.nodes(x: origin.x, y: origin.y))], height: height)
    }

    /// Digits and sign on one line, and their width.
    private func digits(_ share: String, _ number: TextStyle) -> ([TextLine], Double) {
        let hasSign = share.hasSuffix("%")
        let digits = hasSign ? String(share.dropLast()) : share
        let advance = measurer.width(of: digits, style: number)
        // Large figures have room at their left that would set them in from the edge of the column.
        let bearing = number.size * 0.045
        var lines = [TextLine(digits, style: number, origin: Point(-bearing, 0), advance: advance)]
        guard hasSign else { return (lines, advance) }
        var small = number
        small.size *= Self.sign
        let sign = measurer.width(of: "%", style: small)
        lines.append(
            TextLine(
                "%", style: small, origin: Point(advance - bearing + number.size * 0.03, 0), advance: sign))
        return (lines, advance + number.size * 0.03 + sign - bearing)
    }
}
