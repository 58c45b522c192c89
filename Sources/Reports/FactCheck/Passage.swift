import Language

/// A paragraph that somebody wrote: its words, its sentences, what stands in brackets, and what it claims.
struct Passage {
    /// What stands for a printed figure among the words: of private use, so that nobody can have typed it.
    static let figure = "\u{F8FF}"

    let words: [Word]
    let claims: [NumberClaim]
    /// The words of the text, behind those that say what it is about.
    let own: Range<Int>

    /// - Parameter about: what it is about, where words before it say so.
    init(_ text: String, about: String = "", scanner: ClaimScanner) {
        let start = Word.all(in: about).count
        words = Word.all(in: about + " " + text)
        own = start..<words.count
        claims = scanner.claims(in: about + " " + text).filter { $0.place.lowerBound >= start }
    }

    /// The sentence that holds a word.
    func sentence(around index: Int) -> Range<Int> {
        let first = words[..<index].lastIndex(where: \.endsSentence).map { $0 + 1 } ?? 0
        let last = words[index...].firstIndex(where: \.endsSentence) ?? words.count - 1
        return first..<(last + 1)
    }

    /// The brackets that hold a claim, from a semicolon to the next; nil where it stands in none.
    func brackets(around claim: NumberClaim) -> Range<Int>? {
        let sentence = sentence(around: claim.place.lowerBound)
        var start: Int?
        for index in sentence where index <= claim.place.lowerBound {
            if words[index].raw.contains("(") { start = index }
            if index < claim.place.lowerBound, words[index].raw.contains(")") { start = nil }
            if index < claim.place.lowerBound, start != nil, words[index].raw.hasSuffix(";") {
                start = index + 1
            }
        }
        guard let start else { return nil }
        let last = (claim.place.upperBound - 1..<sentence.upperBound).first { index in
            words[index].raw.contains(")") || words[index].raw.hasSuffix(";")
        }
        return start..<((last ?? sentence.upperBound - 1) + 1)
    }

    /// The words that a claim is most likely about: before it, and behind it unless it stands in brackets; as far as the
    /// sentence or the next claim.
    func clauses(of claim: NumberClaim, inBrackets: Bool) -> [Range<Int>] {
        let sentence = sentence(around: claim.place.lowerBound)
        let before = claims.last { $0.place.upperBound <= claim.place.lowerBound }
        let next = claims.first { $0.place.lowerBound >= claim.place.upperBound }
        let start = max(sentence.lowerBound, before?.place.upperBound ?? 0)
        let end = min(sentence.upperBound, next?.place.lowerBound ?? words.count)
        let ahead = min(start, claim.place.lowerBound)..<claim.place.lowerBound
        let behind = claim.place.upperBound..<max(claim.place.upperBound, end)
        return inBrackets ? [ahead] : [ahead, behind]
    }

    /// The percentages that a quantity stands for: those that stand alone in brackets behind it, up to the next quantity.
    func shares(behind claim: NumberClaim) -> [NumberClaim] {
        let end = sentence(around: claim.place.lowerBound).upperBound
        var shares: [NumberClaim] = []
        for next in claims
        where next.place.lowerBound >= claim.place.upperBound && next.place.lowerBound < end {
            if case .quantity = next.kind { break }
            let raw = words[next.place].map(\.raw).joined(separator: " ")
            if case .percentage = next.kind, raw.hasPrefix("("), raw.contains(")") { shares.append(next) }
        }
        return shares
    }

    /// The words of a range in lower case, without punctuation, with a space on either side.
    func plain(_ range: Range<Int>) -> String { " " + words[range].map(\.core).joined(separator: " ") + " " }
}
