/// Finds words in a person's own text by which others could know who wrote it.
///
/// A reminder for the person who checks, and no more: it knows words and forms, and not what they mean together. Capitals
/// within a sentence, numbers and a list of common words are all that it looks at.
package struct IdentifyingDetails: Sendable {
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case name = "a name"
        case place = "a place"
        case date = "a date"
        case age = "an age"
        case phone = "a telephone number"
        case email = "an e-mail address"
        case job = "somebody’s work"
        case family = "family"
        case condition = "a condition"
    }

    package struct Detail: Hashable, Sendable {
        package var kind: Kind
        package var words: String

        package init(_ kind: Kind, _ words: String) {
            self.kind = kind
            self.words = words
        }
    }

    /// The words of the places that the survey is about, in lower case.
    private let places: Set<String>

    /// - Parameter places: the names of the councils and regions of the survey.
    package init(places: [String]) {
        let general = [
            "council", "the", "and", "of", "all", "councils", "region", "upon", "on", "city", "county",
        ]
        self.places = Set(
            places.flatMap { $0.split { !$0.isLetter && $0 != "-" && $0 != "’" } }.map { $0.lowercased() }
                .filter { !general.contains($0) })
    }

    /// The details of a text in their order, each once.
    package func details(in text: String) -> [Detail] {
        let words = Self.words(of: text)
        var found: [Detail] = []
        var index = 0
        while index < words.count {
            let (detail, length) = detail(at: index, in: words)
            if let detail, !found.contains(detail) { found.append(detail) }
            index += max(length, 1)
        }
        return found
    }

    /// A word as it stands, without the signs around it.
    private struct Word {
        var text: String
        var lower: String
        /// Whether a sentence begins with it.
        var isFirst: Bool
        /// Whether a sign that ends or parts a sentence follows it.
        var isLast: Bool
        var isCapitalized: Bool { text.first?.isUppercase ?? false }
        var isNumber: Bool { !text.isEmpty && text.allSatisfy(\.isNumber) }
    }

    private static func words(of text: String) -> [Word] {
        var words: [Word] = []
        var isFirst = true
        for piece in text.split(whereSeparator: \.isWhitespace) {
            let trimmed = piece.drop { !$0.isLetter && !$0.isNumber && $0 != "+" }
            var core = trimmed
            while let last = core.last, !last.isLetter, !last.isNumber { core.removeLast() }
            guard !core.isEmpty else { continue }
            let tail = piece[core.endIndex...]
            let ends = tail.contains { ".!?:…".contains($0) }
            var plain = String(core)
            for ending in ["’s", "'s", "’", "'"] where plain.hasSuffix(ending) {
                plain.removeLast(ending.count)
                break
            }
            let opens = piece.first.map { "“\"‘([".contains($0) } ?? false
            words.append(
                Word(
                    text: plain, lower: plain.lowercased().replacing("’", with: "'"),
                    isFirst: isFirst || opens, isLast: ends || tail.contains { ",;)”".contains($0) }))
            isFirst = ends
        }
        return words
    }

    /// What begins at a word, and how many words it takes.
    private func detail(at index: Int, in words: [Word]) -> (Detail?, Int) {
        let word = words[index]
        if word.text.contains("@"), word.text.contains(".") { return (Detail(.email, word.text), 1) }
        if let phone = phone(at: index, in: words) { return phone }
        if let age = age(at: index, in: words) { return age }
        if let date = date(at: index, in: words) { return date }
        if let listed = listed(at: index, in: words) { return listed }
        for length in [2, 1] where index + length <= words.count {
            let part = words[index..<index + length]
            guard isPostcode(part.map(\.lower).joined()) else { continue }
            return (Detail(.place, part.map(\.text).joined(separator: " ")), length)
        }
        return capitals(at: index, in: words)
    }

    private func phone(at index: Int, in words: [Word]) -> (Detail, Int)? {
        var digits = 0
        var end = index
        while end < words.count, words[end].text.allSatisfy({ $0.isNumber || "+-()".contains($0) }) {
            digits += words[end].text.count(where: \.isNumber)
            end += 1
            if words[end - 1].isLast { break }
        }
        guard digits >= 7, words[index].text.hasPrefix("0") || words[index].text.hasPrefix("+") else {
            return nil
        }
        return (Detail(.phone, words[index..<end].map(\.text).joined(separator: " ")), end - index)
    }

    /// "aged 43", "43 years old", "a 43-year-old", "I am 43", "in my 80s", "turned 90".
    private func age(at index: Int, in words: [Word]) -> (Detail, Int)? {
        let word = words[index]
        func tail(_ count: Int) -> [Word] { Array(words[index...].prefix(count)) }
        func detail(_ count: Int) -> (Detail, Int) {
            (Detail(.age, tail(count).map(\.text).joined(separator: " ")), count)
        }
        if word.lower.contains("-year-old") || word.lower.contains("-years-old") { return detail(1) }
        if word.isNumber, let age = Int(word.text), (1...120).contains(age), tail(3).count == 3,
            tail(2)[1].lower.hasPrefix("year"), tail(3)[2].lower == "old"
        {
            return detail(3)
        }
        let leads = ["aged", "age", "am", "i'm", "turned", "turning", "he's", "she's", "is"]
        if leads.contains(word.lower), tail(2).count == 2, tail(2)[1].isNumber,
            let age = Int(tail(2)[1].text),
            (2...120).contains(age)
        {
            let isYears =
                tail(3).count < 3 || tail(2)[1].isLast
                || ["now", "and", "years", "so", "but", "with"].contains(tail(3)[2].lower)
            if isYears || ["aged", "age"].contains(word.lower) { return detail(2) }
        }
        if ["my", "his", "her", "their"].contains(word.lower), tail(2).count == 2 {
            let decade = tail(2)[1].lower
            let spoken = [
                "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties",
            ]
            if spoken.contains(decade) || decade.hasSuffix("0s") && decade.dropLast(1).allSatisfy(\.isNumber)
            {
                return detail(2)
            }
        }
        return nil
    }

    private static let months: Set<String> = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december",
    ]

    /// Months written with a capital, years, days such as 12/03/2024.
    private func date(at index: Int, in words: [Word]) -> (Detail, Int)? {
        let word = words[index]
        let next = index + 1 < words.count ? words[index + 1] : nil
        let isDay = word.text.first?.isNumber ?? false
        if isDay, let next, next.isCapitalized, Self.months.contains(next.lower) {
            return (Detail(.date, "\(word.text) \(next.text)"), 2)
        }
        if word.isCapitalized, Self.months.contains(word.lower) {
            // "May" and "March" begin sentences as other words.
            if word.isFirst, ["may", "march"].contains(word.lower), !(next?.isNumber ?? false) { return nil }
            let takesNext = next?.isNumber ?? false
            return (
                Detail(.date, takesNext ? "\(word.text) \(next?.text ?? "")" : word.text), takesNext ? 2 : 1
            )
        }
        if word.isNumber, word.text.utf8.count == 4, let year = Int(word.text), (1900...2099).contains(year) {
            return (Detail(.date, word.text), 1)
        }
        let parts = word.text.split { "/-.".contains($0) }
        if parts.count == 3, parts.allSatisfy({ Int($0) != nil }) { return (Detail(.date, word.text), 1) }
        return nil
    }

    private func listed(at index: Int, in words: [Word]) -> (Detail, Int)? {
        for length in [3, 2, 1] where index + length <= words.count {
            let part = words[index..<index + length]
            let phrase = part.map(\.lower).joined(separator: " ")
            guard let kind = IdentifyingWords.kind(of: phrase) else { continue }
            return (Detail(kind, part.map(\.text).joined(separator: " ")), length)
        }
        return nil
    }

    /// The outward part of a postcode with its inward part, "EX1 2AB" or "EX12AB".
    private func isPostcode(_ text: String) -> Bool {
        let letters = text.prefix(while: \.isLetter).count
        let rest = text.dropFirst(letters)
        guard (1...2).contains(letters), let first = rest.first, first.isNumber, rest.count >= 4 else {
            return false
        }
        let inward = Array(rest.suffix(3))
        return inward[0].isNumber && inward[1].isLetter && inward[2].isLetter && rest.count <= 5
    }

    /// Words with capitals where the grammar asks for none: names of people and places.
    private func capitals(at index: Int, in words: [Word]) -> (Detail?, Int) {
        let word = words[index]
        guard word.isCapitalized else { return (nil, 1) }
        var end = index + 1
        while end < words.count, words[end].isCapitalized, !words[end].isFirst, !words[end - 1].isLast {
            end += 1
        }
        let run = words[index..<end]
        let isTitled = IdentifyingWords.titles.contains(word.lower) && run.count > 1
        let isRoad = run.count > 1 && run.contains { IdentifyingWords.placeNouns.contains($0.lower) }
        let isPlace = isRoad || run.contains { places.contains($0.lower) }
        // Every sentence begins with a capital: by itself it says nothing.
        if word.isFirst, !isPlace, !isTitled { return (nil, 1) }
        if run.allSatisfy({ IdentifyingWords.harmless.contains($0.lower) }) { return (nil, run.count) }
        let follows =
            index > 0 && ["in", "at", "near", "from", "to", "around"].contains(words[index - 1].lower)
        let phrase = run.map(\.text).joined(separator: " ")
        return (Detail(!isTitled && (isPlace || follows) ? .place : .name, phrase), run.count)
    }
}
