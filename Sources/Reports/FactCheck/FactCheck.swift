import Diagnostics
import Document
import Findings
import Language
import Survey

/// Holds every number and quantity word in the texts that people wrote against the published figures.
///
/// Figures that a template prints are true by themselves; what is typed is not. Each claim that no figure supports becomes a
/// warning with its place and the nearest true figure, unless `report.yaml` marks it as checked, with a reason.
struct FactCheck {
    private let facts: Facts
    private let scanner: ClaimScanner
    private let settings: ReportSettings

    init(context: ReportContext) {
        facts = Facts(context.book)
        scanner = ClaimScanner(people: context.results.instrument.audiences.flatMap { [$0.singular, $0.plural] })
        settings = context.settings
    }

    /// The warnings about the blocks that were written in one of the files.
    func check(_ manuscript: Manuscript, writtenIn files: Set<String>, log: DiagnosticLog) {
        var used: Set<String> = []
        for block in manuscript.blocks { check(block, files: files, used: &used, log: log) }
        for mark in settings.checked where !used.contains(mark.text) {
            log.warning(
                "'\(mark.text)' is marked as checked, and no narrative says it",
                at: SourceLocation(file: "report.yaml"), hints: ["take the mark out of report.yaml"])
        }
    }

    private func check(_ block: Block, files: Set<String>, used: inout Set<String>, log: DiagnosticLog) {
        switch block.content {
        case .heading(_, let words), .paragraph(let words):
            guard let place = block.location, files.contains(place.file) else { return }
            for claim in scanner.claims(in: words.typedText) { check(claim, at: place, used: &used, log: log) }
        case .quotation(let inside), .callout(_, let inside):
            for block in inside { check(block, files: files, used: &used, log: log) }
        case .list(let list):
            for block in list.items.joined() { check(block, files: files, used: &used, log: log) }
        default:
            break
        }
    }

    private func check(_ claim: NumberClaim, at place: SourceLocation, used: inout Set<String>, log: DiagnosticLog) {
        if settings.checked.contains(where: { $0.text == claim.text }) {
            used.insert(claim.text)
            return
        }
        guard let fault = facts.fault(of: claim) else { return }
        log.warning(
            "the text says '\(claim.text)', and \(fault.reason)", at: place,
            hints: fault.hints + ["if it is right all the same, mark it in report.yaml: checked: - {text: \"\(claim.text)\", reason: …}"])
    }
}

extension [Inline] {
    /// The words that people typed; a printed figure becomes a dash, which no claim can span.
    fileprivate var typedText: String {
        map { inline in
            switch inline {
            case .figure: "–"
            case .strong(let inside), .emphasis(let inside), .struck(let inside), .link(let inside, _, _): inside.typedText
            case .code, .image, .footnote: " "
            case .text(let text): text
            case .lineBreak: " "
            }
        }.joined()
    }
}
