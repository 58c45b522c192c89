extension Picture {
    /// The nodes of the picture, larger or smaller by `factor`, as one group at a place.
    package func group(_ name: String, at place: Point, scaledBy factor: Double) -> Node {
        .group(Group(name, offset: place, nodes: nodes.map { $0.scaled(by: factor) }))
    }
}

extension Node {
    func scaled(by factor: Double) -> Node {
        switch self {
        case .group(var group):
            group.offset = group.offset.scaled(by: factor)
            group.nodes = group.nodes.map { $0.scaled(by: factor) }
            return .group(group)
        case .shape(var shape):
            shape.outline = shape.outline.scaled(by: factor)
            shape.stroke?.width *= factor
            if case .hatch(let line, let ground, let spacing, let width) = shape.fill {
                shape.fill = .hatch(
                    line: line, ground: ground, spacing: spacing * factor, width: width * factor)
            }
            return .shape(shape)
        case .text(var line):
            line.style.size *= factor
            line.origin = line.origin.scaled(by: factor)
            line.advance *= factor
            return .text(line)
        case .image(var image):
            image.frame = image.frame.scaled(by: factor)
            return .image(image)
        }
    }
}

extension Outline {
    fileprivate func scaled(by factor: Double) -> Outline {
        switch self {
        case .rect(let rect, let radius): .rect(rect.scaled(by: factor), radius: radius * factor)
        case .circle(let center, let radius):
            .circle(center: center.scaled(by: factor), radius: radius * factor)
        case .line(let from, let to): .line(from: from.scaled(by: factor), to: to.scaled(by: factor))
        case .path(let steps): .path(steps.map { $0.scaled(by: factor) })
        }
    }
}

extension PathStep {
    fileprivate func scaled(by factor: Double) -> PathStep {
        switch self {
        case .move(let point): .move(point.scaled(by: factor))
        case .line(let point): .line(point.scaled(by: factor))
        case .curve(let point, let control1, let control2):
            .curve(
                point.scaled(by: factor), control1: control1.scaled(by: factor),
                control2: control2.scaled(by: factor))
        case .close: .close
        }
    }
}

extension Point {
    fileprivate func scaled(by factor: Double) -> Point { Point(x * factor, y * factor) }
}

extension Rect {
    fileprivate func scaled(by factor: Double) -> Rect {
        Rect(x: minX * factor, y: minY * factor, width: size.width * factor, height: size.height * factor)
    }
}
