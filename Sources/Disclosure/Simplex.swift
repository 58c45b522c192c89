/// An exact simplex over whole-number data with bounded variables.
///
/// It is made to ask one question many times: how small and how large can this variable be? It begins at a point that is
/// known to satisfy every equation (the true table), so it needs no first phase, and it keeps its basis from one question
/// to the next. Variables outside the basis stand at whole numbers, so that each row of the tableau keeps a whole number
/// over a scale of its own. Choices go by the largest coefficient, ties to the lower variable, and by Bland's rule once a
/// search has stalled, so the work ends and is the same every time.
///
/// Source: G. B. Dantzig, *Linear Programming and Extensions*, Princeton 1963, chapter 18 (bounded variables); R. G. Bland,
/// "New finite pivoting rules for the simplex method", Mathematics of Operations Research 2 (1977).
struct Simplex {
    /// The end of a search.
    enum Outcome {
        /// The variable stands at its extreme, a whole number or a fraction.
        case optimum
        case unbounded
        /// A number outgrew its place: nothing is known.
        case overflow
    }

    /// No bound: farther than any count of people.
    static let infinity = 1 << 40

    var tableau: Tableau
    var lower: [Int]
    var upper: [Int]
    /// Values of variables outside the basis.
    var values: [Int]
    private let start: [Int]
    /// The tableau as it was made: few numbers, nearly all of them 1.
    private let fresh: Tableau
    /// How many pivots have been made since.
    private var pivots = 0
    /// How many numbers have been looked at in pivots, since somebody set this to 0.
    var work = 0

    /// So many pivots wear no tableau out.
    private static let wear = 4

    /// - Parameters:
    ///   - equations: each a list of variables with their coefficients, whose sum stays what it is at `point`.
    ///   - point: values within the bounds; where the search begins.
    init(
        equations: [[(variable: Int, coefficient: Int)]], lower: [Int], upper: [Int], point: [Int]
    ) {
        tableau = Tableau(equations: equations, at: point)
        self.lower = lower
        self.upper = upper
        values = point
        start = point
        fresh = tableau
    }

    /// Goes back to the point where everything began.
    ///
    /// - Parameter isFresh: whether the basis goes as well. It pays where the way is short: the first rows are sparse, and
    ///   a basis far away makes them dense. It does not where much of the point is on its bounds.
    mutating func restart(isFresh: Bool) {
        values = start
        if hasOverflowed || isFresh && pivots > Self.wear {
            tableau = fresh
            pivots = 0
        } else {
            tableau.restart(at: start)
        }
    }

    var hasOverflowed: Bool { tableau.hasOverflowed }

    /// Whether every variable is a whole number at the point reached.
    var isWhole: Bool {
        tableau.inner.indices.allSatisfy { row in
            tableau.scale(row) == 1 || tableau.numerator(row) % tableau.scale(row) == 0
        }
    }

    /// The value reached, rounded down.
    func floor(_ variable: Int) -> Int { ends(variable).floor }

    /// The value reached, rounded up.
    func ceiling(_ variable: Int) -> Int { ends(variable).ceiling }

    /// The value reached, rounded down and up.
    @inline(__always)
    func ends(_ variable: Int) -> (floor: Int, ceiling: Int) {
        guard let row = tableau.row(of: variable) else { return (values[variable], values[variable]) }
        let (scale, value) = (tableau.scale(row), tableau.numerator(row))
        if scale == 1 { return (value, value) }
        let (quotient, rest) = value.quotientAndRemainder(dividingBy: scale)
        if rest == 0 { return (quotient, quotient) }
        return rest < 0 ? (quotient - 1, quotient) : (quotient, quotient + 1)
    }

    /// New bounds, which the point reached must satisfy.
    mutating func bound(_ variable: Int, _ range: ClosedRange<Int>) {
        lower[variable] = range.lowerBound
        upper[variable] = range.upperBound
    }

    /// Begins to keep how the cost of a change grows with each column, where one variable alone has a slope.
    mutating func follow(_ variable: Int, slope: Int) { tableau.follow(variable, slope: slope) }

    mutating func maximise(_ variable: Int) -> Outcome { search(variable, sign: 1) }
    mutating func minimise(_ variable: Int) -> Outcome { search(variable, sign: -1) }

    /// The same, and no farther than a value.
    mutating func maximise(_ variable: Int, until value: Int) -> Outcome {
        let bound = upper[variable]
        upper[variable] = min(bound, max(value, ceiling(variable)))
        defer { upper[variable] = bound }
        return maximise(variable)
    }

    mutating func minimise(_ variable: Int, until value: Int) -> Outcome {
        let bound = lower[variable]
        lower[variable] = max(bound, min(value, floor(variable)))
        defer { lower[variable] = bound }
        return minimise(variable)
    }

    // MARK: The search

    private mutating func search(_ target: Int, sign: Int) -> Outcome {
        var stalled = 0
        while !hasOverflowed {
            let isBland = stalled > 2 * tableau.inner.count + 20
            guard let (column, direction) = entering(for: target, sign: sign, isBland: isBland) else {
                return .optimum
            }
            switch move(column, direction: direction) {
            case .none: return .unbounded
            case .some(let isStep): stalled = isStep ? 0 : stalled + 1
            }
        }
        return .overflow
    }

    /// The column whose change helps, and which way it goes.
    private func entering(for target: Int, sign: Int, isBland: Bool) -> (column: Int, direction: Int)? {
        let bound = sign > 0 ? upper[target] : lower[target]
        guard let row = tableau.row(of: target) else {
            return values[target] == bound ? nil : (tableau.column(of: target), sign)
        }
        if bound.magnitude < Self.infinity, tableau.numerator(row) == bound * tableau.scale(row) {
            return nil
        }
        // The column that can move the way its gain asks for and has the largest one.
        var best: (column: Int, variable: Int, gain: Int)?
        for column in tableau.outer.indices {
            let gain = -tableau.entry(row, column) * sign
            guard gain != 0 else { continue }
            let variable = tableau.outer[column]
            guard gain > 0 ? values[variable] < upper[variable] : values[variable] > lower[variable] else {
                continue
            }
            if let known = best {
                let (size, least) = isBland ? (1, 1) : (gain.magnitude, known.gain.magnitude)
                guard size > least || size == least && variable < known.variable else { continue }
            }
            best = (column, variable, gain)
        }
        return best.map { ($0.column, $0.gain.signum()) }
    }

    /// Where a basic variable stops another that moves.
    private struct Stop {
        var row: Int
        var room: Int
        var size: Int
        var isUpper: Bool
    }

    /// Moves a variable outside the basis as far as it goes: to its own other bound, or until a basic one stops it.
    ///
    /// - Returns: whether the point changed; nil where nothing stops it.
    mutating func move(_ column: Int, direction: Int) -> Bool? {
        let entering = tableau.outer[column]
        let own = direction > 0 ? upper[entering] - values[entering] : values[entering] - lower[entering]
        guard let stop = stop(column, direction: direction), stop.room <= Self.product(own, stop.size) else {
            guard own < Self.infinity / 2 else { return nil }
            tableau.shift(column, by: direction * own)
            values[entering] += direction * own
            return own > 0
        }
        let leaving = tableau.inner[stop.row]
        work += tableau.pivot(
            row: stop.row, column: column, step: direction * stop.room, from: values[entering])
        pivots += 1
        values[leaving] = stop.isUpper ? upper[leaving] : lower[leaving]
        return stop.room > 0
    }

    /// The row with the least room, ties to the lower variable.
    private func stop(_ column: Int, direction: Int) -> Stop? {
        var stop: Stop?
        tableau.forEachRow(with: column) { row, entry in
            let isUpper = (entry > 0) != (direction > 0)
            let variable = tableau.inner[row]
            let bound = isUpper ? upper[variable] : lower[variable]
            guard bound.magnitude < Self.infinity else { return }
            let room = abs(tableau.numerator(row) - bound * tableau.scale(row))
            let size = abs(entry)
            if let least = stop {
                let (left, right) = (Self.product(room, least.size), Self.product(least.room, size))
                guard left < right || left == right && variable < tableau.inner[least.row] else { return }
            }
            stop = Stop(row: row, room: room, size: size, isUpper: isUpper)
        }
        return stop
    }

    /// A product that stays below the largest number.
    private static func product(_ a: Int, _ b: Int) -> Int {
        let (product, isOver) = a.multipliedReportingOverflow(by: b)
        return isOver ? .max : product
    }
}
