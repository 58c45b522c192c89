/// The solutions that the attack on a part has met: how far apart each unknown is in them.
struct SolutionsMet {
    /// The true solution.
    let truth: [Int]
    /// The least and greatest value of each unknown in any solution, rounded inwards, and in those of whole numbers.
    private(set) var low: [Int]
    private(set) var high: [Int]
    private(set) var whole: [ClosedRange<Int>]
    /// Which solution has them: -1 for the true one.
    private var lowest: [Int]
    private var highest: [Int]
    /// For each solution the unknowns that it moves beyond what would be told of them, 64 to a word.
    private var moved: [[UInt64]] = []
    /// What would be told of each unknown if it were shown.
    let known: [ClosedRange<Int>]

    init(truth: [Int], known: [ClosedRange<Int>]) {
        self.truth = truth
        self.known = known
        low = truth
        high = truth
        whole = truth.map { $0...$0 }
        lowest = truth.map { _ in -1 }
        highest = lowest
    }

    /// How many steps an unknown can go, as far as is known yet.
    func width(of index: Int) -> Int { high[index] - low[index] }

    /// Keeps the point that a simplex over some of the unknowns stands at.
    mutating func note(_ simplex: Simplex, isWhole: Bool, of some: some Collection<Int>) {
        var isNews = false
        var words = [UInt64](repeating: 0, count: (truth.count + 63) / 64)
        for (place, index) in some.enumerated() {
            let (floor, ceiling) = simplex.ends(place)
            if ceiling < low[index] {
                (low[index], lowest[index]) = (ceiling, moved.count)
                isNews = true
            }
            if floor > high[index] {
                (high[index], highest[index]) = (floor, moved.count)
                isNews = true
            }
            if isWhole, !whole[index].contains(floor) {
                whole[index] = min(whole[index].lowerBound, floor)...max(whole[index].upperBound, floor)
            }
            if floor < known[index].lowerBound || ceiling > known[index].upperBound {
                words[index / 64] |= 1 << UInt64(index % 64)
            }
        }
        if isNews { moved.append(words) }
    }

    /// Forgets the solutions that move an unknown farther than what is told of it.
    mutating func forget(moving index: Int) {
        let isGone = moved.map { $0[index / 64] & 1 << UInt64(index % 64) != 0 }
        for other in truth.indices {
            if lowest[other] >= 0, isGone[lowest[other]] { (low[other], lowest[other]) = (truth[other], -1) }
            if highest[other] >= 0, isGone[highest[other]] {
                (high[other], highest[other]) = (truth[other], -1)
            }
            whole[other] = truth[other]...truth[other]
        }
    }
}
