/// Finds the cheapest cells to hide so that one cell may be another number: a change that keeps every sum, at the least
/// cost of the shown cells it runs through (the attacker's problem turned round: Fischetti and Salazar, "Models and
/// algorithms for optimizing cell suppression", JASA 2000, section 4).
struct Detour {
    /// Systems beyond this are never looked at whole, only as many cells around a target.
    private static let largest = 1600

    private var change: CheapestChange?
    /// The cells that are looked at, and the place of each among them.
    private var near: [Int] = []
    private var places: [Int: Int] = [:]

    /// The shown cells to hide, in order, so that the range of a cell may be so wide; nil where nothing makes room enough.
    mutating func cells(for target: Int, required: Int, in system: CellSystem) -> [Int]? {
        if places[target].map({ $0 > Self.largest / 3 && near.count < system.cells.count }) ?? true {
            look(around: target, in: system)
        }
        let prices = near.map { price(of: $0, in: system) }
        var best: (cells: [Int], cost: Int)?
        for step in [required, -required] {
            guard let way = way(of: target, by: step, prices: prices) else { continue }
            if way.cost < best?.cost ?? .max { best = way }
            if way.cost == 0 { return [] }
        }
        // Some of it down, the rest up.
        let some = min(required - 1, system.cells[target].value)
        if some > 0, let lower = way(of: target, by: -some, prices: prices),
            lower.cost < best?.cost ?? .max,
            let upper = way(of: target, by: required - some, prices: prices),
            lower.cost + upper.cost < best?.cost ?? .max
        {
            return Set(lower.cells + upper.cells).sorted()
        }
        return best?.cells
    }

    private mutating func way(of target: Int, by step: Int, prices: [Price]) -> (cells: [Int], cost: Int)? {
        guard let place = places[target] else { return nil }
        return change?.paid(moving: place, by: step, prices: prices).map { paid in
            (paid.variables.map { near[$0] }.sorted(), paid.cost)
        }
    }

    /// What may change for nothing is free; a shown cell costs what it costs to hide it, where it can be hidden.
    private func price(of cell: Int, in system: CellSystem) -> Price {
        let told = system.told(cell)
        guard !system.cells[cell].isHidden, let cost = system.cells[cell].cost else {
            return Price(free: told, slope: 0, limit: told)
        }
        return Price(free: told, slope: cost, limit: 0...Simplex.infinity)
    }

    /// Takes the cells nearest to the target, sum by sum, and all the cells of the sums that are reached.
    private mutating func look(around target: Int, in system: CellSystem) {
        near = [target]
        var isSeen = [Bool](repeating: false, count: system.cells.count)
        isSeen[target] = true
        var next = 0
        while next < near.count, near.count < Self.largest {
            for equation in system.equationsOf[near[next]] {
                for cell in system.equations[equation].cells where !isSeen[cell] {
                    isSeen[cell] = true
                    near.append(cell)
                }
            }
            next += 1
        }
        places = Dictionary(uniqueKeysWithValues: near.enumerated().map { ($1, $0) })
        let equations = Set(near.flatMap { system.equationsOf[$0] }).sorted().map { equation in
            system.equations[equation].cells.enumerated().compactMap { index, cell in
                places[cell].map { (variable: $0, coefficient: index == 0 ? 1 : -1) }
            }
        }
        change = CheapestChange(equations: equations, truth: near.map { system.cells[$0].value })
    }
}
