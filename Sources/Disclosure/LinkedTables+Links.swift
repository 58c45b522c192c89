import RawResults
import Survey

// The sums between the rows of a release.
extension LinkedTables {
    /// Links rows of one question: groups with everybody, merged categories with theirs, totals with their parts; and a
    /// group that comes from a question with what is shown of the answers to it.
    mutating func linkRows(_ some: Range<Int>) {
        let ofBody = Dictionary(grouping: some) { [String(rows[$0].body), rows[$0].table.question] }
        for whole in some {
            let beside = ofBody[[String(rows[whole].body), rows[whole].table.question]] ?? []
            if !rows[whole].merged.isEmpty {
                let parts = beside.filter {
                    rows[$0].table.group == rows[whole].table.group
                        && rows[whole].merged.contains(rows[$0].table.category ?? "")
                }
                link(whole, to: parts, isComplete: true)
                for everybody in beside where !rows[everybody].isGroup { limit(whole, by: everybody) }
            }
            guard !rows[whole].isGroup else { continue }
            let groups = Dictionary(grouping: beside) { rows[$0].table.group ?? "" }
            for group in groups.keys.sorted() where group != "" {
                link(whole, to: (groups[group] ?? []).filter { rows[$0].merged.isEmpty }, isComplete: true)
            }
        }
        linkBodies(some)
        for row in some where rows[row].merged.isEmpty { linkToSource(row) }
    }

    /// A merged category can hold no more than everybody, which its own categories say already by their sums.
    private mutating func limit(_ part: Int, by whole: Int) {
        let (inner, outer) = (cells[part], cells[whole])
        system.cells[inner.base].totals.append(outer.base)
        for (cell, total) in zip(inner.answers, outer.answers) { system.cells[cell].totals.append(total) }
        guard inner.outside.count == outer.outside.count else { return }
        for (cell, total) in zip(inner.outside, outer.outside) { system.cells[cell].totals.append(total) }
    }

    /// A total holds its councils, or the regions that do.
    private mutating func linkBodies(_ some: Range<Int>) {
        var known: [[Int]: [BodySum]] = [:]
        let alike = Dictionary(grouping: some.filter { rows[$0].merged.isEmpty }) { rows[$0].key }
        for key in alike.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            let same = alike[key] ?? []
            let places = same.map { rows[$0].body }
            let sums = known[places] ?? BodySum.sums(among: places.map { frame.bodies[$0].body })
            known[places] = sums
            for sum in sums {
                let total = same[sum.total]
                let isWhole = sum.isWhole || othersWereNotAsked(total, beside: sum.parts.map { same[$0] })
                link(total, to: sum.parts.map { same[$0] }, isComplete: isWhole)
            }
            for (place, row) in same.enumerated() where !sums.contains(where: { $0.total == place }) {
                if othersWereNotAsked(row, beside: []) { tellNobody(row) }
            }
        }
    }

    /// Everybody knows that there is nobody in a row.
    private mutating func tellNobody(_ row: Int) {
        let nobody = system.add(CellSystem.Cell(value: 0))
        for cell in [cells[row].base] + cells[row].answers + cells[row].outside
        where system.cells[cell].value == 0 {
            system.add(CellSystem.Equation(total: cell, parts: [nobody]))
        }
    }

    /// Whether the councils of a total that none of these parts holds are known, and have no such table: nobody there is
    /// in it.
    private func othersWereNotAsked(_ total: Int, beside parts: [Int]) -> Bool {
        let body = frame.bodies[rows[total].body].body
        guard body.isTotal,
            let missing = body.missing(from: parts.map { frame.bodies[rows[$0].body].body })
        else { return false }
        let table = rows[total].table
        let silent = frame.bodies.filter { other in
            !other.tables.contains {
                $0.question == table.question && $0.group == table.group && $0.category == table.category
            }
        }.map(\.body)
        return body.parts(among: silent).reduce(0) { $0 + (silent[$1].held ?? 0) } >= missing
    }

    /// The people in a category that comes from a question are among those who gave its answers there: as many as that
    /// row tells by itself, or, where its question is in the system, as many as these answers can be.
    private mutating func linkToSource(_ row: Int) {
        let plan = rows[row]
        guard let group = plan.table.group.flatMap({ frame.instrument.group($0) }),
            let source = group.question, source != plan.table.question,
            let category = group.categories.first(where: { $0.id == plan.table.category })
        else { return }
        func isWhole(_ other: RowPlan) -> Bool {
            other.body == plan.body && other.table.question == source && !other.isGroup
        }
        let linked = own.contains(row) ? rows.indices.prefix(own.lowerBound).first { isWhole(rows[$0]) } : nil
        guard let whole = linked.map({ rows[$0] }) ?? beside.first(where: isWhole) else { return }
        let answers = linked.flatMap { linked in
            lumps[source]?.inside(category.answers)?.map { cells[linked].answers[$0] }
        }
        var told = whole.told(category.answers, by: frame.policy)
        if let answers {
            let alone = answers.map { toldBySources[$0] }
            let least = max(told?.lowerBound ?? 0, alone.reduce(0) { $0 + $1.lowerBound })
            let most = alone.reduce(0) { min(Simplex.infinity, $0 + $1.upperBound) }
            told = least...min(told?.upperBound ?? Simplex.infinity, most)
        }
        let people = [cells[row].base] + cells[row].outside
        let value = whole.table.count(of: category.answers)
        guard let told, people.reduce(0, { $0 + system.cells[$1].value }) <= value else { return }
        let total = system.add(CellSystem.Cell(value: value, known: told))
        if let answers { system.add(CellSystem.Equation(total: total, parts: answers)) }
        for cell in people + cells[row].answers { system.cells[cell].totals.append(total) }
        system.add(atLeast: CellSystem.Equation(total: total, parts: people))
        // What is outside the base is at most what is left of them.
        for cell in cells[row].outside {
            system.cells[cell].room = CellSystem.Room(of: total, less: cells[row].base)
        }
    }

    /// Those who gave the answers of a category are at least as many as other questions show in it.
    mutating func linkToCategories(_ row: Int) {
        let plan = rows[row]
        guard !plan.isGroup else { return }
        for group in frame.instrument.groups where group.question == plan.table.question {
            for category in group.categories {
                guard let inside = lumps[plan.table.question]?.inside(category.answers), !inside.isEmpty
                else { continue }
                let shown =
                    beside.filter {
                        $0.body == plan.body && $0.table.group == group.id && $0.table.category == category.id
                    }.compactMap { $0.shownPeople(by: frame.policy) }.max() ?? 0
                let answers = inside.map { cells[row].answers[$0] }
                let value = answers.reduce(0) { $0 + system.cells[$1].value }
                guard shown > 0, shown <= value else { continue }
                let least = system.add(CellSystem.Cell(value: shown))
                let total = system.add(CellSystem.Cell(value: value, isHidden: true))
                system.add(CellSystem.Equation(total: total, parts: answers))
                system.add(atLeast: CellSystem.Equation(total: total, parts: [least]))
            }
        }
    }

    /// Links a row to those that are part of it, number by number.
    ///
    /// - Parameter isComplete: whether the parts may be all there is; they are where every number agrees.
    private mutating func link(_ total: Int, to parts: [Int], isComplete: Bool) {
        guard !parts.isEmpty else { return }
        let columns =
            [(cells[total].base, parts.map { cells[$0].base })]
            + cells[total].answers.indices.map { lump in
                (cells[total].answers[lump], parts.map { cells[$0].answers[lump] })
            }
        let agrees = isComplete && columns.allSatisfy { sum($0.1) == system.cells[$0.0].value }
        for column in columns { link(column.0, column.1, isComplete: agrees) }
        for index in cells[total].outside.indices
        where parts.allSatisfy({ cells[$0].outside.count == cells[total].outside.count }) {
            let column = parts.map { cells[$0].outside[index] }
            link(
                cells[total].outside[index], column,
                isComplete: agrees && sum(column) == system.cells[cells[total].outside[index]].value)
        }
    }

    mutating func link(_ total: Int, _ parts: [Int], isComplete: Bool) {
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
