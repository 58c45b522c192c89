/// One question a row: this body's share as a dot with its likely range, and beside it the shares that it is
/// compared with, on an axis from 0 to 100 %.
package struct DotPlot: Chart, Hashable {
    /// The shape of a comparator; each has its own colour too.
    package enum Mark: Hashable, Sendable, CaseIterable {
        /// An upright tick: a region.
        case tick
        /// A filled diamond: all participating councils, or the rest of them.
        case diamond
        /// A hollow circle: the last wave.
        case ring
    }

    package struct Comparator: Hashable, Sendable {
        package var label: String
        package var mark: Mark

        package init(_ label: String, _ mark: Mark) {
            self.label = label
            self.mark = mark
        }
    }

    /// A published share: its place on the axis, 0 to 100, and the same as text.
    package struct Share: Hashable, Sendable {
        package var percent: Double
        package var label: String

        package init(_ percent: Double, _ label: String) {
            self.percent = percent
            self.label = label
        }
    }

    package struct Row: Hashable, Sendable {
        package var label: String
        /// "n 104", "about 455"; empty for none.
        package var base: String
        package var content: Content

        package init(_ label: String, base: String, content: Content) {
            self.label = label
            self.base = base
            self.content = content
        }
    }

    package enum Content: Hashable, Sendable {
        /// This body's share, its likely range in percent where known, and the share of each comparator of the plot in
        /// order, nil where there is none.
        case shares(Share, range: ClosedRange<Double>?, comparators: [Share?])
        /// A sentence in the place of this body's marks; the comparators' stand below it.
        case words(String, comparators: [Share?] = [])
    }

    package var words: ChartWords
    /// The key's words for the dot ("Exampleshire, with its likely range").
    package var bodyLabel: String
    package var comparators: [Comparator]
    package var rows: [Row]

    package init(
        title: String, subtitle: String, bodyLabel: String, comparators: [Comparator], rows: [Row],
        notes: [String] = [], alternative: String? = nil
    ) {
        words = ChartWords(title: title, subtitle: subtitle, notes: notes, alternative: alternative)
        self.bodyLabel = bodyLabel
        self.comparators = comparators
        self.rows = rows
    }

    package func body(width: Double, type: Typesetter) -> DrawnBody {
        DotPlotLayout(plot: self, width: width, type: type).body()
    }
}

extension DotPlot {
    /// All the chart shows, as sentences.
    package var spoken: String {
        let rows = rows.map { row in
            let base = row.base.isEmpty ? "" : " (\(row.base))"
            return "\(row.label): \(spoken(row.content))\(base)."
        }
        return (["Dot plot, one row for each question."] + rows).joined(separator: " ")
    }

    private func spoken(_ content: Content) -> String {
        switch content {
        case .words(let words, let shares): return ([words] + spoken(shares)).joined(separator: "; ")
        case .shares(let share, _, let shares):
            return (["\(bodyLabel) \(share.label)"] + spoken(shares)).joined(separator: ", ")
        }
    }

    private func spoken(_ shares: [Share?]) -> [String] {
        zip(comparators, shares).compactMap { comparator, share in
            share.map { "\(comparator.label) \($0.label)" }
        }
    }
}
