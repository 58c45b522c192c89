package import Diagnostics
package import Reading

/// What a questionnaire says about itself and its audiences in Easy Read.
package enum EasyRead {
    /// One idea: a sentence or two, and the name of the picture beside them.
    package struct Row: Hashable, Sendable {
        package var words: String
        package var picture: String

        init?(_ node: DataNode, log: DiagnosticLog) {
            var fields = Fields(node, of: "a row of 'easyRead'", log: log)
            defer { fields.finish() }
            guard let words = fields.text("words"), let picture = fields.identifier("picture") else {
                return nil
            }
            self.words = words
            self.picture = picture
        }
    }

    /// The plain nouns of an audience.
    package struct Nouns: Hashable, Sendable {
        /// After a number: "8 out of 10 people".
        package var plural: String
        /// Where they are told apart from others: "people with a personal budget".
        package var who: String
        package var picture: String

        init?(_ node: DataNode, log: DiagnosticLog) {
            var fields = Fields(node, of: "'easyRead' of an audience", log: log)
            defer { fields.finish() }
            guard let plural = fields.text("plural") else { return nil }
            self.plural = plural
            who = fields.optionalText("who") ?? plural
            picture = fields.optionalIdentifier("picture") ?? "people"
        }
    }

    /// Who checked an Easy Read document, as people with a learning disability should before it is published.
    package struct Check: Hashable, Sendable {
        /// "Exampleshire People First".
        package var checkedBy: String
        /// The day, written 2026-08-03.
        package var on: String

        /// Reads the record; an error where it does not say who, or not when.
        package init?(_ node: DataNode, log: DiagnosticLog) {
            var fields = Fields(node, of: "'easyRead'", log: log)
            defer { fields.finish() }
            let (checkedBy, on) = (fields.text("checkedBy"), fields.text("on"))
            guard let checkedBy, let on, let place = fields.node("on")?.location else { return nil }
            guard WaveReader.isDate(on) else {
                log.error("'on' is '\(on)', expected a date such as 2026-03-31", at: place)
                return nil
            }
            self.checkedBy = checkedBy
            self.on = on
        }
    }
}
