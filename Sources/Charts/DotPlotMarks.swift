internal import Scene

/// Draws the marks of a dot plot around a point.
///
/// They are told apart by shape as much as by colour, and have a white edge. Nothing lies upon the dot: the tick
/// crosses beneath it and stands out above and below, the diamond and the ring have a lane of their own, where the
/// ring fits into the diamond.
struct DotPlotMarks {
    let theme: ChartTheme

    private var ground: Color { theme.background }

    /// The marks on the line of the dot.
    static let crossing: [DotPlot.Mark] = [.tick]
    /// The marks in the lane below, larger ones first.
    static let below: [DotPlot.Mark] = [.diamond, .ring]

    /// The height of a tick in its row, in points.
    static let tickHeight = 23.0
    /// The radius of the dot, in points.
    static let radius = 7.5

    func dot(at center: Point) -> [Node] {
        [
            .shape(
                Shape(
                    .circle(center: center, radius: Self.radius), fill: .color(theme.main),
                    stroke: Stroke(ground, width: 1.5)))
        ]
    }

    func range(from left: Double, to right: Double, y: Double) -> Node {
        .shape(
            Shape(
                .rect(Rect(x: left, y: y - 3, width: right - left, height: 6), radius: 0),
                fill: .color(theme.range)))
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
            let steps = [.move(corners[0])] + corners.dropFirst().map(PathStep.line) + [.close]
            return [.shape(Shape(.path(steps), fill: .color(color), stroke: edge))]
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
