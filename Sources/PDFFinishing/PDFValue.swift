/// A value of a PDF file (ISO 32000-1, 7.3); streams stand apart, in `PDFObject`.
enum PDFValue: Hashable, Sendable {
    /// null, true, false, or a number, as it was written.
    case plain(String)
    case name(String)
    case string([UInt8])
    case array([PDFValue])
    case dictionary(PDFDictionary)
    case reference(Int)

    static func number(_ value: Int) -> PDFValue { .plain(String(value)) }

    /// Any words, as UTF-16 with its mark, or as ASCII where that will do.
    static func text(_ words: String) -> PDFValue {
        if words.utf8.allSatisfy({ $0 >= 32 && $0 < 127 }) { return .string(Array(words.utf8)) }
        return .string(([0xFEFF] + words.utf16).flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] })
    }

    func write(into output: inout [UInt8]) {
        switch self {
        case .plain(let text): output += text.utf8
        case .name(let name):
            output.append(UInt8(ascii: "/"))
            output += name.utf8
        case .string(let bytes): Self.write(bytes, into: &output)
        case .array(let values):
            output.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { output.append(UInt8(ascii: " ")) }
                value.write(into: &output)
            }
            output.append(UInt8(ascii: "]"))
        case .dictionary(let dictionary): dictionary.write(into: &output)
        case .reference(let number): output += "\(number) 0 R".utf8
        }
    }

    private static func write(_ bytes: [UInt8], into output: inout [UInt8]) {
        guard bytes.allSatisfy({ $0 >= 32 && $0 < 127 }) else {
            let digits = Array("0123456789ABCDEF".utf8)
            output.append(UInt8(ascii: "<"))
            for byte in bytes {
                output.append(digits[Int(byte >> 4)])
                output.append(digits[Int(byte & 15)])
            }
            output.append(UInt8(ascii: ">"))
            return
        }
        output.append(UInt8(ascii: "("))
        for byte in bytes {
            if "()\\".utf8.contains(byte) { output.append(UInt8(ascii: "\\")) }
            output.append(byte)
        }
        output.append(UInt8(ascii: ")"))
    }
}

extension PDFValue: ExpressibleByStringLiteral, ExpressibleByArrayLiteral {
    /// A literal is a name.
    init(stringLiteral name: String) { self = .name(name) }
    init(arrayLiteral values: PDFValue...) { self = .array(values) }
}

/// The entries of a dictionary, in their order.
struct PDFDictionary: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    private(set) var entries: [(key: String, value: PDFValue)]

    init(dictionaryLiteral entries: (String, PDFValue)...) { self.entries = entries.map { ($0.0, $0.1) } }

    subscript(_ key: String) -> PDFValue? {
        get { entries.first { $0.key == key }?.value }
        set {
            let place = entries.firstIndex { $0.key == key }
            switch (place, newValue) {
            case (let place?, let value?): entries[place].value = value
            case (let place?, nil): entries.remove(at: place)
            case (nil, let value?): entries.append((key, value))
            case (nil, nil): break
            }
        }
    }

    func write(into output: inout [UInt8]) {
        output += "<<".utf8
        for (key, value) in entries {
            output.append(UInt8(ascii: "/"))
            output += key.utf8
            switch value {
            case .plain, .reference: output.append(UInt8(ascii: " "))
            default: break
            }
            value.write(into: &output)
        }
        output += ">>".utf8
    }

    static func == (left: PDFDictionary, right: PDFDictionary) -> Bool {
        left.entries.elementsEqual(right.entries) { $0 == $1 }
    }

    func hash(into hasher: inout Hasher) {
        for (key, value) in entries {
            hasher.combine(key)
            hasher.combine(value)
        }
    }
}

/// An object of a file: a value, and the bytes of its stream if it is one.
struct PDFObject {
    var value: PDFValue
    var stream: [UInt8]?
}
