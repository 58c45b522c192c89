package import Diagnostics
package import Reading

/// What people wrote in their own words, chosen and checked for one report: `quotations.yaml`.
package struct Quotations: Hashable, Sendable {
    /// One person's words.
    package struct Quotation: Hashable, Sendable {
        package var text: String
        package var audience: String
        /// The theme that it belongs to: that of its question, where it names one.
        package var theme: String
        package var question: String?
        /// How the person agreed to be quoted.
        package var permission: String
        /// Who made sure that nobody can be known by it.
        package var checkedBy: String
        package var isShortened: Bool
        /// Details that may stay, because somebody has made sure of them.
        package var kept: [String]
        package var location: SourceLocation
    }

    /// A line above the quotations, such as that they are invented.
    package var note: String?
    package var quotations: [Quotation]

    /// The longest quotation, in characters: about 170 words.
    private static let longest = 1000

    /// Reads `poet-quotations/1`.
    ///
    /// Throws every fault: a quotation without permission or without a person who checked it, and names that the
    /// questionnaire does not have.
    package static func read(_ node: DataNode, instrument: Instrument) throws(Failure) -> Quotations {
        let log = DiagnosticLog()
        var fields = Fields(node, of: "the file of quotations", log: log)
        fields.format("poet-quotations/1")
        let note = fields.optionalText("note")
        let quotations = fields.list("quotations").compactMap { quotation($0, instrument, log) }
        fields.finish()
        try log.check()
        return Quotations(note: note, quotations: quotations)
    }

    private static func quotation(_ node: DataNode, _ instrument: Instrument, _ log: DiagnosticLog)
        -> Quotation?
    {
        var fields = Fields(node, of: "the quotation", log: log)
        defer { fields.finish() }
        let place = fields.node("text")?.location ?? node.location
        let text = fields.text("text").map { words in
            words.split { $0.isWhitespace }.joined(separator: " ")
        }
        if let text, text.count > longest {
            log.error(
                "the quotation has \(text.count) characters, expected at most \(longest)", at: place,
                hints: ["shorten it, and say 'shortened: true'"])
        }
        let audience = fields.text("audience")
        if let audience, instrument.audience(audience) == nil {
            log.error(
                "there is no audience '\(audience)'", at: fields.node("audience")?.location,
                hints: hints(
                    forUnknown: audience, among: instrument.audiences.map(\.id), listing: "audiences"))
        }
        let subject = subject(&fields, audience: audience, instrument, log)
        let permission = fields.text("permission")
        let checkedBy = fields.text("checkedBy")
        if !fields.has("shortened") { _ = fields.required("shortened") }
        let isShortened = fields.optionalBoolean("shortened")
        let kept = fields.texts("keep")
        guard let text, let audience, let subject, let permission, let checkedBy, let isShortened else {
            return nil
        }
        return Quotation(
            text: text, audience: audience, theme: subject.theme, question: subject.question,
            permission: permission, checkedBy: checkedBy, isShortened: isShortened, kept: kept,
            location: place)
    }

    /// The theme or the question that the quotation names; one of them, and not both.
    private static func subject(
        _ fields: inout Fields, audience: String?, _ instrument: Instrument, _ log: DiagnosticLog
    ) -> (theme: String, question: String?)? {
        let (theme, question) = (fields.optionalText("theme"), fields.optionalText("question"))
        switch (theme, question) {
        case (let theme?, nil):
            if instrument.theme(theme) != nil { return (theme, nil) }
            log.error(
                "there is no theme '\(theme)'", at: fields.node("theme")?.location,
                hints: hints(forUnknown: theme, among: instrument.themes.map(\.id), listing: "themes"))
        case (nil, let name?):
            let place = fields.node("question")?.location
            guard let question = instrument.question(name) else {
                log.error(
                    "there is no question '\(name)'", at: place,
                    hints: hints(
                        forUnknown: name, among: instrument.questions.map(\.id), listing: "questions"))
                return nil
            }
            if let audience, instrument.audience(audience) != nil, question.audience != audience {
                log.error(
                    "the question '\(name)' is put to the audience '\(question.audience)', and the quotation is of "
                        + "'\(audience)'", at: place)
            }
            return (question.theme, name)
        case (nil, nil):
            log.error(
                "the quotation names neither a theme nor a question", at: fields.location,
                hints: ["add 'theme:' or 'question:' with an id of the questionnaire"])
        case (.some, .some):
            log.error("the quotation names a theme and a question, expected one of them", at: fields.location)
        }
        return nil
    }
}
