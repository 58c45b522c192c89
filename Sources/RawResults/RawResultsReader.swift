package import Diagnostics
package import Reading
package import Survey

/// Reads raw results (`poet-raw/1`) and holds them against the instrument: see docs/formats/raw-results.md.
package struct RawResultsReader {
    let instrument: Instrument
    let log: DiagnosticLog
    var units = RawResults.Units.counts
    var decimals = 0
    var basePrecision = 1
    var control = RawResults.Control.needed
    /// Whether the file says what its numbers are; where it does not, they are not judged.
    var knowsNumbers = true
    var surveyReplies: [String: Int] = [:]
    /// Where the responses stand whose replies are known.
    var responsePlaces: [String: SourceLocation] = [:]

    /// Reads one body's results from a parsed file, finding every fault in one run.
    package static func read(_ node: DataNode, instrument: Instrument) throws(Failure) -> RawResults {
        var reader = RawResultsReader(instrument: instrument, log: DiagnosticLog())
        let results = reader.results(node)
        try reader.log.check()
        guard let results else { throw Failure("the file holds no results", at: node.location) }
        return results
    }

    private init(instrument: Instrument, log: DiagnosticLog) {
        self.instrument = instrument
        self.log = log
    }

    private mutating func results(_ node: DataNode) -> RawResults? {
        var fields = Fields(node, of: "the file of results", log: log)
        defer { fields.finish() }
        fields.format("poet-raw/1")
        if let id = fields.text("instrument"), id != instrument.id {
            log.error(
                "the results are of the instrument '\(id)', expected '\(instrument.id)' as the wave says",
                at: fields.node("instrument")?.location)
        }
        let body = fields.required("body").flatMap { PublishedResultsReader.body($0, log: log) }
        let wantedUnits = fields.choice("units", RawResults.Units.self)
        units = wantedUnits ?? .counts
        let places = fields.optionalWholeNumber("decimals", in: 0...3)
        decimals = places ?? 0
        knowsNumbers = wantedUnits == .counts || wantedUnits == .percentages && places != nil
        if units == .percentages, !fields.has("decimals") { _ = fields.required("decimals") }
        if wantedUnits == .counts, let node = fields.node("decimals") {
            log.error("'decimals' goes with percentages, and the units are counts", at: node.location)
        }
        let precision = fields.wholeNumber("basePrecision", in: 0...1_000_000) ?? 1
        if ![1, 5, 10].contains(precision) {
            log.error(
                "'basePrecision' is \(precision), expected 1, 5 or 10",
                at: fields.node("basePrecision")?.location)
        }
        basePrecision = [1, 5, 10].contains(precision) ? precision : 1
        control = fields.optionalChoice("disclosure", RawResults.Control.self) ?? .needed
        let source = control == .asPublished ? fields.text("source") : fields.optionalText("source")
        if control == .needed, units == .percentages {
            log.error(
                "percentages cannot be protected: disclosure control needs counts",
                at: fields.node("units")?.location,
                hints: ["give counts, or say \"disclosure\": \"as-published\" with a source"])
        }
        var responses: [Response] = []
        for node in fields.list("responses") {
            if let response = response(node) { responses.append(response) }
        }
        for (index, response) in responses.enumerated() {
            if responses[..<index].contains(where: { $0.audience == response.audience }) {
                log.error(
                    "there are two responses of '\(response.audience)'",
                    at: fields.node("responses")?.location)
            }
            if case .exact(let count) = response.replies { surveyReplies[response.audience] = count }
            if case .rounded(let count, _) = response.replies { surveyReplies[response.audience] = count }
        }
        let tables = self.tables(fields.list("tables"))
        if tables.isEmpty, fields.list("tables").isEmpty {
            log.error("the results hold no tables", at: node.location)
        }
        checkMargins(of: tables)
        checkReplies(of: tables)
        guard let body else { return nil }
        return RawResults(
            body: body, units: units, decimals: decimals, basePrecision: basePrecision, control: control,
            source: source, responses: responses, tables: tables, file: node.location.file)
    }

    private mutating func response(_ node: DataNode) -> Response? {
        var fields = Fields(node, of: "the response", log: log)
        defer { fields.finish() }
        let audience = fields.identifier("audience") ?? ""
        if !audience.isEmpty, instrument.audience(audience) == nil {
            log.error(
                "unknown audience '\(audience)'", at: node.location,
                hints: hints(
                    forUnknown: audience, among: instrument.audiences.map(\.id), listing: "audiences"))
        }
        let given = fields.wholeNumber("replies", in: 0...100_000_000)
        if given != nil { responsePlaces[audience] = node.location }
        let replies = given ?? 0
        if !replies.isMultiple(of: basePrecision) {
            log.error(
                "'replies' of the response is \(replies), which is not rounded to \(basePrecision) as 'basePrecision' says",
                at: fields.node("replies")?.location)
        }
        let population = fields.optionalWholeNumber("population", in: 1...100_000_000)
        let invited = fields.optionalWholeNumber("invited", in: 1...100_000_000)
        if let population, replies > population {
            log.error("\(replies) replies from a population of \(population)", at: node.location)
        }
        if let invited, replies > invited {
            log.error("\(replies) replies from \(invited) people invited", at: node.location)
        }
        let rate = fields.optionalDecimal("responseRate").map { Percentage($0) }
        if let rate, rate.units < 0 || rate.double > 100 {
            log.error(
                "'responseRate' is \(rate.literal), expected 0 to 100",
                at: fields.node("responseRate")?.location)
        }
        let base = basePrecision == 1 ? Base.exact(replies) : .rounded(replies, to: basePrecision)
        return Response(
            audience: audience, replies: base, population: population, invited: invited, publishedRate: rate)
    }

    private func tables(_ nodes: [DataNode]) -> [RawTable] {
        var places: [String: SourceLocation] = [:]
        var tables: [RawTable] = []
        for node in nodes {
            guard let table = table(node) else { continue }
            let key = [table.question, table.group ?? "", table.category ?? ""].joined(separator: ".")
            if let first = places[key] {
                let group = table.group.map { " for \($0)=\(table.category ?? "")" } ?? ""
                log.error(
                    "the table of '\(table.question)'\(group) stands twice; the first is at \(first)",
                    at: node.location)
            } else {
                places[key] = node.location
                tables.append(table)
            }
        }
        return tables
    }
}
