import Language
package import Survey

/// A sentence in which every number keeps its link to the published figure.
///
/// Written as an interpolated text: `"\(figure) of \(given: noun) said so."`. Its own text holds no digit.
package struct Sentence: Hashable, Sendable {
    package enum Part: Hashable, Sendable {
        /// Words of the tool.
        case text(String)
        /// Words of the questionnaire, and names.
        case given(String)
        /// A published number as it is printed.
        case figure(FigureID, String)
        /// A quantity in words ("nearly two thirds", "more than 80%", "on 12 questions") and what it is said of.
        case claim(String, of: [FigureID])

        package var words: String {
            switch self {
            case .text(let words), .given(let words), .figure(_, let words), .claim(let words, _): words
            }
        }
    }

    package private(set) var parts: [Part]

    package init(_ parts: [Part] = []) { self.parts = parts }

    package var plain: String { parts.map(\.words).joined() }

    /// The figures that the sentence rests on, each once, in order.
    package var figures: [FigureID] {
        var seen: Set<FigureID> = []
        return parts.flatMap { part -> [FigureID] in
            switch part {
            case .figure(let id, _): [id]
            case .claim(_, let ids): ids
            case .text, .given: []
            }
        }.filter { seen.insert($0).inserted }
    }

    /// How many words a reader has to hold in mind: what stands in brackets is passed over.
    package var wordCount: Int {
        var depth = 0
        return plain.split(separator: " ").count { word in
            let isOutside = depth == 0 && !word.hasPrefix("(")
            depth += word.count { $0 == "(" } - word.count { $0 == ")" }
            return isOutside
        }
    }

    /// The sentence with its first letter in upper case, and a ratio that it begins with in words: "Seven in 10".
    var capitalized: Sentence {
        guard let first = parts.first else { return self }
        let raise = { (text: String) in text.prefix(1).uppercased() + text.dropFirst() }
        let raised: Part =
            switch first {
            case .text(let words): .text(raise(words))
            case .given(let words): .given(raise(words))
            case .claim(let words, let ids): .claim(raise(Self.spelled(words)), of: ids)
            case .figure: first
            }
        return Sentence([raised] + parts.dropFirst())
    }

    private static func spelled(_ words: String) -> String {
        guard words.contains(" in "), let digit = words.split(separator: " ").first.flatMap({ Int($0) })
        else {
            return words
        }
        return English.numberInWords(digit) + words.dropFirst(String(digit).count)
    }

    /// "a", "a and b", "a, b and c": commas and semicolons as `English.list` sets them.
    static func list(_ items: [Sentence], conjunction: String = "and") -> Sentence {
        guard let last = items.last, items.count > 1 else { return items.first ?? Sentence() }
        let plain = items.map(\.plain)
        let hasComma = plain.contains { $0.contains(",") }
        let isCompound = plain.contains { " \($0) ".contains(" \(conjunction) ") }
        let comma = hasComma ? "; " : ", "
        var result = items[0]
        for item in items.dropFirst().dropLast() { result = "\(result)\(comma)\(item)" }
        let end = hasComma ? "; \(conjunction) " : isCompound ? ", \(conjunction) " : " \(conjunction) "
        return "\(result)\(end)\(last)"
    }
}

extension Sentence: ExpressibleByStringInterpolation {
    package struct StringInterpolation: StringInterpolationProtocol {
        var parts: [Part] = []

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ literal: String) { append(.text(literal)) }
        package mutating func appendInterpolation(_ text: String) { append(.text(text)) }
        package mutating func appendInterpolation(given words: String) { append(.given(words)) }
        package mutating func appendInterpolation(_ part: Part) { append(part) }
        package mutating func appendInterpolation(_ sentence: Sentence) {
            sentence.parts.forEach { append($0) }
        }

        private mutating func append(_ part: Part) {
            if case .text(let more) = part {
                if more.isEmpty { return }
                if case .text(let words) = parts.last {
                    parts[parts.count - 1] = .text(words + more)
                    return
                }
            }
            parts.append(part)
        }
    }

    package init(stringLiteral value: String) { self.init(value.isEmpty ? [] : [.text(value)]) }
    package init(stringInterpolation: StringInterpolation) { self.init(stringInterpolation.parts) }
}
