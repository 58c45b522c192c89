package import Diagnostics
package import Document
package import Scene

/// Sets a document on pages, with its structure, links and bookmarks.
package struct Typesetter {
    private let theme: PrintTheme
    private let measurer: any TextMeasurer

    package init(theme: PrintTheme = .standard, measurer: any TextMeasurer) {
        self.theme = theme
        self.measurer = measurer
    }

    /// The document on its pages.
    ///
    /// Directives must have been resolved before. Fails for every block that no page can hold, for pictures within
    /// words, and for links to places that there are not.
    package func document(_ manuscript: Manuscript, front: FrontMatter, language: String) throws(Failure)
        -> TaggedDocument
    {
        let log = DiagnosticLog()
        let structure = StructureBuilder()
        let setter = BlockSetter(theme: theme, measurer: measurer, structure: structure, log: log)
        let title = manuscript.title ?? front.title
        let sheets = Paginator(theme: theme, log: log)
            .sheets(of: slabs(manuscript, front: front, setter: setter))
        try log.check()
        let maker = PageMaker(
            theme: theme, measurer: measurer, front: front, title: front.running ?? title,
            sheets: sheets)
        let places = maker.places
        let document = TaggedDocument(
            title: title, language: language, author: front.author, elements: structure.elements,
            pages: maker.pages(places), bookmarks: maker.bookmarks, places: places)
        try checkLinks(of: document)
        return document
    }

    private func slabs(_ manuscript: Manuscript, front: FrontMatter, setter: BlockSetter) -> [Slab] {
        let room = BlockSetter.Room(measure: theme.measure, width: theme.width(.portrait))
        var blocks = manuscript.blocks[...]
        var slabs: [Slab] = []
        let head = FrontSetter(setter: setter, front: front)
        let count = FrontSetter.count(manuscript.blocks)
        if !front.hasFrontPage, manuscript.title != nil {
            slabs.append(HeadSetter(front: head).slab(Array(blocks.prefix(count))))
            blocks = blocks.dropFirst(count)
        }
        if front.hasFrontPage {
            slabs.append(head.slab(Array(blocks.prefix(count))))
            blocks = blocks.dropFirst(count)
            // Whom to ask for another format stands where everybody looks first: above the contents.
            var second: [Slab] = []
            if let block = blocks.first, case .callout(.contact, _) = block.content {
                second = setter.slabs([block], in: StructureBuilder.root, room: room)
                blocks = blocks.dropFirst()
            }
            let contents = Contents(of: manuscript)
            if !contents.entries.isEmpty {
                let taken = second.reduce(0) { $0 + $1.before + $1.height + $1.after }
                second += ContentsSetter(setter: setter)
                    .slabs(contents, room: theme.height(.portrait) - taken)
            }
            if !second.isEmpty { second[0].startsPage = true }
            slabs += second
        }
        var text = setter.slabs(Array(blocks), in: StructureBuilder.root, room: room)
        text += footnotes(manuscript.footnotes, setter: setter, room: room)
        if front.hasFrontPage, !text.isEmpty { text[0].startsPage = true }
        return slabs + text
    }

    /// The notes at the end, each with links to the places that refer to it.
    private func footnotes(_ notes: [Manuscript.Footnote], setter: BlockSetter, room: BlockSetter.Room)
        -> [Slab]
    {
        guard !notes.isEmpty else { return [] }
        let heading = Block(.heading(level: 2, [.text("Footnotes")]), id: "footnotes")
        let items = notes.map { note in
            let back = (1...max(note.references, 1)).flatMap { occurrence -> [Inline] in
                let words =
                    note.references > 1 ? "Back to place \(occurrence) in the text" : "Back to the text"
                let link = Inline.link(
                    [.text(words)], to: "#" + RunMaker.referencePlace(note.number, occurrence), title: "")
                return occurrence == 1 ? [link] : [.text(" "), link]
            }
            var blocks = note.blocks
            if !blocks.isEmpty { blocks[0].id = "fn-\(note.number)" }
            return blocks + [Block(.paragraph(back))]
        }
        let list = ItemList(start: notes.first?.number, isTight: false, items: items)
        return setter.slabs([heading, Block(.list(list))], in: StructureBuilder.root, room: room)
    }

    private func checkLinks(of document: TaggedDocument) throws(Failure) {
        let log = DiagnosticLog()
        for link in document.pages.flatMap(\.links) {
            guard case .place(let name) = link.target, document.places[name] == nil else { continue }
            log.error(
                "the link '\(link.description)' goes to '#\(name)', and there is no such place",
                hints: hints(forUnknown: name, among: document.places.keys.sorted(), listing: "places"))
        }
        try log.check()
    }
}
