/// A share in words.
package struct QuantityWords: Hashable, Sendable {
    /// "nearly two thirds", "three quarters", "about 8 in 10".
    package let phrase: String
    /// The same in tenths, for pictures of ten people: "more than 6 in 10".
    package let inTen: String
    /// How many of ten people those words name; nil where a picture of whole people would not be true.
    package let tenths: Int?
}

extension English {
    /// The words for a percentage, by the table below; the percentage itself if a phrase would not be true.
    package static func quantityWords(_ shown: ShownPercentage) -> QuantityWords {
        switch shown.edge {
        case .nobody: return QuantityWords(phrase: "none", inTen: "none", tenths: 0)
        case .everybody: return QuantityWords(phrase: "all", inTen: "all", tenths: 10)
        case .rounded where shown.units == 0:
            return QuantityWords(
                phrase: "none or almost none", inTen: "none or almost none", tenths: nil)
        case .rounded where shown.units == shown.whole:
            return QuantityWords(phrase: "all or almost all", inTen: "all or almost all", tenths: nil)
        case .almostNobody, .almostEverybody, .rounded:
            let claim = quantityRules.last { $0.from * shown.whole <= shown.units * 1000 }?.claim
            let inTenths = claimInTenths(shown)
            return QuantityWords(
                phrase: checked(claim, shown), inTen: checked(inTenths, shown),
                tenths: inTenths.holds(for: shown) ? inTenths.wholePeople : nil)
        }
    }

    /// The nearest fraction that a share below half stays under: 38% is "fewer than 4 in 10"; nil from half on.
    package static func quantityFromAbove(_ shown: ShownPercentage) -> String? {
        [twentieth, tenths(1), fifth, quarter, tenths(3), third, tenths(4), half]
            .map(QuantityClaim.fewerThan).first { $0.holds(for: shown) }?.phrase
    }

    private static func checked(_ claim: QuantityClaim?, _ shown: ShownPercentage) -> String {
        guard let claim, claim.holds(for: shown) else { return shown.spoken }
        return claim.phrase
    }

    /// From which share on (in tenths of a percent) which claim is made, up to the next line.
    ///
    /// Written so that a whole percentage that is a named fraction has its plain name (75% is "three
    /// quarters"), its neighbours have it with "about", and what lies between has the nearest true name.
    /// Between 60% and 70%, say: 6 in 10 (60), about 6 in 10 (61), more than 6 in 10 (62, 63), nearly two
    /// thirds (64, 65), about two thirds (66), two thirds (67), about two thirds (68), just over two thirds
    /// (69).
    static let quantityRules: [QuantityRule] = [
        QuantityRule(0, .fewerThan(hundredth)), QuantityRule(10, .fewerThan(twentieth)),
        QuantityRule(45, .exactly(twentieth)), QuantityRule(55, .moreThan(twentieth)),
        QuantityRule(85, .nearly(tenths(1))), QuantityRule(95, .exactly(tenths(1))),
        QuantityRule(105, .about(tenths(1))), QuantityRule(115, .justOver(tenths(1))),
        QuantityRule(135, .moreThan(tenths(1))),
        QuantityRule(165, .nearly(fifth)), QuantityRule(185, .about(fifth)),
        QuantityRule(195, .exactly(fifth)), QuantityRule(205, .about(fifth)),
        QuantityRule(215, .justOver(fifth)),
        QuantityRule(225, .nearly(quarter)), QuantityRule(235, .about(quarter)),
        QuantityRule(245, .exactly(quarter)), QuantityRule(255, .about(quarter)),
        QuantityRule(265, .justOver(quarter)),
        QuantityRule(285, .about(tenths(3))), QuantityRule(295, .exactly(tenths(3))),
        QuantityRule(305, .about(tenths(3))),
        QuantityRule(315, .nearly(third)), QuantityRule(325, .about(third)),
        QuantityRule(328, .exactly(third)), QuantityRule(339, .about(third)),
        QuantityRule(349, .justOver(third)), QuantityRule(370, .moreThan(third)),
        QuantityRule(385, .about(tenths(4))), QuantityRule(395, .exactly(tenths(4))),
        QuantityRule(405, .about(tenths(4))), QuantityRule(415, .moreThan(tenths(4))),
        QuantityRule(455, .nearly(half)), QuantityRule(485, .justUnder(half)),
        QuantityRule(495, .exactly(half)), QuantityRule(505, .justOver(half)),
        QuantityRule(535, .moreThan(half)),
        QuantityRule(585, .about(tenths(6))), QuantityRule(595, .exactly(tenths(6))),
        QuantityRule(605, .about(tenths(6))), QuantityRule(615, .moreThan(tenths(6))),
        QuantityRule(635, .nearly(twoThirds)), QuantityRule(655, .about(twoThirds)),
        QuantityRule(661, .exactly(twoThirds)), QuantityRule(672, .about(twoThirds)),
        QuantityRule(682, .justOver(twoThirds)),
        QuantityRule(695, .exactly(tenths(7))), QuantityRule(705, .about(tenths(7))),
        QuantityRule(715, .moreThan(tenths(7))),
        QuantityRule(725, .nearly(threeQuarters)), QuantityRule(735, .about(threeQuarters)),
        QuantityRule(745, .exactly(threeQuarters)), QuantityRule(755, .about(threeQuarters)),
        QuantityRule(765, .justOver(threeQuarters)),
        QuantityRule(785, .nearly(tenths(8))), QuantityRule(795, .exactly(tenths(8))),
        QuantityRule(805, .about(tenths(8))), QuantityRule(815, .justOver(tenths(8))),
        QuantityRule(835, .moreThan(tenths(8))),
        QuantityRule(875, .nearly(tenths(9))), QuantityRule(895, .exactly(tenths(9))),
        QuantityRule(905, .about(tenths(9))), QuantityRule(915, .moreThan(tenths(9))),
        QuantityRule(955, .almostAll),
    ]

    /// One line of the table.
    struct QuantityRule {
        let from: Int
        let claim: QuantityClaim

        init(_ from: Int, _ claim: QuantityClaim) {
            self.from = from
            self.claim = claim
        }
    }

    private static let hundredth = QuantityClaim.Fraction(numerator: 1, denominator: 100, name: "1 in 100")
    private static let twentieth = QuantityClaim.Fraction(numerator: 1, denominator: 20, name: "1 in 20")
    private static let fifth = QuantityClaim.Fraction(numerator: 1, denominator: 5, name: "1 in 5")
    private static let quarter = QuantityClaim.Fraction(numerator: 1, denominator: 4, name: "a quarter")
    private static let third = QuantityClaim.Fraction(numerator: 1, denominator: 3, name: "a third")
    private static let half = QuantityClaim.Fraction(numerator: 1, denominator: 2, name: "half")
    private static let twoThirds = QuantityClaim.Fraction(numerator: 2, denominator: 3, name: "two thirds")
    private static let threeQuarters = QuantityClaim.Fraction(
        numerator: 3, denominator: 4, name: "three quarters")

    private static func tenths(_ count: Int) -> QuantityClaim.Fraction {
        QuantityClaim.Fraction(numerator: count, denominator: 10, name: "\(count) in 10")
    }

    /// The claim in tenths: N in 10 to within half a percentage point, "about" up to 1.5 either side, "more
    /// than" from there to 6.5 above, then "nearly" the next.
    private static func claimInTenths(_ shown: ShownPercentage) -> QuantityClaim {
        let (below, rest) = (shown.units * 1000).quotientAndRemainder(dividingBy: 100 * shown.whole)
        if below >= 10 { return .moreThan(tenths(9)) }
        if below == 0, rest < 85 * shown.whole { return .fewerThan(tenths(1)) }
        if rest < 5 * shown.whole { return .exactly(tenths(below)) }
        if rest < 15 * shown.whole { return .about(tenths(below)) }
        if below == 9 || rest < 65 * shown.whole { return .moreThan(tenths(below)) }
        if rest < 85 * shown.whole { return .nearly(tenths(below + 1)) }
        return rest < 95 * shown.whole ? .about(tenths(below + 1)) : .exactly(tenths(below + 1))
    }
}
