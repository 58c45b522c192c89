/// The answers that a question offers, in the questionnaire's order.
package struct Scale: Hashable, Sendable {
    /// Which way an answer points.
    package enum Polarity: String, CaseIterable, Hashable, Sendable {
        case positive, neutral, negative
    }

    /// One answer, or several taken together.
    package struct Answer: Hashable, Sendable {
        package var id: String
        package var label: String
        package var polarity: Polarity
        /// The ids of the questionnaire's answers that it holds: itself alone in the full form.
        package var parts: [String]

        package init(id: String, label: String, polarity: Polarity, parts: [String]) {
            self.id = id
            self.label = label
            self.polarity = polarity
            self.parts = parts
        }
    }

    /// A way of showing the scale: as asked (`full`), or coarser.
    package struct Form: Hashable, Sendable {
        package static let full = "full"

        package var id: String
        package var title: String
        package var answers: [Answer]

        package init(id: String, title: String, answers: [Answer]) {
            self.id = id
            self.title = title
            self.answers = answers
        }
    }

    package var id: String
    /// The collapse ladder: the scale as asked first, then coarser and coarser.
    package var forms: [Form]
    /// Answers outside the base ("don't know", "does not apply"): id and label.
    package var outside: [Answer]
    /// The answers whose share is the question's measure (`positive` in figure ids).
    package var measure: [String]
    /// What the measure counts, for chart titles: "better or a lot better".
    package var measureLabel: String
    /// Whether people could choose several answers, so that shares add up to more than 100 %.
    package var isMultiple: Bool
    /// What stands between people and the topics of several questions: "said that things had got better when it came to".
    package var grouped: String?

    package init(
        id: String, forms: [Form], outside: [Answer], measure: [String], measureLabel: String,
        isMultiple: Bool, grouped: String? = nil
    ) {
        self.id = id
        self.forms = forms
        self.outside = outside
        self.measure = measure
        self.measureLabel = measureLabel
        self.isMultiple = isMultiple
        self.grouped = grouped
    }

    /// The answers as the questionnaire has them.
    package var answers: [Answer] { forms.first?.answers ?? [] }

    package func form(_ id: String) -> Form? { forms.first { $0.id == id } }
}
