import Charts
package import Diagnostics

/// An infographic laid out on its page.
package struct LaidInfographic: Sendable {
    let page: InfographicPage
    let layout: InfographicLayout

    /// The page as a picture.
    ///
    /// - Parameters:
    ///   - scale: pixels a point, for PNG; by default those of the size.
    ///   - date: the day of making that a PDF carries, written 2026-11-21.
    package func bytes(
        as format: RenderOptions.Format, from studio: Studio, scale: Double? = nil, date: String
    ) throws(Failure) -> [UInt8] {
        let sheet = layout.sheet()
        return format == .pdf
            ? try studio.pdf(sheet.document(language: "en-GB"), date: date)
            : try studio.bytes(
                of: sheet.picture, as: format, scale: scale ?? page.pixelsPerPoint, date: date)
    }

    /// The page as a printer wants it: bleed, crop marks, letters as outlines.
    package func printPDF(from studio: Studio, date: String) throws(Failure) -> [UInt8] {
        let sheet = layout.sheet(bleed: InfographicSheet.bleed)
        return try studio.pdf(sheet.printDocument(language: "en-GB"), date: date, outlinesText: true)
    }
}
