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
        let words = Word.all(in: text)
        var claims: [NumberClaim] = []
        var index = 0
        while index < words.count {
            if let claim = claim(at: index, in: words) {
                claims.append(claim)
                index = claim.place.upperBound
            } else {
                index += 1
            }
        }
        return claims
    }

    private func claim(at index: Int, in words: [Word]) -> NumberClaim? {
        ratio(at: index, in: words) ?? fraction(at: index, in: words) ?? most(at: index, in: words)
            ?? number(at: index, in: words)
    }

    /// A claim that is some of the words.
    private func claim(
        _ kind: NumberClaim.Kind, _ range: Range<Int>, in words: [Word], people: String?,
        counted: String? = nil
    ) -> NumberClaim {
        let range = range.clamped(to: words.indices)
        return NumberClaim(
            kind, text: words[range].map(\.bare).joined(separator: " "), people: people, counted: counted,
            place: range)
    }

    // MARK: Typed numbers

    private func number(at index: Int, in words: [Word]) -> NumberClaim? {
        let next = words.core(at: index + 1)
        let isPercent =
            ["percent", "%"].contains(next) || next == "per" && words.core(at: index + 2) == "cent"
        let spelled = words[index].spelledNumber
        let isOfPoints = spelled != nil && pointsEnd(at: index, in: words) != nil
        guard let number = words[index].number ?? (isPercent || isOfPoints ? spelled : nil) else {
            return counted(at: index, in: words)
        }
        if number.isPercent || isPercent {
            let end = index + (number.isPercent ? 1 : next == "per" ? 3 : 2)
            let people = governed(from: end, in: words) ?? nil
            let whole = (0..<number.decimals).reduce(100) { whole, _ in whole * 10 }
            let fraction = QuantityClaim.Fraction(
                numerator: number.units, denominator: whole,
                name: words[index..<min(end, words.count)].map(\.bare).joined(separator: " "))
            let (quantity, before) = Self.modified(fraction, before: index, in: words)
            let kind =
                before > 0
                ? NumberClaim.Kind.quantity(quantity)
                : .percentage(units: number.units, decimals: number.decimals)
            return claim(kind, (index - before)..<end, in: words, people: people)
        }
        if number.decimals == 0, let end = pointsEnd(at: index, in: words) {
            return claim(.points(number.units), index..<end, in: words, people: nil)
        }
        let previous = words.core(at: index - 1)
        let isReference = Self.references.contains(previous) || Self.spans.contains(next)
        let isDate = Self.months.contains(previous) || Self.months.contains(next) || number.isYear
        guard !isReference, !isDate, number.decimals == 0, !isPhone(at: index, in: words),
            !isAge(at: index, in: words)
        else { return nil }
        return counted(at: index, in: words)
            ?? claim(
                .count(number.units), index..<(index + 1), in: words,
                people: governed(from: index + 1, in: words) ?? nil)
    }

    /// The end of "12 percentage points", "12 points below"; nil for points of another kind.
    private func pointsEnd(at index: Int, in words: [Word]) -> Int? {
        let isPercentage = words.core(at: index + 1) == "percentage"
        let end = index + (isPercentage ? 3 : 2)
        guard ["point", "points"].contains(words.core(at: end - 1)) else { return nil }
        return isPercentage || Self.directions.contains(words.core(at: end)) ? end : nil
    }

    /// A number that begins with 0, and what follows one: "01632 960123".
    private func isPhone(at index: Int, in words: [Word]) -> Bool {
        let isCode = { (index: Int) in
            let digits = words.core(at: index)
            return digits.count > 1 && digits.hasPrefix("0") && digits.allSatisfy(\.isNumber)
        }
        return isCode(index) || isCode(index - 1) || isCode(index - 2) && words[index].number != nil
    }

    /// The second number of "aged 18 to 44", the number of "65 and over".
    private func isAge(at index: Int, in words: [Word]) -> Bool {
        let next = [words.core(at: index + 1), words.core(at: index + 2)]
        if ["and", "or"].contains(next[0]), ["over", "older", "above", "under", "younger"].contains(next[1]) {
            return true
        }
        return ["to", "and", "or"].contains(words.core(at: index - 1)) && index >= 3
            && words[index - 2].number != nil && Self.references.contains(words.core(at: index - 3))
    }

    /// "12 questions", "the other three councils", "four other questions".
    private func counted(at index: Int, in words: [Word]) -> NumberClaim? {
        guard let count = words[index].wholeNumber, !words[index].endsSentence,
            !Self.references.contains(words.core(at: index - 1))
        else { return nil }
        let isBetween = Self.betweens.contains(words.core(at: index + 1))
        guard let noun = Self.counted[words.core(at: index + (isBetween ? 2 : 1))] else { return nil }
        // In words, "two questions stand out" counts nothing that a figure could hold.
        let isOther = isBetween || ["other", "all"].contains(words.core(at: index - 1))
        guard words[index].number != nil || isOther else { return nil }
        return claim(.count(count), index..<(index + 1), in: words, people: nil, counted: noun)
    }

    // MARK: Quantity words

    /// "half", "a third", "three quarters", "8 in 10", "one in five", with what stands before it.
    private func fraction(at index: Int, in words: [Word]) -> NumberClaim? {
        guard
            let (fraction, length, first) = namedFraction(at: index, in: words)
                ?? inMany(at: index, in: words),
            let governed = governed(from: index + length, in: words) ?? inside(at: index, in: words)
        else { return nil }
        let (quantity, before) = Self.modified(fraction, before: first, in: words)
        return claim(.quantity(quantity), (first - before)..<(index + length), in: words, people: governed)
    }

    private func namedFraction(at index: Int, in words: [Word]) -> (QuantityClaim.Fraction, Int, Int)? {
        let name = words[index].core
        if name == "half" {
            // "one and a half times"
            guard words.core(at: index - 1) != "a" else { return nil }
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

    /// The people of "one person in five".
    private func inside(at index: Int, in words: [Word]) -> String?? {
        let noun = words.core(at: index + 1)
        return people.contains(noun) ? .some(noun) : nil
    }

    private func inMany(at index: Int, in words: [Word]) -> (QuantityClaim.Fraction, Int, Int)? {
        // "one person in five"
        let noun = people.contains(words.core(at: index + 1)) ? 1 : 0
        let isOutOf = words.core(at: index + noun + 1) == "out" && words.core(at: index + noun + 2) == "of"
        guard isOutOf || words.core(at: index + noun + 1) == "in" else { return nil }
        let every = words.core(at: index + noun + (isOutOf ? 3 : 2)) == "every" ? 1 : 0
        let last = index + noun + every + (isOutOf ? 3 : 2)
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

    /// "most carers", "a majority of people", "almost all holders", "a minority of those who answered".
    private func most(at index: Int, in words: [Word]) -> NumberClaim? {
        let half = QuantityClaim.Fraction(numerator: 1, denominator: 2, name: "half")
        let (word, next) = (words[index].core, words.core(at: index + 1))
        let end: Int
        let quantity: QuantityClaim
        switch (word, next) {
        case ("almost", "all"), ("nearly", "all"): (quantity, end) = (.almostAll, index + 2)
        case ("majority", "of"): (quantity, end) = (.moreThan(half), index + 1)
        case ("minority", "of"): (quantity, end) = (.fewerThan(half), index + 1)
        case ("most", _): (quantity, end) = (.moreThan(half), index + 1)
        case ("hardly", "any"), ("very", "few"), ("almost", "no"), ("handful", "of"):
            let tenth = QuantityClaim.Fraction(numerator: 1, denominator: 10, name: "1 in 10")
            (quantity, end) = (.fewerThan(tenth), index + (word == "handful" ? 1 : 2))
        default: return nil
        }
        // "most often" and "the most important" count nobody: the people stand right behind.
        let behind = (end..<(end + 4)).map { words.core(at: $0) }
        let first = behind.drop { ["of", "the", "our", "these", "all"].contains($0) }.first ?? ""
        guard people.contains(first) else { return nil }
        return claim(
            .quantity(quantity), index..<end, in: words, people: governed(from: end, in: words) ?? nil)
    }

    /// "nearly twice as likely", "twice as many", "about one and a half times as likely".
    private func ratio(at index: Int, in words: [Word]) -> NumberClaim? {
        let next = words.core(at: index + 1)
        let end: Int
        switch words[index].core {
        case "twice": end = index + 1
        case "one" where next == "and" && words.core(at: index + 4) == "times": end = index + 5
        case _ where next == "times" && words[index].wholeNumber != nil: end = index + 2
        case let word where Self.multiplied.contains(word):
            // Of shares alone: "has doubled from 40%".
            guard words.dropFirst(index).prefix(8).contains(where: { $0.number?.isPercent == true }) else {
                return nil
            }
            return claim(.ratio(word), index..<(index + 1), in: words, people: nil)
        default: return nil
        }
        guard ["as", "more", "the", "less"].contains(words.core(at: end)) else { return nil }
        let before = Self.modifier(before: index, in: words)
        let times = words[(index - before)..<end].map(\.core).joined(separator: " ")
        return claim(.ratio(times), (index - before)..<(end + 2), in: words, people: nil)
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
        let count = modifier(before: first, in: words)
        switch (count == 2 ? words.core(at: first - 2) : "", one) {
        case ("just", "over"): return (.justOver(fraction), count)
        case ("just", "under"): return (.justUnder(fraction), count)
        case ("more", _): return (.moreThan(fraction), count)
        case ("fewer", _), ("less", _): return (.fewerThan(fraction), count)
        case ("at", _): return (.atLeast(fraction), count)
        case (_, "over") where count == 1: return (.moreThan(fraction), count)
        case (_, "under") where count == 1: return (.fewerThan(fraction), count)
        case (_, "nearly"), (_, "almost"): return (.nearly(fraction), count)
        default: return (.about(fraction), count)
        }
    }

    /// How many words before a number belong to it: two for "more than", one for "nearly", none.
    private static func modifier(before first: Int, in words: [Word]) -> Int {
        let (two, one) = (words.core(at: first - 2), words.core(at: first - 1))
        // "of those aged 65 and over, 47%"
        guard words.indices.contains(first - 1), words[first - 1].raw.last?.isLetter == true else { return 0 }
        switch (two, one) {
        case ("just", "over"), ("just", "under"), ("more", "than"), ("fewer", "than"), ("less", "than"),
            ("at", "least"):
            return 2
        case (_, "over"), (_, "under"), (_, "nearly"), (_, "almost"), (_, "about"), (_, "around"),
            (_, "roughly"):
            return 1
        default: return 0
        }
    }
}
