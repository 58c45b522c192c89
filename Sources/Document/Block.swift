package import Diagnostics

/// One block of a document: what it is, the id that reviews and links know it by, where it was written.
package struct Block: Hashable, Sendable {
    package var content: BlockContent
    /// Unique in its document.
    ///
    /// A block made by a resolver may leave it empty and is given one.
    package var id: String
    package var location: SourceLocation?

    package init(_ content: BlockContent, id: String = "", location: SourceLocation? = nil) {
        self.content = content
        self.id = id
        self.location = location
    }
}

/// The kinds of block; the list is closed, so that every writer writes all of them.
package indirect enum BlockContent: Hashable, Sendable {
    case heading(level: Int, [Inline])
    case paragraph([Inline])
    case list(ItemList)
    case quotation([Block])
    case callout(Callout, [Block])
    case code(String)
    case rule
    case table(DataTable)
    case figure(Figure)
    /// Numbers that carry a message, each with its sentence; neighbours become one list.
    case numbers([NumberRow])
    /// Easy Read: a picture at the left, its words at the right.
    case pictures([PictureRow])
    /// A figure that is asked for and not yet made; no writer accepts it (see `Manuscript.resolving`).
    case directive(Directive)
}

/// A bulleted or numbered list.
package struct ItemList: Hashable, Sendable {
    /// The number of the first item; nil for a list without numbers.
    package var start: Int?
    /// Whether the items follow each other without space between.
    package var isTight: Bool
    package var items: [[Block]]

    package init(start: Int? = nil, isTight: Bool, items: [[Block]]) {
        self.start = start
        self.isTight = isTight
        self.items = items
    }
}

/// What a callout is for, written `> [!key]`.
///
/// `kicker` and `lead` make the front of a report: the quiet line above the heading of level 1, and the large
/// paragraph below it. The others are boxes with a label.
package enum Callout: String, Hashable, Sendable, CaseIterable {
    case key
    case note
    case caution
    /// Whom to ask for another format; on paper it stands on the page after the front.
    case contact
    /// Empty lines to write on: on paper only.
    case notes
    case kicker
    case lead

    /// The words at the head of the box; none for the parts of the front.
    package var label: String? {
        switch self {
        case .key: "Key finding"
        case .note: "Note"
        case .caution: "Treat with caution"
        case .contact: "If you need this in another format"
        case .notes: "Room for notes"
        case .kicker, .lead: nil
        }
    }
}

extension [Block] {
    /// Whether the last block of a quotation says who spoke: a short paragraph below another, which ends no sentence.
    package var endsWithSpeaker: Bool {
        guard count > 1, case .paragraph(let words) = self[count - 1].content else { return false }
        let text = words.plainText
        return text.count <= 60 && !(text.last?.isPunctuation ?? true)
    }
}
