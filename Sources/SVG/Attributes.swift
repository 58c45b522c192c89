internal import Scene

/// A coordinate or a length, with at most two decimals.
func number(_ value: Double) -> String { fixedDecimal(value, places: 2) }

/// The attributes of a text style, without those that it shares with the style around it.
func attributes(of style: TextStyle, beside other: TextStyle?) -> String {
    var text = ""
    if style.family != other?.family { text += " font-family=\"\(escaped(style.family)), sans-serif\"" }
    if style.size != other?.size { text += " font-size=\"\(number(style.size))\"" }
    if style.weight != (other?.weight ?? .regular) { text += " font-weight=\"\(style.weight.rawValue)\"" }
    if style.color != other?.color { text += " fill=\"\(style.color.hex)\"" }
    return text
}

/// Text for an element or an attribute.
///
/// A control character, which XML cannot hold, shows as U+FFFD.
func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "\t", "\n", "\r": result.unicodeScalars.append(scalar)
        case "\u{0}"..<" ", "\u{FFFE}"..."\u{FFFF}": result += "\u{FFFD}"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}
