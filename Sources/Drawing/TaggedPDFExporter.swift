package import Diagnostics
import PDFFinishing
package import Scene

/// Draws documents of many pages as tagged PDF, with the fonts embedded.
///
/// The pages are drawn with marks around what belongs together; the finishing pass writes the structure, the links and
/// everything else around them.
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
    /// Packed objects make a long document a third of the size; unpacked, it can be read as text, and shares its fonts with
    /// others.
    package func pdf(_ document: TaggedDocument, date: String, packsObjects: Bool = true) throws(Failure)
        -> [UInt8]
    {
        guard !document.pages.isEmpty else { throw Failure("a document needs a page") }
        let finisher = try PDFFinisher(document, date: date, packsObjects: packsObjects)
        var pen = PagePen(fonts: fonts, outlinesText: outlinesText, sharesFonts: !packsObjects)
        for page in document.pages { try pen.draw(page) }
        try fonts.check()
        return try finisher.finish(pen.finish())
    }
}
