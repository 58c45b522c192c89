package import Diagnostics
package import Document
package import Drawing
import Scene

/// Writes a document as an accessible PDF of A4 pages.
package struct PDFDocumentWriter {
    private let fonts: FontBook
    private let theme: PrintTheme

    package init(fonts: FontBook, theme: PrintTheme = .standard) {
        self.fonts = fonts
        self.theme = theme
    }

    /// The document as a file.
    ///
    /// `language` is a tag of BCP 47, `date` the day of making, written 2026-11-21. Directives must have been
    /// resolved, and figures numbered, before. Fails for every block that no page can hold, for links that go
    /// nowhere and for characters that the fonts do not have.
    package func pdf(_ manuscript: Manuscript, front: FrontMatter, language: String, date: String)
        throws(Failure) -> [UInt8]
    {
        try printed(manuscript, front: front, language: language, date: date).bytes
    }

    /// The document as a file, and how many pages it has.
    package func printed(_ manuscript: Manuscript, front: FrontMatter, language: String, date: String)
        throws(Failure) -> (bytes: [UInt8], pages: Int)
    {
        let document = try Typesetter(theme: theme, measurer: fonts)
            .document(manuscript, front: front, language: language)
        try fonts.check()
        return (try TaggedPDFExporter(fonts: fonts).pdf(document, date: date), document.pages.count)
    }
}
