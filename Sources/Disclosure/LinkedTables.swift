import RawResults
import Survey

/// The linked numbers of one question in a release: every body's row and its groups' rows, with all the sums that hold
/// between them.
///
/// The unknowns are the answers of each row at the common refinement of the forms in which the rows are shown, so that
/// a region's five points tell what they tell about a council's three.
struct LinkedTables {
    /// What a cell of the system is.
    enum Meaning: Hashable {
        case base(row: Int)
        /// An answer of the row's form.
        case answer(row: Int, index: Int)
        case outside(row: Int, index: Int)
        /// Answers that are never shown by themselves: of a row without percentages, or inside a coarser answer.
        case unshown(row: Int, index: Int)
    }

    private(set) var system = CellSystem()
    private(set) var meanings: [Int: Meaning] = [:]
    let rows: [RowPlan]
    private let bodies: [Body]
    /// The answers of the questionnaire that no shown row parts.
    let lumps: [[String]]
    private var bases: [Int] = []
    private var answers: [[Int]] = []
    private var outsides: [[Int]] = []

    /// - Parameter rows: the rows of one question, in an order of their names, which settles every tie.
    init(rows: [RowPlan], bodies: [RawResults]) {
        self.rows = rows
        self.bodies = bodies.map(\.body)
        lumps = Self.lumps(of: rows)
        for row in rows.indices { add(row, replies: bodies[rows[row].body].responses) }
        linkGroups()
        linkBodies()
    }

    /// The cells that are hidden and not for their own sake.
    var given: [Int] {
        meanings.keys.sorted().filter { cell in
            guard case .answer(let row, let index) = meanings[cell] else { return false }
            return system.cells[cell].isHidden && !rows[row].primary.contains(index)
        }
    }

    /// The row that a cell stands in.
    func row(of cell: Int) -> Int? {
        switch meanings[cell] {
        case .base(let row), .answer(let row, _), .outside(let row, _), .unshown(let row, _): row
        case nil: nil
        }
    }

    /// The rows as a system wants them.
    func rows(under system: CellSystem) -> [RowPlan] {
        var rows = rows
        for cell in meanings.keys.sorted() {
            let isHidden = system.cells[cell].isHidden
            switch meanings[cell] {
            case .base(let row): if isHidden { rows[row].showing = .withheld }
            case .answer(let row, let index): rows[row].withheld.toggle(index, isHidden)
            case .outside(let row, let index): rows[row].withheldOutside.toggle(index, isHidden)
            case .unshown, nil: break
            }
        }
        return rows
    }

    private static func lumps(of rows: [RowPlan]) -> [[String]] {
        guard let scale = rows.first?.scale else { return [] }
        let used = Set(rows.filter(\.showsAnswers).map(\.form.id))
        // Where nothing but bases is told, each answer is a number of its own; together they are the base.
        guard !used.isEmpty else { return scale.answers.map { [$0.id] } }
        let forms = scale.forms.filter { used.contains($0.id) }
        var lumps: [(places: [Int?], ids: [String])] = []
        for answer in scale.answers {
            let places = forms.map { form in form.answers.firstIndex { $0.parts.contains(answer.id) } }
            if let index = lumps.firstIndex(where: { $0.places == places }) {
                lumps[index].ids.append(answer.id)
            } else {
                lumps.append((places, [answer.id]))
            }
        }
        return lumps.map(\.ids)
    }

    // MARK: One row

    private mutating func add(_ row: Int, replies: [Response]) {
        let plan = rows[row]
        let cost = CellCost(row: plan, body: bodies[plan.body])
        let base = system.add(
            CellSystem.Cell(
                value: plan.base, isHidden: !plan.showsBase, protection: plan.threshold, cost: cost.ofBase))
        bases.append(base)
        meanings[base] = .base(row: row)

        var cells: [Int] = []
        for (index, lump) in lumps.enumerated() {
            let value = plan.table.answers.filter { lump.contains($0.answer) }.reduce(0) {
                $0 + ($1.count ?? 0)
            }
            if let shown = plan.form.answers.firstIndex(where: { $0.parts.sorted() == lump.sorted() }),
                plan.showsAnswers
            {
                let cell = CellSystem.Cell(
                    value: value, isHidden: plan.withheld.contains(shown), protection: plan.threshold,
                    cost: cost.ofAnswer(shown))
                cells.append(system.add(cell))
                meanings[cells[index]] = .answer(row: row, index: shown)
            } else {
                // Inside an answer that is shown, only a small number asks for protection of its own.
                let isSmall = !plan.showsAnswers || (1..<max(1, plan.threshold)).contains(value)
                let cell = CellSystem.Cell(
                    value: value, isHidden: true, protection: isSmall ? plan.threshold : nil)
                cells.append(system.add(cell))
                meanings[cells[index]] = .unshown(row: row, index: index)
            }
        }
        answers.append(cells)
        if plan.showsAnswers { addCoarserAnswers(row, cells: cells, cost: cost) }
        addSum(of: plan, base: base, cells: cells)
        addOutside(row, base: base, replies: replies)
        if plan.showsAnswers {
            let own = base + 1..<system.cells.count
            system.cells[base].companions = own.filter { system.cells[$0].cost != nil }
        }
    }

    private mutating func addCoarserAnswers(_ row: Int, cells: [Int], cost: CellCost) {
        let plan = rows[row]
        for (index, answer) in plan.form.answers.enumerated() {
            let inside = lumps.indices.filter { lumps[$0].allSatisfy(answer.parts.contains) }
            guard inside.count > 1 else { continue }
            let total = system.add(
                CellSystem.Cell(
                    value: plan.counts[index], isHidden: plan.withheld.contains(index),
                    protection: plan.threshold,
                    cost: cost.ofAnswer(index)))
            meanings[total] = .answer(row: row, index: index)
            link(total, inside.map { cells[$0] }, isComplete: true)
        }
    }

    /// The answers add up to the base; where people chose several, each is at most the base.
    private mutating func addSum(of plan: RowPlan, base: Int, cells: [Int]) {
        if plan.scale.isMultiple {
            for cell in cells where system.cells[cell].value <= plan.base {
                system.add(atLeast: CellSystem.Equation(total: base, parts: [cell]))
            }
            return
        }
        let sum = cells.reduce(0) { $0 + system.cells[$1].value }
        if sum == plan.base {
            system.add(CellSystem.Equation(total: base, parts: cells))
        } else if sum < plan.base {
            system.add(atLeast: CellSystem.Equation(total: base, parts: cells))
        }
    }

    /// The base and the answers outside it are at most all the replies.
    private mutating func addOutside(_ row: Int, base: Int, replies: [Response]) {
        let plan = rows[row]
        var cells: [Int] = []
        for (index, answer) in plan.table.outside.enumerated() {
            var cell = CellSystem.Cell(
                value: answer.count ?? 0,
                isHidden: !plan.showsAnswers || plan.withheldOutside.contains(index),
                protection: plan.threshold)
            cell.isSoft = true
            cell.cost = plan.showsAnswers ? 5 : nil
            let added = system.add(cell)
            cells.append(added)
            if plan.showsAnswers { meanings[added] = .outside(row: row, index: index) }
        }
        outsides.append(cells)
        guard !plan.isGroup,
            let all = replies.first(where: { $0.audience == plan.question.audience })?.replies.count,
            all >= plan.base + cells.reduce(0, { $0 + system.cells[$1].value })
        else { return }
        let total = system.add(CellSystem.Cell(value: all))
        system.add(atLeast: CellSystem.Equation(total: total, parts: [base] + cells))
    }

    // MARK: Between rows

    /// The categories of a group are part of everybody: all of them, where their bases add up.
    private mutating func linkGroups() {
        let ofBody = Dictionary(grouping: rows.indices) { rows[$0].body }
        for whole in rows.indices where !rows[whole].isGroup {
            let groups = Dictionary(grouping: ofBody[rows[whole].body] ?? []) { rows[$0].table.group ?? "" }
            for group in groups.keys.sorted() where group != "" {
                link(whole, to: groups[group] ?? [], isComplete: true)
            }
        }
    }

    /// A total holds its councils, or the regions that do.
    private mutating func linkBodies() {
        let alike = Dictionary(grouping: rows.indices) { [rows[$0].table.group, rows[$0].table.category] }
        for total in rows.indices where bodies[rows[total].body].isTotal {
            let body = bodies[rows[total].body]
            let same = alike[[rows[total].table.group, rows[total].table.category]] ?? []
            let parts = body.parts(among: same.map { bodies[rows[$0].body] }).map { same[$0] }.filter {
                $0 != total
            }
            guard !parts.isEmpty else { continue }
            link(total, to: parts, isComplete: body.isWhole(of: parts.map { bodies[rows[$0].body] }))
        }
    }

    /// Links a row to those that are part of it, number by number.
    ///
    /// - Parameter isComplete: whether the parts may be all there is; they are where every number agrees.
    private mutating func link(_ total: Int, to parts: [Int], isComplete: Bool) {
        let columns =
            [(bases[total], parts.map { bases[$0] })]
            + lumps.indices.map { lump in (answers[total][lump], parts.map { answers[$0][lump] }) }
        let agrees = isComplete && columns.allSatisfy { sum($0.1) == system.cells[$0.0].value }
        for column in columns { link(column.0, column.1, isComplete: agrees) }
        for index in outsides[total].indices
        where parts.allSatisfy({ outsides[$0].count == outsides[total].count }) {
            let column = parts.map { outsides[$0][index] }
            link(
                outsides[total][index], column,
                isComplete: agrees && sum(column) == system.cells[outsides[total][index]].value)
        }
    }

    private mutating func link(_ total: Int, _ parts: [Int], isComplete: Bool) {
        for part in parts { system.cells[part].totals.append(total) }
        if isComplete {
            system.add(CellSystem.Equation(total: total, parts: parts))
        } else if sum(parts) <= system.cells[total].value {
            system.add(atLeast: CellSystem.Equation(total: total, parts: parts))
        } else {
            // People can be in several categories: each by itself is part of the whole.
            for part in parts where system.cells[part].value <= system.cells[total].value {
                system.add(atLeast: CellSystem.Equation(total: total, parts: [part]))
            }
        }
    }

    private func sum(_ cells: [Int]) -> Int { cells.reduce(0) { $0 + system.cells[$1].value } }
}

extension Set {
    fileprivate mutating func toggle(_ member: Element, _ isIn: Bool) {
        if isIn { insert(member) } else { remove(member) }
    }
}
