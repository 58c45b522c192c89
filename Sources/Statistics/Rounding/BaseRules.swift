/// From how many answers on a percentage may be shown, and how.
///
/// The numbers are a policy's.
package struct BaseThresholds: Hashable, Sendable {
    /// Rows with fewer answers are withheld.
    package var withholdBelow: Int
    /// Rows with fewer answers are shown without a percentage.
    package var noPercentageBelow: Int
    /// Rows with fewer answers carry a caution.
    package var cautionBelow: Int

    /// Nil unless the three rise, or stay, from 0.
    package init?(withholdBelow: Int, noPercentageBelow: Int, cautionBelow: Int) {
        guard 0 <= withholdBelow, withholdBelow <= noPercentageBelow, noPercentageBelow <= cautionBelow
        else { return nil }
        self.withholdBelow = withholdBelow
        self.noPercentageBelow = noPercentageBelow
        self.cautionBelow = cautionBelow
    }

    /// What may be done with a base; nil if it is negative.
    package func verdict(base: Int) -> BaseVerdict? {
        guard base >= 0 else { return nil }
        if base < withholdBelow { return .withholdRow }
        if base < noPercentageBelow { return .noPercentage }
        return base < cautionBelow ? .caution : .show
    }
}

/// What a base allows.
package enum BaseVerdict: String, Hashable, Sendable, CaseIterable {
    case withholdRow = "withhold-row"
    case noPercentage = "no-percentage"
    case caution = "show-with-caution"
    case show
}

/// Which counts are too small to be published: those from 1 to below the threshold.
///
/// A count of 0 is not one of them here; whether it gives a group away is for the disclosure control to say.
package struct SmallCountRule: Hashable, Sendable {
    package let threshold: Int

    /// Nil for a negative threshold.
    package init?(threshold: Int) {
        guard threshold >= 0 else { return nil }
        self.threshold = threshold
    }

    package func protects(_ count: Int) -> Bool { count > 0 && count < threshold }
}

/// Whether each audience that a survey needs replied in sufficient number.
///
/// Nil if there is no audience.
package func meetsMinimumSamples(_ replies: [String: Int], minimum: [String: Int]) -> Bool? {
    minimum.isEmpty ? nil : minimum.allSatisfy { replies[$0.key, default: 0] >= $0.value }
}
