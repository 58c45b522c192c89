import Files
import Reading
package import Survey

/// The published results that a report rests on in one file (`poet-results/1`), with the words that are needed to read
/// them: see docs/formats/results.md.
package struct ResultsFile {
    /// One body's results, and whose they are in the report.
    package struct Entry {
        /// `this`, or a comparator: the name after the @ of a figure's id.
        package var role: String
        package var label: String
        package var results: PublishedResults

        package init(role: String, label: String, results: PublishedResults) {
            self.role = role
            self.label = label
            self.results = results
        }
    }

    package static let fileName = "results.json"

    package var title: String
    /// The day of making, YYYY-MM-DD.
    package var date: String
    package var source: String
    package var attribution: String?
    /// What readers must know first, such as that the numbers are invented.
    package var notice: String?
    /// The questionnaires of the results, each once.
    package var instruments: [Instrument]
    package var entries: [Entry]

    package init(
        title: String, date: String, source: String, attribution: String?, notice: String?,
        instruments: [Instrument], entries: [Entry]
    ) {
        self.title = title
        self.date = date
        self.source = source
        self.attribution = attribution
        self.notice = notice
        self.instruments = instruments
        self.entries = entries
    }

    package var fileText: String { JSONText.write(json) }

    private var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("format", "poet-results/1"), .init("title", .string(title)), .init("date", .string(date)),
            .init("source", .string(source)),
        ]
        if let attribution { members.append(.init("attribution", .string(attribution))) }
        if let notice { members.append(.init("notice", .string(notice))) }
        members += [
            .init("units", Self.units),
            .init("markers", .object(Marker.allCases.map { .init($0.rawValue, .string($0.spoken)) })),
            .init("instruments", .list(instruments.map(\.wordsJSON))),
            .init("results", .list(entries.map(json))),
        ]
        return .object(members)
    }

    private static let units: JSONValue = [
        "share": "percent of the base", "count": "people", "base": "people", "replies": "people",
        "population": "people", "invited": "people", "responseRate": "percent of the people invited",
        "margin": "percentage points, at 95% confidence",
    ]

    private func json(_ entry: Entry) -> JSONValue {
        let published = entry.results.json
        return [
            "role": .string(entry.role), "label": .string(entry.label),
            "sha256": .string(Digest.sha256(JSONText.write(published).utf8)), "published": published,
        ]
    }
}

extension Instrument {
    /// The words of the questionnaire, by the ids that results use.
    fileprivate var wordsJSON: JSONValue {
        [
            "id": .string(id), "title": .string(title),
            "audiences": .list(
                audiences.map {
                    ["id": .string($0.id), "singular": .string($0.singular), "plural": .string($0.plural)]
                }),
            "themes": .list(themes.map { ["id": .string($0.id), "title": .string($0.title)] }),
            "scales": .list(scales.map(\.wordsJSON)),
            "questions": .list(
                questions.map {
                    [
                        "id": .string($0.id), "audience": .string($0.audience), "theme": .string($0.theme),
                        "scale": .string($0.scale), "label": .string($0.label),
                        "wording": .string($0.wording),
                    ]
                }),
            "groups": .list(
                groups.map { group in
                    [
                        "id": .string(group.id), "audience": .string(group.audience),
                        "title": .string(group.title),
                        "categories": .list(group.allCategories.map(\.wordsJSON)),
                    ]
                }),
        ]
    }
}

extension Instrument.Category {
    fileprivate var wordsJSON: JSONValue { ["id": .string(id), "label": .string(label)] }
}

extension Scale {
    fileprivate var wordsJSON: JSONValue {
        [
            "id": .string(id), "positive": .string(measureLabel),
            "forms": .list(
                forms.map { form in
                    ["id": .string(form.id), "answers": .list(form.answers.map(\.wordsJSON))]
                }),
            "outside": .list(outside.map(\.wordsJSON)),
        ]
    }
}

extension Scale.Answer {
    fileprivate var wordsJSON: JSONValue {
        ["id": .string(id), "label": .string(label), "polarity": .string(polarity.rawValue)]
    }
}
