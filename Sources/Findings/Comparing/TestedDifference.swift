import Language
package import Statistics
package import Survey

/// One share beside another, with what may be said of the two.
package struct TestedDifference: Hashable, Sendable {
    package var question: Instrument.Question
    package var figure: FigureID
    /// The figure that is shown beside it: of a comparator, or of everybody for a group.
    package var reference: FigureID
    package var verdict: Verdict
    /// In whole percentage points, rounded once: this share less that of those it was tested against; nil untested.
    package var points: Int?
    /// Of the difference in shares, −1 to 1, at 95 %, not corrected for many tests.
    package var interval: Interval?
    package var pValue: Double?
    /// The p-value after the correction of its family.
    package var adjusted: Double?
    /// From margins of error that somebody published, not from counts.
    package var isApproximate = false

    /// How clear it is, in tenths of a percentage point: from no difference to the nearer end of the interval.
    package var distance: Int {
        guard let interval else { return 0 }
        return max(0, Int((max(interval.lower, -interval.upper) * 1000).rounded()))
    }

    /// "12 percentage points higher", "the same"; nil untested.
    package var pointsWords: String? { points.map { English.higherOrLower(units: $0) } }

    /// The interval in whole percentage points, "+3 to +20" or "−2 to +5"; nil untested.
    package var intervalWords: String? {
        interval.map { interval in
            let ends = [interval.lower, interval.upper].map { end in
                let points = Int((end * 100).rounded(.toNearestOrAwayFromZero))
                return (points > 0 ? "+" : "") + English.number(points)
            }
            return "\(ends[0]) to \(ends[1])"
        }
    }
}

/// Tests that were made together, and corrected together.
package struct TestFamily: Hashable, Sendable {
    package enum Against: Hashable, Sendable {
        case comparator(Wave.Comparator, Body)
        case group(String)
    }

    package var against: Against
    /// Whom the shares were tested against: "the other 11 councils", "everybody else".
    package var others: String
    package var differences: [TestedDifference]

    /// Corrects the tests for having been many and gives each its class: Benjamini and Hochberg at 5 %.
    init(
        against: Against, others: String,
        trials: [(question: Instrument.Question, figure: FigureID, reference: FigureID, trial: Trial)]
    ) {
        self.against = against
        self.others = others
        let pValues = trials.compactMap { item in
            if case .tested(let outcome) = item.trial { outcome.pValue } else { nil as Double? }
        }
        var adjusted = (MultipleTests(pValues)?.benjaminiHochberg ?? pValues)[...]
        differences = trials.map { question, figure, reference, trial in
            var result = TestedDifference(
                question: question, figure: figure, reference: reference, verdict: .noClearDifference)
            switch trial {
            case .untested(let verdict): result.verdict = verdict
            case .tested(let outcome):
                let corrected = adjusted.popFirst() ?? 1
                result.points = Int((outcome.difference * 100).rounded(.toNearestOrAwayFromZero))
                result.interval = outcome.interval
                result.pValue = outcome.pValue
                result.adjusted = corrected
                result.isApproximate = outcome.isApproximate
                if corrected < FindingRules.level {
                    result.verdict = outcome.difference > 0 ? .higher : .lower
                }
            }
            return result
        }
    }

    /// How many tests were corrected together.
    package var count: Int { differences.count { $0.verdict.isTested } }

    /// The note that says so; nil where nothing was tested.
    package func note(body: String) -> String? {
        guard count > 0 else { return nil }
        let name =
            switch against {
            case .comparator(let comparator, _) where comparator.body == "last":
                "Changes in \(body) since \(others)"
            case .comparator: "Differences between \(body) and \(others)"
            case .group(let title): "Differences between groups by \(title)"
            }
        let approximate =
            differences.contains(where: \.isApproximate)
            ? " The tests rest on the publisher’s margins of error and are approximate." : ""
        return "\(name): \(count == 1 ? "1 test" : "\(count) tests, corrected together").\(approximate)"
    }
}
