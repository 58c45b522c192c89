internal import Glibc
package import Scene

/// How colours look to other eyes, and how far apart they then are.
package enum ColorVision: CaseIterable, Sendable {
    case usual, protanopia, deuteranopia, tritanopia, grey

    /// Who sees so, for a message: "people with protanopia".
    package var eyes: String {
        switch self {
        case .usual: "anybody"
        case .protanopia: "people with protanopia"
        case .deuteranopia: "people with deuteranopia"
        case .tritanopia: "people with tritanopia"
        case .grey: "whoever prints in grey"
        }
    }

    /// The perceived distance of two colours in OKLab (0.02 is about the least that is noticed).
    ///
    /// Simulation: Machado, Oliveira and Fernandes 2009, severity 1. OKLab: B. Ottosson 2020.
    package func distance(_ one: Color, _ other: Color) -> Double {
        let (a, b) = (lab(one), lab(other))
        return zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
    }

    /// The contrast ratio of two colours as these eyes see them, 1 to 21; WCAG 2.2, "contrast ratio".
    package func contrast(_ one: Color, _ other: Color) -> Double {
        let (a, b) = (luminance(one), luminance(other))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    private func luminance(_ color: Color) -> Double {
        zip([0.2126, 0.7152, 0.0722], seen(color)).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// Red, green and blue in linear light, 0 to 1, as these eyes see them.
    private func seen(_ color: Color) -> [Double] {
        apply(matrix, [color.red, color.green, color.blue].map(linear)).map { min(max(0, $0), 1) }
    }

    private func lab(_ color: Color) -> [Double] {
        let rgb = seen(color)
        let cones = apply(
            [
                [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
                [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
                [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
            ], rgb
        ).map(cbrt)
        return apply(
            [
                [0.210_454_255_3, 0.793_617_785_0, -0.004_072_046_8],
                [1.977_998_495_1, -2.428_592_205_0, 0.450_593_709_9],
                [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766_0],
            ], cones)
    }

    private var matrix: [[Double]] {
        switch self {
        case .usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
        case .protanopia:
            [
                [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
                [-0.003882, -0.048116, 1.051998],
            ]
        case .deuteranopia:
            [
                [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
                [-0.011820, 0.042940, 0.968881],
            ]
        case .tritanopia:
            [
                [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
                [0.004733, 0.691367, 0.303900],
            ]
        case .grey: [[Double]](repeating: [0.2126, 0.7152, 0.0722], count: 3)
        }
    }

    private func linear(_ part: UInt8) -> Double {
        let value = Double(part) / 255
        return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }

    private func apply(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
        matrix.map { zip($0, vector).reduce(0) { $0 + $1.0 * $1.1 } }
    }
}
