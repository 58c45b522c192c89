package import Survey

/// A statement that the published figures support, in plain English.
package struct Finding: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        /// One question's share in words.
        case headline
        /// Questions together, by how many answered so.
        case grouping
        /// The highest and the lowest share on one scale.
        case extremes
        /// A clear difference from others, or that there is none.
        case compared
        /// Shown beside others that it cannot be tested against.
        case beside
        /// A clear difference from the wave before, or that there is none.
        case changed
        /// Differences between groups of people.
        case groups
        /// How the process went, and what came of it.
        case process
        /// Two audiences that were asked the same.
        case audiences
        case working
        case notWorking = "not-working"
        /// Few answers: to be read with care.
        case caution
    }

    /// Unique in a report, and the same as long as the finding is about the same.
    package var id: String
    package var kind: Kind
    package var audience: String?
    package var sentences: [Sentence]

    package init(id: String, kind: Kind, audience: String? = nil, _ sentences: [Sentence]) {
        self.id = id
        self.kind = kind
        self.audience = audience
        self.sentences = sentences
    }

    package var plain: String { sentences.map(\.plain).joined(separator: " ") }

    /// The question that it speaks of; nil where there are several.
    var onlyQuestion: String? {
        let questions = Set(figures.map(\.question))
        return questions.count == 1 ? questions.first : nil
    }

    /// The figures that the finding rests on, each once, in order.
    package var figures: [FigureID] { Sentence(sentences.flatMap(\.parts)).figures }
}
