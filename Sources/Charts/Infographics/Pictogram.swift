internal import Scene

/// Ten people in a row: those counted are filled, the others outlined.
package struct Pictogram {
    static let people = 10

    /// How many of the ten stand for a share of 0 to 100: the nearest whole person, halves up.
    package static func filled(_ percent: Double) -> Int {
        min(max(Int((percent / 10).rounded()), 0), people)
    }

    let filled: Int
    let theme: ChartTheme

    /// A person is 0.4 as wide as tall, and people stand at least 0.12 of their height apart.
    private static let breadth = 0.4
    private static let apart = 0.12
    private static let farthest = 0.4

    /// The people as tall as `height` or as the width allows, from edge to edge where it is not too far.
    func drawn(width: Double, height: Double) -> DrawnBody {
        let count = Double(Self.people)
        let tall = min(height, width / (count * Self.breadth + (count - 1) * Self.apart))
        let wide = tall * Self.breadth
        let gap = min((width - count * wide) / (count - 1), tall * Self.farthest)
        let nodes = (0..<Self.people).map { index in
            Node.group(
                Group(
                    index < filled ? "person filled" : "person",
                    offset: Point(Double(index) * (wide + gap), 0),
                    nodes: person(height: tall, isFilled: index < filled)))
        }
        return DrawnBody(nodes: nodes, height: tall)
    }

    /// A round head, and a body with arms and legs as one path.
    ///
    /// An outline runs within the edge, so that it looks as large as a filled person.
    private func person(height: Double, isFilled: Bool) -> [Node] {
        let line = isFilled ? 0 : max(height * 0.026, 0.9)
        let half = line / 2
        let wide = height * Self.breadth
        let fill: Fill? = isFilled ? .color(theme.main) : nil
        let stroke = isFilled ? nil : Stroke(theme.palette.outline, width: line)
        let head = height * 0.125
        let corner = height * 0.1
        let (left, right, top) = (half, wide - half, height * 0.285 + half)
        let (hand, foot) = (height * 0.64 - half, height - half)
        let (legLeft, legRight) = (wide * 0.2 + half, wide * 0.8 - half)
        var outline = RoundedPath(at: Point(wide / 2, top))
        outline.corner(Point(right, top), towards: Point(right, hand), radius: corner)
        outline.corner(Point(right, hand), towards: Point(legRight, hand), radius: height * 0.04)
        outline.line(to: Point(legRight, hand))
        outline.corner(Point(legRight, foot), towards: Point(legLeft, foot), radius: height * 0.03)
        outline.corner(Point(legLeft, foot), towards: Point(legLeft, hand), radius: height * 0.03)
        outline.line(to: Point(legLeft, hand))
        outline.corner(Point(left, hand), towards: Point(left, top), radius: height * 0.04)
        outline.corner(Point(left, top), towards: Point(wide / 2, top), radius: corner)
        return [
            .shape(
                Shape(.circle(center: Point(wide / 2, head), radius: head - half), fill: fill, stroke: stroke)
            ),
            .shape(Shape(.path(outline.closed), fill: fill, stroke: stroke)),
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
