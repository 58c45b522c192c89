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
    private let parts: ReportParts

    /// The narratives themselves, to tell the place of a word.
    private let sources: WrittenFiles

    init(context: ReportContext, sources: WrittenFiles = WrittenFiles([:])) {
        self.sources = sources
        findings = context.findings
        parts = context.parts
        scanner = ClaimScanner(
            people: context.results.instrument.audiences.flatMap { [$0.singular, $0.plural] })
        settings = context.settings
    }

    /// The warnings about the blocks that were written in one of the files, about the title and about the action plans.
    ///
    /// - Parameter isWhole: whether these are all the documents; if not, a mark may belong to another.
    func check(
        _ manuscripts: [Manuscript], writtenIn files: Set<String>, isWhole: Bool, log: DiagnosticLog
    ) {
        let texts =
            manuscripts.flatMap { manuscript in
                [manuscript.blocks, manuscript.footnotes.flatMap(\.blocks)].flatMap {
                    WrittenTexts(files: files, sources: sources).texts(in: $0)
                }
            } + partTexts
        let passages = texts.map { text in
            (passage: Passage(text.text, about: text.about, scanner: scanner), text: text)
        }
        var used: Set<String> = []
        if passages.contains(where: { !$0.passage.claims.isEmpty || !$0.text.figures.isEmpty }) {
            let (facts, subjects) = (Facts(findings), Subjects(findings.results))
            for (passage, text) in passages {
                check(passage, of: text, facts: facts, subjects: subjects, used: &used, log: log)
                check(figuresOf: text, in: passage, subjects: subjects, log: log)
            }
        }
        for mark in settings.checked where isWhole && !used.contains(mark.text) {
            let said = passages.flatMap { $0.passage.claims.map(\.text) }.filter { !used.contains($0) }
            log.warning(
                "'\(mark.text)' is marked as checked, and no narrative says it",
                at: mark.place ?? SourceLocation(file: "report.yaml"),
                hints: (nearestName(to: mark.text, in: said).map { ["did you mean '\($0)'?"] } ?? []) + [
                    "take the mark out of report.yaml"
                ])
        }
    }

    /// The title, and the words of this wave's action plan and of the last one.
    ///
    /// Quotations are left out: what somebody said of their own life is no claim about the results.
    private var partTexts: [Written] {
        var texts: [Written] = []
        if let title = settings.title {
            texts.append(
                Written(text: title, place: settings.places["title"] ?? SourceLocation(file: "report.yaml")))
        }
        for area in [parts.plan, parts.earlier?.plan].compactMap(\.self).flatMap(\.areas) {
            texts += [area.title, area.why].compactMap { $0 }.map { Written(text: $0, place: area.location) }
            for action in area.actions {
                texts += [action.action, action.done].compactMap { $0 }.map {
                    Written(text: $0, place: action.location, hasOwnCounts: true)
                }
            }
        }
        return texts
    }

    private func check(
        _ passage: Passage, of text: Written, facts: Facts, subjects: Subjects,
        used: inout Set<String>,
        log: DiagnosticLog
    ) {
        let place = { (claim: NumberClaim) in
            sources.place(ofWord: claim.place.lowerBound, of: passage, writtenAs: text)
        }
        var before: Subjects.Scope?
        for claim in passage.claims {
            let scope = subjects.scope(of: claim, in: passage, before: before)
            before = scope
            if text.hasOwnCounts, case .count = claim.kind { continue }
            if settings.checked.contains(where: { $0.text == claim.text }) {
                used.insert(claim.text)
                continue
            }
            if let wrong = passage.wrongDirection(of: claim) {
                log.warning(
                    "the text says '\(wrong.words)', and its own numbers say otherwise: \(wrong.shares)",
                    at: place(claim))
            }
            guard let fault = contradiction(of: claim, in: passage) ?? facts.fault(of: claim, about: scope)
            else { continue }
            log.warning(
                "the text says '\(claim.text)', and \(fault.reason)", at: place(claim),
                hints: fault.hints + [
                    "if it is right all the same, mark it in report.yaml: checked: - {text: \"\(claim.text)\", reason: …}"
                ])
        }
    }

    /// A figure that a sentence prints, and that is of another question than the one that it speaks of.
    private func check(
        figuresOf text: Written, in passage: Passage, subjects: Subjects, log: DiagnosticLog
    ) {
        let places = passage.words.indices.filter { passage.words[$0].raw.contains(Passage.figure) }
        for (index, id) in zip(places, text.figures) {
            guard let named = subjects.otherQuestion(than: id, namedAround: index, in: passage) else {
                continue
            }
            log.warning(
                "the sentence speaks of \(named), and {{\(id)}} is of \(subjects.name(of: id.question))",
                at: text.place, hints: ["name the figure that is meant, or say what this one is of"])
        }
    }

    /// A quantity in words beside percentages in brackets of which it is not true.
    private func contradiction(of claim: NumberClaim, in passage: Passage) -> Facts.Fault? {
        guard case .quantity(let quantity) = claim.kind else { return nil }
        for share in passage.shares(behind: claim) {
            guard case .percentage(let units, let decimals) = share.kind,
                !quantity.holds(forTyped: units, decimals: decimals)
            else { continue }
            let words = ShownPercentage(units: units, decimals: decimals).map(English.quantityWords)?.phrase
            return Facts.Fault(
                reason: "the text itself says \(share.text)",
                hints: words.map { ["\(share.text) is “\($0)”"] } ?? [])
        }
        return nil
    }
}
