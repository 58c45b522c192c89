package import Reading

/// A percentage at the precision at which it is published: 69.7 is 697 units of 1 decimal.
package struct Percentage: Hashable, Sendable {
    package let units: Int
    package let decimals: Int

    package init(units: Int, decimals: Int) {
        self.units = units
        self.decimals = decimals
    }

    package init(_ decimal: ExactDecimal) {
        self.init(units: decimal.units, decimals: decimal.decimals)
    }

    /// The percentage as a number from 0 to 100, for geometry.
    package var double: Double { ExactDecimal(units: units, decimals: decimals).double }

    /// The same value as a JSON number.
    package var literal: String {
        guard decimals > 0 else { return String(units) }
        var digits = String(abs(units))
        while digits.count <= decimals { digits = "0" + digits }
        return (units < 0 ? "-" : "") + digits.dropLast(decimals) + "." + digits.suffix(decimals)
    }

    /// The exact decimal sum; the result has the more precise one's decimals.
    package static func + (a: Percentage, b: Percentage) -> Percentage {
        let decimals = max(a.decimals, b.decimals)
        return Percentage(units: a.units(at: decimals) + b.units(at: decimals), decimals: decimals)
    }

    /// The exact decimal difference.
    package static func - (a: Percentage, b: Percentage) -> Percentage {
        a + Percentage(units: -b.units, decimals: b.decimals)
    }

    private func units(at wanted: Int) -> Int {
        (decimals..<wanted).reduce(units) { units, _ in units * 10 }
    }
}

extension Percentage: Comparable {
    package static func < (a: Percentage, b: Percentage) -> Bool { (a - b).units < 0 }
}
