/// Finds the cheapest cells to hide so that one cell may be another number: a change that keeps every sum, at the least
/// cost of the shown cells it runs through (the attacker's problem turned round: Fischetti and Salazar, "Models and
/// algorithms for optimizing cell suppression", JASA 2000, section 4).
struct Detour {
    /// How many cells around the target are looked at first, and then.
    private static let neighbourhoods = [160, 640]

    private let system: CellSystem
    private let target: Int
    private let required: Int

    init(in system: CellSystem, for target: Int, required: Int) {
        self.system = system
        self.target = target
        self.required = required
    }

    /// The shown cells to hide, in order; nil where nothing makes room enough.
    func cells() -> [Int]? {
        for size in Self.neighbourhoods {
            let near = neighbourhood(size)
            if let found = cells(among: near) { return found }
            if near.count < size { return nil }
        }
        return nil
    }

    private func cells(among near: [Int]) -> [Int]? {
        for step in [required, -required] {
            if let found = Change(of: target, by: step, in: system, among: near)?.hidden { return found }
        }
        // Neither way has room for all of it: some of it up, the rest down.
        let down = min(required - 1, system.cells[target].value)
        guard down > 0, let lower = Change(of: target, by: -down, in: system, among: near)?.hidden,
            let upper = Change(of: target, by: required - down, in: system, among: near)?.hidden
        else { return nil }
        return Set(lower + upper).sorted()
    }

    /// The cells nearest to the target, sum by sum, and all the cells of the sums that are reached.
    private func neighbourhood(_ size: Int) -> [Int] {
        var near = [target]
        var seen: Set<Int> = [target]
        var index = 0
        while index < near.count, near.count < size {
            for equation in system.equationsOf[near[index]] {
                for cell in system.equations[equation].cells where seen.insert(cell).inserted {
                    near.append(cell)
                }
            }
            index += 1
        }
        return near
    }
}

/// One change of a cell by a number, with the cheapest changes of others that keep every sum.
private struct Change {
    let hidden: [Int]

    init?(of target: Int, by step: Int, in system: CellSystem, among near: [Int]) {
        // A column for what may change for nothing, and one each for a shown cell's rise and fall.
        var lower: [Int] = []
        var upper: [Int] = []
        var columns: [Int: [(variable: Int, coefficient: Int)]] = [:]
        var paid: [(variable: Int, cell: Int, cost: Int)] = []
        func column(_ range: ClosedRange<Int>) -> Int {
            lower.append(range.lowerBound)
            upper.append(range.upperBound)
            return lower.count - 1
        }
        for cell in near {
            let value = system.cells[cell].value
            let told = system.told(cell)
            var terms: [(variable: Int, coefficient: Int)] = []
            if told.lowerBound < told.upperBound {
                let room = told.upperBound >= Simplex.infinity ? Simplex.infinity : told.upperBound - value
                terms.append((column(told.lowerBound - value...room), 1))
            }
            if !system.cells[cell].isHidden, let cost = system.cells[cell].cost {
                for (sign, room) in [(1, Simplex.infinity), (-1, value)] where room > 0 {
                    let variable = column(0...room)
                    terms.append((variable, sign))
                    paid.append((variable, cell, cost))
                }
            }
            columns[cell] = terms
        }
        let cost = column(-Simplex.infinity...Simplex.infinity)

        var equations: [[(variable: Int, coefficient: Int)]] = []
        for equation in Set(near.flatMap { system.equationsOf[$0] }).sorted() {
            let sum = system.equations[equation]
            let terms =
                (columns[sum.total] ?? [])
                + sum.parts.flatMap { part in
                    (columns[part] ?? []).map { ($0.variable, -$0.coefficient) }
                }
            if !terms.isEmpty { equations.append(terms) }
        }
        equations.append([(cost, 1)] + paid.map { ($0.variable, -$0.cost) })

        guard let free = columns[target]?.first?.variable, lower[free] <= step, step <= upper[free] else {
            return nil
        }
        lower[free] = min(0, step)
        upper[free] = max(0, step)
        var simplex = Simplex(
            equations: equations, lower: lower, upper: upper, point: [Int](repeating: 0, count: lower.count),
            late: cost)
        _ = step > 0 ? simplex.maximise(free) : simplex.minimise(free)
        guard !simplex.hasOverflowed, simplex.floor(free) == step, simplex.ceiling(free) == step else {
            return nil
        }
        simplex.bound(free, step...step)
        _ = simplex.minimise(cost)
        guard !simplex.hasOverflowed else { return nil }
        let used = paid.filter { simplex.ceiling($0.variable) > 0 }
        hidden = Set(used.map(\.cell)).sorted()
    }
}
