/// Two shares a row, joined by a line: two waves, or those for whom a process went well beside the others.
///
/// Both lie on one level axis; a few rows of two waves may rise and fall between two upright ones. Only clear differences have the strong colour; what each difference is stands in words at the right.
package struct PairedDots: Chart, Hashable {
    package struct Row: Hashable, Sendable {
        package var label: String
        /// "n 104, in 2024 n 98"; empty for none.
        package var base: String
        package var content: Content

        package init(_ label: String, base: String, content: Content) {
            self.label = label
            self.base = base
            self.content = content
        }
    }

    package enum Content: Hashable, Sendable {
        /// Both shares, nil where one is not shown; the difference in words ("Up 12 points"), and whether it is clear.
        case pair(first: DotPlot.Share?, second: DotPlot.Share?, difference: String, isClear: Bool)
        /// A sentence in the place of the marks.
        case words(String)
    }

    /// The key's words.
    package struct Labels: Hashable, Sendable {
        /// The ring: the earlier wave, or the others.
        package var first: String
        /// The dot: this wave, or those for whom it went well.
        package var second: String
        package var clear: String
        package var unclear: String

        package init(first: String, second: String, clear: String, unclear: String) {
            self.first = first
            self.second = second
            self.clear = clear
            self.unclear = unclear
        }
    }

    package var words: ChartWords
    package var labels: Labels
    package var rows: [Row]
    package var readingNotes: [String] = []
    /// Whether the pairs follow each other in time, so that lines may rise and fall where there is room for their words.
    package var mayBeSlopes = false

    package init(words: ChartWords, labels: Labels, rows: [Row]) {
        self.words = words
        self.labels = labels
        self.rows = rows
    }

    package func body(width: Double, type: Typesetter) -> DrawnBody {
        let slopes = mayBeSlopes ? SlopeLayout(chart: self, width: width, type: type) : nil
        return slopes?.body() ?? PairedDotsLayout(chart: self, width: width, type: type).body()
    }

    package var spoken: String {
        let rows = rows.map { row in
            let base = row.base.isEmpty ? "" : " (\(row.base))"
            guard case .pair(let first, let second, let difference, _) = row.content else {
                guard case .words(let words) = row.content else { return row.label }
                return "\(row.label): \(words)\(base)."
            }
            let shares = [(labels.first, first), (labels.second, second)].map {
                "\($0.0) \($0.1?.label ?? "not shown")"
            }
            return "\(row.label): \((shares + [difference]).joined(separator: ", "))\(base)."
        }
        return (["Two shares a row."] + rows).joined(separator: " ")
    }
}

extension PairedDots.Row {
    /// The two shares, where there are marks.
    var shares: (first: DotPlot.Share?, second: DotPlot.Share?)? {
        if case .pair(let first, let second, _, _) = content { (first, second) } else { nil }
    }
}
