import Charts
import Diagnostics
import Language
import Scene

// What must be told apart, and by how much: WCAG 2.2, criteria 1.4.3 (words, 4.5) and 1.4.11 (marks, 3).
extension Theme {
    /// A colour that must stand out from another.
    private struct Pair {
        var front: Swatch
        var back: Swatch
        /// In hundredths.
        var required: Int
        var what: String
        /// Who must see it.
        var eyes = [ColorVision.usual]

        /// The least contrast that a front has, in hundredths, and whose eyes see that.
        func seen(_ front: Color) -> (found: Int, by: ColorVision) {
            let ratios = eyes.map { ($0, Int(($0.contrast(front, back.color) * 100).rounded(.down))) }
            return ratios.min { $0.1 < $1.1 }.map { ($0.1, $0.0) } ?? (2100, .usual)
        }
    }

    /// An error for each pair of colours whose contrast is too low, in the order of the file.
    var contrastFaults: [Diagnostic] {
        pairs.compactMap { pair in
            let seen = pair.seen(pair.front.color)
            guard seen.found < pair.required else { return nil }
            let eyes = seen.by == .usual ? "" : " to \(seen.by.eyes)"
            return Diagnostic(
                .error,
                "'\(pair.front.name)' (\(pair.front.color.hex)) on \(pair.back.name) (\(pair.back.color.hex)) has a contrast "
                    + "of \(Self.ratio(seen.found))\(eyes), expected at least \(Self.ratio(pair.required)) for \(pair.what)",
                at: pair.front.location ?? pair.back.location, hints: remedy(pair))
        }
    }

    private static func ratio(_ hundredths: Int) -> String { English.decimal(units: hundredths, decimals: 2) }

    /// The nearest darker colour that would do.
    private func remedy(_ pair: Pair) -> [String] {
        let color = pair.front.color
        for step in 1...100 {
            let share = Double(100 - step) / 100
            let darker = Color(
                red: UInt8(Double(color.red) * share), green: UInt8(Double(color.green) * share),
                blue: UInt8(Double(color.blue) * share))
            if pair.seen(darker).found >= pair.required {
                return ["\"\(darker.hex)\" would do"]
            }
        }
        return ["no darker colour would do: make \(pair.back.name) lighter"]
    }

    private var pairs: [Pair] {
        func words(_ front: Swatch, _ back: Swatch) -> Pair {
            Pair(front: front, back: back, required: 450, what: "words")
        }
        func marks(_ front: Swatch) -> Pair {
            Pair(
                front: front, back: Self.paper, required: 300, what: "marks of charts",
                eyes: ColorVision.allCases)
        }
        let scale = ["strongPositive", "positive", "negative", "strongNegative"].compactMap {
            charts.scale[$0]
        }
        return [
            words(ink, Self.paper), words(quiet, Self.paper), words(main, Self.paper),
            words(attention, Self.paper), words(ink, ground), words(main, ground), words(quiet, ground),
            words(ink, attentionGround), words(attention, attentionGround), words(ink, charts.track),
        ] + ([charts.range, charts.outline] + scale + charts.categories + charts.comparators).map(marks)
    }
}
