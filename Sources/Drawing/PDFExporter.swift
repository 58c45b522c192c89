internal import CCairo
package import Diagnostics
package import Scene

/// Draws pictures as vector PDF of one page, with the fonts embedded.
package struct PDFExporter {
    private let fonts: FontBook

    package init(fonts: FontBook) {
        self.fonts = fonts
    }

    /// The picture as a tagged document of one figure; `date` is its day of making, written 2026-11-21.
    package func pdf(_ picture: Picture, date: String) throws(Failure) -> [UInt8] {
        try fonts.check(picture)
        let date = try PDFDate(date)
        let file = try PDFSurface(size: picture.size)
        file.set(CAIRO_PDF_METADATA_TITLE, picture.title)
        file.set(CAIRO_PDF_METADATA_CREATE_DATE, date.iso)
        try draw(picture, on: file)
        var bytes = try file.finish()
        try date.repair(&bytes)
        return bytes
    }

    private func draw(_ picture: Picture, on file: borrowing PDFSurface) throws(Failure) {
        let canvas = try Canvas(surface: file.surface, size: picture.size, fonts: fonts, keepsText: true)
        try canvas.tagged("Document") { () throws(Failure) in
            try canvas.tagged("Figure") { () throws(Failure) in try canvas.paint(picture) }
        }
        cairo_show_page(canvas.context)
        try canvas.check()
    }
}
