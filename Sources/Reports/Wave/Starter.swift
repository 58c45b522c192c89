package import Diagnostics
import Files
import Language
import Reading
import Templates

/// A new wave with one report that renders: invented figures, ready to be replaced.
package struct Starter {
    /// The files that were written, in order.
    package let files: [String]

    /// Writes the starter into a folder that is not there yet, or is empty.
    ///
    /// - Parameter folder: its last part names the council: `west-exampleshire` is West Exampleshire.
    package init(in folder: String, library: Library) throws(Failure) {
        let last = folder.split(separator: "/").last.map(String.init) ?? ""
        let log = DiagnosticLog()
        let id = checkedIdentifier(
            last, at: SourceLocation(file: folder), what: "the folder's name, which names the council,",
            log: log)
        try log.check()
        guard let id else { throw Failure("'\(folder)' has no name") }
        if FileStore.exists(folder), try !FileStore.names(in: folder).isEmpty {
            throw Failure("'\(folder)' is not empty", hints: ["name a folder that is not there yet"])
        }
        let name = id.split(separator: "-").map { English.capitalized(String($0)) }.joined(separator: " ")
        let data: TemplateRecord = ["id": .text(id), "name": .text(name)]
        let output = try OutputFolder(replacing: folder, madeWith: "wave.yaml")
        var files: [String] = []
        for (source, target) in [
            ("wave.yaml", "wave.yaml"), ("results.json", "private/\(id).json"),
            ("report.yaml", "\(id)/report.yaml"),
            ("summary.md", "\(id)/narrative/summary.md"),
        ] {
            let path = "\(library.share)/Templates/starter/\(source)"
            let text = try Starter.filled(path, data)
            try output.write(text, to: target)
            files.append("\(folder)/\(target)")
        }
        try output.commit()
        self.files = files
    }

    private static func filled(_ path: String, _ data: TemplateRecord) throws(Failure) -> String {
        let source = try SourceText.load(path: path)
        // The summary is a template of its own, to be filled when the report is rendered.
        if path.hasSuffix(".md") { return source.text }
        return try TemplateRenderer(escaping: .none).render(
            Template(parsing: source.text, file: path), with: data
        ).text
    }
}
