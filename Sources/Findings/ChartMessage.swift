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
        /// Few people answered: where its share is the highest or the lowest, the message says so.
        package var isCaution: Bool

        package init(_ label: String, _ share: Percentage?, isCaution: Bool = false) {
            self.label = label
            self.share = share
            self.isCaution = isCaution
        }

        /// A row of the measure that a table holds.
        package init(_ label: String, of table: PublishedTable?) {
            self.init(label, table?.measure?.share, isCaution: table?.showing == .caution)
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

    /// The message of several questions: the highest and the lowest share; of two, both.
    ///
    /// - Parameter measure: what the shares are of, as a subtitle says it: "Percentage answering “yes”".
    package init(kind: String, measure: String, rows: [Row]) {
        let shown = rows.filter { $0.share != nil }
        let shares = shown.compactMap(\.share)
        guard let first = shown.first, let high = shares.max(), let low = shares.min() else {
            self.init(title: "These questions cannot be shown", sentences: [])
            return
        }
        let count = "\(kind), \(rows.count) \(rows.count == 1 ? "row" : "rows")."
        if high == low {
            let share = high.words
            self.init(
                title: shown.count == 1
                    ? "\(first.label): \(share)"
                    : "\(shown.count == 2 ? "Both" : "All \(English.numberInWords(shown.count))") stand at \(share)",
                sentences: [count, "\(measure)."])
            return
        }
        if shown.count == 2, rows.count == 2 {
            self.init(
                title:
                    "“\(shown[0].label)” stands at \(shares[0].words), “\(shown[1].label)” at \(shares[1].words)",
                sentences: ["\(kind).", "\(measure)."])
            return
        }
        let (highest, lowest) = (shown.filter { $0.share == high }, shown.filter { $0.share == low })
        self.init(
            title:
                "\(Self.names(highest)) \(highest.count == 1 ? "is" : "are") highest at \(high.words)\(Self.few(highest)), "
                + "\(Self.names(lowest)) lowest at \(low.words)\(Self.few(lowest))",
            sentences: [count, "\(measure)."])
    }

    /// The rows that share a place: “A”, “A” and “B”, three.
    private static func names(_ rows: [Row]) -> String {
        rows.count > 2 ? English.numberInWords(rows.count) : quoted(rows.map(\.label))
    }

    /// Labels in quotation marks, which show by themselves what belongs together.
    static func quoted(_ labels: [String]) -> String {
        let items = labels.map { "“\($0)”" }
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " and " + last
    }

    private static func few(_ rows: [Row]) -> String {
        rows.contains(where: \.isCaution) ? " (few people answered)" : ""
    }

    /// The message of one question: the share of its measure, then each answer.
    package init(
        question: Instrument.Question, audience: Instrument.Audience?, table: PublishedTable, form: Scale.Form
    ) {
        let answers = zip(form.answers, table.cells).compactMap { answer, cell in
            cell.share.map { (answer.label, $0) }
        }
        guard !answers.isEmpty else {
            self.init(title: question.title(table.wordsInstead ?? "not shown"), sentences: [])
            return
        }
        let title: String
        if let says = question.says, let share = table.measure?.share {
            title = "\(share.words) of \(audience?.plural ?? "people") \(says)"
        } else if let most = answers.max(by: { $0.1 < $1.1 }) {
            title = question.title("“\(most.0)” was the most common answer, \(most.1.words)")
        } else {
            title = question.label
        }
        let list = answers.map { "\($0.0) \($0.1.words)" }.joined(separator: "; ")
        self.init(title: title, sentences: [list + "."])
    }
}
