package import Survey

/// One question's measure for a body, beside its comparators.
package struct Comparison: Hashable, Sendable {
    /// A comparator's share on the same question.
    package struct Other: Hashable, Sendable {
        package var comparator: Wave.Comparator
        /// Nil where the comparator has nothing to show for the question.
        package var estimate: Estimate?
        /// The question of an earlier instrument that this one continues, where it is not the same.
        package var base: Base
    }

    package var question: Instrument.Question
    package var table: PublishedTable
    package var estimate: Estimate?
    package var others: [Other]

    /// Whether the other's share lies within this body's likely range; nil where either is not known.
    package func isWithinRange(_ other: Other) -> Bool? {
        guard let range = estimate?.range, let share = other.estimate?.share else { return nil }
        return range.low <= share && share <= range.high
    }
}
