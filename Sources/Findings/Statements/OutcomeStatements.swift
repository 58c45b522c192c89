import Language
import Survey

// Two audiences side by side, what is working, what is not, and what to read with care.
extension FindingsReport {
    /// A question beside the one that another audience was asked, and the two are not tested.
    ///
    /// "59% of carers said that … Among budget holders, 80% said that …"
    func audienceStatements() -> [Finding] {
        instrument.reportedQuestions.compactMap { question in
            guard let other = question.beside.flatMap({ instrument.question($0) }),
                other.audience != question.audience,
                let first = measure(question), let second = measure(other),
                !(other.says?.hasPrefix("and ") ?? false)
            else { return nil }
            let among: Sentence =
                "Among \(given: instrument.plural(other.audience)), \(second.part) \(says(other))."
            return Finding(
                id: "audiences.\(question.id).\(other.id)", kind: .audiences, audience: question.audience,
                ["\(plainClause(first)).", among] + care(first, second))
        }
    }

    /// The outcomes that at least two thirds report, unless a comparison found them clearly lower; the highest
    /// first, an audience at a time.
    func workingStatements() -> [Finding] {
        listed(outcomes.filter { FindingRules.isWorking($0) && !isLower($0) }, .working) {
            $0.share > $1.share
        }
    }

    /// The outcomes that fewer than half report, and those below two thirds that are clearly lower than elsewhere or
    /// before; the lowest first.
    func notWorkingStatements() -> [Finding] {
        let found = outcomes.filter {
            FindingRules.isNotWorking($0) || isLower($0) && !FindingRules.isWorking($0)
        }
        return listed(found, .notWorking) { $0.share < $1.share }
    }

    private var outcomes: [Measure] { sound.filter { instrument.isOutcome($0.question) } }

    private func listed(
        _ measures: [Measure], _ kind: Finding.Kind, by isBefore: (Measure, Measure) -> Bool
    ) -> [Finding] {
        instrument.audiences.flatMap { audience in
            measures.filter { $0.question.audience == audience.id }.sorted(by: isBefore)
                .prefix(FindingRules.listed).map { measure in
                    Finding(
                        id: "\(kind.rawValue).\(measure.question.id)", kind: kind, audience: audience.id,
                        kind == .notWorking ? lowStatement(measure) : [statement(measure)])
                }
        }
    }

    /// The statement of a low share: "fewer than half" where its own words would begin with "more than"; of one that half
    /// or more report, than whose it is lower.
    private func lowStatement(_ measure: Measure) -> [Sentence] {
        guard FindingRules.isNotWorking(measure) else {
            let others = bodyFamilies.first { $0.differences.contains { $0.isLower(measure) } }?.others ?? ""
            return [statement(measure), "This is a lower share than in \(given: others)."]
        }
        let sentence: Sentence =
            "\(people(measure, isPoor: true)) \(says(measure.question)) (\(measure.part))."
        return [sentence.capitalized]
    }

    private func isLower(_ measure: Measure) -> Bool {
        bodyFamilies.contains { $0.differences.contains { $0.isLower(measure) } }
    }

    /// Questions that few people answered: shown with care, or not shown at all.
    func cautionStatements() -> [Finding] {
        instrument.audiences.flatMap { audience in
            let asked = instrument.reportedQuestions.filter { $0.audience == audience.id }
            return [careful(asked, of: audience), tooFew(asked, of: audience), hidden(asked, of: audience)]
                .compactMap(\.self)
        }
    }

    /// "Few practitioners answered: at most 40 on a question. Read their results with care."
    private func careful(_ questions: [Instrument.Question], of audience: Instrument.Audience) -> Finding? {
        let small = questions.compactMap { measure($0) }.filter(\.isCaution)
        guard !small.isEmpty else { return nil }
        let isAll = small.count == questions.compactMap { measure($0) }.count
        let most = small.filter { $0.table.base.count != nil }
            .max { ($0.table.base.count ?? 0) < ($1.table.base.count ?? 0) }
        var sentences: [Sentence]
        if isAll, let most, let words = most.table.base.words {
            let base = Sentence.Part.figure(most.figure.base, words)
            sentences = ["Few \(given: audience.plural) answered: at most \(base) on any question."]
            if small.count == 1 { sentences = ["Few \(given: audience.plural) answered: \(base)."] }
        } else {
            sentences = self.sentences(
                "Few \(given: audience.plural) answered on", naming: small.map(baseItem))
        }
        sentences.append("Read these results with care.")
        return Finding(id: "caution.\(audience.id)", kind: .caution, audience: audience.id, sentences)
    }

    private func baseItem(_ measure: Measure) -> Sentence {
        guard let words = measure.table.base.words else { return "\(given: measure.question.topicWords)" }
        return "\(given: measure.question.topicWords) (\(Sentence.Part.figure(measure.figure.base, words)))"
    }

    /// Questions whose number of answers is told, and is too small for percentages.
    private func tooFew(_ questions: [Instrument.Question], of audience: Instrument.Audience) -> Finding? {
        let items = topics(questions) { $0.showing == .noPercentage }
        guard !items.isEmpty else { return nil }
        return Finding(
            id: "caution.\(audience.id).too-few", kind: .caution, audience: audience.id,
            sentences("Too few \(given: audience.plural) answered to show percentages for", naming: items))
    }

    /// Questions that are withheld, for their own sake or for that of others: which of the two must not be told.
    private func hidden(_ questions: [Instrument.Question], of audience: Instrument.Audience) -> Finding? {
        let items = topics(questions) {
            $0.showing == .withheld || $0.showing != .noPercentage && $0.isHidden
        }
        guard !items.isEmpty else { return nil }
        return Finding(
            id: "caution.\(audience.id).not-shown", kind: .caution, audience: audience.id,
            sentences(
                "To protect people’s privacy, we do not show what \(given: audience.plural) answered on",
                naming: items))
    }

    private func topics(
        _ questions: [Instrument.Question], where isMeant: (PublishedTable) -> Bool
    ) -> [Sentence] {
        questions.filter { results.own.table($0.id).map(isMeant) ?? false }.map { "\(given: $0.topicWords)" }
    }
}

extension TestedDifference {
    fileprivate func isLower(_ measure: Measure) -> Bool { figure == measure.figure && verdict == .lower }
}

extension PublishedTable {
    /// Whether answers were counted and none of them is shown.
    fileprivate var isHidden: Bool {
        let values = cells + [measure].compactMap(\.self)
        return showing != .notAvailable && !values.isEmpty && values.allSatisfy { $0.share == nil }
    }
}

extension FigureID {
    /// The figure of the number of people who answered.
    var base: FigureID {
        var id = self
        id.measure = "base"
        return id
    }
}
