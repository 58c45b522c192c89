/// Words and numbers as British readers write them.
///
/// Pure functions: nothing comes from the machine's locale.
package enum English {
    /// A whole number with a comma between thousands, "4,300"; a minus sign (U+2212) before a negative one.
    package static func number(_ value: Int) -> String {
        let digits = Array(String(value.magnitude))
        var text = value < 0 ? "−" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return text
    }

    /// A decimal number from its digits: 12345 units of 1 decimal is "1,234.5".
    ///
    /// Trailing zeros stay.
    package static func decimal(units: Int, decimals: Int) -> String {
        guard decimals > 0 else { return number(units) }
        var digits = String(units.magnitude)
        while digits.count <= decimals { digits = "0" + digits }
        let whole = number(Int(digits.dropLast(decimals)) ?? 0)
        return (units < 0 ? "−" : "") + whole + "." + digits.suffix(decimals)
    }

    /// A base that was rounded before it was published: "about 455".
    package static func about(_ value: Int) -> String { "about " + number(value) }

    /// One to nine in words, other numbers in digits.
    package static func numberInWords(_ value: Int) -> String {
        (1...9).contains(value) ? cardinals[value - 1] : number(value)
    }

    private static let cardinals = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    ]
}
