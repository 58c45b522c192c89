package import Statistics

extension English {
    /// "69.7%" from 697 units of 1 decimal.
    package static func percent(units: Int, decimals: Int = 0) -> String {
        decimal(units: units, decimals: decimals) + "%"
    }

    /// The percentage of a count: "70%", "<1%" for somebody who rounds to none, ">99%" for not quite all.
    ///
    /// Nil unless 0 ≤ count ≤ base and the base is positive.
    package static func percent(count: Int, of base: Int, decimals: Int = 0) -> String? {
        ShownPercentage(count: count, of: base, decimals: decimals)?.text
    }

    /// A difference of percentages: "4 percentage points", "1 percentage point", "0.5 percentage points".
    ///
    /// A minus sign stays; sentences that say which is higher pass the magnitude.
    package static func percentagePoints(units: Int, decimals: Int = 0) -> String {
        let one = decimals <= 0 && units.magnitude == 1
        return decimal(units: units, decimals: decimals) + (one ? " percentage point" : " percentage points")
    }

    /// A difference with its direction: "4 percentage points higher", "1 percentage point lower"; "the same"
    /// for 0.
    package static func higherOrLower(units: Int, decimals: Int = 0) -> String {
        guard units != 0 else { return "the same" }
        let size = percentagePoints(units: units, decimals: decimals)
        return (units < 0 ? String(size.dropFirst()) + " lower" : size + " higher")
    }

    /// "plus or minus 4.2 percentage points".
    package static func marginOfError(units: Int, decimals: Int = 0) -> String {
        "plus or minus " + percentagePoints(units: units, decimals: decimals)
    }

    /// How far two shares are apart, from their counts and rounded once, without saying which is higher.
    ///
    /// "less than 1 percentage point" when they differ by less than is shown. Nil unless both are counts out
    /// of a positive base.
    package static func percentagePoints(
        _ count: Int, of base: Int, against otherCount: Int, of otherBase: Int, decimals: Int = 0
    ) -> String? {
        guard
            let units = Rounding.points(
                count, of: base, less: otherCount, of: otherBase, decimals: decimals)
        else { return nil }
        let same = count.multipliedFullWidth(by: otherBase) == otherCount.multipliedFullWidth(by: base)
        if units == 0, !same { return "less than " + percentagePoints(units: 1, decimals: decimals) }
        return percentagePoints(units: Int(units.magnitude), decimals: decimals)
    }

    /// "65% to 74%" from the two ends, in units of the last decimal; one percentage when they are the same.
    package static func range(from low: Int, to high: Int, decimals: Int = 0) -> String {
        let (first, last) = (
            percent(units: low, decimals: decimals), percent(units: high, decimals: decimals)
        )
        return first == last ? first : "\(first) to \(last)"
    }

    /// "65% to 74%" from an interval of shares, each end rounded to the nearest; nil unless both lie in 0…1.
    package static func range(_ interval: Interval, decimals: Int = 0) -> String? {
        guard interval.lower >= 0, interval.upper <= 1, interval.lower <= interval.upper,
            (0...6).contains(decimals)
        else { return nil }
        let whole = (0..<decimals).reduce(100.0) { whole, _ in whole * 10 }
        let units = [interval.lower, interval.upper].map { Int(($0 * whole).rounded()) }
        return range(from: units[0], to: units[1], decimals: decimals)
    }
}
