import Language
import Survey

// Groups of people beside everybody else.
extension FindingsReport {
    /// The clear differences between groups, the clearest first, then the groups that show none or are too small.
    func groupStatements() -> [Finding] {
        let plain = groupFamilies.filter { !isProcess($0) }
        let findings = plain.flatMap(\.clear).compactMap { difference in
            statement(difference).map {
                Finding(
                    id:
                        "groups.\(difference.figure.group ?? "").\(difference.figure.category ?? "").\(difference.question.id)",
                    kind: .groups, audience: difference.question.audience, $0)
            }
        }
        let rest = withoutDifference(plain)
        return rest.isEmpty ? findings : findings + [Finding(id: "groups", kind: .groups, rest)]
    }

    /// A clear difference with both its figures.
    ///
    /// "88% of budget holders aged 65 and over said … This is a higher share than among everybody else (all budget holders:
    /// 80%)."
    private func statement(_ difference: TestedDifference) -> [Sentence]? {
        guard let own = measure(difference.question, at: difference.figure),
            let all = measure(difference.question, at: difference.reference),
            let category = category(difference.figure)
        else { return nil }
        let plural = instrument.plural(difference.question.audience)
        let direction = difference.verdict == .higher ? "higher" : "lower"
        return clause(own, in: category) + [
            "This is a \(direction) share than among everybody else (all \(given: plural): \(all.part))."
        ] + (own.isCaution ? ["Few people in this group answered: read this with care."] : [])
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
