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
            return try Composition(
                of: folder, of: self, library: library, measurer: measurer, onlyChart: name, chartWidth: width
            ).chart(name)
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
        var instead: [String] = []
        for case .directive(let directive) in blocks.map(\.content) {
            for case .paragraph(let inlines) in try maker.blocks(for: directive).map(\.content) {
                instead.append(inlines.plainText)
            }
        }
        if let chart = maker.charts.first { return chart.picture }
        throw Failure((["'\(name)' has nothing to draw"] + instead).joined(separator: ": "))
    }
}
