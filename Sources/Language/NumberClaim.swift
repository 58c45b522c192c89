/// A number or a quantity word that a sentence states of people or answers.
package struct NumberClaim: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// "72%", "72 per cent": whole units of the last decimal.
        case percentage(units: Int, decimals: Int)
        /// "112": a count, of whatever.
        case count(Int)
        /// "nearly two thirds of carers".
        case quantity(QuantityClaim)
        /// "twice as many", "three times as likely": of two numbers that the sentence may not name.
        case ratio
    }

    package var kind: Kind
    /// The words of the claim, as they stand in the text.
    package var text: String
    /// The noun for people that the claim governs ("carers"); nil where there is none near.
    package var people: String?

    package init(_ kind: Kind, text: String, people: String? = nil) {
        self.kind = kind
        self.text = text
        self.people = people
    }
}
