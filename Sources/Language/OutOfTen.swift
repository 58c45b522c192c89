/// A share as Easy Read tells it.
package struct OutOfTen: Hashable, Sendable {
    /// "more than 8 out of 10 people", "no carers".
    package let words: String
    /// How many of ten people a picture beside the words fills: the number that the words name.
    ///
    /// Nil where they name no whole number: for fewer than 1 in 10, none would say that nobody did.
    package let drawn: Int?
}

extension English {
    /// A share of people in tenths: the words of `quantityWords`, written out for those who are new to numbers.
    ///
    /// - N in 10 to within half a percentage point: "8 out of 10 people"; up to 1.5 points either side: "about"; then "more
    ///   than" or "nearly"; below 1 in 10 "fewer than 1 out of 10 people".
    /// - Everybody and nobody, from counts: "all the people", "no people".
    /// - 0% and 100% of which no counts are known: "all, or almost all, of the people".
    package static func outOfTen(_ shown: ShownPercentage, _ plural: String) -> OutOfTen {
        let words = quantityWords(shown)
        let said =
            switch words.inTen {
            case "none": "no \(plural)"
            case "all": "all the \(plural)"
            case "none or almost none": "none, or almost none, of the \(plural)"
            case "all or almost all": "all, or almost all, of the \(plural)"
            default: words.inTen.replacing(" in 10", with: " out of 10") + " \(plural)"
            }
        return OutOfTen(words: said, drawn: words.tenths)
    }
}

extension QuantityClaim {
    /// The number of people that a claim in tenths names; nil for fewer than one.
    var wholePeople: Int? {
        switch self {
        case .exactly(let fraction), .about(let fraction), .justOver(let fraction), .moreThan(let fraction),
            .atLeast(let fraction), .justUnder(let fraction), .nearly(let fraction):
            fraction.numerator
        case .fewerThan, .almostAll: nil
        }
    }
}
