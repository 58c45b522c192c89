import Diagnostics
import Files
import Language
import Reading
import Templates

/// A report's template with the partials beside it and the narrative that people wrote.
struct ReportTemplate {
    private let template: Template
    private let partials: [String: Template]

    /// Reads `report.md` of the template's folder, the `.md` files beside it, and the narrative files of the report.
    init(
        _ name: String, narrative: [String: String], report: String, wave: String, library: Library
    ) throws(Failure) {
        let folder = try library.template(name, beside: wave)
        let log = DiagnosticLog()
        let main = log.collect { () throws(Failure) in try Self.template(folder + "/report.md") }
        var partials: [String: Template] = [:]
        for file in try FileStore.names(in: folder) where file.hasSuffix(".md") && file != "report.md" {
            partials[String(file.dropLast(3))] = log.collect { () throws(Failure) in try Self.template("\(folder)/\(file)") }
        }
        for (name, file) in narrative.sorted(by: { $0.key < $1.key }) {
            partials["narrative." + name] = log.collect { () throws(Failure) in try Self.template("\(report)/\(file)") }
        }
        try log.check()
        guard let main else { throw Failure("there is no template '\(folder)/report.md'") }
        template = main
        self.partials = partials
    }

    private static func template(_ path: String) throws(Failure) -> Template {
        let source = try SourceText.load(path: path)
        return try Template(parsing: source.text, file: path)
    }

    func render(_ context: ReportContext) throws(Failure) -> RenderedText {
        try TemplateRenderer(escaping: .markdown, partials: partials, formats: Self.formats(context.book))
            .render(template, with: context.data)
    }

    /// What may stand after a name: `{{figure|words}}`.
    private static func formats(_ book: FigureBook) -> [String: TemplateFormat] {
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
