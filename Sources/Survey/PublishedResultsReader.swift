package import Diagnostics
package import Reading

/// Reads published results (`poet-published/1`) back: see docs/formats/published-results.md.
package struct PublishedResultsReader {
    private let instrument: Instrument
    private let takesGroups: Bool
    private let log = DiagnosticLog()

    /// Reads one body's published results and holds them against the instrument, finding every fault in one run.
    ///
    /// - Parameter takesGroups: false where the tables of groups are not wanted, as of a comparator; they are passed over.
    package static func read(
        _ node: DataNode, instrument: Instrument, takesGroups: Bool = true
    ) throws(Failure) -> PublishedResults {
        let reader = PublishedResultsReader(instrument: instrument, takesGroups: takesGroups)
        let results = reader.results(node)
        try reader.log.check()
        return results
    }

    private init(instrument: Instrument, takesGroups: Bool) {
        self.instrument = instrument
        self.takesGroups = takesGroups
    }

    private func results(_ node: DataNode) -> PublishedResults {
        var fields = Fields(node, of: "the file of published results", log: log)
        defer { fields.finish() }
        fields.format("poet-published/1")
        let id = fields.identifier("instrument") ?? ""
        let body = fields.required("body").flatMap { Self.body($0, log: log) }
        return PublishedResults(
            instrument: id, wave: fields.identifier("wave") ?? "",
            body: body ?? Body(id: "", name: "", kind: .council), policy: fields.identifier("policy") ?? "",
            rounding: fields.choice("rounding", RoundingMode.self) ?? .exact,
            source: fields.optionalText("source"),
            responses: fields.list("responses").compactMap { response($0) },
            tables: fields.list("tables").compactMap { table($0) }, notes: fields.texts("notes"))
    }

    /// Reads a body: the same in raw and in published results.
    package static func body(_ node: DataNode, log: DiagnosticLog) -> Body? {
        var fields = Fields(node, of: "the body", log: log)
        defer { fields.finish() }
        let id = fields.identifier("id")
        let name = fields.text("name")
        let kind = fields.choice("kind", Body.Kind.self)
        let code = fields.optionalText("code")
        let region = fields.optionalIdentifier("region")
        let councils = fields.optionalWholeNumber("councils", in: 1...10_000)
        let holds = fields.texts("holds")
        let without = fields.optionalIdentifier("without")
        guard let id, let name, let kind else { return nil }
        if without != nil, kind != .rest {
            log.error("'\(id)' is no rest, and says 'without'", at: fields.node("without")?.location)
        }
        if !holds.isEmpty, kind == .council {
            log.error("'\(id)' is a council, and says what it 'holds'", at: fields.node("holds")?.location)
        }
        if [.region, .all, .rest].contains(kind), councils == nil { _ = fields.required("councils") }
        return Body(
            id: id, name: name, code: code, kind: kind, region: region, councils: councils, holds: holds,
            without: without)
    }

    private func response(_ node: DataNode) -> Response? {
        var fields = Fields(node, of: "the response", log: log)
        defer { fields.finish() }
        let audience = fields.identifier("audience") ?? ""
        if !audience.isEmpty, instrument.audience(audience) == nil {
            log.error(
                "unknown audience '\(audience)'", at: node.location,
                hints: hints(
                    forUnknown: audience, among: instrument.audiences.map(\.id), listing: "audiences"))
        }
        return Response(
            audience: audience, replies: fields.required("replies").map { base($0) } ?? .unknown,
            population: fields.optionalWholeNumber("population", in: 1...100_000_000),
            invited: fields.optionalWholeNumber("invited", in: 1...100_000_000),
            publishedRate: fields.optionalDecimal("responseRate").map { Percentage($0) })
    }

    private func table(_ node: DataNode) -> PublishedTable? {
        var fields = Fields(node, of: "the table", log: log)
        defer { fields.finish() }
        let id = fields.identifier("question") ?? ""
        if !takesGroups, fields.has("group") {
            _ = fields.rest()
            return nil
        }
        if !id.isEmpty { fields.what = "the table of '\(id)'" }
        let scale = instrument.question(id).flatMap { instrument.scale(of: $0) }
        if scale == nil, !id.isEmpty {
            log.error(
                "unknown question '\(id)'", at: node.location,
                hints: hints(forUnknown: id, among: instrument.questions.map(\.id), listing: "questions"))
        }
        let form = fields.optionalIdentifier("form") ?? Scale.Form.full
        let answers = scale?.form(form)?.answers.map(\.id)
        if scale != nil, answers == nil {
            log.error(
                "the scale of '\(id)' has no form '\(form)'", at: node.location,
                hints: hints(forUnknown: form, among: scale?.forms.map(\.id) ?? [], listing: "forms"))
        }
        return PublishedTable(
            question: id, group: fields.optionalIdentifier("group"),
            category: fields.optionalIdentifier("category"),
            showing: fields.choice("showing", PublishedTable.Showing.self) ?? .withheld,
            base: fields.required("base").map { base($0) } ?? .unknown, form: form,
            cells: cells(fields.node("answers"), known: answers),
            measure: fields.node("positive").flatMap { cell($0, answer: "positive") },
            outside: cells(fields.node("outside"), known: scale?.outside.map(\.id)))
    }

    private func base(_ node: DataNode) -> Base {
        switch node.value {
        case .number:
            return .exact(checkedWholeNumber(node, in: 0...100_000_000, what: "the base", log: log) ?? 0)
        case .string("withheld"): return .withheld
        case .string("unknown"): return .unknown
        case .object: break
        default:
            log.error(
                "the base is \(node.found), expected a number, 'unknown', 'withheld' or an object",
                at: node.location)
            return .unknown
        }
        var fields = Fields(node, of: "the base", log: log)
        defer { fields.finish() }
        if let count = fields.optionalWholeNumber("surveyWide", in: 0...100_000_000) {
            return .surveyWide(count)
        }
        let count = fields.wholeNumber("about", in: 0...100_000_000) ?? 0
        return .rounded(count, to: fields.wholeNumber("roundedTo", in: 2...10) ?? 5)
    }

    /// - Parameter known: the answers that may stand here; nil where the question or its form is not known.
    private func cells(_ node: DataNode?, known: [String]?) -> [PublishedCell] {
        guard let node else { return [] }
        guard case .object(let members) = node.value else {
            log.error("the answers are \(node.found), expected an object", at: node.location)
            return []
        }
        return members.compactMap { member in
            if let known, !known.contains(member.name) {
                log.error(
                    "unknown answer '\(member.name)'", at: member.nameLocation,
                    hints: hints(forUnknown: member.name, among: known, listing: "answers"))
            }
            return cell(member.node, answer: member.name)
        }
    }

    private func cell(_ node: DataNode, answer: String) -> PublishedCell? {
        if case .string(let text) = node.value {
            if let marker = Marker(rawValue: text) {
                return PublishedCell(answer: answer, value: .withheld(marker))
            }
            log.error("'\(answer)' is the text '\(text)', expected a share or a marker", at: node.location)
            return nil
        }
        var fields = Fields(node, of: "the cell '\(answer)'", log: log)
        defer { fields.finish() }
        let share = fields.optionalDecimal("share").map { Percentage($0) }
        // A measure is a sum of rounded shares, and may be a little more than 100.
        let most = Percentage(units: answer == "positive" ? 101 : 100, decimals: 0)
        if let share, share.units < 0 || most < share {
            log.error("the share of '\(answer)' is \(share.literal), expected 0 to 100", at: node.location)
        }
        let count = fields.optionalWholeNumber("count", in: 0...100_000_000)
        if !fields.has("share"), !fields.has("count") {
            log.error("the cell '\(answer)' has neither 'share' nor 'count'", at: node.location)
        }
        return PublishedCell(
            answer: answer, value: .shown(share: share, count: count),
            margin: fields.optionalDecimal("margin").map { Percentage($0) })
    }
}
