package import Diagnostics
package import Drawing
import SVG
package import Scene

/// The fonts and writers of one worker: made once, used for every report that it renders, never shared.
package final class Studio {
    package let fonts: FontBook
    /// The rules that embed a family in a page, by family.
    private var faces: [String: String] = [:]
    private let png: PNGExporter
    private let pdf: PDFExporter
    private let svg = SVGWriter()

    /// The weights that pages are set in.
    private static let weights: [TextStyle.Weight] = [.regular, .semibold, .bold]

    package init(library: Library) throws(Failure) {
        fonts = try FontBook(folder: library.fonts)
        png = PNGExporter(fonts: fonts)
        pdf = PDFExporter(fonts: fonts)
    }

    /// The rules that embed the weights there are of a family in a page, made once.
    package func fontFaces(of family: String) throws(Failure) -> String {
        if let made = faces[family] { return made }
        var rules: [String] = []
        for weight in Self.weights where fonts.weights(of: family).contains(weight) {
            rules.append(try FontSubset(family: family, weight: weight, from: fonts).css())
        }
        faces[family] = rules.joined(separator: "\n")
        return rules.joined(separator: "\n")
    }

    /// A picture as a file of its own: PNG at `scale` pixels a point, PDF, or SVG with the glyphs that it needs.
    ///
    /// - Parameter isTransparent: whether the picture stands on nothing, without its background.
    package func bytes(
        of picture: Picture, as format: RenderOptions.Format, scale: Double = 2, isTransparent: Bool = false,
        date: String
    ) throws(Failure) -> [UInt8] {
        var picture = picture
        if isTransparent { picture.background = nil }
        return switch format {
        case .pdf: try pdf.pdf(picture, language: "en-GB", date: date)
        case .svg:
            Array(svg.standalone(picture, fontFaces: try FontSubset.css(for: picture, from: fonts)).utf8)
        default: try png.png(picture, scale: scale, isTransparent: isTransparent)
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
