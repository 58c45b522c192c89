import Statistics
package import Survey

extension PublishedTable {
    /// The table in a coarser form of its scale, made from the published cells alone; nil where the form is finer than
    /// the table's own, or mixes its answers.
    ///
    /// Counts are added and rounded once; without counts the shown shares are added exactly. A sum that holds a withheld
    /// cell is withheld.
    package func collapsed(to form: Scale.Form, of scale: Scale) -> PublishedTable? {
        guard form.id != self.form, !cells.isEmpty else {
            return form.id == self.form || cells.isEmpty ? self : nil
        }
        guard let own = scale.form(self.form) else { return nil }
        var table = self
        table.form = form.id
        table.cells = []
        for answer in form.answers {
            let inside = own.answers.filter { Set($0.parts).isSubset(of: answer.parts) }
            guard inside.flatMap(\.parts).count == answer.parts.count else { return nil }
            table.cells.append(sum(of: inside.compactMap { cell($0.id) }, as: answer.id))
        }
        return table
    }

    private func sum(of cells: [PublishedCell], as answer: String) -> PublishedCell {
        if cells.count == 1, let only = cells.first {
            return PublishedCell(answer: answer, value: only.value, margin: only.margin)
        }
        for cell in cells {
            if case .withheld(let marker) = cell.value {
                return PublishedCell(answer: answer, value: .withheld(marker))
            }
        }
        let counts = cells.compactMap(\.count)
        if counts.count == cells.count, let base = base.count {
            let total = counts.reduce(0, +)
            let share = Rounding.percentage(min(total, base), of: base).map {
                Percentage(units: $0, decimals: 0)
            }
            return PublishedCell(answer: answer, value: .shown(share: share, count: total))
        }
        let share = cells.compactMap(\.share).reduce(Percentage(units: 0, decimals: 0), +)
        return PublishedCell(answer: answer, value: .shown(share: share, count: nil))
    }
}

extension Scale {
    /// The finest form that every one of these tables can be brought to.
    package func commonForm(of tables: [PublishedTable]) -> Form? {
        forms.first { form in tables.allSatisfy { $0.collapsed(to: form, of: self) != nil } }
    }
}
