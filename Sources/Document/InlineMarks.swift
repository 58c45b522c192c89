/// The private-use characters by which a template carries values through a Markdown parser; they are written by
/// the renderer of templates, which refuses them in every other place.
///
/// A figure is U+E000, id, U+E001, text, U+E002; an ASCII character c that must not be taken for markup is
/// U+E100 + c.
enum InlineMarks {
    private static let figureStart: Unicode.Scalar = "\u{E000}"
    private static let figureText: Unicode.Scalar = "\u{E001}"
    private static let figureEnd: Unicode.Scalar = "\u{E002}"

    /// The text with its figures as inlines of their own and every shielded character as it was.
    static func inlines(_ text: String) -> [Inline] {
        guard hasMarks(text) else { return [Inline](words: text) }
        var result: [Inline] = []
        var run = String.UnicodeScalarView()
        var id = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case figureStart:
                result += [Inline](words: String(run))
                run = .init()
            case figureText:
                id = String(run)
                run = .init()
            case figureEnd:
                result.append(.figure(id: id, text: String(run)))
                run = .init()
            default: run.append(unshielded(scalar))
            }
        }
        return result + [Inline](words: String(run))
    }

    /// The text with figures as their text, where no inline can stand: in code, in alternative texts.
    static func plain(_ text: String) -> String {
        hasMarks(text) ? inlines(text).plainText : text
    }

    static func hasFigure(_ text: String) -> Bool {
        text.unicodeScalars.contains(figureStart)
    }

    private static func hasMarks(_ text: String) -> Bool {
        // Every private-use character of the two ranges begins with byte EE in UTF-8.
        text.utf8.contains(0xEE)
    }

    private static func unshielded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        (0xE100..<0xE180).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xE100) ?? scalar : scalar
    }
}
