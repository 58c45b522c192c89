/// Finds what a text claims in numbers and quantity words.
///
/// Numbers that are no results are passed over: dates, years, times, money, ages, references ("page 12", "Figure 3"), and
/// spans of time. A quantity word counts as a claim where it governs people or answers ("half of carers", "two thirds said"),
/// not elsewhere ("half an hour").
package struct ClaimScanner {
    /// Nouns for people beyond the common ones, such as an instrument's "budget holders".
    private let people: Set<String>

    package init(people: [String] = []) {
        let parts = people.flatMap { $0.lowercased().split(separator: " ").map(String.init) }
        self.people = Self.commonPeople.union(parts.filter { $0.count > 3 })
    }

    /// The claims of a text, in order.
    package func claims(in text: String) -> [NumberClaim] {
        let words = text.split(whereSeparator: \.isWhitespace).map(Word.init)
        var claims: [NumberClaim] = []
        var index = 0
        while index < words.count {
            if let (claim, length) = claim(at: index, in: words) {
                claims.append(claim)
                index += length
            } else {
                index += 1
            }
        }
        return claims
    }

    private func claim(at index: Int, in words: [Word]) -> (NumberClaim, Int)? {
        ratio(at: index, in: words) ?? fraction(at: index, in: words) ?? number(at: index, in: words)
    }

    // MARK: Typed numbers

    private func number(at index: Int, in words: [Word]) -> (NumberClaim, Int)? {
        guard let number = words[index].number else { return nil }
        let next = words.core(at: index + 1)
        if number.isPercent || next == "percent" || next == "per" && words.core(at: index + 2) == "cent" {
            let length = number.isPercent ? 1 : next == "percent" ? 2 : 3
            let text = words[index..<min(index + length, words.count)].map(\.bare).joined(separator: " ")
            let kind = NumberClaim.Kind.percentage(units: number.units, decimals: number.decimals)
            return (
                NumberClaim(kind, text: text, people: governed(from: index + length, in: words) ?? nil),
                length
            )
        }
        let previous = words.core(at: index - 1)
        let isReference = Self.references.contains(previous) || Self.spans.contains(next)
        let isDate = Self.months.contains(previous) || Self.months.contains(next) || number.isYear
        guard !isReference, !isDate, number.decimals == 0 else { return nil }
        return (NumberClaim(.count(number.units), text: words[index].bare), 1)
    }

    // MARK: Quantity words

    /// "half", "a third", "three quarters", "8 in 10", "one in five", with what stands before it.
    private func fraction(at index: Int, in words: [Word]) -> (NumberClaim, Int)? {
        guard
            let (fraction, length, first) = namedFraction(at: index, in: words)
                ?? inMany(at: index, in: words)
        else { return nil }
        guard let governed = governed(from: index + length, in: words) else { return nil }
        let (claim, before) = Self.modified(fraction, before: first, in: words)
        let text = words[(first - before)..<(index + length)].map(\.bare).joined(separator: " ")
        return (NumberClaim(.quantity(claim), text: text, people: governed), length)
    }

    private func namedFraction(at index: Int, in words: [Word]) -> (QuantityClaim.Fraction, Int, Int)? {
        let name = words[index].core
        if name == "half" {
            return (QuantityClaim.Fraction(numerator: 1, denominator: 2, name: "half"), 1, index)
        }
        guard let denominator = Self.denominators[name] else { return nil }
        let before = words.core(at: index - 1)
        guard let numerator = before == "a" ? 1 : Self.numbers[before], numerator < denominator else {
            return nil
        }
        let fraction = QuantityClaim.Fraction(
            numerator: numerator, denominator: denominator, name: "\(before) \(name)")
        return (fraction, 1, index - 1)
    }

    private func inMany(at index: Int, in words: [Word]) -> (QuantityClaim.Fraction, Int, Int)? {
        let isOutOf = words.core(at: index + 1) == "out" && words.core(at: index + 2) == "of"
        guard isOutOf || words.core(at: index + 1) == "in" else { return nil }
        let last = index + (isOutOf ? 3 : 2)
        guard let numerator = words[index].wholeNumber, last < words.count,
            let denominator = words[last].wholeNumber,
            (1..<denominator).contains(numerator), denominator <= 1000
        else { return nil }
        let name = words[index...last].map(\.bare).joined(separator: " ")
        return (
            QuantityClaim.Fraction(numerator: numerator, denominator: denominator, name: name),
            last - index + 1, index
        )
    }

    /// "twice as many", "double the share", "three times more likely".
    private func ratio(at index: Int, in words: [Word]) -> (NumberClaim, Int)? {
        let word = words[index].core
        let next = words.core(at: index + 1)
        let isTimes = next == "times" && Self.numbers[word] != nil
        guard word == "twice" || isTimes else { return nil }
        let length = isTimes ? 2 : 1
        guard ["as", "more", "the", "less"].contains(words.core(at: index + length)) else { return nil }
        let last = min(index + length + 1, words.count - 1)
        return (NumberClaim(.ratio, text: words[index...last].map(\.bare).joined(separator: " ")), length)
    }

    /// The people that stand within the next five words, in the same sentence; an inner nil where only what they said does,
    /// an outer one where neither does.
    private func governed(from index: Int, in words: [Word]) -> String?? {
        guard index > 0, !words[index - 1].endsSentence else { return nil }
        var isSaid = Self.being.contains(words.core(at: index))
        for word in words.dropFirst(index).prefix(5) {
            if people.contains(word.core) { return word.core }
            if Self.saying.contains(word.core) { isSaid = true }
            if word.endsSentence { break }
        }
        return isSaid ? .some(nil) : nil
    }

    /// The claim with the words before it taken in, and how many they are.
    private static func modified(
        _ fraction: QuantityClaim.Fraction, before first: Int, in words: [Word]
    ) -> (QuantityClaim, Int) {
        let one = words.core(at: first - 1)
        let two = words.core(at: first - 2)
        switch (two, one) {
        case ("just", "over"): return (.justOver(fraction), 2)
        case ("just", "under"): return (.justUnder(fraction), 2)
        case ("more", "than"): return (.moreThan(fraction), 2)
        case ("fewer", "than"), ("less", "than"): return (.fewerThan(fraction), 2)
        case ("at", "least"): return (.moreThan(fraction), 2)
        case (_, "over"): return (.moreThan(fraction), 1)
        case (_, "under"): return (.fewerThan(fraction), 1)
        case (_, "nearly"), (_, "almost"): return (.nearly(fraction), 1)
        case (_, "about"), (_, "around"), (_, "roughly"): return (.about(fraction), 1)
        default: return (.about(fraction), 0)
        }
    }
}
