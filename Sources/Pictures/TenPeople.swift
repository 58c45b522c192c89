package import Scene

/// Ten small people in a row, of whom some are filled: a share that can be counted.
///
/// Those that are not counted are outlines.
package struct TenPeople {
    package static let count = 10
    /// The width from one person to the next, and the height, in the picture's own units.
    private static let pitch = 24.0
    private static let height = 46.0
    private static let line = 1.8

    private let filled: Int
    private let color: Color
    private let outline: Color

    /// - Parameter filled: how many are filled, 0 to 10.
    package init(filled: Int, color: Color = Color(0x12_436D), outline: Color = Color(0x5F_676F)) {
        self.filled = min(max(filled, 0), Self.count)
        self.color = color
        self.outline = outline
    }

    /// The row; its words are said beside it, so it has none of its own.
    package var picture: Picture {
        let words = "\(filled) of 10 people"
        var nodes: [Node] = []
        if filled > 0 {
            nodes.append(shape(0..<filled, fill: color, line: color))
        }
        if filled < Self.count {
            nodes.append(shape(filled..<Self.count, fill: .white, line: outline))
        }
        return Picture(
            size: Size(Self.pitch * Double(Self.count), Self.height), title: words, alternative: words,
            background: nil, nodes: nodes)
    }

    private func shape(_ people: Range<Int>, fill: Color, line: Color) -> Node {
        let steps = people.flatMap { Self.person(at: (Double($0) + 0.5) * Self.pitch) }
        return .shape(
            Shape(.path(steps), fill: .color(fill), stroke: Stroke(line, width: Self.line, isRound: true)))
    }

    /// A head, and a body whose corners the round line makes soft; `x` is the middle.
    private static func person(at x: Double) -> [PathStep] {
        func at(_ dx: Double, _ y: Double) -> Point { Point(x + dx, y) }
        guard case .path(let head) = Outline.ellipse(center: at(0, 7.4), Size(5.6, 5.6)) else { return [] }
        return head + [
            .move(at(-8, 22)), .curve(at(0, 16), control1: at(-8, 17.6), control2: at(-5, 16)),
            .curve(at(8, 22), control1: at(5, 16), control2: at(8, 17.6)),
            .line(at(8, 31)), .line(at(5, 31)), .line(at(4.2, 44.6)), .line(at(-4.2, 44.6)), .line(at(-5, 31)),
            .line(at(-8, 31)), .close,
        ]
    }
}
