import Language
import Survey

// The questions that a sentence names.
extension Subjects {
    /// The questions that a sentence names; of these, those that most words near the claim speak of.
    ///
    /// A name counts where all its words are in the sentence; where no question of the audience is named so, most of them.
    func questions(in sentence: String, near: [String], audience: String?) -> Set<String> {
        let all = Self.stems(sentence, beside: [])
        let asked = questions.filter { audience == nil || $0.audience == audience }
        var found = asked.compactMap { question -> (id: String, names: [Set<String>])? in
            let names = question.names.filter { $0.allSatisfy { stem in Self.holds(all, stem) } }
            return names.isEmpty ? nil : (question.id, names)
        }
        if found.isEmpty, audience != nil {
            found = asked.compactMap { question in
                let names = question.names.filter { name in
                    let held = name.count { Self.holds(all, $0) }
                    return held > 1 && held * 5 >= name.count * 3
                }
                return names.isEmpty ? nil : (question.id, names)
            }
        }
        let places = near.map { Self.stems($0, beside: []) }
        var closest: Set<String> = []
        for place in places {
            let ranked = found.map { question in
                (question.id, question.names.map { $0.count { Self.holds(place, $0) } }.max() ?? 0)
            }
            if let most = ranked.map(\.1).max(), most > 0 {
                closest.formUnion(ranked.filter { $0.1 == most }.map(\.0))
            }
        }
        return closest.isEmpty ? Set(found.map(\.id)) : closest
    }

    /// What a sentence names in the place of the question that a figure in it is of; nil where it names that, or none at all.
    func otherQuestion(than id: FigureID, namedAround index: Int, in passage: Passage) -> String? {
        let held = Self.stems(passage.plain(passage.sentence(around: index)), beside: [])
        let asked = questions.filter { $0.audience == id.audience }
        guard let own = asked.first(where: { $0.id == id.question }),
            !own.names.joined().contains(where: { Self.holds(held, $0) })
        else { return nil }
        let named = asked.filter { $0.names.contains { $0.allSatisfy { stem in Self.holds(held, stem) } } }
        return named.first.map { "“\($0.label)”" }
    }

    /// The label of a question, in quotation marks.
    func name(of question: String) -> String {
        "“\(questions.first { $0.id == question }?.label ?? question)”"
    }

    static func plain(_ text: String) -> String {
        " " + Word.all(in: text).map(\.core).joined(separator: " ") + " "
    }

    /// The words that carry meaning, without their endings.
    static func stems(
        _ text: String, beside common: Set<String>, idle: Set<String> = Subjects.idle
    ) -> Set<String> {
        let words = Word.all(in: text).map(\.core).flatMap { $0.split(separator: "-").map(String.init) }
        return Set(words.filter { !idle.contains($0) && $0.count > 2 }.map(stem)).subtracting(common)
    }

    static func stem(_ word: String) -> String {
        for ending in ["ships", "ship", "ings", "ing", "ed", "ies", "es", "s", "r", "e"]
        where word.count - ending.count >= 3 && word.hasSuffix(ending) {
            return String(word.dropLast(ending.count))
        }
        return word
    }

    static func holds(_ stems: Set<String>, _ stem: String) -> Bool {
        stems.contains(stem)
            || stem.count >= 4 && stems.contains { $0.hasPrefix(stem) || $0.count >= 4 && stem.hasPrefix($0) }
    }

    static let idle: Set<String> = [
        "the", "and", "that", "their", "they", "them", "with", "for", "had", "have", "has", "got", "get",
        "was",
        "were", "are", "is", "said", "say", "says", "rated", "rate", "good", "very", "better", "worse",
        "found",
        "find", "easy", "fairly", "how", "much", "can", "could", "more", "most", "all", "this", "these",
        "those", "who", "whom", "which", "what", "when", "from", "into", "than", "not", "you", "your", "our",
        "felt", "feel", "feeling", "feels", "use", "using", "used", "being", "been", "a", "an", "in", "on",
        "of",
        "to", "at", "as", "it", "its", "by", "or", "he", "she", "we", "his", "her", "things", "thing", "lot",
        "give", "gave", "made", "make", "same", "true", "came", "come", "does", "did", "do", "so", "also",
        "share",
        "people", "want", "wanted", "told", "about", "because", "there", "will", "would", "way", "others",
        "other",
    ]

    /// Of questions that are named, those of an audience, or those beside them; where none is known, also those beside them
    /// that the sentence nearly names.
    func asked(_ named: Set<String>, of audience: String?, in sentence: String) -> Set<String> {
        let own = questions.filter { named.contains($0.id) }
        let beside = questions.filter { question in
            question.beside.map(named.contains) ?? false || own.contains { $0.beside == question.id }
        }
        guard let audience else {
            let held = Self.stems(sentence, beside: [])
            let near = beside.filter { question in
                question.names.contains { name in
                    name.count { Self.holds(held, $0) } * 5 >= name.count * 3
                }
            }
            return named.union(near.map(\.id))
        }
        for some in [own, beside] {
            let asked = some.filter { $0.audience == audience }
            if !asked.isEmpty { return Set(asked.map(\.id)) }
        }
        return named
    }

    /// The questions that the nearest sentence before names in which nothing is claimed, up to that of the claim before.
    func earlierQuestions(
        before sentence: Range<Int>, since before: Scope?, in passage: Passage
    ) -> Set<String> {
        var start = sentence.lowerBound
        while start > 0 {
            let earlier = passage.sentence(around: start - 1)
            if let before, before.place.lowerBound >= earlier.lowerBound { return [] }
            let named = questions(in: passage.plain(earlier), near: [], audience: nil)
            if !named.isEmpty { return named }
            start = earlier.lowerBound
        }
        return []
    }
}
