import Language
package import Survey

/// A question that a body may want to work on, and why.
package struct Challenge: Hashable, Sendable {
    package var question: Instrument.Question
    package var figure: FigureID
    /// Sentences for the person who plans; their numbers are those of today's figures.
    package var reasons: [String]
}

extension FindingsReport {
    /// The areas of challenge: outcomes that are clearly lower than elsewhere or before, then the least positive answers.
    ///
    /// Each question stands once. Where nothing else speaks for one of an audience's questions, its lowest outcome does.
    package var challenges: [Challenge] {
        var challenges: [Challenge] = []
        func add(_ measure: Measure, _ reason: String) {
            if let index = challenges.firstIndex(where: { $0.figure == measure.figure }) {
                challenges[index].reasons.append(reason)
            } else {
                challenges.append(
                    Challenge(question: measure.question, figure: measure.figure, reasons: [reason]))
            }
        }
        let outcomes = sound.filter { instrument.isOutcome($0.question) }
        for family in bodyFamilies {
            for difference in family.differences where difference.verdict == .lower {
                guard let measure = outcomes.first(where: { $0.figure == difference.figure }) else {
                    continue
                }
                add(measure, "Lower than in \(family.others).")
            }
        }
        for finding in notWorking {
            guard let measure = outcomes.first(where: { finding.figures.contains($0.figure) }) else {
                continue
            }
            add(measure, finding.plain)
        }
        for audience in instrument.audiences {
            let own = outcomes.filter { $0.question.audience == audience.id }
            guard !challenges.contains(where: { $0.question.audience == audience.id }),
                let lowest = own.min(by: { $0.share < $1.share })
            else { continue }
            add(lowest, "The lowest share of positive answers that \(audience.plural) gave.")
        }
        return challenges
    }
}
