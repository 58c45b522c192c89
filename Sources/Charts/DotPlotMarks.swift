internal import Scene

/// Draws the marks of a dot plot around a point.
///
/// They are told apart by shape as much as by colour, and have a white edge. Nothing lies upon the dot: the range
/// and beneath it the tick cross under it, each standing out above and below, the diamond and the ring have a lane of their own, where the
/// ring fits into the diamond.
struct DotPlotMarks {
    let theme: ChartTheme

    private var ground: Color { theme.background }

    /// The marks on the line of the dot.
    static let crossing: [DotPlot.Mark] = [.tick]
    /// The marks in the lane below, larger ones first.
    static let below: [DotPlot.Mark] = [.diamond, .ring]

    /// The height of a tick in its row, in points.
    static let tickHeight = 28.0
    /// The height of the ends of a likely range, in points.
    static let capHeight = 20.0
    /// The radius of the dot, in points.
    static let radius = 6.5

    func dot(at center: Point) -> [Node] {
        [
            .shape(
                Shape(
                    .circle(center: center, radius: Self.radius), fill: .color(theme.main),
                    stroke: Stroke(ground, width: 1.5)))
        ]
    }

    /// The line of a likely range with a cap at each end that stands out above and below the dot, so that a range
    /// narrower than the dot can be read too.
    func range(from left: Double, to right: Double, y: Double) -> [Node] {
        let (cap, half) = (Self.capHeight / 2, 2.5)
        let (outerLeft, outerRight) = (left - 1, right + 1)
        let (innerLeft, innerRight) = (min(left + 1, right), max(right - 1, left))
        let corners = [
            Point(outerLeft, y - cap), Point(innerLeft, y - cap), Point(innerLeft, y - half),
            Point(innerRight, y - half), Point(innerRight, y - cap), Point(outerRight, y - cap),
            Point(outerRight, y + cap), Point(innerRight, y + cap), Point(innerRight, y + half),
            Point(innerLeft, y + half), Point(innerLeft, y + cap), Point(outerLeft, y + cap),
        ]
        let line = Outline.polygon(corners)
        return [
            .shape(Shape(line, fill: .color(ground), stroke: Stroke(ground, width: 1.5))),
            .shape(Shape(line, fill: .color(theme.range))),
        ]
    }

    /// The mark of a comparator; a tick is `height` points high.
    func nodes(_ mark: DotPlot.Mark, at center: Point, height: Double) -> [Node] {
        let color = theme.palette.comparison(mark)
        let edge = Stroke(ground, width: 1.5)
        switch mark {
        case .tick:
            let rect = Rect(x: center.x - 2.5, y: center.y - height / 2, width: 5, height: height)
            return [.shape(Shape(.rect(rect, radius: 0), fill: .color(color), stroke: edge))]
        case .diamond:
            let reach = 8.0
            let corners = [
                Point(center.x, center.y - reach), Point(center.x + reach, center.y),
                Point(center.x, center.y + reach), Point(center.x - reach, center.y),
            ]
            return [.shape(Shape(.polygon(corners), fill: .color(color), stroke: edge))]
        case .ring:
            return [
                .shape(Shape(.circle(center: center, radius: 4), fill: .color(ground))),
                .shape(
                    Shape(
                        .circle(center: center, radius: 2.75), fill: .color(ground),
                        stroke: Stroke(color, width: 1.6))),
            ]
        }
    }
}

extension Outline {
    /// Straight lines from corner to corner and back to the first.
    fileprivate static func polygon(_ corners: [Point]) -> Outline {
        .path(corners.enumerated().map { $0.offset == 0 ? .move($0.element) : .line($0.element) } + [.close])
    }
}
