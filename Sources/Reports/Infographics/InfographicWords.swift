import Diagnostics
import Language

/// Fills the names of an infographic's texts: `{{share}}`, `{{highest}}`, `{{body}}` or a figure's id.
///
/// What a block types between the names may not state a number of people: numbers come from figures.
struct InfographicWords {
    /// What stands for each name, in the order in which messages list them.
    var values: [(name: String, text: String)]
    /// The published number of a figure's id; nil where there is none, a reason where it is not shown.
    var figure: (String) -> Result<String, Failure>?
    let log: DiagnosticLog

    /// The text with its names filled and its first letter in upper case.
    ///
    /// - Parameter isAbout: whether it tells of the survey (title, caveat), where a number may be typed.
    func filled(_ words: InfographicTemplate.Words?, isAbout: Bool = false) -> String {
        guard let words else { return "" }
        var result = ""
        var rest = Substring(words.text)
        var typed = ""
        while let start = rest.firstRange(of: "{{"), let end = rest[start.upperBound...].firstRange(of: "}}")
        {
            typed += rest[..<start.lowerBound] + " "
            result += rest[..<start.lowerBound]
            let name = Self.trimmed(rest[start.upperBound..<end.lowerBound])
            result += value(name, of: words)
            rest = rest[end.upperBound...]
        }
        typed += rest
        result += rest
        while result.last == " " { result.removeLast() }
        for claim in isAbout ? [] : ClaimScanner().claims(in: typed) {
            log.error(
                "'\(claim.text)' is typed into the template", at: words.location,
                hints: ["numbers come from the figures: name one, such as {{share}}"])
        }
        return result.prefix(1).uppercased() + result.dropFirst()
    }

    private func value(_ name: String, of words: InfographicTemplate.Words) -> String {
        if let value = values.first(where: { $0.name == name }) { return value.text }
        switch figure(name) {
        case .success(let text): return text
        case .failure(let failure):
            log.error(failure.diagnostics.map(\.message).joined(separator: "; "), at: words.location)
        case nil:
            log.error(
                "there is nothing named '\(name)' here", at: words.location,
                hints: hints(forUnknown: name, among: values.map(\.name), listing: "names here"))
        }
        return ""
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
