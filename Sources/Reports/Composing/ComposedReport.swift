package import Diagnostics
package import Document
import Findings
import Reading
package import Scene
import Survey

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
    /// - Parameter onlyDocument: the name of the one document that is wanted.
    package init(
        _ folder: String, of wave: WaveFolder, library: Library, measurer: any TextMeasurer,
        onlyDocument: String? = nil
    ) throws(Failure) {
        let composition = try Composition(
            of: folder, of: wave, library: library, measurer: measurer, onlyDocument: onlyDocument)
        let (context, maker, log) = (composition.context, composition.maker, composition.log)
        self.context = context
        theme = composition.theme
        documents = try composition.documents()
        let narratives = context.settings.narrative.values.map { "\(folder)/\($0)" }
        var sources: [String: String] = [:]
        for file in narratives { sources[file] = try SourceText.load(path: file).text }
        FactCheck(context: context, sources: WrittenFiles(sources)).check(
            documents.map(\.manuscript), writtenIn: Set(narratives), isWhole: onlyDocument == nil, log: log)
        charts = maker.charts
        data = maker.data
        let scan = ManuscriptScan(
            register: NumberRegister(context, data: data), book: context.book, narratives: Set(narratives),
            spoken: context.spokenTexts, log: log)
        finalScan = scan.check(documents)
        try log.check()
        var told: Set<Diagnostic> = []
        warnings = (log.warnings + maker.log.warnings).filter { told.insert($0).inserted }
    }
}
