package import Diagnostics
package import Document
package import Drawing
package import Scene

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

    /// The document as a file, with what a list of documents tells of it.
    package func printed(_ manuscript: Manuscript, front: FrontMatter, language: String, date: String)
        throws(Failure) -> PDFFile
    {
        let document = try Typesetter(theme: theme, measurer: fonts)
            .document(manuscript, front: front, language: language)
        try fonts.check()
        let bytes = try TaggedPDFExporter(fonts: fonts).pdf(document, date: date)
        return PDFFile(bytes: bytes, pages: document.pages.count, cover: document.pages[0].picture)
    }
}

/// A document as a file, and what a list of documents tells of it.
package struct PDFFile {
    package var bytes: [UInt8]
    package var pages: Int
    /// Its first page.
    package var cover: Picture
}

extension TaggedPage {
    /// The page as a picture without words for it: it stands beside the name of its document.
    fileprivate var picture: Picture {
        Picture(
            size: size, title: "", alternative: "", background: Color.white, nodes: pieces.flatMap(\.nodes))
    }
}
