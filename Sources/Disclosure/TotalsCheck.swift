import Diagnostics
import RawResults
import Survey

/// Whether totals are what they say: they hold the bodies that say so, and no fewer answers than those; a rest and the
/// body that it leaves out make up all.
struct TotalsCheck {
    let instrument: Instrument
    let bodies: [RawResults]
    /// Whether counts are given to be added up, not somebody's rounded ones.
    let judgesCounts: Bool

    func check(log: DiagnosticLog) {
        for index in bodies.indices { checkNames(bodies[index].body, at: bodies[index].file, log: log) }
        guard judgesCounts else { return }
        var rows: [[String]: [(body: Int, table: RawTable)]] = [:]
        var order: [[String]] = []
        for body in bodies.indices {
            for table in bodies[body].tables {
                let key = [table.question, table.group ?? "", table.category ?? ""]
                if rows[key] == nil { order.append(key) }
                rows[key, default: []].append((body, table))
            }
            checkSources(bodies[body], log: log)
        }
        checkReplies(log: log)
        var sums: [[Int]: [BodySum]] = [:]
        // One fault a total and question is enough: the rows of its groups follow from it.
        var told = Set<[String]>()
        for key in order {
            let same = rows[key] ?? []
            let places = same.map(\.body)
            // What a rest is by its name comes first: its other sums go wrong with it.
            let found =
                sums[places] ?? BodySum.sums(among: places.map { bodies[$0].body }).reversed()
            sums[places] = found
            for sum in found where !told.contains([key[0], bodies[same[sum.total].body].body.id]) {
                let total = same[sum.total]
                let parts = sum.parts.map { same[$0] }
                guard check(total, parts: parts, isWhole: sum.isWhole, log: log) else { continue }
                for body in [total] + parts
                where body.body == total.body || bodies[body.body].body.kind == .rest {
                    told.insert([key[0], bodies[body.body].body.id])
                }
            }
        }
    }

    // MARK: Names

    private func checkNames(_ body: Body, at file: String, log: DiagnosticLog) {
        let others = bodies.map(\.body).filter { $0.id != body.id }
        let place = SourceLocation(file: file)
        for id in body.holds where !others.contains(where: { $0.id == id }) {
            log.error(
                "'\(body.id)' says that it holds '\(id)', and there are no results of that body", at: place,
                hints: hints(forUnknown: id, among: others.map(\.id), listing: "bodies"))
        }
        if let without = body.without, !others.contains(where: { $0.id == without }) {
            log.error(
                "'\(body.id)' says that it leaves out '\(without)', and there are no results of that body",
                at: place, hints: hints(forUnknown: without, among: others.map(\.id), listing: "bodies"))
        }
        if body.kind == .rest, let without = body.without, body.holds.contains(without) {
            log.error("'\(body.id)' says that it leaves out '\(without)', and that it holds it", at: place)
        }
        guard body.isTotal else { return }
        let named = others.filter(body.contains)
        if let councils = body.councils, named.count > councils {
            log.error(
                "'\(body.id)' says that it holds \(councils) councils, and \(named.count) of this wave are in it: "
                    + list(named), at: place,
                hints: ["correct 'councils', or the region that a council says it is in"])
        }
        guard body.kind == .region, !body.holds.isEmpty else { return }
        for other in others where other.kind == .council {
            if other.region == body.id, !body.holds.contains(other.id) {
                log.error(
                    "'\(other.id)' says that it is in '\(body.id)', which does not say that it holds it",
                    at: place)
            } else if let region = other.region, region != body.id, body.holds.contains(other.id) {
                log.error(
                    "'\(body.id)' says that it holds '\(other.id)', which says that it is in '\(region)'",
                    at: place)
            }
        }
    }

    // MARK: Counts

    /// - Returns: whether there was a fault.
    private func check(
        _ total: (body: Int, table: RawTable), parts: [(body: Int, table: RawTable)], isWhole: Bool,
        log: DiagnosticLog
    ) -> Bool {
        let body = bodies[total.body].body
        let part = parts.map { bodies[$0.body].body }
        let group = total.table.group.map { " for \($0)=\(total.table.category ?? "")" } ?? ""
        let what = "'\(total.table.question)'\(group)"
        let names = total.table.answers.map(\.answer)
        let columns = names.map { name in
            (total.table.count(of: [name]), parts.reduce(0) { $0 + $1.table.count(of: [name]) })
        }
        let slack = slack(of: [total.body] + parts.map(\.body))
        let rest = part.first { $0.kind == .rest }
        if let rest, let without = rest.without, columns.contains(where: { abs($0.0 - $0.1) > slack }) {
            let hasItIn = zip(columns, names).allSatisfy { column, name in
                parts.first { bodies[$0.body].body.id == rest.id }?.table.count(of: [name]) == column.0
            }
            log.error(
                "'\(rest.id)' says that it leaves out '\(without)', and "
                    + (hasItIn
                        ? "its answers to \(what) are all of '\(body.id)'"
                        : "the two together have other answers to \(what) than '\(body.id)'"),
                at: total.table.location,
                hints: ["the rest is the total less that body's answers, answer by answer"])
            return true
        }
        let outside = total.table.outside.map { cell in
            (cell.count ?? 0, parts.reduce(0) { $0 + $1.table.countOutside(cell.answer) })
        }
        let bases = [(total.table.replies, parts.reduce(0) { $0 + $1.table.replies })]
        let all = columns + outside + bases
        let called =
            names.map { "answers '\($0)'" } + total.table.outside.map { "answers '\($0.answer)'" } + [
                "answers"
            ]
        let theirs = part.count == 1 ? "\(list(part))" : "\(list(part)) together"
        if let place = all.firstIndex(where: { $0.0 + slack < $0.1 }) {
            let (own, sum) = all[place]
            log.error(
                "'\(body.id)' has \(own) \(called[place]) to \(what), fewer than the \(sum) of \(theirs), which it holds",
                at: total.table.location, hints: ["a total counts every answer of the bodies in it"])
            return true
        }
        if isWhole, body.councils != nil, let place = columns.firstIndex(where: { $0.0 > $0.1 + slack }) {
            let (own, sum) = columns[place]
            log.error(
                "'\(body.id)' has \(own) \(called[place]) to \(what), more than the \(sum) of \(theirs), and it holds no others",
                at: total.table.location,
                hints: ["say in 'councils' how many it holds, or correct the counts"])
            return true
        }
        return false
    }

    /// A total has at least the replies of the bodies in it.
    private func checkReplies(log: DiagnosticLog) {
        for sum in BodySum.sums(among: bodies.map(\.body)) {
            let total = bodies[sum.total]
            for response in total.responses {
                guard let own = response.replies.count else { continue }
                let parts = sum.parts.map { bodies[$0] }.filter { part in
                    part.responses.contains { $0.audience == response.audience && $0.replies.count != nil }
                }
                let theirs = parts.reduce(0) { sum, part in
                    sum + (part.responses.first { $0.audience == response.audience }?.replies.count ?? 0)
                }
                guard own + slack(of: [sum.total] + sum.parts) < theirs else { continue }
                log.error(
                    "'\(total.body.id)' has \(own) replies from \(response.audience), fewer than the \(theirs) of "
                        + list(parts.map(\.body)) + (parts.count == 1 ? "" : " together")
                        + ", which it holds",
                    at: SourceLocation(file: total.file),
                    hints: ["a total counts every reply to the bodies in it"])
            }
        }
    }

    /// By how much rounded counts may disagree with their sums.
    private func slack(of some: [Int]) -> Int { some.reduce(0) { $0 + bodies[$1].basePrecision / 2 } }

    /// A category that comes from a question holds no more people than gave its answers there.
    private func checkSources(_ raw: RawResults, log: DiagnosticLog) {
        var told = Set<String>()
        for table in raw.tables {
            guard let group = table.group.flatMap({ instrument.group($0) }), let source = group.question,
                let category = group.categories.first(where: { $0.id == table.category }),
                let whole = raw.tables.first(where: { $0.question == source && $0.group == nil }),
                case .replies(let base) = table.base
            else { continue }
            let people = base + table.outside.reduce(0) { $0 + ($1.count ?? 0) }
            guard people > whole.count(of: category.answers),
                told.insert("\(table.question) \(category.id)").inserted
            else { continue }
            log.error(
                "the table of '\(table.question)' for \(group.id)=\(category.id) has more people than answered "
                    + category.answers.map { "'\($0)'" }.joined(separator: " or ") + " to '\(source)'",
                at: table.location, hints: ["the group '\(group.id)' comes from that question"])
        }
    }

    private func list(_ bodies: [Body]) -> String { bodies.map { "'\($0.id)'" }.joined(separator: ", ") }
}

extension RawTable {
    fileprivate var replies: Int {
        if case .replies(let count) = base { count } else { 0 }
    }

    fileprivate func countOutside(_ answer: String) -> Int {
        outside.first { $0.answer == answer }?.count ?? 0
    }
}
