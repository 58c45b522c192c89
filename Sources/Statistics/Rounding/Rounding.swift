/// What happens to an exact half.
package enum HalfRule: Sendable {
    case up
    case even
}

/// Rounding of counts and of their percentages, in whole numbers only: no binary fraction is ever rounded,
/// and nothing is rounded twice.
package enum Rounding {
    /// The percentage of `count` in `base` as whole units of the last decimal: 81 of 100 with 1 decimal is
    /// 810.
    ///
    /// Nil unless 0 ≤ count ≤ base, the base is positive, 0 ≤ decimals ≤ 6 and the numbers fit.
    package static func percentage(
        _ count: Int, of base: Int, decimals: Int = 0, half: HalfRule = .up
    ) -> Int? {
        guard base > 0, count >= 0, count <= base, let whole = hundred(decimals) else { return nil }
        let (product, overflow) = count.multipliedReportingOverflow(by: whole)
        return overflow ? nil : quotient(product, base, half)
    }

    /// The multiple of `step` nearest to `count`, a half going up.
    ///
    /// Nil for a negative count, a step under 1 or a result that does not fit.
    package static func nearest(multipleOf step: Int, to count: Int) -> Int? {
        guard step > 0, count >= 0 else { return nil }
        let (product, overflow) = quotient(count, step, .up).multipliedReportingOverflow(by: step)
        return overflow ? nil : product
    }

    /// Percentages of all the counts that add up to exactly 100, shared out as `shared` says.
    ///
    /// In units as `percentage`. All 0 when all counts are. Nil for a negative count, decimals outside
    /// 0…6, or numbers that do not fit.
    package static func largestRemainder(_ counts: [Int], decimals: Int = 0) -> [Int]? {
        hundred(decimals).flatMap { shared($0, by: counts) }
    }

    /// A whole shared out in proportion to the counts by the method of largest remainders (Hamilton): each is rounded
    /// down, and what is missing goes to the largest remainders, among equal ones to the larger count, then to the
    /// earlier.
    ///
    /// All 0 when all counts are. Nil for a negative count or numbers that do not fit.
    package static func shared(_ whole: Int, by counts: [Int]) -> [Int]? {
        guard counts.allSatisfy({ $0 >= 0 }) else { return nil }
        var base = 0
        for count in counts {
            let (sum, overflow) = base.addingReportingOverflow(count)
            guard !overflow else { return nil }
            base = sum
        }
        guard base > 0 else { return counts.map { _ in 0 } }
        guard !base.multipliedReportingOverflow(by: whole).overflow else { return nil }
        var units = counts.map { $0 * whole / base }
        let order = counts.indices.sorted { first, second in
            let remainders = (counts[first] * whole % base, counts[second] * whole % base)
            if remainders.0 != remainders.1 { return remainders.0 > remainders.1 }
            if counts[first] != counts[second] { return counts[first] > counts[second] }
            return first < second
        }
        for index in order.prefix(whole - units.reduce(0, +)) { units[index] += 1 }
        return units
    }

    /// By how many percentage points one share exceeds another, rounded once, from the counts: in units as
    /// `percentage`, negative when the other is the larger, a half going away from 0.
    ///
    /// Nil unless both are counts out of a positive base, 0 ≤ decimals ≤ 6 and the numbers fit.
    package static func points(
        _ count: Int, of base: Int, less otherCount: Int, of otherBase: Int, decimals: Int = 0
    ) -> Int? {
        guard base > 0, count >= 0, count <= base, otherBase > 0, otherCount >= 0, otherCount <= otherBase,
            let whole = hundred(decimals)
        else { return nil }
        let (first, firstOver) = count.multipliedReportingOverflow(by: otherBase)
        let (second, secondOver) = otherCount.multipliedReportingOverflow(by: base)
        let (divisor, divisorOver) = base.multipliedReportingOverflow(by: otherBase)
        guard !firstOver, !secondOver, !divisorOver else { return nil }
        let (product, overflow) = abs(first - second).multipliedReportingOverflow(by: whole)
        guard !overflow else { return nil }
        let size = quotient(product, divisor, .up)
        return first < second ? -size : size
    }

    /// 100 in units of the last decimal.
    private static func hundred(_ decimals: Int) -> Int? {
        guard decimals >= 0, decimals <= 6 else { return nil }
        return (0..<decimals).reduce(100) { whole, _ in whole * 10 }
    }

    /// `number / divisor` to the nearest whole, both not negative, without doubling either.
    private static func quotient(_ number: Int, _ divisor: Int, _ half: HalfRule) -> Int {
        let (down, remainder) = number.quotientAndRemainder(dividingBy: divisor)
        let missing = divisor - remainder
        if remainder < missing { return down }
        if remainder == missing, half == .even, down.isMultiple(of: 2) { return down }
        return down + 1
    }
}
