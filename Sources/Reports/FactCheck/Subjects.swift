import Findings
import Language
import Survey

/// Recognises what a sentence speaks of: questions, groups of people, bodies, answers.
struct Subjects {
    /// What a claim may be held against.
    ///
    /// Empty sets of questions and categories stand for "none named".
    struct Scope {
        var place = 0..<0
        var audience: String?
        var questions: Set<String> = []
        var bodies: Set<String> = ["this"]
        var categories: Set<String> = []
        /// The categories that the sentence names, or the one that it goes on from.
        var named: Set<String> = []
        /// Whether the figures of everybody count beside those of a category.
        var hasEverybody = true
        /// Labels of answers, in lower case.
        var answers: Set<String> = []
        /// Whether those who did not say so may be meant.
        var isNegated = false
        /// Whether it is an end of a range.
        var isRange = false
        var isResponse = false
        /// Whether those who answered are counted.
        var isAnswering = false
        /// Of a number of councils: those beside this one, those of the region.
        var (isOfOthers, isOfRegion) = (false, false)
    }

    private struct Named {
        var id: String
        var audience: String
        var label: String
        /// The stems of each way to name it.
        var names: [Set<String>]
    }

    private struct Category {
        var id: String
        var group: String
        var phrases: [String]
    }

    private let questions: [Named]
    private let categories: [Category]
    private let bodies: [(id: String, names: [String], hints: [String])]
    private let audiences: [(id: String, nouns: [String])]
    private let answers: [(label: String, isIn: String)]
    private let hasGroups: [String: Set<String>]

    init(_ results: ComparedResults) {
        let instrument = results.instrument
        let nouns = instrument.audiences.flatMap { Self.stems("\($0.singular) \($0.plural)", beside: []) }
        let common = Set(nouns)
        questions = instrument.questions.map { question in
            let names = [question.label, question.topic, question.says].compactMap { $0 }
                .map { Self.stems($0, beside: common) }.filter { !$0.isEmpty }
            return Named(
                id: question.id, audience: question.audience, label: question.label,
                names: names.isEmpty ? [Self.stems(question.label, beside: [])] : names)
        }
        categories = instrument.groups.flatMap { group in
            (group.categories + group.merges).map { category in
                // "Found it easy" is said of many things: those who did are named by "who found it easy to plan".
                Category(
                    id: category.id, group: group.id,
                    phrases: [category.who, group.isProcess && category.who != nil ? nil : category.label]
                        .compactMap { $0 }.map(Self.plain).filter { $0.count > Self.shortest })
            }
        }
        hasGroups = Dictionary(
            instrument.groups.map { ($0.id, Set(($0.categories + $0.merges).map(\.id))) }
        ) { $0.union($1) }
        bodies = results.others.map { other in
            let comparator = other.comparator
            let kind =
                comparator.body == "last"
                ? Self.earlier : other.results.body.kind == .region ? Self.region : Self.total
            return (
                comparator.body,
                [comparator.label, comparator.inText, other.results.body.name].map(Self.plain), kind
            )
        }
        audiences = instrument.audiences.map { ($0.id, [Self.plain($0.singular), Self.plain($0.plural)]) }
        var labels: [String] = []
        for scale in instrument.scales {
            let all = scale.forms.flatMap(\.answers) + scale.outside
            labels += all.map { Self.plain($0.label) }.filter { !labels.contains($0) }
        }
        let said = instrument.questions.compactMap(\.says) + instrument.scales.compactMap(\.grouped)
        let words = said.map(Self.plain).joined()
        answers = labels.map { ($0, words.contains($0) ? "said" : "") }
    }

    /// A sentence that begins so goes on about the people of the one before.
    private static let linking: Set<String> = [
        "this", "these", "it", "the", "they", "that", "and", "also", "their",
    ]
    /// Labels that are no longer, with a space on either side, say too little: "no", "man".
    private static let shortest = 5
    private static let earlier = [" last ", " before ", " previous ", " earlier ", " since ", " ago "]
    private static let region = [" region ", " regional ", " region’s ", " regions "]
    private static let total = [
        " average ", " nationally ", " national ", " elsewhere ", " councils ", " areas ", " others ",
    ]

    /// What a claim of a passage speaks of; `before` is what the claim before it spoke of.
    func scope(of claim: NumberClaim, in passage: Passage, before: Scope?) -> Scope {
        let sentence = passage.sentence(around: claim.place.lowerBound)
        let brackets = passage.brackets(around: claim)
        let plain = passage.plain(sentence)
        var scope = Scope()
        let isLinked = Self.isLinked(in: passage, sentence)
        scope.audience =
            audience(of: claim, in: passage, sentence: sentence) ?? (isLinked ? before?.audience : nil)
        let groups = categories(in: plain)
        let rest = groups.flatMap(\.phrases).sorted { $0.count > $1.count }
            .reduce(plain) { $0.replacing($1, with: " ") }
        scope.questions = questions(
            in: rest, near: passage.clauses(of: claim, inBrackets: brackets != nil).map(passage.plain),
            audience: scope.audience)
        scope.place = claim.place
        let isPaired = before.map { brackets?.contains($0.place.lowerBound) ?? false } ?? false
        if let before, scope.questions.isEmpty || isPaired { scope.questions = before.questions }
        scope.bodies = bodies(of: claim, in: passage, sentence: plain, brackets: brackets)
        name(
            groups, of: claim, in: passage, sentence: sentence, brackets: brackets, before: before,
            scope: &scope)
        scope.answers = Set(
            answers.filter { label, use in
                guard plain.contains(label) else { return false }
                let isLong = label.split(separator: " ").count > 1
                return use.isEmpty && label.count > Self.shortest || isLong
                    || isQuoted(label, in: passage, sentence)
            }.map(\.label))
        scope.isNegated = rest.contains(" not ") || rest.contains("n’t ") || rest.contains("n't ")
        scope.isRange = isRange(claim, in: passage.words)
        scope.isResponse = plain.contains(" response ") || plain.contains(" replied ")
        scope.isAnswering = plain.contains(" answered ") || plain.contains(" replied ") || brackets != nil
        let near = passage.plain(
            max(0, claim.place.lowerBound - 1)..<min(claim.place.upperBound + 4, passage.words.count))
        scope.isOfOthers = [-1, 1].contains { passage.words.core(at: claim.place.lowerBound + $0) == "other" }
        scope.isOfRegion = near.contains(" region ")
        return scope
    }

    /// Whether a claim goes on about the people of the sentence before: "They …", "Of them, 26% …", "44% of them …".
    private static func isLinked(in passage: Passage, _ sentence: Range<Int>) -> Bool {
        passage.plain(sentence).contains(" of them ")
            || linking.contains(passage.words.core(at: sentence.lowerBound))
    }

    /// The categories that a text names: of names of which one holds another, the longer.
    private func categories(in plain: String) -> [Category] {
        var rest = plain
        var found: Set<String> = []
        for phrase in Set(categories.flatMap(\.phrases)).sorted(by: { ($1.count, $0) < ($0.count, $1) })
        where rest.contains(phrase) {
            found.insert(phrase)
            rest = rest.replacing(phrase, with: " ")
        }
        return categories.filter { !found.isDisjoint(with: $0.phrases) }
    }

    // MARK: Groups, audiences, bodies, answers

    /// The people that a claim is of: a category, those beside it, or everybody.
    private func name(
        _ groups: [Category], of claim: NumberClaim, in passage: Passage, sentence: Range<Int>,
        brackets: Range<Int>?, before: Scope?, scope: inout Scope
    ) {
        scope.named = Set(groups.map(\.id))
        if groups.isEmpty, Self.isLinked(in: passage, sentence) {
            // "We asked people whose … Of them, 26% said": the sentence before may name them and claim nothing.
            let earlier =
                sentence.lowerBound > 0
                ? categories(in: passage.plain(passage.sentence(around: sentence.lowerBound - 1))) : []
            scope.named = earlier.isEmpty ? before?.named ?? [] : Set(earlier.map(\.id))
        }
        scope.categories = scope.named
        scope.hasEverybody = scope.named.isEmpty
        guard !scope.named.isEmpty else { return }
        let siblings = hasGroups.values.filter { !$0.isDisjoint(with: scope.named) }
            .reduce(into: Set<String>()) { $0.formUnion($1) }
        let (everybody, against) = ([" all ", " overall ", " everybody ", " everyone "], " against ")
        if let brackets {
            let inside = passage.plain(brackets)
            if everybody.contains(where: { inside.contains($0) }) {
                (scope.categories, scope.hasEverybody) = ([], true)
            } else if passage.plain(brackets.lowerBound..<claim.place.lowerBound).contains(against) {
                scope.categories = siblings.subtracting(scope.named)
            }
            return
        }
        let plain = passage.plain(sentence)
        if (everybody + [against, " others ", " rest ", " than ", " compared "]).contains(where: {
            plain.contains($0)
        }) {
            scope.categories = siblings
            scope.hasEverybody = true
        }
    }

    private func audience(of claim: NumberClaim, in passage: Passage, sentence: Range<Int>) -> String? {
        let near = passage.plain(
            claim.place.upperBound..<min(claim.place.upperBound + 5, sentence.upperBound))
        let far = passage.plain(sentence.lowerBound..<claim.place.lowerBound)
        func named(in text: String) -> [String] {
            audiences.filter { $0.nouns.contains { text.contains($0) } }.map(\.id)
        }
        let close = claim.people == nil ? [] : named(in: near)
        let found = close.isEmpty ? named(in: far) : close
        return found.count == 1 ? found[0] : nil
    }

    private func bodies(
        of claim: NumberClaim, in passage: Passage, sentence: String, brackets: Range<Int>?
    ) -> Set<String> {
        if let brackets {
            let inside = passage.plain(brackets)
            let named = bodies.filter { $0.names.contains { inside.contains($0) } }.map(\.id)
            if !named.isEmpty { return Set(named) }
        }
        var all = Set(
            bodies.filter { ($0.names + $0.hints).contains { sentence.contains($0) } }.map(\.id))
        if all.contains("last"), passage.words.core(at: claim.place.lowerBound - 1) == "from" {
            return ["last"]
        }
        all.insert("this")
        return all
    }

    /// "68% to 84%", "between 68% and 84%", "a range of 68%".
    private func isRange(_ claim: NumberClaim, in words: [Word]) -> Bool {
        let (first, end) = (claim.place.lowerBound, claim.place.upperBound)
        let joins: Set<String> = ["to", "and", "–", "-"]
        let isFirst =
            joins.contains(words.core(at: end)) && words.indices.contains(end + 1)
            && words[end + 1].number?.isPercent == true
        let isLast =
            joins.contains(words.core(at: first - 1)) && words.indices.contains(first - 2)
            && words[first - 2].number?.isPercent == true
        let nouns: Set<String> = ["range", "interval", "margin", "least", "most"]
        return isFirst || isLast || (1...4).contains { nouns.contains(words.core(at: first - $0)) }
    }

    private func isQuoted(_ label: String, in passage: Passage, _ sentence: Range<Int>) -> Bool {
        let raw = passage.words[sentence].map(\.raw).joined(separator: " ").lowercased()
        let words = label.split(separator: " ").joined(separator: " ")
        return raw.contains("“" + words) || raw.contains("\"" + words)
    }

    // MARK: Questions

    /// The questions that a sentence names; of these, those that most words near the claim speak of.
    ///
    /// A name counts where all its words are in the sentence; where no question of the audience is named so, most of them.
    private func questions(in sentence: String, near: [String], audience: String?) -> Set<String> {
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

    private static func plain(_ text: String) -> String {
        " " + Word.all(in: text).map(\.core).joined(separator: " ") + " "
    }

    /// The words that carry meaning, without their endings.
    private static func stems(_ text: String, beside common: Set<String>) -> Set<String> {
        let words = Word.all(in: text).map(\.core).flatMap { $0.split(separator: "-").map(String.init) }
        return Set(words.filter { !idle.contains($0) && $0.count > 2 }.map(stem)).subtracting(common)
    }

    private static func stem(_ word: String) -> String {
        for ending in ["ships", "ship", "ings", "ing", "ed", "ies", "es", "s", "r", "e"]
        where word.count - ending.count >= 3 && word.hasSuffix(ending) {
            return String(word.dropLast(ending.count))
        }
        return word
    }

    private static func holds(_ stems: Set<String>, _ stem: String) -> Bool {
        stems.contains(stem)
            || stem.count >= 4 && stems.contains { $0.hasPrefix(stem) || $0.count >= 4 && stem.hasPrefix($0) }
    }

    private static let idle: Set<String> = [
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
}
