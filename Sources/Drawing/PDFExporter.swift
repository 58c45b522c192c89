internal import CCairo
package import Diagnostics
package import Scene

/// Draws pictures as vector PDF of one page, with the fonts embedded.
package struct PDFExporter {
    private let fonts: FontBook

    package init(fonts: FontBook) {
        self.fonts = fonts
    }

    /// The picture as a tagged document of one figure with its text alternative.
    ///
    /// `language` is a tag of BCP 47; `date` is the day of making, written 2026-11-21.
    package func pdf(_ picture: Picture, language: String, date: String) throws(Failure) -> [UInt8] {
        try fonts.check(picture)
        let date = try PDFDate(date)
        guard let first = language.first, first.isLetter, language.utf8.allSatisfy(isLetterDigitOrHyphen)
        else {
            throw Failure("'\(language)' is not a language tag", hints: ["write it as in en-GB"])
        }
        let file = try PDFSurface(size: picture.size)
        file.set(CAIRO_PDF_METADATA_TITLE, picture.title)
        file.set(CAIRO_PDF_METADATA_CREATE_DATE, date.iso)
        try draw(picture, on: file)
        var bytes = try file.finish()
        try date.repair(&bytes)
        var amendment = try PDFAmendment(bytes)
        try amendment.add(
            "\n   /Alt \(pdfString(picture.alternative))",
            toObjectOpening: "<< /Type /StructElem\n   /S /Figure")
        try amendment.add(
            "\n   /Lang (\(language))\n   /ViewerPreferences << /DisplayDocTitle true >>",
            toObjectOpening: "<< /Type /Catalog")
        return amendment.finished()
    }

    private func draw(_ picture: Picture, on file: borrowing PDFSurface) throws(Failure) {
        let canvas = try Canvas(surface: file.surface, size: picture.size, fonts: fonts)
        try canvas.tagged("Document") { () throws(Failure) in
            try canvas.tagged("Figure") { () throws(Failure) in try canvas.paint(picture) }
        }
        cairo_show_page(canvas.context)
        try canvas.check()
    }
}

private func isLetterDigitOrHyphen(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
        true
    default: false
    }
}
