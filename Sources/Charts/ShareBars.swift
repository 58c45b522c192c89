/// Horizontal bars from 0 to 100 %, one a row: for answers of which people could choose several, and for
/// questions of which only the measure is published.
///
/// Every text comes formatted; percentages serve the geometry alone and must be the published ones.
package struct ShareBars: Chart, Hashable {
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
        /// The bar's own, where bars of a row are about different people; empty for none.
        package var base: String
        package var content: Content

        package init(label: String? = nil, base: String = "", _ content: Content) {
            self.label = label
            self.base = base
            self.content = content
        }
    }

    package enum Content: Hashable, Sendable {
        /// The published share, 0 to 100, and the same as text, "46%".
        case share(percent: Double, label: String)
        /// A sentence in the place of the bar.
        case words(String)
    }

    /// What the bars of a row are.
    package enum Series: Hashable, Sendable {
        /// This body, and those that it is compared with.
        case comparison
        /// Groups or audiences of equal rank, at most four.
        case groups
    }

    package var words: ChartWords
    package var series = Series.comparison
    package var rows: [Row]
    /// The looks of the second and further names of the key, in their order; a body keeps its own all through a
    /// document.
    package var marks: [DotPlot.Mark]
    package var readingNotes: [String] = []

    package init(
        title: String, subtitle: String, rows: [Row], marks: [DotPlot.Mark] = [.diamond, .tick, .ring],
        notes: [String] = [], alternative: String? = nil
    ) {
        words = ChartWords(title: title, subtitle: subtitle, notes: notes, alternative: alternative)
        self.rows = rows
        self.marks = marks
    }

    package func body(width: Double, type: Typesetter) -> DrawnBody {
        ShareBarsLayout(chart: self, width: width, type: type).body()
    }

    /// Whom the bars are about, in the order of the key.
    var names: [String] {
        rows.flatMap(\.bars).compactMap(\.label).reduce(into: []) { names, name in
            if !names.contains(name) { names.append(name) }
        }
    }
}

extension ShareBars {
    /// All the chart shows, as sentences.
    package var spoken: String {
        let rows = rows.map { row in
            let bars = row.bars.map { bar in
                (bar.label.map { "\($0): " } ?? "") + spoken(bar.content)
                    + (bar.base.isEmpty ? "" : " (\(bar.base))")
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
