package import Diagnostics
package import Survey

/// The aggregated results of one body before disclosure control.
///
/// Private: only Disclosure and the commands of a wave may see them.
package struct RawResults: Sendable {
    /// What the cells' numbers are.
    package enum Units: String, CaseIterable, Sendable {
        case counts, percentages
    }

    /// Who protects the people behind the numbers.
    package enum Control: String, CaseIterable, Sendable {
        /// poet does, by the wave's policy.
        case needed
        /// The publisher did: everything passes as it is.
        case asPublished = "as-published"
    }

    package var body: Body
    package var units: Units
    /// The decimals of percentages.
    package var decimals: Int
    /// To what the bases are rounded: 1, 5 or 10.
    package var basePrecision: Int
    package var control: Control
    package var source: String?
    package var responses: [Response]
    package var tables: [RawTable]
    package var file: String
}

/// The raw answers to one question, of everybody or of one category of a group.
package struct RawTable: Sendable {
    /// What is known of the number of answers.
    package enum RawBase: Hashable, Sendable {
        case replies(Int)
        case surveyWide(Int)
        case notPublished
        case marked(Marker)
    }

    package var question: String
    package var group: String?
    package var category: String?
    package var base: RawBase
    /// One a answer of the scale, in its order; empty where only the measure is known.
    package var answers: [RawCell]
    package var outside: [RawCell]
    package var positiveShare: Percentage?
    package var location: SourceLocation
}

/// One raw number, or the publisher's marker.
package struct RawCell: Hashable, Sendable {
    package enum Value: Hashable, Sendable {
        case count(Int)
        case share(Percentage)
        case marked(Marker)
    }

    package var answer: String
    package var value: Value
    package var margin: Percentage?

    package var count: Int? {
        if case .count(let count) = value { count } else { nil }
    }
}
