import Diagnostics
import Reading

/// Reads a scale and its collapse ladder, and checks that every rung covers the answers in order and keeps the
/// measure whole.
struct ScaleReader {
    let log: DiagnosticLog

    func scale(_ node: DataNode) -> Scale {
        var fields = Fields(node, of: "the scale", log: log)
        defer { fields.finish() }
        let id = fields.identifier("id") ?? ""
        if !id.isEmpty { fields.what = "the scale '\(id)'" }
        let full = answers(fields.list("answers"), of: fields.what, parts: nil)
        let isMultiple = fields.optionalBoolean("multiple") ?? false
        if !(2...7).contains(full.count), !isMultiple {
            log.error("\(fields.what) has \(full.count) answers, expected 2 to 7", at: node.location)
        }
        var forms = [Scale.Form(id: Scale.Form.full, title: "as asked", answers: full)]
        for rung in fields.list("ladder") {
            let form = form(rung, of: full.map(\.id), scale: fields.what)
            if forms.contains(where: { $0.id == form.id }) {
                log.error("\(fields.what) has the form '\(form.id)' twice", at: rung.location)
            }
            forms.append(form)
        }
        let outside = answers(fields.list("outside"), of: fields.what, parts: nil, polarised: false)
        var measure = fields.texts("measure")
        for answer in measure where !full.contains(where: { $0.id == answer }) {
            log.error(
                "\(fields.what) has no answer '\(answer)'",
                at: fields.node("measure")?.location ?? node.location,
                hints: hints(forUnknown: answer, among: full.map(\.id), listing: "answers"))
        }
        if isMultiple, measure.count > 1 {
            log.error(
                "the measure of \(fields.what) has \(measure.count) answers, and people can choose several",
                at: fields.node("measure")?.location,
                hints: ["name one answer: the shares of several overlap and have no sum"])
        }
        if measure.isEmpty { measure = full.filter { $0.polarity == .positive }.map(\.id) }
        let labels = full.filter { measure.contains($0.id) }.map { $0.label.lowercasedFirst }
        let label = fields.optionalText("measureLabel") ?? labels.joined(separator: " or ")
        let grouped = fields.optionalText("grouped")
        checkMeasure(measure, in: forms, of: fields.what, at: node.location)
        return Scale(
            id: id, forms: forms, outside: outside, measure: measure, measureLabel: label,
            isMultiple: isMultiple, grouped: grouped)
    }

    private func answers(
        _ nodes: [DataNode], of what: String, parts known: [String]?, polarised: Bool = true
    ) -> [Scale.Answer] {
        var answers: [Scale.Answer] = []
        for node in nodes {
            var fields = Fields(node, of: "an answer of \(what)", log: log)
            defer { fields.finish() }
            let id = fields.identifier("id") ?? ""
            if !id.isEmpty, answers.contains(where: { $0.id == id }) {
                log.error("\(what) has the answer '\(id)' twice", at: node.location)
            }
            let label = fields.text("label") ?? id
            let polarity =
                polarised
                ? fields.choice("polarity", Scale.Polarity.self)
                : fields.optionalChoice("polarity", Scale.Polarity.self)
            let parts = known == nil ? [id] : fields.texts("of")
            answers.append(Scale.Answer(id: id, label: label, polarity: polarity ?? .neutral, parts: parts))
        }
        return answers
    }

    private func form(_ node: DataNode, of full: [String], scale: String) -> Scale.Form {
        var fields = Fields(node, of: "a rung of \(scale)", log: log)
        defer { fields.finish() }
        let id = fields.identifier("id") ?? ""
        let what = id.isEmpty ? "a rung of \(scale)" : "the rung '\(id)' of \(scale)"
        let answers = answers(fields.list("answers"), of: what, parts: full)
        let parts = answers.flatMap(\.parts)
        if parts != full {
            log.error(
                "\(what) holds the answers \(parts.joined(separator: ", ")), expected all of them once, in order: "
                    + full.joined(separator: ", "),
                at: node.location)
        }
        return Scale.Form(id: id, title: fields.text("title") ?? id, answers: answers)
    }

    /// The measure must be made of whole answers in every form, or it would mean another thing in each.
    private func checkMeasure(
        _ measure: [String], in forms: [Scale.Form], of what: String, at location: SourceLocation
    ) {
        for form in forms {
            for answer in form.answers {
                let inside = answer.parts.filter(measure.contains)
                if !inside.isEmpty, inside.count != answer.parts.count {
                    log.error(
                        "the measure of \(what) takes \(inside.joined(separator: ", ")) out of '\(answer.id)' in the rung '\(form.id)'",
                        at: location, hints: ["a rung may not mix answers inside and outside the measure"])
                }
            }
        }
    }
}

extension String {
    /// The text with a small first letter, unless its first word is "I" or has capitals inside.
    fileprivate var lowercasedFirst: String {
        let word = prefix { $0 != " " }
        guard let first, word != "I", !word.hasPrefix("I'"), !word.hasPrefix("I’"),
            !word.dropFirst().contains(where: \.isUppercase)
        else { return self }
        return first.lowercased() + dropFirst()
    }
}
