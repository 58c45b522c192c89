internal import Scene

/// Filled boxes of bars and keys.
extension Shape {
    /// A filled box; a pale fill has an outline within its edge, so that it stands out from the ground.
    ///
    /// The outline has the colour given, else the theme's; then only a fill that needs it is outlined.
    static func box(_ rect: Rect, _ color: Color, outline: Color? = nil, theme: ChartTheme) -> Shape {
        guard outline != nil || color.contrast(to: theme.background) < 3, rect.size.width >= 3 else {
            return Shape(.rect(rect, radius: 0), fill: .color(outline ?? color))
        }
        return Shape(
            .rect(rect.inset(by: 0.5), radius: 0), fill: .color(color),
            stroke: Stroke(outline ?? theme.palette.outline, width: 1))
    }

    /// A hatched box: a share that may not be shown.
    static func hatchedBox(_ rect: Rect, theme: ChartTheme) -> Shape {
        let line = theme.palette.outline
        guard rect.size.width >= 3 else { return Shape(.rect(rect, radius: 0), fill: .color(line)) }
        return Shape(
            .rect(rect.inset(by: 0.5), radius: 0),
            fill: .hatch(line: line, ground: theme.background, spacing: 6, width: 1),
            stroke: Stroke(line, width: 1))
    }
}

extension Typesetter {
    /// A box of a bar, with its value inside where that fits with 6 points to spare.
    func segment(
        _ label: String, in rect: Rect, color: Color, outline: Color? = nil
    ) -> (nodes: [Node], isLabelled: Bool) {
        let box = Node.shape(.box(rect, color, outline: outline, theme: theme))
        let value = block(label, .value, width: .infinity, color: color.label(ink: theme.ink))
        guard value.width + 12 <= rect.size.width else { return ([box], false) }
        let middle = Point(rect.minX + rect.size.width / 2, rect.minY + rect.size.height / 2)
        return ([box] + value.nodes(x: middle.x, middle: middle.y, .center), true)
    }
}

extension Rect {
    fileprivate func inset(by margin: Double) -> Rect {
        Rect(
            x: minX + margin, y: minY + margin, width: size.width - 2 * margin,
            height: size.height - 2 * margin)
    }
}
