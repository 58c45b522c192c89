package import Diagnostics
import Document
import Drawing
import Language
import Survey
import Typesetting

/// Renders one report: composed, then written in every format asked for.
package struct ReportRenderer {
    let library: Library
    let studio: Studio
    let options: RenderOptions

    package init(library: Library, studio: Studio, options: RenderOptions) {
        self.library = library
        self.studio = studio
        self.options = options
    }

    /// What rendering a report gives: its files by relative path, in order, and what was noticed on the way.
    package struct Rendered {
        package var files: [(path: String, bytes: [UInt8])]
        /// The files of the earlier rendering that still hold.
        package var kept: [String]
        package var warnings: [Diagnostic]
    }

    /// Renders the report of a folder of a wave; writes nothing.
    ///
    /// Throws every fault of the report; with `isStrict`, its warnings too.
    ///
    /// - Parameter earlier: what stands where the report will be written.
    package func render(
        _ folder: String, of wave: WaveFolder, over earlier: EarlierRendering? = nil
    ) throws(Failure) -> Rendered {
        let report = try ComposedReport(folder, of: wave, library: library, measurer: studio.fonts)
        var printed: [String: PDFFile] = [:]
        var files = try documents(report, wave: wave, printed: &printed)
        for chart in report.charts { files += try self.files(of: chart) }
        files += try DataOfReport(report: report, options: options).files()
        try studio.fonts.check()
        if options.isStrict, !report.warnings.isEmpty {
            throw Failure(
                report.warnings.map { Diagnostic(.error, $0.message, at: $0.location, hints: $0.hints) })
        }
        return try published(files, of: report, printed: printed, wave: wave, over: earlier)
    }

    private func documents(
        _ report: ComposedReport, wave: WaveFolder, printed: inout [String: PDFFile]
    ) throws(Failure) -> [(path: String, bytes: [UInt8])] {
        var files: [(path: String, bytes: [UInt8])] = []
        if options.formats.contains(.html) {
            let page = try ReportPage(library: library, theme: report.theme, wave: wave.folder)
                .html(
                    report.manuscript.linkingFiles(of: report.data, formats: options.formats),
                    context: report.context, studio: studio)
            files.append(("report.html", Array(page.utf8)))
        }
        if options.formats.contains(.markdown) {
            var manuscript = report.manuscript
            if let notice = report.context.notice {
                let words = Block(.paragraph([.strong([.text(notice)])]))
                manuscript.blocks.insert(Block(.quotation([words])), at: 0)
            }
            files.append(("report.md", Array(options.markdownWriter.text(manuscript).utf8)))
        }
        if options.formats.contains(.pdf) {
            let notices =
                report.context.notice.map { [FrontMatter.Notice(label: ReportPage.noticeLabel, text: $0)] }
                ?? []
            let front = FrontMatter(
                title: report.context.title, notices: notices,
                imprint: [
                    English.date(iso: options.date) ?? options.date, "Source: \(report.context.sourceLine)",
                ])
            let pdf = try PDFDocumentWriter(fonts: studio.fonts)
                .file(report.manuscript, front: front, language: "en-GB", date: options.date)
            printed["report.pdf"] = pdf
            files.append(("report.pdf", pdf.bytes))
        }
        if let pandoc = options.pandoc, options.formats.contains(.docx) {
            let word = WordDocument(library: library, pandoc: pandoc, studio: studio, date: options.date)
            files.append(("report.docx", try word.bytes(report.manuscript, title: report.context.title)))
        }
        return files
    }

    private func files(of chart: FigureMaker.ChartFile) throws(Failure) -> [(path: String, bytes: [UInt8])] {
        var files: [(path: String, bytes: [UInt8])] = []
        for format in [RenderOptions.Format.png, .pdf, .svg] where options.formats.contains(format) {
            files.append(
                (
                    "charts/\(chart.name).\(format.rawValue)",
                    try studio.bytes(of: chart.picture, as: format, date: options.date)
                ))
        }
        return files
    }
}
