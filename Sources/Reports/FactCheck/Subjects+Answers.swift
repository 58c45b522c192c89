import Language

// The answers that a claim is of, and whether "not" belongs to it.
extension Subjects {
    /// The answers that a claim is of: those that the words behind it name as far as the next claim, else any of its sentence.
    func name(
        answersNear claim: NumberClaim, in passage: Passage, sentence: Range<Int>, scope: inout Scope
    ) {
        let whole = passage.plain(sentence)
        let asked = scope.questions.reduce(into: Set<String>()) { $0.formUnion(answersOf[$1] ?? []) }
        func named(in range: Range<Int>) -> [(label: String, isIn: String)] {
            let plain = passage.plain(range)
            return answers.filter {
                (asked.isEmpty || asked.contains($0.label)) && plain.contains($0.label)
                    && !plain.contains($0.label + "than ")
            }
        }
        func isAnswer(_ answer: (label: String, isIn: String), in range: Range<Int>) -> Bool {
            let isLong = answer.label.split(separator: " ").count > 1
            let plain = passage.plain(range)
            // "23% found it easy and 15% very easy"
            let isBeside = answers.contains {
                $0.label.hasSuffix(answer.label) && $0.label != answer.label && whole.contains($0.label)
                    && !plain.contains($0.label)
            }
            let isAlone = together[answer.label].map { !$0.contains(where: plain.contains) } ?? false
            return answer.isIn.isEmpty && answer.label.count > Self.shortest || isLong || isBeside || isAlone
                || isQuoted(answer.label, in: passage, range)
        }
        let isEnd = passage.words[claim.place].last?.raw.last.map { ",;:.)".contains($0) } ?? true
        let behind =
            isEnd
            ? []
            : passage.clauses(of: claim, inBrackets: false)[1...].flatMap { range in
                named(in: range).map { ($0, range) }
            }
        if behind.isEmpty {
            scope.answers = Set(named(in: sentence).filter { isAnswer($0, in: sentence) }.map(\.label))
            return
        }
        scope.answers = Set(behind.filter { isAnswer($0.0, in: $0.1) }.map(\.0.label))
        scope.hasOnlyAnswers = !scope.answers.isEmpty && measured.isDisjoint(with: behind.map(\.0.label))
    }

    /// Whether "not" belongs to a claim: certainly where it says what these people did not do.
    func negation(of claim: NumberClaim, in passage: Passage, rest: String) -> Negation {
        guard Self.negates(rest) else { return .none }
        let later = passage.claims.filter { $0.place.lowerBound >= claim.place.lowerBound }
        for one in later {
            // "34% of budget holders and 52% of carers did not": what stands between is people alone.
            let behind = passage.words[one.place.upperBound...].prefix(8)
            let verb = behind.firstIndex {
                Self.auxiliaries.contains($0.core) || Self.negates(" \($0.core) ")
            }
            guard let verb, !passage.words[(one.place.upperBound - 1)..<verb].contains(where: \.endsSentence),
                passage.words[one.place.upperBound..<verb].allSatisfy({ isOfPeople($0.core) })
            else {
                guard one != later.last,
                    passage.words[one.place.upperBound..<passage.words.count].prefix(6)
                        .contains(where: { $0.core == "and" })
                else { break }
                continue
            }
            if Self.negates(passage.plain(verb..<min(verb + 2, passage.words.count))) { return .certain }
            break
        }
        return .possible
    }

    func isOfPeople(_ word: String) -> Bool {
        ["of", "the", "all", "those", "who", "people", "answered", "asked", "we", "them", "our"].contains(
            word)
            || audiences.contains {
                $0.nouns.contains { $0.contains(" \(word) ") || $0.hasSuffix(" \(word) ") }
            }
    }

    static func negates(_ plain: String) -> Bool {
        plain.contains(" not ") || plain.contains("n’t ") || plain.contains("n't ")
            || plain.contains(" cannot ")
    }

    static let auxiliaries: Set<String> = [
        "did", "do", "does", "had", "have", "were", "are", "was", "could", "can", "would",
    ]
}
