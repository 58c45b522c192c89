import RawResults
import Survey

/// Shows categories of a group together, as the instrument permits, where one of them has too few answers to be shown by
/// itself: tried before anything is suppressed, and alike for all the questions of a body.
struct MergeChoice {
    /// The tables of one body: those that stay, those that are shown together with others, and what takes their place.
    struct Outcome {
        /// The body's tables with the merged ones after them; a merged table names the categories in it.
        var tables: [(table: RawTable, merged: [String], isPart: Bool)]
        /// What is shown together, for notes.
        var merges: [(group: Instrument.Group, merge: Instrument.Category)]
    }

    let instrument: Instrument
    let policy: Policy

    func merged(_ tables: [RawTable]) -> Outcome {
        var outcome = Outcome(tables: [], merges: [])
        var gone: [String: Set<String>] = [:]
        var added: [(table: RawTable, merged: [String], isPart: Bool)] = []
        for group in instrument.groups {
            let own = tables.filter { $0.group == group.id }
            let needy = Set(own.filter { !showsAnswers($0) }.compactMap(\.category))
            for merge in group.merges where !needy.isDisjoint(with: merge.parts) {
                guard gone[group.id, default: []].isDisjoint(with: merge.parts) else { continue }
                let together = together(own, in: merge)
                // It helps where it shows what its parts could not, and takes no part away for nothing.
                guard !together.isEmpty, together.contains(where: showsAnswers) else { continue }
                gone[group.id, default: []].formUnion(merge.parts)
                added += together.map { ($0, merge.parts, false) }
                outcome.merges.append((group, merge))
            }
        }
        outcome.tables =
            tables.map { table in
                let parts = table.group.flatMap { gone[$0] } ?? []
                return (table, [], table.category.map(parts.contains) ?? false)
            } + added
        return outcome
    }

    private func showsAnswers(_ table: RawTable) -> Bool {
        guard case .replies(let base) = table.base else { return true }
        let showing = policy.showing(base: base)
        return showing == .shown || showing == .caution
    }

    /// One table a question, the sum of its parts; none where a part is missing of a question that has another.
    private func together(_ tables: [RawTable], in merge: Instrument.Category) -> [RawTable] {
        var questions: [String] = []
        for table in tables where !questions.contains(table.question) { questions.append(table.question) }
        var added: [RawTable] = []
        for question in questions {
            let parts = merge.parts.compactMap { part in
                tables.first { $0.question == question && $0.category == part }
            }
            if parts.isEmpty { continue }
            guard parts.count == merge.parts.count, var sum = parts.first else { return [] }
            for part in parts.dropFirst() {
                guard let both = sum.adding(part) else { return [] }
                sum = both
            }
            sum.category = merge.id
            added.append(sum)
        }
        return added
    }
}

extension RawTable {
    /// The table with the counts of another; nil where one of them is no count.
    fileprivate func adding(_ other: RawTable) -> RawTable? {
        guard case .replies(let one) = base, case .replies(let two) = other.base else { return nil }
        var sum = self
        sum.base = .replies(one + two)
        for (cells, others) in [(\RawTable.answers, other.answers), (\RawTable.outside, other.outside)] {
            guard sum[keyPath: cells].map(\.answer) == others.map(\.answer) else { return nil }
            for index in others.indices {
                guard let mine = sum[keyPath: cells][index].count, let theirs = others[index].count else {
                    return nil
                }
                sum[keyPath: cells][index].value = .count(mine + theirs)
            }
        }
        return sum
    }
}
