package import Charts
package import Diagnostics
import Reading
package import Scene
import Survey

/// An infographic of one report in one format: its picture's model, and its text version.
package struct InfographicPage: Hashable, Sendable {
    package var infographic: Infographic
    package var format: InfographicFormat
    /// The same messages in the same order, as Markdown.
    package var text: String
    /// The looks of the report's theme.
    package var theme: ChartTheme

    /// The picture; throws where it does not fit its page, with the name of the block that takes most room.
    package func picture(measurer: any TextMeasurer) throws(Failure) -> Picture {
        do {
            return try infographic.picture(format, measurer: measurer, theme: theme)
        } catch {
            let block = error.block.map { "; the block '\($0)' takes most of it, \(error.share)%" } ?? ""
            throw Failure(
                "the infographic is \(Int(error.excess.rounded(.up))) points too tall for '\(format.name)' at its smallest type\(block)",
                hints: ["shorten its words, show fewer rows, or give it more columns"])
        }
    }
}

extension WaveFolder {
    /// An infographic of a report, by the name of its template in `Templates/infographics/` or beside the wave.
    ///
    /// Blocks for which there are no results are left out; the log has a warning each.
    package func infographic(
        _ name: String, format: String, of folder: String, library: Library, log: DiagnosticLog
    ) throws(Failure) -> InfographicPage {
        guard let format = InfographicFormat.all.first(where: { $0.name == format }) else {
            throw Failure(
                "there is no size '\(format)'",
                hints: hints(forUnknown: format, among: InfographicFormat.all.map(\.name), listing: "sizes"))
        }
        let template = try InfographicTemplateReader.read(
            library.data(name, kind: "infographics", beside: self.folder, at: nil))
        let file = folder + "/report.yaml"
        let settings = try WaveReader.report(DataFile.read(file))
        let results = try results(
            for: settings.body, at: settings.places["body"] ?? SourceLocation(file: file))
        let context = ReportContext(results: results, wave: wave, settings: settings)
        let faults = DiagnosticLog()
        let infographic = InfographicMaker(template, context: context, log: faults).infographic(format)
        try faults.check()
        log.add(faults.warnings)
        guard let infographic else { throw Failure(faults.diagnostics) }
        return InfographicPage(
            infographic: infographic, format: format, text: InfographicText.markdown(infographic),
            theme: try theme(of: settings, in: folder, library: library).chart)
    }
}
