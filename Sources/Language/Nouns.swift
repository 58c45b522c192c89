/// A noun in both its numbers.
package struct Noun: Hashable, Sendable {
    package let singular: String
    package let plural: String

    package init(_ singular: String, _ plural: String) {
        self.singular = singular
        self.plural = plural
    }
}

extension English {
    /// The form of the noun that goes with a count: singular for one alone.
    package static func noun(_ noun: Noun, for count: Int) -> String {
        count == 1 ? noun.singular : noun.plural
    }

    /// A count with its noun: "no councils", "one council", "three councils", "4,300 councils".
    package static func count(_ count: Int, _ noun: Noun) -> String {
        (count == 0 ? "no" : numberInWords(count)) + " " + self.noun(noun, for: count)
    }

    /// As `count`, in digits throughout, for tables and captions: "0 councils", "1 council", "3 councils".
    package static func countInDigits(_ count: Int, _ noun: Noun) -> String {
        number(count) + " " + self.noun(noun, for: count)
    }

    /// "a", "a and b", "a, b and c"; nothing for an empty list.
    ///
    /// Where an item has the conjunction in it a comma goes before the last one, and where an item has a
    /// comma in it semicolons part them, so that it stays clear which words belong together.
    package static func list(_ items: [String], conjunction: String = "and") -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        let rest = items.dropLast()
        if items.contains(where: { $0.contains(",") }) {
            return rest.joined(separator: "; ") + "; \(conjunction) " + last
        }
        let compound = items.contains { " \($0) ".contains(" \(conjunction) ") }
        return rest.joined(separator: ", ") + (compound ? ", " : " ") + conjunction + " " + last
    }

    /// "Norfolk’s", and "Wells’" after an s.
    package static func possessive(_ name: String) -> String {
        name.last == "s" || name.last == "S" ? name + "’" : name + "’s"
    }

    /// The text with its first letter in lower case, for the middle of a sentence; unchanged where the first word is "I" or
    /// has capitals inside ("NHS").
    package static func uncapitalized(_ text: String) -> String {
        let word = text.prefix { $0 != " " }
        guard word != "I", !word.hasPrefix("I’"), !word.hasPrefix("I'"),
            !word.dropFirst().contains(where: \.isUppercase)
        else { return text }
        return text.prefix(1).lowercased() + text.dropFirst()
    }

    /// Whether a name reads badly in the middle of a sentence: it asks, or it quotes.
    package static func needsQuotation(_ name: String) -> Bool {
        name.contains { "?!“”\"".contains($0) } || name.hasSuffix(".")
    }

    /// The text as it stands between double quotation marks: those within become single.
    package static func quotable(_ text: String) -> String {
        var isOpen = false
        return String(
            text.map { character in
                switch character {
                case "“": return "‘"
                case "”": return "’"
                case "\"":
                    isOpen.toggle()
                    return isOpen ? "‘" : "’"
                default: return character
                }
            })
    }

    /// The text with its first letter in upper case, if it begins with a letter.
    package static func capitalized(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }
}
