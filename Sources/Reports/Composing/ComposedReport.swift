package import Diagnostics
package import Document
import Findings
import Pictures
import Reading
package import Scene
import Survey
import Templates

/// A report with everything decided and nothing written: the blocks of its documents, its charts, the data of its figures.
package struct ComposedReport {
    /// One document of the report.
    package struct Document {
        /// The name of its template.
        package let template: String
        /// What its files are called, without ending.
        package let fileName: String
        package let settings: TemplateSettings
        /// Rules that follow those of the theme.
        package let style: String
        package var manuscript: Manuscript
        /// What each page says at its foot, such as that nobody has checked it.
        package let foot: String?
    }

    package let context: ReportContext
    /// The main document first.
    package let documents: [Document]
    package let charts: [FigureMaker.ChartFile]
    /// The names of all its charts.
    package let chartNames: [String]
    package let data: [FigureData]
    package let warnings: [Diagnostic]
    /// The last look at the finished files.
    let finalScan: FinishedScan
    /// The looks of the report, with the logos that its wave and itself name.
    let theme: Theme

    /// Composes the report of a folder of a wave.
    ///
    /// Throws every fault of `report.yaml`, the templates, the narrative and the figures.
    ///
    /// - Parameters:
    ///   - onlyChart: the file name of the one chart that is laid out, where no other is wanted.
    ///   - chartWidth: of charts in files of their own, in points.
    ///   - onlyDocument: the name of the one document that is wanted.
    package init(
        _ folder: String, of wave: WaveFolder, library: Library, measurer: any TextMeasurer,
        onlyChart: String? = nil, chartWidth: Double = FigureMaker.Width.file, onlyDocument: String? = nil
    ) throws(Failure) {
        let file = folder + "/report.yaml"
        let settings = try WaveReader.report(DataFile.read(file))
        let results = try wave.results(
            for: settings.body, at: settings.places["body"] ?? SourceLocation(file: file))
        let log = DiagnosticLog()
        var context = ReportContext(results: results, wave: wave.wave, settings: settings)
        try Self.check(context, in: wave)
        context.parts = try ReportParts(of: context, in: folder, wave: wave, log: log)
        self.context = context
        theme = try wave.theme(of: settings, in: folder, library: library)
        let templates = try ReportTemplates(
            of: settings, in: folder, wave: wave, library: library, only: onlyDocument
        ).templates
        let names = ReportNames(context)
        let maker = FigureMaker(
            context: context, wave: wave, library: library, measurer: measurer, theme: theme.chart,
            fileWidth: chartWidth,
            only: onlyChart)
        documents = templates.compactMap { template in
            log.collect { () throws(Failure) in
                try Self.document(
                    template, names: names, maker: maker, library: library, folder: folder, log: log)
            }
        }
        if log.hasErrors {
            // What several documents take in is told once.
            var told: Set<Diagnostic> = []
            throw Failure(log.diagnostics.filter { told.insert($0).inserted })
        }
        let narratives = settings.narrative.values.map { "\(folder)/\($0)" }
        FactCheck(context: context).check(
            documents.map(\.manuscript), writtenIn: Set(narratives), isWhole: onlyDocument == nil, log: log)
        charts = maker.charts
        chartNames = maker.chartNames
        data = maker.data
        let scan = ManuscriptScan(
            register: NumberRegister(context, data: data), book: context.book, narratives: Set(narratives),
            spoken: context.spokenTexts, log: log)
        finalScan = scan.check(documents)
        try log.check()
        var told: Set<Diagnostic> = []
        warnings = (log.warnings + maker.log.warnings).filter { told.insert($0).inserted }
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

    private static func document(
        _ template: ReportTemplate, names: ReportNames, maker: FigureMaker, library: Library, folder: String,
        log: DiagnosticLog
    ) throws(Failure) -> Document {
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
        return Document(
            template: template.name, fileName: template.fileName, settings: template.settings,
            style: template.style, manuscript: manuscript, foot: easyRead?.foot)
    }
}
