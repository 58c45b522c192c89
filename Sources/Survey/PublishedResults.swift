/// The results of one body in one wave after disclosure control: all that charts, findings, templates and data
/// files can see, so that nothing made from it can tell more.
package struct PublishedResults: Hashable, Sendable {
    package var instrument: String
    package var wave: String
    package var body: Body
    /// The policy that was applied: "standard", "as-published".
    package var policy: String
    package var rounding: RoundingMode
    /// The publisher's line, for results that another body published.
    package var source: String?
    package var responses: [Response]
    package var tables: [PublishedTable]
    /// Sentences on how the results are shown, for pages to print: which categories are shown together, and why.
    package var notes: [String]

    package init(
        instrument: String, wave: String, body: Body, policy: String, rounding: RoundingMode, source: String?,
        responses: [Response], tables: [PublishedTable], notes: [String] = []
    ) {
        self.instrument = instrument
        self.wave = wave
        self.body = body
        self.policy = policy
        self.rounding = rounding
        self.source = source
        self.responses = responses
        self.tables = tables
        self.notes = notes
    }

    /// The table of a question, for everybody or for one category of a group.
    package func table(_ question: String, group: String? = nil, category: String? = nil) -> PublishedTable? {
        tables.element {
            tables[$0].question == question && tables[$0].group == group && tables[$0].category == category
        }
    }

    package func response(_ audience: String) -> Response? {
        responses.first { $0.audience == audience }
    }
}

/// How numbers are rounded in a release: one way for all of it.
package enum RoundingMode: String, CaseIterable, Hashable, Sendable {
    /// Exact counts, whole percentages.
    case exact
    /// Counts to the nearest 5, whole percentages made from them.
    case five
    /// As the publisher rounded them.
    case asPublished = "as-published"
}

/// How many of an audience replied.
package struct Response: Hashable, Sendable {
    package var audience: String
    package var replies: Base
    /// How many people could have been asked, where recorded.
    package var population: Int?
    package var invited: Int?
    /// The publisher's own response rate, where the numbers behind it are not given.
    package var publishedRate: Percentage?

    package init(
        audience: String, replies: Base, population: Int? = nil, invited: Int? = nil,
        publishedRate: Percentage? = nil
    ) {
        self.audience = audience
        self.replies = replies
        self.population = population
        self.invited = invited
        self.publishedRate = publishedRate
    }
}
