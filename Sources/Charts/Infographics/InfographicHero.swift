internal import Scene

// A number as large as it can be, and its sentence.
extension InfographicDrawing {
    /// The per cent sign's size beside the digits'.
    private static let sign = 0.5
    /// The room between number and picture, of the number's height.
    private static let apart = 0.3
    /// How high a picture beside the number is, of the number's height.
    private static let tall = 1.08

    /// The type of a number that is to fill no more than the width with the picture beside it.
    ///
    /// A number that would be much smaller beside its picture does without.
    private func heroType(_ share: String, width: Double, beside picture: Picture?) -> (
        style: TextStyle, picture: Picture?
    ) {
        let alone = heroStyle(share, width: width, beside: nil)
        let shared = heroStyle(share, width: width, beside: picture)
        return shared.size < alone.size * Self.leastBeside ? (alone, nil) : (shared, picture)
    }

    private static let leastBeside = 0.85

    private func heroStyle(_ share: String, width: Double, beside picture: Picture?) -> TextStyle {
        var unit = style(100, .bold, theme.main)
        unit.tracking = -0.035
        let digits = measurer.width(of: String(share.filter { $0 != "%" }), style: unit)
        let sign = share.hasSuffix("%") ? measurer.width(of: "%", style: unit) * Self.sign : 0
        let breadth = picture.map { $0.size.width / max($0.size.height, 1) } ?? 0
        let drawn =
            picture == nil ? 0 : measurer.metrics(of: unit).capHeight * (breadth * Self.tall + Self.apart)
        unit.size = min(sizes.hero, width / (digits + sign + drawn + 4) * 100)
        return unit
    }

    /// How far the room of a block's letters reaches above its top: that of a large number does.
    func overrun(_ block: Infographic.Block, width: Double) -> Double {
        guard case .hero(let share, _) = block.content, block.heading.isEmpty else {
            return 0
        }
        let metrics = measurer.metrics(of: heroType(share, width: width, beside: looks(block.picture)).style)
        return max(metrics.ascent - metrics.capHeight - capTop, 0)
    }

    /// The number with a small per cent sign; at the top of a block it is level with the capitals of a heading beside
    /// it.
    ///
    /// The sentence stands at its right, on the next column, where there is room for eleven letters as wide as high;
    /// else below.
    ///
    /// A picture follows the number, a little higher than its digits; the note stands below the sentence.
    func hero(
        _ share: String, _ sentence: String, note: String, picture: Picture?, width: Double, isFirst: Bool
    ) -> InfographicBody {
        let (number, picture) = heroType(share, width: width, beside: looks(picture))
        let metrics = measurer.metrics(of: number)
        var baseline = isFirst ? capTop + metrics.capHeight : metrics.ascent
        let (parts, digitsWidth) = digits(share, number)
        let drawn = picture.map { placed($0, height: metrics.capHeight * Self.tall) }
        let pictureX = digitsWidth + metrics.capHeight * Self.apart
        let numberWidth = drawn.map { pictureX + $0.width } ?? digitsWidth
        let style = style(sizes.sentence)
        let gap = sizes.sentence * 0.9
        let x = ((numberWidth + gap) / pitch).rounded(.up) * pitch
        let isBeside = width - x >= sizes.sentence * 11
        let words = text(sentence, style, width: isBeside ? width - x : width)
        let aside = text(
            note, self.style((sizes.note + sizes.label) / 2, .regular, theme.quiet),
            width: isBeside ? width - x : width)
        let asideGap = aside.height > 0 ? sizes.note * 0.5 : 0
        let wordsHeight = words.height + asideGap + aside.height
        var origin = Point(0, baseline + max(metrics.descent, sizes.sentence * 0.8))
        if isBeside {
            origin = Point(x, baseline - metrics.capHeight / 2 - wordsHeight / 2)
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
            origin.y + wordsHeight,
            words.lines.isEmpty || origin.x > 0 ? baseline + metrics.descent * 0.2 : 0)
        let beside =
            drawn.map { [$0.part(at: Point(pictureX, baseline - (metrics.capHeight + $0.height) / 2))] } ?? []
        return InfographicBody(
            beside + [
                .init(.text, nodes + words.nodes(x: origin.x, y: origin.y)),
                .init(.text, aside.nodes(x: origin.x, y: origin.y + words.height + asideGap)),
            ], height: height)
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
