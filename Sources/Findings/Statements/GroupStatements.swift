import Language
import Survey

// Groups of people beside everybody else.
extension FindingsReport {
    /// A finding for each category that clearly differs, the clearest difference first, then the groups that show none or are
    /// too small.
    func groupStatements() -> [Finding] {
        let plain = groupFamilies.filter { !isProcess($0) }
        let findings = plain.flatMap { family in
            let clear = family.clear
            var categories: [String] = []
            for name in clear.compactMap(\.figure.category) where !categories.contains(name) {
                categories.append(name)
            }
            return categories.compactMap { name in statement(clear.filter { $0.figure.category == name }) }
        }
        let rest = withoutDifference(plain)
        return rest.isEmpty ? findings : findings + [Finding(id: "groups", kind: .groups, rest)]
    }

    /// The clear differences of one category, each with both its figures.
    ///
    /// "88% of budget holders aged 65 and over said … This is a higher share than among everybody else (all budget holders:
    /// 80%). Higher too: 42% of them said … (all budget holders: 31%). And 51% of them said …"
    private func statement(_ differences: [TestedDifference]) -> Finding? {
        let told = differences.compactMap {
            one -> (difference: TestedDifference, own: Measure, all: Measure)? in
            guard let own = measure(one.question, at: one.figure),
                let all = measure(one.question, at: one.reference)
            else { return nil }
            return (one, own, all)
        }
        // What goes the same way as the clearest difference comes before what goes the other way.
        let ordered =
            told.filter { $0.difference.verdict == told[0].difference.verdict }
            + told.filter { $0.difference.verdict != told[0].difference.verdict }
        guard let first = ordered.first, let category = category(first.difference.figure) else { return nil }
        let plural = instrument.plural(first.own.question.audience)
        func direction(_ one: TestedDifference) -> String { one.verdict == .higher ? "higher" : "lower" }
        var sentences = clause(first.own, in: category)
        sentences.append(
            "This is a \(direction(first.difference)) share than among everybody else (all \(given: plural): \(first.all.part))."
        )
        for (index, next) in ordered.enumerated().dropFirst() {
            let before = ordered[..<index].map(\.difference.verdict)
            let isSame = next.difference.verdict == before.last
            // Of three and more in one direction "And" and "Also," take turns.
            let run = before.reversed().prefix { $0 == next.difference.verdict }.count
            let start =
                isSame && run > 1
                ? run.isMultiple(of: 2) ? "And" : "Also,"
                : "\(English.capitalized(direction(next.difference)))\(isSame ? " too" : ", though"):"
            sentences.append(
                "\(start) \(next.own.part) of them \(says(next.own.question)) (all \(given: plural): \(next.all.part))."
            )
        }
        if told.contains(where: \.own.isCaution) {
            sentences.append("Few people in this group answered: read this with care.")
        }
        return Finding(
            id: "groups.\(first.difference.figure.group ?? "").\(category.id)", kind: .groups,
            audience: first.own.question.audience,
            sentences)
    }

    private func withoutDifference(_ families: [TestFamily]) -> [Sentence] {
        let titles = { (families: [TestFamily]) in
            Sentence.list(families.map { family in "\(given: family.groupTitle)" }, conjunction: "or")
        }
        let none = families.filter { family in
            family.count > 0 && !family.differences.contains(where: \.verdict.isClear)
        }
        let few = families.filter { family in
            family.count == 0 && family.differences.contains { $0.verdict == .tooFew }
        }
        let hidden = families.filter { family in
            family.count == 0 && family.differences.allSatisfy { $0.verdict == .shownNotCompared(.notShown) }
        }
        var sentences: [Sentence] = []
        if !none.isEmpty { sentences.append("There were no clear differences by \(titles(none)).") }
        if !few.isEmpty { sentences.append("Too few people answered to compare groups by \(titles(few)).") }
        if !hidden.isEmpty {
            sentences.append("Too little can be shown to compare groups by \(titles(hidden)).")
        }
        return sentences
    }

    func isProcess(_ family: TestFamily) -> Bool {
        let group = family.differences.first?.figure.group.flatMap { instrument.group($0) }
        return group?.isProcess ?? false
    }

    /// A figure's category, merged ones too.
    private func category(_ figure: FigureID) -> Instrument.Category? {
        guard let group = figure.group.flatMap({ instrument.group($0) }) else { return nil }
        return group.allCategories.first { $0.id == figure.category }
    }
}

extension TestFamily {
    var groupTitle: String {
        if case .group(let title) = against { title } else { "" }
    }
}
