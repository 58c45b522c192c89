import Diagnostics
import Document
import Language

/// A file of a rendering, as the manifest and the list of documents tell of it.
struct ReleasedFile: Hashable, Sendable {
    var path: String
    var sha256: String
    var size: Int
    /// How many pages it has, for a document of pages.
    var pages: Int?

    /// "39 pages, 175 kB".
    var details: String {
        let pages = pages.map { English.countInDigits($0, Noun("page", "pages")) }
        return [pages, Self.words(size)].compactMap(\.self).joined(separator: ", ")
    }

    /// A size in the units that people know, a thousand bytes to a kilobyte.
    static func words(_ bytes: Int) -> String {
        if bytes < 999_500 { return "\(max(1, (bytes + 500) / 1000)) kB" }
        return "\(English.decimal(units: (bytes + 50_000) / 100_000, decimals: 1)) MB"
    }
}

extension RenderOptions.Format {
    /// What a reader calls a file of this format.
    var label: String {
        switch self {
        case .html: "Web page (HTML)"
        case .markdown: "Plain text (Markdown)"
        case .png: "PNG"
        case .pdf: "PDF"
        case .svg: "SVG"
        case .csv: "CSV"
        case .ods: "Workbook (ODS)"
        case .json: "For programs (JSON)"
        case .docx: "Word (DOCX)"
        case .cms: "Pieces for your own website (HTML)"
        }
    }

    /// The format that brings forth a file of a report's folder; nil for those that every rendering writes.
    init?(ofPath path: String) {
        let ending = path.split(separator: ".").last.map(String.init) ?? ""
        if path.hasPrefix(WebFragments.folder + "/") {
            self = .cms
        } else if path.hasPrefix("data/") {
            self = .csv
        } else if path.hasPrefix("covers/") {
            self = .pdf
        } else if path == "manifest.json" || path == "index.html" {
            return nil
        } else {
            self.init(rawValue: ending)
        }
    }
}

/// The list of everything that a report's folder holds: `index.html`.
struct ReportIndex {
    /// A document of the report, as its files are called.
    struct Document {
        var name: String
        var title: String
    }

    let context: ReportContext
    let date: String
    let documents: [Document]
    let figures: [Figure]
    let files: [ReleasedFile]

    /// The picture of a document's first page, made with its PDF.
    static func cover(of document: String) -> String { "covers/\(document).png" }

    func html(on page: ReleasePage) throws(Failure) -> [UInt8] {
        try page.html(
            title: context.title,
            kicker: "\(context.bodyName), \(context.waveTitle). \(English.date(iso: date) ?? date)",
            lead: ["All documents of this report, with the charts and the numbers in it."],
            groups: [documentGroup, dataGroup, chartGroup, tableGroup, rest],
            hasStatement: file(ReportPage.statementFile + ".html") != nil)
    }

    private func file(_ path: String, label: String? = nil) -> ReleasePage.File? {
        files.first { $0.path == path }.map { file in
            let format = RenderOptions.Format(ofPath: path)
            return ReleasePage.File(
                address: path, label: label ?? format?.label ?? path, details: file.details)
        }
    }

    private var documentGroup: ReleasePage.Group {
        let formats: [RenderOptions.Format] = [.html, .pdf, .docx, .markdown]
        let items = documents.map { document in
            ReleasePage.Item(
                title: document.title,
                picture: files.map(\.path).first { $0 == Self.cover(of: document.name) },
                files: formats.compactMap { file("\(document.name).\($0.rawValue)") })
        }
        let statement = ReleasePage.Item(
            title: "Accessibility statement",
            note:
                "Who can use these documents, what is known not to work, and how to ask for another format.",
            files: [file(ReportPage.statementFile + ".html")].compactMap(\.self))
        return .init(
            id: "documents", title: "Documents", isWide: true,
            items: (items + [statement]).filter { !$0.files.isEmpty })
    }

    private var dataGroup: ReleasePage.Group {
        let name = DataBook.fileName(context)
        var items: [ReleasePage.Item] = []
        if let book = file(name) {
            items.append(
                .init(
                    title: "All tables in one workbook",
                    note: "For LibreOffice, Excel and other spreadsheets. One table a sheet, with notes.",
                    files: [book]))
        }
        let programs = [
            file("results.json", label: "All published results (JSON)"),
            file("data/csv-metadata.json", label: "What the columns of the CSV files mean (JSON)"),
            files.contains { $0.path == "cms/list.html" }
                ? ReleasePage.File(
                    address: "cms/list.html", label: "Pieces and pictures for your own website") : nil,
        ].compactMap(\.self)
        if !programs.isEmpty {
            items.append(
                .init(
                    title: "For programs and websites", note: "The same numbers, to be used again.",
                    files: programs))
        }
        return .init(id: "data", title: "Data", isWide: true, items: items)
    }

    private func items(_ kind: Figure.Kind) -> [ReleasePage.Item] {
        figures.filter { $0.kind == kind }.map { figure in
            let charts = ["svg", "png"].map { "charts/\(figure.name).\($0)" }
            let picture = charts.first { path in files.contains { $0.path == path } }
            return .init(
                title: (figure.number == nil ? "" : "\(figure.label). ") + figure.title.plainText,
                picture: picture, isLazy: true,
                files: [
                    file("charts/\(figure.name).png"), file("charts/\(figure.name).svg"),
                    file("charts/\(figure.name).pdf"), file("data/\(figure.name).csv", label: "Data (CSV)"),
                ].compactMap(\.self))
        }.filter { !$0.files.isEmpty }
    }

    private var chartGroup: ReleasePage.Group {
        .init(id: "charts", title: "Charts", isWide: false, items: items(.chart))
    }

    private var tableGroup: ReleasePage.Group {
        .init(id: "tables", title: "Tables", isWide: false, items: items(.table))
    }

    /// What no other list has told, so that the page is complete.
    private var rest: ReleasePage.Group {
        let told = Set(
            [documentGroup, dataGroup, chartGroup, tableGroup].flatMap(\.items).flatMap(\.files).map(
                \.address))
        let others = files.filter { file in
            !told.contains(file.path) && !["cms/", "covers/"].contains(where: file.path.hasPrefix)
        }
        let items = others.map { other in
            ReleasePage.Item(
                title: other.path, files: [.init(address: other.path, label: "Open", details: other.details)])
        }
        return .init(id: "others", title: "Other files", isWide: false, items: items)
    }
}
