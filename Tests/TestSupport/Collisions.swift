package import Scene

extension Picture {
    /// What is wrong with the placing of things: text over text, text across the edge of a filled shape or on a
    /// line, anything outside the picture. Empty when all is well.
    ///
    /// A text box reaches from the font's ascent to its descent and is as wide as its advance.
    package func collisions(measurer: any TextMeasurer) -> [String] {
        var parts = PlacedParts(measurer: measurer)
        for node in nodes { parts.add(node, offset: .zero) }
        let page = Rect(x: 0, y: 0, width: size.width, height: size.height)
        var faults: [String] = []
        let boxes = parts.texts + parts.shapes.map { ($0.name, $0.box) }
        for (name, box) in boxes where !page.contains(box, slack: 0.01) {
            faults.append("\(name) leaves the picture: \(box)")
        }
        for shape in parts.shapes where shape.box.size.width < 0 || shape.box.size.height < 0 {
            faults.append("\(shape.name) has a negative size")
        }
        for (index, text) in parts.texts.enumerated() {
            for other in parts.texts[(index + 1)...] where text.box.overlaps(other.box, slack: 0.01) {
                faults.append("\(text.name) overlaps \(other.name)")
            }
            for shape in parts.shapes where text.box.overlaps(shape.box, slack: 0.01) {
                if !shape.box.contains(text.box, slack: 0.01) || !shape.isFilled {
                    faults.append("\(text.name) crosses \(shape.name)")
                }
            }
        }
        return faults
    }

    /// Every text line with its place on the picture, in drawing order.
    package func placedTexts(measurer: any TextMeasurer) -> [(string: String, box: Rect)] {
        var parts = PlacedParts(measurer: measurer)
        for node in nodes { parts.add(node, offset: .zero) }
        return parts.texts.map { ($0.name, $0.box) }
    }
}

extension Node {
    /// The groups below this node whose name begins so, with their place on the picture.
    package func groups(named prefix: String, offset: Point = .zero) -> [(group: Group, offset: Point)] {
        guard case .group(let group) = self else { return [] }
        let moved = offset.moved(by: group.offset)
        let own = group.name.hasPrefix(prefix) ? [(group, moved)] : []
        return own + group.nodes.flatMap { $0.groups(named: prefix, offset: moved) }
    }
}

/// All texts and shapes of a picture with their boxes.
private struct PlacedParts {
    let measurer: any TextMeasurer
    var texts: [(name: String, box: Rect)] = []
    var shapes: [(name: String, box: Rect, isFilled: Bool)] = []

    mutating func add(_ node: Node, offset: Point) {
        switch node {
        case .group(let group):
            for inner in group.nodes { add(inner, offset: offset.moved(by: group.offset)) }
        case .text(let line):
            let metrics = measurer.metrics(of: line.style)
            let origin = line.origin.moved(by: offset)
            let box = Rect(
                x: origin.x, y: origin.y - metrics.ascent, width: line.advance,
                height: metrics.ascent + metrics.descent)
            texts.append((line.string, box))
        case .shape(let shape):
            guard let box = shape.outline.box else { return }
            let isLine = if case .line = shape.outline { true } else { false }
            shapes.append(("shape \(shape.outline)", box.moved(by: offset), shape.fill != nil && !isLine))
        case .image(let image):
            shapes.append(("image", image.frame.moved(by: offset), true))
        }
    }
}

extension Outline {
    /// The smallest upright box around the outline; nil for an empty path.
    package var box: Rect? {
        let points: [Point]
        switch self {
        case .rect(let rect, _): return rect
        case .circle(let center, let radius):
            return Rect(x: center.x - radius, y: center.y - radius, width: 2 * radius, height: 2 * radius)
        case .line(let from, let to): points = [from, to]
        case .path(let steps):
            points = steps.flatMap { step -> [Point] in
                switch step {
                case .move(let point), .line(let point): [point]
                case .curve(let point, let first, let second): [point, first, second]
                case .close: []
                }
            }
        }
        guard let left = points.map(\.x).min(), let right = points.map(\.x).max(),
            let top = points.map(\.y).min(), let bottom = points.map(\.y).max()
        else { return nil }
        // A line has no area of its own; half a point makes it count.
        return Rect(x: left, y: top, width: max(right - left, 0.5), height: max(bottom - top, 0.5))
    }
}
