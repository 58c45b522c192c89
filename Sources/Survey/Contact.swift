package import Diagnostics
package import Reading

/// Whom to ask for a document in another format, and by which ways.
package struct Contact: Hashable, Sendable {
    package var name: String
    package var phone: String?
    package var email: String?
    package var post: String?
    package var textphone: String?
    /// How to use a relay service: "dial 18001, then our number".
    package var relay: String?
    /// How to reach the people in British Sign Language.
    package var bsl: String?
    /// What can be had: "large print", "audio".
    package var formats: [String]

    /// Reads a contact; an error where it has no name, or no way to reach it.
    package init?(_ node: DataNode, log: DiagnosticLog) {
        var fields = Fields(node, of: "the contact", log: log)
        defer { fields.finish() }
        let name = fields.text("name")
        phone = fields.optionalText("phone")
        email = fields.optionalText("email")
        post = fields.optionalText("post")
        textphone = fields.optionalText("textphone")
        relay = fields.optionalText("relay")
        bsl = fields.optionalText("bsl")
        formats = fields.texts("formats")
        if let email, let place = fields.node("email")?.location, !Self.isAddress(email) {
            log.error("'\(email)' is not an e-mail address", at: place)
        }
        for (key, number) in [("phone", phone), ("textphone", textphone)] {
            if let number, let place = fields.node(key)?.location, !Self.isNumber(number) {
                log.error(
                    "'\(number)' is not a telephone number", at: place,
                    hints: ["put it in quotation marks, so that its 0 is kept: \"01632 960123\""])
            }
        }
        if [phone, email, post, textphone, relay, bsl].allSatisfy({ $0 == nil }) {
            log.error(
                "the contact has no way to reach it", at: node.location,
                hints: ["add at least one of: phone, email, post, textphone, relay, bsl"])
        }
        guard let name else { return nil }
        self.name = name
    }

    /// One `@` with something on both sides, a dot in what follows it, no blanks.
    private static func isAddress(_ text: String) -> Bool {
        let halves = text.split(separator: "@", omittingEmptySubsequences: false)
        return halves.count == 2 && !halves[0].isEmpty && halves[1].contains(".")
            && !halves[1].hasPrefix(".") && !halves[1].hasSuffix(".")
            && text.allSatisfy { $0.isASCII && !$0.isWhitespace && $0 != "<" && $0 != ">" }
    }

    /// Digits and what is set between them; 0 or + at the beginning, as numbers of this country have it.
    private static func isNumber(_ text: String) -> Bool {
        (text.hasPrefix("0") || text.hasPrefix("+"))
            && text.allSatisfy { $0.isNumber || " +()-".contains($0) }
            && (3...16).contains(text.count(where: \.isNumber))
    }
}
