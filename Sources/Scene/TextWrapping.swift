/// Breaks text into lines that fit a width.
///
/// Lines break at spaces, after hyphens and slashes, and inside a word only where the word alone is wider than
/// the line. Among the breaks with the fewest lines the most even one is taken, so that no single word is left
/// alone on the last line where a better break exists.
package struct TextWrapping {
    private let style: TextStyle
    private let measurer: any TextMeasurer

    package init(style: TextStyle, measurer: any TextMeasurer) {
        self.style = style
        self.measurer = measurer
    }

    /// The lines of `text` at `width` points, at least one. No line is wider than `width` unless a single
    /// character is.
    package func lines(_ text: String, width: Double) -> [String] {
        let pieces = pieces(of: text, width: width)
        guard pieces.count > 1 else { return [trimmed(pieces.first ?? "")] }
        let greedy = fill(pieces, width: width)
        guard greedy.count > 1 else { return greedy }
        // The narrowest width that still needs no more lines gives the most even ones.
        var low = width / 2
        var high = width
        for _ in 0..<12 {
            let middle = (low + high) / 2
            if fill(pieces, width: middle).count > greedy.count { low = middle } else { high = middle }
        }
        let even = fill(pieces, width: high)
        return even.count == greedy.count ? even : greedy
    }

    /// Puts as many pieces on each line as fit.
    private func fill(_ pieces: [String], width: Double) -> [String] {
        var lines: [String] = []
        var line = ""
        for piece in pieces {
            let longer = line + piece
            if line.isEmpty || measurer.width(of: trimmed(longer), style: style) <= width {
                line = longer
            } else {
                lines.append(trimmed(line))
                line = piece
            }
        }
        lines.append(trimmed(line))
        return lines
    }

    /// The unbreakable pieces of the text, each with the space that follows it.
    private func pieces(of text: String, width: Double) -> [String] {
        var pieces: [String] = []
        var piece = ""
        var previous: Character = " "
        for character in text {
            let breaksBefore = previous == " " && character != " "
            let breaksAfterMark = (previous == "-" || previous == "/" || previous == "–") && character.isLetter
            if (breaksBefore || breaksAfterMark) && !piece.isEmpty {
                pieces.append(piece)
                piece = ""
            }
            piece.append(character)
            previous = character
        }
        if !piece.isEmpty { pieces.append(piece) }
        return pieces.flatMap { cut($0, width: width) }
    }

    /// A piece that is wider than a line, cut where it must be.
    private func cut(_ piece: String, width: Double) -> [String] {
        guard measurer.width(of: trimmed(piece), style: style) > width else { return [piece] }
        var parts: [String] = []
        var part = ""
        for character in piece {
            if !part.isEmpty, character != " ", measurer.width(of: part + String(character), style: style) > width {
                parts.append(part)
                part = ""
            }
            part.append(character)
        }
        if !part.isEmpty { parts.append(part) }
        return parts
    }

    private func trimmed(_ text: String) -> String {
        var text = Substring(text)
        while text.first == " " { text = text.dropFirst() }
        while text.last == " " { text = text.dropLast() }
        return String(text)
    }
}
