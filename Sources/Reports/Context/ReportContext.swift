import Diagnostics
package import Findings
import Language
package import Survey
import Templates

/// Everything that a report's template can name, from the published results of its body.
package struct ReportContext: Sendable {
    package let results: ComparedResults
    package let wave: Wave
    package internal(set) var settings: ReportSettings
    let book: FigureBook
    let findings: FindingsReport
    /// What people bring to the report beside its figures.
    package var parts = ReportParts()

    package init(results: ComparedResults, wave: Wave, settings: ReportSettings) {
        self.results = results
        self.wave = wave
        self.settings = settings
        book = FigureBook(results)
        findings = FindingsReport(results)
    }

    var instrument: Instrument { results.instrument }
    var bodyName: String { results.own.body.name }
    /// The same within a sentence.
    var bodyInText: String { results.own.body.inText }
    var waveTitle: String { wave.title }
    /// "NHS Digital, …", without its full stop doubled.
    var sourceLine: String { wave.source }
    var title: String { settings.title ?? "What people in \(bodyInText) told us" }
    /// Contact, accessibility and frame: the report's own, else its wave's.
    var publication: Publication { wave.publication.overlaid(by: settings.publication) }
    var notice: String? { settings.notice ?? wave.notice }

    fileprivate var record: TemplateRecord {
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
            "repliesList": .text(repliesList), "marginList": text(marginList),
            "hasRanges": .boolean(results.own.hasRanges),
            "audiences": .list(own.responses.compactMap(audienceRecord).map { .object($0) }),
            "themes": .list(instrument.themes.compactMap(themeRecord).map { .object($0) }),
            "hasChanges": .boolean(!changeRecords.isEmpty),
            "changes": .list(changeRecords.map { .object($0) }),
            "easyRead": .object(easyReadRecord),
        ]
        let (headlines, comparisons, groups) = (headlines(headlineQuestions), comparisonRecords, groupRecords)
        record["hasHeadlines"] = .boolean(!headlines.isEmpty)
        record["headlines"] = .list(headlines.map { .object($0) })
        record["hasComparisons"] = .boolean(!comparisons.isEmpty)
        record["comparisons"] = .list(comparisons.map { .object($0) })
        record["hasGroups"] = .boolean(!groups.isEmpty)
        record["processGroups"] = .list(processRecords.map { .object($0) })
        record["groups"] = .list(groups.map { .object($0) })
        for (name, value) in discussionValues { record[name] = value }
        for (name, value) in findings.templateValues + partValues { record[name] = value }
        return record
    }

    func text(_ text: String?) -> TemplateValue { text.map { .text($0) } ?? .absent }

    private var bodyRecord: TemplateRecord {
        let body = results.own.body
        return [
            "id": .text(body.id), "name": .text(body.name),
            "possessive": .text(English.possessive(body.name)),
            "code": text(body.code), "isCouncil": .boolean(body.kind == .council),
            "councils": text(body.councils.map { English.numberInWords($0) }),
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

    /// "± 8.4 points for budget holders and ± 8.9 points for carers"; nil where no margin is known.
    private var marginList: String? {
        let margins = results.own.responses.compactMap { response -> String? in
            guard let audience = instrument.audience(response.audience) else { return nil }
            return results.own.marginWords(of: response).map {
                "\($0.replacing(" ", with: "\u{A0}")) for \(audience.plural)"
            }
        }
        return margins.isEmpty ? nil : English.list(margins)
    }

    private func audienceRecord(_ response: Response) -> TemplateRecord? {
        guard let audience = instrument.audience(response.audience) else { return nil }
        let isSmall = response.replies.count.flatMap { count in audience.minimumSample.map { count < $0 } }
        return [
            "id": .text(audience.id), "singular": .text(audience.singular), "plural": .text(audience.plural),
            "replies": text(response.replies.words), "rate": text(response.rate?.words),
            "margin": text(results.own.marginWords(of: response)),
            "minimum": text(audience.minimumSample.map { English.number($0) }),
            "isBelowMinimum": .boolean(isSmall ?? false),
            "hasPopulation": .boolean(response.population != nil),
        ]
    }
}

/// What the templates of a report can name: made once for all its documents.
struct ReportNames {
    fileprivate let context: ReportContext
    private let record: TemplateRecord

    init(_ context: ReportContext) {
        self.context = context
        record = context.record
    }

    /// The names at the top of a template, and every figure by its id.
    ///
    /// - Parameter narratives: the narratives that the template has a place for; another name is a fault.
    func data(narratives: [String]) -> any TemplateObject {
        var record = record
        record["narrative"] = .object(
            NarrativeNames(names: narratives, given: context.settings.narrative.keys.sorted()))
        return FigureLookup(record: record, book: context.book)
    }
}

extension ReportNames {
    /// A share in the words of Easy Read, still the same figure: "8 out of 10 people".
    func outOfTen(_ value: TemplateValue) throws(Failure) -> TemplateValue {
        guard case .figure(let name, _) = value, let id = FigureID(name),
            let words = context.book.outOfTen(id)
        else {
            throw Failure("'outOfTen' takes a share, such as holders.dignity.positive@this")
        }
        return .figure(id: name, text: words.words)
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
