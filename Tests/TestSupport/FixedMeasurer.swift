package import Scene

/// Measures without fonts: every letter has the same width, more in heavier weights; heights as Inter's.
package struct FixedMeasurer: TextMeasurer {
    /// The width of a letter of regular weight, in ems.
    private let letter: Double

    package init(letter: Double = 0.55) {
        self.letter = letter
    }

    package func width(of text: String, style: TextStyle) -> Double {
        let weight =
            switch style.weight {
            case .regular: 1.0
            case .semibold: 1.05
            case .bold: 1.1
            }
        return Double(text.utf16.count) * letter * weight * style.size
    }

    package func metrics(of style: TextStyle) -> FontMetrics {
        FontMetrics(ascent: 0.97 * style.size, descent: 0.24 * style.size, capHeight: 0.73 * style.size)
    }
}
