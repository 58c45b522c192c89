package import Diagnostics
import Document
import Drawing
import Files
import Language
import Reading
import Survey
import Templates

/// Renders one report: the template filled, its figures made, every format written.
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

    /// Renders the report of a folder of a wave.
    ///
    /// Throws every fault of `report.yaml`, the template, the narrative and the figures; writes nothing.
    package func render(_ folder: String, of wave: WaveFolder) throws(Failure) -> Rendered {
        let log = DiagnosticLog()
        let settings = try WaveReader.report(DataFile.read(folder + "/report.yaml"))
        let results = try wave.results(for: settings.body, at: SourceLocation(file: folder + "/report.yaml"))
        let context = ReportContext(results: results, wave: wave.wave, settings: settings)
        let source = try ReportTemplate(
            settings.template ?? wave.wave.template, narrative: settings.narrative, report: folder, wave: wave.folder,
            library: library)
        let text = try source.render(context)

        var manuscript = MarkdownReader.read(text.text, origins: text.origins, log: log)
        try log.check()
        let maker = FigureMaker(context: context, measurer: studio.fonts)
        manuscript = try manuscript.resolving { directive throws(Failure) in try maker.blocks(for: directive) }.numbered()
        log.add(maker.log.diagnostics)

        var files: [(path: String, bytes: [UInt8])] = []
        if options.formats.contains(.html) {
            let page = try ReportPage(library: library, theme: settings.theme ?? wave.wave.theme, wave: wave.folder)
                .html(manuscript, context: context, studio: studio)
            files.append(("report.html", Array(page.utf8)))
        }
        if options.formats.contains(.markdown) {
            files.append(("report.md", Array(MarkdownWriter().text(manuscript).utf8)))
        }
        for chart in maker.charts {
            if options.formats.contains(.png) {
                files.append(("charts/\(chart.name).png", try studio.png(chart.picture, scale: 2)))
            }
            if options.formats.contains(.pdf) {
                files.append(("charts/\(chart.name).pdf", try studio.pdf(chart.picture, date: options.date)))
            }
            if options.formats.contains(.svg) {
                files.append(("charts/\(chart.name).svg", Array(try studio.svg(chart.picture).utf8)))
            }
        }
        if options.formats.contains(.csv) {
            for figure in maker.data where !figure.values.isEmpty {
                files.append(("data/\(figure.name).csv", Array(figure.csv.utf8)))
            }
        }
        try studio.fonts.check()
        if options.isStrict, !log.warnings.isEmpty {
            throw Failure(log.diagnostics.map { Diagnostic(.error, $0.message, at: $0.location, hints: $0.hints) })
        }
        files.sort { $0.path < $1.path }
        let manifest = Manifest(context: context, options: options, files: files.map { ($0.path, $0.bytes) })
        files.append(("manifest.json", Array(manifest.text.utf8)))
        return Rendered(files: files, warnings: log.warnings)
    }
}
