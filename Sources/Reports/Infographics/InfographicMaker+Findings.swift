import Charts
import Diagnostics
import Findings
import Language
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
        guard let findings = wanted?.prefix(block.rows ?? Self.mostFindings), !findings.isEmpty else {
            missing(
                block, "there is no finding of the kinds \(block.kinds.map(\.text).joined(separator: ", "))")
            return nil
        }
        shown += findings.flatMap(\.figures).compactMap { context.instrument.question($0.question) }
        return Infographic.Block(
            name: block.name, columns: columns,
            heading: block.heading.map { words.filled($0) } ?? heading(Array(findings)),
            note: words.filled(block.note), picture: picture(beside: block),
            .finding(findings.map { statement(of: $0) }))
    }

    /// A finding's sentence; its one share in brackets stands beside it.
    func statement(of finding: Finding) -> Infographic.Statement {
        var statement = Infographic.Statement(finding.plain, needsAttention: finding.kind == .notWorking)
        guard finding.figures.count == 1, let figure = finding.figures.first,
            case .share(let share) = context.book.entry(figure)
        else { return statement }
        let brackets = " (\(share.words))"
        guard statement.text.ranges(of: brackets).count == 1 else { return statement }
        statement.text = statement.text.replacing(brackets, with: "")
        statement.share = share.words
        return statement
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
            let words = message.statement.plain
            let share = measure(message.question)?.words ?? ""
            return Infographic.Statement(
                words, share: words.contains(share) ? "" : share, aside: message.beside?.plain ?? "",
                needsAttention: message.news == .poor)
        }
        return Infographic.Block(
            name: block.name, columns: columns,
            heading: block.heading.map { words.filled($0) } ?? Self.heading(messages.map(\.news)),
            note: words.filled(block.note), picture: picture(beside: block), .finding(statements))
    }

    /// A heading that is true of the findings: how many things go well or do not, or which audience has the lower shares.
    private func heading(_ findings: [Finding]) -> String {
        guard let kind = findings.first?.kind else { return "" }
        switch kind {
        case .working, .notWorking:
            let all = context.findings.findings(kind).count {
                $0.audience == nil || $0.audience == audience?.id
            }
            let words = kind == .working ? "going well" : "not working so well"
            return findings.count == all ? Self.things(all, words) : "Some things are \(words)"
        case .audiences: return besideAudience(findings) ?? Self.heading(kind)
        default: return Self.heading(kind)
        }
    }

    /// "One thing is going well", "Two things are not working so well".
    private static func things(_ count: Int, _ words: String) -> String {
        let number = English.numberInWords(count)
        return number.prefix(1).uppercased() + number.dropFirst()
            + (count == 1 ? " thing is " : " things are ") + words
    }

    private static func heading(_ news: [Message.News]) -> String {
        let (good, poor) = (news.count { $0 == .good }, news.count { $0 == .poor })
        switch (good, poor) {
        case (0, news.count): return things(poor, "not working so well")
        case (news.count, 0): return things(good, "going well")
        case (1, 1) where news.count == 2: return "One thing is going well, another is not"
        case (1..., 1...) where good + poor == news.count:
            return
                "\(things(good, "going well")), \(English.numberInWords(poor)) \(poor == 1 ? "is" : "are") not"
        default: return "What else stands out"
        }
    }

    /// "Carers said so less often than budget holders", where that is so of every finding; else nil.
    private func besideAudience(_ findings: [Finding]) -> String? {
        var orders: Set<Bool> = []
        var others: Set<String> = []
        for finding in findings {
            let shares = finding.figures.compactMap { figure -> (String, Percentage)? in
                guard case .share(let share) = context.book.entry(figure) else { return nil }
                return (figure.audience, share)
            }
            guard shares.count == 2, let own = shares.first(where: { $0.0 == audience?.id }),
                let other = shares.first(where: { $0.0 != audience?.id }), own.1 != other.1
            else { return nil }
            orders.insert(own.1 < other.1)
            others.insert(other.0)
        }
        guard let isLower = orders.first, orders.count == 1, others.count == 1, findings.count > 1,
            let own = audience?.plural, let other = others.first.flatMap(context.instrument.audience)?.plural
        else { return nil }
        let words = "\(own) said so \(isLower ? "less" : "more") often than \(other)"
        return words.prefix(1).uppercased() + words.dropFirst()
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
