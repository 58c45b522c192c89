import Diagnostics
import Document
import Findings
import Pictures
import Reading
import Scene
import Survey
import Templates

/// The composing of a report: its templates filled with its results, and the figures that they ask for.
struct Composition {
    let context: ReportContext
    let theme: Theme
    let maker: FigureMaker
    let log = DiagnosticLog()
    private let folder: String
    private let library: Library
    private let templates: [ReportTemplate]
    private let names: ReportNames

    /// Reads all that the report of a folder of a wave is made from.
    ///
    /// - Parameters:
    ///   - onlyChart: the file name of the one chart that is laid out, where no other is wanted.
    ///   - chartWidth: of charts in files of their own, in points.
    ///   - onlyDocument: the name of the one document that is wanted.
    init(
        of folder: String, of wave: WaveFolder, library: Library, measurer: any TextMeasurer,
        onlyChart: String? = nil, chartWidth: Double = FigureMaker.Width.file, onlyDocument: String? = nil
    ) throws(Failure) {
        let file = folder + "/report.yaml"
        let settings = try WaveReader.report(DataFile.read(file))
        let results = try wave.results(
            for: settings.body, at: settings.places["body"] ?? SourceLocation(file: file))
        var context = ReportContext(results: results, wave: wave.wave, settings: settings)
        try Self.check(context, in: wave)
        context.parts = try ReportParts(of: context, in: folder, wave: wave, log: log)
        self.context = context
        theme = try wave.theme(of: settings, in: folder, library: library)
        templates = try ReportTemplates(
            of: settings, in: folder, wave: wave, library: library, only: onlyDocument
        ).templates
        names = ReportNames(context)
        maker = FigureMaker(
            context: context, wave: wave, library: library, measurer: measurer, theme: theme.chart,
            fileWidth: chartWidth, only: onlyChart)
        self.folder = folder
        self.library = library
    }

    /// The report's documents, the main one first.
    ///
    /// Throws the faults of all of them.
    func documents() throws(Failure) -> [ComposedReport.Document] {
        let documents = templates.compactMap { template in
            log.collect { () throws(Failure) in try document(template) }
        }
        if log.hasErrors {
            // What several documents take in is told once.
            var told: Set<Diagnostic> = []
            throw Failure(log.diagnostics.filter { told.insert($0).inserted })
        }
        return documents
    }

    private func document(_ template: ReportTemplate) throws(Failure) -> ComposedReport.Document {
        let text = try template.render(names)
        let faults = DiagnosticLog()
        let read = MarkdownReader.read(text.text, origins: text.origins, log: faults)
        try faults.check()
        log.add(faults.warnings)
        let easyRead = template.words.map { EasyReadDocument($0, context: maker.context) }
        let shelf = PictureShelf(own: folder + "/pictures", shipped: library.share + "/Templates/pictures")
        let entries = easyRead?.entries(of: read) ?? []
        maker.beginDocument(PictureRows(shelf: shelf, context: maker.context, entries: entries))
        var manuscript = try read.resolving { directive throws(Failure) in try maker.blocks(for: directive) }
            .numbered()
        if let easyRead {
            try easyRead.check(read, entries: entries, shelf: shelf, log: log)
            manuscript = WordList.marking(entries, in: manuscript)
        }
        return ComposedReport.Document(
            template: template.name, fileName: template.fileName, settings: template.settings,
            style: template.style, manuscript: manuscript, foot: easyRead?.foot)
    }

    /// The one chart that is wanted; what follows it in the report is not composed.
    func chart(_ name: String) throws(Failure) -> Picture {
        for template in templates where maker.charts.isEmpty { _ = try document(template) }
        if let chart = maker.charts.first { return chart.picture }
        throw Failure(
            "the report has no chart '\(name)'",
            hints: hints(forUnknown: name, among: maker.chartNames, listing: "charts"))
    }

    /// Holds the results of the report against the others'; a fault that names no place is told at the report's own results.
    private static func check(_ context: ReportContext, in wave: WaveFolder) throws(Failure) {
        do {
            try context.findings.check()
        } catch {
            let place = SourceLocation(file: "\(wave.folder)/published/\(context.results.own.body.id).json")
            throw Failure(
                error.diagnostics.map { fault in
                    var fault = fault
                    fault.location = fault.location ?? place
                    return fault
                })
        }
    }
}
