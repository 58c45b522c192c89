import Survey

/// The written rules by which figures become statements: docs/statistics.md gives them in words.
enum FindingRules {
    /// Both sides of a comparison need this many answers.
    static let minimumBase = 30
    /// The false discovery rate at which a difference is called clear.
    static let level = 0.05
    /// Below this many expected answers in a cell of the fourfold table the exact mid-p test takes over.
    static let minimumExpected = 5.0
    /// This many questions on one scale are spoken of together.
    static let groupingFrom = 3
    /// This many questions on one scale have a highest and a lowest worth naming.
    static let extremesFrom = 4
    /// How many questions "what is working well" and "what is not" name at most.
    static let listed = 5
    /// How many outcomes of one process group are named with their shares; the others are counted.
    static let processOutcomes = 6
    /// How many outcomes of one process group are told in times as likely.
    static let ratios = 3
    /// How many statements a summary has at most.
    static let summary = 6
    /// Plain English: at most so many words in a sentence.
    static let words = 25

    /// A band of shares with the claim that is true of all in it.
    struct Band {
        let id: String
        let claim: String
        /// In units of the last decimal: whether a share of that many units out of a whole lies in the band.
        let holds: @Sendable (_ share: Int, _ whole: Int) -> Bool
    }

    /// From the highest: each share belongs to the first band that holds it.
    static let bands = [
        Band(id: "over-80", claim: "more than 80%") { $0 * 100 > 80 * $1 },
        Band(id: "two-thirds", claim: "at least two thirds") { $0 * 3 >= 2 * $1 },
        Band(id: "half", claim: "at least half") { $0 * 2 >= $1 },
        Band(id: "under-half", claim: "fewer than half") { $0 * 2 < $1 },
    ]

    /// Working well: at least two thirds.
    static func isWorking(_ measure: Measure) -> Bool { bands[0].holds(measure) || bands[1].holds(measure) }
    /// Not working so well: fewer than half.
    static func isNotWorking(_ measure: Measure) -> Bool { bands[3].holds(measure) }
}

extension FindingRules.Band {
    /// Whether the claim is true of the share shown, and of the count behind it where that is published.
    func holds(_ measure: Measure) -> Bool {
        let share = measure.share
        let whole = (0..<share.decimals).reduce(100) { whole, _ in whole * 10 }
        guard holds(share.units, whole) else { return false }
        guard let (count, base) = measure.counts else { return true }
        return holds(count, base)
    }
}
