/// How a line of text is set: the font by its family and weight, the size in points, the colour.
///
/// Families and weights are those of the font book; OpenType features are the same everywhere
/// (`kern` on, ligatures off, `tnum` on unless the style has figures of their own width).
package struct TextStyle: Hashable, Sendable {
    package enum Weight: Int, Hashable, Sendable, CaseIterable {
        case regular = 400
        case semibold = 600
        case bold = 700
    }

    /// How wide the ten digits are.
    package enum Figures: Hashable, Sendable {
        /// All the same, so that columns of numbers line up.
        case tabular
        /// Each its own, as in words: for numbers that stand by themselves, above all large ones.
        case proportional
    }

    package var family: String
    package var weight: Weight
    package var size: Double
    package var color: Color
    package var figures: Figures
    /// Added after each character, in ems: large type is set a little closer (below 0).
    package var tracking: Double

    package init(
        family: String = "Inter", weight: Weight = .regular, size: Double, color: Color,
        figures: Figures = .tabular, tracking: Double = 0
    ) {
        self.family = family
        self.weight = weight
        self.size = size
        self.color = color
        self.figures = figures
        self.tracking = tracking
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
