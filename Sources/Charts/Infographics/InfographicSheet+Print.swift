package import Scene

extension InfographicSheet {
    /// What is printed over each edge, to be cut away: 3 mm.
    package static let bleed = InfographicFormat.points(3)
    /// The length of a crop mark, which begins where the bleed ends.
    private static let mark = InfographicFormat.points(5)
    private static let rim = InfographicFormat.points(2)

    /// The sheet for a printer's machine: on larger paper with crop marks, as one figure.
    ///
    /// The sheet's band must reach `bleed` over the edges. The page tells its trim and bleed boxes.
    package func printDocument(language: String) -> TaggedDocument {
        let offset = Self.bleed + Self.mark + Self.rim
        let paper = Size(size.width + 2 * offset, size.height + 2 * offset)
        let trim = Rect(x: offset, y: offset, width: size.width, height: size.height)
        let bleed = Rect(
            x: offset - Self.bleed, y: offset - Self.bleed, width: size.width + 2 * Self.bleed,
            height: size.height + 2 * Self.bleed)
        let page = picture
        let ground = Node.shape(Shape(.rect(bleed, radius: 0), fill: .color(background)))
        let figure = StructureElement(.figure, kids: [.content(0)], alternative: page.alternative)
        return TaggedDocument(
            title: title, language: language,
            elements: [StructureElement(.document, kids: [.element(1)]), figure],
            pages: [
                TaggedPage(
                    size: paper,
                    pieces: [
                        .init(.decoration, nodes: [ground] + Self.cropMarks(around: trim)),
                        .init(
                            .content(0, role: .figure),
                            nodes: [
                                .group(Group("trim", offset: Point(offset, offset), nodes: page.nodes))
                            ]),
                    ], boxes: .init(trim: trim, bleed: bleed))
            ])
    }

    /// Two lines at every corner.
    private static func cropMarks(around trim: Rect) -> [Node] {
        let stroke = Stroke(Color(0x00_0000), width: 0.25)
        var nodes: [Node] = []
        for (x, outwards) in [(trim.minX, -1.0), (trim.maxX, 1.0)] {
            for (y, upwards) in [(trim.minY, -1.0), (trim.maxY, 1.0)] {
                let (near, far) = (bleed, bleed + mark)
                nodes.append(
                    .shape(
                        Shape(
                            .line(
                                from: Point(x + outwards * near, y), to: Point(x + outwards * far, y)),
                            stroke: stroke)))
                nodes.append(
                    .shape(
                        Shape(
                            .line(from: Point(x, y + upwards * near), to: Point(x, y + upwards * far)),
                            stroke: stroke)))
            }
        }
        return nodes
    }
}
