/// Finds what a text claims in numbers and quantity words.
///
/// Numbers that are no results are passed over: dates, years, times, money, ages, references ("page 12", "Figure 3"), and
/// spans of time. A quantity word counts as a claim where it governs people or answers ("half of carers", "two thirds said"),
/// not elsewhere ("half an hour").
package struct ClaimScanner {
    /// Nouns for people beyond the common ones, such as an instrument's "budget holders".
    let people: Set<String>

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
        multiple(at: index, in: words) ?? fraction(at: index, in: words) ?? most(at: index, in: words)
            ?? number(at: index, in: words)
    }

    /// A claim that is some of the words.
    func claim(
        _ kind: NumberClaim.Kind, _ range: Range<Int>, in words: [Word], people: String?,
        counted: String? = nil
    ) -> NumberClaim {
        let range = range.clamped(to: words.indices)
        return NumberClaim(
            kind, text: words.text(range), people: people, counted: counted, place: range)
    }

    // MARK: Typed numbers

    private func number(at index: Int, in words: [Word]) -> NumberClaim? {
        let spelled = words[index].spelledNumber
        let isPercent = isPercentage(at: index, in: words)
        let isOfPoints = spelled != nil && pointsEnd(at: index, in: words) != nil
        guard let number = words[index].number ?? (isPercent || isOfPoints ? spelled : nil) else {
            return gap(at: index, in: words) ?? counted(at: index, in: words)
                ?? spelledCount(at: index, in: words)
        }
        if number.isPercent || isPercent { return percentage(number, at: index, in: words) }
        if let end = pointsEnd(at: index, in: words) {
            return claim(
                .points(units: number.units, decimals: number.decimals), index..<end, in: words, people: nil)
        }
        let previous = words.core(at: index - 1)
        let isReference =
            Self.references.contains(previous) || Self.spans.contains(words.core(at: index + 1))
        let isDate =
            Self.months.contains(previous) || Self.months.contains(words.core(at: index + 1)) || number.isYear
        guard !isReference, !isDate, number.decimals == 0, !isPhone(at: index, in: words),
            !isAge(at: index, in: words), !isItem(at: index, in: words)
        else { return nil }
        if let counted = counted(at: index, in: words) { return counted }
        let people = governed(from: index + 1, in: words)
        // "2 drop-in sessions": what is counted in so small numbers are things.
        let isAlone = index == words.count - 1 || words[index].raw.last.map { ",.;:)".contains($0) } ?? false
        if number.units < 10, people == nil, !isAlone { return nil }
        return claim(.count(number.units), index..<(index + 1), in: words, people: people ?? nil)
    }

    /// "57" in "57 per cent", and in "57 to 74 per cent".
    private func isPercentage(at index: Int, in words: [Word]) -> Bool {
        let isPercent = { (index: Int) in
            let next = words.core(at: index)
            return ["percent", "%"].contains(next) || next == "per" && words.core(at: index + 1) == "cent"
        }
        if isPercent(index + 1) { return true }
        guard ["and", "to", "or", "–", "-"].contains(words.core(at: index + 1)),
            words.indices.contains(index + 2), words[index].number?.isYear == false
        else { return false }
        let second = words[index + 2]
        return second.number?.isPercent == true
            || (second.number ?? second.spelledNumber) != nil && isPercent(index + 3)
    }

    private func percentage(_ number: Word.TypedNumber, at index: Int, in words: [Word]) -> NumberClaim {
        let next = words.core(at: index + 1)
        let end =
            index
            + (number.isPercent ? 1 : next == "per" ? 3 : ["percent", "%"].contains(next) ? 2 : 1)
        let people = governed(from: end, in: words) ?? nil
        let whole = (0..<number.decimals).reduce(100) { whole, _ in whole * 10 }
        let fraction = QuantityClaim.Fraction(
            numerator: number.units, denominator: whole, name: words.text(index..<min(end, words.count)))
        let (quantity, before) = Self.modified(fraction, before: index, in: words)
        if let changed = changed(
            by: Double(number.units) / Double(whole), rounding: 0.51 / Double(whole), from: index - before,
            number: index, in: words)
        {
            return claim(
                .multiple(changed), (index - before)..<end, in: words,
                people: wordOfShares(at: index, in: words))
        }
        let signed: QuantityClaim? =
            switch words[index].sign {
            case ">": .moreThan(fraction)
            case "<": .fewerThan(fraction)
            case "~", "≈": .about(fraction)
            default: before > 0 ? quantity : nil
            }
        let kind =
            signed.map(NumberClaim.Kind.quantity)
            ?? .percentage(units: number.units, decimals: number.decimals)
        return claim(kind, (index - before)..<end, in: words, people: people)
    }

    /// "Forty practitioners", "one hundred and five carers": from ten on, since fewer are told of meetings and the like.
    private func spelledCount(at index: Int, in words: [Word]) -> NumberClaim? {
        let isOne = words[index].core == "a" && words.core(at: index + 1) == "hundred"
        guard let number = isOne ? 1 : words[index].spelledNumber?.units else { return nil }
        var (count, end) = (number, index + 1)
        if words.core(at: end) == "hundred" {
            (count, end) = (count * 100, end + 1)
            let next = words.core(at: end) == "and" ? end + 1 : end
            if words.indices.contains(next), let rest = words[next].spelledNumber,
                !words[end - 1].endsSentence
            {
                (count, end) = (count + rest.units, next + 1)
            }
        }
        let isOfPeople = people.contains(words.core(at: end)) || people.contains(words.core(at: end + 1))
        guard count >= 10, isOfPeople, !words[end - 1].endsSentence,
            !Self.references.contains(words.core(at: index - 1))
        else { return nil }
        return claim(
            .count(count), index..<end, in: words, people: governed(from: end, in: words) ?? nil)
    }

    /// "a 22-point drop".
    private func gap(at index: Int, in words: [Word]) -> NumberClaim? {
        let parts = words[index].core.split(separator: "-")
        guard parts.count >= 2, parts[parts.count - 1] == "point", let number = Word(parts[0]).number,
            !number.isPercent, Self.gaps.contains(words.core(at: index + 1))
        else { return nil }
        return claim(
            .points(units: number.units, decimals: number.decimals), index..<(index + 1), in: words,
            people: nil)
    }

    /// The end of "12 percentage points", "12 points below"; nil for points of another kind.
    private func pointsEnd(at index: Int, in words: [Word]) -> Int? {
        let isPercentage = words.core(at: index + 1) == "percentage"
        let end = index + (isPercentage ? 3 : 2)
        if ["pp", "ppts", "ppt"].contains(words.core(at: index + 1)) { return index + 2 }
        guard ["point", "points"].contains(words.core(at: end - 1)) else { return nil }
        let (one, two) = (words.core(at: index - 1), words.core(at: index - 2))
        let isChange =
            one == "by" && (Self.grown.contains(two) || Self.shrunk.contains(two))
            || one == "of" && Self.gaps.contains(two)
        return isPercentage || isChange || Self.directions.contains(words.core(at: end)) ? end : nil
    }

    /// Whether a number only orders or bounds something: an item of a list, an end of "a scale of 1 to 5".
    private func isItem(at index: Int, in words: [Word]) -> Bool {
        let isScale = { (index: Int) in
            words.core(at: index - 1) == "of"
                && ["scale", "team", "group"].contains(words.core(at: index - 2))
        }
        if isScale(index) || words.core(at: index - 1) == "to" && isScale(index - 2) { return true }
        return words[index].raw.last == "." && (index == 0 || words[index - 1].endsSentence)
            && index + 1 < words.count
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
        // "65+", "people over 65"
        if words[index].raw.hasSuffix("+") { return true }
        if ["over", "under"].contains(words.core(at: index - 1)), people.contains(words.core(at: index - 2)) {
            return true
        }
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
        // "4 areas of our plan" are no councils.
        let isArea = words.core(at: index + (isBetween ? 2 : 1)).hasPrefix("area")
        // In words, "two questions stand out" counts nothing that a figure could hold.
        let isOther = isBetween || ["other", "all"].contains(words.core(at: index - 1))
        guard words[index].number != nil && !isArea || isOther else { return nil }
        return claim(.count(count), index..<(index + 1), in: words, people: nil, counted: noun)
    }

    // MARK: Quantity words

    /// "half", "a third", "three quarters", "8 in 10", "one in five", with what stands before it.
    private func fraction(at index: Int, in words: [Word]) -> NumberClaim? {
        guard
            let (fraction, length, first) = namedFraction(at: index, in: words)
                ?? inMany(at: index, in: words)
        else { return nil }
        let start = first - Self.modifier(before: first, in: words)
        if let changed = changed(
            by: Double(fraction.numerator) / Double(fraction.denominator), from: start, number: first,
            in: words)
        {
            return claim(
                .multiple(changed), start..<(index + length), in: words,
                people: wordOfShares(at: index, in: words))
        }
        guard
            let governed = governed(from: index + length, in: words) ?? inside(at: index, in: words)
        else { return nil }
        let (quantity, before) = Self.modified(fraction, before: first, in: words)
        return claim(.quantity(quantity), (first - before)..<(index + length), in: words, people: governed)
    }

    private func namedFraction(at index: Int, in words: [Word]) -> (QuantityClaim.Fraction, Int, Int)? {
        let name = words[index].core
        if let (numerator, denominator) = Self.signs[name] ?? words[index].slashed {
            let fraction = QuantityClaim.Fraction(
                numerator: numerator, denominator: denominator, name: name)
            return (fraction, 1, index)
        }
        if name == "half" {
            // "one and a half times"
            guard words.core(at: index - 1) != "a" || words.core(at: index - 2) != "and" else { return nil }
            let first = words.core(at: index - 1) == "a" ? index - 1 : index
            return (QuantityClaim.Fraction(numerator: 1, denominator: 2, name: "half"), 1, first)
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

    /// The people that stand within the next five words, in the same sentence; an inner nil where only what they said does,
    /// an outer one where neither does.
    func governed(from index: Int, in words: [Word]) -> String?? {
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
    static func modified(
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
        case (_, "nearly"), (_, "almost"), ("not", "quite"): return (.nearly(fraction), count)
        default: return (.about(fraction), count)
        }
    }

    /// How many words before a number belong to it: two for "more than", one for "nearly", none.
    static func modifier(before first: Int, in words: [Word]) -> Int {
        let (two, one) = (words.core(at: first - 2), words.core(at: first - 1))
        // "of those aged 65 and over, 47%"
        guard words.indices.contains(first - 1), words[first - 1].raw.last?.isLetter == true else { return 0 }
        switch (two, one) {
        case ("just", "over"), ("just", "under"), ("more", "than"), ("fewer", "than"), ("less", "than"),
            ("at", "least"), ("not", "quite"):
            return 2
        case (_, "over"), (_, "under"), (_, "nearly"), (_, "almost"), (_, "about"), (_, "around"),
            (_, "roughly"), (_, "approximately"), (_, "circa"):
            return 1
        default: return 0
        }
    }
}
