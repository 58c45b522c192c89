import Charts
package import Diagnostics
import Pictures
import Reading
import Survey

extension WaveFolder {
    /// The infographics of a report, by the name of their template in `Templates/infographics/` or beside the wave: one
    /// a size, or one for each size that the template arranges.
    ///
    /// Blocks for which there are no results are left out; the log has a warning each.
    package func infographics(
        _ name: String, sizes: [String]? = nil, of folder: String, library: Library, studio: Studio,
        log: DiagnosticLog
    ) throws(Failure) -> [InfographicPage] {
        let template = try InfographicTemplateReader.read(
            library.data(name, kind: "infographics", beside: self.folder, at: nil))
        let formats = try Self.formats(
            sizes
                ?? InfographicFormat.all.map(\.name).filter {
                    template.arrangements[$0] != nil
                })
        let file = folder + "/report.yaml"
        let settings = try WaveReader.report(DataFile.read(file))
        let results = try results(
            for: settings.body, at: settings.places["body"] ?? SourceLocation(file: file))
        var context = ReportContext(results: results, wave: wave, settings: settings)
        let faults = DiagnosticLog()
        if template.blocks.contains(where: { $0.kind == .quotation }) {
            context.parts = try ReportParts(of: context, in: folder, wave: self, log: faults)
        }
        let looks = try theme(of: settings, in: folder, library: library)
        let maker = InfographicMaker(
            template, context: context,
            shelf: PictureShelf(own: folder + "/pictures", shipped: library.share + "/Templates/pictures"),
            logos: try Logo.all(of: looks, studio: studio), log: faults)
        let theme = looks.chart
        let pages = formats.compactMap { format in
            maker.fitting(format, measurer: studio.fonts, theme: theme).map {
                InfographicPage(
                    infographic: $0, format: format, name: "\(settings.body)-\(template.id)", theme: theme)
            }
        }
        // Every size tells of the same faults.
        if faults.hasErrors { throw Failure(faults.distinct) }
        log.add(faults.distinct)
        return pages
    }

    private static func formats(_ sizes: [String]) throws(Failure) -> [InfographicFormat] {
        let known = InfographicFormat.all
        var formats: [InfographicFormat] = []
        for size in sizes {
            guard let format = known.first(where: { $0.name == size }) else {
                throw Failure(
                    "there is no size '\(size)'",
                    hints: hints(forUnknown: size, among: known.map(\.name) + ["all"], listing: "sizes"))
            }
            formats.append(format)
        }
        return formats
    }
}
