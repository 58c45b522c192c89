import Charts
import Diagnostics
import Findings
import Language
import Survey

// What goes with better outcomes: the same questions of two groups that are made by how the process went.
extension InfographicMaker {
    /// How many questions a block shows where it does not say: those with the clearest differences.
    private static let mostOutcomes = 5

    func process(_ block: InfographicTemplate.Block, columns: Int) -> Infographic.Block? {
        let findings = context.findings.findings(.process).filter {
            $0.audience == nil || $0.audience == audience?.id
        }
        var groups: [String] = []
        for group in findings.flatMap(\.figures).compactMap(\.group) where !groups.contains(group) {
            groups.append(group)
        }
        guard let group = wanted(block, among: groups).flatMap({ context.instrument.group($0) }),
            let first = group.categories.first, let last = group.categories.last
        else { return nil }
        var questions: [Instrument.Question] = []
        for figure in findings.flatMap(\.figures) where figure.group == group.id {
            guard let question = context.instrument.question(figure.question), !questions.contains(question),
                question.scale == questions.first?.scale ?? question.scale
            else { continue }
            questions.append(question)
        }
        let rows = questions.prefix(block.rows ?? Self.mostOutcomes).compactMap {
            question -> (Instrument.Question, [Percentage])? in
            let shares = [first, last].compactMap { share(question, group: group.id, category: $0.id) }
            return shares.count == 2 ? (question, shares) : nil
        }.sorted { $1.1[0] < $0.1[0] }
        guard !rows.isEmpty else {
            missing(block, "the shares by '\(group.title)' are not shown")
            return nil
        }
        shown += rows.map(\.0)
        let tables = { (category: Instrument.Category) in
            rows.compactMap {
                self.context.results.own.table($0.0.id, group: group.id, category: category.id)
            }
        }
        hasSmallGroups = hasSmallGroups || (tables(first) + tables(last)).contains { $0.showing == .caution }
        let words = self.words([
            ("first", first.label), ("other", last.label), ("group", group.title),
            ("who", first.who ?? "in the group “\(first.label)”"), ("measure", measureLabel(rows[0].0)),
            ("better", rows.allSatisfy { $0.1[1] < $0.1[0] } ? "more often" : "not always more often"),
        ])
        let names = [first, last].map { $0.label + Self.bases(tables($0)) }
        let bars = rows.map { question, shares in
            ShareBars.Row(
                question.label, bars: shares.map { .init(.share(percent: $0.double, label: $0.words)) })
        }
        return Infographic.Block(
            name: block.name, columns: columns, heading: words.filled(block.heading),
            note: words.filled(block.note), .pairs(names: names, bars))
    }

    /// " (38 to 43 people)"; nothing where no base is known.
    private static func bases(_ tables: [PublishedTable]) -> String {
        let counts = tables.compactMap(\.base.count)
        guard let least = counts.min(), let most = counts.max() else { return "" }
        return least == most
            ? " (\(English.number(most)) people)"
            : " (\(English.number(least)) to \(English.number(most)) people)"
    }

    /// The group that a block names or counts; nil where the results have none, which is told.
    private func wanted(_ block: InfographicTemplate.Block, among groups: [String]) -> String? {
        if let group = block.group {
            if groups.contains(group.text) { return group.text }
            let known = context.instrument.groups.filter(\.isProcess).map(\.id)
            if known.contains(group.text) {
                missing(block, "there are no clear differences by '\(group.text)'")
            } else {
                log.error(
                    "there is no group '\(group.text)' of how the process went", at: group.location,
                    hints: hints(forUnknown: group.text, among: known, listing: "groups"))
            }
            return nil
        }
        guard let number = block.number, number <= groups.count else {
            missing(
                block, "there are \(groups.count) groups of how the process went with clear differences")
            return nil
        }
        return groups[number - 1]
    }

    private func share(_ question: Instrument.Question, group: String, category: String) -> Percentage? {
        context.results.own.table(question.id, group: group, category: category)
            .flatMap { Estimate($0.measure, in: $0)?.share }
    }
}
