package import Diagnostics
import Document
import Drawing
import Survey
import Typesetting

/// Renders one report: composed, then each of its documents written in every format asked for.
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
        let report = try ComposedReport(
            folder, of: wave, library: library, measurer: studio.fonts, onlyDocument: options.document)
        var files: [(path: String, bytes: [UInt8])] = []
        var printed: [String: PDFFile] = [:]
        let log = DiagnosticLog()
        log.add(report.warnings)
        let data = DataOfReport(report: report, options: options)
        let results = data.resultsText
        let standing = try standing(earlier, beside: report, results: results)
        let logos = try Logo.all(of: report.theme, studio: studio)
        for document in report.documents {
            files += try self.files(
                of: document, in: report, wave: wave, logos: logos, formats: standing.formats,
                printed: &printed, log: log)
        }
        for chart in report.charts { files += try self.files(of: chart) }
        files += try data.files(results: results)
        try studio.fonts.check()
        let faults = report.finalScan.faults(in: files, date: options.date)
        if !faults.isEmpty { throw Failure(faults) }
        // It holds nothing of the survey, and so is not held against its figures.
        if options.formats.contains(.html) {
            files.append(try statement(on: report, wave: wave, logos: logos, formats: standing.formats))
        }
        if options.isStrict, !log.warnings.isEmpty {
            throw Failure(
                log.warnings.map { Diagnostic(.error, $0.message, at: $0.location, hints: $0.hints) })
        }
        return try published(files, of: report, printed: printed, wave: wave, over: standing, log: log)
    }

    private func page(
        of document: ComposedReport.Document, in report: ComposedReport, wave: WaveFolder, logos: [Logo]
    ) throws(Failure) -> ReportPage {
        try ReportPage(
            document, library: library, theme: report.theme, logos: logos,
            publication: report.context.publication, wave: wave.folder)
    }

    /// The page that says who can use the report, in all the formats that there will be.
    private func statement(
        on report: ComposedReport, wave: WaveFolder, logos: [Logo], formats: Set<RenderOptions.Format>
    ) throws(Failure) -> (path: String, bytes: [UInt8]) {
        var options = options
        options.formats = formats
        let statement = try AccessibilityStatement(of: report.context, options: options, library: library)
        let page = try page(of: statement.document, in: report, wave: wave, logos: logos)
            .html(others: [], context: report.context, studio: studio)
        return (ReportPage.statementFile + ".html", Array(page.utf8))
    }

    /// The files of one document in every format, with links to the others in the same format.
    ///
    /// - Parameter formats: those that there will be, made now or before.
    private func files(
        of document: ComposedReport.Document, in report: ComposedReport, wave: WaveFolder, logos: [Logo],
        formats: Set<RenderOptions.Format>, printed: inout [String: PDFFile], log: DiagnosticLog
    ) throws(Failure) -> [(path: String, bytes: [UInt8])] {
        var files: [(path: String, bytes: [UInt8])] = []
        let others = report.documents.filter { $0.fileName != document.fileName }
        if options.formats.contains(.html) {
            let linked = document.linkingFiles(of: report.data, formats: formats)
            let page = try self.page(of: linked, in: report, wave: wave, logos: logos)
                .html(others: others, context: report.context, studio: studio)
            files.append(("\(document.fileName).html", Array(page.utf8)))
        }
        if options.formats.contains(.markdown) {
            let manuscript = document.manuscript.beginning(with: report.context.notice).listing(others)
            files.append(("\(document.fileName).md", Array(formats.markdownWriter.text(manuscript).utf8)))
        }
        if options.formats.contains(.pdf) {
            let pdf = try PrintedDocument(
                document, others: others, report: report, logos: logos, date: options.date
            )
            .pdf(fonts: studio.fonts, log: log)
            printed["\(document.fileName).pdf"] = pdf
            files.append(("\(document.fileName).pdf", pdf.bytes))
        }
        if let pandoc = options.pandoc, options.formats.contains(.docx) {
            let word = WordDocument(library: library, pandoc: pandoc, studio: studio, date: options.date)
            let manuscript = document.manuscript.beginning(with: report.context.notice)
            let title = document.manuscript.title ?? document.settings.title
            files.append(
                (
                    "\(document.fileName).docx",
                    try word.bytes(
                        manuscript, title: title, hasContents: document.settings.hasContents)
                ))
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
