import Diagnostics
import Language

/// The files that people wrote, to tell where a word stands that was found in the finished text.
struct WrittenFiles {
    private let texts: [String: [Substring]]
    /// How far behind the word before it a word is looked for, in characters.
    private static let reach = 400

    /// - Parameter texts: by the names that places give.
    init(_ texts: [String: String]) {
        self.texts = texts.mapValues { $0.split(separator: "\n", omittingEmptySubsequences: false) }
    }

    /// The place of a word of a passage: line and column, or that of the text where the word cannot be found.
    ///
    /// The words are looked for one after another, past marks of emphasis and names of figures.
    func place(ofWord index: Int, of passage: Passage, writtenAs text: Written) -> SourceLocation {
        guard let line = text.place.line, let lines = texts[text.place.file], lines.indices.contains(line - 1)
        else { return text.place }
        let source = Array(lines[(line - 1)...].prefix(200).joined(separator: "\n"))
        let words = Word.all(in: text.lead) + passage.words[passage.own.lowerBound...index]
        var (cursor, found) = (0, nil as Int?)
        for word in words {
            // Of a bare number in a column of percentages the sign is not in the file.
            found =
                Self.index(of: word.bare, in: source, from: cursor)
                ?? (word.bare.last == "%"
                    ? Self.index(of: String(word.bare.dropLast()), in: source, from: cursor) : nil)
            if let found { cursor = found + word.bare.count }
        }
        guard let found else { return text.place }
        let before = source[..<found]
        let start = before.lastIndex(of: "\n").map { $0 + 1 } ?? 0
        var place = text.place
        place.line = line + before.count { $0 == "\n" }
        place.column = found - start + 1
        return place
    }

    /// Whether the caption of a figure stands in its file, and was not made from its figures.
    func isTyped(_ caption: String, at place: SourceLocation) -> Bool {
        guard let lines = texts[place.file] else { return true }
        guard let line = place.line, lines.indices.contains(line - 1),
            let first = Word.all(in: caption).first(where: { $0.core.contains(where: \.isLetter) })
        else { return false }
        let source = Array(lines[line - 1])
        return Self.index(of: first.bare, in: source, from: 0) != nil
    }

    /// Where the word stands by itself, outside the names of figures.
    private static func index(of word: String, in source: [Character], from start: Int) -> Int? {
        let word = Array(word)
        guard let first = word.first, first.isLetter || first.isNumber else { return nil }
        var isInName = false
        var index = start
        while index + word.count <= min(source.count, start + reach) {
            let next = index + 1 < source.count ? source[index + 1] : " "
            if source[index] == "{", next == "{" { isInName = true }
            if source[index] == "}", next == "}" { isInName = false }
            if !isInName, source[index] == first, source[index..<(index + word.count)].elementsEqual(word) {
                let before = index > 0 ? source[index - 1] : " "
                let behind = index + word.count < source.count ? source[index + word.count] : " "
                if !before.isLetter, !before.isNumber, !behind.isLetter, !behind.isNumber { return index }
            }
            index += 1
        }
        return nil
    }
}
