import Charts
package import Diagnostics
package import Reading

/// Reads an infographic's template, strictly: every fault in one run.
package enum InfographicTemplateReader {
    package static let format = "poet-infographic/1"
    /// A page has at most so many messages; pictures and quotations are none.
    static let mostBlocks = 5
    private static let columns = 12

    package static func read(_ node: DataNode) throws(Failure) -> InfographicTemplate {
        let log = DiagnosticLog()
        var fields = Fields(node, of: "the infographic", log: log)
        fields.format(format)
        let id = fields.identifier("id")
        let title = words("title", in: &fields, isRequired: true)
        let subtitle = words("subtitle", in: &fields, isRequired: true)
        let audience = words("audience", in: &fields)
        let caveat = words("caveat", in: &fields)
        let source = fields.optionalText("source")
        let blocks = fields.required("blocks").map { self.blocks($0, log: log) } ?? []
        let arrangements =
            fields.required("arrangements").map { self.arrangements($0, blocks: blocks, log: log) } ?? [:]
        fields.finish()
        try log.check()
        guard let id, let title, let subtitle else { throw Failure(log.diagnostics) }
        return InfographicTemplate(
            id: id, title: title, subtitle: subtitle, audience: audience, caveat: caveat, source: source,
            blocks: blocks, arrangements: arrangements)
    }

    private static func words(_ name: String, in fields: inout Fields, isRequired: Bool = false)
        -> InfographicTemplate.Words?
    {
        guard let node = isRequired ? fields.required(name) : fields.node(name),
            let text = fields.optionalText(name)
        else { return nil }
        return InfographicTemplate.Words(text: text, location: node.location)
    }

    // MARK: Blocks

    private static func blocks(_ node: DataNode, log: DiagnosticLog) -> [InfographicTemplate.Block] {
        var fields = Fields(node, of: "'blocks'", log: log)
        return fields.rest().compactMap { block($0.node, name: $0.name, log: log) }
    }

    private static func block(_ node: DataNode, name: String, log: DiagnosticLog) -> InfographicTemplate
        .Block?
    {
        var fields = Fields(node, of: "the block '\(name)'", log: log)
        guard let kind = fields.choice("kind", InfographicTemplate.Kind.self) else { return nil }
        var block = InfographicTemplate.Block(name: name, kind: kind, location: node.location)
        block.heading = words("heading", in: &fields)
        block.note = words("note", in: &fields)
        block.picture = words("picture", in: &fields, isRequired: kind == .picture)
        var sources = ["headlines"]
        switch kind {
        case .hero, .pictogram:
            sources += ["strongest", "figure"]
            block.figure = words("figure", in: &fields)
            block.strongest = fields.optionalWholeNumber("strongest", in: 1...mostBlocks)
            block.headlines = fields.optionalWholeNumber("headline", in: 1...99).map { $0...$0 }
            sources[0] = "headline"
            if kind == .hero { block.text = words("text", in: &fields) }
        case .bars:
            sources += ["otherHeadlines", "questions", "theme"]
            block.otherHeadlines = fields.optionalWholeNumber("otherHeadlines", in: 1...8)
            block.questions = questions(&fields)
            block.theme = words("theme", in: &fields)
            if let node = fields.node("headlines") {
                block.headlines = range(node, of: fields.what, log: log)
            }
            block.order = fields.optionalChoice("order", InfographicTemplate.Order.self) ?? .highest
        case .process:
            sources = ["group", "number"]
            block.group = words("group", in: &fields)
            block.number = fields.optionalWholeNumber("number", in: 1...9)
            block.rows = fields.optionalWholeNumber("rows", in: 1...8)
        case .picture:
            sources = ["picture"]
            block.alternative = words("alternative", in: &fields)
        case .quotation:
            sources = ["theme", "number"]
            block.theme = words("theme", in: &fields)
            block.number = fields.optionalWholeNumber("number", in: 1...99)
            block.characters = fields.optionalWholeNumber("characters", in: 20...400)
        case .finding:
            sources = ["kinds", "otherMessages"]
            block.otherMessages = fields.optionalWholeNumber("otherMessages", in: 1...3)
            block.rows = fields.optionalWholeNumber("rows", in: 1...3)
            block.kinds = fields.list("kinds").compactMap { item in
                guard case .string(let text) = item.value else {
                    log.error(
                        "'kinds' of \(fields.what) holds \(item.found), expected a text", at: item.location)
                    return nil
                }
                return InfographicTemplate.Words(text: text, location: item.location)
            }
        }
        let given = sources.filter { fields.has($0) }
        if given.count != 1 {
            let names = sources.map { "'\($0)'" }.joined(separator: ", ")
            let expected = sources.count == 1 ? "expected \(names)" : "expected exactly one of \(names)"
            let found = given.isEmpty ? "says not what it shows" : "says \(given.count) times what it shows"
            log.error("\(fields.what) \(found), \(expected)", at: node.location)
        }
        fields.finish()
        return block
    }

    private static func questions(_ fields: inout Fields) -> [InfographicTemplate.Question] {
        let (what, log) = (fields.what, fields.log)
        return fields.list("questions").compactMap { item in
            if case .string(let id) = item.value {
                return .init(id: .init(text: id, location: item.location), label: nil)
            }
            var inner = Fields(item, of: "a question of \(what)", log: log)
            let id = words("question", in: &inner, isRequired: true)
            let label = inner.text("label")
            inner.finish()
            return id.map { .init(id: $0, label: label) }
        }
    }

    private static func range(_ node: DataNode, of what: String, log: DiagnosticLog) -> ClosedRange<Int>? {
        var fields = Fields(node, of: "'headlines' of \(what)", log: log)
        let from = fields.wholeNumber("from", in: 1...99)
        let to = fields.wholeNumber("to", in: 1...99)
        fields.finish()
        guard let from, let to else { return nil }
        guard from <= to else {
            log.error("\(fields.what) runs from \(from) to \(to), backwards", at: node.location)
            return nil
        }
        return from...to
    }

    // MARK: Arrangements

    private static func arrangements(
        _ node: DataNode, blocks: [InfographicTemplate.Block], log: DiagnosticLog
    ) -> [String: [[InfographicTemplate.Place]]] {
        var fields = Fields(node, of: "'arrangements'", log: log)
        var arrangements: [String: [[InfographicTemplate.Place]]] = [:]
        for format in InfographicFormat.all {
            let rows = fields.list(format.name)
            guard !rows.isEmpty else { continue }
            let placed = rows.compactMap { row($0, of: format.name, blocks: blocks, log: log) }
            let names = placed.flatMap { $0 }.map(\.block)
            let messages = names.filter { name in blocks.first { $0.name == name }?.isMessage ?? true }
            if messages.count > mostBlocks {
                log.error(
                    "the arrangement '\(format.name)' has \(messages.count) blocks, expected at most \(mostBlocks)",
                    at: rows.first?.location)
            }
            for name in Set(names).sorted() where names.count(where: { $0 == name }) > 1 {
                log.error(
                    "the arrangement '\(format.name)' shows the block '\(name)' twice",
                    at: rows.first?.location)
            }
            arrangements[format.name] = placed
        }
        fields.finish()
        if arrangements.isEmpty, !log.hasErrors { log.error("'arrangements' is empty", at: node.location) }
        let used = Set(arrangements.values.joined().joined().map(\.block))
        for block in blocks where !used.contains(block.name) && !log.hasErrors {
            log.error("the block '\(block.name)' stands in no arrangement", at: block.location)
        }
        return arrangements
    }

    private static func row(
        _ node: DataNode, of format: String, blocks: [InfographicTemplate.Block], log: DiagnosticLog
    ) -> [InfographicTemplate.Place]? {
        guard case .list(let items) = node.value else {
            log.error("a row of '\(format)' is \(node.found), expected a list of blocks", at: node.location)
            return nil
        }
        let places = items.compactMap { item -> InfographicTemplate.Place? in
            var fields = Fields(item, of: "a place of '\(format)'", log: log)
            let name = words("block", in: &fields, isRequired: true)
            let columns = fields.wholeNumber("columns", in: 4...Self.columns)
            fields.finish()
            guard let name, let columns else { return nil }
            if !blocks.contains(where: { $0.name == name.text }) {
                log.error(
                    "there is no block '\(name.text)'", at: name.location,
                    hints: hints(forUnknown: name.text, among: blocks.map(\.name), listing: "blocks"))
            }
            return .init(block: name.text, columns: columns)
        }
        let sum = places.reduce(0) { $0 + $1.columns }
        if sum > Self.columns {
            log.error(
                "a row of '\(format)' takes \(sum) columns, expected at most \(Self.columns)",
                at: node.location)
        }
        return places
    }
}
