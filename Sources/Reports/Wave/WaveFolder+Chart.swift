package import Diagnostics
import Document
import Reading
package import Scene
import Survey

extension WaveFolder {
    /// One chart of a report, as its file shows it: by its file name, or as a template asks for it (`stacked?theme=…`).
    package func chart(
        _ name: String, of folder: String, library: Library, measurer: any TextMeasurer,
        width: Double = FigureMaker.Width.file
    ) throws(Failure) -> Picture {
        guard name.contains("?") else {
            let report = try ComposedReport(
                folder, of: self, library: library, measurer: measurer, onlyChart: name,
                chartWidth: width)
            if let chart = report.charts.first { return chart.picture }
            throw Failure(
                "the report has no chart '\(name)'",
                hints: hints(forUnknown: name, among: report.chartNames, listing: "charts"))
        }
        let file = folder + "/report.yaml"
        let settings = try WaveReader.report(DataFile.read(file))
        let results = try results(
            for: settings.body, at: settings.places["body"] ?? SourceLocation(file: file))
        let context = ReportContext(results: results, wave: wave, settings: settings)
        let log = DiagnosticLog()
        let blocks = MarkdownReader.read("![](chart:\(name))", file: "chart", log: log).blocks
        try log.check()
        let theme = try theme(of: settings, in: folder, library: library).chart
        let maker = FigureMaker(
            context: context, wave: self, library: library, measurer: measurer, theme: theme,
            fileWidth: width)
        for case .directive(let directive) in blocks.map(\.content) { _ = try maker.blocks(for: directive) }
        guard let chart = maker.charts.first else { throw Failure("'\(name)' is no chart") }
        return chart.picture
    }
}
