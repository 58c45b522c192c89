package import Findings
package import Survey

extension DotPlot {
    /// The plot of a body's measures beside its comparators.
    package init(
        comparisons: [Comparison], body: String, others: [Wave.Comparator], title: String, subtitle: String,
        notes: [String], alternative: String
    ) {
        let hasRanges = comparisons.contains { $0.estimate?.range != nil }
        self.init(
            title: title, subtitle: subtitle,
            bodyLabel: hasRanges ? "\(body), with its likely range" : body,
            comparators: others.enumerated().map { index, other in
                Comparator(other.label, Mark(of: other.body, at: index))
            },
            rows: comparisons.map { comparison in
                Row(
                    comparison.question.label, base: comparison.table.base.rowWords,
                    content: Content(comparison))
            },
            notes: notes, alternative: alternative)
    }
}

extension DotPlot.Mark {
    /// One body keeps its mark all through a document.
    fileprivate init(of body: String, at index: Int) {
        switch body {
        case "region": self = .tick
        case "all", "rest": self = .diamond
        case "last": self = .ring
        default: self = Self.allCases[index % Self.allCases.count]
        }
    }
}

extension DotPlot.Content {
    fileprivate init(_ comparison: Comparison) {
        guard let estimate = comparison.estimate else {
            self = .words(comparison.table.wordsInstead ?? "Not shown")
            return
        }
        let range = estimate.range.map { $0.low.double...$0.high.double }
        self = .shares(
            DotPlot.Share(estimate.share.double, estimate.share.words), range: range,
            comparators: comparison.others.map { other in
                other.estimate.map { DotPlot.Share($0.share.double, $0.share.words) }
            })
    }
}
