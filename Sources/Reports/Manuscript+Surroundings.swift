import Document

// What a page has around the text, as blocks: for the formats and documents that have no place of their own for it.
extension Manuscript {
    /// The document with a notice, such as that figures are invented, before everything else.
    func beginning(with notice: String?) -> Manuscript {
        guard let notice else { return self }
        var manuscript = self
        let words = Block(.paragraph([.strong([.text(notice)])]))
        manuscript.blocks.insert(Block(.quotation([words]), id: "notice"), at: 0)
        return manuscript
    }

    /// The document with links to other documents of the report at its end.
    func listing(_ others: [ComposedReport.Document]) -> Manuscript {
        guard !others.isEmpty else { return self }
        var manuscript = self
        let items = others.map { other in
            let link = Inline.link([.text(other.settings.title)], to: other.fileName + ".md", title: "")
            return [Block(.paragraph([link]))]
        }
        manuscript.blocks += [
            Block(.heading(level: 2, [.text("Other versions of this report")]), id: "other-versions"),
            Block(.list(ItemList(isTight: true, items: items)), id: "other-versions.list"),
        ]
        return manuscript
    }

    /// The document with lines at its end: the date, where the data come from.
    func ending(with lines: [String]) -> Manuscript {
        var manuscript = self
        manuscript.blocks.append(Block(.rule, id: "imprint.rule"))
        for (index, line) in lines.enumerated() {
            manuscript.blocks.append(Block(.paragraph([.text(line)]), id: "imprint.\(index + 1)"))
        }
        return manuscript
    }
}
