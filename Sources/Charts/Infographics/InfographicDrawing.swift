internal import Scene

/// What of a page one block takes: its parts with the top left corner at the origin, and its height.
struct InfographicBody {
    var parts: [InfographicSheet.Part]
    var height: Double

    init(_ parts: [InfographicSheet.Part], height: Double) {
        self.parts = parts
        self.height = height
    }

    /// The same, lower on the page; what is empty stays away, so that nothing is read of it.
    func moved(down y: Double) -> [InfographicSheet.Part] { moved(by: Point(0, y)) }

    func moved(by offset: Point) -> [InfographicSheet.Part] {
        offset == .zero
            ? parts
            : parts.filter { !$0.nodes.isEmpty }.map {
                .init($0.meaning, [.group(Group("content", offset: offset, nodes: $0.nodes))])
            }
    }
}

/// Draws the parts of an infographic at given sizes, each with its top left corner at the origin.
struct InfographicDrawing {
    let sizes: InfographicFormat.Sizes
    let theme: ChartTheme
    let measurer: any TextMeasurer
    /// From the left edge of a column to that of the next.
    let pitch: Double
    let cuts = Cuts()

    /// How many words had to be cut because they are wider than their line.
    final class Cuts {
        var count = 0
    }

    /// Type of an infographic: figures of their own width, for there are no columns of numbers; headings and larger
    /// type a little closer.
    func style(_ size: Double, _ weight: TextStyle.Weight = .regular, _ color: Color? = nil) -> TextStyle {
        let tracking = weight == .bold ? (size >= sizes.title ? -0.022 : -0.012) : 0
        return TextStyle(
            family: theme.family, weight: weight, size: size, color: color ?? theme.ink,
            figures: .proportional, tracking: tracking)
    }

    func text(_ text: String, _ style: TextStyle, width: Double) -> TextBlock {
        cuts.count += text.split(whereSeparator: { " -/–".contains($0) }).count {
            measurer.width(of: String($0), style: style) > width
        }
        return TextBlock(
            text, style: style, width: width, measurer: measurer, leading: style.weight == .bold ? 1.2 : 1.3)
    }

    // MARK: Band and foot

    /// The title; a little smaller where that saves a line.
    func title(_ text: String, width: Double) -> TextBlock {
        var style = style(sizes.title, .bold, theme.background)
        // A long name is set smaller rather than cut.
        let longest =
            text.split(separator: " ").map { measurer.width(of: String($0), style: style) }.max() ?? 0
        if longest > width { style.size = max(style.size * width / longest * 0.999, sizes.subtitle) }
        let lines = TextWrapping(style: style, measurer: measurer).lines(text, width: width).count
        for factor in [0.95, 0.9, 0.85, 0.8] {
            var smaller = style
            smaller.size = max(smaller.size * factor, sizes.subtitle)
            if TextWrapping(style: smaller, measurer: measurer).lines(text, width: width).count < lines {
                style = smaller
                break
            }
        }
        return self.text(text, style, width: width)
    }

    func subtitle(_ text: String, width: Double) -> TextBlock {
        self.text(text, style(sizes.subtitle, .regular, theme.background), width: width)
    }

    /// The notice across, then base and source beside each other where that is lower, else one below the other; logos at
    /// their right.
    ///
    /// `columns` are the left edges of the twelve columns, and the right edge of the last.
    func foot(_ foot: Infographic.Foot, columns: [Double], gutter: Double) -> InfographicBody {
        let right = columns.last ?? 0
        let signs = logos(foot.logos, width: right * 0.3)
        let width = right - (signs.width > 0 ? signs.width + gutter : 0)
        let quiet = style(sizes.foot, .regular, theme.quiet)
        let notice = text(foot.notice, style(sizes.foot, .semibold), width: right)
        let top = notice.height > 0 ? notice.height + sizes.foot * 0.4 : 0
        func arranged(_ column: Int?) -> InfographicBody {
            let base = text(foot.base, quiet, width: column.map { columns[$0] - gutter } ?? width)
            let source = text(foot.source, quiet, width: column.map { width - columns[$0] } ?? width)
            let y = column == nil ? top + base.height : top
            return InfographicBody(
                [
                    .init(.text, notice.nodes(x: 0, y: 0)), .init(.text, base.nodes(x: 0, y: top)),
                    .init(.text, source.nodes(x: column.map { columns[$0] } ?? 0, y: y)),
                ], height: column == nil ? y + source.height : y + max(base.height, source.height))
        }
        // A column narrower than ten letters as wide as high would be a stack of single words.
        let columns = [7, 6, 8].filter { width - columns[$0] >= sizes.foot * 10 }
        var best = arranged(columns.first)
        for other in columns.dropFirst().map(arranged) + [arranged(nil)]
        where other.height < best.height - 0.01 {
            best = other
        }
        let height = max(best.height, top + signs.height)
        let y = top + (height - top - signs.height) / 2
        let moved = signs.parts(at: Point(right - signs.width, y))
        return InfographicBody(best.parts + moved, height: height)
    }

    // MARK: Blocks

    /// The most that a picture takes of its block: a wide one is smaller, so that the words have room.
    static let widestPicture = 0.3

    /// Heading and note, at the right of the block's picture.
    ///
    /// A large number has the picture beside itself.
    func head(_ block: Infographic.Block, width: Double) -> InfographicBody {
        let picture =
            block.isHero
            ? nil
            : looks(block.picture).map {
                placed($0, height: sizes.picture, width: width * Self.widestPicture)
            }
        let x = picture.map { $0.width + sizes.heading * 0.7 } ?? 0
        let heading = text(block.heading, style(sizes.heading, .bold), width: width - x)
        let note = text(
            block.isHero ? "" : block.note, style(sizes.note, .regular, theme.quiet), width: width - x)
        let gap = heading.height > 0 && note.height > 0 ? sizes.note * 0.2 : 0
        let words = heading.height + gap + note.height
        let height = max(words, picture?.height ?? 0)
        let y = (height - words) / 2
        let beside = picture.map { [$0.part(at: Point(0, 0))] } ?? []
        return InfographicBody(
            beside + [
                .init(.heading, heading.nodes(x: x, y: y)),
                .init(.text, note.nodes(x: x, y: y + heading.height + gap)),
            ], height: height)
    }

    /// A block whose content begins below a head of at least `headHeight`, and whose bars have their labels at the left in
    /// at least `labels`, or above.
    func block(_ block: Infographic.Block, width: Double, headHeight: Double, labels: Double?)
        -> InfographicBody
    {
        if isWide(block, width: width) { return wide(block, width: width) }
        let head = head(block, width: width)
        var y = max(head.height, headHeight)
        if y > 0 { y += sizes.heading * (block.isPictogram ? 0.8 : 0.6) }
        let body =
            switch block.content {
            case .hero(let share, let sentence):
                hero(share, sentence, of: block, width: width, isFirst: y == 0)
            case .bars(let rows): bars(rows, width: width, labels: labels)
            case .pairs(let names, let rows): pairs(names, rows, width: width, labels: labels)
            case .pictogram(let filled):
                people(filled, color: block.needsAttention ? theme.attention : theme.main, width: width)
            case .finding(let statements): findings(statements, width: width)
            case .quotation(let words, let speaker): quotation(words, speaker: speaker, width: width)
            case .picture(let picture, let alternative):
                self.picture(picture, alternative: alternative, width: width)
            }
        return InfographicBody(head.parts + body.moved(down: y), height: y + body.height)
    }

    /// A pictogram that has the page's width for itself: head at the left, people at the right.
    private func wide(_ block: Infographic.Block, width: Double) -> InfographicBody {
        guard case .pictogram(let filled) = block.content else { return InfographicBody([], height: 0) }
        let x = pitch * Double(block.columns / 2)
        let head = head(block, width: x - sizes.heading)
        let people = people(
            filled, color: block.needsAttention ? theme.attention : theme.main, width: width - x)
        let height = max(head.height, people.height)
        return InfographicBody(
            head.moved(down: (height - head.height) / 2)
                + people.moved(by: Point(x, (height - people.height) / 2)), height: height)
    }

    /// Whether people would leave more than a quarter of the width empty: they stand beside their heading.
    private func isWide(_ block: Infographic.Block, width: Double) -> Bool {
        block.isPictogram && Pictogram.widest(height: sizes.person) < width * 0.75
            && width / 2 >= sizes.heading * 11
    }

    /// How far below the top of a block the capitals of a heading begin.
    var capTop: Double {
        let heading = text("H", style(sizes.heading, .bold), width: .infinity)
        return heading.lastBaseline - measurer.metrics(of: heading.style).capHeight
    }

    private func people(_ filled: Int, color: Color, width: Double) -> InfographicBody {
        let drawn = Pictogram(filled: filled, color: color, outline: theme.palette.outline)
            .drawn(width: width, height: sizes.person)
        return InfographicBody(
            [.init(.figure(Infographic.spoken(people: filled)), drawn.nodes)], height: drawn.height)
    }
}

extension Infographic.Block {
    var isPictogram: Bool { if case .pictogram = content { true } else { false } }

    var isHero: Bool { if case .hero = content { true } else { false } }

    /// Whether the first thing at its top is a line of text or a number.
    var beginsWithText: Bool {
        if isHero { return true }
        return picture == nil && (!heading.isEmpty || !note.isEmpty)
    }
}
