package import Diagnostics
package import Drawing
package import Scene
import SVG

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

    package init(library: Library) throws(Failure) {
        fonts = try FontBook(folder: library.fonts)
        var faces: [String] = []
        for weight in Self.weights { faces.append(try FontSubset(family: "Inter", weight: weight, from: fonts).css) }
        fontFaces = faces.joined(separator: "\n")
        png = PNGExporter(fonts: fonts)
        pdf = PDFExporter(fonts: fonts)
    }

    package func png(_ picture: Picture, scale: Double) throws(Failure) -> [UInt8] {
        try png.png(picture, scale: scale)
    }

    package func pdf(_ picture: Picture, date: String) throws(Failure) -> [UInt8] {
        try pdf.pdf(picture, language: "en-GB", date: date)
    }

    /// A stand-alone SVG file, with the glyphs that it needs.
    package func svg(_ picture: Picture) throws(Failure) -> String {
        svg.standalone(picture, fontFaces: try FontSubset.css(for: picture, from: fonts))
    }

    package func inlineSVG(_ picture: Picture, idPrefix: String) -> String {
        svg.inline(picture, idPrefix: idPrefix)
    }
}
