// "most carers", "hardly anyone said", "nearly twice as many".
extension ClaimScanner {
    /// "most carers", "a majority of people", "almost all holders", "few carers said", "nobody felt".
    func most(at index: Int, in words: [Word]) -> NumberClaim? {
        let (word, next) = (words[index].core, words.core(at: index + 1))
        let before = words.core(at: index - 1)
        let half = QuantityClaim.Fraction(numerator: 1, denominator: 2, name: "half")
        let quarter = QuantityClaim.Fraction(numerator: 1, denominator: 4, name: "a quarter")
        let tenth = QuantityClaim.Fraction(numerator: 1, denominator: 10, name: "1 in 10")
        switch (word, next) {
        case ("almost", "all"), ("nearly", "all"), ("virtually", "all"):
            return claim(.almostAll, index..<(index + 2), in: words)
        case ("almost", _) where Self.everybody.contains(next),
            ("nearly", _) where Self.everybody.contains(next):
            return stated(.almostAll, index..<(index + 2), in: words)
        case ("majority", _):
            let isVast = ["vast", "overwhelming", "great", "huge"].contains(before)
            let quantity: QuantityClaim =
                isVast
                ? .atLeast(QuantityClaim.Fraction(numerator: 3, denominator: 4, name: "three quarters"))
                : .moreThan(half)
            let start = isVast ? index - 1 : index
            return next == "of"
                ? claim(quantity, start..<(index + 1), in: words)
                : stated(quantity, start..<(index + 1), in: words)
        case ("minority", "of"):
            let isSmall = ["small", "tiny"].contains(before)
            return claim(
                isSmall ? .fewerThan(quarter) : .fewerThan(half), (isSmall ? index - 1 : index)..<(index + 1),
                in: words)
        case ("bulk", "of"): return claim(.moreThan(half), index..<(index + 1), in: words)
        case ("most", _):
            return claim(.moreThan(half), index..<(index + 1), in: words)
                ?? stated(.moreThan(half), index..<(index + 1), in: words)
        case ("hardly", "any"), ("very", "few"), ("almost", "no"):
            return claim(.fewerThan(tenth), index..<(index + 2), in: words)
                ?? stated(.fewerThan(tenth), index..<(index + 2), in: words)
        case ("handful", "of"): return claim(.fewerThan(tenth), index..<(index + 1), in: words)
        case ("hardly", "anyone"), ("hardly", "anybody"), ("almost", "nobody"):
            return stated(.fewerThan(tenth), index..<(index + 2), in: words)
        case ("few", _):
            // "A few people said so" is no share.
            let isSome = before == "a" && !["only", "just"].contains(words.core(at: index - 2))
            return isSome ? nil : stated(.fewerThan(quarter), index..<(index + 1), in: words)
        default: return universal(at: index, in: words)
        }
    }

    /// "All carers said", "everyone agreed", "none of them felt", "nobody told us".
    private func universal(at index: Int, in words: [Word]) -> NumberClaim? {
        let word = words[index].core
        let isAll = ["all", "every"].contains(word) || Self.everybody.contains(word)
        let isNone = ["no", "none", "nobody"].contains(word)
        // "86% of all carers said", "not everyone agreed"
        guard isAll || isNone,
            !["not", "of", "among", "than", "by", "from"].contains(words.core(at: index - 1))
        else { return nil }
        let fraction = QuantityClaim.Fraction(numerator: isAll ? 1 : 0, denominator: 1, name: word)
        let end = word == "no" && words.core(at: index + 1) == "one" ? index + 2 : index + 1
        return stated(.exactly(fraction), index..<end, in: words)
    }

    /// A claim whose people stand right behind it: "most often" and "the most important" count nobody.
    private func claim(_ quantity: QuantityClaim, _ range: Range<Int>, in words: [Word]) -> NumberClaim? {
        let end = range.upperBound
        let behind = (end..<(end + 4)).map { words.core(at: $0) }
        let first = behind.drop { Self.articles.contains($0) }.first ?? ""
        guard people.contains(first), !words[end - 1].endsSentence else { return nil }
        return claim(.quantity(quantity), range, in: words, people: governed(from: end, in: words) ?? nil)
    }

    /// The same of those who said something: "few carers felt", "nobody said".
    private func stated(_ quantity: QuantityClaim, _ range: Range<Int>, in words: [Word]) -> NumberClaim? {
        var index = range.upperBound
        guard !words[index - 1].endsSentence else { return nil }
        let isOfWhom = { (index: Int) in
            Self.articles.contains(words.core(at: index))
                || words.indices.contains(index)
                    && words[index].number != nil
        }
        while isOfWhom(index) { index += 1 }
        var noun: String?
        // "budget holders", "who answered"
        for _ in 0..<4 where people.contains(words.core(at: index)) || words.core(at: index) == "answered" {
            noun = words.core(at: index)
            index += 1
        }
        guard Self.stating.contains(words.core(at: index)) else { return nil }
        return claim(.quantity(quantity), range, in: words, people: noun)
    }

    private static let articles: Set<String> = ["of", "the", "our", "these", "all", "those", "one"]
    private static let everybody: Set<String> = ["everyone", "everybody"]

    // MARK: Multiples

    /// "nearly twice as likely", "twice as many", "about one and a half times as likely", "has doubled".
    func multiple(at index: Int, in words: [Word]) -> NumberClaim? {
        let next = words.core(at: index + 1)
        let (times, end): (Double, Int)
        switch words[index].core {
        case "twice": (times, end) = (2, index + 1)
        case "half" where next == "as": (times, end) = (0.5, index + 1)
        case "one" where next == "and" && words.core(at: index + 4) == "times":
            (times, end) = (words.core(at: index + 3) == "half" ? 1.5 : 1.25, index + 5)
        case _ where next == "times" && words[index].wholeNumber != nil:
            (times, end) = (Double(words[index].wholeNumber ?? 1), index + 2)
        case let word:
            guard let times = Self.multiplied[word], wordOfShares(at: index, in: words) != nil else {
                return nil
            }
            let before = Self.modifier(before: index, in: words)
            let multiple = MultipleClaim(
                times, sense: Self.sense(before: index, in: words), form: .become)
            return claim(.multiple(multiple), (index - before)..<(index + 1), in: words, people: nil)
        }
        guard ["as", "more", "the", "less", "higher", "greater"].contains(words.core(at: end)) else {
            return nil
        }
        let before = Self.modifier(before: index, in: words)
        let range = (index - before)..<(end + 2)
        if words.core(at: end + 1) == "likely" {
            let times = words[(index - before)..<end].map(\.core).joined(separator: " ")
            return claim(.ratio(times), range, in: words, people: nil)
        }
        let multiple = MultipleClaim(times, sense: Self.sense(before: index, in: words), form: .times)
        return claim(.multiple(multiple), range, in: words, people: nil)
    }

    /// "rose by half", "down by more than 20%": `start` is the first word behind "by", `number` that of the number.
    func changed(
        by part: Double, rounding: Double? = nil, from start: Int, number: Int, in words: [Word]
    ) -> MultipleClaim? {
        guard words.core(at: start - 1) == "by" else { return nil }
        let verb = words.core(at: start - 2)
        let isUp = Self.grown.contains(verb)
        guard isUp || Self.shrunk.contains(verb) else { return nil }
        return MultipleClaim(
            part, sense: Self.sense(before: number, in: words), form: isUp ? .grown : .shrunk,
            rounding: rounding)
    }

    /// The word by which a sentence speaks of shares or of people, or its percentage: "the team has doubled its hours" has
    /// none.
    func wordOfShares(at index: Int, in words: [Word]) -> String? {
        let start = words[..<index].lastIndex(where: \.endsSentence).map { $0 + 1 } ?? 0
        return
            (words[start..<index].first { Self.shares.contains($0.core) || people.contains($0.core) }
            ?? words.dropFirst(index + 1).prefix(8).first { $0.number?.isPercent == true })?.core
    }

    /// What the words before a number make of it.
    private static func sense(before index: Int, in words: [Word]) -> MultipleClaim.Sense {
        let fraction = QuantityClaim.Fraction(numerator: 1, denominator: 1, name: "")
        return switch modified(fraction, before: index, in: words).0 {
        case .justOver, .moreThan, .atLeast: .more
        case .justUnder, .nearly: .nearly
        case .fewerThan: .less
        default: .about
        }
    }
}
