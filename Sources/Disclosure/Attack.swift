/// What an outsider can work out about the cells of one connected part of a system, with every sum, the knowledge that
/// counts are whole and not negative, and all the numbers that are shown.
struct Attack {
    /// What can be worked out about one cell.
    struct Range: Equatable {
        var low: Int
        /// Nil where there is no upper limit.
        var high: Int?
        /// Whether these are the ends: both are reached by whole numbers, and no other solution goes beyond them.
        var isExact: Bool
    }

    /// Parts of up to so many unknowns are solved in whole numbers; in larger ones the linear range decides where the
    /// solutions met do not.
    static let smallPart = 20
    /// Of larger parts the surroundings of a cell are looked at first: what is possible there is possible.
    private static let surroundings = [30, 120, 360]
    /// Parts beyond this are never solved whole: a number that its surroundings do not prove safe counts as exposed.
    private static let largePart = 360

    /// The cells of the part, in order: those linked to each other, or one alone that a sum gives away.
    let members: [Int]
    private let unknowns: [Int]
    private let system: CellSystem
    private let bounds: [ClosedRange<Int>]
    private var position: [Int: Int] = [:]
    private var equations: [[(variable: Int, coefficient: Int)]] = []
    /// The equations that each unknown stands in.
    private var equationsOf: [[Int]] = []
    /// The whole part, where the surroundings of a cell were not enough.
    private var whole: Simplex?
    /// The whole-number solutions met so far, each as the cells that it moves.
    private var solutions: [[Int]] = []
    /// The least and greatest value of each unknown in them, and which solution has it: -1 for the true one.
    private var seen: [Seen]

    /// For each unknown its place among those looked around in, -1 for the others.
    private var nearby: [Int]

    private struct Seen {
        var low: Int
        var high: Int
        var lowest = -1
        var highest = -1
        var range: ClosedRange<Int> { low...high }
    }

    /// The part that holds a cell.
    init(on system: CellSystem, knowing knowledge: Knowledge, around seed: Int) {
        self.system = system
        let part = knowledge.part(of: system, around: seed)
        members = part.cells
        unknowns = part.equations.isEmpty && !knowledge.isOpen(seed) ? [] : part.cells
        for (index, cell) in unknowns.enumerated() { position[cell] = index }
        equationsOf = [[Int]](repeating: [], count: unknowns.count)
        for equation in part.equations {
            let terms = Self.terms(of: system.equations[equation], position: position)
            guard !terms.isEmpty else { continue }
            for term in terms { equationsOf[term.variable].append(equations.count) }
            equations.append(terms)
        }
        bounds = unknowns.map { knowledge.bounds[$0] }
        seen = unknowns.map { Seen(low: system.cells[$0].value, high: system.cells[$0].value) }
        nearby = [Int](repeating: -1, count: unknowns.count)
    }

    /// Takes over what was met in an attack on the same system with fewer hidden cells: it is possible still.
    mutating func inherit(from other: Attack) {
        guard solutions.isEmpty else { return }
        solutions = other.solutions
        for (index, cell) in unknowns.enumerated() {
            if let place = other.position[cell] { seen[index] = other.seen[place] }
        }
    }

    /// The part that holds a cell, for a single question.
    init(on system: CellSystem, around seed: Int) {
        self.init(on: system, knowing: Knowledge(of: system), around: seed)
    }

    private static func terms(
        of equation: CellSystem.Equation, position: [Int: Int]
    ) -> [(variable: Int, coefficient: Int)] {
        var terms: [(variable: Int, coefficient: Int)] = []
        if let index = position[equation.total] { terms.append((index, 1)) }
        for part in equation.parts { if let index = position[part] { terms.append((index, -1)) } }
        return terms
    }

    func holds(_ cell: Int) -> Bool { position[cell] != nil }

    /// The hidden cells of the part whose range is narrower than it must be, in order.
    mutating func exposed() -> [Int] {
        members.filter { system.required($0) != nil && !isSafe($0) }
    }

    /// The first of them.
    mutating func firstExposed() -> Int? {
        for cell in members where system.required(cell) != nil && !isSafe(cell) { return cell }
        return nil
    }

    /// Whether the range of a cell is as wide as it must be.
    ///
    /// Solutions that earlier searches met are proof enough.
    mutating func isSafe(_ cell: Int) -> Bool {
        guard let required = system.required(cell), required > 0 else { return true }
        guard let index = position[cell], bounds[index].count > required else { return false }
        if seen[index].range.count > required { return true }
        for size in Self.surroundings where unknowns.count > size {
            lookAround(index, as: size)
            if seen[index].range.count > required { return true }
        }
        if unknowns.count > Self.largePart { return false }
        let range = range(ofUnknown: index)
        guard range.isExact || unknowns.count > Self.smallPart && whole?.hasOverflowed == false else {
            return false
        }
        return range.high.map { $0 - range.low >= required } ?? true
    }

    /// Whether solutions met already prove it, or a quick look.
    mutating func isSeenSafe(_ cell: Int) -> Bool {
        guard let required = system.required(cell), required > 0 else { return true }
        guard let index = position[cell], bounds[index].count > required else { return false }
        if seen[index].range.count > required { return true }
        lookAround(index, as: Self.surroundings[0])
        return seen[index].range.count > required
    }

    /// The cells that move where the cell is the least and the greatest that was met: while they stay hidden, it is as
    /// unsure as this. Nil where no such solutions were kept.
    func witness(of cell: Int) -> Set<Int>? {
        guard let required = system.required(cell), let index = position[cell],
            seen[index].range.count > required
        else { return nil }
        var moved = Set<Int>()
        for solution in [seen[index].lowest, seen[index].highest] where solution >= 0 {
            moved.formUnion(solutions[solution])
        }
        return moved
    }

    /// The range of a cell: the ends of it, or what is surely within it where the part is too large for more.
    mutating func range(of cell: Int) -> Range {
        guard let index = position[cell] else {
            let value = system.cells[cell].value
            return Range(low: value, high: value, isExact: true)
        }
        guard unknowns.count <= Self.largePart else {
            _ = isSafe(cell)
            return Range(
                low: seen[index].low, high: seen[index].high, isExact: seen[index].range == bounds[index])
        }
        return range(ofUnknown: index)
    }

    private mutating func range(ofUnknown index: Int) -> Range {
        if seen[index].range == bounds[index] {
            return Range(low: seen[index].low, high: seen[index].high, isExact: true)
        }
        var simplex =
            whole
            ?? Simplex(
                equations: equations, lower: bounds.map(\.lowerBound), upper: bounds.map(\.upperBound),
                point: point)
        whole = nil
        let isUnbounded = simplex.maximise(index) == .unbounded
        var high = simplex.floor(index)
        note(simplex, of: unknowns.indices)
        var low = seen[index].low
        if low > bounds[index].lowerBound {
            _ = simplex.minimise(index)
            low = simplex.ceiling(index)
            note(simplex, of: unknowns.indices)
        }
        let hasOverflowed = simplex.hasOverflowed
        whole = simplex
        if hasOverflowed {
            return Range(low: seen[index].low, high: seen[index].high, isExact: false)
        }
        var isExact = seen[index].low == low && (isUnbounded || seen[index].high == high)
        if !isExact, unknowns.count <= Self.smallPart {
            var search = WholeNumberSearch(equations: equations, bounds: bounds, at: point)
            let end = isUnbounded ? nil : search.extreme(of: index, from: high, to: seen[index].high)
            let start = search.extreme(of: index, from: low, to: seen[index].low)
            if let end { high = end }
            if let start { low = start }
            isExact = start != nil && (isUnbounded || end != nil)
        }
        return Range(low: low, high: isUnbounded ? nil : high, isExact: isExact)
    }

    private var point: [Int] { unknowns.map { system.cells[$0].value } }

    // MARK: Solutions

    /// Looks for solutions that differ from the true one near an unknown only.
    private mutating func lookAround(_ index: Int, as size: Int) {
        var near = [index]
        nearby[index] = 0
        var next = 0
        while next < near.count, near.count < size {
            for equation in equationsOf[near[next]] {
                for term in equations[equation] where nearby[term.variable] < 0 && near.count < size {
                    nearby[term.variable] = near.count
                    near.append(term.variable)
                }
            }
            next += 1
        }
        let sums = near.flatMap { equationsOf[$0] }.sorted()
        var local: [[(variable: Int, coefficient: Int)]] = []
        for (place, sum) in sums.enumerated() where place == 0 || sums[place - 1] != sum {
            local.append(
                equations[sum].compactMap { term in
                    nearby[term.variable] < 0 ? nil : (nearby[term.variable], term.coefficient)
                })
        }
        for unknown in near { nearby[unknown] = -1 }
        var simplex = Simplex(
            equations: local,
            lower: near.map { bounds[$0].lowerBound }, upper: near.map { bounds[$0].upperBound },
            point: near.map { system.cells[unknowns[$0]].value })
        if simplex.maximise(0) == .unbounded {
            // Any number will do.
            let high = min(
                bounds[index].upperBound, simplex.floor(0) + (system.required(unknowns[index]) ?? 0))
            simplex.bound(0, bounds[index].lowerBound...max(high, simplex.ceiling(0)))
            _ = simplex.maximise(0)
        }
        note(simplex, of: near)
        _ = simplex.minimise(0)
        note(simplex, of: near)
    }

    /// Keeps the point that a simplex over some unknowns stands at, if it is one of whole numbers.
    private mutating func note(_ simplex: Simplex, of some: some Collection<Int>) {
        guard !simplex.hasOverflowed, simplex.isWhole else { return }
        var isNews = false
        for (place, index) in some.enumerated() {
            let value = simplex.floor(place)
            if value < seen[index].low {
                seen[index].low = value
                seen[index].lowest = solutions.count
                isNews = true
            }
            if value > seen[index].high {
                seen[index].high = value
                seen[index].highest = solutions.count
                isNews = true
            }
        }
        guard isNews else { return }
        var moved: [Int] = []
        for (place, index) in some.enumerated()
        where simplex.floor(place) != system.cells[unknowns[index]].value {
            moved.append(unknowns[index])
        }
        solutions.append(moved)
    }
}
