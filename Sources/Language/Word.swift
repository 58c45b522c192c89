/// A word of a text with its punctuation.
package struct Word: Hashable, Sendable {
    /// As it stands.
    package let raw: String
    /// Without the punctuation around it.
    package let bare: String
    /// The same in lower case.
    package let core: String
    package let endsSentence: Bool
    /// A sign of more or less before a number: ">", "<", "~".
    let sign: Character?
    /// Whether a hyphen joins it to the next: "two-" of "two-thirds".
    private(set) var isJoined = false

    /// The words of a text, parted by white space; a range, and a fraction with hyphens, are several.
    package static func all(in text: String) -> [Word] {
        let pieces = text.split(whereSeparator: \.isWhitespace)
        return pieces.indices.flatMap { index -> [Word] in
            let piece = pieces[index]
            if piece.utf8.count < 3 { return [Word(piece)] }
            let next = index + 1 < pieces.count ? pieces[index + 1].lowercased() : ""
            return dashed(piece, before: next) ?? hyphened(piece) ?? [Word(piece)]
        }
    }

    /// "57–74%", "57%-74%", "support—86%".
    private static func dashed(_ piece: Substring, before next: String) -> [Word]? {
        guard piece.contains(where: { "–—-/".contains($0) }) else { return nil }
        let isPercent = ["per", "percent", "percentage"].contains(next)
        guard piece.contains("%") || isPercent && piece.contains(where: \.isNumber) else { return nil }
        var words: [Word] = []
        var start = piece.startIndex
        for index in piece.indices where index > start && "–—-/".contains(piece[index]) {
            // A hyphen within a word joins; between numbers it is a dash.
            let (last, first) = (piece[piece.index(before: index)], piece[piece.index(after: index)...].first)
            let isDash = "–—".contains(piece[index]) || last.isNumber || last == "%"
            guard isDash, first?.isNumber == true || first?.isLetter == true else { continue }
            words.append(Word(piece[start..<index]))
            words.append(Word(piece[index...index]))
            start = piece.index(after: index)
        }
        return words.isEmpty ? nil : words + [Word(piece[start...])]
    }

    /// "two-thirds", "1-in-5".
    private static func hyphened(_ piece: Substring) -> [Word]? {
        guard piece.contains("-") else { return nil }
        let parts = piece.split(separator: "-", omittingEmptySubsequences: false).map { Word($0) }
        let isFraction =
            parts.count == 2 && ClaimScanner.numbers[parts[0].core] != nil
            && (ClaimScanner.denominators[parts[1].core] != nil || parts[1].core == "half")
        let isInMany =
            parts.count > 2 && parts[0].wholeNumber != nil && parts[parts.count - 1].wholeNumber != nil
            && ["in", "out"].contains(parts[1].core)
        guard isFraction || isInMany else { return nil }
        return parts.indices.map { index in
            var word = parts[index]
            word.isJoined = index + 1 < parts.count
            return word
        }
    }

    init(_ raw: Substring) {
        var bare = raw
        while let first = bare.first, "“\"‘'([*".contains(first) { bare = bare.dropFirst() }
        var end = false
        while let last = bare.last, ".,;:!?”\"’')]…*†‡¹²³".contains(last) {
            if ".!?".contains(last) { end = true }
            bare = bare.dropLast()
        }
        var sign: Character?
        if bare.last?.isNumber == true || bare.last == "%" {
            if bare.lowercased().hasPrefix("n=") { bare = bare.dropFirst(2) }
            if let first = bare.first, "<>~≈±+".contains(first) {
                sign = first
                bare = bare.dropFirst()
            }
        }
        self.sign = sign
        self.raw = String(raw)
        self.bare = String(bare)
        core = bare.lowercased()
        endsSentence = end
    }

    /// A number as it was typed.
    package struct TypedNumber {
        package let units: Int
        package let decimals: Int
        package let isPercent: Bool
        /// Four digits without a comma, 1900 to 2100.
        let isYear: Bool
    }

    /// The number, if the word is one: digits, with commas between thousands, a decimal point, a percent sign.
    package var number: TypedNumber? {
        var text = Substring(bare)
        let isPercent = text.last == "%"
        if isPercent { text = text.dropLast() }
        let halves = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = halves.first, halves.count <= 2, !whole.isEmpty else { return nil }
        let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
        guard groups.count == 1 || groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
        let fraction = halves.count == 2 ? halves[1] : ""
        let digits = groups.joined() + fraction
        guard halves.count == 1 || !fraction.isEmpty, digits.count <= 12,
            digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let units = Int(digits)
        else { return nil }
        let isYear = groups.count == 1 && halves.count == 1 && (1900...2100).contains(units)
        return TypedNumber(units: units, decimals: fraction.count, isPercent: isPercent, isYear: isYear)
    }

    /// A number in words up to ninety-nine, as if it had been typed in digits.
    var spelledNumber: TypedNumber? {
        guard core.utf8.first.map({ $0 >= UInt8(ascii: "a") }) ?? false else { return nil }
        let parts = core.split(separator: "-").map(String.init)
        let small = { (word: String) in ClaimScanner.numbers[word] ?? ClaimScanner.teens[word] }
        let value =
            switch parts.count {
            case 1: small(core) ?? ClaimScanner.tens[core]
            case 2:
                ClaimScanner.tens[parts[0]].flatMap { tens in
                    small(parts[1]).flatMap { $0 < 10 ? tens + $0 : nil }
                }
            default: nil as Int?
            }
        return value.map { TypedNumber(units: $0, decimals: 0, isPercent: false, isYear: false) }
    }

    /// "2/3": a fraction with a slash.
    var slashed: (Int, Int)? {
        let parts = core.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let numerator = Int(parts[0]), let denominator = Int(parts[1]),
            (1..<denominator).contains(numerator), denominator <= 10
        else { return nil }
        return (numerator, denominator)
    }

    /// A whole number in digits or in words.
    var wholeNumber: Int? {
        if let number, number.decimals == 0, !number.isPercent { return number.units }
        return ClaimScanner.numbers[core]
    }
}

extension [Word] {
    /// The word at a place in lower case; empty beyond the ends.
    package func core(at index: Int) -> String { indices.contains(index) ? self[index].core : "" }

    /// The words of a range as they stand, without the punctuation around each.
    func text(_ range: Range<Int>) -> String {
        range.map { self[$0].bare + ($0 + 1 == range.upperBound ? "" : self[$0].isJoined ? "-" : " ") }
            .joined()
    }
}
