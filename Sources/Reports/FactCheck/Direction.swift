import Language

// Which of two shares a text calls the greater.
extension Passage {
    private static let up: Set<String> = ["up", "rose", "risen", "increased", "grew", "grown", "improved"]
    private static let down: Set<String> = ["down", "fell", "fallen", "decreased", "dropped", "declined"]

    /// The words of a claim's sentence that its own percentages contradict: "down from 40%" beside 69%; nil where they agree,
    /// or where it is not certain which two are meant.
    func wrongDirection(of claim: NumberClaim) -> (words: String, shares: String)? {
        guard let share = claim.share, let index = claims.firstIndex(of: claim) else { return nil }
        let first = claim.place.lowerBound
        if words.core(at: first - 1) == "from" {
            let verb = words.core(at: first - 2)
            let isUp = Self.up.contains(verb)
            guard isUp || Self.down.contains(verb) else { return nil }
            // "from 40% in 2024 to 69%", else the share before.
            let next = claims.indices.contains(index + 1) ? claims[index + 1] : nil
            let then = next.flatMap { words.core(at: $0.place.lowerBound - 1) == "to" ? $0 : nil }
            guard let now = then ?? main(before: index), let other = now.share else { return nil }
            return isUp == (share < other) || share == other
                ? nil : ("\(verb) from \(claim.text)", now.text)
        }
        // "This is a higher share than in … (all 12 councils: 60%)": beside the share that the sentence is about.
        guard brackets(around: claim) != nil, let main = main(before: index), let own = main.share else {
            return nil
        }
        let sentence = sentence(around: first)
        let plain = plain(sentence)
        let isHigher = plain.contains(" higher share than ")
        guard isHigher != plain.contains(" lower share than "), own != share, isHigher != (share < own) else {
            return nil
        }
        return (isHigher ? "higher" : "lower", "\(main.text) and \(claim.text)")
    }

    /// The last percentage before a claim that stands in no brackets, in its sentence or the one before.
    private func main(before index: Int) -> NumberClaim? {
        guard let found = claims[..<index].last(where: { $0.share != nil && brackets(around: $0) == nil })
        else {
            return nil
        }
        let sentence = sentence(around: claims[index].place.lowerBound)
        let earlier = sentence.lowerBound > 0 ? self.sentence(around: sentence.lowerBound - 1) : sentence
        return found.place.lowerBound >= earlier.lowerBound ? found : nil
    }
}

extension NumberClaim {
    /// A percentage as a number.
    fileprivate var share: Double? {
        guard case .percentage(let units, let decimals) = kind else { return nil }
        return (0..<decimals).reduce(Double(units)) { share, _ in share / 10 }
    }
}
