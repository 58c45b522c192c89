package import Diagnostics
import Language
package import Statistics

/// How often an outcome was reported by those for whom the process went well, and by the others: a fourfold table of
/// published counts.
package struct Association: Sendable {
    /// Those for whom the process went well: how many report the outcome, of how many.
    package let first: Proportion
    /// The others.
    package let second: Proportion
    private let table: FourfoldTable

    /// From published counts.
    ///
    /// - Parameter totals: how many reported the outcome, of how many, over both: the table's margin, where published.
    /// - Throws: counts that make no table, or disagree with the margin.
    package init(
        with first: (count: Int, base: Int), without second: (count: Int, base: Int),
        totals: (count: Int, base: Int)? = nil
    ) throws(Failure) {
        guard
            let table = FourfoldTable(
                first.count, first.base - first.count, second.count, second.base - second.count)
        else {
            throw Failure(
                "the counts \(first.count) of \(first.base) and \(second.count) of \(second.base) make no table",
                hints: ["both groups need answers, and no count may exceed its base"])
        }
        if let totals {
            let sum = (first.count + second.count, first.base + second.base)
            guard sum == totals else {
                throw Failure(
                    "the cross table has \(sum.0) of \(sum.1), expected the \(totals.count) of \(totals.base) of its margin"
                )
            }
        }
        self.table = table
        (self.first, self.second) = (table.first, table.second)
    }

    /// The first share less the second, with Newcombe's interval.
    package var difference: (value: Double, interval: Interval) {
        (table.comparison.difference, table.comparison.newcombe(.ninetyFive))
    }

    /// The percentages the other way: of those with the outcome, how many the process went well for; and of the others.
    package var backwards: (outcome: Proportion, none: Proportion)? {
        guard let outcome = Proportion(table.a, of: table.a + table.c),
            let none = Proportion(table.b, of: table.b + table.d)
        else { return nil }
        return (outcome, none)
    }

    /// How many times as likely the outcome is; nil where it is not estimable.
    package var riskRatio: Double? { finite(table.riskRatio) }

    /// Katz's interval.
    package var riskInterval: Interval? { table.katz(.ninetyFive) }

    /// The odds ratio, to be called nothing else; nil where it is not estimable.
    package var oddsRatio: Double? { finite(table.oddsRatio) }

    /// Woolf's interval.
    package var oddsInterval: Interval? { table.woolf(.ninetyFive) }

    /// "nearly twice as likely": from the risk ratio alone, and only where it is true.
    package var timesAsLikely: String? {
        guard let riskRatio, let riskInterval else { return nil }
        return English.timesAsLikely(riskRatio, interval: riskInterval)
    }

    private func finite(_ ratio: Double?) -> Double? {
        guard let ratio, ratio.isFinite, ratio > 0 else { return nil }
        return ratio
    }
}
