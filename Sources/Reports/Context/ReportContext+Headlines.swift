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
                "says": .text(instrument.says(question)),
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

    /// The outcomes that were tested between the first category of a group and the others, in portions of which each makes a
    /// `chart:process` that leaves room on its page.
    private func outcomes(by group: Instrument.Group) -> [[Instrument.Question]] {
        let tested = Set(
            findings.groupFamilies.flatMap(\.differences).filter { difference in
                difference.figure.group == group.id
                    && difference.figure.category == group.categories.first?.id
                    && difference.verdict.isTested && instrument.isOutcome(difference.question)
            }.map(\.question.id))
        let questions = instrument.reportedQuestions.filter { tested.contains($0.id) }
        return instrument.themes.flatMap { theme in
            Self.portions(of: questions.filter { $0.theme == theme.id }, atMost: Self.mostOutcomes)
        }
    }

    private static let mostOutcomes = 8
    /// How many groups bars can stand side by side for, and how many questions such a chart has.
    private static let (mostSideBySide, mostGrouped) = (4, 6)

    /// The headline questions by group, where the body's results have groups that can be shown; and other questions on
    /// which a group clearly differs.
    var groupRecords: [TemplateRecord] {
        instrument.groups.filter { !$0.isProcess }.compactMap(record)
    }

    /// The same for the groups that are made by how the process went.
    ///
    /// Each has charts of the outcomes too, where these were tested.
    var processRecords: [TemplateRecord] {
        instrument.groups.filter(\.isProcess).compactMap { group in
            let outcomes = outcomes(by: group)
            var record = record(of: group)
            if record == nil, !outcomes.isEmpty {
                record = ["id": .text(group.id), "title": .text(group.title)]
            }
            record?["hasOutcomes"] = .boolean(!outcomes.isEmpty)
            record?["outcomes"] = chartRecords(outcomes, group)
            return record
        }
    }

    private func chartRecords(_ portions: [[Instrument.Question]], _ group: Instrument.Group) -> TemplateValue
    {
        .list(
            portions.map { questions in
                let ids = questions.map(\.id).joined(separator: ",")
                return .object(["questions": .text(ids), "group": .text(group.id)] as TemplateRecord)
            })
    }

    private func record(of group: Instrument.Group) -> TemplateRecord? {
        let clear = Set(
            findings.groupFamilies.flatMap(\.differences)
                .filter { $0.figure.group == group.id && $0.verdict.isClear }.map(\.question.id))
        let headline = Set(headlineQuestions.map(\.id))
        let shown = results.own.tables.filter { $0.group == group.id && $0.wordsInstead == nil }
        let questions = instrument.reportedQuestions.filter { question in
            (headline.contains(question.id) || clear.contains(question.id))
                && shown.count { $0.question == question.id } >= 2
        }
        guard !questions.isEmpty else { return nil }
        let ids = Set(questions.map(\.id))
        let categories = Set(shown.filter { ids.contains($0.question) }.map(\.category))
        let isGrouped = (2...Self.mostSideBySide).contains(categories.count)
        return [
            "id": .text(group.id), "title": .text(group.title),
            "questions": .text(questions.map(\.id).joined(separator: ",")),
            "hasOneQuestion": .boolean(questions.count == 1),
            "charts": singleCharts(questions, group),
            "clearCharts": singleCharts(questions.filter { clear.contains($0.id) }, group),
            "hasGrouped": .boolean(isGrouped),
            "grouped": chartRecords(
                isGrouped ? Self.portions(of: questions, atMost: Self.mostGrouped) : [], group),
        ]
    }

    private func singleCharts(_ questions: [Instrument.Question], _ group: Instrument.Group) -> TemplateValue
    {
        .list(
            questions.map {
                .object(["question": .text($0.id), "group": .text(group.id)] as TemplateRecord)
            })
    }
}
