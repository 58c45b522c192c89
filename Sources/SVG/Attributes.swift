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
    let tracking = number(style.tracking * style.size)
    if tracking != number((other?.tracking ?? 0) * (other?.size ?? 0)) {
        text += " letter-spacing=\"\(tracking)\""
    }
    if let other, style.figures != other.figures {
        text += " style=\"font-variant-numeric:\(style.figures.css)\""
    }
    return text
}

extension TextStyle.Figures {
    /// The value of the CSS property `font-variant-numeric`.
    var css: String { self == .tabular ? "tabular-nums" : "proportional-nums" }
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
