/// What an outsider can work out about the cells of one connected part of a system, with every sum, the knowledge that
/// counts are whole and not negative, and all the numbers that are shown.
struct Attack {
    /// What can be worked out about one cell.
    struct Range: Equatable {
        var low: Int
        /// Nil where there is no upper limit.
        var high: Int?
        /// Whether both ends are reached by whole numbers; else the true range may be narrower than it.
        var isExact: Bool
    }

    /// Parts of up to so many unknowns are solved in whole numbers; in larger ones the linear range decides where the
    /// solutions met do not.
    static let smallPart = 20

    /// The cells of the part, in order: those linked to each other, or one alone that a sum gives away.
    let members: [Int]
    private let unknowns: [Int]
    private let system: CellSystem
    private let bounds: [ClosedRange<Int>]
    private var position: [Int: Int] = [:]
    private var equations: [[(variable: Int, coefficient: Int)]] = []
    private var simplex: Simplex
    /// The least and greatest value of each unknown in the whole-number solutions met so far.
    private var seen: [ClosedRange<Int>]

    /// The part that holds a cell.
    init(on system: CellSystem, knowing knowledge: Knowledge, around seed: Int) {
        self.system = system
        let part = knowledge.part(of: system, around: seed)
        members = part.cells
        unknowns = part.equations.isEmpty && !knowledge.isOpen(seed) ? [] : part.cells
        for (index, cell) in unknowns.enumerated() { position[cell] = index }
        for equation in part.equations {
            let terms = Self.terms(of: system.equations[equation], position: position)
            if !terms.isEmpty { equations.append(terms) }
        }
        let point = unknowns.map { system.cells[$0].value }
        bounds = unknowns.map { knowledge.bounds[$0] }
        simplex = Simplex(
            equations: equations, lower: bounds.map(\.lowerBound), upper: bounds.map(\.upperBound),
            point: point)
        seen = point.map { $0...$0 }
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
        guard let required = system.required(cell) else { return true }
        if required == 0 { return true }
        guard let index = position[cell] else { return false }
        let isSoft = system.cells[cell].isSoft
        func suffices(_ range: ClosedRange<Int>) -> Bool {
            range.count > required || isSoft && range.lowerBound == 0 && range.upperBound > 0
        }
        if suffices(seen[index]) { return true }
        if simplex.maximise(index) == .unbounded { return true }
        note()
        if suffices(seen[index]) { return true }
        _ = simplex.minimise(index)
        note()
        if suffices(seen[index]) { return true }
        let range = range(of: cell)
        guard range.isExact || unknowns.count > Self.smallPart && !simplex.hasOverflowed else { return false }
        return range.high.map { suffices(range.low...$0) } ?? true
    }

    /// The exact range of a cell.
    mutating func range(of cell: Int) -> Range {
        guard let index = position[cell] else {
            let value = system.cells[cell].value
            return Range(low: value, high: value, isExact: true)
        }
        let isUnbounded = simplex.maximise(index) == .unbounded
        var high = simplex.floor(index)
        note()
        _ = simplex.minimise(index)
        var low = simplex.ceiling(index)
        note()
        if simplex.hasOverflowed {
            return Range(low: seen[index].lowerBound, high: seen[index].upperBound, isExact: false)
        }
        var isExact = seen[index].lowerBound == low && (isUnbounded || seen[index].upperBound == high)
        if !isExact, unknowns.count <= Self.smallPart {
            var search = WholeNumberSearch(equations: equations, bounds: bounds, at: point)
            let end = isUnbounded ? nil : search.extreme(of: index, from: high, to: seen[index].upperBound)
            let start = search.extreme(of: index, from: low, to: seen[index].lowerBound)
            if let end { high = end }
            if let start { low = start }
            isExact = start != nil && (isUnbounded || end != nil)
        }
        return Range(low: low, high: isUnbounded ? nil : high, isExact: isExact)
    }

    private var point: [Int] { unknowns.map { system.cells[$0].value } }

    /// Keeps the point that the simplex stands at, if it is one of whole numbers.
    private mutating func note() {
        guard !simplex.hasOverflowed, simplex.isWhole else { return }
        for index in seen.indices {
            let value = simplex.floor(index)
            if value < seen[index].lowerBound { seen[index] = value...seen[index].upperBound }
            if value > seen[index].upperBound { seen[index] = seen[index].lowerBound...value }
        }
    }
}
