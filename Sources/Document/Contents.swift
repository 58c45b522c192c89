/// The headings of a document, as its navigation lists them.
package struct Contents: Hashable, Sendable {
    package struct Entry: Hashable, Sendable {
        package var id: String
        package var title: String
        /// The headings one level below.
        package var children: [Entry]

        package init(id: String, title: String, children: [Entry] = []) {
            self.id = id
            self.title = title
            self.children = children
        }
    }

    package var entries: [Entry]

    /// The headings of level 2, each with those of level 3 below it.
    package init(of manuscript: Manuscript) {
        entries = []
        for block in manuscript.blocks {
            guard case .heading(let level, let words) = block.content else { continue }
            let entry = Entry(id: block.id, title: words.plainText)
            if level == 2 { entries.append(entry) }
            if level == 3, !entries.isEmpty { entries[entries.count - 1].children.append(entry) }
        }
        if !manuscript.footnotes.isEmpty { entries.append(Entry(id: "footnotes", title: "Footnotes")) }
    }
}

extension Manuscript {
    /// The words of the heading of level 1: the title of the document.
    package var title: String? {
        for block in blocks {
            if case .heading(level: 1, let words) = block.content { return words.plainText }
        }
        return nil
    }
}
