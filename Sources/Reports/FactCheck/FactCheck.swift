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
    private let results: ComparedResults
    private let scanner: ClaimScanner
    private let settings: ReportSettings

    init(context: ReportContext) {
        results = context.results
        scanner = ClaimScanner(
            people: context.results.instrument.audiences.flatMap { [$0.singular, $0.plural] })
        settings = context.settings
    }

    /// The warnings about the blocks that were written in one of the files.
    ///
    /// - Parameter isWhole: whether these are all the documents; if not, a mark may belong to another.
    func check(
        _ manuscripts: [Manuscript], writtenIn files: Set<String>, isWhole: Bool, log: DiagnosticLog
    ) {
        let claims = manuscripts.flatMap(\.blocks).flatMap { self.claims(in: $0, files: files) }
        var used: Set<String> = []
        if !claims.isEmpty {
            let facts = Facts(results)
            for (claim, place) in claims { check(claim, at: place, facts: facts, used: &used, log: log) }
        }
        for mark in settings.checked where isWhole && !used.contains(mark.text) {
            log.warning(
                "'\(mark.text)' is marked as checked, and no narrative says it",
                at: SourceLocation(file: "report.yaml"), hints: ["take the mark out of report.yaml"])
        }
    }

    /// What a block that was written in one of the files claims, with its place.
    private func claims(in block: Block, files: Set<String>) -> [(NumberClaim, SourceLocation)] {
        switch block.content {
        case .heading(_, let words), .paragraph(let words):
            guard let place = block.location, files.contains(place.file) else { return [] }
            return scanner.claims(in: words.typedText).map { ($0, place) }
        case .quotation(let inside), .callout(_, let inside):
            return inside.flatMap { claims(in: $0, files: files) }
        case .list(let list): return list.items.joined().flatMap { claims(in: $0, files: files) }
        default: return []
        }
    }

    private func check(
        _ claim: NumberClaim, at place: SourceLocation, facts: Facts, used: inout Set<String>,
        log: DiagnosticLog
    ) {
        if settings.checked.contains(where: { $0.text == claim.text }) {
            used.insert(claim.text)
            return
        }
        guard let fault = facts.fault(of: claim) else { return }
        log.warning(
            "the text says '\(claim.text)', and \(fault.reason)", at: place,
            hints: fault.hints + [
                "if it is right all the same, mark it in report.yaml: checked: - {text: \"\(claim.text)\", reason: …}"
            ])
    }
}

extension [Inline] {
    /// The words that people typed; a printed figure becomes a dash, which no claim can span.
    fileprivate var typedText: String {
        map { inline in
            switch inline {
            case .figure: "–"
            case .strong(let inside), .emphasis(let inside), .struck(let inside), .link(let inside, _, _):
                inside.typedText
            case .code, .image, .footnote: " "
            case .text(let text): text
            case .lineBreak: " "
            }
        }.joined()
    }
}
