import Diagnostics
import RawResults
import Survey

/// Carries the plans of single rows on over everything that is linked to them, question by question: withholds what
/// else must go, and says what an outsider can still work out.
struct LinkedRelease {
    let instrument: Instrument
    let policy: Policy

    /// How often rows are withheld whole where no cells can help, before a question is given up.
    private static let rounds = 4

    /// The plans of the whole release and what can be worked out about every number that they withhold.
    ///
    /// Throws when a part is larger than the total that holds it.
    func protect(
        _ plans: [RowPlan], bodies: [RawResults]
    ) throws(Failure) -> (plans: [RowPlan], entries: [DisclosureAudit.Entry]) {
        let log = DiagnosticLog()
        let questions = Dictionary(grouping: plans) { $0.table.question }
        var protected: [RowPlan] = []
        var entries: [DisclosureAudit.Entry] = []
        for question in instrument.questions {
            guard let rows = questions[question.id] else { continue }
            let ordered = rows.sorted { name(of: $0, bodies) < name(of: $1, bodies) }
            checkTotals(ordered, bodies: bodies, log: log)
            let (plans, found) = protect(ordered, bodies)
            protected += plans
            entries += found
        }
        try log.check()
        return (protected, entries)
    }

    private func protect(_ rows: [RowPlan], _ bodies: [RawResults]) -> ([RowPlan], [DisclosureAudit.Entry]) {
        var rows = rows
        for round in 1...Self.rounds {
            let linked = LinkedTables(rows: rows, bodies: bodies)
            let found = Suppression(of: linked.system, given: linked.given)
            let plans = linked.rows(under: found.system)
            guard !found.hopeless.isEmpty else { return (plans, audit(plans, bodies)) }
            // Nothing beside it helps: its row goes, then its body's rows of the question.
            for row in Set(found.hopeless.compactMap { linked.row(of: $0) }) {
                for other in rows.indices where rows[other].body == rows[row].body {
                    if other == row || round > 1 || !rows[row].showsBase { rows[other].showing = .withheld }
                }
            }
        }
        for row in rows.indices { rows[row].showing = .withheld }
        return (rows, audit(rows, bodies))
    }

    /// What an outsider can work out, from the plans as they will be published.
    private func audit(_ rows: [RowPlan], _ bodies: [RawResults]) -> [DisclosureAudit.Entry] {
        let linked = LinkedTables(rows: rows, bodies: bodies)
        var entries: [(cell: Int, entry: DisclosureAudit.Entry)] = []
        linked.system.forEachPart { attack in
            for cell in attack.members {
                guard let meaning = linked.meanings[cell], let row = linked.row(of: cell),
                    let required = linked.system.required(cell)
                else { continue }
                let plan = linked.rows[row]
                let isSafe = attack.isSafe(cell)
                let entry = DisclosureAudit.Entry(
                    body: bodies[plan.body].body, question: plan.question.id, group: plan.table.group,
                    category: plan.table.category, cell: linked.name(of: meaning),
                    isPrimary: linked.isPrimary(meaning), value: linked.system.cells[cell].value,
                    range: attack.range(of: cell), required: required, isSafe: isSafe)
                entries.append((cell, entry))
            }
        }
        return entries.sorted { $0.cell < $1.cell }.map(\.entry)
    }

    private func name(of row: RowPlan, _ bodies: [RawResults]) -> String {
        [bodies[row.body].body.id, row.table.group ?? "", row.table.category ?? ""].joined(separator: "\u{1}")
    }

    /// A total that says it holds a council cannot be smaller than it.
    private func checkTotals(_ rows: [RowPlan], bodies: [RawResults], log: DiagnosticLog) {
        let alike = Dictionary(grouping: rows) { [$0.table.group, $0.table.category] }
        for total in rows where bodies[total.body].body.isTotal {
            let same = alike[[total.table.group, total.table.category]] ?? []
            let parts = bodies[total.body].body.parts(among: same.map { bodies[$0.body].body }).map {
                same[$0]
            }
            let isSmaller = total.scale.answers.contains { answer in
                parts.reduce(0) { $0 + $1.table.count(of: answer) } > total.table.count(of: answer)
            }
            if isSmaller, !parts.isEmpty {
                let names = parts.map { "'\(bodies[$0.body].body.id)'" }.joined(separator: ", ")
                log.error(
                    "'\(bodies[total.body].body.id)' holds \(names), and its answers to '\(total.table.question)' are fewer than theirs",
                    at: total.table.location,
                    hints: ["a total counts every answer of the bodies in it"])
            }
        }
    }
}

extension LinkedTables {
    /// The answer's id, `base`, or the ids of answers that are only told together.
    func name(of meaning: Meaning) -> String {
        switch meaning {
        case .base: "base"
        case .answer(let row, let index): rows[row].form.answers[index].id
        case .outside(let row, let index): rows[row].table.outside[index].answer
        case .unshown(_, let index): lumps[index].joined(separator: "+")
        }
    }

    /// Whether the policy protects the number for its own sake.
    func isPrimary(_ meaning: Meaning) -> Bool {
        switch meaning {
        case .answer(let row, let index): rows[row].primary.contains(index)
        case .outside, .base: true
        case .unshown(let row, let index):
            (1..<max(1, rows[row].threshold)).contains(
                rows[row].table.answers.filter { lumps[index].contains($0.answer) }.reduce(0) {
                    $0 + ($1.count ?? 0)
                })
        }
    }
}
