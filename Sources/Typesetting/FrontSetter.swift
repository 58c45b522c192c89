import Document
import Scene

/// Sets the front page: kicker and title on a band of the main colour, the lead, notices, a picture that stands alone, logos and
/// the imprint at the foot.
struct FrontSetter {
    let setter: BlockSetter
    let front: FrontMatter

    private var theme: PrintTheme { setter.theme }
    private var width: Double { theme.width(.portrait) }

    /// How many blocks at the beginning belong on the front: those up to the title, the lead and pictures without words after it.
    static func count(_ blocks: [Block]) -> Int {
        var count = 0
        for block in blocks {
            switch block.content {
            case .heading(level: 1, _), .callout(.kicker, _), .callout(.lead, _): count += 1
            case .pictures(let rows) where count > 0 && rows.allSatisfy(\.words.isEmpty): count += 1
            default: return count
            }
        }
        return count
    }

    func slab(_ blocks: [Block]) -> Slab {
        let height = theme.height(.portrait)
        var slab = Slab(height: height, owner: Slab.Owner(name: "the front page"))
        slab.isFront = true
        slab.startsPage = true
        var y = theme.frontTop
        func add(_ slabs: [Slab]) {
            var merged = slabs.merged(owner: slab.owner)
            let height = merged.height
            merged.move(by: Point(0, y))
            slab.pieces += merged.pieces
            slab.links += merged.links
            slab.places += merged.places
            slab.bookmark = slab.bookmark ?? merged.bookmark
            y += height
        }
        let pictures = blocks.filter { if case .pictures = $0.content { true } else { false } }
        let words = blocks.filter { if case .pictures = $0.content { false } else { true } }
        let bandEnd = words.lastIndex { if case .callout(.lead, _) = $0.content { false } else { true } }
        for (index, block) in words.enumerated() {
            add(slabs(block))
            slab.places.append(block.id)
            if index == bandEnd {
                let bottom = y + (theme.hasBand ? 46 : 22)
                slab.decorate([ground(to: bottom)])
                y = bottom + 34
            } else {
                y += 14
            }
        }
        for notice in front.notices {
            y += 10
            add(box(notice))
        }
        let imprint = logos().rows + imprint(width: theme.measure)
        slab.height = max(height, y + 24 + imprint.height)
        for block in pictures {
            add(setter.fitted(block, below: y + 16, above: slab.height - imprint.height - 14))
            slab.places.append(block.id)
        }
        y = slab.height - imprint.height
        add(imprint)
        return slab
    }

    /// The band behind the title, or the line below it.
    func ground(to bottom: Double) -> Node {
        guard theme.hasBand else {
            return setter.filled(Rect(x: 0, y: bottom - 3, width: theme.measure, height: 3), theme.main)
        }
        let band = Rect(
            x: -theme.sideMargin, y: -theme.topMargin, width: theme.paper.width,
            height: theme.topMargin + bottom)
        return setter.filled(band, theme.main)
    }

    func slabs(_ block: Block) -> [Slab] {
        func set(
            _ words: [Inline], _ type: PrintTheme.TypeSize, _ color: Color, _ role: StructureElement.Role
        ) -> [Slab] {
            setter.paragraph(
                words, type, color: color, in: setter.structure.open(role, in: StructureBuilder.root),
                width: width, block, isBalanced: role == .heading1)
        }
        switch block.content {
        case .heading(_, let words):
            var slabs = set(words, titleType(words), theme.hasBand ? .white : theme.main, .heading1)
            if !slabs.isEmpty { slabs[0].bookmark = Slab.Bookmark(title: words.plainText, level: 1) }
            return slabs
        case .callout(let kind, let inside):
            return inside.flatMap { block -> [Slab] in
                guard case .paragraph(let words) = block.content else {
                    return setter.slabs(
                        block, in: StructureBuilder.root,
                        room: BlockSetter.Room(measure: theme.measure, width: width))
                }
                return kind == .kicker
                    ? set(words, theme.kicker, theme.hasBand ? .white : theme.quiet, .paragraph)
                    : set(words, theme.lead, theme.ink, .paragraph)
            }
        default: return []
        }
    }

    /// The type of the title, smaller where it would take more than about four lines.
    private func titleType(_ words: [Inline]) -> PrintTheme.TypeSize {
        let lines = setter.measurer.width(of: words.plainText, style: theme.style(theme.title)) / width
        var type = theme.title
        let scale = lines > 6 ? 0.64 : lines > 4.2 ? 0.8 : 1
        (type.size, type.leading) = ((type.size * scale).rounded(), (type.leading * scale).rounded())
        return type
    }

    func box(_ notice: FrontMatter.Notice) -> [Slab] {
        let words = setter.paragraph(
            [.strong([.text(notice.label)]), .text(" " + notice.text)], theme.body,
            in: setter.structure.open(.paragraph, in: StructureBuilder.root), width: theme.measure - 28,
            Block(.rule))
        return setter.box(words, ground: theme.attentionGround, bar: theme.attention, width: theme.measure)
    }

    /// The logos in rows, each at one height unless it is too wide; and how wide the widest row is.
    func logos() -> (rows: [Slab], width: Double) {
        var width = 0.0
        let (tall, gap, structure) = (38.0, 28.0, setter.structure)
        var rows: [Slab] = []
        var x = Double.infinity
        for logo in front.logos where logo.picture.size.width > 0 && logo.picture.size.height > 0 {
            let size = logo.picture.size
            let scale = min(tall / size.height, theme.measure / 2 / size.width)
            if x + size.width * scale > theme.measure {
                rows.append(Slab(height: tall, owner: Slab.Owner(name: "the logos")))
                x = 0
            }
            let element = structure.open(.figure, in: StructureBuilder.root) {
                $0.alternative = logo.alternative
            }
            let place = Point(x, (tall - size.height * scale) / 2)
            rows[rows.count - 1].pieces.append(
                TaggedPage.Piece(
                    structure.content(in: element),
                    nodes: [logo.picture.group("logo", at: place, scaledBy: scale)]))
            width = max(width, x + size.width * scale)
            x += size.width * scale + gap
        }
        for index in rows.indices { rows[index].after = 16 }
        return (rows, width)
    }

    func imprint(width: Double) -> [Slab] {
        front.imprint.flatMap { line in
            setter.paragraph(
                [.text(line)], theme.figureSubtitle, color: theme.quiet,
                in: setter.structure.open(.paragraph, in: StructureBuilder.root), width: width,
                Block(.rule)
            ).spaced(before: 0, after: 3)
        }
    }
}
