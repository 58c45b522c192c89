internal import Scene

/// Ten people in a row: those counted are filled, the others outlined.
package struct Pictogram {
    static let people = 10

    /// How many of the ten stand for a share of 0 to 100: the nearest whole person, halves up.
    package static func filled(_ percent: Double) -> Int {
        min(max(Int((percent / 10).rounded()), 0), people)
    }

    let filled: Int
    let color: Color
    let outline: Color

    /// People stand at least 0.12 of their height apart.
    private static let apart = 0.12
    private static let farthest = 0.4

    /// How much room people of a height take at most.
    static func widest(height: Double) -> Double {
        height * (Double(people) * Person.breadth + Double(people - 1) * farthest)
    }

    /// The people as tall as `height` or as the width allows, from edge to edge where it is not too far.
    func drawn(width: Double, height: Double) -> DrawnBody {
        let count = Double(Self.people)
        let tall = min(height, width / (count * Person.breadth + (count - 1) * Self.apart))
        let wide = tall * Person.breadth
        let gap = min((width - count * wide) / (count - 1), tall * Self.farthest)
        let nodes = (0..<Self.people).map { index in
            Node.group(
                Group(
                    index < filled ? "person filled" : "person",
                    offset: Point(Double(index) * (wide + gap), 0),
                    nodes: Person(
                        height: tall, fill: index < filled ? color : nil, outline: outline
                    )
                    .nodes))
        }
        return DrawnBody(nodes: nodes, height: tall)
    }
}
