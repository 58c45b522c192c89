import Language
import Statistics
package import Survey

/// One published share with all that sentences need of it: a question's measure, for a body or one category of a group.
struct Measure: Hashable {
    let question: Instrument.Question
    let figure: FigureID
    let table: PublishedTable
    let share: Percentage

    /// Nil where the share is not shown.
    init?(_ question: Instrument.Question, table: PublishedTable, body: String) {
        guard let estimate = Estimate(table.measure, in: table) else { return nil }
        self.question = question
        self.table = table
        share = estimate.share
        figure = FigureID(
            audience: question.audience, question: question.id, group: table.group, category: table.category,
            measure: "positive", body: body)
    }

    /// Few answered: to be read with care.
    var isCaution: Bool { table.showing == .caution }

    /// The count and the base, where both are published and exact.
    var counts: (count: Int, base: Int)? {
        guard case .exact(let base) = table.base, let count = table.measure?.count else { return nil }
        return (count, base)
    }

    /// The share as the report prints it.
    var part: Sentence.Part { .figure(figure, share.words) }

    /// "nearly two thirds", from the count where it is published.
    var quantity: String { shown.map { English.quantityWords($0).phrase } ?? share.words }

    /// "fewer than 4 in 10", from the count where it is published; nil from half on.
    var quantityFromAbove: String? { shown.flatMap { English.quantityFromAbove($0) } }

    private var shown: ShownPercentage? {
        counts.flatMap { ShownPercentage(count: $0.count, of: $0.base) }
            ?? ShownPercentage(units: share.units, decimals: share.decimals)
    }
}

extension Instrument {
    /// Whether more of a question's measure is better: all answers in it are positive ones.
    package func isOutcome(_ question: Question) -> Bool {
        guard let scale = scale(of: question), !scale.isMultiple, theme(question.theme)?.isBackground != true
        else {
            return false
        }
        return scale.answers.filter { scale.measure.contains($0.id) }.allSatisfy { $0.polarity == .positive }
    }

    func plural(_ audience: String) -> String { self.audience(audience)?.plural ?? "people" }

    /// What those in the measure said, after "of budget holders"; without words for it, the answers that are counted.
    package func says(_ question: Question) -> String {
        if let says = question.says { return says }
        let link = question.topic == nil && question.isLabelledByItself ? "to" : "on"
        return "answered “\(scale(of: question)?.measureLabel ?? "")” \(link) \(question.topicWords)"
    }
}

extension Instrument.Question {
    /// What it asks about, in a list within a sentence; a label that is a question stands in quotation marks.
    var topicWords: String {
        topic ?? (isLabelledByItself ? "“\(label)”" : English.uncapitalized(label))
    }

    /// A title that begins with the label: "Money: three said so", "Who helps? Three said so".
    package func title(_ claim: String) -> String {
        isLabelledByItself
            ? "\(label) \(English.capitalized(claim))" : "\(label): \(English.uncapitalized(claim))"
    }

    /// Whether the label is the question as it was asked.
    fileprivate var isLabelledByItself: Bool { label.hasSuffix("?") }
}
