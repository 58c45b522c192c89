internal import Statistics

/// A percentage as readers see it: its digits, and what is known beyond them.
package struct ShownPercentage: Hashable, Sendable {
    /// What the digits do not say.
    package enum Edge: Hashable, Sendable {
        /// Rounded to the digits shown; 0 and 100 may stand for a little more or less.
        case rounded
        /// Nobody: 0 exactly.
        case nobody
        /// Somebody, though the digits are 0: shown as "<1%".
        case almostNobody
        /// Not everybody, though the digits are 100: shown as ">99%".
        case almostEverybody
        /// Everybody: 100 exactly.
        case everybody
    }

    /// In units of the last decimal: 697 with 1 decimal is 69.7%.
    package let units: Int
    /// How many digits stand after the point, 0 to 6.
    package let decimals: Int
    package let edge: Edge

    /// A percentage as somebody else published it; nil unless it lies in 0…100 with 0 to 6 decimals.
    package init?(units: Int, decimals: Int = 0) {
        guard (0...6).contains(decimals) else { return nil }
        self.init(units: units, decimals: decimals, edge: .rounded)
        guard units >= 0, units <= whole else { return nil }
    }

    /// The percentage of a count, rounded once; nil unless 0 ≤ count ≤ base and the base is positive.
    package init?(count: Int, of base: Int, decimals: Int = 0) {
        guard let units = Rounding.percentage(count, of: base, decimals: decimals) else { return nil }
        self.init(units: units, decimals: decimals, edge: .rounded)
        if count == 0 { self = with(.nobody) }
        if count == base { self = with(.everybody) }
        if units == 0, count > 0 { self = with(.almostNobody) }
        if units == whole, count < base { self = with(.almostEverybody) }
    }

    private init(units: Int, decimals: Int, edge: Edge) {
        self.units = units
        self.decimals = decimals
        self.edge = edge
    }

    private func with(_ edge: Edge) -> Self { Self(units: units, decimals: decimals, edge: edge) }

    /// 100 in units of the last decimal.
    var whole: Int { (0..<decimals).reduce(100) { whole, _ in whole * 10 } }

    /// "69.7%", "<1%", ">99%".
    package var text: String {
        switch edge {
        case .almostNobody: "<" + English.percent(units: 1, decimals: decimals)
        case .almostEverybody: ">" + English.percent(units: whole - 1, decimals: decimals)
        case .rounded, .nobody, .everybody: English.percent(units: units, decimals: decimals)
        }
    }

    /// The percentage in words that can be read aloud: "69.7%", "less than 1%", "more than 99%".
    package var spoken: String {
        switch edge {
        case .almostNobody: "less than " + English.percent(units: 1, decimals: decimals)
        case .almostEverybody: "more than " + English.percent(units: whole - 1, decimals: decimals)
        case .rounded, .nobody, .everybody: text
        }
    }
}
