import Scene

/// Breaks runs into lines.
///
/// Of the ways with the fewest lines the one is taken that leaves the right edge most even: the sum of the squares
/// of the room left on the lines is the least, not counting the last line. A last line of one word, or of less than
/// a fifth of the width, looks like a slip: it is taken only where there is no other way. A line would rather not end
/// within a link or a few words in bold, nor in a title at a word such as "at".
struct LineBreaking {
    /// A part of a word in one look.
    struct Part {
        var run: Int
        var text: String
        var width: Double
    }

    /// Parts that are never divided, and the blank that follows them.
    struct Word {
        var parts: [Part] = []
        var width = 0.0
        var blank: Blank?
        var endsLine = false

        struct Blank {
            var run: Int
            var width: Double
        }
    }

    let runs: [TextRun]
    let measurer: any TextMeasurer
    /// Whether the last line counts like the others, as in titles.
    var isBalanced = false

    /// The words of each line; at least one line.
    func lines(width: Double) -> [ArraySlice<Word>] {
        let words = words(width: width)
        guard !words.isEmpty else { return [] }
        var lines: [ArraySlice<Word>] = []
        var start = 0
        for (index, word) in words.enumerated() where word.endsLine || index == words.count - 1 {
            lines += best(words[start...index], width: width)
            start = index + 1
        }
        return lines
    }

    private func best(_ words: ArraySlice<Word>, width: Double) -> [ArraySlice<Word>] {
        struct Ending {
            var lines = Int.max
            var cost = Double.infinity
            var next = 0
        }
        var best = [Ending](repeating: Ending(), count: words.count + 1)
        best[words.count] = Ending(lines: 0, cost: 0, next: 0)
        let first = words.startIndex
        for start in words.indices.reversed() {
            var used = 0.0
            for end in start..<words.endIndex {
                let room = width - used - words[end].width
                if room < -0.01, end > start { break }
                used += words[end].width + (words[end].blank?.width ?? 0)
                let rest = best[end + 1 - first]
                guard rest.lines < .max else { continue }
                let isLast = end == words.endIndex - 1
                var cost = rest.cost
                if !isLast || isBalanced { cost += room * room }
                if !isLast, clings(words[end], to: words[end + 1]) {
                    cost += Self.clinging * Self.clinging * width * width
                }
                if isLast, start > first, end == start || room > width * 0.8 { cost += width * width }
                if (rest.lines + 1, cost) < (best[start - first].lines, best[start - first].cost) {
                    best[start - first] = Ending(lines: rest.lines + 1, cost: cost, next: end + 1)
                }
            }
        }
        var lines: [ArraySlice<Word>] = []
        var start = first
        while start < words.endIndex {
            let next = max(best[start - first].next, start + 1)
            lines.append(words[start..<next])
            start = next
        }
        return lines
    }

    /// The share of a line that may stay free for words to stay together.
    private static let clinging = 0.3
    /// The longest link or words in bold that stay together, in characters.
    private static let longestWhole = 32

    /// Whether a word should have the next one on its line.
    private func clings(_ word: Word, to next: Word) -> Bool {
        guard let last = word.parts.last else { return false }
        if isBalanced, word.parts.count == 1, last.text.count <= 3, last.text.allSatisfy(\.isLetter) {
            return true
        }
        guard next.parts.first?.run == last.run else { return false }
        let run = runs[last.run]
        guard run.text.count <= Self.longestWhole else { return false }
        return run.link != nil || runs.contains { $0.style.weight.rawValue < run.style.weight.rawValue }
    }

    /// The words with their widths; one that is wider than a line is cut.
    func words(width: Double) -> [Word] {
        var words: [Word] = []
        var word = Word()
        var previous: Unicode.Scalar = " "
        func close(_ word: inout Word) {
            guard !word.parts.isEmpty || word.blank != nil || word.endsLine else { return }
            for index in word.parts.indices {
                let part = word.parts[index]
                word.parts[index].width = measurer.width(of: part.text, style: runs[part.run].style)
                word.width += word.parts[index].width
            }
            words += cut(word, width: width)
            word = Word()
        }
        for (index, run) in runs.enumerated() {
            lazy var blank = Word.Blank(run: index, width: measurer.width(of: " ", style: run.style))
            var start: String.Index?
            func take(to end: String.Index) {
                guard let first = start else { return }
                word.parts.append(Part(run: index, text: String(run.text[first..<end]), width: 0))
                start = nil
            }
            for place in run.text.unicodeScalars.indices {
                let scalar = run.text.unicodeScalars[place]
                switch scalar {
                case "\n":
                    take(to: place)
                    word.endsLine = true
                    // Those who listen would hear the words before and after the break as one.
                    if !word.parts.isEmpty { word.blank = blank }
                    close(&word)
                    previous = " "
                case " ", "\t":
                    if previous == " " { continue }
                    take(to: place)
                    word.blank = blank
                    close(&word)
                    previous = " "
                default:
                    if previous == "-" || previous == "/" || previous == "–", scalar.properties.isAlphabetic {
                        take(to: place)
                        close(&word)
                    }
                    if start == nil { start = place }
                    previous = scalar
                }
            }
            take(to: run.text.endIndex)
        }
        close(&word)
        return words
    }

    private func cut(_ word: Word, width: Double) -> [Word] {
        guard word.width > width else { return [word] }
        var words: [Word] = []
        var current = Word()
        for part in word.parts {
            for character in part.text {
                let added = measurer.width(of: String(character), style: runs[part.run].style)
                if current.width + added > width, !current.parts.isEmpty {
                    words.append(current)
                    current = Word()
                }
                current.width += added
                if current.parts.last?.run == part.run {
                    current.parts[current.parts.count - 1].text.append(character)
                    current.parts[current.parts.count - 1].width += added
                } else {
                    current.parts.append(Part(run: part.run, text: String(character), width: added))
                }
            }
        }
        current.blank = word.blank
        current.endsLine = word.endsLine
        return words + [current]
    }
}
