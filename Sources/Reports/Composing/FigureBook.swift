package import Findings
package import Survey

/// Every published number that a report can name, by its figure id.
package struct FigureBook: Sendable {
    /// A published number, or why there is none.
    package enum Entry: Hashable, Sendable {
        case share(Percentage)
        case base(Base)
        /// Known, and not to be shown.
        case notShown(String)
    }

    package let results: ComparedResults

    package init(_ results: ComparedResults) { self.results = results }

    /// The number of an id; nil where there is no such figure.
    package func entry(_ id: FigureID) -> Entry? {
        guard let published = results.results(of: id.body),
            let (question, scale, table) = table(id, in: published)
        else {
            return nil
        }
        guard question.audience == id.audience else { return nil }
        if id.measure == "base" {
            return table.base == .withheld ? .notShown("the base is withheld") : .base(table.base)
        }
        let cell: PublishedCell?
        switch id.measure {
        case "positive", "low", "high": cell = table.measure
        default:
            guard scale.forms.contains(where: { $0.answers.contains { $0.id == id.measure } }) else {
                return nil
            }
            cell = table.cell(id.measure)
        }
        guard let estimate = Estimate(cell, in: table) else { return .notShown(reason(table, cell: cell)) }
        switch id.measure {
        case "low": return estimate.range.map { .share($0.low) } ?? .notShown("there is no range for it")
        case "high": return estimate.range.map { .share($0.high) } ?? .notShown("there is no range for it")
        default: return .share(estimate.share)
        }
    }

    private func table(_ id: FigureID, in published: PublishedResults) -> (
        Instrument.Question, Scale, PublishedTable
    )? {
        guard let question = results.instrument.question(id.question),
            let scale = results.instrument.scale(of: question)
        else {
            return nil
        }
        let earlier = question.continues.flatMap { $0.instrument == published.instrument ? $0.question : nil }
        let table = published.table(earlier ?? question.id, group: id.group, category: id.category)
        return table.map { (question, scale, $0) }
    }

    private func reason(_ table: PublishedTable, cell: PublishedCell?) -> String {
        switch table.showing {
        case .noPercentage: return "too few people answered for percentages"
        case .withheld: return "it is not shown, to protect people’s privacy"
        case .notAvailable: return "the question was not asked, or its result is not available"
        case .shown, .caution:
            if cell == nil { return "its scale is shown as '\(table.form)' here" }
            return "it is not shown, to protect people’s privacy"
        }
    }

    /// Every id there is, in the questionnaire's order: for messages, and for `poet explain`.
    package var ids: [String] {
        results.bodies.flatMap { body -> [String] in
            guard let published = results.results(of: body) else { return [] }
            return published.tables.flatMap { table -> [String] in
                guard let question = results.instrument.question(table.question) else { return [] }
                return (table.cells.map(\.answer) + ["positive", "low", "high", "base"]).map { measure in
                    FigureID(
                        audience: question.audience, question: question.id, group: table.group,
                        category: table.category, measure: measure, body: body
                    ).description
                }
            }
        }
    }
}
