package import Diagnostics
package import Reading

/// What a wave or a report says of its publication: whom to ask, whose signs stand on it, which frame is around its page.
///
/// What a report says takes the place of what its wave says.
package struct Publication: Hashable, Sendable {
    /// Whom to ask for another format.
    package var contact: Contact?
    /// What people have checked, and what is known not to work.
    package var accessibility: AccessibilityRecord?
    package var logos: [PartyLogo] = []
    /// A file of `Templates/frames/`, or beside the wave: its name without the ending.
    package var frame: String?
    package var frameLocation: SourceLocation?

    package init() {}

    /// Reads `contact`, `accessibility`, `logos` and `frame`.
    package init(_ fields: inout Fields) {
        contact = fields.node("contact").flatMap { Contact($0, log: fields.log) }
        accessibility = fields.node("accessibility").map { AccessibilityRecord($0, log: fields.log) }
        logos = PartyLogo.read(fields.list("logos"), log: fields.log)
        frameLocation = fields.node("frame")?.location
        frame = fields.optionalText("frame")
    }

    /// This of a wave, with what a report says instead; logos party by party.
    package func overlaid(by report: Publication) -> Publication {
        var result = self
        result.contact = report.contact ?? contact
        result.accessibility = report.accessibility ?? accessibility
        result.logos = PartyLogo.merged([logos, report.logos])
        if report.frame != nil {
            result.frame = report.frame
            result.frameLocation = report.frameLocation
        }
        return result
    }
}

/// What is known of how well a document can be used, beyond what the program itself sees to.
package struct AccessibilityRecord: Hashable, Sendable {
    /// Who tried the document, with what, when: sentences.
    package var checked: [String]
    /// What does not work: sentences.
    package var problems: [String]

    init(_ node: DataNode, log: DiagnosticLog) {
        var fields = Fields(node, of: "'accessibility'", log: log)
        checked = fields.texts("checked")
        problems = fields.texts("problems")
        fields.finish()
    }
}

/// The sign of a party, as a theme, a wave or a report names it.
package struct PartyLogo: Hashable, Sendable {
    /// Of two logos of one party the later takes the place of the first.
    package var party: String
    /// Relative to the file that names it.
    package var file: String
    /// What a reader who does not see it hears: the name of the party.
    package var alternative: String
    package var location: SourceLocation

    package init(party: String, file: String, alternative: String, location: SourceLocation) {
        self.party = party
        self.file = file
        self.alternative = alternative
        self.location = location
    }

    /// Reads a list of logos.
    package static func read(_ nodes: [DataNode], log: DiagnosticLog) -> [PartyLogo] {
        var logos: [PartyLogo] = []
        for node in nodes {
            var fields = Fields(node, of: "the logo", log: log)
            let place = fields.node("file")?.location ?? node.location
            let (party, file) = (fields.identifier("party"), fields.text("file"))
            let alternative = fields.text("alternative")
            fields.finish()
            guard let party, let file, let alternative else { continue }
            if logos.contains(where: { $0.party == party }) {
                log.error("the party '\(party)' has two logos", at: node.location)
            }
            logos.append(PartyLogo(party: party, file: file, alternative: alternative, location: place))
        }
        return logos
    }

    /// The lists in one, a later logo of a party in the place of an earlier one.
    package static func merged(_ lists: [[PartyLogo]]) -> [PartyLogo] {
        var result: [PartyLogo] = []
        for logo in lists.joined() {
            if let index = result.firstIndex(where: { $0.party == logo.party }) {
                result[index] = logo
            } else {
                result.append(logo)
            }
        }
        return result
    }

    /// The same with its file below a folder.
    package func below(_ folder: String) -> PartyLogo {
        var logo = self
        logo.file = "\(folder)/\(file)"
        return logo
    }
}
