internal import CCairo
package import Diagnostics
import PDFFinishing
package import Scene

/// Draws documents of many pages as tagged PDF, with the fonts embedded.
///
/// cairo draws the pages and marks what belongs together; the finishing pass writes the structure, the links and
/// everything else around the pages.
package struct TaggedPDFExporter {
    private let fonts: FontBook
    private let outlinesText: Bool

    /// - Parameter outlinesText: whether letters are drawn as outlines, as printers ask for; then nothing can be
    ///   searched or copied.
    package init(fonts: FontBook, outlinesText: Bool = false) {
        self.fonts = fonts
        self.outlinesText = outlinesText
    }

    /// The document as a file; `date` is the day of making, written 2026-11-21.
    ///
    /// Packed objects make a long document a third of the size; unpacked, it can be read as text.
    package func pdf(_ document: TaggedDocument, date: String, packsObjects: Bool = true) throws(Failure)
        -> [UInt8]
    {
        guard let first = document.pages.first else { throw Failure("a document needs a page") }
        let finisher = try PDFFinisher(document, date: date, packsObjects: packsObjects)
        let file = try PDFSurface(size: first.size)
        for page in document.pages {
            cairo_pdf_surface_set_size(file.surface, page.size.width, page.size.height)
            try draw(page, on: file)
        }
        try fonts.check()
        return try finisher.finish(file.finish())
    }

    private func draw(_ page: TaggedPage, on file: borrowing PDFSurface) throws(Failure) {
        let canvas = try Canvas(
            surface: file.surface, size: page.size, fonts: fonts, outlinesText: outlinesText)
        for piece in page.pieces {
            try canvas.tagged(piece.part.mark) { () throws(Failure) in try canvas.paint(piece.nodes) }
        }
        cairo_show_page(canvas.context)
        try canvas.check()
    }
}
