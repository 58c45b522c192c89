/// The part of a system around a cell: all cells that are linked to it through cells whose number is not known.
struct Part {
    private(set) var cells: [Int] = []
    private(set) var equations: [Int] = []
    /// What is known of each cell once every sum has been looked at by itself.
    private(set) var bounds: [Int: ClosedRange<Int>] = [:]

    /// How often the sums are looked at again: enough for sums of sums, and the simplex does the rest.
    private static let rounds = 8

    init(of system: CellSystem, around seed: Int) {
        var seenEquations = Set<Int>()
        var seenCells: Set<Int> = [seed]
        var next = [seed]
        while let cell = next.popLast() {
            cells.append(cell)
            for equation in system.equationsOf[cell] where seenEquations.insert(equation).inserted {
                equations.append(equation)
                for other in system.equations[equation].cells {
                    let told = system.told(other)
                    bounds[other] = told
                    if told.lowerBound < told.upperBound, seenCells.insert(other).inserted { next.append(other) }
                }
            }
        }
        if bounds[seed] == nil { bounds[seed] = system.told(seed) }
        cells.sort()
        equations.sort()
        tighten(system)
    }

    private mutating func tighten(_ system: CellSystem) {
        for _ in 0..<Self.rounds {
            var hasChanged = false
            for index in equations where tighten(system.equations[index]) { hasChanged = true }
            if !hasChanged { return }
        }
    }

    /// Draws what one sum tells of its own cells.
    private mutating func tighten(_ equation: CellSystem.Equation) -> Bool {
        var (low, high) = (0, 0)
        for part in equation.parts {
            low += bounds[part]?.lowerBound ?? 0
            high = min(Simplex.infinity, high + (bounds[part]?.upperBound ?? Simplex.infinity))
        }
        var hasChanged = narrow(equation.total, low: low, high: high)
        guard let total = bounds[equation.total] else { return hasChanged }
        for part in equation.parts {
            guard let own = bounds[part] else { continue }
            let most = total.upperBound >= Simplex.infinity ? Simplex.infinity : total.upperBound - (low - own.lowerBound)
            let least = high >= Simplex.infinity ? 0 : total.lowerBound - (high - own.upperBound)
            if narrow(part, low: least, high: most) { hasChanged = true }
        }
        return hasChanged
    }

    private mutating func narrow(_ cell: Int, low: Int, high: Int) -> Bool {
        guard let old = bounds[cell] else { return false }
        let new = max(old.lowerBound, low)...min(old.upperBound, high)
        bounds[cell] = new
        return new != old
    }
}
