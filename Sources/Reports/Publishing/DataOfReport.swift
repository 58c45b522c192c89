import DataFiles
import Diagnostics
import Document
import Findings
import Survey

/// The data files of a report: what lies behind its figures, for people and for programs.
struct DataOfReport {
    let report: ComposedReport
    let options: RenderOptions

    private var context: ReportContext { report.context }

    /// The figures that have values.
    private var data: [FigureData] {
        report.data.filter { !$0.values.isEmpty || !$0.responses.isEmpty }
    }

    /// The files in the formats asked for.
    ///
    /// - Parameter text: of the file of results.
    func files(results text: String) throws(Failure) -> [(path: String, bytes: [UInt8])] {
        var files: [(path: String, bytes: [UInt8])] = []
        if options.formats.contains(.csv), !data.isEmpty {
            let tables = data.map { $0.tidyTable(context: context) }
            files += tables.map { ("data/\($0.name).csv", Array($0.csv.utf8)) }
            let metadata = CSVMetadata(collection, of: tables)
            files.append(("data/\(CSVMetadata.fileName)", Array(metadata.fileText.utf8)))
        }
        if options.formats.contains(.ods), !data.isEmpty {
            let byName = Dictionary(data.map { ($0.name, $0) }) { first, _ in first }
            let figures = report.figures.compactMap { figure in
                byName[figure.name].map { (figure: figure, data: $0) }
            }
            let book = DataBook(context: context, date: options.date, figures: figures)
            files.append((DataBook.fileName(context), try OpenDocument(book.workbook).bytes()))
        }
        if options.formats.contains(.json) {
            files.append((ResultsFile.fileName, Array(text.utf8)))
        }
        return files
    }

    private var collection: CSVMetadata.Collection {
        .init(
            title: "Data behind “\(context.title)”",
            description:
                "\(context.instrument.title), \(context.waveTitle): one file for each figure of the report."
                + (context.notice.map { " \($0)" } ?? ""),
            language: "en-GB", date: options.date, source: context.sourceLine,
            rights: context.wave.attribution)
    }

    /// The text of the file of results.
    var resultsText: String { results.fileText }

    private var results: ResultsFile {
        var instruments = [context.instrument]
        for other in context.results.others
        where !instruments.contains(where: { $0.id == other.instrument.id }) {
            instruments.append(other.instrument)
        }
        let own = ResultsFile.Entry(
            role: "this", label: context.bodyName, results: context.results.own)
        let others = context.results.others.map { other in
            // Reports compare whole bodies; the groups of a comparator belong to its own report.
            var results = other.results
            results.tables = results.tables.filter { $0.group == nil }
            return ResultsFile.Entry(
                role: other.comparator.body, label: other.comparator.label, results: results)
        }
        return ResultsFile(
            title: context.title, date: options.date, source: context.sourceLine,
            attribution: context.wave.attribution, notice: context.notice, instruments: instruments,
            entries: [own] + others)
    }
}

extension ComposedReport {
    /// The figures of all documents, each once; those that are not in the main one have no number there.
    var figures: [Figure] {
        var names: Set<String> = []
        let main = documents.first?.manuscript.figures ?? []
        let others = documents.dropFirst().flatMap(\.manuscript.figures).map { figure in
            var figure = figure
            figure.number = nil
            return figure
        }
        return (main + others).filter { names.insert($0.name).inserted }
    }
}

extension ComposedReport.Document {
    /// The document with a link at each figure to the files that hold it and its data.
    func linkingFiles(of data: [FigureData], formats: Set<RenderOptions.Format>) -> ComposedReport.Document {
        let named = Set(data.filter { !$0.values.isEmpty || !$0.responses.isEmpty }.map(\.name))
        var document = self
        document.manuscript = manuscript.mappingFigures { figure in
            var figure = figure
            if formats.contains(.csv), named.contains(figure.name) {
                figure.files.append(.init(label: "the data as CSV", path: "data/\(figure.name).csv"))
            }
            guard figure.kind == .chart else { return figure }
            if let format = [RenderOptions.Format.png, .svg, .pdf].first(where: formats.contains) {
                let ending = format.rawValue
                let label = "the chart as \(ending.uppercased())"
                figure.files.append(.init(label: label, path: "charts/\(figure.name).\(ending)"))
            }
            return figure
        }
        return document
    }
}

extension Set<RenderOptions.Format> {
    /// Writes Markdown that shows those pictures which stand beside it, and says in words what the others would.
    var markdownWriter: MarkdownWriter {
        let ending = [RenderOptions.Format.svg, .png].first { contains($0) }?.rawValue
        return MarkdownWriter { figure in ending.map { "charts/\(figure.name).\($0)" } }
    }
}
