package import Diagnostics

/// What an infographic shows, as a file of `Templates/infographics/` says it: see docs/formats/infographic.md.
package struct InfographicTemplate: Hashable, Sendable {
    /// A text of the template, and where it stands.
    package struct Words: Hashable, Sendable {
        package var text: String
        package var location: SourceLocation
    }

    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case hero, bars, pictogram, finding, process, quotation, picture
    }

    package enum Order: String, CaseIterable, Hashable, Sendable {
        case highest, questionnaire
    }

    package struct Block: Hashable, Sendable {
        package var name: String
        package var kind: Kind
        package var location: SourceLocation
        package var heading: Words?
        package var note: Words?
        /// The sentence of a hero.
        package var text: Words?
        /// The id of a published share.
        package var figure: Words?
        /// The first and the last of the headline questions, counted from 1.
        package var headlines: ClosedRange<Int>?
        /// Which of the strongest messages, counted from 1.
        package var strongest: Int?
        /// How many of the headline questions that no large number of the page tells.
        package var otherHeadlines: Int?
        package var questions: [Question] = []
        package var theme: Words?
        package var order = Order.highest
        /// Kinds of finding, the most wanted first.
        package var kinds: [Words] = []
        /// How many of the strongest messages that no large number of the page tells.
        package var otherMessages: Int?
        /// The picture beside it, by name; "question" for that of the question it shows.
        package var picture: Words?
        /// What a picture that stands alone says.
        package var alternative: Words?
        /// The id of a group that is made by how the process went.
        package var group: Words?
        /// Which of those groups, counted from 1, of those with clear differences; which of the quotations that are
        /// short enough.
        package var number: Int?
        /// How long a quotation may be.
        package var characters: Int?
        /// How many rows at most.
        package var rows: Int?

        /// Whether it shows what the tool finds, and so can show a message that a person chose.
        var isSlot: Bool {
            strongest != nil || headlines != nil && kind != .bars || !kinds.isEmpty || otherMessages != nil
        }
        /// Whether the template names what it shows, so that its maker can see whether there is room for it.
        var isNamed: Bool {
            figure != nil || !questions.isEmpty || kind == .bars && theme != nil || kind == .picture
        }
        /// Whether it tells of figures.
        var isMessage: Bool { kind != .picture && kind != .quotation }
        /// Whether it shows one share.
        var isShare: Bool { kind == .hero || kind == .pictogram }
    }

    package struct Question: Hashable, Sendable {
        package var id: Words
        package var label: String?
    }

    package struct Place: Hashable, Sendable {
        package var block: String
        package var columns: Int
    }

    package var id: String
    package var title: Words
    package var subtitle: Words
    package var audience: Words?
    package var caveat: Words?
    package var source: String?
    package var blocks: [Block]
    /// The rows of each arrangement by the name of its format.
    package var arrangements: [String: [[Place]]]

    package func block(_ name: String) -> Block? { blocks.first { $0.name == name } }
}
