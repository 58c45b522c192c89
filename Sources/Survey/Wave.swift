package import Diagnostics

/// One round of a survey, as its `wave.yaml` says it: see docs/formats/wave.md.
package struct Wave: Hashable, Sendable {
    /// Results set beside a body's own.
    package struct Comparator: Hashable, Sendable {
        /// `region`, `all`, `rest`, `last`, or the id of a body.
        package var body: String
        package var label: String
        /// The label within a sentence: "the average of the 18 councils".
        package var inText: String

        package init(body: String, label: String, inText: String? = nil) {
            self.body = body
            self.label = label
            self.inText = inText ?? label
        }
    }

    /// The bodies that agreed to be dots without a name.
    package enum Points: Hashable, Sendable {
        case all
        case only([String])
    }

    package var id: String
    package var title: String
    package var instrument: String
    /// ISO dates of the first and last day of collection, where recorded.
    package var collectedFrom: String?
    package var collectedTo: String?
    package var policy: String
    /// The template of the main document.
    package var template: String
    /// The templates of the documents beside it.
    package var documents: [String] = []
    package var theme: String
    package var notice: String?
    package var source: String
    package var attribution: String?
    package var method: String?
    package var comparators: [Comparator]
    /// The ids of bodies that have not consented to publication: they count in totals, and get no report.
    package var withoutConsent: [String]
    /// The folder of the wave before, relative to this one.
    package var last: String?
    package var publication = Publication()
    /// Whose results may stand as dots without a name in a chart of all bodies.
    package var points = Points.only([])
    /// Where the file names what other files must hold: "policy", "comparators.all".
    package var places: [String: SourceLocation] = [:]
}

/// What one report adds to its wave, as its `report.yaml` says it.
package struct ReportSettings: Hashable, Sendable {
    package var body: String
    package var title: String?
    package var template: String?
    /// The templates of the documents beside the main one; nil where the wave's list holds.
    package var documents: [String]?
    package var theme: String?
    package var notice: String?
    /// Narrative files by the name that the template uses.
    package var narrative: [String: String]
    /// What people typed in a narrative and have checked themselves, with the reason.
    package var checked: [CheckedClaim]
    /// What this report says of its publication, beyond its wave.
    package var publication = Publication()
    /// Who checked the Easy Read document; nil where nobody did.
    package var easyRead: EasyRead.Check?
    /// The messages of the infographics, chosen by hand; empty where the tool chooses.
    package var messages: [Message] = []
    /// Where the file names what other files must hold: "body", "narrative.summary", "documents.briefing".
    package var places: [String: SourceLocation] = [:]

    /// A finding that an infographic is to tell.
    package struct Message: Hashable, Sendable {
        /// The finding's id.
        package var finding: String
        /// Words in the place of its own, with figures by their ids.
        package var words: String?
        package var location: SourceLocation
    }

    /// A number or quantity word that is right although no figure of the report says it.
    package struct CheckedClaim: Hashable, Sendable {
        package var text: String
        package var reason: String
        package var place: SourceLocation?
    }
}
