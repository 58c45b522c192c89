import Scene
import Testing

@Suite struct TaggedPageTests {
    private let style = TextStyle(size: 10, color: Color(0))

    @Test func aScaledPictureHasEverythingScaled() {
        let line = TextLine("x", style: style, origin: Point(10, 20), advance: 6)
        let shape = Shape(
            .rect(Rect(x: 2, y: 4, width: 6, height: 8), radius: 2), fill: nil,
            stroke: Stroke(Color(0), width: 2))
        let picture = Picture(
            size: Size(100, 100), title: "", alternative: "", background: nil,
            nodes: [.group(Group("g", offset: Point(4, 4), nodes: [.text(line)])), .shape(shape)])
        guard case .group(let group) = picture.group("half", at: Point(1, 2), scaledBy: 0.5) else {
            Issue.record("no group")
            return
        }
        let small = TextStyle(size: 5, color: Color(0))
        let scaledLine = TextLine("x", style: small, origin: Point(5, 10), advance: 3)
        let scaledShape = Shape(
            .rect(Rect(x: 1, y: 2, width: 3, height: 4), radius: 1), fill: nil,
            stroke: Stroke(Color(0), width: 1))
        #expect(group.offset == Point(1, 2))
        #expect(
            group.nodes == [
                .group(Group("g", offset: Point(2, 2), nodes: [.text(scaledLine)])), .shape(scaledShape),
            ])
    }

    @Test func boundsHoldEveryNode() {
        let circle = Shape(.circle(center: Point(50, 50), radius: 5), fill: .color(Color(0)))
        let line = Shape(.line(from: Point(0, 10), to: Point(30, 10)))
        let piece = TaggedPage.Piece(
            .decoration,
            nodes: [.group(Group("g", offset: Point(100, 0), nodes: [.shape(circle)])), .shape(line)])
        #expect(piece.bounds == Rect(x: 0, y: 10, width: 155, height: 45))
        #expect(TaggedPage.Piece(.decoration, nodes: []).bounds == nil)
    }
}
