import Charts
package import Diagnostics
package import Document
import Findings
package import Scene
import Survey

/// Makes the figures that a template asks for, and keeps what belongs in files beside the report.
///
/// One is made for each report; it stays within one task.
package final class FigureMaker {
    /// The widths of charts, in CSS pixels: on wide screens and paper, on narrow screens, in files.
    package enum Width {
        static let wide = 700.0
        static let narrow = 340.0
        package static let file = 800.0
    }

    /// A chart to be written as files of its own.
    package struct ChartFile {
        package var name: String
        package var picture: Picture
    }

    let context: ReportContext
    /// What few figures need beside the report's own results: other bodies of the wave, and earlier waves.
    let wave: WaveFolder
    let library: Library
    let measurer: any TextMeasurer
    let theme: ChartTheme
    let log = DiagnosticLog()
    /// The width of charts in files of their own.
    let fileWidth: Double
    /// The one chart that is wanted as a file; nil where the whole report is made.
    private let only: String?
    package private(set) var charts: [ChartFile] = []
    /// The names of all charts, laid out or not.
    private(set) var chartNames: [String] = []
    package private(set) var data: [FigureData] = []
    private var pictures: PictureRows?
    /// What was made already: a figure that two documents ask for in the same words is one figure, with one file.
    private var made: [Request: [Block]] = [:]
    /// How often the document at hand asked for each figure.
    private var requests: [Directive: Int] = [:]

    private struct Request: Hashable {
        var directive: Directive
        var occurrence: Int
    }

    init(
        context: ReportContext, wave: WaveFolder, library: Library, measurer: any TextMeasurer,
        theme: ChartTheme = .standard, fileWidth: Double = Width.file, only: String? = nil
    ) {
        self.fileWidth = fileWidth
        self.only = only
        self.context = context
        self.wave = wave
        self.library = library
        self.measurer = measurer
        self.theme = theme
    }

    var results: ComparedResults { context.results }
    var instrument: Instrument { context.results.instrument }

    /// Tells that the directives which follow are of another document, with its pictures.
    func beginDocument(_ pictures: PictureRows) {
        requests = [:]
        self.pictures = pictures
    }

    /// The blocks of a directive; those that another document of the report was given for the same words.
    ///
    /// None once the one chart that is wanted is there.
    package func blocks(for directive: Directive) throws(Failure) -> [Block] {
        if only != nil, !charts.isEmpty { return [] }
        var words = directive
        words.location = nil
        words.parameters = directive.parameters.filter { !$0.value.isEmpty }.sorted { $0.name < $1.name }
        words.caption = [Inline](words: directive.caption.plainText)
        requests[words, default: 0] += 1
        let request = Request(directive: words, occurrence: requests[words] ?? 1)
        if let blocks = made[request] { return blocks }
        let blocks = try make(directive)
        made[request] = blocks
        return blocks
    }

    private func make(_ directive: Directive) throws(Failure) -> [Block] {
        let log = DiagnosticLog()
        var parameters = DirectiveParameters(directive, instrument: instrument, log: log)
        let name = name(of: directive)
        guard let make = Self.makers.first(where: { $0.name == name })?.make else {
            let names = Self.makers.map(\.name).filter { !$0.hasSuffix(":") }
            log.error(
                "there is no '\(parameters.title)'", at: directive.location,
                hints: hints(forUnknown: parameters.title, among: names, listing: "there are"))
            throw Failure(log.diagnostics)
        }
        let made = make(self)(&parameters)
        parameters.finish()
        try log.check()
        self.log.add(log.diagnostics)
        return made
    }

    private typealias Make = @Sendable (FigureMaker) -> (inout DirectiveParameters) -> [Block]

    /// Every figure that a template can ask for, by name.
    private static let makers: [(name: String, make: Make)] = [
        ("chart:stacked", { $0.answersChart }), ("chart:diverging", { $0.divergingChart }),
        ("chart:bars", { $0.barsChart }), ("chart:comparison", { $0.comparisonChart }),
        ("chart:groups", { $0.groupsChart }), ("chart:grouped", { $0.groupedChart }),
        ("chart:multiples", { $0.multiplesChart }), ("chart:audiences", { $0.audiencesChart }),
        ("chart:change", { $0.changeChart }), ("chart:process", { $0.processChart }),
        ("chart:funnel", { $0.funnelChart }), ("chart:trend", { $0.trendChart }),
        ("chart:people", { $0.peopleChart }), ("chart:number", { $0.numberChart }),
        ("table:answers", { $0.answersTable }), ("table:responses", { $0.responsesTable }),
        ("table:audiences", { $0.audiencesTable }), ("table:groups", { $0.groupsTable }),
        ("number:", { $0.numberRow }), ("picture:", { $0.picture }),
    ]

    /// What is after the colon names a number's figure and a picture, whichever it is.
    private func name(of directive: Directive) -> String {
        switch directive.kind {
        case .number: "number:"
        case .picture where pictures != nil: "picture:"
        default: "\(directive.kind.rawValue):\(directive.name)"
        }
    }

    private func picture(_ parameters: inout DirectiveParameters) -> [Block] {
        pictures?.blocks(&parameters) ?? []
    }

    /// Lays a chart out for its files and for the page; gives the notes that belong under it on the page.
    ///
    /// Where one chart alone is wanted, the others are not laid out.
    func drawings(
        _ name: String, file: () -> Picture,
        page: (_ width: Double, _ isTight: Bool) -> (picture: Picture, notes: [String])
    ) -> (Figure.Drawings, notes: [String]) {
        chartNames.append(name)
        if only == nil || only == name { charts.append(ChartFile(name: name, picture: file())) }
        guard only == nil else { return (.none, []) }
        let (wide, tight) = (page(Width.wide, false), page(Width.wide, true).picture)
        let drawings = Figure.Drawings.chart(
            wide: wide.picture, narrow: page(Width.narrow, false).picture,
            tight: tight.size.height < wide.picture.size.height ? tight : nil)
        return (drawings, wide.notes)
    }

    func keep(data figure: FigureData) { data.append(figure) }

    /// A name for a figure's files that no other figure of the report has.
    func freshName(_ wanted: String) -> String {
        let taken = Set(data.map(\.name))
        if !taken.contains(wanted) { return wanted }
        var number = 2
        while taken.contains("\(wanted)-\(number)") { number += 1 }
        return "\(wanted)-\(number)"
    }

    /// "Source: …", the same under every figure.
    var source: [Inline] { [Inline](words: "Source: \(context.sourceLine)") }

    /// What a chart's own file says beneath it, away from the page: the source, and a notice such as "INVENTED".
    var fileNotes: [String] { ["Source: \(context.sourceLine)"] + (context.notice.map { [$0] } ?? []) }

    /// The caption that a template gives, else the message of the data.
    func title(_ directive: Directive, else message: String) -> [Inline] {
        directive.caption.isEmpty ? [Inline](words: message) : directive.caption
    }
}
