import Language
package import Survey

// How published numbers are written, everywhere the same.

extension Percentage {
    /// "69.7%".
    package var words: String { English.percent(units: units, decimals: decimals) }
}

extension Base {
    /// "112", "about 455": how many answered, as far as it may be told; nil where nothing can be said.
    package var words: String? {
        switch self {
        case .exact(let count): English.number(count)
        case .rounded(let count, _): "about \(English.number(count))"
        case .surveyWide(let count): "\(English.number(count)) in the whole survey"
        case .unknown, .withheld: nil
        }
    }

    /// "n 112": for the end of a chart's row.
    package var rowWords: String {
        switch self {
        case .exact(let count): "n \(English.number(count))"
        case .rounded(let count, _): "about \(English.number(count))"
        case .surveyWide, .unknown, .withheld: ""
        }
    }
}

extension PublishedTable {
    /// What stands in the place of numbers that are not shown; nil where there are numbers.
    package var wordsInstead: String? {
        switch showing {
        case .withheld: "Not shown, to protect people’s privacy"
        case .noPercentage: "Too few people answered for percentages"
        case .notAvailable: "Not asked here, or not available"
        case .shown, .caution:
            cells.isEmpty || cells.contains { $0.share != nil }
                ? nil : "Not shown, to protect people’s privacy"
        }
    }
}
