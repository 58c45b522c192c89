import Findings
package import Survey

extension ShareBars {
    /// The answers to one question of which people could choose several: a row an answer of the scale as asked, a bar a
    /// body, this one first.
    ///
    /// All rows have the same base, so the bases stand in a note.
    package init(
        answersOf bars: [PublishedRow.Bar], scale: Scale, marks: [DotPlot.Mark] = [.diamond, .tick, .ring],
        title: String, subtitle: String, notes: [String], alternative: String
    ) {
        self.init(
            title: title, subtitle: subtitle,
            rows: scale.answers.map { answer in
                Row(
                    answer.label,
                    bars: bars.map { bar in
                        Bar(bar, showing: bar.table?.cell(answer.id))
                    })
            },
            marks: marks, notes: notes, alternative: alternative)
        let bases = bars.compactMap { bar -> String? in
            guard let words = bar.table?.base.words else { return nil }
            return (bar.name.map { "\($0), " } ?? "") + words
        }
        if !bases.isEmpty {
            readingNotes.append("How many people answered: \(bases.joined(separator: "; ")).")
        }
        if scale.isMultiple {
            readingNotes.append(
                "People could choose more than one answer, so the percentages can add up to more than 100%.")
        }
    }

    /// The measures of several questions, a row a question.
    package init(
        measuresOf rows: [PublishedRow], marks: [DotPlot.Mark] = [.diamond, .tick, .ring], title: String,
        subtitle: String, notes: [String], alternative: String
    ) {
        self.init(
            title: title, subtitle: subtitle,
            rows: rows.map { row in
                Row(
                    row.label, base: row.bars.first?.table?.base.rowWords ?? "",
                    bars: row.bars.map { bar in
                        Bar(bar, showing: bar.table?.measure)
                    })
            },
            marks: marks, notes: notes, alternative: alternative)
    }
}

extension ShareBars.Bar {
    /// The measure of a table with the bar's own base.
    package init(measureOf bar: PublishedRow.Bar) {
        self.init(bar, showing: bar.table?.measure)
        base = bar.table?.base.rowWords ?? ""
    }

    /// What may be shown of a cell, or the words that stand in its place; after a name they begin small.
    fileprivate init(_ bar: PublishedRow.Bar, showing cell: PublishedCell?) {
        if let table = bar.table, table.showing == .shown || table.showing == .caution,
            let share = cell?.share
        {
            self.init(label: bar.name, .share(percent: share.double, label: share.words))
            return
        }
        let words = Self.words(insteadOf: cell, in: bar.table)
        let isAfterName = bar.name != nil
        let first = isAfterName ? words.prefix(1).lowercased() : words.prefix(1).uppercased()
        self.init(label: bar.name, .words(first + words.dropFirst()))
    }

    private static func words(insteadOf cell: PublishedCell?, in table: PublishedTable?) -> String {
        guard let table else { return "not asked here, or not available" }
        switch (table.showing, cell?.value) {
        case (.shown, .withheld(let marker)), (.caution, .withheld(let marker)): return marker.spoken
        case (.shown, _), (.caution, _): return "no percentage is published"
        case (.noPercentage, _), (.withheld, _), (.notAvailable, _): return table.wordsInstead ?? "not shown"
        }
    }
}
