import Diagnostics
import Document
import Scene

/// Sets the blocks of a document as slabs, and builds the structure beside them.
struct BlockSetter {
    let theme: PrintTheme
    let measurer: any TextMeasurer
    let structure: StructureBuilder
    let log: DiagnosticLog

    /// The shortest line that words are set in.
    private static let leastMeasure = 100.0

    /// The room that blocks are set in.
    struct Room {
        /// Of running text.
        var measure: Double
        /// Of figures and tables.
        var width: Double

        func narrowed(by inset: Double) -> Room { Room(measure: measure - inset, width: width - inset) }
    }

    /// The blocks of the top, each with the room that it wants around it.
    func slabs(_ blocks: [Block], in element: Int, room: Room) -> [Slab] {
        blocks.indices.flatMap { index in
            let block = blocks[index]
            var slabs = slabs(block, in: element, room: room)
            if !slabs.isEmpty, !block.id.isEmpty { slabs[0].places.append(block.id) }
            for index in slabs.indices {
                slabs[index].flow = block.content.flow
                slabs[index].continues = index > 0
            }
            if isIntroduction(index, of: blocks), slabs.count <= 4 {
                for line in slabs.indices { slabs[line].bond = max(slabs[line].bond, .weak) }
            }
            return slabs
        }
    }

    /// Whether a block is the only words between a heading and what they introduce: alone at the foot of a page
    /// they would introduce nothing.
    private func isIntroduction(_ index: Int, of blocks: [Block]) -> Bool {
        guard index > 0, index + 1 < blocks.count, case .paragraph = blocks[index].content,
            case .heading = blocks[index - 1].content
        else { return false }
        switch blocks[index + 1].content {
        case .heading, .figure, .table, .numbers, .pictures: return true
        default: return false
        }
    }

    func slabs(_ block: Block, in element: Int, room: Room) -> [Slab] {
        guard room.measure >= Self.leastMeasure else {
            log.error(
                "\(owner(block, "the block").name) stands within so many others that no room is left for it",
                at: block.location,
                hints: ["take it out of some of the quotations, boxes and lists around it"])
            return []
        }
        return set(block, in: element, room: room)
    }

    private func set(_ block: Block, in element: Int, room: Room) -> [Slab] {
        switch block.content {
        case .heading(let level, let words): heading(level, words, block, in: element, room: room)
        case .paragraph(let words):
            paragraph(
                words, theme.body, in: structure.open(.paragraph, in: element), width: room.measure, block
            )
            .spaced(before: 0, after: 8)
        case .list(let list): self.list(list, block, in: element, room: room)
        case .quotation(let inside): quotation(inside, block, in: element, room: room)
        case .callout(let kind, let inside): callout(kind, inside, block, in: element, room: room)
        case .code(let code): self.code(code, block, in: element, room: room)
        case .rule: rule(block, room: room)
        case .table(let table):
            self.table(
                table, block, in: element, room: room, caption: [table.caption], name: "the table",
                isSmall: table.isReference
            )
            .spaced(before: 12, after: 16)
        case .figure(let figure): self.figure(figure, block, in: element, room: room)
        case .numbers(let rows): numbers(rows, block, in: element, room: room)
        case .pictures(let rows): pictures(rows, block, in: element, room: room)
        case .directive(let directive):
            // `Manuscript.resolving` puts blocks in the place of every directive, or throws: only a fault of ours leads here.
            preconditionFailure("the directive '\(directive.name)' must be resolved before it is set")
        }
    }

    /// Words as lines.
    ///
    /// The first two lines stay together, and the last two.
    func paragraph(
        _ words: [Inline], _ type: PrintTheme.TypeSize, color: Color? = nil, in element: Int, width: Double,
        _ block: Block, isBalanced: Bool = false, edge: LineSetting.Edge = .left
    ) -> [Slab] {
        let runs = runs(words, type, color: color, in: element, block)
        return lines(
            runs, style: theme.style(type, color), leading: type.leading, width: width, block,
            isBalanced: isBalanced, edge: edge)
    }

    func runs(
        _ words: [Inline], _ type: PrintTheme.TypeSize, color: Color? = nil, in element: Int, _ block: Block
    ) -> [TextRun] {
        let maker = RunMaker(
            structure: structure, linkColor: color ?? theme.main, emphasis: theme.emphasis
        ) { source in
            log.error(
                "the picture '\(source)' stands within words, where the PDF cannot show it",
                at: block.location,
                hints: ["ask for it in a paragraph of its own, as in ![…](picture:house)"])
        }
        return maker.runs(words, style: theme.style(type, color), element: element)
    }

    func lines(
        _ runs: [TextRun], style: TextStyle, leading: Double, width: Double, _ block: Block,
        isBalanced: Bool = false, edge: LineSetting.Edge = .left
    ) -> [Slab] {
        let lines = LineBreaking(runs: runs, measurer: measurer, isBalanced: isBalanced).lines(width: width)
        let setting = LineSetting(runs: runs, measurer: measurer, leading: leading, width: width, edge: edge)
        var slabs = setting.slabs(lines, style: style, owner: owner(block, "the paragraph"))
        for index in slabs.indices.dropLast() where index == 0 || index == slabs.count - 2 {
            slabs[index].bond = .strong
        }
        return slabs
    }

    func owner(_ block: Block, _ name: String) -> Slab.Owner {
        Slab.Owner(name: block.id.isEmpty ? name : "\(name) '\(block.id)'", location: block.location)
    }

    private func heading(_ level: Int, _ words: [Inline], _ block: Block, in element: Int, room: Room)
        -> [Slab]
    {
        let roles: [StructureElement.Role] = [
            .heading1, .heading2, .heading3, .heading4, .heading5, .heading6,
        ]
        let role = roles[min(max(level, 1), 6) - 1]
        let (type, before, after): (PrintTheme.TypeSize, Double, Double) =
            switch level {
            case 1: (theme.title, 0, 14)
            case 2: (theme.section, 30, 10)
            case 3: (theme.subsection, 22, 7)
            default: (theme.minorHeading, 16, 5)
            }
        let width = level < 3 ? room.width : room.measure
        let color = level < 4 ? theme.main : theme.ink
        var slabs = paragraph(
            words, type, color: color, in: structure.open(role, in: element), width: width, block,
            isBalanced: true)
        for index in slabs.indices { slabs[index].bond = index == slabs.count - 1 ? .weak : .strong }
        guard !slabs.isEmpty else { return [] }
        slabs[0].bookmark = Slab.Bookmark(title: words.plainText, level: level)
        if level == 2 { slabs[0].leastRoom = theme.height(.portrait) * theme.sectionRoom }
        return slabs.spaced(before: before * theme.air, after: after * theme.air)
    }

    private func rule(_ block: Block, room: Room) -> [Slab] {
        var slab = Slab(height: 1, owner: owner(block, "the rule"))
        slab.decorate([hairline(from: 0, to: room.measure, y: 0.5)])
        return [slab].spaced(before: 10, after: 14)
    }

    private func code(_ code: String, _ block: Block, in element: Int, room: Room) -> [Slab] {
        let words = code.split(separator: "\n", omittingEmptySubsequences: false)
            .map { Inline.text(String($0)) }
        let lines = words.enumerated().flatMap { $0 == 0 ? [$1] : [.lineBreak, $1] }
        let slabs = paragraph(
            lines, theme.table, in: structure.open(.code, in: structure.open(.paragraph, in: element)),
            width: room.measure - 24, block)
        return box(slabs, ground: theme.ground, bar: nil, width: room.measure).spaced(before: 8, after: 12)
    }

    func hairline(from left: Double, to right: Double, y: Double, _ color: Color? = nil, width: Double = 0.75)
        -> Node
    {
        .shape(
            Shape(
                .line(from: Point(left, y), to: Point(right, y)),
                stroke: Stroke(color ?? theme.rule, width: width)))
    }

    /// The slabs on a ground of their own, with a bar at the left if it has a colour.
    func box(_ inside: [Slab], ground: Color?, bar: Color?, width: Double) -> [Slab] {
        let padding = ground == nil ? 0.0 : 11.0
        let inset = bar == nil ? 12.0 : 16.0
        var slabs = inside.joined().indented(by: inset)
        guard !slabs.isEmpty else { return [] }
        slabs[0].move(by: Point(0, padding))
        slabs[0].height += padding
        slabs[0].before = 0
        slabs[slabs.count - 1].height += padding
        slabs[slabs.count - 1].after = 0
        for index in slabs.indices {
            // A little too tall, so that no seam shows between the slabs.
            let height = slabs[index].height + (index == slabs.count - 1 ? 0 : 0.4)
            var nodes: [Node] = []
            if let ground { nodes.append(filled(Rect(x: 0, y: 0, width: width, height: height), ground)) }
            if let bar { nodes.append(filled(Rect(x: 0, y: 0, width: 4, height: height), bar)) }
            slabs[index].decorate(nodes)
        }
        return slabs
    }

    func filled(_ rect: Rect, _ color: Color) -> Node {
        .shape(Shape(.rect(rect, radius: 0), fill: .color(color)))
    }
}

extension BlockContent {
    /// Whether the block may wait for the next page, or pass what waits.
    fileprivate var flow: Slab.Flow {
        switch self {
        case .figure(let figure) where figure.kind == .chart && figure.table == nil: .figure
        case .paragraph, .list, .quotation, .callout, .code: .text
        default: .fixed
        }
    }
}
