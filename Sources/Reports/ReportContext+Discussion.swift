import Findings
import Language
import Survey
import Templates

// What a meeting about the findings talks about: the subjects of what works and what does not, and those that several
// audiences were asked about.
extension ReportContext {
    var discussionValues: [(name: String, value: TemplateValue)] {
        let (keep, improve, besides) = (
            subjects(of: findings.working), subjects(of: findings.notWorking), besides
        )
        return [
            ("hasToKeep", .boolean(!keep.isEmpty)), ("toKeep", .list(keep.map { .object($0) })),
            ("hasToImprove", .boolean(!improve.isEmpty)),
            ("toImprove", .list(improve.map { .object($0) })),
            ("hasSideBySide", .boolean(!besides.isEmpty)),
            ("sideBySide", .list(besides.map { .object($0) })),
            ("hasResults", .boolean(results.own.tables.contains { $0.wordsInstead == nil })),
        ]
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
