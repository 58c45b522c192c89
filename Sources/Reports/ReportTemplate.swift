import Diagnostics
import Files
import Findings
import Language
import Reading
import Survey
import Templates

/// A report's template with the partials beside it and the narrative that people wrote.
struct ReportTemplate {
    /// What the partials of narratives are called: `{{> narrative.summary}}`.
    private static let narrative = "narrative."

    private let template: Template
    private let partials: [String: Template]
    /// The narratives that the template has a place for.
    private let places: [String]

    /// Reads `report.md` of the template's folder, the `.md` files beside it, and the narrative files of the report.
    ///
    /// A narrative that the template has a place for and nobody wrote is empty; one that it has no place for is a fault.
    init(of settings: ReportSettings, in report: String, wave: WaveFolder, library: Library) throws(Failure) {
        let narrative = settings.narrative
        let folder = try library.template(
            settings.template ?? wave.wave.template, beside: wave.folder,
            at: settings.places["template"] ?? wave.wave.places["template"])
        let log = DiagnosticLog()
        var partials: [String: Template] = [:]
        for file in try FileStore.names(in: folder) where file.hasSuffix(".md") {
            partials[String(file.dropLast(3))] = log.collect { () throws(Failure) in
                try Self.template("\(folder)/\(file)")
            }
        }
        try log.check()
        guard let main = partials.removeValue(forKey: "report") else {
            throw Failure("there is no template '\(folder)/report.md'")
        }
        let places = ([main] + partials.values).flatMap(\.partialNames)
            .filter { $0.hasPrefix(Self.narrative) }.map { String($0.dropFirst(Self.narrative.count)) }
        for place in places {
            partials[Self.narrative + place] = try Template(parsing: "", file: "\(report)/report.yaml")
        }
        for (name, file) in narrative.sorted(by: { $0.key < $1.key }) {
            if !places.contains(name) {
                log.error(
                    "the template '\(folder)' has no place for the narrative '\(name)'",
                    at: settings.places["narrative.\(name)"],
                    hints: places.isEmpty
                        ? ["write {{> narrative.\(name)}} in the template, where it should stand"]
                        : hints(forUnknown: name, among: places.sorted(), listing: "places"))
            }
            partials[Self.narrative + name] = log.collect { () throws(Failure) in
                try Self.template("\(report)/\(file)")
            }
        }
        try log.check()
        template = main
        self.places = places
        self.partials = partials
    }

    private static func template(_ path: String) throws(Failure) -> Template {
        try Template(parsing: SourceText.load(path: path).text, file: path)
    }

    func render(_ context: ReportContext) throws(Failure) -> RenderedText {
        try TemplateRenderer(escaping: .markdown, partials: partials, formats: Self.formats)
            .render(template, with: context.data(narratives: places))
    }

    /// What may stand after a name: `{{figure|percent}}`.
    private static var formats: [String: TemplateFormat] {
        [
            "percent": { value, _ throws(Failure) in
                guard case .figure(_, let text) = value, text.hasSuffix("%") else {
                    throw Failure("'percent' takes a share, such as holders.dignity.positive@this")
                }
                return value
            },
            "capitalized": { value, _ throws(Failure) in
                guard case .text(let text) = value else { throw Failure("'capitalized' takes a text") }
                return .text(English.capitalized(text))
            },
        ]
    }
}
