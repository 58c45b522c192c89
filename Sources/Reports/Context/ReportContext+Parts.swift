import Findings
import Language
import Survey
import Templates

// The contact, the quotations and the tags of a report, as templates name them.
extension ReportContext {
    /// The names of everything that people bring to a report.
    var partValues: [(name: String, value: TemplateValue)] {
        let quotations = quotationThemes
        let plan = planAreas
        let earlier = youSaidAreas
        return [
            ("contact", publication.contact.map { .object(record(of: $0)) } ?? .absent),
            ("hasQuotations", .boolean(!quotations.isEmpty)),
            ("quotationThemes", .list(quotations.map { .object($0) })),
            ("quotationsNote", text(parts.quotations?.note)),
            ("hasActionPlan", .boolean(!plan.isEmpty)),
            ("planAreas", .list(plan.map { .object($0) })),
            ("planNote", text(parts.plan?.note)),
            ("hasYouSaid", .boolean(!earlier.isEmpty)),
            ("youSaid", .list(earlier.map { .object($0) })),
            ("lastWave", text(results.others.first { $0.comparator.body == "last" }?.comparator.label)),
            // One entry is no index.
            ("hasWellbeingIndex", .boolean(wellbeingIndex.count > 1)),
            ("wellbeingIndex", .list(wellbeingIndex.map { .object($0) })),
            ("hasMakingItRealIndex", .boolean(makingItRealIndex.count > 1)),
            ("makingItRealIndex", .list(makingItRealIndex.map { .object($0) })),
        ]
    }

    func record(of contact: Contact) -> TemplateRecord {
        func dialled(_ number: String?) -> TemplateValue {
            text(number.map { $0.filter { $0.isNumber || $0 == "+" } })
        }
        return [
            "name": .text(contact.name), "phone": text(contact.phone), "phoneDialled": dialled(contact.phone),
            "textphone": text(contact.textphone), "textphoneDialled": dialled(contact.textphone),
            "relay": text(contact.relay), "bsl": text(contact.bsl), "email": text(contact.email),
            "post": text(contact.post),
            "formats": text(
                contact.formats.isEmpty ? nil : English.list(contact.formats, conjunction: "or")),
        ]
    }

    /// The quotations by theme, in the questionnaire's order.
    private var quotationThemes: [TemplateRecord] {
        guard let all = parts.quotations?.quotations else { return [] }
        return instrument.themes.compactMap { theme in
            let own = all.filter { $0.theme == theme.id }
            guard !own.isEmpty else { return nil }
            return [
                "id": .text(theme.id), "title": .text(theme.title),
                "quotations": .list(
                    own.map { quotation in
                        .object(
                            [
                                "text": .text(quotation.text), "speaker": .text(speaker(of: quotation)),
                                "isShortened": .boolean(quotation.isShortened),
                            ] as TemplateRecord)
                    }),
            ]
        }
    }

    /// "A budget holder".
    func speaker(of quotation: Quotations.Quotation) -> String {
        let noun = instrument.audience(quotation.audience)?.singular ?? quotation.audience
        let isVowel = noun.first.map { "aeiouAEIOU".contains($0) } ?? false
        return "\(isVowel ? "An" : "A") \(noun)"
    }

    // MARK: Care Act and Making it Real

    /// The areas of wellbeing that the report's themes and questions carry, in the order of the Act, others after.
    private var wellbeingIndex: [TemplateRecord] {
        index(of: \.wellbeing, \.wellbeing, order: CareAct.wellbeing)
    }

    private var makingItRealIndex: [TemplateRecord] {
        index(of: \.makingItReal, \.makingItReal, order: [])
    }

    /// Each tag with the themes that carry it, or that have questions which do.
    private func index(
        of themeTags: KeyPath<Instrument.Theme, [String]>,
        _ questionTags: KeyPath<Instrument.Question, [String]>,
        order: [String]
    ) -> [TemplateRecord] {
        let questions = instrument.reportedQuestions.filter { results.own.table($0.id) != nil }
        let themes = instrument.themes.filter { theme in questions.contains { $0.theme == theme.id } }
        var tags: [String] = []
        for tag in themes.flatMap({ $0[keyPath: themeTags] })
            + questions.flatMap({ $0[keyPath: questionTags] })
        where !tags.contains(tag) {
            tags.append(tag)
        }
        tags = order.filter(tags.contains) + tags.filter { !order.contains($0) }
        return tags.map { tag in
            let places = themes.compactMap { theme -> TemplateRecord? in
                let labels = questions.filter {
                    $0.theme == theme.id && $0[keyPath: questionTags].contains(tag)
                }
                .map { English.uncapitalized($0.label) }
                guard theme[keyPath: themeTags].contains(tag) || !labels.isEmpty else { return nil }
                return [
                    "id": .text(theme.id), "title": .text(theme.title),
                    "questions": text(labels.isEmpty ? nil : English.list(labels)),
                ]
            }
            return ["tag": .text(tag), "themes": .list(places.map { .object($0) })]
        }
    }
}
