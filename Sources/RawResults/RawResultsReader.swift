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
    var surveyReplies: [String: Int] = [:]

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
        var fields = Fields(node, of: "the results", log: log)
        defer { fields.finish() }
        fields.format("poet-raw/1")
        if let id = fields.text("instrument"), id != instrument.id {
            log.error(
                "the results are of the instrument '\(id)', expected '\(instrument.id)' as the wave says",
                at: fields.node("instrument")?.location)
        }
        let body = fields.required("body").flatMap { PublishedResultsReader.body($0, log: log) }
        units = fields.choice("units", RawResults.Units.self) ?? .counts
        decimals = fields.optionalWholeNumber("decimals", in: 0...3) ?? 0
        if units == .percentages, !fields.has("decimals") { _ = fields.required("decimals") }
        if units == .counts, let node = fields.node("decimals") {
            log.error("'decimals' goes with percentages, and the units are counts", at: node.location)
        }
        let precision = fields.wholeNumber("basePrecision", in: 1...10) ?? 1
        if ![1, 5, 10].contains(precision) {
            log.error(
                "'basePrecision' is \(precision), expected 1, 5 or 10",
                at: fields.node("basePrecision")?.location)
        }
        basePrecision = precision
        let control = fields.optionalChoice("disclosure", RawResults.Control.self) ?? .needed
        let source = control == .asPublished ? fields.text("source") : fields.optionalText("source")
        if control == .needed, units == .percentages {
            log.error(
                "percentages cannot be protected: disclosure control needs counts",
                at: fields.node("units")?.location,
                hints: ["give counts, or say \"disclosure\": \"as-published\" with a source"])
        }
        let responses = fields.list("responses").compactMap { response($0) }
        for response in responses {
            if case .exact(let count) = response.replies { surveyReplies[response.audience] = count }
            if case .rounded(let count, _) = response.replies { surveyReplies[response.audience] = count }
        }
        let tables = self.tables(fields.list("tables"))
        if tables.isEmpty { log.error("the results hold no tables", at: node.location) }
        guard let body else { return nil }
        return RawResults(
            body: body, units: units, decimals: decimals, basePrecision: basePrecision, control: control,
            source: source, responses: responses, tables: tables, file: node.location.file)
    }

    private func response(_ node: DataNode) -> Response? {
        var fields = Fields(node, of: "the response", log: log)
        defer { fields.finish() }
        guard let audience = fields.identifier("audience") else { return nil }
        if instrument.audience(audience) == nil {
            log.error(
                "unknown audience '\(audience)'", at: node.location,
                hints: hints(
                    forUnknown: audience, among: instrument.audiences.map(\.id), listing: "audiences"))
        }
        let replies = fields.wholeNumber("replies", in: 0...100_000_000) ?? 0
        let population = fields.optionalWholeNumber("population", in: 1...100_000_000)
        let invited = fields.optionalWholeNumber("invited", in: 1...100_000_000)
        if let population, replies > population {
            log.error("\(replies) replies from a population of \(population)", at: node.location)
        }
        if let invited, replies > invited {
            log.error("\(replies) replies from \(invited) people invited", at: node.location)
        }
        let rate = fields.optionalDecimal("responseRate").map { Percentage($0) }
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
