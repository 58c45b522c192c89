import Findings
import Language
import Survey
import Templates

// What the Easy Read template names: the same results and findings as the report's, in plain words.
extension ReportContext {
    /// How many differences from one comparator are told.
    private static let differences = 2

    /// The names under `easyRead`.
    var easyReadRecord: TemplateRecord {
        let statements = EasyStatements(self)
        let themes = statements.themes.map { theme, statements -> TemplateRecord in
            [
                "id": .text(theme.id), "title": .text(theme.plainTitle ?? theme.title),
                "statements": .list(statements.map { .object(record($0)) }),
            ]
        }
        let check = settings.easyRead
        return [
            "hasIntroduction": .boolean(!instrument.easyRead.isEmpty),
            "introduction": .list(
                instrument.easyRead.map {
                    .object(["words": .text($0.words), "picture": .text($0.picture)] as TemplateRecord)
                }),
            "facts": .list(statements.mainFacts.map { .object(record($0)) }),
            "themes": .list(themes.map { .object($0) }),
            "replies": .list(results.own.responses.compactMap(replyRecord).map { .object($0) }),
            "collectedFrom": text(wave.collectedFrom.flatMap { CalendarDate(iso: $0)?.inWords }),
            "collectedTo": text(wave.collectedTo.flatMap { CalendarDate(iso: $0)?.inWords }),
            "hasHidden": .boolean(statements.hasHidden),
            "changes": .list(comparisonRecords(overTime: true).map { .object($0) }),
            "others": .list(comparisonRecords(overTime: false).map { .object($0) }),
            "isChecked": .boolean(check != nil), "checkedBy": text(check?.checkedBy),
            "checkedOn": text(check.flatMap { English.date(iso: $0.on) }),
        ]
    }

    private func record(_ statement: EasyStatement) -> TemplateRecord {
        [
            "says": .text(statement.says), "picture": .text(statement.picture),
            "figure": .text(statement.figure.description),
            "people": .figure(
                id: statement.figure.description, text: English.capitalized(statement.outOfTen.words)),
            "isCaution": .boolean(statement.isCaution),
        ]
    }

    private func replyRecord(_ response: Response) -> TemplateRecord? {
        guard let audience = instrument.audience(response.audience), let replies = response.replies.words
        else {
            return nil
        }
        return [
            "replies": .text(English.capitalized(replies)),
            "who": .text(audience.easyRead?.who ?? audience.plural),
            "picture": .text(audience.easyRead?.picture ?? "people"),
        ]
    }

    /// The differences from others, or changes, that the tests found clear, the clearest first; none where nothing was tested.
    private func comparisonRecords(overTime: Bool) -> [TemplateRecord] {
        findings.bodyFamilies.compactMap { family -> TemplateRecord? in
            guard case .comparator(let comparator, _) = family.against,
                (comparator.body == "last") == overTime
            else { return nil }
            let tested = family.differences.filter(\.verdict.isTested)
            guard !tested.isEmpty else { return nil }
            let clear = tested.filter(\.verdict.isClear)
            let told = clear.filter { $0.question.easyRead != nil }
                .sorted { ($0.adjusted ?? 1) < ($1.adjusted ?? 1) }.prefix(Self.differences)
            return [
                "id": .text(comparator.body), "others": .text(family.others),
                "hasItems": .boolean(!told.isEmpty),
                "items": .list(told.map { .object(record($0, overTime: overTime)) }),
                "isNothing": .boolean(clear.isEmpty),
                "isEverything": .boolean(
                    !told.isEmpty && clear.count == told.count && tested.count > told.count),
                "hasMore": .boolean(clear.count > told.count),
            ]
        }
    }

    private func record(_ difference: TestedDifference, overTime: Bool) -> TemplateRecord {
        let question = difference.question
        let nouns = instrument.audience(question.audience)
        // Both numbers are told of a change, where their words differ.
        var now: OutOfTen?
        var before: OutOfTen?
        if overTime {
            (now, before) = (book.outOfTen(difference.figure), book.outOfTen(difference.reference))
        }
        let differ = now != nil && before != nil && now != before
        func figure(_ id: FigureID, _ words: OutOfTen?) -> TemplateValue {
            words.map { .figure(id: id.description, text: $0.words) } ?? .absent
        }
        return [
            "says": .text(question.easyRead ?? ""),
            "people": .text(English.capitalized(nouns?.easyRead?.plural ?? nouns?.plural ?? "people")),
            "often": .text(difference.verdict == .higher ? "more often" : "less often"),
            "picture": .text(question.picture ?? instrument.theme(question.theme)?.picture ?? "people"),
            "figure": .text(difference.figure.description),
            "hasNumbers": .boolean(differ), "now": figure(difference.figure, now),
            "before": figure(difference.reference, before),
        ]
    }
}
