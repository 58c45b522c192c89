import Survey

extension FindingsReport {
    /// The opening of a theme's section: one or two statements an audience, none where nothing is shown.
    package func opening(of theme: String) -> [Finding] {
        instrument.audiences.flatMap { audience in
            opening(of: theme, audience: audience.id)
        }
    }

    private func opening(of theme: String, audience: String) -> [Finding] {
        let measures = instrument.reportedQuestions
            .filter { $0.theme == theme && $0.audience == audience }.compactMap { measure($0) }
        let steady = measures.filter { !$0.isCaution }
        let id = "theme.\(theme).\(audience)"
        for row in rows(of: steady) {
            if let sentences = extremes(of: row) {
                return [Finding(id: "\(id).extremes", kind: .extremes, audience: audience, sentences)]
            }
        }
        let candidates = steady.isEmpty ? measures : steady
        let headline = candidates.filter(\.question.isHeadline)
        return (headline + candidates.filter { !$0.question.isHeadline }).prefix(2).map { measure in
            Finding(
                id: "\(id).\(measure.question.id)", kind: .headline, audience: audience,
                [statement(measure)] + care(measure))
        }
    }
}
