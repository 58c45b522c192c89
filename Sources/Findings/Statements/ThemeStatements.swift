import Survey

extension FindingsReport {
    /// The opening of a theme's section: one or two statements an audience, then where it differs from others and from last
    /// time; none where nothing is shown.
    package func opening(of theme: String) -> [Finding] {
        instrument.audiences.flatMap { audience in
            let measures = instrument.reportedQuestions
                .filter { $0.theme == theme && $0.audience == audience.id }.compactMap { measure($0) }
            let id = "theme.\(theme).\(audience.id)"
            var all = statements(of: measures, id: id, audience: audience.id)
            all += standing(of: measures, id: id, audience: audience.id)
            // What few people answered is said once, at the end.
            let shown = Set(all.flatMap(\.figures))
            if let last = all.indices.last {
                all[last].sentences += care(measures.filter { shown.contains($0.figure) })
            }
            return all
        }
    }

    private func statements(of measures: [Measure], id: String, audience: String) -> [Finding] {
        let steady = measures.filter { !$0.isCaution }
        for row in steadyRows(of: measures) {
            if let sentences = extremes(of: row) {
                return [Finding(id: "\(id).extremes", kind: .extremes, audience: audience, sentences)]
            }
        }
        let candidates = steady.isEmpty ? measures : steady
        let headline = candidates.filter(\.question.isHeadline)
        return (headline + candidates.filter { !$0.question.isHeadline }).prefix(2).map { measure in
            Finding(
                id: "\(id).\(measure.question.id)", kind: .headline, audience: audience,
                [statement(measure)])
        }
    }

    /// Where a theme's shares clearly differ: from the comparator from which most of them do, of several the last; and from
    /// the wave before.
    ///
    /// "The share is higher than in the other 11 councils for friendships (66%) and self-esteem (70%)."
    private func standing(of measures: [Measure], id: String, audience: String) -> [Finding] {
        let clear = { (family: TestFamily) in
            family.clear.filter { one in measures.contains { $0.figure == one.figure } }
        }
        let others = bodyFamilies.filter { !$0.isOverTime }
        let most = others.map { clear($0).count }.max() ?? 0
        let widest = others.last { clear($0).count == most }
        let families = [widest, bodyFamilies.first(where: \.isOverTime)].compactMap(\.self)
        let sentences = families.flatMap { family in
            [Verdict.higher, .lower].flatMap { verdict -> [Sentence] in
                let items = clear(family).filter { $0.verdict == verdict }.compactMap { one in
                    measures.first { $0.figure == one.figure }.map(item)
                }
                guard !items.isEmpty else { return [] }
                let noun = items.count == 1 ? "share is" : "shares are"
                let start: Sentence =
                    family.isOverTime
                    ? "Since \(given: family.others) the \(noun) \(verdict == .higher ? "up" : "down") for"
                    : "The \(noun) \(verdict == .higher ? "higher" : "lower") than in \(given: family.others) for"
                return self.sentences(start, naming: items)
            }
        }
        guard !sentences.isEmpty else { return [] }
        return [Finding(id: "\(id).standing", kind: .compared, audience: audience, sentences)]
    }
}
