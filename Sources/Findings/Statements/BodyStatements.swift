import Language
import Survey

// This body beside its comparators.
extension FindingsReport {
    /// The clear differences, the clearest first, each with all the comparators on whose side it is the same; then for
    /// each comparator how many questions show none; or, where nothing could be tested, the headline figures side by side.
    func bodyStatements() -> [Finding] {
        statements(of: bodyFamilies.filter { !$0.isOverTime }, kind: .compared)
            + statements(of: bodyFamilies.filter(\.isOverTime), kind: .changed)
    }

    private func statements(of families: [TestFamily], kind: Finding.Kind) -> [Finding] {
        var told: [Finding] = []
        var ends: [Finding] = []
        for (index, family) in families.enumerated() {
            guard case .comparator(let comparator, _) = family.against else { continue }
            guard family.count > 0 else {
                ends += besides(family, comparator: comparator)
                continue
            }
            let clear = family.clear
            for difference in clear {
                let id = { (family: TestFamily) in "\(kind.rawValue).\(family.body).\(difference.question.id)"
                }
                if families[..<index].contains(where: { $0.finds(difference) }) { continue }
                let with = families[index...].filter { $0.finds(difference) }
                guard let sentences = statement(difference, against: with) else { continue }
                told.append(
                    Finding(id: id(family), kind: kind, audience: difference.question.audience, sentences))
            }
            let remaining = remainder(family, clear: clear)
            if !remaining.isEmpty {
                ends.append(Finding(id: "\(kind.rawValue).\(comparator.body)", kind: kind, remaining))
            }
        }
        return told + ends
    }

    /// A clear difference with its figures.
    ///
    /// "71% of budget holders said that … This is a higher share than in the other three councils in the region (South: 62%)
    /// and in the other 11 councils (all 12 councils: 60%)." Over time: "This is up from 60% in 2024."
    private func statement(_ difference: TestedDifference, against families: [TestFamily]) -> [Sentence]? {
        guard let own = measure(difference.question, at: difference.figure) else { return nil }
        var small = [own]
        var items: [Sentence] = []
        for family in families {
            guard
                let reference = family.differences.first(where: { $0.figure == difference.figure })?
                    .reference,
                let other = measure(difference.question, at: reference)
            else { return nil }
            small.append(other)
            if family.isOverTime {
                let direction = difference.verdict == .higher ? "up" : "down"
                items.append("\(direction) from \(other.part) in \(given: family.others)")
                continue
            }
            if let place = place(of: difference, in: family) { items.append(place) }
        }
        let isOverTime = families.contains(where: \.isOverTime)
        let direction = difference.verdict == .higher ? "higher" : "lower"
        let start: Sentence = isOverTime ? "This is" : "This is a \(direction) share than"
        let list = items.count == 2 ? "\(items[0]) and \(items[1])" : Sentence.list(items)
        return ["\(plainClause(own)).", "\(start) \(list)."] + care(small)
    }

    /// "in the other 11 councils (all 12 councils: 60%)": where the share is another, and how much it is there.
    func place(of difference: TestedDifference, in family: TestFamily) -> Sentence? {
        guard case .comparator(let comparator, let body) = family.against,
            let reference = family.differences.first(where: { $0.figure == difference.figure })?.reference,
            let other = measure(difference.question, at: reference)
        else { return nil }
        let isTotal = body.kind == .all || body.kind == .region
        var beside: Sentence = isTotal ? "\(given: comparator.inText): \(other.part)" : "\(other.part)"
        if let (total, share) = total(of: reference.body, difference) {
            beside = "\(beside); \(given: total.inText): \(share.part)"
        }
        return "in \(given: family.others) (\(beside))"
    }

    /// The total whose registered rest is this one, with its share: it is shown beside what is tested.
    private func total(of rest: String, _ difference: TestedDifference) -> (Wave.Comparator, Measure)? {
        let total = results.others.first {
            results.registeredRest(of: $0.results)?.comparator.body == rest
        }
        guard let total, let table = total.table(continuing: difference.question),
            let share = Measure(difference.question, table: table, body: total.comparator.body)
        else { return nil }
        return (total.comparator, share)
    }

    /// What the tests did not find, and what could not be tested.
    private func remainder(_ family: TestFamily, clear: [TestedDifference]) -> [Sentence] {
        let same = family.differences.filter { $0.verdict == .noClearDifference }
        let few = family.differences.filter { $0.verdict == .tooFew }
        let body = results.own.body.inText
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
        let hidden = family.differences.filter { $0.verdict == .shownNotCompared(.notShown) }
        if !hidden.isEmpty {
            sentences.append("On \(questionCount(hidden)) there is nothing to compare with.")
        }
        return sentences
    }

    /// Headline figures beside a comparator that they cannot be tested against.
    private func besides(_ family: TestFamily, comparator: Wave.Comparator) -> [Finding] {
        if family.differences.contains(where: { $0.verdict == .shownNotCompared(.restCompared) }) {
            return []
        }
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
    /// The comparator as figure ids name it; empty for a group.
    var body: String {
        if case .comparator(let comparator, _) = against { comparator.body } else { "" }
    }

    /// The differences that are clear, the clearest first.
    var clear: [TestedDifference] {
        differences.filter(\.verdict.isClear).sorted { $0.distance > $1.distance }
    }

    /// Whether the same difference, in the same direction, is clear here.
    fileprivate func finds(_ other: TestedDifference) -> Bool {
        differences.contains { $0.figure == other.figure && $0.verdict == other.verdict }
    }

    var isOverTime: Bool {
        if case .comparator(let comparator, _) = against { comparator.body == "last" } else { false }
    }
}
