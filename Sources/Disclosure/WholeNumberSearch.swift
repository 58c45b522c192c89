/// Finds the outermost whole number that a variable of a small part can take, by trying.
///
/// Depth first, the tightest variable next, each sum drawn on before the next try. The number of tries is limited, never
/// the time.
struct WholeNumberSearch {
    private static let tries = 20_000

    private let equations: [[(variable: Int, coefficient: Int)]]
    private let sums: [Int]
    private let bounds: [ClosedRange<Int>]
    private var left = WholeNumberSearch.tries

    /// - Parameter point: a solution; it says what each equation sums to.
    init(equations: [[(variable: Int, coefficient: Int)]], bounds: [ClosedRange<Int>], at point: [Int]) {
        self.equations = equations
        self.bounds = bounds
        sums = equations.map { $0.reduce(0) { $0 + $1.coefficient * point[$1.variable] } }
    }

    /// The first value on the way from `from` to `to` (which is known to be possible) that some solution has; nil where
    /// the tries ran out.
    mutating func extreme(of variable: Int, from: Int, to: Int) -> Int? {
        let step = from > to ? -1 : 1
        for value in stride(from: from, to: to, by: step) {
            var trial = bounds
            trial[variable] = value...value
            switch isPossible(trial) {
            case .some(true): return value
            case .some(false): continue
            case .none: return nil
            }
        }
        return to
    }

    private mutating func isPossible(_ trial: [ClosedRange<Int>]) -> Bool? {
        left -= 1
        if left < 0 { return nil }
        guard let trial = tightened(trial) else { return false }
        let open = trial.indices.filter { trial[$0].lowerBound < trial[$0].upperBound }
        guard let next = open.min(by: { trial[$0].count < trial[$1].count }) else { return true }
        for value in trial[next] {
            var deeper = trial
            deeper[next] = value...value
            guard let answer = isPossible(deeper) else { return nil }
            if answer { return true }
        }
        return false
    }

    /// The bounds after every equation has been drawn on; nil where one cannot hold.
    private func tightened(_ trial: [ClosedRange<Int>]) -> [ClosedRange<Int>]? {
        var trial = trial
        var hasChanged = true
        while hasChanged {
            hasChanged = false
            for (equation, sum) in zip(equations, sums) {
                for term in equation {
                    // coefficient · x = sum − the others, and every coefficient is 1 or −1.
                    var (low, high) = (sum, sum)
                    for other in equation where other.variable != term.variable {
                        let range = trial[other.variable]
                        let ends = [range.lowerBound, range.upperBound].map { $0 * other.coefficient }
                        low -= max(ends[0], ends[1])
                        high -= min(ends[0], ends[1])
                    }
                    if term.coefficient < 0 { (low, high) = (-high, -low) }
                    let old = trial[term.variable]
                    let (least, most) = (max(low, old.lowerBound), min(high, old.upperBound))
                    if least > most { return nil }
                    if least != old.lowerBound || most != old.upperBound {
                        trial[term.variable] = least...most
                        hasChanged = true
                    }
                }
            }
        }
        return trial
    }
}
