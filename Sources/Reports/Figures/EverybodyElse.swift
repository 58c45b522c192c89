import Findings
import Survey

/// All categories of a group but the first, together: what is published of each, added up.
struct EverybodyElse {
    /// Nil where nobody answered.
    let share: Percentage?
    let base: Int

    /// Nil where the count or the base of one of them is not published.
    init?(_ tables: [PublishedTable]) {
        var count = 0
        var base = 0
        for table in tables {
            guard Estimate(table.measure, in: table) != nil, case .exact(let answered) = table.base,
                let positive = table.measure?.count
            else { return nil }
            count += positive
            base += answered
        }
        share = base > 0 ? Percentage(proportion: Double(count) / Double(base), decimals: 0) : nil
        self.base = base
    }
}
