import Diagnostics
import Document
import Files
import Findings
import Reading
import Survey
import Typesetting

extension ReportRenderer {
    /// The rendering with what stands around its files: pieces for websites, the list of all files, the manifest.
    ///
    /// - Parameter printed: the documents of pages, by path.
    func published(
        _ rendered: [(path: String, bytes: [UInt8])], of report: ComposedReport, printed: [String: PDFFile],
        wave: WaveFolder, over earlier: EarlierRendering?, log: DiagnosticLog
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
        let content = ReportContent.digest(
            of: documents.map(\.manuscript), results: DataOfReport(report: report, options: options).results,
            data: report.data, theme: try report.theme.styleSheet(of: library))
        let old = earlier?.files(besides: options.formats, content: content)
        var listed = files.map { file in
            ReleasedFile(
                path: file.path, sha256: Digest.sha256(file.bytes), size: file.bytes.count,
                pages: printed[file.path]?.pages)
        }
        listed += old?.kept ?? []
        listed.sort { $0.path < $1.path }
        let index = ReportIndex(
            context: context, date: options.date,
            documents: try documents.map { document throws(Failure) in
                ReportIndex.Document(
                    name: document.name, title: document.title,
                    cover: try printed["\(document.name).pdf"].map { pdf throws(Failure) in
                        try studio.bytes(of: pdf.cover, as: .png, scale: 0.6, date: options.date)
                    })
            },
            figures: report.figures, files: listed)
        let html = try index.html(on: page)
        files.append(("index.html", html))
        listed.append(ReleasedFile(path: "index.html", sha256: Digest.sha256(html), size: html.count))
        listed.sort { $0.path < $1.path }
        files.sort { $0.path < $1.path }
        let manifest = Manifest(report: report, options: options, content: content, files: listed)
        files.append((Manifest.fileName, Array(manifest.text.utf8)))
        return Rendered(
            files: files, kept: (old?.kept ?? []).map(\.path),
            warnings: log.warnings + Self.warnings(of: old?.dropped ?? [], in: earlier?.folder ?? ""))
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
