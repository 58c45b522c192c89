internal import Survey

/// Writes findings as text or Markdown.
package struct FindingsText {
    package enum Format: Sendable {
        case text
        /// Every figure keeps its id as a placeholder of the templates.
        case markdown
    }

    private let format: Format

    package init(_ format: Format) { self.format = format }

    /// The parts of a full text, in order.
    private static let sections: [(title: String, kinds: [Finding.Kind])] = [
        ("What people said", [.grouping, .headline, .extremes]),
        ("Beside others", [.compared, .beside]),
        ("What has changed", [.changed]),
        ("Differences between groups", [.groups]),
        ("What goes with better outcomes", [.process]),
        ("Side by side", [.audiences]),
        ("What is working well", [.working]),
        ("What is not working so well", [.notWorking]),
        ("Read with care", [.caution]),
    ]

    package func text(_ report: FindingsReport) -> String {
        var text = heading(report.results.own.body.name, level: 1)
        text += section("In short", report.summary.map(line))
        for part in Self.sections {
            text += section(part.title, report.findings.filter { part.kinds.contains($0.kind) }.map(line))
        }
        for theme in report.instrument.themes {
            text += section("To open “\(theme.title)”", report.opening(of: theme.id).map(line))
        }
        return text + section("Notes", report.notes)
    }

    private func section(_ title: String, _ lines: [String]) -> String {
        guard !lines.isEmpty else { return "" }
        return "\n" + heading(title, level: 2) + "\n" + lines.map { "- \($0)\n" }.joined()
    }

    private func heading(_ title: String, level: Int) -> String {
        switch format {
        case .text: title + "\n" + String(repeating: level == 1 ? "=" : "-", count: title.count) + "\n"
        case .markdown: String(repeating: "#", count: level) + " " + title + "\n"
        }
    }

    private func line(_ finding: Finding) -> String {
        switch format {
        case .text: finding.plain
        case .markdown: finding.sentences.map(markdown).joined(separator: " ")
        }
    }

    private func markdown(_ sentence: Sentence) -> String {
        sentence.parts.map { part in
            if case .figure(let id, _) = part { "{{\(id)}}" } else { part.words }
        }.joined()
    }
}
