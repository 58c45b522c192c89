internal import Scene

// A number as large as it can be, and its sentence.
extension InfographicDrawing {
    /// The per cent sign's size beside the digits'.
    private static let sign = 0.5
    /// The room between number and picture, of the number's height.
    private static let apart = 0.3
    /// How high a picture beside the number is, of the number's height.
    private static let tall = 1.08

    /// Where the parts of a large number stand in their block.
    private struct HeroPlan {
        var number: TextStyle
        /// Where the sentence begins at the number's right; nil where it stands below.
        var beside: Double?
        var wordsWidth: Double
        /// At the right edge, level with the number, or with the sentence where the number takes all of the width.
        var picture: PlacedPicture?
        var isPictureBelow = false
    }

    /// The number as large as the page has it, or as its width allows, and the best place for the others: sentence and
    /// picture beside it; the picture alone; neither.
    private func plan(_ share: String, width: Double, picture: Picture?) -> HeroPlan {
        let looks = looks(picture)
        let alone = heroStyle(share, width: width)
        func drawn(_ style: TextStyle) -> PlacedPicture? {
            looks.map {
                placed(
                    $0, height: measurer.metrics(of: style).capHeight * Self.tall,
                    width: width * Self.widestPicture)
            }
        }
        func taken(_ picture: PlacedPicture?, _ style: TextStyle) -> Double {
            picture.map { $0.width + measurer.metrics(of: style).capHeight * Self.apart } ?? 0
        }
        let numberWidth = digits(share, alone).width
        let x = ((numberWidth + sizes.sentence * 0.9) / pitch).rounded(.up) * pitch
        let besideWidth = width - x - taken(drawn(alone), alone)
        if alone.size == sizes.hero, besideWidth >= sizes.sentence * Self.leastWords {
            return HeroPlan(
                number: alone, beside: x, wordsWidth: besideWidth,
                picture: drawn(alone))
        }
        guard let natural = drawn(alone) else {
            return HeroPlan(number: alone, wordsWidth: width)
        }
        let room = width - taken(natural, alone)
        let smaller = heroStyle(share, width: room)
        if smaller.size >= alone.size * Self.leastBeside {
            return HeroPlan(
                number: smaller, wordsWidth: width,
                picture: drawn(smaller))
        }
        var low = natural
        low.factor *= min(1, sizes.picture * 1.4 / natural.height)
        let narrowed = width - low.width - sizes.sentence
        let isRoomy = narrowed >= sizes.sentence * Self.leastWords
        return HeroPlan(
            number: alone, wordsWidth: isRoomy ? narrowed : width,
            picture: isRoomy ? low : nil, isPictureBelow: isRoomy)
    }

    /// A sentence has room for so many letters as wide as high.
    private static let leastWords = 11.0
    /// A number that would be smaller than this share of its size gives its picture up.
    private static let leastBeside = 0.85

    private func heroStyle(_ share: String, width: Double) -> TextStyle {
        var unit = style(100, .bold, theme.main)
        unit.tracking = -0.035
        unit.size = min(sizes.hero, width / (digits(share, unit).width + 4) * 100)
        return unit
    }

    /// How far the room of a block's letters reaches above its top: that of a large number does.
    func overrun(_ block: Infographic.Block, width: Double) -> Double {
        guard case .hero(let share, _) = block.content, block.heading.isEmpty else {
            return 0
        }
        let metrics = measurer.metrics(of: plan(share, width: width, picture: block.picture).number)
        return max(metrics.ascent - metrics.capHeight - capTop, 0)
    }

    /// The number with a small per cent sign; at the top of a block it is level with the capitals of a heading beside
    /// it.
    ///
    /// The sentence stands at its right, on the next column, where there is room for it, else below; the note stands
    /// below the sentence. A picture keeps to the right edge.
    func hero(_ share: String, _ sentence: String, of block: Infographic.Block, width: Double, isFirst: Bool)
        -> InfographicBody
    {
        var plan = plan(share, width: width, picture: block.picture)
        if block.needsAttention { plan.number.color = theme.attention }
        let metrics = measurer.metrics(of: plan.number)
        let words = text(sentence, style(sizes.sentence), width: plan.wordsWidth)
        let aside = text(
            block.note, style((sizes.note + sizes.label) / 2, .regular, theme.quiet), width: plan.wordsWidth)
        let asideGap = aside.height > 0 ? sizes.note * 0.5 : 0
        let wordsHeight = words.height + asideGap + aside.height
        var baseline = isFirst ? capTop + metrics.capHeight : metrics.ascent
        var origin = Point(0, baseline + max(metrics.descent, sizes.sentence * 0.8))
        if let x = plan.beside {
            origin = Point(x, baseline - metrics.capHeight / 2 - wordsHeight / 2)
            let lift = max(-origin.y, 0)
            baseline += lift
            origin.y += lift
        }
        let nodes = digits(share, plan.number).lines.map { line -> Node in
            var line = line
            line.origin.y = baseline
            return .text(line)
        }
        // Digits have no descenders; the room for them may reach into that between two rows, not beyond.
        let below = max(metrics.descent * 0.2, metrics.descent - sizes.air * 0.9)
        var height = max(
            origin.y + wordsHeight, words.lines.isEmpty || origin.x > 0 ? baseline + below : 0)
        var parts: [InfographicSheet.Part] = []
        if let picture = plan.picture {
            let top =
                plan.isPictureBelow
                ? origin.y + max(wordsHeight - picture.height, 0) / 2
                : baseline - (metrics.capHeight + picture.height) / 2
            parts.append(picture.part(at: Point(width - picture.width, top)))
            height = max(height, top + picture.height)
        }
        return InfographicBody(
            parts + [
                .init(.text, nodes + words.nodes(x: origin.x, y: origin.y)),
                .init(.text, aside.nodes(x: origin.x, y: origin.y + words.height + asideGap)),
            ], height: height)
    }

    /// Digits and sign on one line, and their width.
    private func digits(_ share: String, _ number: TextStyle) -> (lines: [TextLine], width: Double) {
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
