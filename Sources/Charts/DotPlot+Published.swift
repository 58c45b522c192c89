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
            comparators: zip(others, Mark.marks(of: others.map(\.body))).map { Comparator($0.label, $1) },
            rows: comparisons.map { comparison in
                Row(
                    comparison.question.label, base: comparison.table.base.rowWords,
                    content: Content(comparison))
            },
            notes: notes, alternative: alternative)
    }
}

extension DotPlot.Mark {
    /// The marks of the bodies compared with, each its own as long as there are enough.
    ///
    /// One body keeps its mark all through a document.
    package static func marks(of bodies: [String]) -> [DotPlot.Mark] {
        var marks: [DotPlot.Mark] = []
        for body in bodies {
            let wanted: DotPlot.Mark? =
                switch body {
                case "region": .tick
                case "all", "rest": .diamond
                case "last": .ring
                default: nil
                }
            let free = allCases.filter { !marks.contains($0) }
            let isFree = wanted.map(free.contains) ?? false
            marks.append((isFree ? wanted : free.first) ?? allCases[marks.count % allCases.count])
        }
        return marks
    }
}

extension DotPlot.Content {
    fileprivate init(_ comparison: Comparison) {
        let others = comparison.others.map { other in
            other.estimate.map { DotPlot.Share($0.share.double, $0.share.words) }
        }
        guard let estimate = comparison.estimate else {
            self = .words(comparison.table.wordsInstead ?? "Not shown", comparators: others)
            return
        }
        let range = estimate.range.map { $0.low.double...$0.high.double }
        self = .shares(
            DotPlot.Share(estimate.share.double, estimate.share.words), range: range, comparators: others)
    }
}
