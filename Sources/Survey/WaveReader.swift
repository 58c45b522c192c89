package import Diagnostics
package import Reading

/// Reads `wave.yaml` and `report.yaml`.
package enum WaveReader {
    package static func wave(_ node: DataNode) throws(Failure) -> Wave {
        let log = DiagnosticLog()
        var fields = Fields(node, of: "the wave", log: log)
        fields.format("poet-wave/1")
        return try wave(&fields, at: node.location)
    }

    /// Reads what a `report.yaml` that stands alone says of its wave, under `wave:`; throws where it says nothing.
    package static func wave(ofReport node: DataNode) throws(Failure) -> Wave {
        guard case .object(let members) = node.value,
            let wave = members.first(where: { $0.name == "wave" })?.node
        else {
            throw Failure(
                "the report stands in no wave, and has no 'wave' of its own", at: node.location,
                hints: ["put it into the folder of a wave, or say under 'wave:' what a wave.yaml would say"])
        }
        var fields = Fields(wave, of: "the wave", log: DiagnosticLog())
        return try self.wave(&fields, at: wave.location)
    }

    private static func wave(_ fields: inout Fields, at location: SourceLocation) throws(Failure) -> Wave {
        let log = fields.log
        var collectedFrom: String?
        var collectedTo: String?
        if let dates = fields.node("collected") {
            var range = Fields(dates, of: "'collected'", log: log)
            collectedFrom = date(&range, "from")
            collectedTo = date(&range, "to")
            if let collectedFrom, let collectedTo, collectedFrom > collectedTo {
                log.error(
                    "collection ends (\(collectedTo)) before it begins (\(collectedFrom))", at: dates.location
                )
            }
            range.finish()
        }
        let nodes = fields.list("comparators")
        var places = places(of: ["instrument", "policy", "template", "theme", "last", "points"], in: &fields)
        for node in nodes {
            var comparator = Fields(node, of: "", log: DiagnosticLog())
            if let body = comparator.optionalText("body") { places["comparators.\(body)"] = node.location }
        }
        let points = points(&fields)
        let documents = documents(&fields, places: &places)
        var withoutConsent: [String] = []
        for node in fields.list("withoutConsent") {
            guard case .string(let id) = node.value else {
                log.error(
                    "'withoutConsent' holds \(node.found), expected the id of a body", at: node.location)
                continue
            }
            if withoutConsent.contains(id) {
                log.error("'\(id)' stands twice in 'withoutConsent'", at: node.location)
            }
            withoutConsent.append(id)
            places["withoutConsent.\(id)"] = node.location
        }
        var wave = Wave(
            id: fields.identifier("id") ?? "", title: fields.text("title") ?? "",
            instrument: fields.text("instrument") ?? "", collectedFrom: collectedFrom,
            collectedTo: collectedTo,
            policy: fields.optionalText("policy") ?? "standard",
            template: fields.optionalText("template") ?? "council", documents: documents ?? [],
            theme: fields.optionalText("theme") ?? "poet",
            notice: fields.optionalText("notice"), source: fields.text("source") ?? "",
            attribution: fields.optionalText("attribution"), method: fields.optionalText("method"),
            comparators: comparators(nodes, log: log), withoutConsent: withoutConsent,
            last: fields.optionalText("last"), places: places)
        wave.points = points
        wave.publication = Publication(&fields)
        if wave.last == nil, wave.comparators.contains(where: { $0.body == "last" }) {
            log.error(
                "the wave compares with 'last' and does not say which wave that is", at: location,
                hints: ["add 'last:' with the folder of the wave before"])
        }
        fields.finish()
        try log.check()
        return wave
    }

    package static func report(_ node: DataNode) throws(Failure) -> ReportSettings {
        let log = DiagnosticLog()
        var fields = Fields(node, of: "the report", log: log)
        fields.format("poet-report/1")
        _ = fields.node("wave")
        var narrative: [String: String] = [:]
        var places = places(of: ["body", "title", "template", "theme"], in: &fields)
        if let node = fields.node("narrative") {
            var files = Fields(node, of: "'narrative'", log: log)
            for member in files.rest() {
                if case .string(let file) = member.node.value {
                    narrative[member.name] = file
                    places["narrative.\(member.name)"] = member.nameLocation
                } else {
                    log.error(
                        "the narrative '\(member.name)' is \(member.node.found), expected a file",
                        at: member.node.location)
                }
            }
        }
        var checked: [ReportSettings.CheckedClaim] = []
        for node in fields.list("checked") {
            var mark = Fields(node, of: "the mark", log: log)
            if let text = mark.text("text"), let reason = mark.text("reason") {
                checked.append(
                    ReportSettings.CheckedClaim(text: text, reason: reason, place: node.location))
            }
            mark.finish()
        }
        let documents = documents(&fields, places: &places)
        let messages = messages(fields.list("messages"), log: log)
        var report = ReportSettings(
            body: fields.identifier("body") ?? "", title: fields.optionalText("title"),
            template: fields.optionalText("template"), documents: documents,
            theme: fields.optionalText("theme"),
            notice: fields.optionalText("notice"), narrative: narrative, checked: checked, places: places)
        report.publication = Publication(&fields)
        report.messages = messages
        report.easyRead = fields.node("easyRead").flatMap { EasyRead.Check($0, log: log) }
        fields.finish()
        try log.check()
        return report
    }

    /// The ids of findings, alone or with words of their own.
    private static func messages(_ nodes: [DataNode], log: DiagnosticLog) -> [ReportSettings.Message] {
        nodes.compactMap { node in
            if case .string(let finding) = node.value {
                return .init(finding: finding, words: nil, location: node.location)
            }
            var fields = Fields(node, of: "the message", log: log)
            let finding = fields.text("finding")
            let words = fields.text("words")
            fields.finish()
            guard let finding, let words else { return nil }
            return .init(finding: finding, words: words, location: node.location)
        }
    }

    private static func places(of names: [String], in fields: inout Fields) -> [String: SourceLocation] {
        var places: [String: SourceLocation] = [:]
        for name in names { places[name] = fields.node(name)?.location }
        return places
    }

    /// `points: all`, or a list of bodies; none where it is not there.
    private static func points(_ fields: inout Fields) -> Wave.Points {
        guard let node = fields.node("points") else { return .only([]) }
        if case .string("all") = node.value { return .all }
        if case .list = node.value { return .only(fields.texts("points")) }
        fields.log.error("'points' is \(node.found), expected 'all' or a list of bodies", at: node.location)
        return .only([])
    }

    /// The templates under `documents:`, each once; nil where the file does not say.
    private static func documents(_ fields: inout Fields, places: inout [String: SourceLocation]) -> [String]?
    {
        guard fields.has("documents") else { return nil }
        var documents: [String] = []
        for node in fields.list("documents") {
            guard case .string(let name) = node.value, !name.isEmpty else {
                fields.log.error(
                    "a document is \(node.found), expected the name of a template", at: node.location)
                continue
            }
            if documents.contains(name) {
                fields.log.error("the document '\(name)' stands twice", at: node.location)
            } else {
                documents.append(name)
                places["documents.\(name)"] = node.location
            }
        }
        return documents
    }

    private static func comparators(_ nodes: [DataNode], log: DiagnosticLog) -> [Wave.Comparator] {
        var comparators: [Wave.Comparator] = []
        for node in nodes {
            var fields = Fields(node, of: "the comparator", log: log)
            let (body, label) = (fields.identifier("body"), fields.text("label"))
            if let body, let label {
                if comparators.contains(where: { $0.body == body }) {
                    log.error("the comparator '\(body)' stands twice", at: node.location)
                }
                if body == "this" {
                    log.error("the comparator is 'this', the council itself", at: node.location)
                }
                comparators.append(
                    Wave.Comparator(body: body, label: label, inText: fields.optionalText("inText")))
            }
            fields.finish()
        }
        return comparators
    }

    /// A date as YYYY-MM-DD.
    private static func date(_ fields: inout Fields, _ name: String) -> String? {
        guard let node = fields.required(name) else { return nil }
        if case .string(let text) = node.value, isDate(text) { return text }
        fields.log.error("'\(name)' is \(node.found), expected a date such as 2026-03-31", at: node.location)
        return nil
    }

    /// Whether the text is a day of the Gregorian calendar, written YYYY-MM-DD.
    package static func isDate(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let isDigits = text.utf8.allSatisfy {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
        }
        guard isDigits, parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
            (1...12).contains(month)
        else { return false }
        let leap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
        let days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...days[month - 1]).contains(day)
    }
}
