/// Writes JSON, always the same bytes for the same value.
///
/// Two blanks a level. A list or object stands on one line if nothing in it is nested and the line has at most
/// 100 characters. The text ends with a line break.
package enum JSONText {
    package static func write(_ value: JSONValue) -> String {
        var text = ""
        append(value, to: &text, indent: 0, column: 0)
        return text + "\n"
    }

    private static let width = 100

    private static func append(_ value: JSONValue, to text: inout String, indent: Int, column: Int) {
        if let flat = flat(value, room: width - column) {
            text += flat
            return
        }
        let margin = "\n" + String(repeating: " ", count: indent + 2)
        let end = "\n" + String(repeating: " ", count: indent)
        switch value {
        case .list(let items):
            for (index, item) in items.enumerated() {
                text += (index == 0 ? "[" : ",") + margin
                append(item, to: &text, indent: indent + 2, column: indent + 2)
            }
            text += end + "]"
        case .object(let members):
            for (index, member) in members.enumerated() {
                let name = quoted(member.name) + ": "
                text += (index == 0 ? "{" : ",") + margin + name
                append(
                    member.value, to: &text, indent: indent + 2,
                    column: indent + 2 + name.unicodeScalars.count)
            }
            text += end + "}"
        default:
            break
        }
    }

    /// The value on one line: a scalar always, a list or object if it is short and holds scalars alone.
    private static func flat(_ value: JSONValue, room: Int) -> String? {
        let line: String
        switch value {
        case .list(let items):
            let parts = items.compactMap(scalar)
            guard parts.count == items.count else { return nil }
            line = "[" + parts.joined(separator: ", ") + "]"
            if items.isEmpty { return line }
        case .object(let members):
            let parts = members.compactMap { member in
                scalar(member.value).map { quoted(member.name) + ": " + $0 }
            }
            guard parts.count == members.count else { return nil }
            line = members.isEmpty ? "{}" : "{ " + parts.joined(separator: ", ") + " }"
            if members.isEmpty { return line }
        default:
            return scalar(value)
        }
        // One more for the comma that may follow.
        return line.unicodeScalars.count < room ? line : nil
    }

    private static func scalar(_ value: JSONValue) -> String? {
        switch value {
        case .null: return "null"
        case .boolean(let value): return value ? "true" : "false"
        case .number(let literal):
            // A number that JSON does not know is a mistake in the program, and would spoil the file.
            precondition(
                faultOfNumber(ArraySlice(Array(literal.utf8))) == nil, "'\(literal)' is not a JSON number")
            return literal
        case .string(let text): return quoted(text)
        case .list, .object: return nil
        }
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
