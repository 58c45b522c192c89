import Statistics
package import Survey

/// A published share with the range in which the share of everybody who could have been asked is likely to lie.
package struct Estimate: Hashable, Sendable {
    /// Where the range comes from.
    package enum Basis: Hashable, Sendable {
        /// The publisher's own margin of error.
        case publishersMargin
        /// Wilson's score interval from the published count and base (Wilson 1927, JASA 22:209).
        case wilson
        /// The same from a rounded share or base: near, not exact.
        case wilsonApproximate
    }

    package var share: Percentage
    /// At 95 %; nil where the question's own base is not known.
    package var range: Range?

    /// The ends of the range, at the share's decimals, within 0 to 100.
    package struct Range: Hashable, Sendable {
        package var low: Percentage
        package var high: Percentage
        package var basis: Basis
    }

    /// The estimate of a cell of a table; nil where the cell is not shown.
    package init?(_ cell: PublishedCell?, in table: PublishedTable) {
        guard let cell, let share = cell.share, table.showing == .shown || table.showing == .caution else {
            return nil
        }
        self.share = share
        range =
            Self.publishersRange(share, margin: cell.margin)
            ?? Self.wilsonRange(cell, share: share, base: table.base)
    }

    private static func publishersRange(_ share: Percentage, margin: Percentage?) -> Range? {
        guard let margin else { return nil }
        let zero = Percentage(units: 0, decimals: share.decimals)
        let hundred = Percentage(units: 100, decimals: 0)
        return Range(
            low: max(zero, share - margin), high: min(hundred, share + margin), basis: .publishersMargin)
    }

    private static func wilsonRange(_ cell: PublishedCell, share: Percentage, base: Base) -> Range? {
        guard let count = base.count, count > 0 else { return nil }
        let isExact = if case .exact = base, cell.count != nil { true } else { false }
        let proportion =
            isExact
            ? cell.count.flatMap { Proportion($0, of: count) }
            : Proportion(share: share.double / 100, of: Double(count))
        guard let interval = proportion?.wilson(.ninetyFive) else { return nil }
        return Range(
            low: Percentage(proportion: interval.lower, decimals: share.decimals),
            high: Percentage(proportion: interval.upper, decimals: share.decimals),
            basis: isExact ? .wilson : .wilsonApproximate)
    }
}

extension Percentage {
    /// A computed proportion (0 to 1), rounded half up once.
    package init(proportion: Double, decimals: Int) {
        let scale = (0..<decimals).reduce(100.0) { scale, _ in scale * 10 }
        self.init(units: Int((proportion * scale).rounded(.toNearestOrAwayFromZero)), decimals: decimals)
    }
}
