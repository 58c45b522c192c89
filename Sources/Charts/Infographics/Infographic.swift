package import Scene

/// A page or a square of a survey's messages: a band, rows of blocks on twelve columns, a foot.
///
/// Every text comes formatted; percentages serve the geometry alone and must be the published ones.
package struct Infographic: Hashable, Sendable {
    /// A part of the page that says one thing.
    package struct Block: Hashable, Sendable {
        /// What the template calls it, for messages.
        package var name: String
        /// How many of the twelve columns it takes.
        package var columns: Int
        /// What it says, a finding; empty for none.
        package var heading: String
        /// Quiet words under the heading, or under the sentence of a large number; empty for none.
        package var note: String
        /// Beside the heading or the large number, for the eye alone.
        package var picture: Picture?
        /// Whether its one share tells of what is not working so well: its marks have a colour of their own.
        package var needsAttention: Bool
        package var content: Content

        package init(
            name: String, columns: Int, heading: String = "", note: String = "", picture: Picture? = nil,
            needsAttention: Bool = false, _ content: Content
        ) {
            self.name = name
            self.columns = columns
            self.heading = heading
            self.note = note
            self.picture = picture
            self.needsAttention = needsAttention
            self.content = content
        }
    }

    package enum Content: Hashable, Sendable {
        /// A published share as large as it can be ("75%"), and the sentence that it belongs to.
        case hero(share: String, sentence: String)
        /// One bar a row, its share 0 to 100.
        case bars([ShareBars.Row])
        /// Ten people, some of them filled.
        case pictogram(filled: Int)
        /// Sentences, one below the other.
        case finding([Statement])
        /// What somebody wrote, in quotation marks, and who it was ("A carer").
        case quotation(String, speaker: String)
        /// A picture that is part of what the page says.
        case picture(Picture, alternative: String)
        /// Two bars a row, in the order of their two names: the same question of two groups.
        case pairs(names: [String], [ShareBars.Row])
    }

    /// A sentence of a finding; what needs attention has its own colour.
    package struct Statement: Hashable, Sendable {
        /// A published share to stand large beside the sentence, which then leaves it out; empty for none.
        package var share: String
        package var text: String
        /// What sets it apart, in quiet words below it; empty for none.
        package var aside: String
        package var needsAttention: Bool

        package init(
            _ text: String, share: String = "", aside: String = "", needsAttention: Bool = false
        ) {
            self.share = share
            self.text = text
            self.aside = aside
            self.needsAttention = needsAttention
        }
    }

    /// What stands at the bottom of every infographic.
    package struct Foot: Hashable, Sendable {
        /// What must be known before the figures are used ("INVENTED …"); empty for none.
        package var notice: String
        /// Who answered, and how to read the figures.
        package var base: String
        package var source: String
        /// The signs of the parties, each with its alternative text.
        package var logos: [Picture]

        package init(notice: String, base: String, source: String, logos: [Picture] = []) {
            self.notice = notice
            self.base = base
            self.source = source
            self.logos = logos
        }
    }

    package var title: String
    package var subtitle: String
    /// Rows from top to bottom, blocks from left to right; the blocks of a row take twelve columns at most.
    package var rows: [[Block]]
    package var foot: Foot
    package var alternative: String

    package init(title: String, subtitle: String, rows: [[Block]], foot: Foot, alternative: String) {
        self.title = title
        self.subtitle = subtitle
        self.rows = rows
        self.foot = foot
        self.alternative = alternative
    }
}

/// Why an infographic cannot be laid out: it is too tall at its smallest sizes.
package struct InfographicOverflow: Error, Hashable, Sendable {
    /// The block that takes most of the page; nil where band and foot alone are too tall.
    package var block: String?
    /// Its share of the room between band and foot, in per cent.
    package var share: Int
    /// How much more than there is all of it would need, in points.
    package var excess: Double
}
