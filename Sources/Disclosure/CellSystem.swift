/// The numbers of a release and what links them: every cell's true value, what is told of it, and the sums that an
/// outsider can write down.
package struct CellSystem: Sendable {
    package struct Cell: Sendable {
        package var value: Int
        /// What is told of the number where it is shown: itself, or all that its rounding allows.
        package var known: ClosedRange<Int>
        package var isHidden: Bool
        /// How wide the range must be that an outsider can work out; nil where nobody minds.
        package var protection: Int?
        /// What it costs to hide the number; nil where it cannot be hidden.
        package var cost: Int?
        /// Cells that go when this one does: the cells of a row whose base is withheld.
        package var companions: [Int] = []
        /// Totals that hold this cell: while one is shown, its cells cannot be wider than it.
        package var totals: [Int] = []
        /// Whether earlier releases leave less doubt about it than the policy asks for.
        var isToldBefore = false
        /// Two cells whose difference limits this one: the replies, and the base that is taken from them.
        package var room: Room?

        package init(
            value: Int, known: ClosedRange<Int>? = nil, isHidden: Bool = false, protection: Int? = nil,
            cost: Int? = nil
        ) {
            self.value = value
            self.known = known ?? value...value
            self.isHidden = isHidden
            self.protection = protection
            self.cost = cost
        }
    }

    /// What is left of one cell when another is taken from it.
    package struct Room: Sendable {
        var of: Int
        var less: Int
    }

    /// `total` is the sum of `parts`.
    package struct Equation: Sendable {
        package var total: Int
        package var parts: [Int]
        /// Whether the last part is what is left over, which nobody tells and no other sum holds.
        var hasRest = false

        package init(total: Int, parts: [Int]) {
            self.total = total
            self.parts = parts
        }

        var cells: [Int] { [total] + parts }
    }

    package internal(set) var cells: [Cell] = []
    package private(set) var equations: [Equation] = []
    /// The equations that a cell stands in.
    private(set) var equationsOf: [[Int]] = []

    package init() {}

    package mutating func add(_ cell: Cell) -> Int {
        cells.append(cell)
        equationsOf.append([])
        return cells.count - 1
    }

    package mutating func add(_ equation: Equation) {
        for cell in equation.cells { equationsOf[cell].append(equations.count) }
        equations.append(equation)
    }

    /// Adds what is left over as a cell that nobody tells: the total is at least the sum of the parts.
    mutating func add(atLeast equation: Equation) {
        let rest = cells[equation.total].value - equation.parts.reduce(0) { $0 + cells[$1].value }
        let slack = add(Cell(value: rest, isHidden: true))
        var sum = Equation(total: equation.total, parts: equation.parts + [slack])
        sum.hasRest = true
        add(sum)
    }

    /// What an outsider knows of a cell before any sum: all counts are at least 0.
    func told(_ cell: Int) -> ClosedRange<Int> {
        cells[cell].isHidden ? 0...Simplex.infinity : cells[cell].known
    }

    /// How wide the range must be that an outsider can work out: no narrower than the policy asks, or than the shown
    /// totals over the cell allow at all.
    func required(_ cell: Int) -> Int? {
        guard cells[cell].isHidden, let protection = cells[cell].protection else { return nil }
        return min(protection, limit(cell))
    }

    /// The most that the shown totals over a cell leave for it.
    private func limit(_ cell: Int) -> Int {
        guard cells[cell].isHidden else { return cells[cell].known.upperBound }
        var least = Simplex.infinity
        if let room = cells[cell].room {
            least = max(0, cells[room.of].known.upperBound - told(room.less).lowerBound)
        }
        return cells[cell].totals.reduce(least) { min($0, limit($1)) }
    }

    /// Hides a cell and all that goes with it.
    ///
    /// - Returns: the cells that were shown before.
    package mutating func hide(_ cell: Int) -> [Int] {
        var hidden: [Int] = []
        for index in [cell] + cells[cell].companions where !cells[index].isHidden {
            cells[index].isHidden = true
            hidden.append(index)
        }
        return hidden
    }

    mutating func show(_ shown: [Int]) {
        for cell in shown { cells[cell].isHidden = false }
    }
}
