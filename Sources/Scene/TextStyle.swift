/// How a line of text is set: the font by its family and weight, the size in points, the colour.
///
/// Families and weights are those of the font book; OpenType features are the same everywhere
/// (`kern` and `tnum` on, ligatures off).
package struct TextStyle: Hashable, Sendable {
    package enum Weight: Int, Hashable, Sendable, CaseIterable {
        case regular = 400
        case semibold = 600
        case bold = 700
    }

    package var family: String
    package var weight: Weight
    package var size: Double
    package var color: Color

    package init(family: String = "Inter", weight: Weight = .regular, size: Double, color: Color) {
        self.family = family
        self.weight = weight
        self.size = size
        self.color = color
    }
}

/// The heights of a style's font, in points at its size.
///
/// All are positive.
package struct FontMetrics: Hashable, Sendable {
    /// From the baseline up to the top of the tallest letters and accents.
    package var ascent: Double
    /// From the baseline down to the bottom of the lowest letters.
    package var descent: Double
    /// The height of a capital letter.
    package var capHeight: Double

    package init(ascent: Double, descent: Double, capHeight: Double) {
        self.ascent = ascent
        self.descent = descent
        self.capHeight = capHeight
    }
}

/// Measures text for layout.
///
/// Drawing measures with the real fonts; tests with a fixed width a letter.
package protocol TextMeasurer {
    /// The advance of one line of text, in points.
    func width(of text: String, style: TextStyle) -> Double
    func metrics(of style: TextStyle) -> FontMetrics
}
