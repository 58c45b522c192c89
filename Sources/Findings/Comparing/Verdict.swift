/// What may be said of a share beside another.
package enum Verdict: Hashable, Sendable {
    case higher
    case lower
    case noClearDifference
    /// Fewer than 30 people answered on one side.
    case tooFew
    case shownNotCompared(Reason)

    /// Why two shares stand side by side and are not tested.
    package enum Reason: String, CaseIterable, Hashable, Sendable {
        /// The total holds this body, and its figures are weighted or rounded, so the rest cannot be worked out.
        case restUnknown = "rest-unknown"
        /// The rest of the total is registered as a body of its own, and tested.
        case restCompared = "rest-compared"
        /// Some people are in both.
        case overlapping
        /// How many people answered the question is not published.
        case baseUnknown = "base-unknown"
        /// The figures are weighted or rounded and come without a margin of error.
        case noMargin = "no-margin"
        /// One side counts other answers than the other.
        case otherMeasure = "other-measure"
        /// One side is not shown.
        case notShown = "not-shown"
        /// The other is a part of this body's own results.
        case holdsOther = "holds-other"
        /// The total holds nobody else.
        case nobodyElse = "nobody-else"
        /// A total that is smaller than its part: an error.
        case contradiction

        /// After "not compared, because".
        package var words: String {
            switch self {
            case .restUnknown:
                "the figures are weighted or rounded, so the rest of the total cannot be worked out"
            case .restCompared: "the rest of the total is compared instead"
            case .overlapping: "some people are in both results"
            case .baseUnknown: "it is not published how many people answered each question"
            case .noMargin: "the figures are weighted or rounded, and no margin of error is published"
            case .otherMeasure: "the answers that are counted differ"
            case .notShown: "there is no figure on one side"
            case .holdsOther: "the other results are a part of these"
            case .nobodyElse: "nobody else is in the total"
            case .contradiction: "the total is smaller than its part"
            }
        }
    }

    /// The class as files name it.
    package var name: String {
        switch self {
        case .higher: "higher"
        case .lower: "lower"
        case .noClearDifference: "no-clear-difference"
        case .tooFew: "too-few"
        case .shownNotCompared: "shown-not-compared"
        }
    }

    /// The class as tables print it.
    package var words: String {
        switch self {
        case .higher: "Higher"
        case .lower: "Lower"
        case .noClearDifference: "No clear difference"
        case .tooFew: "Too few replies to say"
        case .shownNotCompared: "Shown, not compared"
        }
    }

    /// Whether a difference was found.
    package var isClear: Bool { self == .higher || self == .lower }
    /// Whether a test was made.
    package var isTested: Bool { isClear || self == .noClearDifference }
}
