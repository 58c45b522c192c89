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
        /// Merged categories that hold one that is named.
        var wider: Set<String> = []
        /// Whether the figures of everybody count beside those of a category.
        var hasEverybody = true
        /// Labels of answers, in lower case.
        var answers: Set<String> = []
        /// Whether the sentence leaves no room but for the answers that it names.
        var hasOnlyAnswers = false
        /// Whether those who did not say so are meant, or may be.
        var negation = Negation.none
        /// Whether it is an end of a range.
        var isRange = false
        var isResponse = false
        /// Whether those who answered are counted.
        var isAnswering = false
        /// Whether the most or the fewest who answered any question may be meant.
        var isEdge = false
        /// Whether those of any group may be counted.
        var isOfGroups = false
        /// Of a number of councils: those beside this one, those of the region.
        var (isOfOthers, isOfRegion) = (false, false)
    }

    enum Negation {
        case none
        case possible
        case certain
    }

    struct Named {
        var id: String
        var audience: String
        var label: String
        /// The question of another audience that it stands beside.
        var beside: String?
        /// The stems of each way to name it.
        var names: [Set<String>]
    }

    struct Category {
        var id: String
        var group: String
        /// Of a merged one, what it holds.
        var parts: [String]
        var phrases: [String]
        /// Of how something went for people, the words that say so.
        var who: Set<String>
    }

    let questions: [Named]
    let categories: [Category]
    let bodies: [(id: String, names: [String], hints: [String])]
    let audiences: [(id: String, nouns: [String])]
    let answers: [(label: String, isIn: String)]
    /// The labels of answers that measures hold.
    let measured: Set<String>
    /// Of answers that are told together, "fully or mostly", the labels of the others.
    let together: [String: [String]]
    /// The labels of the answers that a question has, by its id.
    let answersOf: [String: Set<String>]
    private let hasGroups: [String: Set<String>]

    init(_ results: ComparedResults) {
        let instrument = results.instrument
        let nouns = instrument.audiences.flatMap { Self.stems("\($0.singular) \($0.plural)", beside: []) }
        let common = Set(nouns)
        questions = instrument.questions.map { question in
            let names = [question.label, question.topic, question.says].compactMap { $0 }
                .map { Self.stems($0, beside: common) }.filter { !$0.isEmpty }
            return Named(
                id: question.id, audience: question.audience, label: question.label, beside: question.beside,
                names: names.isEmpty ? [Self.stems(question.label, beside: [])] : names)
        }
        categories = instrument.groups.flatMap { group in
            (group.categories + group.merges).map { category -> Category in
                // "Found it easy" is said of many things: those who did are named by "who found it easy to plan".
                let names = [category.who, group.isProcess && category.who != nil ? nil : category.label]
                let phrases = names.compactMap { $0 }.map(Self.plain).filter { $0.count > Self.shortest }
                return Category(
                    id: category.id, group: group.id, parts: category.parts, phrases: phrases,
                    who: Self.stems(
                        group.isProcess ? category.who ?? "" : "", beside: [], idle: Self.pronouns))
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
        measured = Set(
            instrument.scales.flatMap { scale in
                scale.forms.flatMap(\.answers).filter { $0.parts.allSatisfy(scale.measure.contains) }
                    .map { Self.plain($0.label) }
            })
        answersOf = Dictionary(
            instrument.questions.map { question in
                let scale = instrument.scale(of: question)
                let all = (scale?.forms.flatMap(\.answers) ?? []) + (scale?.outside ?? [])
                return (question.id, Set(all.map { Self.plain($0.label) }))
            }, uniquingKeysWith: { $1 })
        let said = instrument.questions.compactMap(\.says) + instrument.scales.compactMap(\.grouped)
        let words = said.map(Self.plain).joined()
        together = Dictionary(
            instrument.scales.flatMap { scale -> [(String, [String])] in
                let told = scale.answers.filter { scale.measure.contains($0.id) }.map { Self.plain($0.label) }
                guard told.count > 1, told.allSatisfy(words.contains) else { return [] }
                return told.map { label in (label, told.filter { $0 != label }) }
            }
        ) { $0 + $1 }
        answers = labels.map { ($0, words.contains($0) ? "said" : "") }
    }

    /// A sentence that begins so goes on about the people of the one before.
    private static let linking: Set<String> = [
        "this", "these", "it", "the", "they", "that", "and", "also", "their",
    ]
    private static let responding = [
        " response ", " replied ", " invited ", " returned ", " took part ", " sent back ", " filled in ",
        " completed ",
    ]
    /// Labels that are no longer, with a space on either side, say too little: "no", "man".
    static let shortest = 5
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
        let groups = categories(of: claim, in: passage, sentence: sentence)
        let rest = groups.flatMap(\.phrases).sorted { $0.count > $1.count }
            .reduce(plain) { $0.replacing($1, with: " ") }
        scope.questions = questions(
            in: rest, near: passage.clauses(of: claim, inBrackets: brackets != nil).map(passage.plain),
            audience: scope.audience)
        scope.place = claim.place
        let isPaired = before.map { brackets?.contains($0.place.lowerBound) ?? false } ?? false
        if scope.questions.isEmpty {
            scope.questions = earlierQuestions(before: sentence, since: before, in: passage)
        }
        if let before, scope.questions.isEmpty || isPaired { scope.questions = before.questions }
        scope.questions = asked(scope.questions, of: scope.audience, in: rest)
        if scope.audience == nil {
            let asked = Set(questions.filter { scope.questions.contains($0.id) }.map(\.audience))
            scope.audience = asked.count == 1 ? asked.first : nil
        }
        scope.bodies = bodies(of: claim, in: passage, sentence: plain, brackets: brackets)
        name(
            groups, of: claim, in: passage, sentence: sentence, brackets: brackets, before: before,
            scope: &scope)
        name(answersNear: claim, in: passage, sentence: sentence, scope: &scope)
        scope.negation = negation(of: claim, in: passage, rest: rest)
        scope.isRange = isRange(claim, in: passage.words)
        scope.isResponse = Self.responding.contains { plain.contains($0) }
        scope.isAnswering = plain.contains(" answered ") || plain.contains(" replied ") || brackets != nil
        scope.isOfGroups = plain.contains(" groups ") || plain.contains(" group ")
        scope.isEdge = [
            " at most ", " at least ", " question ", " questions ", " smaller ", " smallest ", " larger ",
            " largest ",
        ].contains { plain.contains($0) }
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

    /// The categories that are named between the semicolons around a claim, else before them.
    private func categories(
        of claim: NumberClaim, in passage: Passage, sentence: Range<Int>
    ) -> [Category] {
        let ends = sentence.filter { passage.words[$0].raw.hasSuffix(";") }
        guard !ends.isEmpty else { return categories(in: passage.plain(sentence)) }
        let start = ends.last { $0 < claim.place.lowerBound }.map { $0 + 1 } ?? sentence.lowerBound
        let end = ends.first { $0 >= claim.place.upperBound - 1 }.map { $0 + 1 } ?? sentence.upperBound
        let near = categories(in: passage.plain(start..<end))
        return near.isEmpty ? categories(in: passage.plain(sentence.lowerBound..<start)) : near
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
        let named = categories.filter { !found.isDisjoint(with: $0.phrases) }
        if !named.isEmpty { return named }
        // "People who found planning easy" for "who found it easy to plan their support".
        let held = Self.stems(plain, beside: [], idle: Self.pronouns)
        let told = categories.filter { category in
            !category.who.isEmpty && Self.parting.contains(where: plain.contains)
                && category.who.count { Self.holds(held, $0) } * 4 >= category.who.count * 3
        }
        let most = told.map(\.who.count).max() ?? 0
        return told.filter { $0.who.count == most }
    }

    private static let parting = [" who ", " whose ", " where ", " those "]
    private static let pronouns: Set<String> = ["who", "whose", "their", "the", "they", "them", "it", "to"]

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
        scope.wider = Set(categories.filter { !scope.named.isDisjoint(with: $0.parts) }.map(\.id))
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
        if (everybody + [
            against, " others ", " rest ", " than ", " compared ", " those who did not ",
            " those who didn’t ",
        ]).contains(where: {
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
        if claim.people != nil {
            // "105 carers and 40 practitioners": the first behind the number.
            let places = audiences.compactMap { audience in
                audience.nouns.compactMap { near.firstRange(of: $0)?.lowerBound }.min().map {
                    (audience.id, $0)
                }
            }
            if let first = places.min(by: { $0.1 < $1.1 }) { return first.0 }
        }
        let found = [far, passage.plain(sentence)].map(named).first { $0.count == 1 }
        return found?.first
    }

    // MARK: Bodies

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
        if passage.words.core(at: claim.place.lowerBound - 1) == "from" {
            if all.contains("last") { return ["last"] }
            // "rose from 38% to 61%"
            if bodies.contains(where: { $0.id == "last" }) { all.insert("last") }
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
            && words[end + 1].isPercentage(before: words.core(at: end + 2))
        let isLast =
            joins.contains(words.core(at: first - 1)) && words.indices.contains(first - 2)
            && (words[first - 2].number != nil || words.core(at: first - 3) == "between")
        // "fell from 60% to 38%" is no range, "lies anywhere from 57% to 74%" is one.
        let start = first - (isLast ? 2 : 0)
        if words.core(at: start - 1) == "from" {
            let before = words[..<max(0, start - 1)].suffix(6).map(\.core)
            return before.contains {
                ["range", "ranges", "interval", "lies", "lie", "anywhere", "likely"].contains($0)
            }
        }
        let nouns: Set<String> = ["range", "interval", "margin", "least", "most"]
        return isFirst || isLast || (1...4).contains { nouns.contains(words.core(at: first - $0)) }
    }

    func isQuoted(_ label: String, in passage: Passage, _ sentence: Range<Int>) -> Bool {
        let raw = passage.words[sentence].map(\.raw).joined(separator: " ").lowercased()
        let words = label.split(separator: " ").joined(separator: " ")
        return raw.contains("“" + words) || raw.contains("\"" + words)
    }
}

extension Word {
    /// Whether it is a percentage, also one whose "per cent" follows.
    fileprivate func isPercentage(before next: String) -> Bool {
        number?.isPercent == true || number != nil && ["per", "percent", "%"].contains(next)
    }
}
