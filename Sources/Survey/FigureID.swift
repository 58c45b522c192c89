/// The name of a published number: `audience.question[.group=category].measure@body[.wave]`.
///
/// The measure is an answer's id, `positive`, `base`, `low` or `high`; the body is `this`, `region`, `all`,
/// `rest`, `last`.
package struct FigureID: Hashable, Sendable, CustomStringConvertible {
    package var audience: String
    package var question: String
    package var group: String?
    package var category: String?
    package var measure: String
    package var body: String

    package init(
        audience: String, question: String, group: String? = nil, category: String? = nil, measure: String,
        body: String
    ) {
        self.audience = audience
        self.question = question
        self.group = group
        self.category = category
        self.measure = measure
        self.body = body
    }

    /// Reads an id; nil where it has not the parts of one.
    package init?(_ text: String) {
        let halves = text.split(separator: "@", omittingEmptySubsequences: false)
        guard halves.count == 2, !halves[1].isEmpty else { return nil }
        let parts = halves[0].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3 || parts.count == 4, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
        var id = FigureID(
            audience: parts[0], question: parts[1], measure: parts[parts.count - 1], body: String(halves[1]))
        if parts.count == 4 {
            let pair = parts[2].split(separator: "=", omittingEmptySubsequences: false).map(String.init)
            guard pair.count == 2, !pair[0].isEmpty, !pair[1].isEmpty else { return nil }
            id.group = pair[0]
            id.category = pair[1]
        }
        self = id
    }

    package var description: String {
        let middle = if let group, let category { ".\(group)=\(category)" } else { "" }
        return "\(audience).\(question)\(middle).\(measure)@\(body)"
    }
}
