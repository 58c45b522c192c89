internal import Scene

/// Draws the parts of an infographic at given sizes, each with its top left corner at the origin.
struct InfographicDrawing {
    let sizes: InfographicFormat.Sizes
    let theme: ChartTheme
    let measurer: any TextMeasurer

    func style(_ size: Double, _ weight: TextStyle.Weight = .regular, _ color: Color? = nil) -> TextStyle {
        TextStyle(family: theme.family, weight: weight, size: size, color: color ?? theme.ink)
    }

    func text(_ text: String, _ style: TextStyle, width: Double) -> TextBlock {
        TextBlock(text, style: style, width: width, measurer: measurer)
    }

    // MARK: Band and foot

    /// The title on the main colour, across the page.
    func band(_ infographic: Infographic, format: InfographicFormat) -> DrawnBody {
        let width = format.width - 2 * format.margin
        let title = text(infographic.title, style(sizes.title, .bold, theme.background), width: width)
        let subtitle = text(
            infographic.subtitle, style(sizes.subtitle, .regular, theme.background), width: width)
        let edge = sizes.title * 0.85
        let gap = subtitle.height > 0 ? sizes.title * 0.12 : 0
        let height = edge + title.height + gap + subtitle.height + edge
        let ground = Shape(
            .rect(Rect(x: 0, y: 0, width: format.width, height: height), radius: 0), fill: .color(theme.main))
        return DrawnBody(
            nodes: [.shape(ground)] + title.nodes(x: format.margin, y: edge)
                + subtitle.nodes(x: format.margin, y: edge + title.height + gap), height: height)
    }

    /// The notice across, then the base at the left and the source from `right` on.
    func foot(_ foot: Infographic.Foot, left: Double, right: Double, width: Double) -> DrawnBody {
        let quiet = style(sizes.foot, .regular, theme.quiet)
        let notice = text(foot.notice, style(sizes.foot, .semibold), width: width)
        let base = text(foot.base, quiet, width: left)
        let source = text(foot.source, quiet, width: width - right)
        let y = notice.height > 0 ? notice.height + sizes.foot * 0.4 : 0
        return DrawnBody(
            nodes: notice.nodes(x: 0, y: 0) + base.nodes(x: 0, y: y) + source.nodes(x: right, y: y),
            height: y + max(base.height, source.height))
    }

    // MARK: Blocks

    /// Heading and note.
    func head(_ block: Infographic.Block, width: Double) -> DrawnBody {
        let heading = text(block.heading, style(sizes.heading, .bold), width: width)
        let note = text(block.note, style(sizes.note, .regular, theme.quiet), width: width)
        let gap = heading.height > 0 && note.height > 0 ? sizes.note * 0.15 : 0
        return DrawnBody(
            nodes: heading.nodes(x: 0, y: 0) + note.nodes(x: 0, y: heading.height + gap),
            height: heading.height + gap + note.height)
    }

    /// A block whose content begins below a head of at least `headHeight`.
    func block(_ block: Infographic.Block, width: Double, headHeight: Double) -> DrawnBody {
        let head = head(block, width: width)
        var nodes = head.nodes
        var y = max(head.height, headHeight)
        if y > 0 { y += sizes.heading * 0.7 }
        let body =
            switch block.content {
            case .hero(let share, let sentence): hero(share, sentence, width: width, isFirst: y == 0)
            case .bars(let rows): bars(rows, width: width)
            case .pictogram(let filled):
                Pictogram(filled: filled, theme: theme).drawn(width: width, height: sizes.person)
            case .finding(let sentences): findings(sentences, width: width)
            }
        nodes.append(.group(Group("content", offset: Point(0, y), nodes: body.nodes)))
        return DrawnBody(nodes: nodes, height: y + body.height)
    }

    /// The type of a number that is to fill no more than the width, its per cent sign half as large.
    private func heroStyle(_ share: String, width: Double) -> TextStyle {
        let unit = style(100, .bold)
        let digits = measurer.width(of: String(share.filter { $0 != "%" }), style: unit)
        let sign = share.hasSuffix("%") ? measurer.width(of: "%", style: unit) * Self.sign : 0
        return style(min(sizes.hero, width / (digits + sign + 4) * 100), .bold, theme.main)
    }

    private static let sign = 0.5

    /// How far below the top of a block the capitals of a heading begin.
    private var capTop: Double {
        let heading = text("H", style(sizes.heading, .bold), width: .infinity)
        return heading.lastBaseline - measurer.metrics(of: heading.style).capHeight
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
    private func hero(_ share: String, _ sentence: String, width: Double, isFirst: Bool) -> DrawnBody {
        let hasSign = share.hasSuffix("%")
        let digits = hasSign ? String(share.dropLast()) : share
        let number = heroStyle(share, width: width)
        let metrics = measurer.metrics(of: number)
        let baseline = isFirst ? capTop + metrics.capHeight : metrics.ascent
        let advance = measurer.width(of: digits, style: number)
        // Large figures have room at their left that would set them in from the edge of the column.
        let bearing = number.size * 0.045
        var nodes: [Node] = [
            .text(TextLine(digits, style: number, origin: Point(-bearing, baseline), advance: advance))
        ]
        if hasSign {
            let small = style(number.size * Self.sign, .bold, theme.main)
            nodes.append(
                .text(
                    TextLine(
                        "%", style: small, origin: Point(advance - bearing, baseline),
                        advance: measurer.width(of: "%", style: small))))
        }
        let words = text(sentence, style(sizes.sentence), width: width)
        let y = baseline + max(metrics.descent, sizes.sentence * 0.8)
        return DrawnBody(nodes: nodes + words.nodes(x: 0, y: y), height: y + words.height)
    }

    private func findings(_ sentences: [String], width: Double) -> DrawnBody {
        let inset = sizes.heading
        var nodes: [Node] = []
        var y = 0.0
        for sentence in sentences {
            if y > 0 { y += sizes.heading * 0.8 }
            let words = text(sentence, style(sizes.label * 1.1), width: width - inset)
            let mark = Rect(x: 0, y: y, width: inset * 0.25, height: words.height)
            nodes.append(.shape(Shape(.rect(mark, radius: 0), fill: .color(theme.main))))
            nodes += words.nodes(x: inset, y: y)
            y += words.height
        }
        return DrawnBody(nodes: nodes, height: y)
    }

    // MARK: Bars

    /// Labels at the left, bars to the right edge at 100%, each value inside its bar where it fits.
    private func bars(_ rows: [ShareBars.Row], width: Double) -> DrawnBody {
        let labelStyle = style(sizes.label)
        let labels = rows.map { text($0.label, labelStyle, width: width * 0.44) }
        let labelWidth = labels.map(\.width).max() ?? 0
        let barX = labelWidth > 0 ? (labelWidth + sizes.label).rounded(.up) : 0
        var nodes: [Node] = []
        var y = 0.0
        for (row, label) in zip(rows, labels) {
            if y > 0 { y += sizes.barGap }
            let mark = bar(row.bars.first?.content, width: width - barX)
            let height = max(label.height, mark.height)
            let moved = Group(
                "bar", offset: Point(barX, y + (height - mark.height) / 2), nodes: mark.nodes)
            nodes.append(
                .group(
                    Group(
                        "row \(row.label)",
                        nodes: label.nodes(x: 0, middle: y + height / 2) + [.group(moved)])))
            y += height
        }
        return DrawnBody(nodes: nodes, height: y)
    }

    private func bar(_ content: ShareBars.Content?, width: Double) -> DrawnBody {
        guard case .share(let percent, let label) = content, (0...100).contains(percent) else {
            let words = if case .words(let words) = content { words } else { "Not shown" }
            let block = text(words, style(sizes.note, .regular, theme.quiet), width: width)
            return DrawnBody(nodes: block.nodes(x: 0, y: 0), height: max(block.height, sizes.bar))
        }
        let spare = sizes.label * 0.5
        let value = style(sizes.label, .bold)
        let advance = measurer.width(of: label, style: value)
        // A value beside a bar too short for it ends within twice its width and the spare room.
        let whole = 2 * advance + 3 * spare <= width ? width : max(width - advance - spare, 0)
        let length = percent > 0 ? max(whole * percent / 100, 1.5) : 0
        let isInside = length >= advance + 2 * spare
        let inner = text(
            label, style(sizes.label, .bold, isInside ? theme.background : theme.ink), width: .infinity)
        let rect = Rect(x: 0, y: 0, width: length, height: sizes.bar)
        let ground = length > 0 ? [Node.shape(Shape(.rect(rect, radius: 0), fill: .color(theme.main)))] : []
        let x = isInside ? length - spare - advance : length + spare
        return DrawnBody(
            nodes: ground + inner.nodes(x: x, middle: sizes.bar / 2), height: sizes.bar)
    }
}
