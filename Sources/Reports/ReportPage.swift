import Diagnostics
import Document
import Findings
import Reading
import Survey
import Templates
import Typesetting

/// The HTML page around a report: the frame that non-programmers can edit, the style sheet, the fonts.
struct ReportPage {
    /// What stands before a notice, such as that figures are invented.
    static let noticeLabel = "Please note."

    private let frame: Template
    private let style: String

    private let document: ComposedReport.Document

    /// - Parameters:
    ///   - document: the one that the page holds; its settings name the frame.
    ///   - theme: the name of a style sheet, beside the wave or among poet's own.
    init(_ document: ComposedReport.Document, library: Library, theme: String, wave: String) throws(Failure) {
        self.document = document
        let path = library.frame(document.settings.frame)
        let source = try SourceText.load(path: path)
        frame = try Template(parsing: source.text, file: path)
        style = try SourceText.load(path: library.theme(theme, beside: wave, at: nil)).text + document.style
    }

    /// - Parameter others: the other documents that are rendered beside this one.
    func html(others: [ComposedReport.Document], context: ReportContext, studio: Studio) throws(Failure)
        -> String
    {
        let manuscript = document.manuscript
        let body = HTMLWriter { picture, prefix in studio.inlineSVG(picture, idPrefix: prefix) }.body(
            manuscript)
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
            "fontFaces": .text(try studio.fontFaces(of: document.settings.printTheme.family)),
            "style": .text(style),
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
            "body": .text(body), "footer": .list(footer.map { .text($0) }),
        ]
        return try TemplateRenderer(escaping: .html).render(frame, with: data).text
    }
}
