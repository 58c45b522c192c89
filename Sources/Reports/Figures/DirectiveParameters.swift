import Diagnostics
import Document
import Survey

/// The parameters of one directive, taken one by one and held against the instrument; those nobody asked for are faults.
struct DirectiveParameters {
    let directive: Directive
    let instrument: Instrument
    let log: DiagnosticLog
    private var asked: [String] = []

    init(_ directive: Directive, instrument: Instrument, log: DiagnosticLog) {
        self.directive = directive
        self.instrument = instrument
        self.log = log
    }

    private var place: SourceLocation? { directive.location }

    /// The value of a parameter, if it is there and not empty.
    mutating func value(_ name: String) -> String? {
        asked.append(name)
        return directive[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    mutating func required(_ name: String) -> String? {
        if let value = value(name) { return value }
        log.error("'\(title)' needs '\(name)='", at: place)
        return nil
    }

    /// The value if it is one of the known ids; an unknown one is a fault.
    mutating func id(_ name: String, among known: [String], kind: String) -> String? {
        value(name).flatMap { checked(id: $0, among: known, kind: kind) }
    }

    /// The ids of a list such as `questions=dignity,health`; nil where the parameter is not there.
    mutating func ids(_ name: String, among known: [String], kind: String) -> [String]? {
        guard let text = value(name) else { return nil }
        return text.split(separator: ",").compactMap { checked(id: String($0), among: known, kind: kind) }
    }

    private func checked(id: String, among known: [String], kind: String) -> String? {
        if known.contains(id) { return id }
        log.error(
            "unknown \(kind) '\(id)' in '\(title)'", at: place,
            hints: hints(forUnknown: id, among: known, listing: "\(kind)s here"))
        return nil
    }

    /// The questions that the directive asks for: by theme, audience, scale or name; versions that reports do not use are
    /// left out unless `versions=all`.
    mutating func questions() -> [Instrument.Question] {
        let theme = id("theme", among: instrument.themes.map(\.id), kind: "theme")
        let audience = id("audience", among: instrument.audiences.map(\.id), kind: "audience")
        let scale = id("scale", among: instrument.scales.map(\.id), kind: "scale")
        let all = value("versions") == "all"
        let named: [String]?
        if value("questions") == "headline" {
            named = instrument.questions.filter(\.isHeadline).map(\.id)
        } else {
            named = ids("questions", among: instrument.questions.map(\.id), kind: "question")
        }
        let candidates = all || named != nil ? instrument.questions : instrument.reportedQuestions
        return candidates.filter { question in
            (theme == nil || question.theme == theme) && (audience == nil || question.audience == audience)
                && (scale == nil || question.scale == scale) && (named?.contains(question.id) ?? true)
        }
    }

    /// Records the parameters that nobody asked for.
    func finish() {
        for parameter in directive.parameters where !asked.contains(parameter.name) {
            log.error(
                "'\(title)' has no parameter '\(parameter.name)'", at: place,
                hints: hints(forUnknown: parameter.name, among: asked, listing: "parameters"))
        }
    }

    var title: String { "\(directive.kind.rawValue):\(directive.name)" }
}
