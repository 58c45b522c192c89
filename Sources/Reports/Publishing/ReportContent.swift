import Document
import Drawing
import Files
import Reading
import Survey

/// The digest of all that the files of a report say, in whatever format: two renderings with the same one belong
/// together.
enum ReportContent {
    static func digest(
        of documents: [Manuscript], results: String, data: [FigureData], theme: String
    ) -> String {
        // Ids are in no Markdown, so they are told apart.
        let writer = MarkdownWriter { $0.name }
        let texts = documents.map { writer.text($0) + $0.blocks.map(\.id).joined(separator: " ") }
        let parts =
            [results, theme, JSONText.write(Manifest.libraries)] + texts
            + data.map { "\($0.name) \($0.title)" }
        return Digest.sha256(parts.joined(separator: "\u{0}").utf8)
    }
}
