import Language
package import Survey

/// What a chart says, in words: its message, and the text alternative that every format carries.
package struct ChartMessage: Hashable, Sendable {
    /// The title: a sentence without its full stop.
    package var title: String
    /// At most 250 characters, then "Table follows.".
    package var alternative: String

    /// One row of a chart: its label and the share that the message speaks of, if shown.
    package struct Row: Hashable, Sendable {
        package var label: String
        package var share: Percentage?

        package init(_ label: String, _ share: Percentage?) {
            self.label = label
            self.share = share
        }
    }

    private static let limit = 250
    private static let end = " Table follows."

    init(title: String, sentences: [String]) {
        self.title = title
        var text = title + "."
        for sentence in sentences where text.count + 1 + sentence.count <= Self.limit {
            text += " " + sentence
        }
        if text.count > Self.limit { text = text.prefix(Self.limit - 1) + "…" }
        alternative = text + Self.end
    }

    /// The message of several questions: the highest and the lowest measure; of two, both.
    package init(kind: String, measure: String, rows: [Row]) {
        let shown = rows.filter { $0.share != nil }
        guard let first = shown.first, let high = Self.extreme(shown, <), let low = Self.extreme(shown, >)
        else {
            self.init(title: "These questions cannot be shown", sentences: [])
            return
        }
        let count = "\(kind), \(rows.count) \(rows.count == 1 ? "row" : "rows")."
        if high == low {
            let share = first.share?.words ?? ""
            self.init(
                title: shown.count == 1
                    ? "\(first.label): \(share)"
                    : "\(shown.count == 2 ? "Both" : "All \(English.numberInWords(shown.count))") stand at \(share)",
                sentences: [count, "Measure: \(measure)."])
            return
        }
        if shown.count == 2, rows.count == 2 {
            let shares = shown.map { $0.share?.words ?? "" }
            self.init(
                title: "“\(shown[0].label)” stands at \(shares[0]), “\(shown[1].label)” at \(shares[1])",
                sentences: ["\(kind).", "Measure: \(measure)."])
            return
        }
        self.init(
            title:
                "“\(high.label)” is highest at \(high.share?.words ?? ""), “\(low.label)” lowest at \(low.share?.words ?? "")",
            sentences: [count, "Measure: \(measure)."])
    }

    /// The message of one question: the share of its measure, then each answer.
    package init(
        question: Instrument.Question, audience: Instrument.Audience?, table: PublishedTable, form: Scale.Form
    ) {
        let answers = zip(form.answers, table.cells).compactMap { answer, cell in
            cell.share.map { (answer.label, $0) }
        }
        guard !answers.isEmpty else {
            self.init(title: "\(question.label): \(table.wordsInstead ?? "not shown")", sentences: [])
            return
        }
        let title: String
        if let says = question.says, let share = table.measure?.share {
            title = "\(share.words) of \(audience?.plural ?? "people") \(says)"
        } else if let most = answers.max(by: { $0.1 < $1.1 }) {
            title = "\(question.label): “\(most.0)” was the most common answer, \(most.1.words)"
        } else {
            title = question.label
        }
        let list = answers.map { "\($0.0) \($0.1.words)" }.joined(separator: "; ")
        self.init(title: title, sentences: [list + "."])
    }

    /// The message of a comparison: on how many questions the first comparator lies within this body's likely range.
    package init(comparisons: [Comparison], body: String, others: [Wave.Comparator]) {
        let rows = comparisons.map { Row($0.question.label, $0.estimate?.share) }
        let plain = ChartMessage(kind: "Dot plot", measure: "share on each question", rows: rows)
        guard let other = others.first else {
            self = plain
            return
        }
        let within = comparisons.compactMap { comparison in
            comparison.others.first.flatMap { comparison.isWithinRange($0) }
        }
        guard !within.isEmpty else {
            self.init(title: "\(body) beside \(other.inText)", sentences: [plain.title + "."])
            return
        }
        let inside = within.count { $0 }
        let questions =
            inside == within.count && inside > 1
            ? "all \(inside) questions" : "\(inside) of \(within.count) questions"
        let range = "\(body)’s likely range for “\(comparisons[0].question.label)”"
        let takes = "\(inside == 1 ? "takes in" : "leaves out") \(other.inText)"
        let title =
            within.count == 1 && comparisons.count == 1
            ? "\(range) \(takes)"
            : within.count == 1
                ? "\(body)’s likely range \(takes) on the question that can be compared"
                : "\(body)’s likely range takes in \(other.inText) on \(questions)"
        self.init(title: title, sentences: ["Dot plot.", plain.title + "."])
    }

    /// The row with the extreme share; ties go to the earlier row.
    private static func extreme(_ rows: [Row], _ isBefore: (Percentage, Percentage) -> Bool) -> Row? {
        rows.reduce(nil as Row?) { best, row in
            guard let best, let bestShare = best.share, let share = row.share else { return best ?? row }
            return isBefore(bestShare, share) ? row : best
        }
    }
}
