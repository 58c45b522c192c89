package import Diagnostics
import Document
package import Survey

/// A page of plain text in the looks of a wave: a private one that nobody publishes.
package struct PlainPage {
    private let page: ReleasePage

    package init(of wave: Wave, in folder: String, library: Library) throws(Failure) {
        let theme = try library.theme(wave.theme, beside: folder, at: wave.places["theme"])
        page = try ReleasePage(
            library: library, theme: theme, fontFaces: Studio(library: library).fontFaces(of: theme.family),
            notice: wave.notice, footer: ["Source: \(wave.source)"])
    }

    /// The page of a text in Markdown, which brings its own heading.
    package func html(_ markdown: String, title: String) throws(Failure) -> String {
        let log = DiagnosticLog()
        let manuscript = MarkdownReader.read(markdown, file: title, log: log)
        try log.check()
        return String(decoding: try page.plain(manuscript, title: title), as: UTF8.self)
    }
}
