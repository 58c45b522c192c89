/// A number with at most `places` decimals, without trailing zeros, never in scientific form and never
/// "-0": the one way in which scenes, SVG and PDF print coordinates, the same on every machine.
package func fixedDecimal(_ value: Double, places: Int = 3) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = (value * scale).rounded(.toNearestOrAwayFromZero)
    guard scaled.isFinite, abs(scaled) < 9e15 else { return "0" }
    var digits = String(Int64(abs(scaled)))
    while digits.count <= places { digits = "0" + digits }
    var text = String(digits.dropLast(places))
    var fraction = digits.suffix(places)
    while fraction.last == "0" { fraction = fraction.dropLast() }
    if !fraction.isEmpty { text += "." + fraction }
    return scaled < 0 && text != "0" ? "-" + text : text
}
