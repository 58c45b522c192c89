import RawResults
import Survey

/// The linked numbers of some questions in a release: every body's row and its groups' rows, with all the sums that hold
/// between them.
///
/// This file makes the cells of each row; `LinkedTables+Links.swift` the sums between rows.
struct LinkedTables {
    /// What a cell of the system is.
    enum Meaning: Hashable {
        case base(row: Int)
        /// An answer of the row's form.
        case answer(row: Int, index: Int)
        case outside(row: Int, index: Int)
        /// The measure, where it adds up several answers of the form.
        case measure(row: Int)
        /// Answers that are never shown by themselves: of a row without percentages, or inside a coarser answer.
        case unshown(row: Int, answers: [String])
    }

    /// The cells of one row.
    struct Cells {
        var base: Int
        /// One a lump of the row's question.
        var answers: [Int]
        var outside: [Int]
    }

    var system = CellSystem()
    private(set) var meanings: [Int: Meaning] = [:]
    /// The rows of the sources, and after them those that may still change.
    let rows: [RowPlan]
    /// The rows that may still change.
    let own: Range<Int>
    let frame: ReleaseFrame
    /// Rows of other questions that tell something about these, as they are planned so far.
    let beside: [RowPlan]
    private(set) var lumps: [String: Lumps] = [:]
    private(set) var cells: [Cells] = []
    /// What the sources tell of each cell of theirs, without the other rows.
    private(set) var toldBySources: [ClosedRange<Int>] = []

    /// - Parameters:
    ///   - own: the rows of one question, in an order of their names, which settles every tie.
    ///   - sources: the rows of questions that groups in `own` come from, where their numbers are open as well: they are
    ///     judged with the others, and none of them is withheld beside what they withhold already.
    init(rows own: [RowPlan], sources: [RowPlan] = [], in frame: ReleaseFrame, beside: [RowPlan] = []) {
        rows = sources + own
        self.own = sources.count..<rows.count
        self.frame = frame
        self.beside = beside
        for (question, some) in Dictionary(grouping: rows, by: \.table.question) {
            guard let scale = some.first?.scale else { continue }
            let shown = Set(some.filter(\.showsAnswers).map(\.form.id))
            var forms = scale.forms.filter { shown.contains($0.id) }.map { $0.answers.map(\.parts) }
            for group in frame.instrument.groups
            where group.question == question
                && (beside.contains { $0.table.group == group.id }
                    || own.contains { $0.table.group == group.id })
            {
                forms.append(group.categories.map(\.answers))
            }
            for known in frame.known where known.question == question && !known.answers.isEmpty {
                forms.append([known.answers])
            }
            lumps[question] = Lumps(of: scale, forms: forms)
        }
        if !sources.isEmpty {
            let others = rows.indices.prefix(sources.count)
            for row in others { add(row) }
            linkRows(others)
            toldBySources = Knowledge(of: system).bounds
            for row in others { linkToCategories(row) }
        }
        for row in self.own { add(row) }
        linkRows(self.own)
        for row in self.own { linkToCategories(row) }
        addKnown()
    }

    /// The cells that are hidden and not for their own sake, and that may be shown again.
    var given: [Int] {
        meanings.keys.sorted().filter { cell in
            guard system.cells[cell].isHidden else { return false }
            switch meanings[cell] {
            case .answer(let row, let index): return own.contains(row) && !rows[row].primary.contains(index)
            case .measure(let row): return own.contains(row) && !rows[row].protectsMeasure
            case .base, .outside, .unshown, nil: return false
            }
        }
    }

    /// The row that a cell stands in.
    func row(of cell: Int) -> Int? {
        switch meanings[cell] {
        case .base(let row), .answer(let row, _), .outside(let row, _), .measure(let row),
            .unshown(let row, _):
            row
        case nil: nil
        }
    }

    /// The rows that may change, as a system wants them.
    func rows(under system: CellSystem) -> [RowPlan] {
        var rows = rows
        for cell in meanings.keys.sorted() {
            let isHidden = system.cells[cell].isHidden
            switch meanings[cell] {
            case .base(let row): if isHidden { rows[row].showing = .withheld }
            case .answer(let row, let index): rows[row].withheld.toggle(index, isHidden)
            case .outside(let row, let index):
                if self.rows[row].showsAnswers { rows[row].withheldOutside.toggle(index, isHidden) }
            case .measure(let row): rows[row].withholdsMeasure = isHidden
            case .unshown, nil: break
            }
        }
        return Array(rows[own])
    }

    // MARK: One row

    private mutating func add(_ row: Int) {
        let plan = rows[row]
        let lists = lumps[plan.table.question]?.lists ?? []
        let cost = own.contains(row) ? CellCost(row: plan, body: frame.bodies[plan.body].body) : nil
        let base = add(
            plan.base, of: .base(row: row), isHidden: !plan.showsBase, in: plan,
            cost: plan.silence == nil ? cost?.ofBase : nil)
        var answers: [Int] = []
        for lump in lists {
            let value = plan.table.count(of: lump)
            let shown = plan.form.answers.firstIndex {
                $0.parts.count == lump.count && $0.parts.allSatisfy(lump.contains)
            }
            if let shown, plan.showsAnswers {
                answers.append(
                    add(
                        value, of: .answer(row: row, index: shown), isHidden: plan.withheld.contains(shown),
                        in: plan, cost: cost?.ofAnswer(shown)))
            } else {
                // Inside an answer that is shown, only a small number asks for protection of its own.
                let minds = !plan.showsAnswers || plan.isSmall(value)
                answers.append(
                    add(value, of: .unshown(row: row, answers: lump), isHidden: true, in: plan, minds: minds))
            }
        }
        cells.append(Cells(base: base, answers: answers, outside: []))
        if plan.showsAnswers {
            addCoarserAnswers(row, cost: cost)
            addMeasure(row, cost: cost)
        } else {
            addUnshownForms(row)
        }
        for cell in answers { system.cells[cell].totals.append(base) }
        addSum(of: plan, base: base, cells: answers)
        addOutside(row)
        if plan.showsAnswers {
            let own = base + 1..<system.cells.count
            system.cells[base].companions = own.filter { system.cells[$0].cost != nil }
        }
    }

    private mutating func add(
        _ value: Int, of meaning: Meaning, isHidden: Bool, in plan: RowPlan, cost: Int? = nil,
        minds: Bool = true
    ) -> Int {
        // The whole table of a body without consent is nobody's business: large numbers ask for more room than small ones.
        let protection =
            plan.silence == .withoutConsent ? max(plan.threshold, value / 5) : plan.threshold
        // A row without anybody has no one to protect.
        let isNobody =
            plan.base == 0 && plan.silence != .withoutConsent
            && plan.table.outside.allSatisfy { $0.count ?? 0 == 0 }
        let cell = system.add(
            CellSystem.Cell(
                value: value, known: frame.policy.told(value), isHidden: isHidden,
                protection: minds && !isNobody && plan.silence != .tooFew ? protection : nil, cost: cost))
        meanings[cell] = meaning
        return cell
    }

    /// The answers of the row's form that hold several lumps.
    private mutating func addCoarserAnswers(_ row: Int, cost: CellCost?) {
        let plan = rows[row]
        let counts = plan.counts
        for (index, answer) in plan.form.answers.enumerated() {
            guard let inside = lumps[plan.table.question]?.inside(answer.parts), inside.count > 1 else {
                continue
            }
            let total = add(
                counts[index], of: .answer(row: row, index: index),
                isHidden: plan.withheld.contains(index), in: plan, cost: cost?.ofAnswer(index))
            link(total, inside.map { cells[row].answers[$0] }, isComplete: true)
        }
    }

    /// A row that shows no answers hides their sums as well: coarser answers, and with them the measure.
    private mutating func addUnshownForms(_ row: Int) {
        let plan = rows[row]
        guard !plan.scale.isMultiple else { return }
        var done = Set<[Int]>()
        for parts in plan.scale.forms.dropFirst().flatMap(\.answers).map(\.parts) + [plan.scale.measure] {
            guard let inside = lumps[plan.table.question]?.inside(parts), inside.count > 1,
                inside.count < cells[row].answers.count, done.insert(inside).inserted
            else { continue }
            let total = add(
                plan.table.count(of: parts), of: .unshown(row: row, answers: parts),
                isHidden: true, in: plan)
            system.cells[total].totals.append(cells[row].base)
            system.add(CellSystem.Equation(total: total, parts: inside.map { cells[row].answers[$0] }))
        }
    }

    /// The measure is a number like any other; rounded by itself, it tells more than the sum of its rounded answers.
    private mutating func addMeasure(_ row: Int, cost: CellCost?) {
        let plan = rows[row]
        let parts = plan.measured.flatMap { plan.form.answers[$0].parts }
        guard plan.addsUpMeasure, let inside = lumps[plan.table.question]?.inside(parts) else { return }
        let measure = add(
            plan.measureCount, of: .measure(row: row), isHidden: plan.withholdsMeasure, in: plan,
            cost: cost?.ofMeasure)
        system.cells[measure].totals.append(cells[row].base)
        link(measure, inside.map { cells[row].answers[$0] }, isComplete: true)
    }

    /// The answers add up to the base; where people chose several, each is at most the base, and all are no fewer.
    private mutating func addSum(of plan: RowPlan, base: Int, cells: [Int]) {
        let sum = cells.reduce(0) { $0 + system.cells[$1].value }
        if plan.scale.isMultiple {
            for cell in cells where system.cells[cell].value <= plan.base {
                system.add(atLeast: CellSystem.Equation(total: base, parts: [cell]))
            }
            guard sum >= plan.base else { return }
            let all = system.add(CellSystem.Cell(value: sum, isHidden: true))
            system.add(CellSystem.Equation(total: all, parts: cells))
            system.add(atLeast: CellSystem.Equation(total: all, parts: [base]))
            return
        }
        if sum == plan.base {
            system.add(CellSystem.Equation(total: base, parts: cells))
        } else if sum < plan.base {
            system.add(atLeast: CellSystem.Equation(total: base, parts: cells))
        }
    }

    /// The base and the answers outside it are at most all the replies.
    private mutating func addOutside(_ row: Int) {
        let plan = rows[row]
        let base = cells[row].base
        for (index, answer) in plan.table.outside.enumerated() {
            cells[row].outside.append(
                add(
                    answer.count ?? 0, of: .outside(row: row, index: index),
                    isHidden: !plan.showsAnswers || plan.withheldOutside.contains(index), in: plan,
                    cost: plan.showsAnswers && own.contains(row) ? 5 : nil))
        }
        let outside = cells[row].outside
        guard !plan.isGroup, let all = frame.replies(plan.body, plan.question.audience),
            all >= plan.base + outside.reduce(0, { $0 + system.cells[$1].value })
        else { return }
        let isKept = plan.silence == .withoutConsent || plan.silence == .tooFew
        let total = system.add(
            CellSystem.Cell(value: all, known: frame.policy.told(all), isHidden: isKept))
        system.add(atLeast: CellSystem.Equation(total: total, parts: [base] + outside))
        guard !isKept else { return }
        system.cells[base].totals.append(total)
        for cell in outside { system.cells[cell].room = CellSystem.Room(of: total, less: base) }
    }
}

extension Set {
    fileprivate mutating func toggle(_ member: Element, _ isIn: Bool) {
        if isIn { insert(member) } else { remove(member) }
    }
}

extension RawTable {
    /// How many gave one of these answers of the questionnaire.
    func count(of answers: [String]) -> Int {
        self.answers.filter { answers.contains($0.answer) }.reduce(0) { $0 + ($1.count ?? 0) }
    }
}
