import Diagnostics
import Document
import Pictures
import Survey

/// What makes a document one of Easy Read: words that are held against rules, hard ones explained, and a line at the foot of
/// each page until people with a learning disability have checked it.
struct EasyReadDocument {
    /// What each page says until `report.yaml` says who checked it.
    static let unchecked = "Not yet checked by people with a learning disability."

    private let list: WordList
    private let context: ReportContext

    init(_ list: WordList, context: ReportContext) {
        self.list = list
        self.context = context
    }

    var foot: String? { context.settings.easyRead == nil ? Self.unchecked : nil }

    /// The hard words that a document uses.
    func entries(of manuscript: Manuscript) -> [WordList.Entry] {
        list.used(in: manuscript.blocks.flatMap(\.texts))
    }

    /// Warns of what is hard to read and of questions that cannot be told of; throws the faults of the pictures.
    func check(_ manuscript: Manuscript, entries: [WordList.Entry], shelf: PictureShelf, log: DiagnosticLog)
        throws(Failure)
    {
        PlainCheck(list, context: context).check(manuscript, explaining: entries, log: log)
        let unworded = EasyStatements(context).unworded
        if !unworded.isEmpty {
            log.warning(
                "Easy Read leaves out the questions without Easy Read words: \(unworded.map(\.id).joined(separator: ", "))",
                hints: ["write 'easyRead:' at these questions of the instrument '\(context.instrument.id)'"])
        }
        let faults = shelf.faults
        log.add(faults.filter { $0.severity == .warning })
        let errors = faults.filter { $0.severity == .error }
        if !errors.isEmpty { throw Failure(errors) }
    }
}

extension Block {
    /// The texts of the block and of those inside it, before its directives are made.
    fileprivate var texts: [String] {
        switch content {
        case .heading(_, let words), .paragraph(let words): [words.plainText]
        case .directive(let directive): [directive.caption.plainText]
        case .quotation(let inside), .callout(_, let inside): inside.flatMap(\.texts)
        case .list(let list): list.items.joined().flatMap(\.texts)
        default: []
        }
    }
}
