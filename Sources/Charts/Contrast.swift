internal import Glibc
package import Scene

extension Color {
    /// Relative luminance, 0 (black) to 1 (white); WCAG 2.2, "relative luminance".
    package var luminance: Double {
        func linear(_ part: UInt8) -> Double {
            let value = Double(part) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// Contrast ratio, 1 to 21; WCAG 2.2, "contrast ratio".
    package func contrast(to other: Color) -> Double {
        let (light, dark) = (max(luminance, other.luminance), min(luminance, other.luminance))
        return (light + 0.05) / (dark + 0.05)
    }

    /// The first of white, `ink` and black that reads on this colour with a contrast of at least 4.5.
    ///
    /// Black always does where white does not, since the two contrasts multiply to 21.
    package func label(ink: Color) -> Color {
        for color in [Color.white, ink] where contrast(to: color) >= 4.5 { return color }
        return Color(0x00_0000)
    }

    /// The colour on the straight way through sRGB from this one (0) to another (1).
    func mixed(with other: Color, _ share: Double) -> Color {
        func part(_ from: UInt8, _ to: UInt8) -> UInt8 {
            UInt8((Double(from) + (Double(to) - Double(from)) * share).rounded())
        }
        return Color(
            red: part(red, other.red), green: part(green, other.green), blue: part(blue, other.blue))
    }
}
