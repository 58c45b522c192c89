/// A decimal number exactly as written: 69.70 is 6970 units of 2 decimals.
package struct ExactDecimal: Hashable, Sendable {
    /// The number without its decimal point.
    package let units: Int
    /// How many digits stood after the point, 0 to 9.
    package let decimals: Int

    package init(units: Int, decimals: Int) {
        self.units = units
        self.decimals = decimals
    }

    /// Reads a plain literal: an optional minus, digits, optionally a point and digits. Exponents, NaN,
    /// infinities, thousands separators and numbers beyond 15 digits give nil.
    package init?(literal: some StringProtocol) {
        var digits = 0
        var decimals: Int?
        var units = 0
        var negative = false
        for (position, byte) in literal.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "-") where position == 0:
                negative = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                digits += 1
                guard digits <= 15 else { return nil }
                units = units * 10 + Int(byte - UInt8(ascii: "0"))
                if let places = decimals { decimals = places + 1 }
            case UInt8(ascii: ".") where decimals == nil && digits > 0:
                decimals = 0
            default:
                return nil
            }
        }
        guard digits > 0, decimals != 0, (decimals ?? 0) <= 9 else { return nil }
        self.init(units: negative ? -units : units, decimals: decimals ?? 0)
    }

    /// The same number with more decimals; nil if it would need fewer.
    package func units(atDecimals wanted: Int) -> Int? {
        guard wanted >= decimals else { return nil }
        return (decimals..<wanted).reduce(units) { units, _ in units * 10 }
    }

    package var double: Double {
        (0..<decimals).reduce(Double(units)) { value, _ in value / 10 }
    }
}
