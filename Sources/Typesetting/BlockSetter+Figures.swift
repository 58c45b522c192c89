import Document
import Scene

extension BlockSetter {
    /// A chart with its words around it, and the table of its data below in small type; or a numbered table.
    func figure(_ figure: Figure, _ block: Block, in element: Int, room: Room) -> [Slab] {
        let slabs: [Slab]
        switch figure.drawings {
        case .chart(let wide, _, let tight):
            slabs = chart(figure, wide, tight: tight, block, in: element, room: room)
        case .none:
            guard let table = figure.table else { return [] }
            slabs = self.table(
                table, block, in: element, room: room, caption: [], name: "the \(figure.label.lowercased())",
                head: figure)
        }
        return slabs.spaced(before: 18, after: 24)
    }

    private func chart(
        _ figure: Figure, _ picture: Picture, tight: Picture?, _ block: Block, in element: Int, room: Room
    ) -> [Slab] {
        let division = structure.open(.division, in: element)
        var slabs = title(of: figure, in: division, width: room.width, block)
        for index in slabs.indices { slabs[index].bond = .strong }
        let drawing = structure.open(.figure, in: division) { $0.alternative = figure.alternative }
        let scale = room.width / picture.size.width
        var slab = Slab(
            height: picture.size.height * scale, owner: owner(block, "the \(figure.label.lowercased())"))
        let part = structure.content(in: drawing)
        slab.pieces = [TaggedPage.Piece(part, nodes: [picture.group("chart", at: .zero, scaledBy: scale)])]
        slab.tight = tight.map { tight in
            let scale = room.width / tight.size.width
            return Slab.Tight(
                height: tight.size.height * scale,
                pieces: [
                    TaggedPage.Piece(part, nodes: [tight.group("chart", at: .zero, scaledBy: scale)])
                ])
        }
        slabs += [slab].spaced(before: 10, after: 8)
        slabs += notes(of: figure, in: division, width: room.width, block)
        for index in slabs.indices.dropLast() { slabs[index].bond = .strong }
        guard let table = figure.table else { return slabs }
        // The text alternative says that the table follows, so it does.
        var caption: [Inline] = [.strong([.text("The figures behind \(figure.label)")])]
        if !table.caption.isEmpty, table.caption != figure.title { caption += [.text(": ")] + table.caption }
        slabs += self.table(
            table, block, in: division, room: room, caption: [caption],
            name: "the table of \(figure.label.lowercased())", isSmall: true
        ).spaced(before: 14, after: 0)
        return slabs
    }

    /// The label and the message of a figure, as in "Figure 3: the message", and what was measured.
    func title(of figure: Figure, in element: Int, width: Double, _ block: Block) -> [Slab] {
        let words = paragraph(
            [.text("\(figure.label). ")] + figure.title, theme.figureTitle,
            in: structure.open(.paragraph, in: element), width: width, block, isBalanced: true)
        guard !figure.subtitle.isEmpty else { return words }
        return words
            + paragraph(
                figure.subtitle, theme.figureSubtitle, color: theme.quiet,
                in: structure.open(.paragraph, in: element), width: width, block
            ).spaced(before: 2, after: 0)
    }

    /// The notes, base and source; a note that is nothing but a link stands last.
    func notes(of figure: Figure, in element: Int, width: Double, _ block: Block) -> [Slab] {
        func isLink(_ note: [Inline]) -> Bool {
            guard note.count == 1, case .link = note[0] else { return false }
            return true
        }
        let words = figure.notes.filter { !isLink($0) } + [figure.base, figure.source]
        return notes(words + figure.notes.filter(isLink), in: element, width: width, block)
    }

    /// Notes one after another on the same lines: paragraphs for those who listen, and no higher than they need be.
    func notes(_ notes: [[Inline]], in element: Int, width: Double, _ block: Block) -> [Slab] {
        let notes = notes.filter { !$0.isEmpty }
        let runs = notes.enumerated().flatMap { index, note in
            self.runs(
                index + 1 < notes.count ? note + [.text(" ")] : note, theme.note, color: theme.quiet,
                in: structure.open(.paragraph, in: element), block)
        }
        guard !runs.isEmpty else { return [] }
        return lines(
            runs, style: theme.style(theme.note, theme.quiet), leading: theme.note.leading, width: width,
            block)
    }
}
