import Diagnostics
import Survey

/// How the people in two bodies' results overlap.
enum BodyRelation {
    case apart
    /// The other is a total that holds this body.
    case part
    /// The other is a part of this body.
    case whole
    /// Some people are in both.
    case overlapping

    /// All councils hold every body of their wave; a region holds the bodies that name it; a rest holds all but the body
    /// that it leaves out. A total that lists what it holds is taken at its word. Another wave asked others.
    init(of own: PublishedResults, in other: PublishedResults) {
        self = own.wave == other.wave ? Self.relation(of: own.body, in: other.body) : .apart
    }

    private static func relation(of own: Body, in other: Body) -> BodyRelation {
        if own.id == other.id { return .apart }
        if holds(other, own) { return .part }
        if holds(own, other) { return .whole }
        let isRestOfAnother = [(own, other), (other, own)].contains { rest, body in
            rest.kind == .rest && rest.without.map { $0 != body.id } ?? false && rest.holds.isEmpty
                && [.region, .rest, .nhsArea].contains(body.kind)
        }
        return isRestOfAnother ? .overlapping : .apart
    }

    private static func holds(_ total: Body, _ part: Body) -> Bool {
        if !total.holds.isEmpty, part.kind == .council { return total.holds.contains(part.id) }
        switch total.kind {
        case .all: return part.kind != .all
        case .region: return part.kind != .region && part.kind != .all && part.region == total.id
        // What a rest leaves out it cannot hold; what else it holds is known where it names what it leaves out.
        case .rest: return part.kind == .council && total.without.map { $0 != part.id } ?? false
        case .council, .nhsArea: return false
        }
    }
}

extension ComparedResults {
    /// The registered rest of a total, without this body: where there is one, it is tested and the total is shown.
    ///
    /// A rest that names a region is the region's, any other that of all.
    func registeredRest(of total: PublishedResults) -> Other? {
        guard BodyRelation(of: own, in: total) == .part else { return nil }
        return others.first { other in
            let rest = other.results
            return rest.body.kind == .rest && rest.wave == own.wave && rest.body.without == own.body.id
                && (total.body.kind == .region ? rest.body.region == total.body.id : rest.body.region == nil)
        }
    }
}

extension Base {
    /// The unit that the count is rounded to; 0 for an exact one.
    fileprivate var step: Int {
        if case .rounded(_, let step) = self { step } else { 0 }
    }
}

extension ComparedResults {
    /// Totals that cannot be what they say: smaller than a part of theirs, or a rest that does not make up the total.
    func contradictions() -> [Diagnostic] {
        let log = DiagnosticLog()
        let all = [own] + others.map(\.results)
        for (index, first) in all.enumerated() {
            for second in all[(index + 1)...] {
                switch BodyRelation(of: first, in: second) {
                case .part: check(first, in: second, log: log)
                case .whole: check(second, in: first, log: log)
                case .apart, .overlapping: break
                }
            }
        }
        checkRest(log: log)
        for results in all { checkGroups(of: results, log: log) }
        return log.diagnostics
    }

    private func check(_ part: PublishedResults, in total: PublishedResults, log: DiagnosticLog) {
        for table in part.tables {
            guard let whole = total.table(table.question, group: table.group, category: table.category),
                let partBase = table.base.count, let wholeBase = whole.base.count
            else { continue }
            let place = table.category.map { " (\($0))" } ?? ""
            let totals = [(what: "answers", part: partBase, whole: wholeBase)] + counts(table, in: whole)
            let slack = (table.base.step + whole.base.step) / 2
            for count in totals where count.part - slack > count.whole {
                log.error(
                    "'\(total.body.id)' has \(count.whole) \(count.what) to '\(table.question)'\(place), fewer than the "
                        + "\(count.part) of '\(part.body.id)', which it holds",
                    hints: ["check the counts of both, and which region '\(part.body.id)' says it is in"])
            }
        }
    }

    /// The counts that a part and its total can be held against each other by: of the measure, and of all other answers.
    private func counts(_ table: PublishedTable, in whole: PublishedTable) -> [(
        what: String, part: Int, whole: Int
    )] {
        guard let part = table.measure?.count, let total = whole.measure?.count, let base = table.base.count,
            let totalBase = whole.base.count
        else { return [] }
        return [("answers counted", part, total), ("other answers", base - part, totalBase - total)]
    }

    /// No group of people has more answers than everybody together.
    private func checkGroups(of results: PublishedResults, log: DiagnosticLog) {
        for table in results.tables {
            guard let category = table.category, let everybody = results.table(table.question),
                case .exact(let part) = table.base, case .exact(let whole) = everybody.base
            else { continue }
            let totals = [(what: "answers", part: part, whole: whole)] + counts(table, in: everybody)
            for count in totals where count.part > count.whole {
                log.error(
                    "'\(category)' has \(count.part) \(count.what) to '\(table.question)' in '\(results.body.id)', more than "
                        + "the \(count.whole) of everybody")
            }
        }
    }

    /// A registered rest and the body make up the total, question by question.
    private func checkRest(log: DiagnosticLog) {
        for rest in others.map(\.results) where rest.body.kind == .rest && rest.wave == own.wave {
            let total = others.map(\.results).first { total in
                total.wave == own.wave
                    && (rest.body.region.map { $0 == total.body.id } ?? (total.body.kind == .all))
            }
            guard let total, rest.body.without.map({ $0 == own.body.id }) ?? true,
                rest.body.councils == nil || rest.body.councils == total.body.councils.map({ $0 - 1 })
            else { continue }
            check(rest, against: total, log: log)
        }
    }

    private func check(_ rest: PublishedResults, against total: PublishedResults, log: DiagnosticLog) {
        for table in own.tables {
            guard let others = rest.table(table.question, group: table.group, category: table.category),
                let whole = total.table(table.question, group: table.group, category: table.category),
                case .exact(let own) = table.base, case .exact(let other) = others.base,
                case .exact(let all) = whole.base, own + other != all
            else { continue }
            log.error(
                "'\(rest.body.id)' has \(other) answers to '\(table.question)'; with the \(own) of '\(self.own.body.id)' that "
                    + "is \(own + other), expected the \(all) of '\(total.body.id)'",
                hints: ["'\(rest.body.id)' is the total without '\(self.own.body.id)'"])
        }
    }
}
