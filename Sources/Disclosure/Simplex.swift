/// An exact simplex over whole-number data with bounded variables.
///
/// It is made to ask one question many times: how small and how large can this variable be? It begins at a point that is
/// known to satisfy every equation (the true table), so it needs no first phase, and it keeps its basis from one question
/// to the next. Pivots are free of fractions (Edmonds, "Systems of distinct representatives and linear algebra", 1967;
/// Bareiss, "Sylvester's identity and multistep integer-preserving Gaussian elimination", 1968): every entry of the
/// tableau is a whole number over one common denominator, so nothing is ever rounded. Choices go by the largest
/// coefficient, ties to the lower variable, and by Bland's rule once a search has stalled, so the work ends and is the
/// same every time.
struct Simplex {
    /// The end of a search.
    enum Outcome {
        /// The variable stands at its extreme, a whole number or a fraction of `denominator`.
        case optimum
        case unbounded
        /// A number outgrew 62 bits: nothing is known.
        case overflow
    }

    /// No bound: farther than any count of people.
    static let infinity = 1 << 40

    private(set) var denominator = 1
    private(set) var hasOverflowed = false
    private var lower: [Int]
    private var upper: [Int]
    /// Values of variables outside the basis; for those in it the numerators over `denominator`.
    private var values: [Int]
    /// The row of a basic variable, -1 outside the basis.
    private var rowOf: [Int]
    private var basic: [Int] = []
    /// Rows of the tableau, one after the other: denominator · basic + Σ entry · nonbasic = constant.
    private var entries: [Int] = []
    private let count: Int
    /// In how many equations each variable stands: those of one alone are solved for first, and spoil no other row.
    private let uses: [Int]

    /// - Parameters:
    ///   - equations: each a list of variables with their coefficients, whose sum stays what it is at `point`.
    ///   - point: values within the bounds; where the search begins.
    ///   - late: a variable that enters the basis last, so that its coefficients spoil no other row.
    init(
        equations: [[(variable: Int, coefficient: Int)]], lower: [Int], upper: [Int], point: [Int],
        late: Int = -1
    ) {
        count = point.count
        self.lower = lower
        self.upper = upper
        values = point
        rowOf = [Int](repeating: -1, count: point.count)
        var uses = [Int](repeating: 0, count: point.count)
        for term in equations.joined() { uses[term.variable] += 1 }
        self.uses = uses
        for equation in equations { add(equation, late: late) }
    }

    /// Whether every variable is a whole number at the point reached.
    var isWhole: Bool { denominator == 1 || basic.allSatisfy { values[$0] % denominator == 0 } }

    /// The value reached, rounded down.
    func floor(_ variable: Int) -> Int {
        guard rowOf[variable] >= 0 else { return values[variable] }
        let (quotient, rest) = values[variable].quotientAndRemainder(dividingBy: denominator)
        return rest < 0 ? quotient - 1 : quotient
    }

    /// The value reached, rounded up.
    func ceiling(_ variable: Int) -> Int {
        let floor = floor(variable)
        return rowOf[variable] >= 0 && values[variable] != floor * denominator ? floor + 1 : floor
    }

    /// New bounds, which the point reached must satisfy.
    mutating func bound(_ variable: Int, _ range: ClosedRange<Int>) {
        lower[variable] = range.lowerBound
        upper[variable] = range.upperBound
    }

    mutating func maximise(_ variable: Int) -> Outcome { search(variable, sign: 1) }
    mutating func minimise(_ variable: Int) -> Outcome { search(variable, sign: -1) }

    /// The bound in the measure of the variable's value.
    private mutating func scaled(_ bound: Int, for variable: Int) -> Int {
        rowOf[variable] < 0 ? bound : exact(bound, denominator, 0, 0, over: 1)
    }

    // MARK: The search

    private mutating func search(_ target: Int, sign: Int) -> Outcome {
        var stalled = 0
        while !hasOverflowed {
            let bound = sign > 0 ? upper[target] : lower[target]
            if bound.magnitude < Self.infinity, values[target] == scaled(bound, for: target) {
                return .optimum
            }
            guard
                let (entering, direction) = entering(
                    for: target, sign: sign, isBland: stalled > 2 * basic.count + 20)
            else { return .optimum }
            switch move(entering, direction: direction) {
            case .none: return .unbounded
            case .some(let isStep): stalled = isStep ? 0 : stalled + 1
            }
        }
        return .overflow
    }

    /// The variable whose change helps, and which way it goes.
    private func entering(for target: Int, sign: Int, isBland: Bool) -> (Int, Int)? {
        let row = rowOf[target]
        guard row >= 0 else { return (target, sign) }
        var best: (variable: Int, direction: Int, gain: Int)?
        for variable in 0..<count where rowOf[variable] < 0 {
            let gain = -entries[row * count + variable] * sign
            guard gain != 0, lower[variable] < upper[variable] else { continue }
            let canMove = gain > 0 ? values[variable] < upper[variable] : values[variable] > lower[variable]
            guard canMove else { continue }
            if isBland { return (variable, gain.signum()) }
            if Int(gain.magnitude) > best?.gain ?? 0 { best = (variable, gain.signum(), Int(gain.magnitude)) }
        }
        return best.map { ($0.variable, $0.direction) }
    }

    /// Moves a variable outside the basis as far as it goes: to its own other bound, or until a basic one stops it.
    ///
    /// - Returns: whether the point changed; nil where nothing stops it.
    private mutating func move(_ entering: Int, direction: Int) -> Bool? {
        let own = direction > 0 ? upper[entering] - values[entering] : values[entering] - lower[entering]
        // The least of room / |entry| over the rows, compared as fractions.
        var stop: (row: Int, room: Int, pivot: Int, isUpper: Bool)?
        for row in basic.indices {
            let entry = entries[row * count + entering]
            guard entry != 0 else { continue }
            let isUpper = (entry > 0) != (direction > 0)
            let variable = basic[row]
            let bound = isUpper ? upper[variable] : lower[variable]
            guard bound.magnitude < Self.infinity else { continue }
            let room = Int(exact(values[variable], 1, bound, denominator, over: 1).magnitude)
            let pivot = Int(entry.magnitude)
            if let least = stop {
                let (left, right) = (Int128(room) * Int128(least.pivot), Int128(least.room) * Int128(pivot))
                guard left < right || left == right && variable < basic[least.row] else { continue }
            }
            stop = (row, room, pivot, isUpper)
        }
        guard let stop, Int128(stop.room) <= Int128(own) * Int128(stop.pivot) else {
            guard own < Self.infinity / 2 else { return nil }
            shift(entering, by: direction * own)
            return own > 0
        }
        pivot(
            row: stop.row, entering: entering, direction: direction, room: stop.room,
            leavesAtUpper: stop.isUpper)
        return stop.room > 0
    }

    private mutating func shift(_ variable: Int, by step: Int) {
        for row in basic.indices {
            let entry = entries[row * count + variable]
            if entry != 0 { values[basic[row]] = exact(values[basic[row]], 1, entry, step, over: 1) }
        }
        values[variable] += step
    }

    /// The entering variable takes the row's place; every value follows.
    private mutating func pivot(row: Int, entering: Int, direction: Int, room: Int, leavesAtUpper: Bool) {
        let leaving = basic[row]
        let pivot = entries[row * count + entering]
        let size = Int(pivot.magnitude)
        for other in basic.indices where other != row {
            let entry = entries[other * count + entering]
            if entry != 0 || size != denominator {
                let variable = basic[other]
                values[variable] = exact(values[variable], size, entry * direction, room, over: denominator)
            }
        }
        values[entering] = exact(values[entering], size, -direction, room, over: 1)
        values[leaving] = leavesAtUpper ? upper[leaving] : lower[leaving]
        eliminate(row: row, column: entering, leaving: leaving)
        rowOf[leaving] = -1
        rowOf[entering] = row
        basic[row] = entering
    }

    // MARK: The tableau

    /// Solves the row for the column and puts it into all the others; `leaving` takes the column's place.
    private mutating func eliminate(row: Int, column: Int, leaving: Int) {
        let sign = entries[row * count + column].signum()
        let size = Int(entries[row * count + column].magnitude)
        let start = row * count
        let (width, old) = (count, denominator)
        var hasOverflowed = false
        entries.withUnsafeMutableBufferPointer { cells in
            if sign < 0 { for index in start..<start + width { cells[index] = -cells[index] } }
            cells[start + column] = 0
            let filled = (0..<width).filter { cells[start + $0] != 0 }
            for other in 0..<basic.count where other != row {
                let base = other * width
                let factor = cells[base + column]
                cells[base + column] = 0
                if size != old {
                    for index in 0..<width
                    where cells[base + index] != 0 || (factor != 0 && cells[start + index] != 0) {
                        let (value, isOver) = Self.exact(
                            cells[base + index], size, factor, cells[start + index], over: old)
                        cells[base + index] = value
                        if isOver { hasOverflowed = true }
                    }
                } else if factor != 0 {
                    for index in filled {
                        let (value, isOver) = Self.exact(
                            cells[base + index], size, factor, cells[start + index], over: old)
                        cells[base + index] = value
                        if isOver { hasOverflowed = true }
                    }
                }
                if leaving >= 0 { cells[base + leaving] = -factor * sign }
            }
        }
        if hasOverflowed { self.hasOverflowed = true }
        if leaving >= 0 { entries[start + leaving] = denominator * sign }
        denominator = size
    }

    /// Adds an equation: brings it over the basis there is, then solves it for one of its variables.
    private mutating func add(_ equation: [(variable: Int, coefficient: Int)], late: Int) {
        var row = [Int](repeating: 0, count: count)
        for term in equation where rowOf[term.variable] < 0 {
            row[term.variable] += term.coefficient * denominator
        }
        for term in equation where rowOf[term.variable] >= 0 {
            let base = rowOf[term.variable] * count
            entries.withUnsafeBufferPointer { cells in
                for index in 0..<count where cells[base + index] != 0 {
                    row[index] -= term.coefficient * cells[base + index]
                }
            }
        }
        var column = -1
        for index in 0..<count where row[index] != 0 && index != late {
            let isBetter =
                column < 0 || (row[index].magnitude, uses[index]) < (row[column].magnitude, uses[column])
            if isBetter { column = index }
        }
        if late >= 0, row[late] != 0, column < 0 || equation.contains(where: { $0.variable == late }) {
            column = late
        }
        guard column >= 0 else { return }
        let leavingValue = values[column]
        basic.append(column)
        entries += row
        let old = denominator
        eliminate(row: basic.count - 1, column: column, leaving: -1)
        rowOf[column] = basic.count - 1
        for variable in basic.dropLast() {
            // Exact: the values were numerators over the old denominator.
            values[variable] = exact(values[variable], denominator, 0, 0, over: old)
        }
        values[column] = exact(leavingValue, denominator, 0, 0, over: 1)
    }

    /// (a · b − c · d) / over, which is a whole number by construction.
    private mutating func exact(_ a: Int, _ b: Int, _ c: Int, _ d: Int, over: Int) -> Int {
        let (value, isOver) = Self.exact(a, b, c, d, over: over)
        if isOver { hasOverflowed = true }
        return value
    }

    /// The same, and whether it outgrew 62 bits.
    private static func exact(_ a: Int, _ b: Int, _ c: Int, _ d: Int, over: Int) -> (Int, Bool) {
        if over == 1 {
            let (left, overflowA) = a.multipliedReportingOverflow(by: b)
            let (right, overflowB) = c.multipliedReportingOverflow(by: d)
            let (difference, overflow) = left.subtractingReportingOverflow(right)
            if !overflowA, !overflowB, !overflow, difference.magnitude < 1 << 61 {
                return (difference, false)
            }
        } else {
            let quotient = (Int128(a) * Int128(b) - Int128(c) * Int128(d)) / Int128(over)
            if quotient.magnitude < 1 << 61 { return (Int(quotient), false) }
        }
        return (0, true)
    }
}
