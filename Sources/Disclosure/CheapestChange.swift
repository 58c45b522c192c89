/// What it costs to move a variable: nothing within a range, beyond it so much a step.
struct Price {
    var free: ClosedRange<Int>
    var slope: Int
    /// How far the variable can go at all.
    var limit: ClosedRange<Int>

    /// The piece of the price that begins at a value in one direction, and how the cost grows along it.
    func piece(from value: Int, direction: Int) -> (range: ClosedRange<Int>, slope: Int) {
        let probe = 2 * value + direction
        if probe > 2 * free.upperBound { return (free.upperBound...limit.upperBound, slope) }
        if probe < 2 * free.lowerBound { return (limit.lowerBound...free.lowerBound, -slope) }
        return (free, 0)
    }
}

/// The cheapest way for one variable to be another number, with changes of others that keep every sum.
///
/// A simplex whose costs are bent: a variable is held to the piece of its price that it is on, and goes on to the next one
/// from outside the basis (R. Fourer, "A simplex algorithm for piecewise-linear programming", Mathematical Programming 33,
/// 1985). Every way begins at the true table, where nothing costs anything.
struct CheapestChange {
    private var simplex: Simplex
    private let truth: [Int]
    /// How the cost grows with each variable of the basis.
    private var slopes: [Int]

    /// What a step that is missing costs: more than any way of going it.
    private static let worth = 1 << 28
    /// How many pivots a change is worth.
    private static let pivots = 20_000

    init(equations: [[(variable: Int, coefficient: Int)]], truth: [Int]) {
        self.truth = truth
        slopes = truth.map { _ in 0 }
        simplex = Simplex(equations: equations, lower: truth, upper: truth, point: truth)
    }

    /// The variables that cost something when one of them moves by a step, and what they cost; nil where it cannot.
    mutating func paid(moving target: Int, by step: Int, prices: [Price]) -> (variables: [Int], cost: Int)? {
        var prices = prices
        // A price of its own: every step that is missing costs a lot.
        let goal = truth[target] + step
        guard prices[target].limit.contains(goal) else { return nil }
        let way = min(goal, truth[target])...max(goal, truth[target])
        prices[target] = Price(free: goal...goal, slope: Self.worth, limit: way)
        simplex.restart(isFresh: false)
        for variable in truth.indices {
            simplex.bound(variable, prices[variable].free)
            slopes[variable] = 0
        }
        simplex.bound(target, way)
        slopes[target] = -step.signum() * Self.worth
        simplex.follow(target, slope: slopes[target])
        for _ in 0..<Self.pivots {
            guard let (column, direction) = cheapest(prices) else { break }
            move(column, direction: direction, prices: prices)
            if simplex.hasOverflowed { return nil }
        }
        guard simplex.floor(target) == goal, simplex.ceiling(target) == goal else { return nil }
        var paid: (variables: [Int], cost: Int) = ([], 0)
        for variable in truth.indices where variable != target && prices[variable].slope > 0 {
            let free = prices[variable].free
            let far = max(
                free.lowerBound - simplex.floor(variable), simplex.ceiling(variable) - free.upperBound)
            guard far > 0 else { continue }
            paid.variables.append(variable)
            paid.cost += far * prices[variable].slope
        }
        return paid
    }

    /// The column and direction that save most.
    private func cheapest(_ prices: [Price]) -> (column: Int, direction: Int)? {
        let tableau = simplex.tableau
        var best: (column: Int, direction: Int, gain: Int)?
        for column in tableau.outer.indices {
            let variable = tableau.outer[column]
            let value = simplex.values[variable]
            let limit = prices[variable].limit
            for direction in [1, -1]
            where direction > 0 ? value < limit.upperBound : value > limit.lowerBound {
                let slope = prices[variable].piece(from: value, direction: direction).slope
                let gain = -direction * (tableau.gains[column] + tableau.gainScale * slope)
                if gain > best?.gain ?? 0 { best = (column, direction, gain) }
            }
        }
        return best.map { ($0.column, $0.direction) }
    }

    private mutating func move(_ column: Int, direction: Int, prices: [Price]) {
        let entering = simplex.tableau.outer[column]
        let piece = prices[entering].piece(from: simplex.values[entering], direction: direction)
        simplex.bound(entering, piece.range)
        simplex.tableau.addGain(piece.slope, to: column)
        _ = simplex.move(column, direction: direction)
        let now = simplex.tableau.outer[column]
        if now == entering {
            simplex.tableau.addGain(-piece.slope, to: column)
        } else {
            simplex.tableau.addGain(-slopes[now], to: column)
            slopes[entering] = piece.slope
        }
    }
}
