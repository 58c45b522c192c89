import Diagnostics
import Document
import Findings
import Reading
import Survey
import Templates

/// The HTML page around a report: the frame that non-programmers can edit, the style sheet, the fonts.
struct ReportPage {
    /// What stands before a notice, such as that figures are invented.
    static let noticeLabel = "Please note."

    private let frame: Template
    private let style: String

    init(library: Library, theme: String, wave: String) throws(Failure) {
        let path = library.share + "/Templates/frames/report.html"
        let source = try SourceText.load(path: path)
        frame = try Template(parsing: source.text, file: path)
        style = try SourceText.load(path: library.theme(theme, beside: wave, at: nil)).text
    }

    func html(_ manuscript: Manuscript, context: ReportContext, studio: Studio) throws(Failure) -> String {
        let body = HTMLWriter { picture, prefix in studio.inlineSVG(picture, idPrefix: prefix) }.body(
            manuscript)
        let contents = Contents(of: manuscript).entries
        let banners: [TemplateValue] =
            context.notice.map {
                [.object(["label": .text(Self.noticeLabel), "text": .text($0)] as TemplateRecord)]
            }
            ?? []
        var footer = ["Source: \(context.sourceLine)"]
        if let attribution = context.wave.attribution, !attribution.hasPrefix("Source:") {
            footer.append(attribution)
        }
        if let attribution = context.wave.attribution, attribution.hasPrefix("Source:") {
            footer = [attribution]
        }
        let data: TemplateRecord = [
            "title": .text(manuscript.title ?? context.title), "fontFaces": .text(studio.fontFaces),
            "style": .text(style),
            "hasBanners": .boolean(!banners.isEmpty), "banners": .list(banners),
            "hasContents": .boolean(!contents.isEmpty),
            "contents": .list(
                contents.map { .object(["id": .text($0.id), "title": .text($0.title)] as TemplateRecord) }),
            "body": .text(body), "footer": .list(footer.map { .text($0) }),
        ]
        return try TemplateRenderer(escaping: .html).render(frame, with: data).text
    }
}
