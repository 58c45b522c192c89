import Diagnostics
import Findings
import Language
import Survey

/// Which numbers a report may print, and where.
///
/// Built from the published results and the declared texts alone, not from what the figures were made of.
struct NumberRegister {
    /// Numbers that may stand anywhere: in the words of the questionnaire and the wave, of people asked and replied, in claims
    /// such as "7 in 10", and those of the method.
    private(set) var common: Set<PrintedNumber> = []
    /// By a figure's name, what its drawing, its table, its words and its data file may print.
    private var figures: [String: Set<PrintedNumber>] = [:]
    /// By a figure's name, how many rows it has.
    private var rows: [String: Int] = [:]

    /// The results by the name after the @ of a figure's id.
    private var published: [String: (results: PublishedResults, instrument: Instrument)] = [:]

    /// The numbers of tested differences; of those between bodies, by the question alone.
    private var differences: [Tested: Set<PrintedNumber>] = [:]

    private struct Tested: Hashable {
        var question: String
        var group: String?
        var category: String?
    }

    /// Numbers of the method, the same in every report: confidence, a share of a half, the ends of an axis and its ticks.
    private static let method = "95% 5% 50% 0% 25% 75% 100%"

    init(_ context: ReportContext, data: [FigureData]) {
        declare(Self.method)
        declare(context)
        for instrument in [context.instrument] + context.results.others.map(\.instrument) {
            declare(instrument)
        }
        for published in [context.results.own] + context.results.others.map(\.results) {
            declare(published.body.name, published.body.id, published.wave, published.body.code)
            if let councils = published.body.councils { common.insert(PrintedNumber(councils)) }
            for response in published.responses {
                declare(response, margin: published.marginWords(of: response))
            }
        }
        published["this"] = (context.results.own, context.instrument)
        for other in context.results.others {
            published[other.comparator.body] = (other.results, other.instrument)
        }
        let instrument = context.instrument
        for finding in context.findings.findings
            + instrument.themes.flatMap({ context.findings.opening(of: $0.id) })
        {
            for part in finding.sentences.flatMap(\.parts) {
                switch part {
                case .claim(let words, _), .given(let words): declare(words)
                case .figure, .text: break
                }
            }
        }
        context.findings.notes.forEach { declare($0) }
        for difference in context.findings.bodyFamilies.flatMap(\.differences) {
            declare(difference, as: Tested(question: difference.question.id))
        }
        for difference in context.findings.groupFamilies.flatMap(\.differences) {
            guard let group = difference.figure.group else { continue }
            declare(
                difference,
                as: Tested(
                    question: difference.question.id, group: group, category: difference.figure.category))
        }
        for figure in data { register(figure, of: context) }
    }

    /// What a figure may print; of one that is not known, what may stand anywhere.
    func numbers(of figure: String) -> Set<PrintedNumber> { figures[figure] ?? common }

    /// What a table of a body's results may hold.
    func numbers(of body: String, _ question: String, group: String?, category: String?) -> Set<PrintedNumber>
    {
        var numbers: Set<PrintedNumber> = []
        if let (results, instrument) = published[body],
            let table = results.table(question, group: group, category: category)
        {
            numbers.add(table, of: instrument)
        }
        return numbers
    }

    /// How many rows a figure has.
    func rows(of figure: String) -> Int { rows[figure] ?? 0 }

    // MARK: Declared texts

    private mutating func declare(_ texts: String?...) {
        for text in texts.compactMap(\.self) { common.formUnion(PrintedNumber.all(in: text)) }
    }

    /// Every text that the wave, the report's settings and what people brought to it hold, whatever they are called.
    private mutating func declare(_ context: ReportContext) {
        declare(context.title, context.notice, context.collected)
        for (name, value) in Mirror(reflecting: context).children
        where !["results", "book", "findings"].contains(name) {
            declare(textsOf: value)
        }
    }

    private mutating func declare(textsOf value: Any) {
        switch value {
        case let text as String: declare(text)
        case let date as CalendarDate: declare(date.inWords)
        case is SourceLocation, is Int, is Bool: break
        default: for child in Mirror(reflecting: value).children { declare(textsOf: child.value) }
        }
    }

    private mutating func declare(_ instrument: Instrument) {
        declare(instrument.id, instrument.title, instrument.note)
        for audience in instrument.audiences {
            declare(audience.singular, audience.plural, audience.minimumSample.map { English.number($0) })
        }
        for theme in instrument.themes {
            declare(theme.id, theme.title, theme.plainTitle, theme.introduction)
            declare(theme.eligibility)
            (theme.wellbeing + theme.makingItReal).forEach { declare($0) }
        }
        for scale in instrument.scales {
            declare(scale.id, scale.measureLabel, scale.grouped)
            for form in scale.forms {
                declare(form.id, form.title)
                common.insert(PrintedNumber(form.answers.count))
                for answer in form.answers { declare(answer.id, answer.label) }
            }
            for answer in scale.outside { declare(answer.id, answer.label) }
        }
        for group in instrument.groups {
            declare(group.id, group.title)
            for category in group.allCategories {
                declare(category.id, category.label, category.who)
            }
        }
        for question in instrument.questions {
            declare(question.id, question.number, question.wording, question.label)
            declare(question.says, question.topic, question.easyRead)
            (question.wellbeing + question.makingItReal).forEach { declare($0) }
        }
    }

    private mutating func declare(_ response: Response, margin: String?) {
        declare(response.replies.words, response.rate?.words, margin)
        // Data files write them without the sign.
        for text in [response.rate?.words, margin].compactMap(\.self) {
            common.formUnion(PrintedNumber.all(in: text).map(\.plain))
        }
        switch response.replies {
        case .rounded(_, let step): common.insert(PrintedNumber(step))
        case .exact: common.insert(PrintedNumber(1))
        case .surveyWide, .unknown, .withheld: break
        }
        declare(response.population.map { English.number($0) }, response.invited.map { English.number($0) })
    }

    // MARK: Figures

    private mutating func declare(_ difference: TestedDifference, as tested: Tested) {
        for words in [difference.pointsWords, difference.intervalWords].compactMap(\.self) {
            differences[tested, default: []].formUnion(PrintedNumber.all(in: words))
        }
    }

    private mutating func register(_ figure: FigureData, of context: ReportContext) {
        var numbers = common
        for response in figure.responses {
            numbers.add(response, margin: context.results.own.margin(of: response))
        }
        var tables: Set<PublishedTable> = []
        for value in figure.values where !tables.contains(value.table) {
            tables.insert(value.table)
            guard let (published, instrument) = Self.results(of: value, in: context),
                let table = published.table(
                    value.table.question, group: value.table.group, category: value.table.category)
            else { continue }
            numbers.add(table, of: instrument)
            let question = value.question.id
            numbers.formUnion(differences[Tested(question: question)] ?? [])
            if let group = value.group {
                let tested = Tested(question: question, group: group, category: value.category)
                numbers.formUnion(differences[tested] ?? [])
            }
            if let others = Self.everybodyElse(beside: value, of: published, instrument) {
                numbers.add(others.share)
                numbers.insert(PrintedNumber(others.base))
            }
        }
        figures[figure.name] = numbers
        rows[figure.name] = tables.count
    }

    /// Those beside the first category of a group that says how the process went, where there are several.
    private static func everybodyElse(
        beside value: FigureData.Value, of published: PublishedResults, _ instrument: Instrument
    ) -> EverybodyElse? {
        guard let group = value.group.flatMap({ instrument.group($0) }), group.isProcess,
            group.categories.count > 2, group.categories.first?.id == value.category
        else { return nil }
        let tables = group.categories.dropFirst().compactMap {
            published.table(value.table.question, group: group.id, category: $0.id)
        }
        return tables.count == group.categories.count - 1 ? EverybodyElse(tables) : nil
    }

    private static func results(
        of value: FigureData.Value, in context: ReportContext
    ) -> (PublishedResults, Instrument)? {
        let isMeant = { (results: PublishedResults) in
            results.body.id == value.body.id && results.wave == value.wave
        }
        if isMeant(context.results.own) { return (context.results.own, context.instrument) }
        return context.results.others.first { isMeant($0.results) }.map { ($0.results, $0.instrument) }
    }
}

extension Set<PrintedNumber> {
    /// All that is published in a table, in every form that its cells can be added up to.
    fileprivate mutating func add(_ table: PublishedTable, of instrument: Instrument) {
        let scale = instrument.question(table.question).flatMap { instrument.scale(of: $0) }
        let collapsed = scale.map { scale in scale.forms.compactMap { table.collapsed(to: $0, of: scale) } }
        for table in [table] + (collapsed ?? []) {
            for cell in table.cells + table.outside + [table.measure].compactMap(\.self) {
                add(cell.share)
                if let count = cell.count { insert(PrintedNumber(count)) }
                if let margin = cell.margin { add(margin) }
                guard let range = Estimate(cell, in: table)?.range else { continue }
                add(range.low)
                add(range.high)
            }
        }
        switch table.base {
        case .exact(let count): insert(PrintedNumber(count)); insert(PrintedNumber(1))
        case .rounded(let count, let step): insert(PrintedNumber(count)); insert(PrintedNumber(step))
        case .surveyWide(let count): insert(PrintedNumber(count))
        case .unknown, .withheld: break
        }
    }

    /// How many replied, as a data file writes it.
    fileprivate mutating func add(_ response: Response, margin: Percentage?) {
        add(response.rate)
        add(margin)
        if let count = response.replies.count { insert(PrintedNumber(count)) }
        if case .rounded(_, let step) = response.replies {
            insert(PrintedNumber(step))
        } else {
            insert(PrintedNumber(1))
        }
        for count in [response.population, response.invited].compactMap(\.self) {
            insert(PrintedNumber(count))
        }
    }

    fileprivate mutating func add(_ share: Percentage?) {
        guard let share else { return }
        let units = Swift.abs(share.units)
        insert(PrintedNumber(units, decimals: share.decimals, isPercent: true))
        // Data files write it without the sign.
        insert(PrintedNumber(units, decimals: share.decimals))
    }
}
