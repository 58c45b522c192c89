/// A place on a scene, in points of 1/72 inch (or CSS pixels), from the top left corner.
package struct Point: Hashable, Sendable {
    package var x: Double
    package var y: Double

    package init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }

    package static let zero = Point(0, 0)

    package func moved(by other: Point) -> Point { Point(x + other.x, y + other.y) }
}

/// A width and a height, in points.
package struct Size: Hashable, Sendable {
    package var width: Double
    package var height: Double

    package init(_ width: Double, _ height: Double) {
        self.width = width
        self.height = height
    }
}

/// An upright rectangle.
package struct Rect: Hashable, Sendable {
    package var origin: Point
    package var size: Size

    package init(x: Double, y: Double, width: Double, height: Double) {
        origin = Point(x, y)
        size = Size(width, height)
    }

    package var minX: Double { origin.x }
    package var minY: Double { origin.y }
    package var maxX: Double { origin.x + size.width }
    package var maxY: Double { origin.y + size.height }

    /// Whether the two share some area, more than `slack` deep in both directions.
    package func overlaps(_ other: Rect, slack: Double = 0) -> Bool {
        min(maxX, other.maxX) - max(minX, other.minX) > slack
            && min(maxY, other.maxY) - max(minY, other.minY) > slack
    }

    package func contains(_ other: Rect, slack: Double = 0) -> Bool {
        other.minX >= minX - slack && other.maxX <= maxX + slack
            && other.minY >= minY - slack && other.maxY <= maxY + slack
    }

    package func moved(by offset: Point) -> Rect {
        Rect(x: minX + offset.x, y: minY + offset.y, width: size.width, height: size.height)
    }
}
