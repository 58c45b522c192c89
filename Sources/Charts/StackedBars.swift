package import Scene

/// Horizontal bars of 100 %, one a question, cut into the shares of the answers in the order of the
/// questionnaire.
///
/// Every text comes formatted; percentages serve the geometry alone and must be the published ones.
package struct StackedBars: Hashable, Sendable {
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

    /// The message, a sentence.
    package var title: String
    /// The statistical title: measure, who, where, when.
    package var subtitle: String
    package var answers: [Answer]
    package var rows: [Row]
    package var notes: [String]
    /// The text alternative; when nil the chart says its own figures.
    package var alternative: String?
    /// The key's word for the hatched segment.
    package var notShownLabel = "Not shown"

    package init(
        title: String, subtitle: String, answers: [Answer], rows: [Row], notes: [String] = [],
        alternative: String? = nil
    ) {
        self.title = title
        self.subtitle = subtitle
        self.answers = answers
        self.rows = rows
        self.notes = notes
        self.alternative = alternative
    }

    /// The chart at `width` points: all layout decided.
    ///
    /// Below 560 points (without margins) labels stand above their bars.
    package func picture(
        width: Double, measurer: any TextMeasurer, theme: ChartTheme = .standard, parts: ChartParts = .all
    ) -> Picture {
        let frame = frame(width: width, measurer: measurer, theme: theme, parts: parts)
        let body = StackedBarsLayout(chart: self, width: frame.inner, type: frame.type).body()
        return frame.picture(around: body, notes: body.notes + notes)
    }

    /// The notes that belong under the chart when it is drawn so: its own ones and those that the drawing calls
    /// for.
    ///
    /// A page that prints the words itself (`.marksOnly`) prints these.
    package func footNotes(
        width: Double, measurer: any TextMeasurer, theme: ChartTheme = .standard,
        parts: ChartParts = .marksOnly
    ) -> [String] {
        let frame = frame(width: width, measurer: measurer, theme: theme, parts: parts)
        return StackedBarsLayout(chart: self, width: frame.inner, type: frame.type).body().notes + notes
    }

    private func frame(
        width: Double, measurer: any TextMeasurer, theme: ChartTheme, parts: ChartParts
    ) -> ChartFrame {
        ChartFrame(
            title: title, subtitle: subtitle, alternative: alternative ?? spoken, parts: parts, width: width,
            theme: theme, measurer: measurer)
    }
}

extension StackedBars {
    /// All the chart shows, as sentences.
    private var spoken: String {
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
