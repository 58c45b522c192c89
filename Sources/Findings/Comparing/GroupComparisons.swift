import Language
import Statistics
import Survey

extension ComparedResults {
    /// The categories of each group against everybody else who answered, a family of tests a group.
    ///
    /// Of two categories the first alone is tested: the second's test would be the same one again.
    func groupFamilies() -> [TestFamily] {
        instrument.groups.compactMap { group in
            let asked = instrument.reportedQuestions.filter { $0.audience == group.audience }
            let trials = asked.flatMap { question in
                let tables = own.tables(question.id, by: group)
                return (tables.count == 2 ? tables.prefix(1) : tables[...]).compactMap { table in
                    trial(of: question, category: table)
                }
            }
            guard !trials.isEmpty else { return nil }
            return TestFamily(
                against: .group(English.uncapitalized(group.title)), others: "everybody else", trials: trials)
        }
    }

    private func trial(
        of question: Instrument.Question, category table: PublishedTable
    ) -> (question: Instrument.Question, figure: FigureID, reference: FigureID, trial: Trial)? {
        guard table.showing != .notAvailable, let everybody = own.table(question.id),
            let all = Measure(question, table: everybody, body: "this")
        else { return nil }
        var figure = all.figure
        (figure.group, figure.category) = (table.group, table.category)
        let trial: Trial
        if table.showing == .noPercentage {
            trial = .untested(.tooFew)
        } else if let part = Measure(question, table: table, body: "this") {
            trial = self.trial(part, among: all)
        } else {
            trial = .untested(.shownNotCompared(.notShown))
        }
        return (question, figure, all.figure, trial)
    }

    private func trial(_ part: Measure, among all: Measure) -> Trial {
        guard let (count, base) = part.counts, let (total, totalBase) = all.counts else {
            return .untested(.shownNotCompared(.restUnknown))
        }
        guard let one = Proportion(count, of: base), let whole = Proportion(total, of: totalBase) else {
            return .untested(.shownNotCompared(.contradiction))
        }
        guard let comparison = PartOfWhole(part: one, whole: whole)?.againstRest else {
            return .untested(.shownNotCompared(base == totalBase ? .nobodyElse : .contradiction))
        }
        return Trial(comparison)
    }
}

extension PublishedResults {
    /// A question's tables of a group, in the order of the questionnaire; a merged category stands where its first part would.
    fileprivate func tables(_ question: String, by group: Instrument.Group) -> [PublishedTable] {
        let own = tables.filter { $0.question == question && $0.group == group.id }
        let place = { (table: PublishedTable) in
            let parts = group.merges.first { $0.id == table.category }?.parts ?? [table.category ?? ""]
            return group.categories.firstIndex { parts.contains($0.id) } ?? group.categories.count
        }
        return own.enumerated().sorted {
            (place($0.element), $0.offset) < (place($1.element), $1.offset)
        }.map(\.element)
    }
}
