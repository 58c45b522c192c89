package import Diagnostics
import Document
import Drawing
import Language
import Survey
import Typesetting

/// Renders one report: composed, then written in every format asked for.
package struct ReportRenderer {
    private let library: Library
    private let studio: Studio
    private let options: RenderOptions

    package init(library: Library, studio: Studio, options: RenderOptions) {
        self.library = library
        self.studio = studio
        self.options = options
    }

    /// What rendering a report gives: its files by relative path, in order, and what was noticed on the way.
    package struct Rendered {
        package var files: [(path: String, bytes: [UInt8])]
        package var warnings: [Diagnostic]
    }

    /// Renders the report of a folder of a wave; writes nothing.
    ///
    /// Throws every fault of the report; with `isStrict`, its warnings too.
    package func render(_ folder: String, of wave: WaveFolder) throws(Failure) -> Rendered {
        let report = try ComposedReport(folder, of: wave, library: library, measurer: studio.fonts)
        var files = try documents(report, wave: wave)
        for chart in report.charts { files += try self.files(of: chart) }
        if options.formats.contains(.csv) {
            for figure in report.data where !figure.values.isEmpty {
                files.append(("data/\(figure.name).csv", Array(figure.csv.utf8)))
            }
        }
        try studio.fonts.check()
        if options.isStrict, !report.warnings.isEmpty {
            throw Failure(
                report.warnings.map { Diagnostic(.error, $0.message, at: $0.location, hints: $0.hints) })
        }
        files.sort { $0.path < $1.path }
        let manifest = Manifest(context: report.context, options: options, files: files)
        files.append(("manifest.json", Array(manifest.text.utf8)))
        return Rendered(files: files, warnings: report.warnings)
    }

    private func documents(_ report: ComposedReport, wave: WaveFolder) throws(Failure) -> [(
        path: String, bytes: [UInt8]
    )] {
        var files: [(path: String, bytes: [UInt8])] = []
        let logos = try Logo.all(of: report.theme, studio: studio)
        if options.formats.contains(.html) {
            let frame = try ReportPage(
                library: library, theme: report.theme, logos: logos,
                publication: report.context.publication, wave: wave.folder)
            let page = try frame.html(report.manuscript, context: report.context, studio: studio)
            files.append(("report.html", Array(page.utf8)))
            let statement = try AccessibilityStatement(
                of: report.context, options: options, library: library)
            let second = try frame.html(
                statement.manuscript, context: report.context, studio: studio, isStatement: true)
            files.append((ReportPage.statementFile, Array(second.utf8)))
        }
        if options.formats.contains(.markdown) {
            var manuscript = report.manuscript
            if let notice = report.context.notice {
                let words = Block(.paragraph([.strong([.text(notice)])]))
                manuscript.blocks.insert(Block(.quotation([words])), at: 0)
            }
            files.append(("report.md", Array(MarkdownWriter().text(manuscript).utf8)))
        }
        if options.formats.contains(.pdf) {
            let notices =
                report.context.notice.map { [FrontMatter.Notice(label: ReportPage.noticeLabel, text: $0)] }
                ?? []
            let front = FrontMatter(
                title: report.context.title, notices: notices,
                logos: logos.map { FrontMatter.Logo(picture: $0.picture, alternative: $0.alternative) },
                imprint: [
                    English.date(iso: options.date) ?? options.date, "Source: \(report.context.sourceLine)",
                ])
            let bytes = try PDFDocumentWriter(fonts: studio.fonts, theme: report.theme.print)
                .pdf(report.manuscript, front: front, language: "en-GB", date: options.date)
            files.append(("report.pdf", bytes))
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
