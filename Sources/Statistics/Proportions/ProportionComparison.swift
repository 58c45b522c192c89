internal import Glibc

/// Two proportions of people who do not overlap.
package struct ProportionComparison: Hashable, Sendable {
    package let first: Proportion
    package let second: Proportion

    package init(_ first: Proportion, _ second: Proportion) {
        self.first = first
        self.second = second
    }

    /// The first share less the second, −1 to 1.
    package var difference: Double { first.share - second.share }

    /// Interval for the difference from the two Wilson intervals (Newcombe 1998, Statistics in Medicine
    /// 17:873, method 10).
    package func newcombe(_ confidence: Confidence) -> Interval {
        let (a, b) = (first.wilson(confidence), second.wilson(confidence))
        let below = hypot(first.share - a.lower, b.upper - second.share)
        let above = hypot(a.upper - first.share, second.share - b.lower)
        return Interval(lower: difference - below, upper: difference + above)
    }

    /// Interval for the difference after adding one success and one failure to each (Agresti and Caffo
    /// 2000, American Statistician 54:280); it may reach beyond −1…1.
    package func agrestiCaffo(_ confidence: Confidence) -> Interval {
        let (n1, n2) = (first.base + 2, second.base + 2)
        let (p1, p2) = ((first.count + 1) / n1, (second.count + 1) / n2)
        let error = (p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2).squareRoot()
        return Interval(center: p1 - p2, margin: confidence.z * error)
    }

    /// The difference in standard errors under equality, both samples pooled; nil when all answers are
    /// alike, for then nothing can be tested.
    package var pooledZ: Double? {
        let base = first.base + second.base
        let pooled = (first.count + second.count) / base
        let others = (first.base - first.count + second.base - second.count) / base
        let variance = pooled * others * (1 / first.base + 1 / second.base)
        return variance > 0 ? difference / variance.squareRoot() : nil
    }

    /// How often equal shares would differ this much, both sides; nil as `pooledZ`.
    package var pValue: Double? { pooledZ.flatMap(Normal.twoSidedPValue) }
}

extension Proportion {
    /// How many standard errors this share lies from a target that is taken as known without error; nil
    /// unless 0 < target < 1.
    package func z(againstTarget target: Double) -> Double? {
        guard target > 0, target < 1 else { return nil }
        return (share - target) / (target * (1 - target) / base).squareRoot()
    }
}

/// A part, and the whole that holds it: a council among all councils.
///
/// To test a part against its whole counts the part's people twice and finds too little, so a part is
/// compared with the rest: share − share of the whole = (1 − overlap) × (share − share of the rest).
package struct PartOfWhole: Hashable, Sendable {
    package let part: Proportion
    package let whole: Proportion
    /// The whole without the part.
    package let rest: Proportion

    /// Nil unless the part fits into the whole and leaves somebody over.
    package init?(part: Proportion, whole: Proportion) {
        guard let rest = Proportion(whole.count - part.count, of: whole.base - part.base) else { return nil }
        self.part = part
        self.whole = whole
        self.rest = rest
    }

    /// Which share of the whole's base is the part's.
    package var overlap: Double { part.base / whole.base }
    /// The comparison that may be tested.
    package var againstRest: ProportionComparison { ProportionComparison(part, rest) }
    /// The part's share less the whole's, for words; its test is that against the rest.
    package var differenceToWhole: Double { part.share - whole.share }
}
