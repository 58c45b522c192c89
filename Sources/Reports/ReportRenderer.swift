package import Diagnostics
import Document
import Drawing
import Survey

/// Renders one report: composed, then each of its documents written in every format asked for.
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
        let report = try ComposedReport(
            folder, of: wave, library: library, measurer: studio.fonts, onlyDocument: options.document)
        var files: [(path: String, bytes: [UInt8])] = []
        let log = DiagnosticLog()
        log.add(report.warnings)
        let logos = try Logo.all(of: report.theme, studio: studio)
        for document in report.documents {
            files += try self.files(of: document, in: report, wave: wave, logos: logos, log: log)
        }
        for chart in report.charts { files += try self.files(of: chart) }
        if options.formats.contains(.csv) {
            for figure in report.data where !figure.values.isEmpty {
                files.append(("data/\(figure.name).csv", Array(figure.csv.utf8)))
            }
        }
        try studio.fonts.check()
        let faults = report.finalScan.faults(in: files)
        if !faults.isEmpty { throw Failure(faults) }
        // It holds nothing of the survey, and so is not held against its figures.
        if options.formats.contains(.html) {
            files.append(try statement(on: report, wave: wave, logos: logos))
        }
        if options.isStrict, !log.warnings.isEmpty {
            throw Failure(
                log.warnings.map { Diagnostic(.error, $0.message, at: $0.location, hints: $0.hints) })
        }
        files.sort { $0.path < $1.path }
        let manifest = Manifest(report: report, options: options, files: files)
        files.append(("manifest.json", Array(manifest.text.utf8)))
        return Rendered(files: files, warnings: log.warnings)
    }

    private func page(
        of document: ComposedReport.Document, in report: ComposedReport, wave: WaveFolder, logos: [Logo]
    ) throws(Failure) -> ReportPage {
        try ReportPage(
            document, library: library, theme: report.theme, logos: logos,
            publication: report.context.publication, wave: wave.folder)
    }

    /// The page that says who can use the report.
    private func statement(on report: ComposedReport, wave: WaveFolder, logos: [Logo]) throws(Failure) -> (
        path: String, bytes: [UInt8]
    ) {
        let statement = try AccessibilityStatement(of: report.context, options: options, library: library)
        let page = try page(of: statement.document, in: report, wave: wave, logos: logos)
            .html(others: [], context: report.context, studio: studio)
        return (ReportPage.statementFile + ".html", Array(page.utf8))
    }

    /// The files of one document in every format, with links to the others in the same format.
    private func files(
        of document: ComposedReport.Document, in report: ComposedReport, wave: WaveFolder, logos: [Logo],
        log: DiagnosticLog
    ) throws(Failure) -> [(path: String, bytes: [UInt8])] {
        var files: [(path: String, bytes: [UInt8])] = []
        let others = report.documents.filter { $0.fileName != document.fileName }
        if options.formats.contains(.html) {
            let page = try self.page(of: document, in: report, wave: wave, logos: logos)
                .html(others: others, context: report.context, studio: studio)
            files.append(("\(document.fileName).html", Array(page.utf8)))
        }
        if options.formats.contains(.markdown) {
            let manuscript = document.manuscript.beginning(with: report.context.notice).listing(others)
            files.append(("\(document.fileName).md", Array(MarkdownWriter().text(manuscript).utf8)))
        }
        if options.formats.contains(.pdf) {
            let bytes = try PrintedDocument(
                document, others: others, report: report, logos: logos, date: options.date
            )
            .pdf(fonts: studio.fonts, log: log)
            files.append(("\(document.fileName).pdf", bytes))
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
