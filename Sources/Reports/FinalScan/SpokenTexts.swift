import Language
import Survey

/// What people brought to a report in files of their own: quotations, the action plan, the contact.
///
/// Numbers in them are their words, and no figure stands behind them.
struct SpokenTexts {
    /// With plain signs, the longest first; only those with numbers.
    private let phrases: [String]

    init(_ texts: [String]) {
        phrases = texts.map(\.withPlainSigns).filter { !PrintedNumber.all(in: $0).isEmpty }
            .sorted { ($1.count, $0) < ($0.count, $1) }
    }

    /// A text of the report without the people's words in it, and the numbers of those.
    func takenOut(of text: String) -> (rest: String, numbers: [PrintedNumber]) {
        guard text.hasDigits else { return (text, []) }
        var rest = text
        var plain = text.withPlainSigns
        var numbers: [PrintedNumber] = []
        for phrase in phrases where plain.holds(phrase) {
            numbers += PrintedNumber.all(in: phrase)
            rest = plain.replacing(phrase, with: " ")
            plain = rest.withPlainSigns
        }
        return (rest, numbers)
    }
}

extension String {
    /// The text with the signs of a keyboard in the place of typographic ones, which Markdown puts in.
    fileprivate var withPlainSigns: String {
        guard utf8.contains(where: { $0 >= 0x80 }) || holds("--") || holds("...") else { return self }
        var plain = ""
        for character in self {
            switch character {
            case "‘", "’": plain.append("'")
            case "“", "”": plain.append("\"")
            case "–", "—": plain.append("-")
            case "…": plain.append("...")
            case "\u{A0}": plain.append(" ")
            default: plain.append(character)
            }
        }
        return plain.replacing("---", with: "-").replacing("--", with: "-")
    }
}

extension String {
    /// Whether any number can stand in the text.
    var hasDigits: Bool { utf8.contains { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") } }

    /// Whether the text holds a phrase, byte by byte: much faster than `contains`, which a report asks ten thousand times.
    func holds(_ phrase: String) -> Bool {
        var (text, phrase) = (self, phrase)
        return text.withUTF8 { text in
            phrase.withUTF8 { phrase in
                guard let first = phrase.first, text.count >= phrase.count else { return phrase.isEmpty }
                return (0...text.count - phrase.count).contains { start in
                    text[start] == first && text[start..<start + phrase.count].elementsEqual(phrase)
                }
            }
        }
    }
}

extension ReportContext {
    /// The texts that people brought to the report, as templates print them.
    var spokenTexts: SpokenTexts {
        var texts: [String?] = [parts.quotations?.note, parts.plan?.note]
        texts += parts.quotations?.quotations.map(\.text) ?? []
        for area in (parts.plan?.areas ?? []) + (parts.earlier?.plan.areas ?? []) {
            texts += [area.title, area.why]
            for action in area.actions {
                texts += [action.action, action.who, action.by, action.done]
                texts.append(action.by.flatMap { English.date(iso: $0) })
            }
        }
        if let contact = publication.contact {
            texts += [contact.name, contact.phone, contact.textphone, contact.relay, contact.bsl]
            texts += [contact.email, contact.post] + contact.formats
        }
        return SpokenTexts(texts.compactMap(\.self))
    }
}
