package import Diagnostics
package import Reading
import Statistics
package import Survey

/// What may be published: the thresholds of a release, see docs/formats/policy.md.
package struct Policy: Hashable, Sendable {
    package var id: String
    package var title: String
    /// Rows with a smaller base are withheld.
    package var withholdBelow: Int
    /// Rows with a smaller base show no percentages.
    package var percentagesFrom: Int
    /// Rows with a smaller base are shown with a caution.
    package var cautionBelow: Int
    /// Counts of 1 to this less 1 are protected among the answers of the whole sample.
    package var protectWhole: Int
    /// The same for groups.
    package var protectGroups: Int
    /// From this base a zero among negative answers may be shown.
    package var zeroNegativeFrom: Int
    /// A total of fewer councils is withheld.
    package var minimumCouncils: Int
    package var rounding: RoundingMode

    /// The id of the policy under which everything passes as somebody published it.
    package static let asPublished = "as-published"

    package static func read(_ node: DataNode) throws(Failure) -> Policy {
        let log = DiagnosticLog()
        var fields = Fields(node, of: "the policy", log: log)
        fields.format("poet-policy/1")
        let counts = 0...1_000_000
        let policy = Policy(
            id: fields.identifier("id") ?? "", title: fields.text("title") ?? "",
            withholdBelow: fields.wholeNumber("withholdBelow", in: counts) ?? 0,
            percentagesFrom: fields.wholeNumber("percentagesFrom", in: counts) ?? 0,
            cautionBelow: fields.wholeNumber("cautionBelow", in: counts) ?? 0,
            protectWhole: fields.wholeNumber("protectWhole", in: counts) ?? 0,
            protectGroups: fields.wholeNumber("protectGroups", in: counts) ?? 0,
            zeroNegativeFrom: fields.wholeNumber("zeroNegativeFrom", in: counts) ?? 0,
            minimumCouncils: fields.wholeNumber("minimumCouncils", in: counts) ?? 0,
            rounding: fields.choice("rounding", RoundingMode.self) ?? .exact)
        if policy.withholdBelow > policy.percentagesFrom || policy.percentagesFrom > policy.cautionBelow {
            log.error(
                "the thresholds are out of order: withholdBelow \(policy.withholdBelow), percentagesFrom "
                    + "\(policy.percentagesFrom), cautionBelow \(policy.cautionBelow)",
                at: node.location, hints: ["each must be at least the one before"])
        }
        if policy.rounding == .asPublished {
            log.error(
                "'rounding' of the policy is 'as-published', expected 'exact' or 'five'",
                at: fields.node("rounding")?.location,
                hints: ["for results that somebody has published already take the policy 'as-published'"])
        }
        fields.finish()
        try log.check()
        return policy
    }

    /// What a row of this base may show; withheld where the thresholds make no sense.
    package func showing(base: Int) -> PublishedTable.Showing {
        let thresholds = BaseThresholds(
            withholdBelow: withholdBelow, noPercentageBelow: percentagesFrom, cautionBelow: cautionBelow)
        switch thresholds?.verdict(base: base) {
        case .show: return .shown
        case .caution: return .caution
        case .noPercentage: return .noPercentage
        case .withholdRow, nil: return .withheld
        }
    }

    /// The counts that a count may stand for as a release writes it: itself, or all that are rounded to the same.
    func told(_ count: Int) -> ClosedRange<Int> {
        guard rounding == .five, let shown = Rounding.nearest(multipleOf: 5, to: count) else {
            return count...count
        }
        return max(0, shown - 2)...shown + 2
    }

    /// Whether a count of answers may not be told.
    package func protects(count: Int, polarity: Scale.Polarity, base: Int, isGroup: Bool) -> Bool {
        if count == 0 { return !(polarity == .negative && base >= zeroNegativeFrom) }
        return SmallCountRule(threshold: isGroup ? protectGroups : protectWhole)?.protects(count) ?? true
    }
}
