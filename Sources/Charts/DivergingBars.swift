/// Bars of ordered answers that part at a line: positive ones to its right, negative ones to its left, the
/// strongest outermost, whichever side the questionnaire begins with.
package struct DivergingBars: Chart, Hashable {
    /// Where neutral answers stand.
    package enum Middle: String, CaseIterable, Hashable, Sendable {
        /// In a column of their own at the right, so that both sides begin at the line.
        case apart
        /// Across the line, half on each side.
        case centred
    }

    package struct Row: Hashable, Sendable {
        package var label: String
        /// "n 2,041", and on a line of their own the answers outside it ("don’t know: 12"); empty for none.
        package var base: String
        package var content: StackedBars.Content

        package init(_ label: String, base: String, content: StackedBars.Content) {
            self.label = label
            self.base = base
            self.content = content
        }
    }

    package var words: ChartWords
    /// In the questionnaire's order.
    package var answers: [StackedBars.Answer]
    package var rows: [Row]
    package var middle: Middle

    package init(words: ChartWords, answers: [StackedBars.Answer], rows: [Row], middle: Middle = .apart) {
        self.words = words
        self.answers = answers
        self.rows = rows
        self.middle = middle
    }

    package var readingNotes: [String] {
        let sides = "Positive answers are to the right of the line, negative ones to the left."
        guard answers.contains(where: { $0.polarity == .neutral }) else { return [sides] }
        return [
            sides
                + (middle == .apart
                    ? " Answers that are neither stand apart at the right."
                    : " Answers that are neither lie across it.")
        ]
    }

    package func body(width: Double, type: Typesetter) -> DrawnBody {
        DivergingBarsLayout(chart: self, width: width, type: type).body()
    }

    package var spoken: String {
        StackedBars(
            title: "", subtitle: "", answers: answers,
            rows: rows.map { .init($0.label, bars: [.init(base: $0.base, content: $0.content)]) }
        ).spoken
    }

    /// The answers by their place from left to right: negative ones, the strongest first; those in the middle; positive
    /// ones, the strongest last.
    var leftToRight: [Int] {
        let isPositiveFirst = answers.first { $0.polarity != .neutral }?.polarity == .positive
        func places(_ polarity: Polarity) -> [Int] {
            let places = answers.indices.filter { answers[$0].polarity == polarity }
            return isPositiveFirst ? places.reversed() : places
        }
        return middle == .centred
            ? places(.negative) + places(.neutral) + places(.positive)
            : places(.negative) + places(.positive) + places(.neutral)
    }
}
