/// Linear equations solved for some of their variables, in whole numbers.
///
/// Each row says: scale · inner + Σ entry · outer = a constant, with a scale of its own above 0 and no common factor, so
/// the numbers stay as small as the row allows and nothing is ever rounded. Sums of people are mostly solved with a scale
/// of 1, and a pivot is then a few additions in each row that it touches.
struct Tableau {
    /// The variable that each row is solved for, and that of each column.
    private(set) var inner: [Int]
    private(set) var outer: [Int]
    /// Whether a number outgrew what a row can hold: nothing is known any more.
    private(set) var hasOverflowed: Bool
    private var scales: [Int32]
    /// Row after row, a number a column.
    private var entries: [Int32]
    /// What each row's variable is, over the row's scale.
    private var numerators: [Int]
    /// For each variable its row, or, below 0, the complement of its column.
    private var places: [Int]
    /// The columns in which the row of a pivot has a number, kept for its room alone.
    private var filled: [Int] = []
    /// How much what is followed grows with each column's variable, over `gainScale`; empty where nothing is.
    private(set) var gains: [Int] = []
    private(set) var gainScale = 1

    /// No number grows beyond this: with it a product of two entries is far from overflowing.
    private static let largest = 1 << 45

    /// - Parameters:
    ///   - equations: each a list of variables with their coefficients, whose sum stays what it is at `point`.
    init(equations: [[(variable: Int, coefficient: Int)]], at point: [Int]) {
        let solved = SolvedEquations(equations, count: point.count)
        hasOverflowed = solved.hasOverflowed
        inner = solved.inner
        places = [Int](repeating: -1, count: point.count)
        for (row, variable) in inner.enumerated() { places[variable] = row }
        outer = point.indices.filter { solved.rowOf[$0] < 0 }
        for (column, variable) in outer.enumerated() { places[variable] = ~column }
        scales = solved.inner.indices.map { solved.rows[$0][solved.inner[$0]] }
        numerators = solved.inner.indices.map {
            point[solved.inner[$0]] * Int(solved.rows[$0][solved.inner[$0]])
        }
        entries = []
        entries.reserveCapacity(inner.count * outer.count)
        for row in solved.rows { for variable in outer { entries.append(row[variable]) } }
    }

    func row(of variable: Int) -> Int? { places[variable] >= 0 ? places[variable] : nil }
    func column(of variable: Int) -> Int { ~places[variable] }
    func scale(_ row: Int) -> Int { Int(scales[row]) }
    func numerator(_ row: Int) -> Int { numerators[row] }
    func entry(_ row: Int, _ column: Int) -> Int { Int(entries[row * outer.count + column]) }

    /// Calls `body` with each row that has an entry in a column.
    @inline(__always)
    func forEachRow(with column: Int, _ body: (_ row: Int, _ entry: Int) -> Void) {
        let width = outer.count
        entries.withUnsafeBufferPointer { cells in
            var place = column
            for row in 0..<inner.count {
                if cells[place] != 0 { body(row, Int(cells[place])) }
                place += width
            }
        }
    }

    /// Begins to keep how much a sum grows with each column's variable, in which one of the basis alone has a slope.
    mutating func follow(_ variable: Int, slope: Int) {
        gains = [Int](repeating: 0, count: outer.count)
        gainScale = 1
        guard let row = row(of: variable) else { return }
        gainScale = scale(row)
        for column in gains.indices { gains[column] = -slope * entry(row, column) }
    }

    /// Adds a slope of the column's own variable.
    mutating func addGain(_ slope: Int, to column: Int) {
        let (gain, isOver) = gainScale.multipliedReportingOverflow(by: slope)
        gains[column] &+= gain
        if isOver || gains[column].magnitude >= Self.largest { hasOverflowed = true }
    }

    /// Sets all variables to the values of another solution.
    mutating func restart(at point: [Int]) {
        for row in inner.indices { numerators[row] = point[inner[row]] * Int(scales[row]) }
    }

    /// Moves the variable of a column by a whole number.
    mutating func shift(_ column: Int, by step: Int) {
        var moved = numerators
        forEachRow(with: column) { row, entry in moved[row] -= entry * step }
        numerators = moved
    }

    /// Solves a row for the variable of a column.
    ///
    /// - Parameters:
    ///   - step: how far that variable goes, times the size of its entry in the row.
    ///   - value: where it was.
    /// - Returns: how many numbers it looked at.
    mutating func pivot(row: Int, column: Int, step: Int, from value: Int) -> Int {
        let width = outer.count
        var rows = 1
        var isOver = false
        let size = Int32(entry(row, column).magnitude)
        entries.withUnsafeMutableBufferPointer { cells in
            guard let base = cells.baseAddress else { return }
            let own = base + row * width
            if own[column] < 0 {
                for index in 0..<width { own[index] = -own[index] }
                own[column] = -scales[row]
            } else {
                own[column] = scales[row]
            }
            filled.removeAll(keepingCapacity: true)
            for index in 0..<width where own[index] != 0 { filled.append(index) }
            let isSparse = 6 * filled.count < width
            for other in 0..<inner.count where other != row {
                let cells = base + other * width
                let entry = cells[column]
                guard entry != 0 else { continue }
                cells[column] = 0
                rows += 1
                let common = size == 1 ? 1 : Int32(gcd(entry, size))
                let (times, factor) = (size / common, entry / common)
                var bits: Int32 = 0
                if times == 1, isSparse {
                    for index in filled {
                        let value = cells[index] &- factor &* own[index]
                        cells[index] = value
                        bits |= value ^ (value >> 31)
                    }
                } else if times == 1 {
                    bits = Row.subtract(factor, of: own, from: cells, count: width)
                } else {
                    bits = Row.subtract(factor, of: own, from: cells, times: times, count: width)
                    scales[other] *= times
                }
                numerators[other] = Int(times) * numerators[other] - Int(factor) * step
                if scales[other] > 1 {
                    let divisor = Row.divide(cells, by: scales[other], count: width)
                    scales[other] /= divisor
                    numerators[other] /= Int(divisor)
                    if divisor > 1 { bits = Row.bits(cells, count: width) }
                }
                isOver =
                    isOver || bits >= Row.largest || scales[other] >= Row.largest
                    || numerators[other].magnitude >= Self.largest
            }
        }
        numerators[row] = value * Int(size) + step
        moveGains(column: column, row: row, size: Int(size))
        scales[row] = size
        hasOverflowed = hasOverflowed || isOver
        (inner[row], outer[column]) = (outer[column], inner[row])
        places[inner[row]] = row
        places[outer[column]] = ~column
        return rows * width
    }

    private mutating func moveGains(column: Int, row: Int, size: Int) {
        guard !gains.isEmpty, gains[column] != 0 else { return }
        let gain = gains[column]
        gains[column] = 0
        var bits = 0
        for index in gains.indices {
            gains[index] = size * gains[index] - gain * entry(row, index)
            bits |= gains[index] ^ (gains[index] >> 63)
        }
        gainScale *= size
        if bits >= Self.largest || gainScale >= Self.largest { hasOverflowed = true }
        guard gainScale > 1 else { return }
        var common = gainScale
        for gain in gains where gain != 0 && common > 1 { common = Int(gcd(common, gain)) }
        guard common > 1 else { return }
        gainScale /= common
        for index in gains.indices { gains[index] /= common }
    }
}

/// A row of a tableau, as the numbers of its columns.
enum Row {
    /// Every entry is smaller, so that the difference of two products fits 32 bits.
    static let largest: Int32 = 1 << 15

    /// - Returns: all bits that any of the new numbers has.
    @inline(__always)
    static func subtract(
        _ factor: Int32, of other: UnsafePointer<Int32>, from row: UnsafeMutablePointer<Int32>,
        times: Int32 = 1, count: Int
    ) -> Int32 {
        var bits: Int32 = 0
        if times == 1, factor == 1 {
            for index in 0..<count {
                row[index] &-= other[index]
                bits |= row[index] ^ (row[index] >> 31)
            }
            return bits
        }
        if times == 1, factor == -1 {
            for index in 0..<count {
                row[index] &+= other[index]
                bits |= row[index] ^ (row[index] >> 31)
            }
            return bits
        }
        for index in 0..<count {
            let value = times &* row[index] &- factor &* other[index]
            row[index] = value
            bits |= value ^ (value >> 31)
        }
        return bits
    }

    static func bits(_ row: UnsafeMutablePointer<Int32>, count: Int) -> Int32 {
        var bits: Int32 = 0
        for index in 0..<count { bits |= row[index] ^ (row[index] >> 31) }
        return bits
    }

    /// Takes out what all the numbers have in common with each other and a scale.
    static func divide(_ row: UnsafeMutablePointer<Int32>, by scale: Int32, count: Int) -> Int32 {
        var common = scale
        // Scales are mostly powers of two, where the lowest bit of all numbers says it.
        let shift = scale.trailingZeroBitCount
        if common == 1 << shift {
            var bits = scale
            for index in 0..<count { bits |= row[index] }
            let shift = bits.trailingZeroBitCount
            if shift > 0 { for index in 0..<count { row[index] >>= Int32(shift) } }
            return 1 << Int32(shift)
        }
        for index in 0..<count where row[index] % common != 0 {
            common = Int32(gcd(common, row[index]))
            if common == 1 { return 1 }
        }
        for index in 0..<count where row[index] != 0 { row[index] /= common }
        return common
    }
}

/// The greatest number that divides both; the other one where one of them is 0.
func gcd<Number: FixedWidthInteger>(_ a: Number, _ b: Number) -> Number.Magnitude {
    var (a, b) = (a.magnitude, b.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    return a
}
