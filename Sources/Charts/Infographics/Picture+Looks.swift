internal import Scene

extension Picture {
    /// As large as what is drawn, half a line's width around it.
    var trimmed: Picture {
        guard let ink = TaggedPage.Piece(.decoration, nodes: nodes).bounds else { return self }
        let rim = 2.0
        var picture = self
        picture.size = Size(ink.size.width + 2 * rim, ink.size.height + 2 * rim)
        picture.nodes = [.group(Group("ink", offset: Point(rim - ink.minX, rim - ink.minY), nodes: nodes))]
        return picture
    }

    /// The colours that the shipped drawings are made of, in those of the theme: its main colour, and two tints of it.
    func drawn(with theme: ChartTheme) -> Picture {
        let colors = [
            Color(0x12_436D): theme.main, Color(0xFF_C94D): theme.main.mixed(with: theme.background, 0.76),
            Color(0xEA_F1F7): theme.main.mixed(with: theme.background, 0.92),
        ]
        var picture = self
        picture.nodes = nodes.map { $0.colored { colors[$0] ?? $0 } }
        return picture
    }
}

extension Node {
    /// The same with other colours of its shapes.
    fileprivate func colored(_ color: (Color) -> Color) -> Node {
        switch self {
        case .group(var group):
            group.nodes = group.nodes.map { $0.colored(color) }
            return .group(group)
        case .shape(var shape):
            if case .color(let fill) = shape.fill { shape.fill = .color(color(fill)) }
            if let stroke = shape.stroke { shape.stroke?.color = color(stroke.color) }
            return .shape(shape)
        case .text, .image: return self
        }
    }
}
