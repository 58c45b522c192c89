/// What each sum of a system tells by itself: the bounds of every cell, and how the cells that stay open hang together.
struct Knowledge {
    private(set) var bounds: [ClosedRange<Int>]
    /// Equations that say nothing beyond the bounds: a total so large that its parts never reach it.
    private var isIdle: [Bool]

    /// How often the sums are looked at again: enough for sums of sums, and the simplex does the rest.
    private static let rounds = 8

    init(of system: CellSystem) {
        bounds = system.cells.indices.map(system.told)
        isIdle = [Bool](repeating: false, count: system.equations.count)
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
    }

    func isOpen(_ cell: Int) -> Bool { bounds[cell].lowerBound < bounds[cell].upperBound }

    /// The cells that are linked to a cell through open ones, and the equations that link them, each in order.
    func part(of system: CellSystem, around seed: Int) -> (cells: [Int], equations: [Int]) {
        guard isOpen(seed) else { return ([seed], []) }
        var cells: Set<Int> = [seed]
        var equations = Set<Int>()
        var next = [seed]
        while let cell = next.popLast() {
            for equation in system.equationsOf[cell]
            where !isIdle[equation] && equations.insert(equation).inserted {
                for other in system.equations[equation].cells
                where isOpen(other) && cells.insert(other).inserted {
                    next.append(other)
                }
            }
        }
        return (cells.sorted(), equations.sorted())
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
