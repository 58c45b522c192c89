package import Diagnostics
package import Reading

/// Reads an instrument (`poet-instrument/1`): see docs/formats/instrument.md.
package struct InstrumentReader {
    private let log: DiagnosticLog
    private var names = DeclaredNames()

    /// Reads the instrument of a parsed file, finding every fault in one run.
    package static func read(_ node: DataNode) throws(Failure) -> Instrument {
        var reader = InstrumentReader(log: DiagnosticLog())
        let instrument = reader.instrument(node)
        try reader.log.check()
        return instrument
    }

    private init(log: DiagnosticLog) { self.log = log }

    private mutating func instrument(_ node: DataNode) -> Instrument {
        var fields = Fields(node, of: "the instrument", log: log)
        fields.format("poet-instrument/1")
        let id = fields.identifier("id") ?? ""
        let title = fields.text("title") ?? ""
        let note = fields.optionalText("note")
        let audiences = list("audiences", of: &fields).map { audience($0) }
        let themes = list("themes", of: &fields).map { theme($0) }
        let scales = list("scales", of: &fields).map { scale($0) }
        let groups = fields.list("groups").map { group($0) }
        let questions = list("questions", of: &fields).map { question($0) }
        let easyRead = fields.list("easyRead").compactMap { EasyRead.Row($0, log: log) }
        fields.finish()
        for (question, location) in names.laterQuestions {
            names.check(question, is: "question", at: location, log: log)
        }
        for group in groups { check(group, questions: questions, scales: scales, at: node.location) }
        checkVersions(of: questions, at: node.location)
        return Instrument(
            id: id, title: title, note: note, audiences: audiences, themes: themes, scales: scales,
            questions: questions, groups: groups, easyRead: easyRead)
    }

    /// A list that every instrument has.
    private func list(_ name: String, of fields: inout Fields) -> [DataNode] {
        _ = fields.required(name)
        return fields.list(name)
    }

    /// Of the versions of a question one is preferred at most, and no version is a version of another one.
    private func checkVersions(of questions: [Instrument.Question], at location: SourceLocation) {
        for question in questions {
            if let first = question.variantOf, first != question.id,
                questions.first(where: { $0.id == first })?.variantOf != nil
            {
                log.error(
                    "'\(question.id)' is a variant of '\(first)', which is a variant itself", at: location,
                    hints: ["name the first version in 'variantOf' of all the others"])
            }
            let preferred = questions.filter { $0.isPreferred && ($0.variantOf ?? $0.id) == question.id }
            if preferred.count > 1 {
                log.error(
                    "several versions of '\(question.id)' are preferred: \(preferred.map(\.id).joined(separator: ", "))",
                    at: location, hints: ["say 'preferred: true' of one version"])
            }
        }
    }

    /// The categories of a group that comes from a question are answers to it, each in one of them.
    private func check(
        _ group: Instrument.Group, questions: [Instrument.Question], scales: [Scale],
        at location: SourceLocation
    ) {
        guard let question = questions.first(where: { $0.id == group.question }) else { return }
        if question.audience != group.audience {
            log.error(
                "the group '\(group.id)' is of \(group.audience), and its question '\(question.id)' is asked of \(question.audience)",
                at: location)
        }
        let answers = scales.first { $0.id == question.scale }?.answers.map(\.id) ?? []
        var used = Set<String>()
        for answer in group.categories.flatMap(\.answers) {
            if !answers.contains(answer) {
                log.error(
                    "the group '\(group.id)' names the answer '\(answer)', which '\(question.id)' does not offer",
                    at: location, hints: hints(forUnknown: answer, among: answers, listing: "answers"))
            } else if !used.insert(answer).inserted {
                log.error(
                    "the group '\(group.id)' has the answer '\(answer)' in two categories", at: location)
            }
        }
    }

    private mutating func audience(_ node: DataNode) -> Instrument.Audience {
        var fields = Fields(node, of: "the audience", log: log)
        defer { fields.finish() }
        let id = fields.identifier("id") ?? ""
        names.declare(id, as: "audience", at: node.location, log: log)
        return Instrument.Audience(
            id: id, singular: fields.text("singular") ?? id, plural: fields.text("plural") ?? id,
            minimumSample: fields.optionalWholeNumber("minimumSample", in: 1...1_000_000),
            easyRead: fields.node("easyRead").flatMap { EasyRead.Nouns($0, log: log) })
    }

    private mutating func theme(_ node: DataNode) -> Instrument.Theme {
        var fields = Fields(node, of: "the theme", log: log)
        defer { fields.finish() }
        let id = fields.identifier("id") ?? ""
        names.declare(id, as: "theme", at: node.location, log: log)
        return Instrument.Theme(
            id: id, title: fields.text("title") ?? id, plainTitle: fields.optionalText("plainTitle"),
            introduction: fields.optionalText("introduction"), wellbeing: fields.wellbeingTags(),
            eligibility: fields.optionalText("eligibility"),
            makingItReal: fields.tags("makingItReal"),
            isBackground: fields.optionalBoolean("background") ?? false,
            picture: fields.optionalIdentifier("picture"))
    }

    private mutating func scale(_ node: DataNode) -> Scale {
        let scale = ScaleReader(log: log).scale(node)
        names.declare(scale.id, as: "scale", at: node.location, log: log)
        return scale
    }

    private mutating func group(_ node: DataNode) -> Instrument.Group {
        var fields = Fields(node, of: "the group", log: log)
        defer { fields.finish() }
        let id = fields.identifier("id") ?? ""
        names.declare(id, as: "group", at: node.location, log: log)
        let audience = names.checked(&fields, "audience")
        let source = fields.node("question")
        let question = fields.optionalIdentifier("question")
        if let question, let source { names.laterQuestions.append((question, source.location)) }
        var categories: [Instrument.Category] = []
        for item in fields.list("categories") {
            var fields = Fields(item, of: "a category of the group '\(id)'", log: log)
            let category = fields.identifier("id") ?? ""
            if categories.contains(where: { $0.id == category }) {
                log.error("the group '\(id)' has the category '\(category)' twice", at: item.location)
            }
            let label = fields.text("label") ?? category
            let answers = question == nil ? [] : fields.has("answers") ? fields.texts("answers") : [category]
            categories.append(
                Instrument.Category(
                    id: category, label: label, who: fields.optionalText("who"), parts: [category],
                    answers: answers))
            fields.finish()
        }
        var merges: [Instrument.Category] = []
        for item in fields.list("merges") {
            var fields = Fields(item, of: "a merge of the group '\(id)'", log: log)
            let merged = fields.identifier("id") ?? ""
            let parts = fields.texts("of")
            for part in parts where !categories.contains(where: { $0.id == part }) {
                log.error(
                    "the group '\(id)' has no category '\(part)'", at: item.location,
                    hints: hints(forUnknown: part, among: categories.map(\.id), listing: "categories"))
            }
            if (categories + merges).contains(where: { $0.id == merged }) {
                log.error("the group '\(id)' has the category '\(merged)' twice", at: item.location)
            }
            merges.append(
                Instrument.Category(
                    id: merged, label: fields.text("label") ?? merged, who: fields.optionalText("who"),
                    parts: parts))
            fields.finish()
        }
        return Instrument.Group(
            id: id, title: fields.text("title") ?? id, audience: audience, categories: categories,
            merges: merges, isProcess: fields.optionalBoolean("process") ?? false, question: question)
    }

    private mutating func question(_ node: DataNode) -> Instrument.Question {
        var fields = Fields(node, of: "the question", log: log)
        defer { fields.finish() }
        let id = fields.identifier("id") ?? ""
        if !id.isEmpty { fields.what = "the question '\(id)'" }
        names.declare(id, as: "question", at: node.location, log: log)
        let wording = fields.text("wording") ?? id
        for name in ["routedFrom", "variantOf", "beside"] {
            if let other = fields.node(name), case .string(let text) = other.value {
                names.laterQuestions.append((text, other.location))
                if text == id {
                    log.error("'\(name)' of \(fields.what) names the question itself", at: other.location)
                }
            }
        }
        return Instrument.Question(
            id: id, theme: names.checked(&fields, "theme"), audience: names.checked(&fields, "audience"),
            wording: wording, label: fields.optionalText("label") ?? wording,
            easyRead: fields.optionalText("easyRead"), picture: fields.optionalIdentifier("picture"),
            scale: names.checked(&fields, "scale"),
            says: fields.optionalText("says"), topic: fields.optionalText("topic"),
            beside: fields.optionalText("beside"), isHeadline: fields.optionalBoolean("headline") ?? false,
            routedFrom: fields.optionalText("routedFrom"), continues: continuation(&fields),
            variantOf: fields.optionalText("variantOf"),
            isPreferred: fields.optionalBoolean("preferred") ?? false,
            number: fields.optionalText("number"), wellbeing: fields.wellbeingTags(),
            makingItReal: fields.tags("makingItReal"))
    }

    private func continuation(_ fields: inout Fields) -> Instrument.Continuation? {
        guard let node = fields.node("continues") else { return nil }
        var parts = Fields(node, of: "'continues' of \(fields.what)", log: log)
        defer { parts.finish() }
        let (instrument, question) = (parts.identifier("instrument"), parts.identifier("question"))
        guard let instrument, let question else { return nil }
        return Instrument.Continuation(instrument: instrument, question: question)
    }
}

/// The ids that a file has declared so far, by kind.
private struct DeclaredNames {
    private var ids: [String: [String]] = [:]
    private var places: [String: SourceLocation] = [:]
    /// Questions named before all questions are known.
    var laterQuestions: [(String, SourceLocation)] = []

    mutating func declare(_ id: String, as kind: String, at location: SourceLocation, log: DiagnosticLog) {
        guard !id.isEmpty else { return }
        if let first = places["\(kind) \(id)"] {
            log.error("the \(kind) '\(id)' stands twice; the first is at \(first)", at: location)
        } else {
            places["\(kind) \(id)"] = location
            ids[kind, default: []].append(id)
        }
    }

    func check(_ id: String, is kind: String, at location: SourceLocation, log: DiagnosticLog) {
        guard let known = ids[kind], !known.contains(id) else { return }
        log.error(
            "unknown \(kind) '\(id)'", at: location,
            hints: hints(forUnknown: id, among: known, listing: "\(kind)s here"))
    }

    /// The member of that name, which names something of that kind.
    func checked(_ fields: inout Fields, _ kind: String) -> String {
        guard let node = fields.required(kind) else { return "" }
        guard let id = checkedIdentifier(textOf(node), at: node.location, what: "'\(kind)'", log: fields.log)
        else {
            return ""
        }
        check(id, is: kind, at: node.location, log: fields.log)
        return id
    }

    private func textOf(_ node: DataNode) -> String {
        switch node.value {
        case .string(let text): text
        case .number(let literal): literal
        default: ""
        }
    }
}
