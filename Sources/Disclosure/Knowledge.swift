/// What each sum of a system tells by itself: the bounds of every cell, and how the cells that stay open hang together.
struct Knowledge {
    private(set) var bounds: [ClosedRange<Int>]
    private(set) var parts: [Part] = []
    /// For each cell its part, -1 where it is not open, and its place there.
    private(set) var partOf: [Int]
    private(set) var placeOf: [Int]
    /// Equations that need no more looking at: those that say nothing beyond the bounds, such as a total so large that
    /// its parts never reach it, and those of parts that are found.
    private var isIdle: [Bool]

    /// How often the sums are looked at again: enough for sums of sums, and the simplex does the rest.
    private static let rounds = 8

    init(of system: CellSystem) {
        bounds = system.cells.indices.map(system.told)
        isIdle = [Bool](repeating: false, count: system.equations.count)
        partOf = [Int](repeating: -1, count: system.cells.count)
        placeOf = partOf
        for _ in 0..<Self.rounds {
            var hasChanged = false
            for equation in system.equations where tighten(equation) { hasChanged = true }
            if !hasChanged { break }
        }
        for (index, equation) in system.equations.enumerated() where equation.hasRest {
            let most = equation.parts.dropLast().reduce(0) {
                min(Simplex.infinity, $0 + bounds[$1].upperBound)
            }
            isIdle[index] = most <= bounds[equation.total].lowerBound
        }
        findParts(of: system)
    }

    func isOpen(_ cell: Int) -> Bool { bounds[cell].lowerBound < bounds[cell].upperBound }

    /// Open cells that are linked to each other through sums of open cells, and those sums, each in order.
    struct Part {
        var cells: [Int] = []
        var equations: [Int] = []
    }

    /// Labels the parts by the lowest cell in them.
    private mutating func findParts(of system: CellSystem) {
        for seed in bounds.indices where isOpen(seed) && partOf[seed] < 0 {
            var part = Part(cells: [seed])
            partOf[seed] = parts.count
            var next = 0
            while next < part.cells.count {
                for equation in system.equationsOf[part.cells[next]] where !isIdle[equation] {
                    isIdle[equation] = true
                    part.equations.append(equation)
                    for cell in system.equations[equation].cells where isOpen(cell) && partOf[cell] < 0 {
                        partOf[cell] = parts.count
                        part.cells.append(cell)
                    }
                }
                next += 1
            }
            part.cells.sort()
            part.equations.sort()
            for (place, cell) in part.cells.enumerated() { placeOf[cell] = place }
            parts.append(part)
        }
    }

    /// Draws what one sum tells of its own cells.
    private mutating func tighten(_ equation: CellSystem.Equation) -> Bool {
        var (low, high) = (0, 0)
        var isOpen = isOpen(equation.total)
        for part in equation.parts {
            let range = bounds[part]
            low += range.lowerBound
            high = min(Simplex.infinity, high + range.upperBound)
            if range.lowerBound < range.upperBound { isOpen = true }
        }
        guard isOpen else { return false }
        var hasChanged = narrow(equation.total, low: low, high: high)
        let total = bounds[equation.total]
        for part in equation.parts {
            let own = bounds[part]
            guard own.lowerBound < own.upperBound else { continue }
            let most =
                total.upperBound >= Simplex.infinity
                ? Simplex.infinity : total.upperBound - (low - own.lowerBound)
            let least = high >= Simplex.infinity ? 0 : total.lowerBound - (high - own.upperBound)
            if narrow(part, low: least, high: most) { hasChanged = true }
        }
        return hasChanged
    }

    private mutating func narrow(_ cell: Int, low: Int, high: Int) -> Bool {
        let old = bounds[cell]
        guard low > old.lowerBound || high < old.upperBound else { return false }
        bounds[cell] = max(old.lowerBound, low)...min(old.upperBound, high)
        return true
    }
}
