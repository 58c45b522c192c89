/// How a value is made harmless for the language that a template is written in.
package enum Escaping: Sendable {
    /// `& < > " '` become character references.
    case html
    /// No character of the value becomes markup: see `Sentinel.shielded`.
    case markdown
    /// The value is printed as it is.
    case none

    func escaped(_ text: String) -> String {
        switch self {
        case .html: Escaping.htmlEscaped(text)
        case .markdown: Sentinel.shielded(text)
        case .none: text
        }
    }

    /// A figure keeps its id in Markdown alone; elsewhere it is a text.
    func figure(id: String, text: String) -> String {
        if case .markdown = self { return Sentinel.figure(id: id, text: text) }
        return escaped(text)
    }

    private static func htmlEscaped(_ text: String) -> String {
        guard text.utf8.contains(where: "&<>\"'".utf8.contains) else { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
