/// The published answers to one question, of everybody or of one category of a group.
package struct PublishedTable: Hashable, Sendable {
    /// What may be shown of a table.
    package enum Showing: String, CaseIterable, Hashable, Sendable {
        case shown
        /// The base is small: shown, to be read with care.
        case caution
        /// Too few replies for percentages; the base may be told.
        case noPercentage = "no-percentage"
        /// Nothing is shown: too few replied, or another row could be worked out from it.
        case withheld
        /// The publisher gives nothing for it, or it was not asked.
        case notAvailable = "not-available"
    }

    package var question: String
    package var group: String?
    package var category: String?
    package var showing: Showing
    package var base: Base
    /// The form of the scale (an id of the collapse ladder).
    package var form: String
    /// One cell an answer of the form, in order; empty where only the measure is published.
    package var cells: [PublishedCell]
    /// The share of the question's measure.
    package var measure: PublishedCell?
    /// Answers outside the base: "don't know", "does not apply".
    package var outside: [PublishedCell]

    package init(
        question: String, group: String? = nil, category: String? = nil, showing: Showing, base: Base,
        form: String, cells: [PublishedCell], measure: PublishedCell?, outside: [PublishedCell] = []
    ) {
        self.question = question
        self.group = group
        self.category = category
        self.showing = showing
        self.base = base
        self.form = form
        self.cells = cells
        self.measure = measure
        self.outside = outside
    }

    package func cell(_ answer: String) -> PublishedCell? { cells.element { cells[$0].answer == answer } }
}

/// One published number, or the marker that stands in its place.
package struct PublishedCell: Hashable, Sendable {
    package enum Value: Hashable, Sendable {
        case shown(share: Percentage?, count: Int?)
        case withheld(Marker)
    }

    /// The answer's id in the table's form; `positive` for the measure.
    package var answer: String
    package var value: Value
    /// The publisher's own margin of error, in percentage points at 95 %.
    package var margin: Percentage?

    package init(answer: String, value: Value, margin: Percentage? = nil) {
        self.answer = answer
        self.value = value
        self.margin = margin
    }

    /// The share, where it is shown.
    package var share: Percentage? {
        if case .shown(let share, _) = value { share } else { nil }
    }

    package var count: Int? {
        if case .shown(_, let count) = value { count } else { nil }
    }
}
