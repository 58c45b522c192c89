package import Diagnostics
package import Document
import Findings
import Reading
package import Scene
import Survey
import Templates

/// A report with everything decided and nothing written: its blocks, its charts, the data of its figures.
package struct ComposedReport {
    package let context: ReportContext
    package let manuscript: Manuscript
    package let charts: [FigureMaker.ChartFile]
    /// The names of all its charts.
    package let chartNames: [String]
    package let data: [FigureData]
    package let warnings: [Diagnostic]
    let theme: String

    /// Composes the report of a folder of a wave.
    ///
    /// Throws every fault of `report.yaml`, the template, the narrative and the figures.
    ///
    /// - Parameters:
    ///   - onlyChart: the file name of the one chart that is laid out, where no other is wanted.
    ///   - chartWidth: of charts in files of their own, in points.
    package init(
        _ folder: String, of wave: WaveFolder, library: Library, measurer: any TextMeasurer,
        onlyChart: String? = nil, chartWidth: Double = FigureMaker.Width.file
    ) throws(Failure) {
        let file = folder + "/report.yaml"
        let settings = try WaveReader.report(DataFile.read(file))
        let results = try wave.results(
            for: settings.body, at: settings.places["body"] ?? SourceLocation(file: file))
        context = ReportContext(results: results, wave: wave.wave, settings: settings)
        try context.findings.check()
        theme = settings.theme ?? wave.wave.theme
        _ = try library.theme(
            theme, beside: wave.folder, at: settings.places["theme"] ?? wave.wave.places["theme"])
        let template = try ReportTemplate(of: settings, in: folder, wave: wave, library: library)
        let text = try template.render(context)
        let log = DiagnosticLog()
        let read = MarkdownReader.read(text.text, origins: text.origins, log: log)
        try log.check()
        let maker = FigureMaker(
            context: context, wave: wave, library: library, measurer: measurer, fileWidth: chartWidth,
            only: onlyChart)
        manuscript = try read.resolving { directive throws(Failure) in try maker.blocks(for: directive) }
            .numbered()
        let narratives = settings.narrative.values.map { "\(folder)/\($0)" }
        FactCheck(context: context).check(manuscript, writtenIn: Set(narratives), log: log)
        charts = maker.charts
        chartNames = maker.chartNames
        data = maker.data
        warnings = log.warnings + maker.log.warnings
    }
}
