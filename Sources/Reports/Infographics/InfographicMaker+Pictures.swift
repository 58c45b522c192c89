import Charts
import Diagnostics
import Pictures
import Scene
import Survey

// Pictures and quotations.
extension InfographicMaker {
    /// What a block says for the picture of the question that it shows.
    private static let ofQuestion = "question"

    /// The picture beside a block; nil where it names none.
    ///
    /// Faults go to the log.
    func picture(beside block: InfographicTemplate.Block, _ question: Instrument.Question? = nil) -> Picture?
    {
        guard let wanted = block.picture else { return nil }
        guard wanted.text == Self.ofQuestion else { return picture(wanted.text, at: wanted.location) }
        guard let question else {
            log.error(
                "the block '\(block.name)' has no one question whose picture could stand beside it",
                at: wanted.location, hints: ["name a picture"])
            return nil
        }
        let name = question.picture ?? context.instrument.theme(question.theme)?.picture
        return name.flatMap { picture($0, at: wanted.location) }
    }

    private func picture(_ name: String, at location: SourceLocation) -> Picture? {
        log.collect { () throws(Failure) in try shelf.picture(name, at: location) }
    }

    /// A picture that is a block by itself.
    func picture(_ block: InfographicTemplate.Block, columns: Int) -> Infographic.Block? {
        guard let wanted = block.picture, let picture = picture(wanted.text, at: wanted.location) else {
            return nil
        }
        if block.alternative == nil, picture.alternative == wanted.text {
            log.error(
                "nothing says what the picture '\(wanted.text)' shows", at: wanted.location,
                hints: ["add 'alternative:', or save it as an SVG with a title"])
        }
        let alternative = block.alternative.map { words.filled($0) } ?? picture.alternative
        return Infographic.Block(
            name: block.name, columns: columns, heading: words.filled(block.heading),
            note: words.filled(block.note), .picture(picture, alternative: alternative))
    }

    /// A quotation of the template's audience that is short enough: of a theme, or the one of a number.
    func quotation(_ block: InfographicTemplate.Block, columns: Int) -> Infographic.Block? {
        if let theme = block.theme, context.instrument.theme(theme.text) == nil {
            log.error(
                "there is no theme '\(theme.text)'", at: theme.location,
                hints: hints(
                    forUnknown: theme.text, among: context.instrument.themes.map(\.id), listing: "themes"))
            return nil
        }
        let most = block.characters ?? Self.mostCharacters
        let fitting = (context.parts.quotations?.quotations ?? []).filter { quotation in
            quotation.audience == audience?.id && quotation.text.count <= most
                && (block.theme.map { $0.text == quotation.theme } ?? true)
        }
        let index = (block.number ?? 1) - 1
        guard fitting.indices.contains(index) else {
            let of = audience.map { " of \($0.plural)" } ?? ""
            let holds = fitting.isEmpty ? "no quotation" : "\(fitting.count) quotations"
            missing(block, "quotations.yaml has \(holds)\(of) with at most \(most) characters")
            return nil
        }
        let quotation = fitting[index]
        // What must be known of the quotations is never left out.
        let notes = [block.note.map { words.filled($0) }, context.parts.quotations?.note]
        return Infographic.Block(
            name: block.name, columns: columns, heading: words.filled(block.heading),
            note: notes.compactMap(\.self).joined(separator: " "),
            .quotation(
                "“\(quotation.text)”",
                speaker: context.speaker(of: quotation) + (quotation.isShortened ? ", shortened" : "")))
    }

    private static let mostCharacters = 160
}
