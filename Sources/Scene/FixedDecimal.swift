/// A number with at most `places` decimals, without trailing zeros, never in scientific form and never
/// "-0": the one way in which scenes, SVG and PDF print coordinates, the same on every machine.
package func fixedDecimal(_ value: Double, places: Int = 3) -> String {
    var text: [UInt8] = []
    appendDecimal(value, places: places, to: &text)
    return String(decoding: text, as: UTF8.self)
}

/// Writes a number as `fixedDecimal` does to the end of a text.
package func appendDecimal(_ value: Double, places: Int = 3, to text: inout [UInt8]) {
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let scaled = (value * Double(scale)).rounded(.toNearestOrAwayFromZero)
    guard scaled.isFinite, abs(scaled) < 9e15, scaled != 0 else { return text.append(UInt8(ascii: "0")) }
    if scaled < 0 { text.append(UInt8(ascii: "-")) }
    let (whole, fraction) = Int(abs(scaled)).quotientAndRemainder(dividingBy: scale)
    appendDigits(of: whole, to: &text)
    guard fraction > 0 else { return }
    text.append(UInt8(ascii: "."))
    var (rest, place) = (fraction, scale / 10)
    while rest > 0 {
        text.append(UInt8(ascii: "0") + UInt8(rest / place))
        rest %= place
        place /= 10
    }
}

/// A number that is not negative.
private func appendDigits(of number: Int, to text: inout [UInt8]) {
    if number >= 10 { appendDigits(of: number / 10, to: &text) }
    text.append(UInt8(ascii: "0") + UInt8(number % 10))
}
