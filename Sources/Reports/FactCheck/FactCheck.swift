import Diagnostics
import Document
import Findings
import Language
import Survey

/// Holds every number and quantity word in the texts that people wrote against the published figures.
///
/// Figures that a template prints are true by themselves; what is typed is not. A claim is held against the figures of what
/// its sentence speaks of, as far as that is recognised. Each claim that none of them supports becomes a warning with its
/// place and the nearest true figure, unless `report.yaml` marks it as checked, with a reason.
struct FactCheck {
    private let findings: FindingsReport
    private let scanner: ClaimScanner
    private let settings: ReportSettings

    init(context: ReportContext) {
        findings = context.findings
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
        let texts = manuscripts.flatMap(\.blocks).flatMap { self.texts(in: $0, files: files) }
        let passages = texts.map { (passage: Passage($0.text, scanner: scanner), place: $0.place) }
        var used: Set<String> = []
        if passages.contains(where: { !$0.passage.claims.isEmpty }) {
            let (facts, subjects) = (Facts(findings), Subjects(findings.results))
            for (passage, place) in passages {
                check(passage, at: place, facts: facts, subjects: subjects, used: &used, log: log)
            }
        }
        for mark in settings.checked where isWhole && !used.contains(mark.text) {
            log.warning(
                "'\(mark.text)' is marked as checked, and no narrative says it",
                at: SourceLocation(file: "report.yaml"), hints: ["take the mark out of report.yaml"])
        }
    }

    /// What people typed in a block that was written in one of the files, with its place.
    private func texts(in block: Block, files: Set<String>) -> [(text: String, place: SourceLocation)] {
        switch block.content {
        case .heading(_, let words), .paragraph(let words):
            guard let place = block.location, files.contains(place.file) else { return [] }
            return [(words.typedText, place)]
        case .quotation(let inside), .callout(_, let inside):
            return inside.flatMap { texts(in: $0, files: files) }
        case .list(let list): return list.items.joined().flatMap { texts(in: $0, files: files) }
        default: return []
        }
    }

    private func check(
        _ passage: Passage, at place: SourceLocation, facts: Facts, subjects: Subjects,
        used: inout Set<String>,
        log: DiagnosticLog
    ) {
        var before: Subjects.Scope?
        for claim in passage.claims {
            let scope = subjects.scope(of: claim, in: passage, before: before)
            before = scope
            if settings.checked.contains(where: { $0.text == claim.text }) {
                used.insert(claim.text)
                continue
            }
            guard let fault = contradiction(of: claim, in: passage) ?? facts.fault(of: claim, about: scope)
            else { continue }
            log.warning(
                "the text says '\(claim.text)', and \(fault.reason)", at: place,
                hints: fault.hints + [
                    "if it is right all the same, mark it in report.yaml: checked: - {text: \"\(claim.text)\", reason: …}"
                ])
        }
    }

    /// A quantity in words beside percentages in brackets of which it is not true.
    private func contradiction(of claim: NumberClaim, in passage: Passage) -> Facts.Fault? {
        guard case .quantity(let quantity) = claim.kind else { return nil }
        for share in passage.shares(behind: claim) {
            guard case .percentage(let units, let decimals) = share.kind,
                !quantity.holds(forTyped: units, decimals: decimals)
            else { continue }
            return Facts.Fault(reason: "the text itself says \(share.text)", hints: [])
        }
        return nil
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
