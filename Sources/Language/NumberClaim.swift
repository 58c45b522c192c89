/// A number or a quantity word that a sentence states of people or answers.
package struct NumberClaim: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// "72%", "72 per cent": whole units of the last decimal.
        case percentage(units: Int, decimals: Int)
        /// "112": a count, of whatever.
        case count(Int)
        /// "12 percentage points": how far two shares lie apart.
        case points(units: Int, decimals: Int)
        /// "nearly two thirds of carers", "more than 80%".
        case quantity(QuantityClaim)
        /// "nearly twice", "about one and a half times": as likely.
        case ratio(String)
        /// "twice as many", "rose by half": of two numbers that the sentence may not name.
        case multiple(MultipleClaim)
    }

    package var kind: Kind
    /// The words of the claim, as they stand in the text.
    package var text: String
    /// The noun for people that the claim governs ("carers"); nil where there is none near.
    package var people: String?
    /// Of a count: "questions" or "councils", where it is one of these that are counted.
    package var counted: String?
    /// Which words of the text the claim is.
    package var place: Range<Int>

    package init(
        _ kind: Kind, text: String, people: String? = nil, counted: String? = nil, place: Range<Int> = 0..<0
    ) {
        self.kind = kind
        self.text = text
        self.people = people
        self.counted = counted
        self.place = place
    }
}
