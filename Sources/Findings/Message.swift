package import Survey

/// What is most worth knowing of one question: its share, and what sets it apart.
package struct Message: Hashable, Sendable {
    /// Why it is worth telling, the weakest reason first.
    package enum Reason: String, CaseIterable, Hashable, Sendable {
        /// Few people answered: nothing is built on it.
        case few
        /// How far the share lies from half.
        case share
        /// A clear difference from the wave before.
        case changed
        /// A clear difference from others.
        case compared
    }

    package enum News: String, CaseIterable, Hashable, Sendable {
        case good, poor, neither
    }

    package var question: Instrument.Question
    package var figure: FigureID
    package var reason: Reason
    package var news: News
    /// In tenths of a percentage point: how far the nearer end of the interval lies from no difference, or from half.
    package var distance: Int
    /// "Fewer than half of budget holders rated information and advice as good or very good", with its full stop and
    /// without the number.
    package var statement: Sentence
    /// "This is a lower share than in the other 11 councils (all 12 councils: 58%), and down from 60% in 2024."; nil where
    /// it is like others and like before, or nothing was tested.
    package var beside: Sentence?
}

extension FindingsReport {
    /// A message a question, the strongest first: the rule is written in docs/statistics.md.
    ///
    /// Questions that describe people, not support, are left out unless they are headline questions.
    package var messages: [Message] {
        let asked = instrument.reportedQuestions.filter { $0.isHeadline || instrument.isOutcome($0) }
        let all = asked.compactMap { measure($0) }.enumerated().map { order, measure in
            (message: message(measure), base: measure.table.base.count ?? 0, order: order)
        }
        let reasons = Message.Reason.allCases
        return all.sorted { one, other in
            let (a, b) = (one.message, other.message)
            let (first, second) = (reasons.firstIndex(of: a.reason), reasons.firstIndex(of: b.reason))
            if let first, let second, first != second { return first > second }
            let weight = { (message: Message) in message.question.isHeadline ? 1 : 0 }
            let keys = { (one: Message, base: Int) in
                one.reason == .share || one.reason == .few
                    ? [weight(one), one.distance, base] : [one.distance, weight(one), base]
            }
            let (left, right) = (keys(a, one.base), keys(b, other.base))
            for (l, r) in zip(left, right) where l != r { return l > r }
            return one.order < other.order
        }.map(\.message)
    }

    /// The strongest messages, good news and poor mixed where both are true: half of them, rounded down, are of each
    /// kind as long as there are so many.
    ///
    /// - Parameter audience: whose messages; nil for everybody's.
    package func strongest(_ count: Int, of audience: String? = nil) -> [Message] {
        let ranked = messages.filter { audience == nil || $0.question.audience == audience }
        var chosen: Set<FigureID> = []
        for news in [Message.News.good, .poor] {
            chosen.formUnion(ranked.filter { $0.news == news }.prefix(count / 2).map(\.figure))
        }
        for message in ranked where chosen.count < count { chosen.insert(message.figure) }
        return ranked.filter { chosen.contains($0.figure) }
    }

    private func message(_ measure: Measure) -> Message {
        let clear = bodyFamilies.flatMap { family in
            family.differences.filter { $0.figure == measure.figure && $0.verdict.isClear }
                .map { (family: family, difference: $0) }
        }
        let widest = { (isOverTime: Bool) in
            clear.filter { $0.family.isOverTime == isOverTime }.reduce(nil as (TestFamily, TestedDifference)?)
            {
                best, next in
                (best?.1.distance ?? -1) < next.difference.distance ? (next.family, next.difference) : best
            }
        }
        let (others, before) = (widest(false), widest(true))
        let reason: Message.Reason =
            measure.isCaution ? .few : others != nil ? .compared : before != nil ? .changed : .share
        let news = news(of: measure, among: clear.map(\.difference))
        return Message(
            question: measure.question, figure: measure.figure, reason: reason, news: news,
            distance: (others ?? before)?.1.distance ?? fromHalf(measure),
            statement: shortStatement(measure, isPoor: news == .poor),
            beside: beside(others, before))
    }

    /// Good, poor or neither.
    ///
    /// Good: at least two thirds and nowhere lower, or clearly higher and at least half. Poor: what is not working so well.
    private func news(of measure: Measure, among clear: [TestedDifference]) -> Message.News {
        guard instrument.isOutcome(measure.question), !measure.isCaution else { return .neither }
        let isLower = clear.contains { $0.verdict == .lower }
        let isWorking = FindingRules.isWorking(measure)
        if FindingRules.isNotWorking(measure) || isLower && !isWorking { return .poor }
        if isLower { return .neither }
        return isWorking || !clear.isEmpty ? .good : .neither
    }

    /// Tenths of a point from half to the nearer end of the range; of the share itself where there is no range.
    private func fromHalf(_ measure: Measure) -> Int {
        let estimate = Estimate(measure.table.measure, in: measure.table)
        let low = estimate?.range?.low ?? measure.share
        let high = estimate?.range?.high ?? measure.share
        return max(0, Int(((low.double - 50) * 10).rounded()), Int(((50 - high.double) * 10).rounded()))
    }

    private func beside(
        _ others: (TestFamily, TestedDifference)?, _ before: (TestFamily, TestedDifference)?
    ) -> Sentence? {
        let then = before.flatMap { family, difference -> Sentence? in
            guard let share = measure(difference.question, at: difference.reference) else { return nil }
            let direction = difference.verdict == .higher ? "up" : "down"
            return "\(direction) from \(share.part) in \(given: family.others)"
        }
        let there = others.flatMap { family, difference in place(of: difference, in: family) }
        guard let there, let others else { return then.map { "This is \($0)." } }
        let direction = others.1.verdict == .higher ? "higher" : "lower"
        let start: Sentence = "This is a \(direction) share than \(there)"
        guard let then else { return "\(start)." }
        return "\(start), \(before?.1.verdict == others.1.verdict ? "and" : "but") \(then)."
    }
}
