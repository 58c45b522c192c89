import Findings
import Language
import Survey

/// One result as Easy Read tells it: what people say in their own words, and how many of ten say it.
struct EasyStatement: Hashable {
    var question: Instrument.Question
    /// "My life is better."
    var says: String
    var figure: FigureID
    var share: Percentage
    var outOfTen: OutOfTen
    var picture: String
    /// Few people answered.
    var isCaution: Bool
}

/// The results of a body as statements of Easy Read.
///
/// Only what is published is spoken of, and only questions for which the questionnaire has Easy Read words.
struct EasyStatements {
    /// How many main facts stand first.
    static let facts = 8
    /// How many statements the themes may have together, so that the document keeps to its 24 pages.
    static let most = 44

    /// What stands for the answer in the words of a question with several: "I spend the money on {answer}."
    private static let answer = "{answer}"

    private let context: ReportContext

    init(_ context: ReportContext) { self.context = context }

    private var instrument: Instrument { context.instrument }

    /// The statements of a question: one, or one an answer where people could choose several and the words have a place for it.
    func statements(_ question: Instrument.Question) -> [EasyStatement] {
        guard let words = question.easyRead, let scale = instrument.scale(of: question),
            let table = context.results.own.table(question.id)
        else { return [] }
        guard scale.isMultiple, words.contains(Self.answer) else {
            return statement(question, says: words, measure: "positive", cell: table.measure, table).map {
                [$0]
            }
                ?? []
        }
        return scale.answers.compactMap { answer in
            let says = words.replacing(Self.answer, with: English.uncapitalized(answer.label))
            return statement(question, says: says, measure: answer.id, cell: table.cell(answer.id), table)
        }
    }

    private func statement(
        _ question: Instrument.Question, says: String, measure: String, cell: PublishedCell?,
        _ table: PublishedTable
    ) -> EasyStatement? {
        let figure = FigureID(
            audience: question.audience, question: question.id, measure: measure, body: "this")
        guard let estimate = Estimate(cell, in: table), let outOfTen = context.outOfTen(figure) else {
            return nil
        }
        let picture = question.picture ?? instrument.theme(question.theme)?.picture ?? "people"
        return EasyStatement(
            question: question, says: says, figure: figure, share: estimate.share, outOfTen: outOfTen,
            picture: picture, isCaution: table.showing == .caution)
    }

    /// The main facts: the headlines of the questionnaire; where there are fewer than eight, then the highest and the lowest of
    /// the others in turn. All in the order of the questionnaire.
    var mainFacts: [EasyStatement] {
        let all = instrument.reportedQuestions.filter { !(instrument.scale(of: $0)?.isMultiple ?? true) }
            .flatMap(statements)
        var chosen = all.filter(\.question.isHeadline).prefix(Self.facts).map(\.figure)
        var others = all.filter { !chosen.contains($0.figure) && !$0.question.isHeadline }
            .sorted { ($1.share, $0.figure.description) < ($0.share, $1.figure.description) }[...]
        var takesHighest = true
        while chosen.count < Self.facts, let next = takesHighest ? others.popFirst() : others.popLast() {
            chosen.append(next.figure)
            takesHighest.toggle()
        }
        return all.filter { chosen.contains($0.figure) }
    }

    /// The statements of each theme that has some.
    ///
    /// Where there are more than a short document can hold, the longest themes lose their last ones that are no headlines.
    var themes: [(theme: Instrument.Theme, statements: [EasyStatement])] {
        var themes = instrument.themes.map { theme in
            (
                theme: theme,
                statements: instrument.reportedQuestions.filter { $0.theme == theme.id }.flatMap(statements)
            )
        }.filter { !$0.statements.isEmpty }
        while themes.reduce(0, { $0 + $1.statements.count }) > Self.most {
            let longest = themes.indices.max { themes[$0].statements.count < themes[$1].statements.count }
            guard let longest else { break }
            let last = themes[longest].statements.lastIndex { !$0.question.isHeadline }
            themes[longest].statements.remove(at: last ?? themes[longest].statements.count - 1)
        }
        return themes
    }

    /// Whether a question that could be told of is hidden, because too few people answered.
    var hasHidden: Bool {
        instrument.reportedQuestions.contains { question in
            guard question.easyRead != nil, let table = context.results.own.table(question.id) else {
                return false
            }
            switch table.showing {
            case .withheld, .noPercentage: return true
            case .notAvailable: return false
            case .shown, .caution: return table.measure != nil && table.measure?.share == nil
            }
        }
    }

    /// The questions that have results, and no words of Easy Read.
    var unworded: [Instrument.Question] {
        instrument.reportedQuestions.filter { $0.easyRead == nil && context.results.own.table($0.id) != nil }
    }
}

extension ReportContext {
    /// A published share in tenths, with the plain noun of its audience; nil where it is not shown.
    func outOfTen(_ id: FigureID) -> OutOfTen? {
        guard case .share(let share)? = book.entry(id) else { return nil }
        let nouns = instrument.audience(id.audience)
        let plural = nouns?.easyRead?.plural ?? nouns?.plural ?? "people"
        let shown = counted(id) ?? ShownPercentage(units: share.units, decimals: share.decimals)
        return shown.map { English.outOfTen($0, plural) }
    }

    /// The share from its count, which tells nobody from almost nobody; nil where no exact count is published.
    private func counted(_ id: FigureID) -> ShownPercentage? {
        guard id.body == "this",
            let table = results.own.table(id.question, group: id.group, category: id.category),
            case .exact(let base) = table.base,
            let count = (id.measure == "positive" ? table.measure : table.cell(id.measure))?.count
        else { return nil }
        return ShownPercentage(count: count, of: base)
    }
}
