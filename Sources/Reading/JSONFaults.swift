internal import Diagnostics

// What the reader of JSON says about the mistakes that people make.
extension JSONParser {
    func failure(_ message: String, at location: SourceLocation, hints: [String] = []) -> Failure {
        Failure([source.error(message, at: location, hints: hints)])
    }

    /// The character that stands here, for a message.
    var characterHere: Character {
        var end = position + 1
        while end < bytes.count, bytes[end] & 0b1100_0000 == 0b1000_0000 { end += 1 }
        return String(decoding: bytes[position..<end], as: UTF8.self).first ?? " "
    }

    /// The word that stands here, or the character if it is none.
    private var wordHere: String {
        let word = bytes[position...].prefix(40).prefix(while: isWordByte)
        return word.isEmpty ? String(characterHere) : String(decoding: word, as: UTF8.self)
    }

    /// The error for something that does not belong here, or for the end of the file.
    func unexpected(_ expectation: String, hints: [String] = []) -> Failure {
        if let fault = knownFault() { return fault }
        guard byte != nil else { return tooShort(expectation) }
        return failure("found '\(wordHere)', \(expectation)", at: here, hints: hints)
    }

    func notAValue() -> Failure {
        if let fault = knownFault() { return fault }
        switch byte {
        case nil:
            return tooShort("expected a value")
        case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ":"):
            return failure("a value is missing before '\(characterHere)'", at: here)
        case UInt8(ascii: "."):
            return failure(
                "'\(wordHere)' is not a JSON number: no digit stands before the point", at: here,
                hints: ["write 0\(wordHere)"])
        case UInt8(ascii: "+"):
            return failure(
                "'\(wordHere)' is not a JSON number: it begins with a plus", at: here,
                hints: ["leave out the plus"])
        default:
            return failure(
                "'\(wordHere)' is not a JSON value", at: here,
                hints: [remedies[wordHere] ?? "put a text in double quotes"])
        }
    }

    func notAName() -> Failure {
        if let fault = knownFault() { return fault }
        guard let byte else { return tooShort("expected a name in double quotes") }
        if byte == UInt8(ascii: ",") { return failure("a member is missing before ','", at: here) }
        return failure(
            "found '\(wordHere)', expected a name in double quotes", at: here,
            hints: isWordByte(byte) ? ["write \"\(wordHere)\""] : [])
    }

    /// Mistakes that have the same remedy wherever they stand.
    private func knownFault() -> Failure? {
        guard let byte else { return nil }
        switch byte {
        case UInt8(ascii: "#"), UInt8(ascii: "/"):
            return failure("JSON has no comments", at: here, hints: ["remove the comment"])
        case UInt8(ascii: "'"), UInt8(ascii: "`"):
            return failure(
                "a text begins with the quote \(characterHere)", at: here,
                hints: ["JSON texts stand in double quotes: \"…\""])
        default:
            guard "“”„‘’«»".contains(characterHere) else { return nil }
            return failure(
                "a typographic quotation mark \(characterHere) stands here", at: here,
                hints: ["JSON texts stand in straight double quotes: \"…\""])
        }
    }

    private func tooShort(_ expectation: String) -> Failure {
        guard let last = open.last else {
            return failure("the file ends too early, \(expectation)", at: here)
        }
        let place = "line \(last.location.line ?? 0), column \(last.location.column ?? 0)"
        return failure(
            "the file ends inside the '\(last.bracket)' that was opened at \(place)", at: here,
            hints: ["the file may be cut off; else close it with '\(last.bracket == "{" ? "}" : "]")'"])
    }
}

/// What to write for a value that JSON cannot hold.
let absentHint = "write null, or leave the member out"

private let remedies = [
    "NaN": absentHint, "Infinity": absentHint, "undefined": absentHint, "None": "write null",
    "NULL": "write null",
    "Null": "write null", "nil": "write null", "True": "write true", "TRUE": "write true",
    "False": "write false", "FALSE": "write false",
]
