/// Breaks text into lines that fit a width.
///
/// Lines break at spaces, after hyphens and slashes, and inside a word only where the word alone is wider than
/// the line. Among the breaks with the fewest lines the most even one is taken, and one that leaves a single
/// word alone on the last line only where there is no other.
package struct TextWrapping {
    private let style: TextStyle
    private let measurer: any TextMeasurer

    package init(style: TextStyle, measurer: any TextMeasurer) {
        self.style = style
        self.measurer = measurer
    }

    /// The lines of `text` at `width` points, at least one.
    ///
    /// No line is wider than `width` unless a single
    /// character is.
    package func lines(_ text: String, width: Double) -> [String] {
        let pieces = pieces(of: text, width: width)
        guard pieces.count > 1 else { return [trimmed(pieces.first?.text ?? "")] }
        let even = evenLines(pieces, width: width)
        // Pieces are measured one by one; kerning across a space may make a line a hair wider than their sum.
        let fits = even.count == 1 || even.allSatisfy { measurer.width(of: $0, style: style) <= width }
        return fits ? even : fill(pieces, width: width)
    }

    /// An unbreakable piece with the spaces that follow it.
    private struct Piece {
        var text: String
        /// Its width with and without those spaces.
        var full: Double
        var bare: Double
    }

    /// The best way found to set the text from some piece to the end.
    private struct Ending {
        var lines: Int
        /// The sum of the squares of the room left on each line.
        var unevenness: Double
        var next: Int
    }

    private func evenLines(_ pieces: [Piece], width: Double) -> [String] {
        var best = [Ending](repeating: Ending(lines: .max, unevenness: 0, next: 0), count: pieces.count)
        best.append(Ending(lines: 0, unevenness: 0, next: pieces.count))
        for start in pieces.indices.reversed() {
            var used = 0.0
            for end in start..<pieces.count {
                let room = width - used - pieces[end].bare
                if room < 0 && end > start { break }
                used += pieces[end].full
                let rest = best[end + 1]
                let isAlone = end == pieces.count - 1 && end == start && start > 0
                let unevenness = rest.unevenness + room * room + (isAlone ? width * width : 0)
                let found = Ending(lines: rest.lines + 1, unevenness: unevenness, next: end + 1)
                if (found.lines, found.unevenness) < (best[start].lines, best[start].unevenness) {
                    best[start] = found
                }
            }
        }
        var lines: [String] = []
        var start = 0
        while start < pieces.count {
            lines.append(trimmed(pieces[start..<best[start].next].map(\.text).joined()))
            start = best[start].next
        }
        return lines
    }

    /// Puts as many pieces on each line as fit, measuring every line whole.
    private func fill(_ pieces: [Piece], width: Double) -> [String] {
        var lines: [String] = []
        var line = ""
        for piece in pieces {
            let longer = line + piece.text
            if line.isEmpty || measurer.width(of: trimmed(longer), style: style) <= width {
                line = longer
            } else {
                lines.append(trimmed(line))
                line = piece.text
            }
        }
        lines.append(trimmed(line))
        return lines
    }

    private func pieces(of text: String, width: Double) -> [Piece] {
        let text = text.unicodeScalars.contains(where: \.endsLine) ? text.onOneLine : text
        var words: [Substring] = []
        var start: String.Index?
        var previous: Unicode.Scalar = " "
        for index in text.unicodeScalars.indices {
            let scalar = text.unicodeScalars[index]
            if start == nil, scalar == " " { continue }
            let breaksBefore = previous == " " && scalar != " "
            let breaksAfterMark =
                (previous == "-" || previous == "/" || previous == "–") && scalar.properties.isAlphabetic
            if breaksBefore || breaksAfterMark, let first = start {
                words.append(text[first..<index])
                start = index
            }
            if start == nil { start = index }
            previous = scalar
        }
        if let start { words.append(text[start...]) }
        return words.flatMap { cut(String($0), width: width) }
    }

    /// A word as one piece, or, when it is wider than a line, cut where it must be.
    private func cut(_ word: String, width: Double) -> [Piece] {
        let bare = measurer.width(of: trimmed(word), style: style)
        guard bare > width else { return [piece(word, bare: bare)] }
        var parts: [Piece] = []
        var part = ""
        for character in word {
            if !part.isEmpty, character != " ",
                measurer.width(of: part + String(character), style: style) > width
            {
                parts.append(piece(part, bare: measurer.width(of: part, style: style)))
                part = ""
            }
            part.append(character)
        }
        if !part.isEmpty {
            parts.append(piece(part, bare: measurer.width(of: trimmed(part), style: style)))
        }
        return parts
    }

    private func piece(_ text: String, bare: Double) -> Piece {
        let full = text.utf8.last == UInt8(ascii: " ") ? measurer.width(of: text, style: style) : bare
        return Piece(text: text, full: full, bare: bare)
    }

    private func trimmed(_ text: String) -> String {
        let blank = UInt8(ascii: " ")
        guard text.utf8.first == blank || text.utf8.last == blank else { return text }
        var rest = Substring(text).utf8
        while rest.first == blank { rest.removeFirst() }
        while rest.last == blank { rest.removeLast() }
        return String(Substring(rest))
    }
}

extension Unicode.Scalar {
    /// Whether it can be no part of a line: a tab, or what `Character.isNewline` is made of.
    fileprivate var endsLine: Bool {
        value < 0x20 || value == 0x85 || value == 0x2028 || value == 0x2029
    }
}

extension String {
    fileprivate var onOneLine: String { String(map { $0.isNewline || $0 == "\t" ? " " : $0 }) }
}
