// The words that the scanner of claims knows.
extension ClaimScanner {
    static let months: Set<String> = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november",
        "december",
    ]
    /// After these a number is a place in a document, a name or an age.
    static let references: Set<String> = [
        "page", "pages", "figure", "figures", "table", "tables", "section", "chapter", "question", "appendix",
        "step", "part",
        "number", "no", "note", "version", "wave", "stage", "aged", "age", "ages", "act",
    ]
    /// Before these a number is a span of time, or counts parts of the document.
    static let spans: Set<String> = [
        "year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours", "minute",
        "minutes", "am", "pm",
        "page", "pages", "section", "sections", "step", "steps", "times", "pound", "pounds", "pence", "mile",
        "miles",
    ]
    /// After "12 points", these say that shares are compared.
    static let directions: Set<String> = [
        "above", "below", "higher", "lower", "more", "less", "fewer", "up", "down", "behind", "ahead",
        "better", "worse",
    ]
    /// These say that a share has become a multiple of what it was.
    static let multiplied: Set<String> = ["doubled", "halved", "trebled", "tripled", "quadrupled"]
    /// What a survey has a number of; between it and the number may stand one of `betweens`.
    static let counted: [String: String] = [
        "question": "questions", "questions": "questions", "test": "tests", "tests": "tests",
        "council": "councils",
        "councils": "councils", "area": "councils", "areas": "councils", "region": "councils",
        "regions": "councils",
    ]
    static let betweens: Set<String> = [
        "other", "more", "further", "participating", "different", "remaining",
    ]
    static let numbers: [String: Int] = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10,
    ]
    static let teens: [String: Int] = [
        "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
        "seventeen": 17,
        "eighteen": 18, "nineteen": 19,
    ]
    static let tens: [String: Int] = [
        "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
        "ninety": 90,
    ]
    static let denominators: [String: Int] = [
        "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "tenth": 10,
        "tenths": 10,
    ]
    static let commonPeople: Set<String> = [
        "people", "person", "respondents", "carers", "holders", "users", "parents", "practitioners", "adults",
        "women", "men",
        "those", "them", "us", "everyone", "everybody", "replies", "answers", "who",
    ]
    static let saying: Set<String> = [
        "said", "say", "told", "answered", "reported", "felt", "feel", "rated", "rate", "thought", "think",
        "agreed", "agree",
        "replied", "found", "find", "know", "knew", "can", "could", "use", "used", "want", "wanted", "get",
        "receive",
        "received", "gave", "need",
    ]
    /// These speak of people only straight after the quantity: "half were happy".
    static let being: Set<String> = ["had", "have", "were", "are"]
}

/// A word of a text with its punctuation.
package struct Word: Hashable, Sendable {
    /// As it stands.
    package let raw: String
    /// Without the punctuation around it.
    package let bare: String
    /// The same in lower case.
    package let core: String
    package let endsSentence: Bool

    /// The words of a text, parted by white space.
    package static func all(in text: String) -> [Word] {
        text.split(whereSeparator: \.isWhitespace).map(Word.init)
    }

    init(_ raw: Substring) {
        var bare = raw
        while let first = bare.first, "“\"‘'([".contains(first) { bare = bare.dropFirst() }
        var end = false
        while let last = bare.last, ".,;:!?”\"’')]…".contains(last) {
            if ".!?".contains(last) { end = true }
            bare = bare.dropLast()
        }
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

    /// A whole number in digits or in words.
    var wholeNumber: Int? {
        if let number, number.decimals == 0, !number.isPercent { return number.units }
        return ClaimScanner.numbers[core]
    }
}

extension [Word] {
    /// The word at a place in lower case; empty beyond the ends.
    package func core(at index: Int) -> String { indices.contains(index) ? self[index].core : "" }
}
