package import Scene

/// Horizontal bars from 0 to 100 %, one a row: for answers of which people could choose several, and for
/// questions of which only the measure is published.
///
/// Every text comes formatted; percentages serve the geometry alone and must be the published ones.
package struct ShareBars: Hashable, Sendable {
    /// An answer or a question with its bar, or with several that compare (this body first).
    package struct Row: Hashable, Sendable {
        package var label: String
        /// "n 2,041", "about 455": this body's; empty for none.
        package var base: String
        package var bars: [Bar]

        package init(_ label: String, base: String = "", bars: [Bar]) {
            self.label = label
            self.base = base
            self.bars = bars
        }
    }

    package struct Bar: Hashable, Sendable {
        /// Whom the bar is about ("All 18 councils"), as in the key; nil where nothing is compared.
        package var label: String?
        package var content: Content

        package init(label: String? = nil, _ content: Content) {
            self.label = label
            self.content = content
        }
    }

    package enum Content: Hashable, Sendable {
        /// The published share, 0 to 100, and the same as text, "46%".
        case share(percent: Double, label: String)
        /// A sentence in the place of the bar.
        case words(String)
    }

    /// The message, a sentence.
    package var title: String
    /// The statistical title: measure, who, where, when.
    package var subtitle: String
    package var rows: [Row]
    /// The looks of the second and further names of the key, in their order; a body keeps its own all through a
    /// document.
    package var marks: [DotPlot.Mark]
    package var notes: [String]
    /// What must be said wherever the bars are drawn: bases that the rows do not have, how to read the shares.
    package var readingNotes: [String] = []
    /// The text alternative; when nil the chart says its own figures.
    package var alternative: String?

    package init(
        title: String, subtitle: String, rows: [Row], marks: [DotPlot.Mark] = [.diamond, .tick, .ring],
        notes: [String] = [], alternative: String? = nil
    ) {
        self.title = title
        self.subtitle = subtitle
        self.rows = rows
        self.marks = marks
        self.notes = notes
        self.alternative = alternative
    }

    /// The chart at `width` points: all layout decided.
    ///
    /// Below 560 points (without margins) labels stand above their bars.
    package func picture(
        width: Double, measurer: any TextMeasurer, theme: ChartTheme = .standard, parts: ChartParts = .all
    ) -> Picture {
        let frame = ChartFrame(
            title: title, subtitle: subtitle, alternative: alternative ?? spoken, parts: parts, width: width,
            theme: theme, measurer: measurer)
        let body = ShareBarsLayout(chart: self, width: frame.inner, type: frame.type).body()
        return frame.picture(around: body, notes: footNotes)
    }

    /// The notes that belong under the chart; a page that prints the words itself (`.marksOnly`) prints these.
    package var footNotes: [String] { readingNotes + notes }

    /// Whom the bars are about, in the order of the key.
    var names: [String] {
        rows.flatMap(\.bars).compactMap(\.label).reduce(into: []) { names, name in
            if !names.contains(name) { names.append(name) }
        }
    }
}

extension ShareBars {
    /// All the chart shows, as sentences.
    private var spoken: String {
        let rows = rows.map { row in
            let bars = row.bars.map { bar in
                (bar.label.map { "\($0): " } ?? "") + spoken(bar.content)
            }
            let base = row.base.isEmpty ? "" : " (\(row.base))"
            return "\(row.label): \(bars.joined(separator: "; "))\(base)."
        }
        return (["Bar chart, one row for each share."] + rows).joined(separator: " ")
    }

    private func spoken(_ content: Content) -> String {
        switch content {
        case .share(_, let label): label
        case .words(let words): words
        }
    }
}
