package import Diagnostics
import Files
import Language
import Reading
import Survey

/// The page beside the report folders that lists them: `index.html`, made from what their manifests say, so that it is
/// right too where reports were rendered at different times or on different machines.
package struct WaveIndex {
    /// By which a page of ours is known.
    private static let sign = "<meta name=\"generator\" content=\"poet\">"

    private let library: Library
    private let wave: WaveFolder
    /// The folder of the report folders.
    private let folder: String

    package init(library: Library, wave: WaveFolder, folder: String) {
        self.library = library
        self.wave = wave
        self.folder = folder
    }

    private var path: String { "\(folder)/index.html" }

    /// Whether there is a page of ours.
    package var exists: Bool { FileStore.exists(path) && isOurs }

    private var isOurs: Bool {
        guard let bytes = try? FileStore.bytes(of: path) else { return false }
        // The fonts follow the sign, so the beginning is enough.
        return String(decoding: bytes.prefix(600), as: UTF8.self).contains(Self.sign)
    }

    /// Writes the page, where there is a report to list; a page of somebody else's is an error, and stays.
    package func write() throws(Failure) {
        guard FileStore.isFolder(folder) else { return }
        if FileStore.exists(path), !isOurs {
            throw Failure(
                "poet did not make this page and will not replace it by its list of reports",
                at: SourceLocation(file: path), hints: ["choose another output folder, or move the page away"]
            )
        }
        let reports = try FileStore.names(in: folder).compactMap { Report("\(folder)/\($0)", name: $0) }
        guard !reports.isEmpty else { return }
        let theme = try library.theme(
            wave.wave.theme, beside: wave.folder, at: wave.wave.places["theme"])
        let page = try ReleasePage(
            library: library, theme: theme,
            fontFaces: Studio(library: library).fontFaces(of: theme.family), notice: wave.wave.notice,
            footer: ["Source: \(wave.wave.source)"])
        var waves: [String] = []
        for report in reports where !waves.contains(report.wave) { waves.append(report.wave) }
        let count = "\(English.number(reports.count)) report\(reports.count == 1 ? "" : "s")"
        let groups = waves.enumerated().map { index, wave in
            ReleasePage.Group(
                id: "reports-\(index + 1)", title: waves.count == 1 ? count : wave, isWide: reports.count < 8,
                items: reports.filter { $0.wave == wave }.map(\.item))
        }
        let html = try page.html(
            title: waves.count == 1 ? waves[0] : "Reports", kicker: waves.count == 1 ? "Reports" : count,
            lead: [
                "“All documents” leads to everything that a report has: its other versions, its charts and its data."
            ], groups: groups
        )
        try FileStore.write(html, to: path)
    }

    /// What the manifest of a report folder says.
    private struct Report {
        let wave: String
        let item: ReleasePage.Item

        init?(_ folder: String, name: String) {
            let path = "\(folder)/\(Manifest.fileName)"
            guard FileStore.exists(path), let node = try? DataFile.read(path) else { return nil }
            var fields = Fields(node, of: "the manifest", log: DiagnosticLog())
            guard let title = fields.optionalText("title"), let body = fields.optionalText("name"),
                let wave = fields.optionalText("waveTitle")
            else { return nil }
            self.wave = wave
            let files = fields.list("files").compactMap { node -> ReleasedFile? in
                var file = Fields(node, of: "the file", log: DiagnosticLog())
                guard let path = file.optionalText("path"),
                    let size = file.optionalWholeNumber("bytes", in: 0...Int.max)
                else { return nil }
                return ReleasedFile(
                    path: path, sha256: "", size: size,
                    pages: file.optionalWholeNumber("pages", in: 1...100_000))
            }
            let named = [
                ("index.html", "All documents"), ("report.html", "Web page (HTML)"), ("report.pdf", "PDF"),
            ]
            item = ReleasePage.Item(
                title: body, note: title,
                files: named.compactMap { path, label in
                    files.first { $0.path == path }.map { file in
                        .init(
                            address: "\(name)/\(path)", label: label,
                            details: path == "index.html" ? "" : file.details)
                    }
                })
        }
    }
}
