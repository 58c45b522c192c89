import Diagnostics
import Survey

// Cross tables against their margins: people are in one category of a group at most.
extension RawResultsReader {
    /// Tells each question of which the categories of a group hold more answers than everybody gave.
    ///
    /// People may be in no category, so fewer are no fault. Of rounded counts as many more are allowed as rounding explains.
    func checkMargins(of tables: [RawTable]) {
        guard control == .needed, units == .counts else { return }
        var groups: [[String]: [RawTable]] = [:]
        var order: [[String]] = []
        for table in tables {
            guard let group = table.group else { continue }
            let key = [table.question, group]
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(table)
        }
        let everybody = Dictionary(
            tables.filter { $0.group == nil }.map { ($0.question, $0) },
            uniquingKeysWith: { first, _ in first })
        for key in order {
            guard let total = everybody[key[0]], let parts = groups[key], isSound(total) else { continue }
            check(parts, of: key[1], against: total)
        }
    }

    /// Whether a table adds up in itself; where it does not, that has been told.
    private func isSound(_ table: RawTable) -> Bool {
        let isMultiple = instrument.question(table.question).flatMap { instrument.scale(of: $0) }?.isMultiple
        guard isMultiple == false, let replies = table.replies else { return true }
        return abs(table.answers.compactMap(\.count).reduce(0, +) - replies) <= basePrecision / 2
    }

    private func check(_ parts: [RawTable], of group: String, against total: RawTable) {
        let slack = (parts.count + 1) * (basePrecision / 2)
        let tell = { (what: String, sum: Int, whole: Int) in
            log.error(
                "the categories of '\(group)' add up to \(sum) \(what) to '\(total.question)', more than the \(whole) of everybody",
                at: parts[0].location,
                hints: [
                    "each person belongs in one category: correct the counts here or at \(total.location)"
                ])
        }
        let bases = parts.compactMap(\.replies)
        if let whole = total.replies, bases.reduce(0, +) > whole + slack {
            tell("answers", bases.reduce(0, +), whole)
            return
        }
        for cell in total.answers {
            guard let whole = cell.count else { continue }
            let sum = parts.reduce(0) { sum, part in
                sum + (part.answers.first { $0.answer == cell.answer }?.count ?? 0)
            }
            if sum > whole + slack { tell("answers '\(cell.answer)'", sum, whole) }
        }
        for cell in total.outside {
            guard let whole = cell.count else { continue }
            let sum = parts.reduce(0) { sum, part in
                sum + (part.outside.first { $0.answer == cell.answer }?.count ?? 0)
            }
            if sum > whole + slack { tell("answers '\(cell.answer)'", sum, whole) }
        }
    }

    // MARK: Replies

    /// Tells each question that more people answered, in and outside its base, than replied at all.
    func checkReplies(of tables: [RawTable]) {
        guard control == .needed, units == .counts else { return }
        for table in tables where table.group == nil && isSound(table) {
            guard let audience = instrument.question(table.question)?.audience,
                let replies = surveyReplies[audience], let place = responsePlaces[audience],
                let base = table.replies
            else { continue }
            let people = base + table.outside.reduce(0) { $0 + ($1.count ?? 0) }
            guard people > replies + (table.outside.count + 2) * (basePrecision / 2) else { continue }
            log.error(
                "\(people) people answered '\(table.question)' in all, more than the \(replies) replies from \(audience)",
                at: table.location,
                hints: [
                    "a response's 'replies' is how many people of the audience replied: correct it at \(place), "
                        + "or the counts here"
                ])
        }
    }
}

extension RawTable {
    fileprivate var replies: Int? {
        if case .replies(let count) = base { count } else { nil }
    }
}
