import RawResults
import Survey

/// Carries the plans of single rows on over everything that is linked to them, a question at a time: withholds what
/// else must go, and says what an outsider can still work out.
struct LinkedRelease {
    let frame: ReleaseFrame

    /// How often rows are withheld whole where no cells can help, before everything is given up.
    private static let rounds = 6

    /// How often the release is begun anew with more rows withheld, where one question gives another's numbers away.
    private static let beginnings = 4

    /// The plans of the whole release and what can be worked out about every number that they withhold.
    ///
    /// Where a question cannot be protected by itself, what other questions tell of its people goes as well.
    func protect(_ plans: [RowPlan]) -> (plans: [RowPlan], entries: [DisclosureAudit.Entry]) {
        var begun = plans
        for beginning in 1...Self.beginnings {
            let found = protectOnce(begun)
            let exposed = found.entries.filter { !$0.isSafe }
            if exposed.isEmpty || beginning == Self.beginnings { return found }
            for row in begun.indices where exposed.contains(where: { tells(begun[row], of: $0, beginning) }) {
                begun[row].showing = .withheld
            }
        }
        return (begun, [])
    }

    /// Whether a row tells of the people behind an exposed number: of its question, of a group that comes from it or from
    /// the question that its own group comes from, or of a question that groups come from.
    private func tells(_ row: RowPlan, of entry: DisclosureAudit.Entry, _ beginning: Int) -> Bool {
        let isBody = frame.bodies[row.body].body.id == entry.body.id
        // First the council's own rows, then the totals over it.
        guard isBody || beginning > 1 && frame.bodies[row.body].body.isTotal else { return false }
        let source = row.table.group.flatMap { frame.instrument.group($0)?.question }
        let sources = frame.instrument.groups.compactMap(\.question)
        let origin = entry.group.flatMap { frame.instrument.group($0)?.question }
        return row.table.question == entry.question || source == entry.question
            || source != nil && source == origin
            || !row.isGroup && row.table.question != entry.question && sources.contains(row.table.question)
    }

    /// Questions that groups come from go first: what is shown of them is known where the groups are judged.
    private func protectOnce(_ plans: [RowPlan]) -> (plans: [RowPlan], entries: [DisclosureAudit.Entry]) {
        var ofQuestion = Dictionary(grouping: plans) { $0.table.question }
        var entries = AuditEntries(of: frame)
        var done: Set<String> = []
        var early: [String] = []
        for question in frame.questionsBySource {
            guard let some = ofQuestion[question] else { continue }
            let rows = some.sorted { $0.isBefore($1, in: frame) }
            let neighbours = Neighbours(of: rows, question: question, in: frame, planned: ofQuestion)
            let (plans, found) = protectLinked(rows, neighbours)
            ofQuestion[question] = plans
            entries.add(found)
            done.insert(question)
            if !neighbours.questions.isSubset(of: done) { early.append(question) }
        }
        // Two questions may part each other's answers: the first is judged again when the second is settled.
        for question in early {
            let rows = ofQuestion[question] ?? []
            let neighbours = Neighbours(of: rows, question: question, in: frame, planned: ofQuestion)
            var memory = AttackMemory()
            entries.add(audit(rows, neighbours, with: &memory))
        }
        return (frame.instrument.questions.flatMap { ofQuestion[$0.id] ?? [] }, entries.sorted)
    }

    private func protectLinked(
        _ rows: [RowPlan], _ neighbours: Neighbours
    ) -> (plans: [RowPlan], entries: [DisclosureAudit.Entry]) {
        var rows = rows
        for round in 1...Self.rounds {
            var linked = LinkedTables(rows: rows, neighbours, in: frame)
            var found = Suppression(of: linked.system, given: linked.given)
            guard !found.hopeless.isEmpty else {
                let plans = linked.rows(under: found.system)
                // Where rows show what they showed, the system is what is published.
                guard zip(plans, rows).allSatisfy({ $0.showing == $1.showing }) else {
                    return (plans, audit(plans, neighbours, with: &found.memory))
                }
                linked.system = found.system
                return (plans, entries(of: linked, with: &found.memory))
            }
            let exposed = own(Set(found.hopeless.compactMap { linked.row(of: $0) }), in: linked)
            for row in exposed.sorted() {
                // Its groups go before everybody, whose numbers matter most.
                let hasGroups = exposed.contains {
                    rows[$0].isGroup && rows[$0].body == rows[row].body
                        && rows[$0].table.question == rows[row].table.question
                }
                if rows[row].isGroup || !hasGroups { withhold(row, in: &rows, round: round) }
            }
        }
        for row in rows.indices { rows[row].showing = .withheld }
        var memory = AttackMemory()
        return (rows, audit(rows, neighbours, with: &memory))
    }

    /// The places of exposed rows among those that may change; for a source's row, of the groups that come from it: the
    /// body's, or where it has none, everybody's.
    private func own(_ exposed: Set<Int>, in linked: LinkedTables) -> Set<Int> {
        var places: Set<Int> = []
        for row in exposed {
            if linked.own.contains(row) {
                places.insert(row - linked.own.lowerBound)
                continue
            }
            let source = linked.rows[row]
            let groups = linked.own.filter { other in
                let group = linked.rows[other].table.group.flatMap { frame.instrument.group($0) }
                return group?.question == source.table.question
            }
            let near = groups.filter { linked.rows[$0].body == source.body }
            places.formUnion((near.isEmpty ? groups : near).map { $0 - linked.own.lowerBound })
        }
        return places
    }

    /// Nothing beside it helps: its row goes, then its body's rows of the question, then the totals over it, then the
    /// question.
    private func withhold(_ row: Int, in rows: inout [RowPlan], round: Int) {
        let one = rows[row]
        let isGone = !one.showsBase
        for other in rows.indices where rows[other].table.question == one.table.question {
            let isSame = rows[other].body == one.body
            let isTotal = frame.bodies[rows[other].body].body.isTotal
            let goes =
                other == row
                || isSame && (round > 1 || isGone && one.silence != .withoutConsent)
                || isTotal && (round > 2 || one.silence == .withoutConsent)
                || round > 3
            if goes { rows[other].showing = .withheld }
        }
    }

    /// What an outsider can work out, from the plans as they will be published.
    private func audit(
        _ rows: [RowPlan], _ neighbours: Neighbours, with memory: inout AttackMemory
    ) -> [DisclosureAudit.Entry] {
        entries(of: LinkedTables(rows: rows, neighbours, in: frame), with: &memory)
    }

    private func entries(
        of linked: LinkedTables, with memory: inout AttackMemory
    ) -> [DisclosureAudit.Entry] {
        var entries: [(cell: Int, entry: DisclosureAudit.Entry)] = []
        linked.system.forEachPart(with: &memory) { attack in
            for cell in attack.members {
                guard let meaning = linked.meanings[cell], let row = linked.row(of: cell),
                    let required = linked.system.required(cell)
                else { continue }
                let plan = linked.rows[row]
                let isSafe = attack.isSafe(cell)
                let entry = DisclosureAudit.Entry(
                    body: frame.bodies[plan.body].body, question: plan.question.id, group: plan.table.group,
                    category: plan.table.category, cell: linked.name(of: meaning),
                    isPrimary: linked.isPrimary(meaning), value: linked.system.cells[cell].value,
                    range: attack.range(of: cell), required: required, isSafe: isSafe,
                    isToldBefore: linked.system.cells[cell].isToldBefore)
                entries.append((cell, entry))
            }
        }
        return entries.sorted { $0.cell < $1.cell }.map(\.entry)
    }
}

extension LinkedTables {
    /// The answer's id, `base`, or the ids of answers that are only told together.
    func name(of meaning: Meaning) -> String {
        switch meaning {
        case .base: "base"
        case .answer(let row, let index): rows[row].form.answers[index].id
        case .outside(let row, let index): rows[row].table.outside[index].answer
        case .measure(let row): rows[row].scale.measure.joined(separator: "+")
        case .unshown(_, let answers): answers.joined(separator: "+")
        }
    }

    /// Whether the policy protects the number for its own sake, not for another's.
    func isPrimary(_ meaning: Meaning) -> Bool {
        guard let plan = row(of: meaning).map({ rows[$0] }) else { return false }
        if plan.silence == .withoutConsent { return true }
        switch meaning {
        case .base: return plan.judged == .withheld
        case .answer(_, let index): return plan.primary.contains(index)
        case .outside(_, let index):
            return plan.isSmall(plan.table.outside[index].count ?? 0)
                || plan.judged == .withheld || plan.judged == .noPercentage
        case .measure: return plan.protectsMeasure
        case .unshown(_, let answers):
            return plan.judged == .withheld || plan.judged == .noPercentage
                || plan.isSmall(plan.table.count(of: answers))
        }
    }

    private func row(of meaning: Meaning) -> Int? {
        switch meaning {
        case .base(let row), .answer(let row, _), .outside(let row, _), .measure(let row),
            .unshown(let row, _):
            row
        }
    }
}
