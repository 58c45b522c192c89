import Diagnostics
import Document
import Findings
import Reading
import Scene
import Survey
import Templates
import Typesetting

/// The HTML page around a report: the frame that non-programmers can edit, the style sheet, the fonts.
struct ReportPage {
    /// What stands before a notice, such as that figures are invented.
    static let noticeLabel = "Please note."

    private let frame: Template
    private let style: String
    private let theme: Theme
    private let logos: [Logo]

    private let document: ComposedReport.Document
    private let isStatement: Bool

    /// The page beside the report that says who can use it.
    static let statementFile = "accessibility-statement"

    /// - Parameters:
    ///   - document: the one that the page holds; its settings name the frame, unless the wave or the report does.
    ///   - wave: the wave's folder, where its own frame may lie.
    init(
        _ document: ComposedReport.Document, library: Library, theme: Theme, logos: [Logo],
        publication: Publication, wave: String
    ) throws(Failure) {
        self.document = document
        self.theme = theme
        self.logos = logos
        isStatement = document.fileName == Self.statementFile
        let path = try library.frame(
            publication.frame ?? document.settings.frame, beside: wave, at: publication.frameLocation)
        frame = try Template(parsing: SourceText.load(path: path).text, file: path)
        style = try theme.styleSheet(of: library, adding: document.style)
    }

    /// - Parameter others: the other documents that are rendered beside this one.
    func html(others: [ComposedReport.Document], context: ReportContext, studio: Studio) throws(Failure)
        -> String
    {
        let manuscript = document.manuscript
        let writer = HTMLWriter { picture, prefix in studio.inlineSVG(picture, idPrefix: prefix) }
        let parts = manuscript.opened
        let (opening, rest) = (writer.body(parts.opening), writer.body(parts.rest))
        let contents = document.settings.hasContents ? Contents(of: manuscript).entries : []
        let banners: [TemplateValue] =
            [context.notice, document.foot].compactMap(\.self).map {
                .object(["label": .text(Self.noticeLabel), "text": .text($0)] as TemplateRecord)
            }
        var footer = ["Source: \(context.sourceLine)"]
        if let attribution = context.wave.attribution, !attribution.hasPrefix("Source:") {
            footer.append(attribution)
        }
        if let attribution = context.wave.attribution, attribution.hasPrefix("Source:") {
            footer = [attribution]
        }
        let data: TemplateRecord = [
            "title": .text(manuscript.title ?? context.title),
            "fontFaces": .text(
                try studio.fontFaces(of: theme.print(on: document.settings.printTheme).family)),
            "style": .text(style),
            "hasLogos": .boolean(!logos.isEmpty),
            "logos": .list(
                logos.map { logo in
                    .object(
                        [
                            "address": .text("data:image/png;base64,\(base64(logo.png))"),
                            "alternative": .text(logo.alternative),
                        ] as TemplateRecord)
                }),
            "hasBanners": .boolean(!banners.isEmpty), "banners": .list(banners),
            "hasContents": .boolean(!contents.isEmpty),
            "contents": .list(
                contents.map { .object(["id": .text($0.id), "title": .text($0.title)] as TemplateRecord) }),
            "hasOthers": .boolean(!others.isEmpty),
            "others": .list(
                others.map {
                    .object(
                        ["title": .text($0.settings.title), "address": .text($0.fileName + ".html")]
                            as TemplateRecord)
                }),
            "opening": .text(opening), "rest": .text(rest), "body": .text(opening + rest),
            "footer": .list(footer.map { .text($0) }),
            "hasStatement": .boolean(!isStatement),
        ]
        return try TemplateRenderer(escaping: .html).render(frame, with: data).text
    }
}
