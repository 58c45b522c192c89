package import Charts
package import Diagnostics
package import Scene

/// An infographic of one report in one size: what it shows, and the same in words.
package struct InfographicPage: Hashable, Sendable {
    package var infographic: Infographic
    package var format: InfographicFormat
    /// The report and the template, for file names: "norfolk-council".
    package var name: String
    /// The looks of the report's theme.
    package var theme: ChartTheme

    /// What a PNG is drawn at, when nobody says otherwise.
    package var pixelsPerPoint: Double { format.pixelsPerPoint }
    package var size: Size { Size(format.width, format.height) }
    package var alternative: String { infographic.alternative }

    private var text: InfographicText { InfographicText(infographic) }

    /// Name and size, for file names: "norfolk-council-a4".
    package var fileName: String { "\(name)-\(format.name)" }

    /// The alternative text and a short post, as a file to copy from.
    package var captions: String { text.captions(of: fileName) }

    /// The page as a file; throws where it does not fit its page, with the name of the block that takes most room.
    ///
    /// - Parameters:
    ///   - scale: pixels a point, for PNG; by default those of the size.
    ///   - date: the day of making that a PDF carries, written 2026-11-21.
    package func bytes(
        as format: RenderOptions.Format, from studio: Studio, scale: Double? = nil, date: String
    ) throws(Failure) -> [UInt8] {
        switch format {
        case .markdown: return Array(text.markdown.utf8)
        case .html: return Array(text.html.utf8)
        case .pdf: return try studio.pdf(sheet(studio).document(language: "en-GB"), date: date)
        default:
            return try studio.bytes(
                of: sheet(studio).picture, as: format, scale: scale ?? self.format.pixelsPerPoint, date: date)
        }
    }

    /// The page as a printer wants it: bleed, crop marks, letters as outlines.
    package func printPDF(from studio: Studio, date: String) throws(Failure) -> [UInt8] {
        let sheet = try sheet(studio, bleed: InfographicSheet.bleed)
        return try studio.pdf(sheet.printDocument(language: "en-GB"), date: date, outlinesText: true)
    }

    private func sheet(_ studio: Studio, bleed: Double = 0) throws(Failure) -> InfographicSheet {
        do {
            return try infographic.sheet(format, measurer: studio.fonts, theme: theme, bleed: bleed)
        } catch {
            let block = error.block.map { "; the block '\($0)' takes most of it, \(error.share)%" } ?? ""
            throw Failure(
                "the infographic is \(Int(error.excess.rounded(.up))) points too tall for '\(format.name)' at its smallest type\(block)",
                hints: ["shorten its words, show fewer rows, or give it more columns"])
        }
    }
}
