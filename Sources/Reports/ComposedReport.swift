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
    /// The looks of the report, with the logos that its wave and itself name.
    let theme: Theme

    /// Composes the report of a folder of a wave.
    ///
    /// Throws every fault of `report.yaml`, the template, the narrative and the figures.
    ///
    /// - Parameter onlyChart: the file name of the one chart that is laid out, where no other is wanted.
    package init(
        _ folder: String, of wave: WaveFolder, library: Library, measurer: any TextMeasurer,
        onlyChart: String? = nil
    ) throws(Failure) {
        let file = folder + "/report.yaml"
        let settings = try WaveReader.report(DataFile.read(file))
        let results = try wave.results(
            for: settings.body, at: settings.places["body"] ?? SourceLocation(file: file))
        let log = DiagnosticLog()
        var context = ReportContext(results: results, wave: wave.wave, settings: settings)
        try context.findings.check()
        context.parts = try ReportParts(of: context, in: folder, wave: wave, log: log)
        self.context = context
        theme = try wave.theme(of: settings, in: folder, library: library)
        let template = try ReportTemplate(of: settings, in: folder, wave: wave, library: library)
        let text = try template.render(context)
        let read = MarkdownReader.read(text.text, origins: text.origins, log: log)
        try log.check()
        let maker = FigureMaker(context: context, measurer: measurer, theme: theme.chart, only: onlyChart)
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
