import Findings
import Language
import Survey
import Templates

// What a meeting about the findings talks about: the subjects of what works and what does not, and those that several
// audiences were asked about.
extension ReportContext {
    var discussionValues: [(name: String, value: TemplateValue)] {
        let keep = subjects(of: findings.working)
        let improve = subjects(of: findings.notWorking)
        let besides = besides
        return [
            ("hasToKeep", .boolean(!keep.isEmpty)), ("toKeep", .list(keep.map { .object($0) })),
            ("hasToImprove", .boolean(!improve.isEmpty)),
            ("toImprove", .list(improve.map { .object($0) })),
            ("mainToImprove", .list(subjects(of: main(findings.notWorking)).map { .object($0) })),
            ("toAsk", .list(subjects(of: main(findings.notWorking, atMost: 3)).map { .object($0) })),
            ("mainFindings", .list(mainFindings.map(\.templateValue))),
            ("mainCompared", .list(ends(of: findings.compared).map(\.templateValue))),
            ("mainChanged", .list(ends(of: findings.changed).map(\.templateValue))),
            (
                "isShortened",
                .boolean(max(findings.compared.count, findings.changed.count) > Self.mostFindings)
            ),
            ("mainWorking", .list(main(findings.working).map(\.templateValue))),
            ("mainNotWorking", .list(main(findings.notWorking).map(\.templateValue))),
            ("mainHeadlines", .list(headlines(mainHeadlineQuestions).map { .object($0) })),
            ("hasSideBySide", .boolean(!besides.isEmpty)),
            ("sideBySide", .list(besides.map { .object($0) })),
            ("hasResults", .boolean(results.own.tables.contains { $0.wordsInstead == nil })),
        ]
    }

    /// How many findings of a kind, and how many headlines, a document of a page or two has room for.
    private static let (mostFindings, mostHeadlines) = (4, 6)

    /// The first findings, the audiences taking turns, in their own order.
    private func main(_ findings: [Finding], atMost most: Int = mostFindings) -> [Finding] {
        let chosen = Set(turns(findings, by: \.audience).prefix(most).map(\.id))
        return findings.filter { chosen.contains($0.id) }
    }

    /// Of the statements for a summary those that one page has room for; what is not working so well stands apart there.
    private var mainFindings: [Finding] {
        let summary = findings.summary.filter { $0.kind != .notWorking }
        let ends = summary.filter { [.compared, .changed, .process].contains($0.kind) }
        let rest = summary.filter { ![.compared, .changed, .process].contains($0.kind) }
        let most = Self.mostFindings - 2
        return Array(rest.prefix(max(Self.mostFindings - ends.count, 2)) + ends.prefix(most))
    }

    /// The first findings, and the last one, which tells of all the questions that the others leave out.
    private func ends(of findings: [Finding]) -> [Finding] {
        guard findings.count > Self.mostFindings, let last = findings.last else { return findings }
        return findings.prefix(Self.mostFindings - 1) + [last]
    }

    private var mainHeadlineQuestions: [Instrument.Question] {
        let chosen = Set(turns(headlineQuestions, by: \.audience).prefix(Self.mostHeadlines).map(\.id))
        return headlineQuestions.filter { chosen.contains($0.id) }
    }

    /// The items of each key one after another: the first of each, then the second of each.
    private func turns<Item, Key: Hashable>(_ items: [Item], by key: (Item) -> Key) -> [Item] {
        var count: [Key: Int] = [:]
        let ranked = items.map { item -> (turn: Int, item: Item) in
            count[key(item), default: 0] += 1
            return (count[key(item)] ?? 1, item)
        }
        let last = ranked.map(\.turn).max() ?? 0
        return last == 0 ? [] : (1...last).flatMap { turn in ranked.filter { $0.turn == turn }.map(\.item) }
    }

    /// The question that each finding is about, with its share.
    private func subjects(of findings: [Finding]) -> [TemplateRecord] {
        findings.compactMap { finding in
            guard let id = finding.figures.first, let question = instrument.question(id.question) else {
                return nil
            }
            return [
                "figure": .text(id.description), "share": book.value(id), "label": .text(question.label),
                "topic": .text(question.topic ?? English.uncapitalized(question.label)),
                "audience": .text(instrument.audience(question.audience)?.plural ?? ""),
                "says": text(question.says),
            ]
        }
    }

    /// The themes in which a question has others beside it, for `table:audiences`.
    private var besides: [TemplateRecord] {
        instrument.themes.compactMap { theme in
            let subjects = AudiencesTable.subjects(of: theme.id, in: results)
            guard !subjects.isEmpty else { return nil }
            return ["theme": .text(theme.id), "title": .text(theme.title)]
        }
    }
}
