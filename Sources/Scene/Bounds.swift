extension TaggedPage.Piece {
    /// The room that its nodes take, without the width of their lines; nil if there are none.
    package var bounds: Rect? {
        var corners: (low: Point, high: Point)?
        func add(_ point: Point) {
            guard let known = corners else { return corners = (point, point) }
            corners = (
                Point(min(known.low.x, point.x), min(known.low.y, point.y)),
                Point(max(known.high.x, point.x), max(known.high.y, point.y))
            )
        }
        func add(_ node: Node, _ offset: Point) {
            switch node {
            case .group(let group): for node in group.nodes { add(node, offset.moved(by: group.offset)) }
            case .shape(let shape): for point in shape.outline.corners { add(point.moved(by: offset)) }
            case .text(let line):
                let origin = line.origin.moved(by: offset)
                add(Point(origin.x, origin.y - line.style.size))
                add(Point(origin.x + line.advance, origin.y + line.style.size * 0.25))
            case .image(let image):
                add(image.frame.origin.moved(by: offset))
                add(Point(image.frame.maxX, image.frame.maxY).moved(by: offset))
            }
        }
        for node in nodes { add(node, .zero) }
        return corners.map {
            Rect(x: $0.low.x, y: $0.low.y, width: $0.high.x - $0.low.x, height: $0.high.y - $0.low.y)
        }
    }
}

extension Outline {
    /// The room that the outline takes; empty where it has no points.
    package var bounds: Rect {
        let (x, y) = (corners.map(\.x), corners.map(\.y))
        guard let left = x.min(), let right = x.max(), let top = y.min(), let bottom = y.max() else {
            return Rect(x: 0, y: 0, width: 0, height: 0)
        }
        return Rect(x: left, y: top, width: right - left, height: bottom - top)
    }

    /// Points between which the outline lies.
    fileprivate var corners: [Point] {
        switch self {
        case .rect(let rect, _): [rect.origin, Point(rect.maxX, rect.maxY)]
        case .circle(let center, let radius):
            [Point(center.x - radius, center.y - radius), Point(center.x + radius, center.y + radius)]
        case .line(let from, let to): [from, to]
        case .path(let steps):
            steps.flatMap { step -> [Point] in
                switch step {
                case .move(let point), .line(let point): [point]
                case .curve(let point, let control1, let control2): [point, control1, control2]
                case .close: []
                }
            }
        }
    }
}
