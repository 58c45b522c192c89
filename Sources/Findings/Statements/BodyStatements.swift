import Language
import Survey

// This body beside its comparators.
extension FindingsReport {
    /// For each comparator: the clear differences, the clearest first; then how many questions show none; or, where
    /// nothing could be tested, the headline figures side by side.
    func bodyStatements() -> [Finding] {
        bodyFamilies.flatMap { family -> [Finding] in
            guard case .comparator(let comparator, let body) = family.against else { return [] }
            let kind: Finding.Kind = comparator.body == "last" ? .changed : .compared
            let tested = family.differences.filter(\.verdict.isTested)
            guard !tested.isEmpty else { return besides(family, comparator: comparator) }
            let clear = tested.filter(\.verdict.isClear).sorted { ($0.adjusted ?? 1) < ($1.adjusted ?? 1) }
            var findings = clear.compactMap { difference in
                statement(difference, family: family, isTotal: body.kind == .all || body.kind == .region).map
                {
                    Finding(
                        id: "\(kind.rawValue).\(comparator.body).\(difference.figure.question)", kind: kind,
                        audience: difference.question.audience, $0)
                }
            }
            let remaining = remainder(family, clear: clear)
            if !remaining.isEmpty {
                findings.append(Finding(id: "\(kind.rawValue).\(comparator.body)", kind: kind, remaining))
            }
            return findings
        }
    }

    /// A clear difference with both its figures.
    ///
    /// "71% of budget holders said that … This is a higher share than in the other 11 councils (All 12 councils: 60%)."
    private func statement(_ difference: TestedDifference, family: TestFamily, isTotal: Bool) -> [Sentence]? {
        guard case .comparator(let comparator, _) = family.against,
            let own = measure(difference.question, at: difference.figure),
            let other = measure(difference.question, at: difference.reference)
        else { return nil }
        let direction = difference.verdict == .higher ? "higher" : "lower"
        let beside: Sentence = isTotal ? "\(given: comparator.inText): \(other.part)" : "\(other.part)"
        return [
            "\(plainClause(own)).",
            "This is a \(direction) share than in \(given: family.others) (\(beside)).",
        ] + care(own, other)
    }

    /// What the tests did not find, and what could not be tested.
    private func remainder(_ family: TestFamily, clear: [TestedDifference]) -> [Sentence] {
        let same = family.differences.filter { $0.verdict == .noClearDifference }
        let few = family.differences.filter { $0.verdict == .tooFew }
        let body = results.own.body.name
        var sentences: [Sentence] = []
        let what: Sentence =
            family.isOverTime
            ? "no clear change since \(given: family.others)"
            : "no clear difference between \(given: body) and \(given: family.others)"
        switch (same.count, clear.isEmpty) {
        case (0, _): break
        case (1, true): sentences.append("There was \(what) on the question that can be compared.")
        case (_, true): sentences.append("There was \(what) on any of the \(questionCount(same)) compared.")
        case (_, false): sentences.append("There was \(what) on \(questionCount(same, other: true)).")
        }
        if !few.isEmpty { sentences.append("On \(questionCount(few)) too few people answered to compare.") }
        return sentences
    }

    /// Headline figures beside a comparator that they cannot be tested against.
    private func besides(_ family: TestFamily, comparator: Wave.Comparator) -> [Finding] {
        let pairs = family.differences.compactMap { difference -> (Measure, Measure)? in
            guard difference.question.isHeadline,
                let own = measure(difference.question, at: difference.figure),
                let other = measure(difference.question, at: difference.reference)
            else { return nil }
            return (own, other)
        }
        let findings = pairs.map { own, other in
            Finding(
                id: "beside.\(comparator.body).\(own.question.id)", kind: .beside,
                audience: own.question.audience,
                ["\(plainClause(own)) (\(given: comparator.inText): \(other.part))."])
        }
        guard !findings.isEmpty else { return [] }
        let caution = Finding(
            id: "beside.\(comparator.body)", kind: .beside,
            [
                "Results are shown beside \(given: comparator.inText). The two have not been tested against each other."
            ])
        return findings + [caution]
    }
}

extension TestFamily {
    var isOverTime: Bool {
        if case .comparator(let comparator, _) = against { comparator.body == "last" } else { false }
    }
}
