import Charts
import Diagnostics
import Findings
import Survey

// Blocks of sentences.
extension InfographicMaker {
    func finding(_ block: InfographicTemplate.Block, columns: Int) -> Infographic.Block? {
        if let most = block.otherMessages { return otherMessages(most, block, columns: columns) }
        let kinds = block.kinds.compactMap { word -> Finding.Kind? in
            if let kind = Finding.Kind(rawValue: word.text) { return kind }
            let names = Finding.Kind.allCases.map(\.rawValue)
            log.error(
                "there is no kind of finding '\(word.text)'", at: word.location,
                hints: hints(forUnknown: word.text, among: names, listing: "kinds"))
            return nil
        }
        let wanted = kinds.lazy.map { kind in
            self.context.findings.findings(kind).filter { finding in
                let isNews =
                    finding.figures.isEmpty || finding.figures.contains { !self.told.contains($0.question) }
                return isNews && (finding.audience == nil || finding.audience == self.audience?.id)
            }
        }.first { !$0.isEmpty }
        guard let findings = wanted?.prefix(Self.mostFindings), let first = findings.first else {
            missing(
                block, "there is no finding of the kinds \(block.kinds.map(\.text).joined(separator: ", "))")
            return nil
        }
        shown += findings.flatMap(\.figures).compactMap { context.instrument.question($0.question) }
        return Infographic.Block(
            name: block.name, columns: columns,
            heading: block.heading.map { words.filled($0) } ?? Self.heading(first.kind),
            note: words.filled(block.note), picture: picture(beside: block),
            .finding(findings.map { .init($0.plain, needsAttention: $0.kind == .notWorking) }))
    }

    /// The strongest messages that no large number of the page tells, each with its share and what sets it apart.
    private func otherMessages(_ most: Int, _ block: InfographicTemplate.Block, columns: Int)
        -> Infographic.Block?
    {
        let messages = strongest.filter { !told.contains($0.question.id) }.prefix(most)
        guard !messages.isEmpty else {
            missing(block, "every message that can be shown has a block of its own")
            return nil
        }
        shown += messages.map(\.question)
        told.formUnion(messages.map(\.question.id))
        let statements = messages.map { message in
            var words = message.statement.plain
            if let share = measure(message.question)?.words, !words.contains(share), words.hasSuffix(".") {
                words = words.dropLast() + " (\(share))."
            }
            if let beside = message.beside?.plain { words += " " + beside }
            return Infographic.Statement(words, needsAttention: message.news == .poor)
        }
        return Infographic.Block(
            name: block.name, columns: columns,
            heading: block.heading.map { words.filled($0) } ?? "What else stands out",
            note: words.filled(block.note), picture: picture(beside: block), .finding(statements))
    }

    /// What a block of findings is headed with when its template does not say.
    static func heading(_ kind: Finding.Kind) -> String {
        switch kind {
        case .headline, .grouping, .extremes: "What people said"
        case .compared, .beside: "Beside others"
        case .changed: "What has changed"
        case .groups: "Differences between groups"
        case .process: "What goes with better outcomes"
        case .audiences: "Side by side"
        case .working: "What is working well"
        case .notWorking: "What is not working so well"
        case .caution: "Read with care"
        }
    }
}
