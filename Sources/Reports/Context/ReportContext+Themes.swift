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
            "narrativeName": .text("narrative.theme-" + theme.id),
            "hasNarrative": .boolean(settings.narrative["theme-" + theme.id] != nil),
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
            "hasVersions": .boolean(!versions(in: theme).isEmpty),
            "versions": .list(versionRecords(theme).map { .object($0) }),
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
        let charts = scales.flatMap { scale -> [TemplateRecord] in
            guard let model = instrument.scale(scale) else { return [] }
            let asked = questions.filter { $0.scale == scale }
            let tables = asked.compactMap { results.own.table($0.id) }
            let isBars = model.isMultiple || tables.allSatisfy { $0.cells.isEmpty && $0.measure != nil }
            let portions = Self.portions(of: asked)
            return portions.map { portion in
                [
                    "kind": .text(isBars ? "bars" : "stacked"), "theme": .text(theme.id),
                    "audience": .text(audience.id), "scale": .text(scale),
                    "compare": .text(asked.count <= 2 ? nearestComparator : ""),
                    "questions": .text(portions.count == 1 ? "" : portion.map(\.id).joined(separator: ",")),
                ]
            }
        }
        return [
            "audience": .text(audience.plural), "heading": .text(English.capitalized(audience.plural)),
            "id": .text(audience.id), "theme": .text(theme.id), "charts": .list(charts.map { .object($0) }),
            "questions": .list(questions.map { .object(questionRecord($0)) }),
        ]
    }

    /// The questions in portions of which each makes a chart that fits on a page: one, unless there are very many.
    static func portions(of questions: [Instrument.Question]) -> [[Instrument.Question]] {
        let longest = questions.map(\.label.count).max() ?? 0
        return portions(of: questions, atMost: longest > 60 ? 7 : longest > 36 ? 10 : 14)
    }

    /// Portions of about the same size; none of no rows.
    static func portions<Row>(of rows: [Row], atMost most: Int) -> [[Row]] {
        guard rows.count > most else { return rows.isEmpty ? [] : [rows] }
        let count = (rows.count + most - 1) / most
        return (0..<count).map { part in
            Array(rows[(rows.count * part / count)..<(rows.count * (part + 1) / count)])
        }
    }

    /// The comparator drawn beside single questions: all councils together, else the first.
    private var nearestComparator: String {
        let bodies = results.others.map(\.comparator.body)
        return bodies.contains("all") ? "all" : bodies.first ?? ""
    }

    private func questionRecord(_ question: Instrument.Question) -> TemplateRecord {
        [
            "id": .text(question.id), "number": text(question.number), "label": .text(question.label),
            "wording": .text(question.wording),
        ]
    }

    /// The questions of a theme that charts leave out, because reports use another version of them.
    private func versions(in theme: Instrument.Theme) -> [Instrument.Question] {
        let reported = Set(instrument.reportedQuestions.map(\.id))
        return instrument.questions.filter {
            $0.theme == theme.id && !reported.contains($0.id) && results.own.table($0.id) != nil
        }
    }

    /// The tables of those questions, one a scale.
    private func versionRecords(_ theme: Instrument.Theme) -> [TemplateRecord] {
        let versions = versions(in: theme)
        return keys(versions).map { key in
            let own = versions.filter { ($0.audience, $0.scale) == key }
            return ["questions": .text(own.map(\.id).joined(separator: ","))]
        }
    }

    /// The scales of a theme, all versions of its questions: its full tables.
    private func tableRecords(_ theme: Instrument.Theme) -> [TemplateRecord] {
        let questions = instrument.questions.filter {
            $0.theme == theme.id && results.own.table($0.id) != nil
        }
        return keys(questions).map {
            ["theme": .text(theme.id), "audience": .text($0.audience), "scale": .text($0.scale)]
        }
    }

    private func keys(_ questions: [Instrument.Question]) -> [(audience: String, scale: String)] {
        var keys: [(audience: String, scale: String)] = []
        for question in questions {
            if !keys.contains(where: { $0 == (question.audience, question.scale) }) {
                keys.append((question.audience, question.scale))
            }
        }
        return keys
    }
}
