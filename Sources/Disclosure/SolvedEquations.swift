/// Equations solved for one variable each, none of which stands in another: where a tableau begins.
struct SolvedEquations {
    /// The variable that each row is solved for.
    private(set) var inner: [Int] = []
    /// For each variable its row, -1 where there is none.
    private(set) var rowOf: [Int]
    /// A number for every variable, without a common factor; that of the row's own variable is above 0.
    private(set) var rows: [[Int32]] = []
    private(set) var hasOverflowed = false
    /// In how many equations each variable stands: those of one alone are solved for first, and spoil no other row.
    private var uses: [Int]

    init(_ equations: [[(variable: Int, coefficient: Int)]], count: Int) {
        rowOf = [Int](repeating: -1, count: count)
        uses = [Int](repeating: 0, count: count)
        for term in equations.joined() { uses[term.variable] += 1 }
        for equation in equations { add(equation) }
    }

    /// Brings an equation over the rows there are, then solves it for one of its variables.
    private mutating func add(_ equation: [(variable: Int, coefficient: Int)]) {
        var row = [Int32](repeating: 0, count: rowOf.count)
        for term in equation { row[term.variable] += Int32(clamping: term.coefficient) }
        for term in equation where rowOf[term.variable] >= 0 {
            if Self.take(rows[rowOf[term.variable]], solvedFor: term.variable, from: &row) {
                hasOverflowed = true
            }
        }
        var variable = -1
        var filled: [Int] = []
        for index in row.indices where row[index] != 0 {
            filled.append(index)
            let isBetter =
                variable < 0
                || (row[index].magnitude, uses[index]) < (row[variable].magnitude, uses[variable])
            if isBetter { variable = index }
        }
        guard variable >= 0 else { return }
        if row[variable] < 0 { for index in filled { row[index] = -row[index] } }
        for other in rows.indices where rows[other][variable] != 0 {
            if row[variable] == 1 {
                let factor = Int(rows[other][variable])
                var isOver = false
                rows[other].withUnsafeMutableBufferPointer { cells in
                    for index in filled {
                        let value = Int(cells[index]) - factor * Int(row[index])
                        if value.magnitude >= Row.largest { isOver = true }
                        cells[index] = Int32(truncatingIfNeeded: value)
                    }
                }
                if isOver { hasOverflowed = true }
            } else if Self.take(row, solvedFor: variable, from: &rows[other]) {
                hasOverflowed = true
            }
        }
        rowOf[variable] = rows.count
        inner.append(variable)
        rows.append(row)
    }

    /// Takes a row from another so often that its variable is gone there.
    ///
    /// - Returns: whether a number grew too large.
    private static func take(_ solved: [Int32], solvedFor variable: Int, from row: inout [Int32]) -> Bool {
        guard row[variable] != 0 else { return false }
        let common = Int32(gcd(row[variable].magnitude, solved[variable].magnitude))
        let (times, factor) = (solved[variable] / common, row[variable] / common)
        return row.withUnsafeMutableBufferPointer { cells in
            solved.withUnsafeBufferPointer { other in
                guard let cells = cells.baseAddress, let own = other.baseAddress else { return false }
                let bits = Row.subtract(factor, of: own, from: cells, times: times, count: other.count)
                var least: UInt32 = 0
                for index in 0..<other.count where cells[index] != 0 && least != 1 {
                    least = gcd(least, cells[index].magnitude)
                }
                if least > 1 { for index in 0..<other.count { cells[index] /= Int32(least) } }
                return bits >= Row.largest
            }
        }
    }
}
