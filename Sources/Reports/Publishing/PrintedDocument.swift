import Diagnostics
import Document
import Drawing
import Language
import Typesetting

/// A document on paper: what stands around its text, and its looks.
struct PrintedDocument {
    private let manuscript: Manuscript
    private let front: FrontMatter
    private let settings: TemplateSettings
    private let theme: PrintTheme
    private let date: String

    /// - Parameters:
    ///   - others: the other documents that are rendered beside this one.
    ///   - date: the day of making, YYYY-MM-DD.
    init(
        _ document: ComposedReport.Document, others: [ComposedReport.Document], report: ComposedReport,
        logos: [Logo], date: String
    ) {
        let context = report.context
        theme = report.theme.print(on: document.settings.printTheme)
        self.date = date
        settings = document.settings
        let day = English.date(iso: date) ?? date
        let source = "Source: \(context.sourceLine)"
        var imprint = document.settings.front == .page ? [day, source] : ["\(day). \(source)"]
        if !others.isEmpty {
            imprint.append(
                "Other versions of this report: " + English.list(others.map(\.settings.title)) + ".")
        }
        front = FrontMatter(
            title: document.manuscript.title ?? context.title,
            notices: [context.notice, document.foot].compactMap(\.self).map {
                .init(label: ReportPage.noticeLabel, text: $0)
            },
            logos: logos.map { FrontMatter.Logo(picture: $0.picture, alternative: $0.alternative) },
            imprint: imprint, foot: document.foot,
            running: document.settings.front == .page
                ? nil : "\(context.bodyName): \(English.uncapitalized(document.settings.title))",
            hasFrontPage: document.settings.front == .page)
        manuscript = settings.tables == .end ? document.manuscript.gatheringTables() : document.manuscript
    }

    /// The file; the log has a warning where it is longer than its template allows.
    func pdf(fonts: FontBook, log: DiagnosticLog) throws(Failure) -> PDFFile {
        let file = try PDFDocumentWriter(fonts: fonts, theme: theme)
            .printed(manuscript, front: front, language: "en-GB", date: date)
        if let limit = settings.pageLimit, file.pages > limit {
            log.warning(
                "'\(settings.title)' takes \(English.number(file.pages)) pages, and its template allows \(English.number(limit))",
                hints: ["shorten what was written for it, or change 'pages:' in its template.yaml"])
        }
        return file
    }
}
