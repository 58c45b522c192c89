import Diagnostics
import Survey

// What goes with better outcomes: groups that are made by how the process went.
extension FindingsReport {
    /// For each outcome by each process group: the first category beside all others together, where the difference is
    /// clear.
    func processStatements() -> [Finding] {
        groupFamilies.filter { isProcess($0) }.flatMap { family in
            let clear = family.differences.filter {
                $0.verdict.isClear && isFirst($0.figure) && instrument.isOutcome($0.question)
            }
            return clear.sorted { ($0.adjusted ?? 1) < ($1.adjusted ?? 1) }.compactMap { difference in
                statement(process: difference).map {
                    Finding(
                        id: "process.\(difference.figure.group ?? "").\(difference.question.id)",
                        kind: .process,
                        audience: difference.question.audience, $0)
                }
            }
        }
    }

    private func isFirst(_ figure: FigureID) -> Bool {
        figure.group.flatMap { instrument.group($0) }?.categories.first?.id == figure.category
    }

    /// The first category beside the others, and how many times as likely.
    ///
    /// "85% of budget holders in the group “Found it easy” said … In the group “Did not” it was 60%. The first group was
    /// about one and a half times as likely to say so."
    private func statement(process difference: TestedDifference) -> [Sentence]? {
        guard let group = difference.figure.group.flatMap({ instrument.group($0) }) else { return nil }
        let shown = group.categories.compactMap { category -> Measure? in
            var figure = difference.figure
            figure.category = category.id
            return measure(difference.question, at: figure)
        }
        guard shown.count == group.categories.count, let best = shown.first, shown.count >= 2 else {
            return nil
        }
        let counts = shown.compactMap(\.counts)
        guard counts.count == shown.count else { return nil }
        let others = counts.dropFirst().reduce((count: 0, base: 0)) {
            ($0.count + $1.count, $0.base + $1.base)
        }
        guard let association = try? Association(with: counts[0], without: others) else { return nil }
        let plural = instrument.plural(difference.question.audience)
        var sentences: [Sentence] = [
            "\(best.part) of \(given: plural) in the group “\(given: group.categories[0].label)” \(says(difference.question))."
        ]
        for (measure, category) in zip(shown, group.categories).dropFirst() {
            sentences.append("In the group “\(given: category.label)” it was \(measure.part).")
        }
        if let times = association.timesAsLikely {
            let claim = Sentence.Part.claim(times, of: shown.map(\.figure))
            sentences.append(
                shown.count == 2
                    ? "The first group was \(claim) to say so."
                    : "The first group was \(claim) as all others to say so.")
        }
        if let small = shown.first(where: \.isCaution) { sentences += care(small) }
        return sentences
    }
}
