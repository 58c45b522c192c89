internal import Diagnostics

// Numbers and strings of JSON.
extension JSONParser {
    /// A number by RFC 8259, section 6, as it is written.
    mutating func number() throws(Failure) -> String {
        let start = position
        let location = here
        while let byte, isWordByte(byte) { position += 1 }
        let fault = faultOfNumber(bytes[start..<position])
        let literal = String(decoding: bytes[start..<position], as: UTF8.self)
        if let (fault, hint) = fault {
            throw failure("'\(literal)' is not a JSON number: \(fault)", at: location, hints: [hint])
        }
        return literal
    }

    /// A string by RFC 8259, section 7, at its opening quote.
    mutating func string() throws(Failure) -> String {
        let opening = here
        position += 1
        let start = position
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                position += 1
                return String(decoding: bytes[start..<(position - 1)], as: UTF8.self)
            case UInt8(ascii: "\\"):
                return try stringWithEscapes(Array(bytes[start..<position]), from: opening)
            default:
                try stepOverPlainByte(from: opening)
            }
        }
        throw unclosed(opening)
    }

    private mutating func stringWithEscapes(_ head: [UInt8], from opening: SourceLocation) throws(Failure)
        -> String
    {
        var text = head
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                position += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                text += Array(String(try escape(in: opening)).utf8)
            default:
                text.append(bytes[position])
                try stepOverPlainByte(from: opening)
            }
        }
        throw unclosed(opening)
    }

    private mutating func stepOverPlainByte(from opening: SourceLocation) throws(Failure) {
        let byte = bytes[position]
        if byte == UInt8(ascii: "\n") { throw unclosed(opening) }
        if byte < 0x20 {
            let code = "\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            throw failure(
                "a control character stands in a text", at: here,
                hints: ["write it as \(byte == UInt8(ascii: "\t") ? "\\t" : code), or remove it"])
        }
        if byte & 0b1100_0000 == 0b1000_0000 { continuations += 1 }
        position += 1
    }

    private func unclosed(_ opening: SourceLocation) -> Failure {
        failure(
            "the text that begins here has no closing quote on its line", at: opening,
            hints: ["close it with \", and write a line break inside it as \\n"])
    }

    private mutating func escape(in opening: SourceLocation) throws(Failure) -> Unicode.Scalar {
        let place = here
        guard position + 1 < bytes.count else { throw unclosed(opening) }
        let letter = bytes[position + 1]
        position += 2
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape(at: place)
        case UInt8(ascii: "\n"): throw unclosed(opening)
        default:
            position -= 1
            throw failure(
                "'\\\(characterHere)' is not an escape that JSON knows", at: place,
                hints: ["write a backslash itself as \\\\"])
        }
    }

    private mutating func unicodeEscape(at place: SourceLocation) throws(Failure) -> Unicode.Scalar {
        let unit = try fourDigits(at: place)
        if let scalar = Unicode.Scalar(unit) { return scalar }
        if unit < 0xDC00, position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
            bytes[position + 1] == UInt8(ascii: "u")
        {
            position += 2
            let low = try fourDigits(at: place)
            if (0xDC00...0xDFFF).contains(low),
                let scalar = Unicode.Scalar(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00))
            {
                return scalar
            }
        }
        throw failure(
            "'\\u\(String(unit, radix: 16, uppercase: true))' is one half of a surrogate pair without the other",
            at: place, hints: ["write the character itself: the file is UTF-8"])
    }

    private mutating func fourDigits(at place: SourceLocation) throws(Failure) -> UInt32 {
        var code: UInt32 = 0
        for _ in 0..<4 {
            guard let byte, let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
                throw failure("'\\u' is not followed by four hexadecimal digits", at: place)
            }
            code = code << 4 + UInt32(digit)
            position += 1
        }
        return code
    }
}

/// What is wrong with a number, and its remedy; nil if it follows the grammar.
func faultOfNumber<Bytes: Collection<UInt8>>(_ literal: Bytes) -> (fault: String, hint: String)?
where Bytes.SubSequence == Bytes {
    var rest = literal
    func isDigit(_ byte: UInt8?) -> Bool {
        byte.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
    }
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    guard isDigit(rest.first) else {
        let hint = rest.elementsEqual("Infinity".utf8) ? absentHint : "write a number such as -12 or -0.5"
        return ("a digit must follow the minus", hint)
    }
    let leadingZero = rest.first == UInt8(ascii: "0")
    rest.removeFirst()
    if leadingZero, isDigit(rest.first) {
        return ("it begins with a zero", "write it without the leading zero, or in quotes if it is a code")
    }
    rest = rest.drop(while: isDigit)
    if rest.first == UInt8(ascii: ".") {
        rest.removeFirst()
        guard isDigit(rest.first) else {
            return ("no digit follows the point", "write a digit after the point")
        }
        rest = rest.drop(while: isDigit)
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
        rest.removeFirst()
        if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        guard isDigit(rest.first) else {
            return ("no digit follows the exponent", "write it without an exponent")
        }
        rest = rest.drop(while: isDigit)
    }
    if rest.isEmpty { return nil }
    return ("it is neither a number nor a text", "put it in double quotes if it is a text")
}
