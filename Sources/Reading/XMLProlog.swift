internal import Diagnostics

/// What stands before the first element and is not allowed: found before libxml2 sees the file, so that no
/// entity is ever declared.
func faultOfProlog(_ source: SourceText) -> Diagnostic? {
    let bytes = source.bytes
    var position = 0
    func begins(_ text: String) -> Bool { bytes[position...].starts(with: text.utf8) }
    func skip(past end: String) {
        let end = Array(end.utf8)
        while position < bytes.count, !bytes[position...].starts(with: end) { position += 1 }
        position = min(position + end.count, bytes.count)
    }
    while position < bytes.count {
        if bytes[position] <= UInt8(ascii: " ") {
            position += 1
        } else if begins("<?xml ") {
            let start = position
            skip(past: "?>")
            let words = String(decoding: bytes[start..<position], as: UTF8.self)
            if let fault = faultOfDeclaration(words, at: start, in: source) { return fault }
        } else if begins("<?") {
            skip(past: "?>")
        } else if begins("<!--") {
            skip(past: "-->")
        } else if begins("<!") {
            let word = String(decoding: bytes[(position + 2)...].prefix(while: isWordByte), as: UTF8.self)
            let article = "AEIOU".contains(word.prefix(1)) ? "an" : "a"
            return source.error(
                "\(article) \(word.isEmpty ? "declaration" : word) is not allowed",
                at: source.location(at: position),
                hints: ["remove it: the file is checked against the schema of poet alone"])
        } else {
            return nil
        }
    }
    return nil
}

private func faultOfDeclaration(_ words: String, at offset: Int, in source: SourceText) -> Diagnostic? {
    guard let start = words.firstRange(of: "encoding")?.upperBound else { return nil }
    let value = words[start...].drop { "= \t\n".contains($0) }
    guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
    let name = value.dropFirst().prefix { $0 != quote }
    guard !["UTF-8", "UTF8", "US-ASCII", "ASCII"].contains(name.uppercased()) else { return nil }
    return source.error(
        "the file says that its encoding is '\(name)', expected 'UTF-8'", at: source.location(at: offset),
        hints: ["save the file as UTF-8, and write encoding=\"UTF-8\""])
}
