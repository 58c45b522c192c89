import Diagnostics
import Document
import Findings
import Language
import Pictures
import Scene
import Survey

/// Makes the rows of pictures that a document asks for: `![words](picture:home?figure=holders.safe.positive@this)`.
///
/// `picture:words` is the list of the hard words that the document uses.
struct PictureRows {
    /// What the list of hard words is asked for by.
    static let words = "words"

    let shelf: PictureShelf
    let context: ReportContext
    /// The hard words that the document uses.
    let entries: [WordList.Entry]

    func blocks(_ parameters: inout DirectiveParameters) -> [Block] {
        let directive = parameters.directive
        if directive.name == Self.words { return wordRows(parameters) }
        let drawing = counted(&parameters)
        let log = parameters.log
        let picture = log.collect { () throws(Failure) in
            try shelf.picture(directive.name, at: directive.location)
        }
        guard let picture else { return [] }
        return [Block(.pictures([PictureRow(picture: picture, words: directive.caption, drawing: drawing)]))]
    }

    /// Ten people, of whom as many are filled as the words of a figure name, or as `filled=` says where it explains them.
    private func counted(_ parameters: inout DirectiveParameters) -> Picture? {
        if let filled = parameters.value("filled") {
            guard let count = Int(filled), (0...TenPeople.count).contains(count) else {
                parameters.log.error(
                    "'filled' is '\(filled)', expected a whole number from 0 to 10",
                    at: parameters.directive.location)
                return nil
            }
            return TenPeople(filled: count).picture
        }
        guard let name = parameters.value("figure") else { return nil }
        guard let id = FigureID(name), context.book.entry(id) != nil else {
            parameters.log.error(
                "unknown figure '\(name)'", at: parameters.directive.location,
                hints: hints(forUnknown: name, among: context.book.ids, listing: "figures"))
            return nil
        }
        return context.outOfTen(id)?.drawn.map { TenPeople(filled: $0).picture }
    }

    private func wordRows(_ parameters: DirectiveParameters) -> [Block] {
        let rows = entries.compactMap { entry in
            parameters.log.collect { () throws(Failure) in
                let picture = try shelf.picture(entry.picture, at: entry.location)
                return PictureRow(
                    picture: picture, words: [.strong([.text(entry.word)]), .lineBreak, .text(entry.means)])
            }
        }
        return rows.isEmpty ? [] : [Block(.pictures(rows))]
    }
}
