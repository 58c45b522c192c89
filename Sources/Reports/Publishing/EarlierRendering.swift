import Diagnostics
import Files
import Reading

/// What an earlier rendering of a report left in its folder, as its manifest tells.
///
/// A rendering replaces the folder. Files in formats that it does not make are taken along where they still say what
/// the report says; where they do not, they would be an old draft beside a new one, and go.
package struct EarlierRendering: Sendable {
    package let folder: String
    /// The digest of all that its files say.
    private let content: String
    private let files: [ReleasedFile]

    /// Reads the manifest of a folder; nil where there is none that can be read.
    package init?(_ folder: String) {
        self.folder = folder
        let path = "\(folder)/\(Manifest.fileName)"
        guard FileStore.exists(path), let node = try? DataFile.read(path) else { return nil }
        let log = DiagnosticLog()
        var fields = Fields(node, of: "the manifest", log: log)
        content = fields.optionalText("content") ?? ""
        files = fields.list("files").compactMap { node in
            var file = Fields(node, of: "the file", log: log)
            guard let path = file.text("path"), let digest = file.text("sha256"),
                let size = file.wholeNumber("bytes", in: 0...Int.max)
            else { return nil }
            return ReleasedFile(
                path: path, sha256: digest, size: size,
                pages: file.optionalWholeNumber("pages", in: 1...100_000))
        }
        if log.hasErrors { return nil }
    }

    /// The files in formats that are not made anew: those that still hold, and the others' paths.
    func files(besides formats: Set<RenderOptions.Format>, content: String) -> (
        kept: [ReleasedFile], dropped: [String]
    ) {
        var kept: [ReleasedFile] = []
        var dropped: [String] = []
        for file in files {
            guard let format = RenderOptions.Format(ofPath: file.path), !formats.contains(format) else {
                continue
            }
            let bytes = try? FileStore.bytes(of: "\(folder)/\(file.path)")
            guard let bytes else { continue }
            if content == self.content, Digest.sha256(bytes) == file.sha256 {
                kept.append(file)
            } else {
                dropped.append(file.path)
            }
        }
        return (kept, dropped)
    }
}
