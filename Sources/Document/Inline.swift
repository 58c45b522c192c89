/// A run of words within a block.
package indirect enum Inline: Hashable, Sendable {
    case text(String)
    /// A published number that keeps its id: locked in a review, compared between drafts.
    case figure(id: String, text: String)
    case strong([Inline])
    case emphasis([Inline])
    case struck([Inline])
    case code(String)
    case link([Inline], to: String, title: String)
    case image(source: String, alternative: String)
    /// The footnote of this number; `occurrence` counts from 1 the places that refer to the same one.
    case footnote(number: Int, occurrence: Int)
    case lineBreak
}

extension Inline {
    /// The words alone; a footnote mark has none.
    package var plainText: String {
        switch self {
        case .text(let text), .figure(_, let text), .code(let text): text
        case .strong(let inside), .emphasis(let inside), .struck(let inside), .link(let inside, _, _):
            inside.plainText
        case .image(_, let alternative): alternative
        case .footnote: ""
        case .lineBreak: " "
        }
    }
}

extension [Inline] {
    /// The words alone.
    package var plainText: String { map(\.plainText).joined() }

    /// One run of plain words; none for an empty string.
    package init(words text: String) {
        self = text.isEmpty ? [] : [.text(text)]
    }
}
