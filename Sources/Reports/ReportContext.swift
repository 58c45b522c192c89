package import Findings
import Language
package import Survey
package import Templates

/// Everything that a report's template can name, from the published results of its body.
package struct ReportContext: Sendable {
    package let results: ComparedResults
    package let wave: Wave
    package let settings: ReportSettings
    let book: FigureBook
    let findings: FindingsReport

    package init(results: ComparedResults, wave: Wave, settings: ReportSettings) {
        self.results = results
        self.wave = wave
        self.settings = settings
        book = FigureBook(results)
        findings = FindingsReport(results)
    }

    var instrument: Instrument { results.instrument }
    var bodyName: String { results.own.body.name }
    var waveTitle: String { wave.title }
    /// "NHS Digital, …", without its full stop doubled.
    var sourceLine: String { wave.source }
    var title: String { settings.title ?? "What people in \(bodyName) told us" }
    var notice: String? { settings.notice ?? wave.notice }

    /// The names at the top of the template, and every figure by its id.
    ///
    /// - Parameter narratives: the narratives that the template has a place for; another name is a fault.
    package func data(narratives: [String]) -> any TemplateObject {
        var record = record
        record["narrative"] = .object(
            NarrativeNames(names: narratives, given: settings.narrative.keys.sorted()))
        return FigureLookup(record: record, book: book)
    }

    private var record: TemplateRecord {
        let own = results.own
        var record: TemplateRecord = [
            "title": .text(title),
            "body": .object(bodyRecord),
            "survey": .text(instrument.title),
            "wave": .text(wave.title),
            "source": .text(wave.source),
            "attribution": text(wave.attribution),
            "method": text(wave.method),
            "instrumentNote": text(instrument.note),
            "notice": text(notice),
            "collected": text(collected),
            "policy": .text(own.policy),
            "isAsPublished": .boolean(own.rounding == .asPublished),
            "isRoundedToFive": .boolean(own.rounding == .five),
            "hasComparators": .boolean(!results.others.isEmpty),
            "comparators": .list(results.others.map { .object(comparatorRecord($0)) }),
            "comparatorList": .text(English.list(results.others.map(\.comparator.inText))),
            "repliesList": .text(repliesList),
            "audiences": .list(own.responses.compactMap(audienceRecord).map { .object($0) }),
            "themes": .list(instrument.themes.compactMap(themeRecord).map { .object($0) }),
            "headlines": .list(headlines.map { .object($0) }),
            "comparisons": .list(comparisonRecords.map { .object($0) }),
            "hasGroups": .boolean(!groupRecords.isEmpty),
            "groups": .list(groupRecords.map { .object($0) }),
        ]
        for (name, value) in findings.templateValues { record[name] = value }
        return record
    }

    private func text(_ text: String?) -> TemplateValue { text.map { .text($0) } ?? .absent }

    private var bodyRecord: TemplateRecord {
        let body = results.own.body
        return [
            "id": .text(body.id), "name": .text(body.name),
            "possessive": .text(English.possessive(body.name)),
            "code": text(body.code), "isCouncil": .boolean(body.kind == .council),
        ]
    }

    var collected: String? {
        guard let from = wave.collectedFrom.flatMap({ CalendarDate(iso: $0) }),
            let to = wave.collectedTo.flatMap({ CalendarDate(iso: $0) })
        else { return nil }
        return "\(from.inWords) to \(to.inWords)"
    }

    private func comparatorRecord(_ other: ComparedResults.Other) -> TemplateRecord {
        [
            "body": .text(other.comparator.body), "label": .text(other.comparator.label),
            "inText": .text(other.comparator.inText),
            "name": .text(other.results.body.name),
        ]
    }

    /// "112 budget holders, 105 carers and 40 practitioners".
    private var repliesList: String {
        English.list(
            results.own.responses.compactMap { response in
                guard let audience = instrument.audience(response.audience) else { return nil }
                return response.replies.words.map { "\($0) \(audience.plural)" }
            })
    }

    private func audienceRecord(_ response: Response) -> TemplateRecord? {
        guard let audience = instrument.audience(response.audience) else { return nil }
        let isSmall = response.replies.count.flatMap { count in audience.minimumSample.map { count < $0 } }
        return [
            "id": .text(audience.id), "singular": .text(audience.singular), "plural": .text(audience.plural),
            "replies": text(response.replies.words), "rate": text(response.rate?.words),
            "margin": text(response.marginWords),
            "minimum": text(audience.minimumSample.map { English.number($0) }),
            "isBelowMinimum": .boolean(isSmall ?? false),
            "hasPopulation": .boolean(response.population != nil),
        ]
    }

    // MARK: Themes and their charts

    private func themeRecord(_ theme: Instrument.Theme) -> TemplateRecord? {
        let questions = instrument.reportedQuestions.filter {
            $0.theme == theme.id && results.own.table($0.id) != nil
        }
        guard !questions.isEmpty else { return nil }
        let audiences = instrument.audiences.filter { audience in
            questions.contains { $0.audience == audience.id }
        }
        return [
            "id": .text(theme.id), "title": .text(theme.title), "plainTitle": text(theme.plainTitle),
            "introduction": text(theme.introduction), "opening": findings.templateOpening(of: theme.id),
            "wellbeing": text(theme.wellbeing),
            "eligibility": text(theme.eligibility), "makingItReal": text(theme.makingItReal),
            "hasSeveralAudiences": .boolean(audiences.count > 1),
            "parts": .list(
                audiences.map { audience in
                    .object(
                        partRecord(
                            audience, theme: theme, questions: questions.filter { $0.audience == audience.id }
                        ))
                }),
            "tables": .list(tableRecords(theme).map { .object($0) }),
        ]
    }

    private func partRecord(
        _ audience: Instrument.Audience, theme: Instrument.Theme, questions: [Instrument.Question]
    ) -> TemplateRecord {
        var scales: [String] = []
        for question in questions where !scales.contains(question.scale) { scales.append(question.scale) }
        let charts = scales.compactMap { scale -> TemplateRecord? in
            guard let model = instrument.scale(scale) else { return nil }
            let asked = questions.filter { $0.scale == scale }
            let tables = asked.compactMap { results.own.table($0.id) }
            let isBars = model.isMultiple || tables.allSatisfy { $0.cells.isEmpty && $0.measure != nil }
            return [
                "kind": .text(isBars ? "bars" : "stacked"), "theme": .text(theme.id),
                "audience": .text(audience.id),
                "scale": .text(scale),
                "compare": .text(asked.count <= 2 ? nearestComparator : ""),
            ]
        }
        return [
            "audience": .text(audience.plural), "heading": .text(English.capitalized(audience.plural)),
            "id": .text(audience.id), "theme": .text(theme.id), "charts": .list(charts.map { .object($0) }),
        ]
    }

    /// The comparator drawn beside single questions: all councils together, else the first.
    private var nearestComparator: String {
        let bodies = results.others.map(\.comparator.body)
        return bodies.contains("all") ? "all" : bodies.first ?? ""
    }

    /// The scales of a theme, all versions of its questions: the full tables at the end.
    private func tableRecords(_ theme: Instrument.Theme) -> [TemplateRecord] {
        var keys: [(audience: String, scale: String)] = []
        for question in instrument.questions
        where question.theme == theme.id && results.own.table(question.id) != nil {
            if !keys.contains(where: { $0 == (question.audience, question.scale) }) {
                keys.append((question.audience, question.scale))
            }
        }
        return keys.map {
            ["theme": .text(theme.id), "audience": .text($0.audience), "scale": .text($0.scale)]
        }
    }

    // MARK: Headlines, comparisons, groups

    var headlineQuestions: [Instrument.Question] {
        instrument.reportedQuestions.filter { question in
            question.isHeadline
                && results.own.table(question.id).flatMap { Estimate($0.measure, in: $0) } != nil
        }
    }

    private var headlines: [TemplateRecord] {
        headlineQuestions.map { question in
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
    private var comparisonRecords: [TemplateRecord] {
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
            ]
        }
    }

    /// The headline questions by group, where the body's results have groups that can be shown.
    private var groupRecords: [TemplateRecord] {
        instrument.groups.compactMap { group in
            let charts = headlineQuestions.filter { question in
                results.own.tables.filter { $0.question == question.id && $0.group == group.id }
                    .count { $0.wordsInstead == nil } >= 2
            }.map { question -> TemplateRecord in ["question": .text(question.id), "group": .text(group.id)] }
            guard !charts.isEmpty else { return nil }
            return [
                "id": .text(group.id), "title": .text(group.title),
                "charts": .list(charts.map { .object($0) }),
            ]
        }
    }
}

/// The template's names, and after them every figure id.
private struct FigureLookup: TemplateObject {
    let record: TemplateRecord
    let book: FigureBook

    func value(named name: String) -> TemplateValue? {
        if let value = record.value(named: name) { return value }
        return FigureID(name).flatMap { book.entry($0) == nil ? nil : book.value($0) }
    }

    var names: [String] { record.names + book.ids }
}

/// The narratives that people wrote; those they did not write are absent.
private struct NarrativeNames: TemplateObject {
    /// The places that the template has.
    let names: [String]
    let given: [String]

    func value(named name: String) -> TemplateValue? {
        guard names.contains(name) else { return nil }
        return given.contains(name) ? .boolean(true) : .absent
    }
}

extension FigureBook {
    /// A figure as a template prints it; absent where it is not shown.
    func value(_ id: FigureID) -> TemplateValue {
        switch entry(id) {
        case .share(let share): .figure(id: id.description, text: share.words)
        case .base(let base): base.words.map { .figure(id: id.description, text: $0) } ?? .absent
        case .notShown, nil: .absent
        }
    }
}
