package import Language
import Statistics
package import Survey

extension ComparedResults {
    /// The measures of all reported questions against each comparator, a family of tests each.
    func bodyFamilies() -> [TestFamily] {
        others.map { other in
            TestFamily(
                against: .comparator(other.comparator, other.results.body), others: words(for: other),
                trials: instrument.reportedQuestions.compactMap { question in
                    guard let table = own.table(question.id), table.showing != .notAvailable else {
                        return nil
                    }
                    let figure = { (body: String) in
                        FigureID(
                            audience: question.audience, question: question.id, measure: "positive",
                            body: body)
                    }
                    return (
                        question, figure("this"), figure(other.comparator.body),
                        trial(of: question, table: table, against: other)
                    )
                })
        }
    }

    private func trial(of question: Instrument.Question, table: PublishedTable, against other: Other) -> Trial
    {
        guard let beside = other.table(continuing: question), beside.showing != .notAvailable else {
            return .untested(.shownNotCompared(.notShown))
        }
        if [table, beside].contains(where: { $0.showing == .noPercentage }) { return .untested(.tooFew) }
        guard let first = Measure(question, table: table, body: "this"),
            let second = Measure(question, table: beside, body: other.comparator.body)
        else { return .untested(.shownNotCompared(.notShown)) }
        guard measuredLabels(question, instrument) == measuredLabels(question, other.instrument, of: beside)
        else {
            return .untested(.shownNotCompared(.otherMeasure))
        }
        if registeredRest(of: other.results) != nil { return .untested(.shownNotCompared(.restCompared)) }
        switch BodyRelation(of: own, in: other.results) {
        case .whole: return .untested(.shownNotCompared(.holdsOther))
        case .overlapping: return .untested(.shownNotCompared(.overlapping))
        case .part: return part(first, of: second)
        case .apart: return apart(first, second)
        }
    }

    private func measuredLabels(
        _ question: Instrument.Question, _ instrument: Instrument, of table: PublishedTable? = nil
    ) -> [String]? {
        guard let asked = instrument.question(table?.question ?? question.id),
            let scale = instrument.scale(of: asked)
        else { return nil }
        return scale.answers.filter { scale.measure.contains($0.id) }.map(\.label)
    }

    /// A part is tested against the rest of its total, which only exact counts give.
    private func part(_ part: Measure, of whole: Measure) -> Trial {
        guard let inside = part.counts, let all = whole.counts else {
            let isUnknown = part.table.base.count == nil || whole.table.base.count == nil
            return .untested(.shownNotCompared(isUnknown ? .baseUnknown : .restUnknown))
        }
        if inside == all { return .untested(.shownNotCompared(.nobodyElse)) }
        guard let part = Proportion(inside.count, of: inside.base),
            let total = Proportion(all.count, of: all.base),
            let comparison = PartOfWhole(part: part, whole: total)?.againstRest
        else { return .untested(.shownNotCompared(.contradiction)) }
        return Trial(comparison)
    }

    private func apart(_ first: Measure, _ second: Measure) -> Trial {
        guard let (count, base) = first.counts, let (otherCount, otherBase) = second.counts,
            let one = Proportion(count, of: base), let other = Proportion(otherCount, of: otherBase)
        else { return Trial(first, second) }
        return Trial(ProportionComparison(one, other))
    }

    /// Whom a test against a comparator speaks of, after "than in": of a total, the rest of it.
    private func words(for other: Other) -> String {
        let body = other.results.body
        guard BodyRelation(of: own, in: other.results) == .part else {
            let isYear = other.comparator.label.allSatisfy(\.isNumber)
            return isYear ? other.comparator.label : other.comparator.inText
        }
        let place = body.kind == .region ? " in the region" : ""
        let noun = own.body.kind.noun
        guard own.body.kind != .region, let count = body.councils, count > 1 else {
            return "the other \(noun.plural)\(place)"
        }
        if let word = Self.counted(other.comparator.inText, count) {
            return "the other \(count == 2 ? word.singular : English.count(count - 1, word))\(place)"
        }
        return "the other \(count == 2 ? noun.singular : English.count(count - 1, noun))\(place)"
    }

    /// The noun of a wave's own words for a total: "area" of "all eight areas", where the number is how many it holds.
    private static func counted(_ words: String, _ count: Int) -> Noun? {
        let parts = words.split(separator: " ")
        guard parts.count == 3, parts[0].lowercased() == "all", parts[2].hasSuffix("s"),
            parts[1] == String(count) || parts[1] == English.numberInWords(count)
        else { return nil }
        return Noun(String(parts[2].dropLast()), String(parts[2]))
    }
}

extension Body.Kind {
    /// What one body and several of this kind are called.
    package var noun: Noun {
        switch self {
        case .council: Noun("council", "councils")
        case .nhsArea: Noun("NHS area", "NHS areas")
        case .region: Noun("region", "regions")
        case .all, .rest: Noun("body", "bodies")
        }
    }
}
