import Document
import Scene

/// Sets the table of contents: sections, and the parts of sections where a page holds them, with leaders and page
/// numbers.
struct ContentsSetter {
    let setter: BlockSetter

    private var theme: PrintTheme { setter.theme }
    /// The heights of a section of one line, of a part of one line, and of the heading, with the room below each.
    private var entryHeight: Double { theme.body.leading + 8 }
    private var partHeight: Double { theme.figureSubtitle.leading + 3 }
    private var headHeight: Double { theme.section.leading + 64 }

    /// - Parameter room: how high the page still is, below what stands above the contents.
    func slabs(_ contents: Contents, room available: Double) -> [Slab] {
        let heading = Block(.heading(level: 2, [.text("Contents")]), id: "contents")
        let room = BlockSetter.Room(measure: theme.measure, width: theme.width(.portrait))
        var slabs = setter.slabs([heading], in: StructureBuilder.root, room: room)
        let list = setter.structure.open(.contents, in: StructureBuilder.root)
        let parts = contents.entries.reduce(0) { $0 + $1.children.count }
        let height = Double(contents.entries.count) * entryHeight + Double(parts) * partHeight
        let hasParts = height < available - headHeight
        // A list that is a little too long for its page stands closer, rather than end on another one.
        let excess = Double(contents.entries.count) * entryHeight - (available - headHeight)
        let gap = excess > 0 ? max(0, 7 - excess / Double(max(contents.entries.count, 1))) : 7
        for entry in contents.entries {
            slabs += self.entry(entry, level: 2, in: list).spaced(before: gap, after: 0)
            guard hasParts, !entry.children.isEmpty else { continue }
            let inner = setter.structure.open(.contents, in: list)
            for child in entry.children {
                slabs += self.entry(child, level: 3, in: inner).spaced(before: 2, after: 0)
            }
        }
        return slabs
    }

    private func entry(_ entry: Contents.Entry, level: Int, in list: Int) -> [Slab] {
        let structure = setter.structure
        let indent = level == 2 ? 0.0 : 18.0
        let right = theme.measure
        var type = level == 2 ? theme.body : theme.figureSubtitle
        type.leading += 1
        if level == 2 { type.weight = theme.contentsWeight }
        let style = theme.style(type, theme.ink)
        let item = structure.open(.contentsItem, in: list)
        let maker = RunMaker(structure: structure, linkColor: theme.ink, emphasis: theme.emphasis) { _ in }
        var runs = maker.linked(
            [.text(entry.title + " ")], style: style, in: structure.open(.reference, in: item),
            target: .place(entry.id), description: entry.title)
        guard let link = runs.first?.link else { return [] }
        // The whole row is the link; the words themselves are not underlined.
        for index in runs.indices { runs[index].link = nil }
        let block = Block(.paragraph([]), id: entry.id)
        let lines = setter.lines(
            runs, style: style, leading: type.leading, width: right - indent - 44, block, isBalanced: false)
        guard let last = lines.last else { return [] }
        let lastWidth =
            last.pieces.flatMap(\.nodes).reduce(0.0) { width, node in
                if case .text(let line) = node { max(width, line.origin.x + line.advance) } else { width }
            }
        var slab = lines.indented(by: indent).merged(owner: setter.owner(block, "the contents"))
        slab.places = []
        let baseline =
            slab.height - type.leading
            + LineSetting.baseline(style, leading: type.leading, measurer: setter.measurer)
        slab.pageNumbers = [
            Slab.PageNumber(
                place: entry.id, right: right, baseline: baseline, style: style,
                part: structure.content(in: link.element))
        ]
        slab.links = [
            Slab.Link(
                area: Rect(x: indent, y: 0, width: right - indent, height: slab.height), target: link.target,
                element: link.element, description: entry.title)
        ]
        slab.decorate(leader(from: indent + lastWidth + 4, to: right - 26, y: baseline - 1))
        return [slab]
    }

    /// Dots at places that are the same in every row.
    private func leader(from left: Double, to right: Double, y: Double) -> [Node] {
        let step = 5.0
        var nodes: [Node] = []
        var x = (left / step).rounded(.up) * step
        while x <= right {
            nodes.append(
                .shape(Shape(.circle(center: Point(x, y), radius: 0.55), fill: .color(theme.quiet))))
            x += step
        }
        return nodes
    }
}
