/// A questionnaire: who is asked what, in which words, with which answers.
package struct Instrument: Hashable, Sendable {
    package struct Audience: Hashable, Sendable {
        package var id: String
        /// "carer", "carers": the nouns of sentences.
        package var singular: String
        package var plural: String
        /// How many replies a survey of a body should have; nil where nothing is set.
        package var minimumSample: Int?
        /// The nouns of Easy Read.
        package var easyRead: EasyRead.Nouns?
    }

    package struct Theme: Hashable, Sendable {
        package var id: String
        package var title: String
        package var plainTitle: String?
        /// A sentence or two under the theme's heading.
        package var introduction: String?
        /// The areas of wellbeing that it is about, by the names of `CareAct` or others.
        package var wellbeing: [String]
        /// The eligibility outcome of the Care and Support (Eligibility Criteria) Regulations 2015.
        package var eligibility: String?
        /// The user's own Making it Real tags.
        package var makingItReal: [String]
        /// Whether its questions are about people themselves, their health and their circumstances: findings do not judge
        /// them.
        package var isBackground: Bool
        /// The picture of Easy Read.
        package var picture: String?
    }

    package struct Question: Hashable, Sendable {
        package var id: String
        package var theme: String
        package var audience: String
        package var wording: String
        /// The short label of charts and tables.
        package var label: String
        /// What those in the measure say, in their own words, such as "My life is better".
        package var easyRead: String?
        /// The picture beside it; nil where that of the theme is.
        package var picture: String?
        package var scale: String
        /// What those in the measure said, after "NN% of people": "felt as safe as they want".
        package var says: String?
        /// What it asks about, for lists in sentences: "being able to continue caring"; nil where the label does.
        package var topic: String?
        /// The question to another audience that asks it the same.
        package var beside: String?
        /// Whether it belongs in a summary.
        package var isHeadline: Bool
        package var routedFrom: String?
        /// The earlier instrument's question that this one continues.
        package var continues: Continuation?
        /// The question of which this is another version.
        package var variantOf: String?
        /// Among versions of one question, the one that reports use.
        package var isPreferred: Bool
        /// The question's number in the questionnaire.
        package var number: String?
        /// Areas of wellbeing and Making it Real tags of this question, beside those of its theme.
        package var wellbeing: [String]
        package var makingItReal: [String]
    }

    package struct Continuation: Hashable, Sendable {
        package var instrument: String
        package var question: String
    }

    package struct Group: Hashable, Sendable {
        package var id: String
        package var title: String
        package var audience: String
        package var categories: [Category]
        /// Sets of categories that may be shown as one, and under which name.
        package var merges: [Category]
        /// Whether it parts people by how the process went for them, best first.
        package var isProcess: Bool
        /// The question whose answers part the people, where it is one of the questionnaire.
        package var question: String?

        /// All that may be shown, in the order of the questionnaire: a merge stands before the first of its parts.
        package var allCategories: [Category] {
            var waiting = merges
            return categories.flatMap { category in
                let due = waiting.filter { $0.parts.contains(category.id) }
                waiting.removeAll { due.contains($0) }
                return due + [category]
            } + waiting
        }
    }

    package struct Category: Hashable, Sendable {
        package var id: String
        package var label: String
        /// Who its people are, after the audience's noun: "aged 65 and over"; nil where the label must do.
        package var who: String?
        /// For a merged category, those that it holds.
        package var parts: [String]
        /// Where the group comes from a question, the answers that put people here.
        package var answers: [String] = []
    }

    package var id: String
    package var title: String
    /// A line on where the wording comes from, printed with the method.
    package var note: String?
    package var audiences: [Audience]
    package var themes: [Theme]
    package var scales: [Scale]
    package var questions: [Question] {
        didSet { reportedQuestions = Self.reported(questions) }
    }
    /// The questions as reports use them: of several versions of one question the preferred one.
    package private(set) var reportedQuestions: [Question]
    package var groups: [Group]
    /// What the survey is about, in Easy Read.
    package var easyRead: [EasyRead.Row]

    init(
        id: String, title: String, note: String?, audiences: [Audience], themes: [Theme], scales: [Scale],
        questions: [Question], groups: [Group], easyRead: [EasyRead.Row] = []
    ) {
        self.id = id
        self.title = title
        self.note = note
        self.audiences = audiences
        self.themes = themes
        self.scales = scales
        self.questions = questions
        self.groups = groups
        self.easyRead = easyRead
        reportedQuestions = Self.reported(questions)
    }

    package func audience(_ id: String) -> Audience? { audiences.first { $0.id == id } }
    package func theme(_ id: String) -> Theme? { themes.first { $0.id == id } }
    package func scale(_ id: String) -> Scale? { scales.first { $0.id == id } }
    package func question(_ id: String) -> Question? { questions.first { $0.id == id } }
    package func group(_ id: String) -> Group? { groups.first { $0.id == id } }

    private static func reported(_ questions: [Question]) -> [Question] {
        let varied = Set(questions.compactMap(\.variantOf))
        if varied.isEmpty { return questions }
        return questions.filter { question in
            let name = question.variantOf ?? question.id
            guard varied.contains(name) else { return true }
            let family = questions.filter { ($0.variantOf ?? $0.id) == name }
            let preferred = family.first(where: \.isPreferred) ?? family.first { $0.variantOf == nil }
            return preferred == nil || preferred?.id == question.id
        }
    }

    /// The scale of a question.
    package func scale(of question: Question) -> Scale? { scale(question.scale) }
}
