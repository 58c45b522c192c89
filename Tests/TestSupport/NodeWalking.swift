package import Scene

extension Node {
    /// All text lines below this node, in drawing order.
    package var lines: [TextLine] {
        switch self {
        case .group(let group): group.nodes.flatMap(\.lines)
        case .text(let line): [line]
        case .shape, .image: []
        }
    }

    package var strings: [String] { lines.map(\.string) }

    /// The boxes of all texts and shapes below this node, within its parent.
    package func boxes(measurer: any TextMeasurer) -> [Rect] {
        switch self {
        case .group(let group):
            return group.nodes.flatMap { $0.boxes(measurer: measurer) }.map { $0.moved(by: group.offset) }
        case .text(let line):
            let metrics = measurer.metrics(of: line.style)
            let top = line.origin.y - metrics.ascent
            return [
                Rect(x: line.origin.x, y: top, width: line.advance, height: metrics.ascent + metrics.descent)
            ]
        case .shape(let shape): return shape.outline.box.map { [$0] } ?? []
        case .image(let image): return [image.frame]
        }
    }
}
