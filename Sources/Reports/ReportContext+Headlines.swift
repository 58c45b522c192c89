import Findings
import Language
import Survey
import Templates

// The headline questions: as numbers, beside others, by groups.
extension ReportContext {
    var headlineQuestions: [Instrument.Question] {
        instrument.reportedQuestions.filter { question in
            question.isHeadline
                && results.own.table(question.id).flatMap { Estimate($0.measure, in: $0) } != nil
        }
    }

    func headlines(_ questions: [Instrument.Question]) -> [TemplateRecord] {
        questions.map { question in
            let id = FigureID(
                audience: question.audience, question: question.id, measure: "positive", body: "this")
            let comparison = results.comparison(of: question)
            let others = (comparison?.others ?? []).compactMap { other -> TemplateRecord? in
                guard other.estimate != nil else { return nil }
                var figure = id
                figure.body = other.comparator.body
                return [
                    "label": .text(other.comparator.label), "inText": .text(other.comparator.inText),
                    "share": book.value(figure),
                ]
            }
            return [
                "figure": .text(id.description), "label": .text(question.label),
                "says": .text(
                    question.says ?? "answered: \(instrument.scale(of: question)?.measureLabel ?? "")"),
                "audience": .text(instrument.audience(question.audience)?.plural ?? ""),
                "others": .list(others.map { .object($0) }),
            ]
        }
    }

    /// One comparison chart an audience, of its headline questions; of all its questions where it has none.
    var comparisonRecords: [TemplateRecord] {
        guard !results.others.isEmpty else { return [] }
        return instrument.audiences.compactMap { audience in
            let asked = instrument.reportedQuestions.filter { question in
                question.audience == audience.id && results.comparison(of: question)?.estimate != nil
                    && !(instrument.scale(of: question)?.isMultiple ?? false)
            }
            let headline = asked.filter(\.isHeadline)
            let questions = headline.count >= 2 ? headline : asked
            guard !questions.isEmpty else { return nil }
            return [
                "audience": .text(audience.plural), "heading": .text(English.capitalized(audience.plural)),
                "id": .text(audience.id), "questions": .text(questions.map(\.id).joined(separator: ",")),
                "charts": .list(
                    Self.portions(of: questions).map {
                        .object(
                            [
                                "id": .text(audience.id),
                                "questions": .text($0.map(\.id).joined(separator: ",")),
                            ] as TemplateRecord)
                    }),
            ]
        }
    }

    /// One chart of changes an audience: the questions of its comparison that the wave before has too.
    var changeRecords: [TemplateRecord] {
        guard results.others.contains(where: { $0.comparator.body == "last" }) else { return [] }
        return instrument.audiences.compactMap { audience in
            let asked = instrument.reportedQuestions.filter { question in
                question.audience == audience.id
                    && findings.difference(of: question.id, against: "last")?.verdict.isTested == true
            }
            let headline = asked.filter(\.isHeadline)
            let questions = headline.count >= 2 ? headline : asked
            guard !questions.isEmpty else { return nil }
            return [
                "audience": .text(audience.plural), "heading": .text(English.capitalized(audience.plural)),
                "id": .text(audience.id), "questions": .text(questions.map(\.id).joined(separator: ",")),
            ]
        }
    }

    /// The groups that say how the process went, with the outcomes that were tested between them.
    var outcomeRecords: [TemplateRecord] {
        instrument.groups.filter(\.isProcess).compactMap { group in
            let tested = findings.groupFamilies.flatMap(\.differences).filter { difference in
                difference.figure.group == group.id
                    && difference.figure.category == group.categories.first?.id
                    && difference.verdict.isTested && instrument.isOutcome(difference.question)
            }
            guard !tested.isEmpty else { return nil }
            return [
                "id": .text(group.id), "title": .text(group.title),
                "questions": .text(tested.map(\.question.id).joined(separator: ",")),
            ]
        }
    }

    /// The headline questions by group, where the body's results have groups that can be shown; and other questions on
    /// which a group clearly differs.
    var groupRecords: [TemplateRecord] { records(of: instrument.groups.filter { !$0.isProcess }) }

    /// The same for the groups that are made by how the process went.
    var processRecords: [TemplateRecord] { records(of: instrument.groups.filter(\.isProcess)) }

    private func records(of groups: [Instrument.Group]) -> [TemplateRecord] {
        groups.compactMap { group in
            let clear = Set(
                findings.groupFamilies.flatMap(\.differences)
                    .filter { $0.figure.group == group.id && $0.verdict.isClear }.map(\.question.id))
            let headline = Set(headlineQuestions.map(\.id))
            let questions = instrument.reportedQuestions.filter { question in
                (headline.contains(question.id) || clear.contains(question.id))
                    && results.own.tables.filter { $0.question == question.id && $0.group == group.id }
                        .count { $0.wordsInstead == nil } >= 2
            }
            guard !questions.isEmpty else { return nil }
            let charts = { (questions: [Instrument.Question]) -> TemplateValue in
                .list(
                    questions.map {
                        .object(["question": .text($0.id), "group": .text(group.id)] as TemplateRecord)
                    })
            }
            return [
                "id": .text(group.id), "title": .text(group.title),
                "questions": .text(questions.map(\.id).joined(separator: ",")),
                "hasOneQuestion": .boolean(questions.count == 1),
                "charts": charts(questions),
                "clearCharts": charts(questions.filter { clear.contains($0.id) }),
            ]
        }
    }
}
