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

    /// The document with the tables behind its charts at its end, and in their place a link to each.
    ///
    /// Charts that follow each other are not torn apart by tables, and no page stays half empty before one.
    func gatheringTables() -> Manuscript {
        var manuscript = self
        var tables: [Block] = []
        manuscript.blocks = blocks.map { block in
            guard case .figure(var figure) = block.content, figure.kind == .chart, let table = figure.table
            else {
                return block
            }
            var moved = table
            moved.caption =
                [.strong([.text("The figures behind \(figure.label)")]), .text(". ")] + figure.title
            if !figure.subtitle.isEmpty { moved.notes.append(figure.subtitle) }
            moved.isReference = true
            tables.append(Block(.table(moved), id: block.id + ".figures", location: block.location))
            figure.table = nil
            figure.alternative = figure.alternative.saying(
                "The table stands at the end of the document.", for: "Table follows.")
            figure.notes.append([
                .link([.text("The figures behind \(figure.label)")], to: "#\(block.id).figures", title: "")
            ])
            var block = block
            block.content = .figure(figure)
            return block
        }
        guard !tables.isEmpty else { return self }
        manuscript.blocks.append(
            Block(.heading(level: 2, [.text("The figures behind the charts")]), id: "chart-figures"))
        manuscript.blocks += tables
        return manuscript
    }
}

extension String {
    /// The text with its ending said otherwise.
    fileprivate func saying(_ words: String, for ending: String) -> String {
        hasSuffix(ending) ? dropLast(ending.count) + words : self
    }
}
