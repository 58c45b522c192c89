/// What a phrase such as "nearly two thirds" claims of a percentage, and whether that is true.
///
/// All comparisons are of whole numbers, so that a claim is never true by a rounding error.
package enum QuantityClaim: Hashable, Sendable {
    case exactly(Fraction)
    case about(Fraction)
    case justOver(Fraction)
    case moreThan(Fraction)
    case atLeast(Fraction)
    case justUnder(Fraction)
    case nearly(Fraction)
    case fewerThan(Fraction)
    case almostAll

    /// A fraction that has a name.
    package struct Fraction: Hashable, Sendable {
        package let numerator: Int
        package let denominator: Int
        package let name: String

        package init(numerator: Int, denominator: Int, name: String) {
            self.numerator = numerator
            self.denominator = denominator
            self.name = name
        }
    }

    package var phrase: String {
        switch self {
        case .exactly(let fraction): fraction.name
        case .about(let fraction): "about " + fraction.name
        case .justOver(let fraction): "just over " + fraction.name
        case .moreThan(let fraction): "more than " + fraction.name
        case .atLeast(let fraction): "at least " + fraction.name
        case .justUnder(let fraction): "just under " + fraction.name
        case .nearly(let fraction): "nearly " + fraction.name
        case .fewerThan(let fraction): "fewer than " + fraction.name
        case .almostAll: "almost all"
        }
    }

    /// Whether the claim is true of the percentage shown.
    ///
    /// A fraction by itself may be up to 0.6 percentage points away, "about" up to 1.6 on either side, "just
    /// under" up to 1.6 below, "just over" up to 3.7 above, "nearly" up to 5 below; "more than", "at least" and
    /// "fewer than" need only be true; "almost all" begins at 95%.
    package func holds(for shown: ShownPercentage) -> Bool {
        switch self {
        case .exactly(let fraction): within(shown, fraction, tenths: -6...6)
        case .about(let fraction): within(shown, fraction, tenths: -16...16)
        case .justOver(let fraction): above(shown, fraction) && within(shown, fraction, tenths: 0...37)
        case .moreThan(let fraction): above(shown, fraction)
        case .atLeast(let fraction): !below(shown, fraction)
        case .justUnder(let fraction): below(shown, fraction) && within(shown, fraction, tenths: -16...0)
        case .nearly(let fraction): below(shown, fraction) && within(shown, fraction, tenths: -50...0)
        case .fewerThan(let fraction): below(shown, fraction)
        case .almostAll: shown.units * 100 >= 95 * shown.whole && shown.edge != .everybody
        }
    }

    /// The distance from the fraction, times the fraction's denominator and the whole.
    private func distance(_ shown: ShownPercentage, _ fraction: Fraction) -> Int {
        shown.units * fraction.denominator - fraction.numerator * shown.whole
    }

    private func within(
        _ shown: ShownPercentage, _ fraction: Fraction, tenths: ClosedRange<Int>
    ) -> Bool {
        let distance = distance(shown, fraction) * 1000
        let unit = shown.whole * fraction.denominator
        return tenths.lowerBound * unit <= distance && distance <= tenths.upperBound * unit
    }

    private func above(_ shown: ShownPercentage, _ fraction: Fraction) -> Bool {
        distance(shown, fraction) > 0
    }

    private func below(_ shown: ShownPercentage, _ fraction: Fraction) -> Bool {
        distance(shown, fraction) < 0
    }
}
