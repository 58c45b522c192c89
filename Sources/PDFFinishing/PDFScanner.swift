import Diagnostics

/// Reads values out of the bytes of a PDF file.
struct PDFScanner {
    let bytes: [UInt8]
    var place: Int

    init(_ bytes: [UInt8], from place: Int = 0) {
        self.bytes = bytes
        self.place = place
    }

    /// The value that begins here, after any white space.
    mutating func value() throws(Failure) -> PDFValue {
        skipSpace()
        guard place < bytes.count else { throw fault("its end") }
        switch bytes[place] {
        case UInt8(ascii: "/"):
            place += 1
            return .name(word())
        case UInt8(ascii: "("): return .string(try literalString())
        case UInt8(ascii: "["): return .array(try values(until: "]"))
        case UInt8(ascii: "<"):
            if place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "<") { return try dictionary() }
            return .string(try hexString())
        default: return try plainOrReference()
        }
    }

    /// Whether the characters stand here, after any white space; if so, they are passed.
    mutating func pass(_ text: StaticString) -> Bool {
        skipSpace()
        let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        guard bytes.count - place >= wanted.count,
            bytes[place..<place + wanted.count].elementsEqual(wanted)
        else { return false }
        place += wanted.count
        return true
    }

    /// Passes white space and comments, which end with their line.
    mutating func skipSpace() {
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "%") {
                while place < bytes.count, bytes[place] != 10, bytes[place] != 13 { place += 1 }
            } else if Self.isSpace(bytes[place]) {
                place += 1
            } else {
                return
            }
        }
    }

    /// The regular characters that begin here (ISO 32000-1, 7.2.2).
    mutating func word() -> String {
        let start = place
        while place < bytes.count, !Self.isSpace(bytes[place]), !Self.isDelimiter(bytes[place]) { place += 1 }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) || byte == 0 }

    static func isDelimiter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["),
            UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "/"), UInt8(ascii: "%"):
            true
        default: false
        }
    }

    /// Passes the string in parentheses that begins here.
    mutating func skipString() throws(Failure) {
        var depth = 0
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            case UInt8(ascii: "\\"): place += 1
            default: break
            }
            place += 1
            if depth == 0 { return }
        }
        throw fault("its end")
    }

    func fault(_ what: String) -> Failure {
        Failure("the PDF that was drawn has \(what) at byte \(place), which is not expected there")
    }

    private mutating func plainOrReference() throws(Failure) -> PDFValue {
        let first = word()
        guard !first.isEmpty else { throw fault("'\(Character(Unicode.Scalar(bytes[place])))'") }
        guard let number = Int(first) else { return .plain(first) }
        let back = place
        skipSpace()
        if word() == "0" {
            skipSpace()
            if word() == "R" { return .reference(number) }
        }
        place = back
        return .plain(first)
    }

    private mutating func values(until end: StaticString) throws(Failure) -> [PDFValue] {
        place += 1
        var values: [PDFValue] = []
        while !pass(end) { values.append(try value()) }
        return values
    }

    private mutating func dictionary() throws(Failure) -> PDFValue {
        place += 2
        var dictionary = PDFDictionary()
        while !pass(">>") {
            guard case .name(let key) = try value() else { throw fault("a dictionary without a name") }
            dictionary[key] = try value()
        }
        return .dictionary(dictionary)
    }

    /// A string in parentheses, its escapes resolved (ISO 32000-1, 7.3.4.2).
    private mutating func literalString() throws(Failure) -> [UInt8] {
        var depth = 0
        var result: [UInt8] = []
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            switch byte {
            case UInt8(ascii: "("):
                depth += 1
                if depth == 1 { continue }
            case UInt8(ascii: ")"):
                depth -= 1
                if depth == 0 { return result }
            case UInt8(ascii: "\\"):
                result.append(try escaped())
                continue
            default: break
            }
            result.append(byte)
        }
        throw fault("its end")
    }

    /// The byte that an escape stands for: three octal digits, or a character that would be taken for markup.
    private mutating func escaped() throws(Failure) -> UInt8 {
        let digits = bytes[place...].prefix(3)
        if digits.count == 3, digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "7")).contains($0) }) {
            place += 3
            return digits.reduce(0) { $0 &* 8 &+ ($1 - UInt8(ascii: "0")) }
        }
        guard let byte = digits.first, "()\\".utf8.contains(byte) else { throw fault("an escape") }
        place += 1
        return byte
    }

    private mutating func hexString() throws(Failure) -> [UInt8] {
        place += 1
        var digits: [UInt8] = []
        while !pass(">") {
            guard place < bytes.count, let digit = Character(Unicode.Scalar(bytes[place])).hexDigitValue
            else {
                throw fault("no hexadecimal digit")
            }
            digits.append(UInt8(digit))
            place += 1
        }
        if digits.count % 2 == 1 { digits.append(0) }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
}
