import Diagnostics
import Document
import Language
import Reading
import Survey
import Templates

/// The page that says who can use a report, what was checked and what is known not to work.
///
/// Its words are `Templates/accessibility/statement.md`: it may claim no more than the program sees to.
struct AccessibilityStatement {
    let document: ComposedReport.Document

    /// Throws the faults of its template.
    init(of context: ReportContext, options: RenderOptions, library: Library) throws(Failure) {
        let path = library.share + "/Templates/accessibility/statement.md"
        let template = try Template(parsing: SourceText.load(path: path).text, file: path)
        let text = try TemplateRenderer(escaping: .markdown)
            .render(template, with: Self.data(of: context, options: options))
        let log = DiagnosticLog()
        let manuscript = MarkdownReader.read(text.text, origins: text.origins, log: log)
        try log.check()
        document = ComposedReport.Document(
            template: "accessibility", fileName: ReportPage.statementFile,
            settings: TemplateSettings(title: "Accessibility of this report"), style: "",
            manuscript: manuscript, foot: nil)
    }

    private static func data(of context: ReportContext, options: RenderOptions) -> TemplateRecord {
        let publication = context.publication
        func list(_ texts: [String]) -> TemplateValue { .list(texts.map { .text($0) }) }
        return [
            "report": .text(context.title), "survey": .text(context.waveTitle),
            "date": .text(English.date(iso: options.date) ?? options.date),
            "hasPDF": .boolean(options.formats.contains(.pdf)),
            "hasPictures": .boolean(!options.formats.isDisjoint(with: [.png, .svg])),
            "hasData": .boolean(options.formats.contains(.csv)),
            "contact": publication.contact.map { .object(context.record(of: $0)) } ?? .absent,
            "checked": list(publication.accessibility?.checked ?? []),
            "problems": list(publication.accessibility?.problems ?? []),
        ]
    }
}
