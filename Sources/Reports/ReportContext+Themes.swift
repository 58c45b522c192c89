import Findings
import Language
import Survey
import Templates

// The themes of a report, and the charts and tables of each.
extension ReportContext {
    func themeRecord(_ theme: Instrument.Theme) -> TemplateRecord? {
        let questions = instrument.reportedQuestions.filter {
            $0.theme == theme.id && results.own.table($0.id) != nil
        }
        guard !questions.isEmpty else { return nil }
        let audiences = instrument.audiences.filter { audience in
            questions.contains { $0.audience == audience.id }
        }
        return [
            "id": .text(theme.id), "title": .text(theme.title), "plainTitle": text(theme.plainTitle),
            "introduction": text(theme.introduction), "opening": findings.templateOpening(of: theme.id),
            "wellbeing": tagText(theme.wellbeing), "eligibility": text(theme.eligibility),
            "makingItReal": tagText(theme.makingItReal),
            "hasTags": .boolean(!(theme.wellbeing + theme.makingItReal).isEmpty),
            "hasSeveralAudiences": .boolean(audiences.count > 1),
            "parts": .list(
                audiences.map { audience in
                    .object(
                        partRecord(
                            audience, theme: theme, questions: questions.filter { $0.audience == audience.id }
                        ))
                }),
            "tables": .list(tableRecords(theme).map { .object($0) }),
        ]
    }

    /// "Personal dignity; Contribution to society": the names hold commas of their own.
    private func tagText(_ tags: [String]) -> TemplateValue {
        text(tags.isEmpty ? nil : tags.joined(separator: "; "))
    }

    private func partRecord(
        _ audience: Instrument.Audience, theme: Instrument.Theme, questions: [Instrument.Question]
    ) -> TemplateRecord {
        var scales: [String] = []
        for question in questions where !scales.contains(question.scale) { scales.append(question.scale) }
        let charts = scales.compactMap { scale -> TemplateRecord? in
            guard let model = instrument.scale(scale) else { return nil }
            let asked = questions.filter { $0.scale == scale }
            let tables = asked.compactMap { results.own.table($0.id) }
            let isBars = model.isMultiple || tables.allSatisfy { $0.cells.isEmpty && $0.measure != nil }
            return [
                "kind": .text(isBars ? "bars" : "stacked"), "theme": .text(theme.id),
                "audience": .text(audience.id),
                "scale": .text(scale),
                "compare": .text(asked.count <= 2 ? nearestComparator : ""),
            ]
        }
        return [
            "audience": .text(audience.plural), "heading": .text(English.capitalized(audience.plural)),
            "id": .text(audience.id), "theme": .text(theme.id), "charts": .list(charts.map { .object($0) }),
        ]
    }

    /// The comparator drawn beside single questions: all councils together, else the first.
    private var nearestComparator: String {
        let bodies = results.others.map(\.comparator.body)
        return bodies.contains("all") ? "all" : bodies.first ?? ""
    }

    /// The scales of a theme, all versions of its questions: the full tables at the end.
    private func tableRecords(_ theme: Instrument.Theme) -> [TemplateRecord] {
        var keys: [(audience: String, scale: String)] = []
        for question in instrument.questions
        where question.theme == theme.id && results.own.table(question.id) != nil {
            if !keys.contains(where: { $0 == (question.audience, question.scale) }) {
                keys.append((question.audience, question.scale))
            }
        }
        return keys.map {
            ["theme": .text(theme.id), "audience": .text($0.audience), "scale": .text($0.scale)]
        }
    }
}
