import Charts
import Diagnostics
import Scene

// What must not look alike, to whatever eye and in grey.
extension Theme {
    /// Two colours that stand for two things.
    private struct Couple {
        var one: Swatch
        var other: Swatch
        /// The least distance in colour and in grey, in hundredths of OKLab.
        var required: Int
        var inGrey: Int
    }

    /// An error for each two colours that somebody could not tell apart, with the eyes that see them nearest.
    var likenessFaults: [Diagnostic] {
        couples.compactMap { couple in
            let seen = ColorVision.allCases.map { vision in
                let distance = vision.distance(couple.one.color, couple.other.color)
                return (
                    vision: vision, found: Int((distance * 100).rounded(.down)),
                    required: vision == .grey ? couple.inGrey : couple.required
                )
            }
            guard let worst = seen.min(by: { $0.found - $0.required < $1.found - $1.required }),
                worst.found < worst.required
            else { return nil }
            return Diagnostic(
                .error,
                "'\(couple.one.name)' (\(couple.one.color.hex)) and '\(couple.other.name)' (\(couple.other.color.hex)) look "
                    + "alike to \(worst.vision.eyes): a distance of \(worst.found), expected at least \(worst.required)",
                at: couple.other.location ?? couple.one.location,
                hints: ["make one of them darker or lighter"])
        }
    }

    private var couples: [Couple] {
        let names = ["strongPositive", "positive", "neutral", "negative", "strongNegative"]
        let neighbours = zip(charts.categories, charts.categories.dropFirst())
        return each(names.compactMap { charts.scale[$0] }, required: 10, inGrey: 7)
            + each(charts.groups, required: 11, inGrey: 11)
            + neighbours.map { Couple(one: $0, other: $1, required: 13, inGrey: 13) }
            + [charts.range, charts.outline].map { Couple(one: main, other: $0, required: 20, inGrey: 20) }
    }

    private func each(_ swatches: [Swatch], required: Int, inGrey: Int) -> [Couple] {
        swatches.indices.flatMap { index in
            swatches[(index + 1)...].map {
                Couple(one: swatches[index], other: $0, required: required, inGrey: inGrey)
            }
        }
    }
}
