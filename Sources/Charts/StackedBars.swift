/// Horizontal bars of 100 %, one a question, cut into the shares of the answers in the order of the
/// questionnaire.
///
/// Every text comes formatted; percentages serve the geometry alone and must be the published ones.
package struct StackedBars: Chart, Hashable {
    package struct Answer: Hashable, Sendable {
        package var label: String
        package var polarity: Polarity

        package init(_ label: String, _ polarity: Polarity) {
            self.label = label
            self.polarity = polarity
        }
    }

    /// A question with its bar, or with several that compare (this body first).
    package struct Row: Hashable, Sendable {
        package var label: String
        package var bars: [Bar]

        package init(_ label: String, bars: [Bar]) {
            self.label = label
            self.bars = bars
        }
    }

    package struct Bar: Hashable, Sendable {
        /// Whom the bar is about ("All 18 councils"); nil where the row has one bar and needs no name.
        package var label: String?
        /// "n 2,041", "about 455"; empty for none.
        package var base: String
        package var content: Content

        package init(label: String? = nil, base: String, content: Content) {
            self.label = label
            self.base = base
            self.content = content
        }
    }

    package enum Content: Hashable, Sendable {
        /// The shares; what is left of 100 % because it may not be shown is `notShown` (percent).
        case shares([Segment], notShown: Double?)
        /// A sentence in the place of the bar.
        case words(String)
    }

    package struct Segment: Hashable, Sendable {
        /// The position of the answer in the key.
        package var answer: Int
        /// The published share, 0 to 100.
        package var percent: Double
        /// The same as text, "46%".
        package var label: String

        package init(answer: Int, percent: Double, label: String) {
            self.answer = answer
            self.percent = percent
            self.label = label
        }
    }

    package var words: ChartWords
    package var answers: [Answer]
    package var rows: [Row]
    /// The key's word for the hatched segment.
    package var notShownLabel = "Not shown"

    package init(
        title: String, subtitle: String, answers: [Answer], rows: [Row], notes: [String] = [],
        alternative: String? = nil
    ) {
        words = ChartWords(title: title, subtitle: subtitle, notes: notes, alternative: alternative)
        self.answers = answers
        self.rows = rows
    }

    package func body(width: Double, type: Typesetter) -> DrawnBody {
        StackedBarsLayout(chart: self, width: width, type: type).body()
    }
}

extension StackedBars {
    /// All the chart shows, as sentences.
    package var spoken: String {
        let rows = rows.map { row in
            let bars = row.bars.map { bar in
                let name = bar.label.map { "\($0): " } ?? ""
                let base = bar.base.isEmpty ? "" : " (\(bar.base))"
                return name + spoken(bar.content) + base
            }
            return "\(row.label): \(bars.joined(separator: "; "))."
        }
        return (["Stacked bars, one for each question."] + rows).joined(separator: " ")
    }

    private func spoken(_ content: Content) -> String {
        switch content {
        case .words(let words): return words
        case .shares(let segments, let notShown):
            let shares = segments.map { segment in
                let answer = answers.indices.contains(segment.answer) ? answers[segment.answer].label : "?"
                return "\(answer) \(segment.label)"
            }
            return (shares + (notShown == nil ? [] : ["the rest is not shown"])).joined(separator: ", ")
        }
    }
}
