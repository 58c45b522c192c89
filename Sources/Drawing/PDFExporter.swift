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
        var nodes = picture.nodes
        if let background = picture.background {
            let page = Rect(x: 0, y: 0, width: picture.size.width, height: picture.size.height)
            nodes.insert(.shape(Shape(.rect(page, radius: 0), fill: .color(background))), at: 0)
        }
        let figure = StructureElement(.figure, kids: [.content(0)], alternative: picture.alternative)
        let document = TaggedDocument(
            title: picture.title, language: language,
            elements: [StructureElement(.document, kids: [.element(1)]), figure],
            pages: [
                TaggedPage(
                    size: picture.size, pieces: [TaggedPage.Piece(.content(0, role: .figure), nodes: nodes)])
            ])
        return try TaggedPDFExporter(fonts: fonts).pdf(document, date: date, packsObjects: false)
    }
}
