/// HTML as it is written: tags from literals, everything else escaped.
struct Markup {
    /// The heading that was written last.
    var heading = ""
    /// How often each name was given to a region of the page.
    private var names: [String: Int] = [:]

    private(set) var text = ""

    /// Appends markup as it is.
    mutating func tag(_ markup: String) {
        text += markup
    }

    mutating func words(_ words: String) {
        text += Markup.escaped(words)
    }

    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: "&<>\"".utf8.contains) else { return text }
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

    /// The name, with a number where another region has it already.
    mutating func freshName(_ name: String) -> String {
        names[name, default: 0] += 1
        let count = names[name] ?? 1
        return count == 1 ? name : "\(name) (\(count))"
    }
}
