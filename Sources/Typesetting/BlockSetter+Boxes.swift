import Document
import Scene

extension BlockSetter {
    func quotation(_ inside: [Block], _ block: Block, in element: Int, room: Room) -> [Slab] {
        let element = structure.open(.quotation, in: element)
        let inner = room.narrowed(by: 20)
        var slabs = slabs(
            Array(inside.dropLast(inside.endsWithSpeaker ? 1 : 0)), in: element, room: inner)
        if inside.endsWithSpeaker, let last = inside.last {
            // Who spoke stands close below the words, on their page.
            if !slabs.isEmpty { (slabs[slabs.count - 1].after, slabs[slabs.count - 1].bond) = (3, .strong) }
            slabs += speaker(last, in: element, width: inner.measure)
        }
        return box(slabs, ground: nil, bar: theme.main, width: room.measure).spaced(before: 8, after: 14)
    }

    private func speaker(_ block: Block, in element: Int, width: Double) -> [Slab] {
        guard case .paragraph(let words) = block.content else { return [] }
        var slabs = paragraph(
            words, theme.figureSubtitle, color: theme.quiet, in: structure.open(.paragraph, in: element),
            width: width, block)
        if !slabs.isEmpty, !block.id.isEmpty { slabs[0].places.append(block.id) }
        return slabs
    }

    func callout(_ kind: Callout, _ inside: [Block], _ block: Block, in element: Int, room: Room) -> [Slab] {
        guard let label = kind.label else { return front(kind, inside, in: element, room: room) }
        let element = structure.open(.division, in: element)
        let color = kind == .caution ? theme.attention : theme.main
        var slabs = paragraph(
            [.text(label)], theme.label, color: color,
            in: structure.open(.paragraph, in: element), width: room.measure - 28, block)
        for index in slabs.indices { slabs[index].bond = .strong }
        slabs = slabs.spaced(before: 0, after: 2)
        slabs += self.slabs(inside, in: element, room: room.narrowed(by: 28))
        if kind == .notes {
            slabs.append(lines(4, width: room.measure - 28, block))
            for index in slabs.indices.dropLast() { slabs[index].bond = .strong }
        }
        let ground = kind == .caution ? theme.attentionGround : theme.ground
        return box(slabs, ground: ground, bar: color, width: room.measure).spaced(before: 10, after: 16)
    }

    /// Lines to write on by hand.
    private func lines(_ count: Int, width: Double, _ block: Block) -> Slab {
        let distance = 24.0
        var slab = Slab(height: Double(count) * distance, owner: owner(block, "the room for notes"))
        slab.decorate((1...count).map { hairline(from: 0, to: width, y: Double($0) * distance - 1) })
        return slab
    }

    /// The quiet line above the title, or the large words below it.
    private func front(_ kind: Callout, _ inside: [Block], in element: Int, room: Room) -> [Slab] {
        inside.flatMap { block -> [Slab] in
            guard case .paragraph(let words) = block.content else {
                return slabs(block, in: element, room: room)
            }
            let element = structure.open(.paragraph, in: element)
            let isKicker = kind == .kicker
            return paragraph(
                words, isKicker ? theme.kicker : theme.lead, color: isKicker ? theme.quiet : theme.ink,
                in: element, width: room.width, block
            ).spaced(before: 0, after: isKicker ? 6 : 14)
        }
    }

    func list(_ list: ItemList, _ block: Block, in element: Int, room: Room) -> [Slab] {
        let element = structure.open(.list, in: element) {
            $0.numbering = list.start == nil ? .bullets : .decimal
        }
        let labels = list.items.indices.map { index in list.start.map { "\($0 + index)." } ?? "•" }
        let style = theme.style(theme.body)
        let widest = labels.map { measurer.width(of: $0, style: style) }.max() ?? 0
        let indent = max(18, widest + 8)
        let slabs = list.items.enumerated().flatMap { index, item -> [Slab] in
            let entry = structure.open(.listItem, in: element)
            let label = paragraph(
                [.text(labels[index] + " ")], theme.body, in: structure.open(.label, in: entry),
                width: indent,
                block)
            let body = structure.open(.listBody, in: entry)
            let inner = room.narrowed(by: indent)
            var slabs = item.flatMap { block -> [Slab] in
                guard list.isTight, case .paragraph(let words) = block.content else {
                    return self.slabs([block], in: body, room: inner)
                }
                var slabs = paragraph(words, theme.body, in: body, width: inner.measure, block)
                if !slabs.isEmpty, !block.id.isEmpty { slabs[0].places.append(block.id) }
                return slabs
            }.indented(by: indent)
            if slabs.isEmpty {
                slabs = label
            } else if let label = label.first {
                slabs[0].pieces = label.pieces + slabs[0].pieces
            }
            return slabs.spaced(before: 0, after: list.isTight ? 3 : 7)
        }
        return slabs.spaced(before: 0, after: 10)
    }

    /// Big numbers, each with its sentence, between thin lines.
    func numbers(_ rows: [NumberRow], _ block: Block, in element: Int, room: Room) -> [Slab] {
        let list = structure.open(.list, in: element) { $0.numbering = StructureElement.Numbering.none }
        let style = theme.style(theme.number, theme.main)
        let widest = rows.map { measurer.width(of: $0.number.plainText, style: style) }.max() ?? 0
        let column = min(max(widest + 22, 84), room.width * 0.4)
        let baseline = LineSetting.baseline(style, leading: theme.number.leading, measurer: measurer)
        let small = LineSetting.baseline(
            theme.style(theme.body), leading: theme.body.leading, measurer: measurer)
        return rows.enumerated().map { index, row in
            let body = structure.open(.listBody, in: structure.open(.listItem, in: list))
            let number = paragraph(
                row.number + [.text(" ")], theme.number, color: theme.main,
                in: structure.open(.span, in: body),
                width: column, block
            ).merged(owner: owner(block, "the numbers"))
            var words = paragraph(
                row.sentence, theme.body, in: structure.open(.span, in: body),
                width: min(room.width - column, room.measure), block
            ).merged(owner: owner(block, "the numbers"))
            words.move(by: Point(column, baseline - small))
            let padding = 5.5 * max(theme.air, 0.6)
            var slab = Slab(height: 0, owner: owner(block, "the numbers"))
            slab.pieces = number.pieces + words.pieces
            slab.links = number.links + words.links
            slab.places = number.places + words.places
            slab.move(by: Point(0, padding))
            slab.height = max(number.height, words.height + baseline - small) + 2 * padding + 1
            var lines = [hairline(from: 0, to: room.width, y: slab.height)]
            if index == 0 { lines.append(hairline(from: 0, to: room.width, y: 0)) }
            slab.decorate(lines)
            if rows.count > 1, index == 0 || index == rows.count - 2 { slab.bond = .strong }
            return slab
        }.spaced(before: 6, after: 16)
    }
}
