/// A number as a page prints it: 69.7% is 697 units of 1 decimal, a percentage.
///
/// Two numbers are the same only with the same decimals: a decimal more tells more.
struct PrintedNumber: Hashable {
    var units: Int
    var decimals: Int
    var isPercent: Bool

    init(_ units: Int, decimals: Int = 0, isPercent: Bool = false) {
        self.units = units
        self.decimals = decimals
        self.isPercent = isPercent
    }

    /// The same number without its sign of percent, as data files write it.
    var plain: PrintedNumber { PrintedNumber(units, decimals: decimals) }

    /// Calls with each number in a piece of UTF-8 text, and the offsets where it begins and ends.
    ///
    /// Commas between groups of three digits belong to a number, a full stop before a digit too, and a percent sign after at
    /// most one space. Signs, and letters around it, do not: "−3" is 3, and "Q3a" is 3.
    static func forEach(
        in text: UnsafeBufferPointer<UInt8>, from start: Int = 0, to end: Int? = nil,
        takesCommas: Bool = true, _ body: (PrintedNumber, Range<Int>) -> Void
    ) {
        let end = end ?? text.count
        var index = start
        while index < end {
            guard text[index].isDigit else {
                index += 1
                continue
            }
            let first = index
            var number = PrintedNumber(0)
            number.take(text, &index, end)
            while takesCommas, index - first <= 15, index + 3 < end, text[index] == UInt8(ascii: ","),
                text[index + 1].isDigit, text[index + 2].isDigit, text[index + 3].isDigit,
                index + 4 >= end || !text[index + 4].isDigit
            {
                index += 1
                number.take(text, &index, end)
            }
            if index + 1 < end, text[index] == UInt8(ascii: "."), text[index + 1].isDigit {
                index += 1
                let point = index
                number.take(text, &index, end)
                number.decimals = index - point
            }
            let sign = text.afterSpace(index, end)
            if sign < end, text[sign] == UInt8(ascii: "%") { number.isPercent = true }
            body(number, first..<index)
        }
    }

    /// The numbers in a text.
    static func all(in text: String) -> [PrintedNumber] {
        var numbers: [PrintedNumber] = []
        var text = text
        text.withUTF8 { bytes in forEach(in: bytes) { number, _ in numbers.append(number) } }
        return numbers
    }

    /// Takes digits; of a number that no page prints, too long for an integer, the last ones.
    private mutating func take(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ end: Int) {
        while index < end, text[index].isDigit {
            units = units &* 10 &+ Int(text[index] - UInt8(ascii: "0"))
            index += 1
        }
    }
}

extension PrintedNumber: CustomStringConvertible {
    var description: String {
        var digits = String(units.magnitude)
        while digits.count <= decimals { digits = "0" + digits }
        let point = decimals > 0 ? "." + digits.suffix(decimals) : ""
        return digits.dropLast(decimals) + point + (isPercent ? "%" : "")
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}

extension UnsafeBufferPointer<UInt8> {
    /// The offset behind one space, be it an ordinary one, one that does not break, or a narrow one.
    fileprivate func afterSpace(_ index: Int, _ end: Int) -> Int {
        guard index < end else { return index }
        if self[index] == 0x20 { return index + 1 }
        if index + 1 < end, self[index] == 0xC2, self[index + 1] == 0xA0 { return index + 2 }
        if index + 2 < end, self[index] == 0xE2, self[index + 1] == 0x80, self[index + 2] == 0xAF {
            return index + 3
        }
        return index
    }
}
