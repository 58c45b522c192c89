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
        /// Quiet words under the heading; empty for none.
        package var note: String
        package var content: Content

        package init(name: String, columns: Int, heading: String = "", note: String = "", _ content: Content)
        {
            self.name = name
            self.columns = columns
            self.heading = heading
            self.note = note
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
        /// Sentences, one below the other; what needs attention has its own colour.
        case finding([String], needsAttention: Bool = false)
        /// Two bars a row, in the order of their two names: the same question of two groups.
        case pairs(names: [String], [ShareBars.Row])
    }

    /// What stands at the bottom of every infographic.
    package struct Foot: Hashable, Sendable {
        /// What must be known before the figures are used ("INVENTED …"); empty for none.
        package var notice: String
        /// Who answered, and how to read the figures.
        package var base: String
        package var source: String

        package init(notice: String, base: String, source: String) {
            self.notice = notice
            self.base = base
            self.source = source
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
