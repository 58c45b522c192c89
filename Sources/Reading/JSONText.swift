/// Writes JSON, always the same bytes for the same value.
///
/// Two blanks a level. A list or object stands on one line if nothing in it is nested and the line has at most
/// 100 characters. The text ends with a line break.
package enum JSONText {
    package static func write(_ value: JSONValue) -> String {
        var text: [UInt8] = []
        append(value, to: &text, indent: 0, column: 0)
        text.append(UInt8(ascii: "\n"))
        return String(decoding: text, as: UTF8.self)
    }

    private static let width = 100

    private static func append(_ value: JSONValue, to text: inout [UInt8], indent: Int, column: Int) {
        switch value {
        case .null: text += "null".utf8
        case .boolean(let value): text += (value ? "true" : "false").utf8
        case .number(let literal):
            // A number that JSON does not know is a mistake in the program, and would spoil the file.
            precondition(
                faultOfNumber(Substring(literal).utf8) == nil, "'\(literal)' is not a JSON number")
            text += literal.utf8
        case .string(let string): text += quoted(string).utf8
        case .list(let items):
            if items.isEmpty { return text += "[]".utf8 }
            if items.allSatisfy(\.isScalar),
                appendLine(
                    "[", "]", items.count, to: &text, room: width - column,
                    { index, text in
                        append(items[index], to: &text, indent: 0, column: 0)
                    })
            {
                return
            }
            appendLines("[", "]", items.count, to: &text, indent: indent) { index, text in
                append(items[index], to: &text, indent: indent + 2, column: indent + 2)
            }
        case .object(let members):
            if members.isEmpty { return text += "{}".utf8 }
            if members.allSatisfy(\.value.isScalar),
                appendLine(
                    "{ ", " }", members.count, to: &text, room: width - column,
                    { index, text in
                        text += quoted(members[index].name).utf8
                        text += ": ".utf8
                        append(members[index].value, to: &text, indent: 0, column: 0)
                    })
            {
                return
            }
            appendLines("{", "}", members.count, to: &text, indent: indent) { index, text in
                let name = quoted(members[index].name) + ": "
                text += name.utf8
                append(
                    members[index].value, to: &text, indent: indent + 2,
                    column: indent + 2 + name.unicodeScalars.count)
            }
        }
    }

    /// Parts on one line; false, and nothing written, where it is too long.
    private static func appendLine(
        _ open: String, _ close: String, _ count: Int, to text: inout [UInt8], room: Int,
        _ part: (Int, inout [UInt8]) -> Void
    ) -> Bool {
        let start = text.count
        text += open.utf8
        for index in 0..<count {
            if index > 0 { text += ", ".utf8 }
            part(index, &text)
        }
        text += close.utf8
        // Characters, not bytes, and one more for the comma that may follow.
        let length = text[start...].count { $0 & 0b1100_0000 != 0b1000_0000 }
        if length < room { return true }
        text.removeLast(text.count - start)
        return false
    }

    /// Parts on a line each.
    private static func appendLines(
        _ open: String, _ close: String, _ count: Int, to text: inout [UInt8], indent: Int,
        _ part: (Int, inout [UInt8]) -> Void
    ) {
        for index in 0..<count {
            text += (index == 0 ? open : ",").utf8
            text += "\n".utf8
            text += repeatElement(UInt8(ascii: " "), count: indent + 2)
            part(index, &text)
        }
        text += "\n".utf8
        text += repeatElement(UInt8(ascii: " "), count: indent)
        text += close.utf8
    }

    /// The text in double quotes, with the escapes that RFC 8259 asks for and no others.
    package static func quoted(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy {
            $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
        }
        if isPlain { return "\"" + text + "\"" }
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            case "\u{0}"..."\u{1F}":
                result += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

extension JSONValue {
    fileprivate var isScalar: Bool {
        switch self {
        case .list, .object: false
        default: true
        }
    }
}
