package import Scene

/// What stands around the text of a document and is no part of it.
package struct FrontMatter: Hashable, Sendable {
    /// A warning that belongs on the front, such as that the data are invented.
    package struct Notice: Hashable, Sendable {
        package var label: String
        package var text: String

        package init(label: String, text: String) {
            self.label = label
            self.text = text
        }
    }

    /// The sign of a party, set above the imprint at one height with the others.
    package struct Logo: Hashable, Sendable {
        package var picture: Picture
        /// The name of the party.
        package var alternative: String

        package init(picture: Picture, alternative: String) {
            self.picture = picture
            self.alternative = alternative
        }
    }

    /// The name of the document, where it has no heading of level 1.
    package var title: String
    package var author: String?
    package var notices: [Notice]
    package var logos: [Logo]
    /// Lines at the foot of the front page: the date, who publishes it, where the data come from.
    package var imprint: [String]
    /// What every page says at the top right, such as "Draft 3, not for publication".
    package var mark: String?
    /// What every page but the front says at the foot, such as that nobody has checked it yet.
    package var foot: String?
    /// What the running header says; the title, if nil.
    package var running: String?
    /// Whether title, notices and imprint take a page of their own, with the contents on the next.
    package var hasFrontPage: Bool

    package init(
        title: String, author: String? = nil, notices: [Notice] = [], logos: [Logo] = [],
        imprint: [String] = [], mark: String? = nil, foot: String? = nil, running: String? = nil,
        hasFrontPage: Bool = true
    ) {
        self.title = title
        self.author = author
        self.notices = notices
        self.logos = logos
        self.imprint = imprint
        self.mark = mark
        self.foot = foot
        self.running = running
        self.hasFrontPage = hasFrontPage
    }
}
