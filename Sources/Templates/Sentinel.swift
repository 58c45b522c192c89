/// The private-use characters that carry values unharmed through a Markdown parser.
///
/// A figure is U+E000, id, U+E001, text, U+E002. Inside it, and wherever a value has a character that Markdown
/// gives a meaning to, an ASCII character c stands as U+E100 + c: no backslash, which a link recogniser would look
/// through, and nothing a parser could pair up with the template's own marks. The reader of the Markdown
/// turns all of it back, so these characters are an error in templates and in data.
enum Sentinel {
    static let figureStart: Unicode.Scalar = "\u{E000}"
    static let figureText: Unicode.Scalar = "\u{E001}"
    static let figureEnd: Unicode.Scalar = "\u{E002}"
    static let shieldBase: UInt32 = 0xE100
    static let reserved: ClosedRange<Unicode.Scalar> = "\u{E000}"..."\u{F8FF}"

    static func figure(id: String, text: String) -> String {
        var result = ""
        result.unicodeScalars.append(figureStart)
        for scalar in id.unicodeScalars { result.unicodeScalars.append(shield(scalar)) }
        result.unicodeScalars.append(figureText)
        for scalar in text.unicodeScalars { result.unicodeScalars.append(shield(scalar)) }
        result.unicodeScalars.append(figureEnd)
        return result
    }

    /// The text with its ASCII punctuation and line ends shielded, and spaces at its ends.
    ///
    /// Quotation marks and apostrophes stay, so that they are set as typographic ones like those of the
    /// text around.
    static func shielded(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        var inside = text.unicodeScalars[...]
        while let first = inside.first, first == " " {
            result.unicodeScalars.append(shield(first))
            inside = inside.dropFirst()
        }
        let trailing = inside.reversed().prefix { $0 == " " }.count
        for scalar in inside.dropLast(trailing) {
            result.unicodeScalars.append(hasMeaning(scalar) ? shield(scalar) : scalar)
        }
        for _ in 0..<trailing { result.unicodeScalars.append(shield(" ")) }
        return result
    }

    static func firstReserved(in text: String) -> Unicode.Scalar? {
        // Every reserved character begins with byte EE or EF in UTF-8; most texts have neither.
        guard text.utf8.contains(where: { $0 == 0xEE || $0 == 0xEF }) else { return nil }
        return text.unicodeScalars.first { reserved.contains($0) }
    }

    private static func shield(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard scalar.isASCII else { return scalar }
        return Unicode.Scalar(shieldBase + scalar.value) ?? scalar
    }

    private static func hasMeaning(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", " ", ",", "'", "\"", "?", ";": false
        default: scalar.isASCII
        }
    }
}
