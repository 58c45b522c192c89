internal import Scene

/// A person of a pictogram: filled, outlined, or, where the fill is pale, both.
struct Person {
    /// How wide a person is, in heights.
    static let breadth = 0.4

    let height: Double
    /// Nil for an outline alone.
    let fill: Color?
    let outline: Color
    var ground = Color.white

    private var needsOutline: Bool { fill.map { $0.contrast(to: ground) < 3 } ?? true }

    /// A round head, and a body with arms and legs as one path.
    ///
    /// An outline runs within the edge, so that it looks as large as a filled person.
    var nodes: [Node] {
        let line = needsOutline ? max(height * 0.026, 0.9) : 0
        let half = line / 2
        let wide = height * Self.breadth
        let fill = fill.map { Fill.color($0) }
        let stroke = needsOutline ? Stroke(outline, width: line) : nil
        let head = height * 0.125
        let corner = height * 0.1
        let (left, right, top) = (half, wide - half, height * 0.285 + half)
        let (hand, foot) = (height * 0.64 - half, height - half)
        let (legLeft, legRight) = (wide * 0.2 + half, wide * 0.8 - half)
        var body = RoundedPath(at: Point(wide / 2, top))
        body.corner(Point(right, top), towards: Point(right, hand), radius: corner)
        body.corner(Point(right, hand), towards: Point(legRight, hand), radius: height * 0.04)
        body.line(to: Point(legRight, hand))
        body.corner(Point(legRight, foot), towards: Point(legLeft, foot), radius: height * 0.03)
        body.corner(Point(legLeft, foot), towards: Point(legLeft, hand), radius: height * 0.03)
        body.line(to: Point(legLeft, hand))
        body.corner(Point(left, hand), towards: Point(left, top), radius: height * 0.04)
        body.corner(Point(left, top), towards: Point(wide / 2, top), radius: corner)
        return [
            .shape(
                Shape(.circle(center: Point(wide / 2, head), radius: head - half), fill: fill, stroke: stroke)
            ),
            .shape(Shape(.path(body.closed), fill: fill, stroke: stroke)),
        ]
    }
}

/// A path of straight lines whose corners can be rounded.
private struct RoundedPath {
    private var steps: [PathStep]
    private var last: Point

    init(at start: Point) {
        steps = [.move(start)]
        last = start
    }

    var closed: [PathStep] { steps + [.close] }

    mutating func line(to point: Point) {
        steps.append(.line(point))
        last = point
    }

    /// A line towards `corner`, then a quarter of a circle (by one curve, 0.5523 of the radius) on the way to `next`.
    mutating func corner(_ corner: Point, towards next: Point, radius: Double) {
        let before = moved(corner, towards: last, radius)
        let after = moved(corner, towards: next, radius)
        let bend = radius * (1 - 0.5523)
        line(to: before)
        steps.append(
            .curve(
                after, control1: moved(corner, towards: last, bend),
                control2: moved(corner, towards: next, bend)))
        last = after
    }

    /// Upright and level lines only.
    private func moved(_ point: Point, towards other: Point, _ distance: Double) -> Point {
        let (dx, dy) = (other.x - point.x, other.y - point.y)
        let length = max(abs(dx), abs(dy))
        guard length > 0 else { return point }
        return Point(point.x + dx / length * distance, point.y + dy / length * distance)
    }
}
