import Charts
import Diagnostics
import Findings
import Language
import Survey

// What goes with better outcomes: the same questions of two groups that are made by how the process went.
extension InfographicMaker {
    /// How many questions a block shows at most: those with the clearest differences.
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
        let questions = findings.filter { $0.figures.contains { $0.group == group.id } }
            .compactMap { $0.figures.first.flatMap { context.instrument.question($0.question) } }
            .prefix(Self.mostOutcomes)
        let rows = questions.compactMap { question -> (Instrument.Question, [Percentage])? in
            let shares = [first, last].compactMap { share(question, group: group.id, category: $0.id) }
            return shares.count == 2 ? (question, shares) : nil
        }.sorted { $1.1[0] < $0.1[0] }
        guard !rows.isEmpty else {
            missing(block, "the shares by '\(group.title)' are not shown")
            return nil
        }
        shown += rows.map(\.0)
        let words = self.words([
            ("first", first.label), ("other", last.label), ("group", group.title),
            ("better", rows.allSatisfy { $0.1[1] < $0.1[0] } ? "more often" : "not always more often"),
        ])
        let bars = rows.map { question, shares in
            ShareBars.Row(
                question.label, bars: shares.map { .init(.share(percent: $0.double, label: $0.words)) })
        }
        return Infographic.Block(
            name: block.name, columns: columns, heading: words.filled(block.heading),
            note: words.filled(block.note), .pairs(names: [first.label, last.label], bars))
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
