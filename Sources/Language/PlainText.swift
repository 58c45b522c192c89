/// Words as a reader meets them: sentences, words, syllables, counted by rules.
package enum PlainText {
    /// The sentences of a text, without the blanks around them.
    ///
    /// A sentence ends with a full stop, a question mark or an exclamation mark before a blank or the end (closing
    /// quotation marks and brackets may stand between), and where a line ends.
    package static func sentences(in text: String) -> [String] {
        var sentences: [String] = []
        var sentence = ""
        var isEnding = false
        func closed(_ text: String) -> [String] {
            let words = trimmed(text)
            return words.contains { $0.isLetter || $0.isNumber } ? [words] : []
        }
        for character in text {
            if character.isNewline || (isEnding && character.isWhitespace) {
                sentences += closed(sentence)
                sentence = ""
                isEnding = false
                continue
            }
            sentence.append(character)
            if ".!?".contains(character) {
                isEnding = true
            } else if !"”’\"')]".contains(character) {
                isEnding = false
            }
        }
        return sentences + closed(sentence)
    }

    /// The words of a text, without the marks around them; what holds neither letter nor digit is none.
    package static func words(in text: String) -> [String] {
        text.split(whereSeparator: { $0.isWhitespace || $0 == "–" || $0 == "—" || $0 == "/" }).compactMap { word in
            let bare = trimmed(String(word), while: { !$0.isLetter && !$0.isNumber })
            return bare.isEmpty ? nil : bare
        }
    }

    /// How many syllables a word has, near enough: groups of vowels, without a silent e at the end.
    package static func syllables(in word: String) -> Int {
        let letters = Array(word.lowercased().filter(\.isLetter))
        var count = 0
        var wasVowel = false
        for letter in letters {
            let isVowel = "aeiouyàâäèéêëìîïòôöùûüŵŷ".contains(letter)
            if isVowel, !wasVowel { count += 1 }
            wasVowel = isVowel
        }
        let ending = String(letters.suffix(2))
        let isSilent =
            (letters.last == "e" && ending != "le") || (ending == "ed" && !["t", "d"].contains(letters.dropLast(2).last))
            || (ending == "es" && !"sxzcgi".contains(letters.dropLast(2).last ?? "s"))
        return max(1, isSilent ? count - 1 : count)
    }

    private static func trimmed(_ text: String, while isLeft: (Character) -> Bool = \.isWhitespace) -> String {
        var text = Substring(text)
        while let first = text.first, isLeft(first) { text = text.dropFirst() }
        while let last = text.last, isLeft(last) { text = text.dropLast() }
        return String(text)
    }
}
