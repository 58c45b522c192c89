/// A finished picture: everything placed, measured and coloured, nothing left to decide.
///
/// The writers (SVG, PNG, PDF) only walk it. `alternative` is the text alternative that every format
/// carries; `title` names the picture.
package struct Picture: Hashable, Sendable {
    package var size: Size
    package var title: String
    package var alternative: String
    package var background: Color?
    package var nodes: [Node]

    package init(size: Size, title: String, alternative: String, background: Color?, nodes: [Node]) {
        self.size = size
        self.title = title
        self.alternative = alternative
        self.background = background
        self.nodes = nodes
    }
}

/// One element of a scene; the list is closed on purpose, so that every writer draws all of it.
package indirect enum Node: Hashable, Sendable {
    case group(Group)
    case shape(Shape)
    case text(TextLine)
    case image(ImageNode)
}

/// Nodes that belong together, moved together.
package struct Group: Hashable, Sendable {
    /// What it is, for tests and text dumps ("row dignity").
    package var name: String
    package var offset: Point
    package var nodes: [Node]

    package init(_ name: String, offset: Point = .zero, nodes: [Node]) {
        self.name = name
        self.offset = offset
        self.nodes = nodes
    }
}

/// A filled or outlined shape.
package struct Shape: Hashable, Sendable {
    package var outline: Outline
    package var fill: Fill?
    package var stroke: Stroke?

    package init(_ outline: Outline, fill: Fill? = nil, stroke: Stroke? = nil) {
        self.outline = outline
        self.fill = fill
        self.stroke = stroke
    }
}

/// The outline of a shape.
package enum Outline: Hashable, Sendable {
    case rect(Rect, radius: Double)
    case circle(center: Point, radius: Double)
    case line(from: Point, to: Point)
    case path([PathStep])
}

/// One step of a free path.
package enum PathStep: Hashable, Sendable {
    case move(Point)
    case line(Point)
    case curve(Point, control1: Point, control2: Point)
    case close
}

/// What fills a shape.
package enum Fill: Hashable, Sendable {
    case color(Color)
    /// Thin diagonal lines (45 degrees, rising to the right) on a ground: "not shown".
    case hatch(line: Color, ground: Color, spacing: Double, width: Double)
}

/// The line around a shape, centred on its outline.
package struct Stroke: Hashable, Sendable {
    package var color: Color
    package var width: Double
    /// Whether its ends and corners are round; else ends are cut off and corners sharp.
    package var isRound: Bool

    package init(_ color: Color, width: Double, isRound: Bool = false) {
        self.color = color
        self.width = width
        self.isRound = isRound
    }
}

/// One line of text, its baseline beginning at `origin`.
package struct TextLine: Hashable, Sendable {
    package var string: String
    package var style: TextStyle
    package var origin: Point
    /// The measured width, so that no writer measures again.
    package var advance: Double

    package init(_ string: String, style: TextStyle, origin: Point, advance: Double) {
        self.string = string
        self.style = style
        self.origin = origin
        self.advance = advance
    }
}

/// A PNG picture inside a picture (a logo, a photograph).
package struct ImageNode: Hashable, Sendable {
    package var frame: Rect
    package var png: [UInt8]

    package init(frame: Rect, png: [UInt8]) {
        self.frame = frame
        self.png = png
    }
}
