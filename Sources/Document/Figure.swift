package import Scene

/// A numbered chart or table with everything that stands around it.
package struct Figure: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
        case chart = "Figure"
        case table = "Table"
    }

    package enum Drawings: Hashable, Sendable {
        /// The same chart laid out for wide screens and paper, for narrow screens, and for a page that has little height
        /// left, where that makes a difference.
        case chart(wide: Picture, narrow: Picture, tight: Picture? = nil)
        /// The table is the figure.
        case none
    }

    /// A file that holds the figure or its data.
    package struct FileLink: Hashable, Sendable {
        package var label: String
        package var path: String

        package init(label: String, path: String) {
            self.label = label
            self.path = path
        }
    }

    /// The name of its files: letters, digits and hyphens.
    package var name: String
    /// Its place among the figures, or the tables, of the document; given by `Manuscript.numbered`.
    package var number: Int?
    /// What it shows, as a sentence.
    package var title: [Inline]
    /// What was measured, of whom, where and when.
    package var subtitle: [Inline]
    package var drawings: Drawings
    /// The text alternative of the drawings, a sentence or two.
    package var alternative: String
    package var table: DataTable?
    package var notes: [[Inline]]
    /// "Base: 112 people with a personal budget".
    package var base: [Inline]
    /// "Source: …".
    package var source: [Inline]
    package var files: [FileLink]

    package init(
        name: String, title: [Inline], subtitle: [Inline] = [], drawings: Drawings, alternative: String,
        table: DataTable?, notes: [[Inline]] = [], base: [Inline] = [], source: [Inline] = [],
        files: [FileLink] = []
    ) {
        self.name = name
        self.title = title
        self.subtitle = subtitle
        self.drawings = drawings
        self.alternative = alternative
        self.table = table
        self.notes = notes
        self.base = base
        self.source = source
        self.files = files
    }

    package var kind: Kind { drawings == .none ? .table : .chart }

    /// "Figure 3", or "Figure" while it has no number.
    package var label: String { kind.rawValue + (number.map { " \($0)" } ?? "") }
}

/// A number that carries a message, and the sentence that says what it means.
package struct NumberRow: Hashable, Sendable {
    package var number: [Inline]
    package var sentence: [Inline]

    package init(number: [Inline], sentence: [Inline]) {
        self.number = number
        self.sentence = sentence
    }
}

/// A picture and the words beside it, which say all that it shows.
package struct PictureRow: Hashable, Sendable {
    package var picture: Picture
    /// None for a picture that stands alone, as on a front page.
    package var words: [Inline]
    /// A number in the words drawn below them, such as ten people of whom eight are filled.
    package var drawing: Picture?

    package init(picture: Picture, words: [Inline], drawing: Picture? = nil) {
        self.picture = picture
        self.words = words
        self.drawing = drawing
    }
}
