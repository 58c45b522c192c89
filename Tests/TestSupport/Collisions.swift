package import Scene

extension Picture {
    /// What is wrong with the placing of things: text over text, text across the edge of a filled shape or on a
    /// line, anything outside the picture.
    ///
    /// Empty when all is well. A text box reaches from the font's ascent to its descent and is as wide as its advance.
    package func collisions(measurer: any TextMeasurer) -> [String] {
        var parts = PlacedParts(measurer: measurer)
        for node in nodes { parts.add(node, offset: .zero) }
        let page = Rect(x: 0, y: 0, width: size.width, height: size.height)
        var faults: [String] = []
        for part in parts.all where !page.contains(part.box, slack: 0.01) {
            faults.append("\(part.name) leaves the picture: \(part.box)")
        }
        for part in parts.all where part.box.size.width < 0 || part.box.size.height < 0 {
            faults.append("\(part.name) has a negative size")
        }
        // From top to bottom, so that each thing is compared only with those that begin above its end.
        let sorted = parts.all.sorted { $0.box.minY < $1.box.minY }
        for (index, one) in sorted.enumerated() {
            for other in sorted[(index + 1)...] {
                if other.box.minY >= one.box.maxY { break }
                guard one.box.overlaps(other.box, slack: 0.01) else { continue }
                if let fault = one.fault(with: other) ?? other.fault(with: one) { faults.append(fault) }
            }
        }
        return faults
    }

    /// Every text line with its place on the picture, in drawing order.
    package func placedTexts(measurer: any TextMeasurer) -> [(string: String, box: Rect)] {
        var parts = PlacedParts(measurer: measurer)
        for node in nodes { parts.add(node, offset: .zero) }
        return parts.all.filter { $0.kind == .text }.map { (String($0.name.dropFirst().dropLast()), $0.box) }
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

/// A text or shape with the box that it fills.
private struct PlacedPart {
    enum Kind { case text, filled, line }

    var name: String
    var box: Rect
    var kind: Kind

    /// What is wrong when this, a text, meets the other.
    func fault(with other: PlacedPart) -> String? {
        guard kind == .text else { return nil }
        switch other.kind {
        case .text: return "\(name) overlaps \(other.name)"
        case .line: return "\(name) crosses \(other.name)"
        case .filled: return other.box.contains(box, slack: 0.01) ? nil : "\(name) crosses \(other.name)"
        }
    }
}

/// All texts and shapes of a picture.
private struct PlacedParts {
    let measurer: any TextMeasurer
    var all: [PlacedPart] = []

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
            all.append(PlacedPart(name: "'\(line.string)'", box: box, kind: .text))
        case .shape(let shape):
            guard let box = shape.outline.box else { return }
            let isLine = if case .line = shape.outline { true } else { shape.fill == nil }
            let name = "shape \(shape.outline)"
            all.append(PlacedPart(name: name, box: box.moved(by: offset), kind: isLine ? .line : .filled))
        case .image(let image):
            all.append(PlacedPart(name: "image", box: image.frame.moved(by: offset), kind: .filled))
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
