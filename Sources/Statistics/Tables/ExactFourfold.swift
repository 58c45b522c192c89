internal import Glibc

/// A fourfold table with its margins taken as given: the exact distribution of its first cell.
///
/// That is Fisher's noncentral hypergeometric distribution of the odds ratio. Fisher 1935 (JRSS 98:39) for
/// the tests; Cornfield 1956 for the interval; Lancaster 1961 (JASA 56:223) for mid-p, which counts the
/// observed table by half. Mid-p is the default where a cell is small.
package struct ExactFourfold: Sendable {
    private let observed: Int
    private let lowest: Int
    /// Logarithms of the probabilities at an odds ratio of 1, from `lowest` on, up to a constant.
    private let logWeights: [Double]

    /// Nil if a cell is no whole number below a million million.
    ///
    /// Where the margins leave one table only, nothing can be learnt of the odds ratio: every p-value of
    /// Fisher's is 1, the intervals reach from 0 to infinity, and there are no estimates.
    package init?(_ table: FourfoldTable) {
        let cells = [table.a, table.b, table.c, table.d]
        guard cells.allSatisfy({ $0 < 1e12 && $0 == $0.rounded() }) else { return nil }
        let (firstRow, secondRow) = (Int(table.a) + Int(table.b), Int(table.c) + Int(table.d))
        let firstColumn = Int(table.a) + Int(table.c)
        let support = max(0, firstColumn - secondRow)...min(firstRow, firstColumn)
        observed = Int(table.a)
        lowest = support.lowerBound
        logWeights = support.map { k in
            -[k, firstRow - k, firstColumn - k, secondRow - firstColumn + k]
                .reduce(0) { $0 + logGamma(positive: Double($1) + 1) }
        }
    }

    private var highest: Int { lowest + logWeights.count - 1 }
    private var position: Int { observed - lowest }

    /// The probabilities of all tables at an odds ratio of exp(`logOdds`).
    private func probabilities(logOdds: Double) -> [Double] {
        let tilted = logWeights.enumerated().map { $1 + Double($0) * logOdds }
        let top = tilted.max() ?? 0
        let weights = tilted.map { exp($0 - top) }
        let sum = weights.reduce(0, +)
        return weights.map { $0 / sum }
    }

    /// The probability of fewer, with `share` of that of the observed table.
    private func below(_ logOdds: Double, counting share: Double) -> Double {
        let all = probabilities(logOdds: logOdds)
        return all[..<position].reduce(0, +) + share * all[position]
    }

    /// The probability of more, with `share` of that of the observed table.
    private func above(_ logOdds: Double, counting share: Double) -> Double {
        let all = probabilities(logOdds: logOdds)
        return all[(position + 1)...].reduce(0, +) + share * all[position]
    }

    /// One-sided, towards an odds ratio below 1.
    package var fisherLess: Double { min(1, below(0, counting: 1)) }
    /// One-sided, towards an odds ratio above 1.
    package var fisherGreater: Double { min(1, above(0, counting: 1)) }

    /// Two-sided: all tables no likelier than the observed one, to a relative slack of 1e-7.
    package var fisherTwoSided: Double { atMostAsLikely(countingTies: 1) }
    /// As `fisherTwoSided`, equally likely tables counted by half.
    package var midPByLikelihood: Double { atMostAsLikely(countingTies: 0.5) }

    private func atMostAsLikely(countingTies share: Double) -> Double {
        let all = probabilities(logOdds: 0)
        let sum = all.reduce(0) { sum, probability in
            if probability > all[position] * (1 + 1e-7) { return sum }
            return sum + (probability < all[position] * (1 - 1e-7) ? probability : share * probability)
        }
        return min(1, sum)
    }

    package var midPLess: Double { below(0, counting: 0.5) }
    package var midPGreater: Double { above(0, counting: 0.5) }
    /// Twice the smaller one-sided mid-p.
    package var midPTwoSided: Double { min(1, 2 * min(midPLess, midPGreater)) }

    /// The odds ratio under which the observed first cell is the expected one, 0 or infinite at the ends.
    package var conditionalEstimate: Double? {
        estimate { logOdds in
            let all = probabilities(logOdds: logOdds)
            return all.enumerated().reduce(0) { $0 + Double($1.offset - position) * $1.element }
        }
    }

    /// The odds ratio under which more and fewer are equally likely, 0 or infinite at the ends.
    package var medianUnbiasedEstimate: Double? {
        estimate { above($0, counting: 0.5) - 0.5 }
    }

    /// The exact interval of the odds ratio, from 0 or to infinity at the ends.
    package func exactInterval(_ confidence: Confidence) -> Interval {
        interval(confidence, counting: 1)
    }

    /// The mid-p interval of the odds ratio, from 0 or to infinity at the ends.
    package func midPInterval(_ confidence: Confidence) -> Interval {
        interval(confidence, counting: 0.5)
    }

    private func interval(_ confidence: Confidence, counting share: Double) -> Interval {
        Interval(
            lower: observed == lowest ? 0 : solve { above($0, counting: share) - confidence.tail },
            upper: observed == highest
                ? .infinity : solve { confidence.tail - below($0, counting: share) })
    }

    private func estimate(_ rising: (Double) -> Double) -> Double? {
        if lowest == highest { return nil }
        if observed == lowest { return 0 }
        return observed == highest ? .infinity : solve(rising)
    }

    /// The odds ratio at which a function that rises with it is 0.
    private func solve(_ rising: (Double) -> Double) -> Double {
        if let logOdds = root(in: -40...40, of: rising) { return exp(logOdds) }
        return rising(0) > 0 ? 0 : .infinity
    }
}
