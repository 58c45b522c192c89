import Diagnostics
import Document
import Files
import Findings
import Reading
import Survey
import Typesetting

extension ReportRenderer {
    /// What of an earlier rendering stands beside this one.
    struct Standing {
        var content: String
        var folder: String
        var kept: [ReleasedFile] = []
        var dropped: [String] = []
        /// The formats that there will be, made now or before.
        var formats: Set<RenderOptions.Format>
    }

    func standing(
        _ earlier: EarlierRendering?, beside report: ComposedReport, results: String
    ) throws(Failure) -> Standing {
        let content = ReportContent.digest(
            of: report.documents.map(\.manuscript),
            results: results, data: report.data, theme: try report.theme.styleSheet(of: library))
        var standing = Standing(content: content, folder: earlier?.folder ?? "", formats: options.formats)
        if let earlier {
            (standing.kept, standing.dropped) = earlier.files(besides: options.formats, content: content)
        }
        standing.formats.formUnion(standing.kept.compactMap { RenderOptions.Format(ofPath: $0.path) })
        return standing
    }

    /// The rendering with what stands around its files: pieces for websites, the list of all files, the manifest.
    ///
    /// - Parameter printed: the documents of pages, by path.
    func published(
        _ rendered: [(path: String, bytes: [UInt8])], of report: ComposedReport, printed: [String: PDFFile],
        wave: WaveFolder, over standing: Standing, log: DiagnosticLog
    ) throws(Failure) -> Rendered {
        let context = report.context
        let page = try ReleasePage(
            library: library, theme: report.theme, fontFaces: studio.fontFaces(of: report.theme.family),
            notice: context.notice, footer: ["Source: \(context.sourceLine)"])
        var files = rendered
        let documents = report.documents.map { document in
            // The main document has the title of the report, the others that of their template.
            let title = document.fileName == "report" ? context.title : document.settings.title
            return (name: document.fileName, title: title, manuscript: document.manuscript)
        }
        if options.formats.contains(.cms) {
            files += try WebFragments(studio: studio, options: options).files(of: documents, page: page)
        }
        for (path, pdf) in printed.sorted(by: { $0.key < $1.key }) {
            let cover = try studio.bytes(of: pdf.cover, as: .png, scale: 0.6, date: options.date)
            files.append((ReportIndex.cover(of: String(path.dropLast(4))), cover))
        }
        var listed = files.map { file in
            ReleasedFile(
                path: file.path, sha256: Digest.sha256(file.bytes), size: file.bytes.count,
                pages: printed[file.path]?.pages)
        }
        listed += standing.kept
        listed.sort { $0.path < $1.path }
        let index = ReportIndex(
            context: context, date: options.date,
            documents: documents.map { ReportIndex.Document(name: $0.name, title: $0.title) },
            figures: report.figures, files: listed)
        let html = try index.html(on: page)
        files.append(("index.html", html))
        listed.append(ReleasedFile(path: "index.html", sha256: Digest.sha256(html), size: html.count))
        listed.sort { $0.path < $1.path }
        files.sort { $0.path < $1.path }
        let manifest = Manifest(report: report, options: options, content: standing.content, files: listed)
        files.append((Manifest.fileName, Array(manifest.text.utf8)))
        return Rendered(
            files: files, kept: standing.kept.map(\.path),
            warnings: log.warnings + Self.warnings(of: standing.dropped, in: standing.folder))
    }

    /// Says which files of an older rendering are gone.
    private static func warnings(of dropped: [String], in folder: String) -> [Diagnostic] {
        guard let first = dropped.first else { return [] }
        let others = dropped.count > 1 ? " and \(dropped.count - 1) more" : ""
        return [
            Diagnostic(
                .warning,
                "the report has changed, so '\(first)'\(others) of an earlier rendering were taken away",
                at: SourceLocation(file: folder), hints: ["render without --formats to make all of them anew"]
            )
        ]
    }
}
