/// HTML as it is written: tags from literals, everything else escaped.
struct Markup {
    private(set) var text = ""

    /// Appends markup as it is.
    mutating func tag(_ markup: String) {
        text += markup
    }

    mutating func words(_ words: String) {
        text += Markup.escaped(words)
    }

    static func escaped(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
