import Charts
import Diagnostics
import Findings
import Language
import Survey

extension FigureID {
    /// The share that a question's headline tells.
    init(shareOf question: Instrument.Question) {
        self.init(audience: question.audience, question: question.id, measure: "positive", body: "this")
    }
}

/// A finding that a person chose for the infographic.
struct ChosenMessage {
    var finding: Finding
    var words: InfographicTemplate.Words?

    /// The one share of this body that it rests on; nil where there is none or more.
    var figure: FigureID? {
        guard finding.figures.count == 1, let figure = finding.figures.first else { return nil }
        return figure.body == "this" && figure.group == nil && figure.measure == "positive" ? figure : nil
    }
}

// Messages that a person chose, in the place of those that the tool would choose.
extension InfographicMaker {
    private static let mostMessages = 5

    /// The messages of report.yaml that are about the template's audience; faults go to the log.
    func chosenMessages() -> [ChosenMessage] {
        let wanted = context.settings.messages
        if wanted.count > Self.mostMessages {
            log.error(
                "there are \(wanted.count) messages, expected at most \(Self.mostMessages)",
                at: wanted[Self.mostMessages].location)
        }
        var chosen: [ChosenMessage] = []
        for message in wanted {
            guard let finding = context.findings.findings.first(where: { $0.id == message.finding }) else {
                log.error(
                    "there is no finding '\(message.finding)'", at: message.location,
                    hints: hints(
                        forUnknown: message.finding, among: context.findings.findings.map(\.id),
                        listing: "findings"))
                continue
            }
            if chosen.contains(where: { $0.finding.id == finding.id }) {
                log.error("the message '\(finding.id)' stands twice", at: message.location)
                continue
            }
            let words = message.words.map { InfographicTemplate.Words(text: $0, location: message.location) }
            chosen.append(ChosenMessage(finding: finding, words: words))
        }
        warnIfOnlyGood(chosen)
        return chosen.filter { $0.finding.audience == nil || $0.finding.audience == audience?.id }
    }

    /// Warns where something is not working so well, and no message tells of any of it.
    private func warnIfOnlyGood(_ chosen: [ChosenMessage]) {
        let bad = context.findings.notWorking
        let told = Set(chosen.flatMap(\.finding.figures).map(\.question))
        guard let first = context.settings.messages.first, !bad.isEmpty,
            !bad.contains(where: { $0.figures.contains { told.contains($0.question) } })
        else { return }
        log.warning(
            "the messages hold only good news", at: first.location,
            hints: ["what is not working so well: \(bad.map(\.id).joined(separator: ", "))"])
    }

    /// Which messages each slot of an arrangement tells: those of one share go to large numbers and pictograms as long as
    /// there are any, the others to blocks of findings.
    func assigned(
        _ messages: [ChosenMessage], in places: [InfographicTemplate.Place], of size: String
    ) -> [String: [ChosenMessage]] {
        let slots = places.compactMap { template.block($0.block) }.filter(\.isSlot)
        guard !slots.isEmpty else { return [:] }
        var taken: [String: [ChosenMessage]] = [:]
        var left: [String] = []
        for message in messages {
            let single = slots.first {
                $0.kind != .finding && taken[$0.name] == nil && message.figure != nil
            }
            let listed = slots.first {
                $0.kind == .finding && taken[$0.name, default: []].count < Self.mostFindings
            }
            if let slot = single ?? listed {
                taken[slot.name, default: []].append(message)
            } else {
                left.append(message.finding.id)
            }
        }
        if !left.isEmpty {
            log.warning(
                "the size '\(size)' has no place for the messages \(English.list(left))",
                at: context.settings.messages.first?.location)
        }
        return taken
    }

    /// A slot with the messages that it tells; nil without any.
    func block(
        _ block: InfographicTemplate.Block, telling messages: [ChosenMessage], columns: Int
    ) -> Infographic.Block? {
        guard let first = messages.first else { return nil }
        if block.kind != .finding {
            guard let figure = first.figure, let question = context.instrument.question(figure.question),
                let share = measure(question)
            else { return nil }
            return self.share(
                block, question, share, columns: columns, message: first.words,
                needsAttention: first.finding.kind == .notWorking)
        }
        shown += messages.flatMap(\.finding.figures).compactMap { context.instrument.question($0.question) }
        let kinds = Set(messages.map(\.finding.kind))
        return Infographic.Block(
            name: block.name, columns: columns,
            heading: kinds.count == 1 ? Self.heading(first.finding.kind) : "",
            note: words.filled(block.note),
            .finding(
                messages.map { statement($0) }))
    }

    /// The finding's own sentence, or a person's words with its figures.
    private func statement(_ message: ChosenMessage) -> Infographic.Statement {
        guard let words = message.words else { return statement(of: message.finding) }
        let figures = message.finding.figures
        if !figures.isEmpty, !figures.contains(where: { words.text.contains("{{\($0)}}") }) {
            log.error(
                "the words of '\(message.finding.id)' name none of its figures", at: words.location,
                hints: ["its figures: \(figures.map { "{{\($0)}}" }.joined(separator: ", "))"])
        }
        return .init(
            self.words([], figures: figures).filled(words),
            needsAttention: message.finding.kind == .notWorking)
    }
}
