package import Diagnostics
package import Drawing
import SVG
package import Scene

/// The fonts and writers of one worker: made once, used for every report that it renders, never shared.
package final class Studio {
    package let fonts: FontBook
    /// The rules that embed the fonts in a page.
    package let fontFaces: String
    private let png: PNGExporter
    private let pdf: PDFExporter
    private let svg = SVGWriter()

    /// The weights that pages are set in.
    private static let weights: [TextStyle.Weight] = [.regular, .semibold, .bold]

    /// - Parameter embedsFonts: false where no page is made.
    package init(library: Library, embedsFonts: Bool = true) throws(Failure) {
        fonts = try FontBook(folder: library.fonts)
        var faces: [String] = []
        for weight in embedsFonts ? Self.weights : [] {
            faces.append(try FontSubset(family: "Inter", weight: weight, from: fonts).css)
        }
        fontFaces = faces.joined(separator: "\n")
        png = PNGExporter(fonts: fonts)
        pdf = PDFExporter(fonts: fonts)
    }

    /// A picture as a file of its own: PNG at `scale` pixels a point, PDF, or SVG with the glyphs that it needs.
    package func bytes(
        of picture: Picture, as format: RenderOptions.Format, scale: Double = 2, date: String
    ) throws(Failure) -> [UInt8] {
        switch format {
        case .pdf: try pdf.pdf(picture, language: "en-GB", date: date)
        case .svg:
            Array(svg.standalone(picture, fontFaces: try FontSubset.css(for: picture, from: fonts)).utf8)
        default: try png.png(picture, scale: scale)
        }
    }

    /// A document of tagged pages as PDF; for a printer's machine with letters as outlines.
    package func pdf(_ document: TaggedDocument, date: String, outlinesText: Bool = false) throws(Failure)
        -> [UInt8]
    {
        try TaggedPDFExporter(fonts: fonts, outlinesText: outlinesText)
            .pdf(document, date: date, packsObjects: false)
    }

    package func inlineSVG(_ picture: Picture, idPrefix: String) -> String {
        svg.inline(picture, idPrefix: idPrefix)
    }
}
