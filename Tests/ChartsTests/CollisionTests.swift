import Scene
import TestSupport
import Testing

private var measurer: FixedMeasurer { FixedMeasurer(letter: 0.5) }

/// A picture of 100 by 100 points.
private func faults(_ nodes: [Node]) -> [String] {
    Picture(size: Size(100, 100), title: "", alternative: "", background: nil, nodes: nodes)
        .collisions(measurer: measurer)
}

/// A text of 10 points; its box is 5 wide a letter, 9.7 up and 2.4 down from `y`.
private func text(_ string: String, _ x: Double, _ y: Double) -> Node {
    let style = TextStyle(size: 10, color: Color(0))
    return .text(TextLine(string, style: style, origin: Point(x, y), advance: 5 * Double(string.count)))
}

private func box(_ x: Double, _ width: Double) -> Node {
    .shape(Shape(.rect(Rect(x: x, y: 0, width: width, height: 40), radius: 0), fill: .color(.white)))
}

@Test func textsSideBySideDoNotCollide() {
    #expect(faults([text("aaaa", 0, 20), text("bbbb", 20, 20), text("cc", 0, 33)]).isEmpty)
}

@Test func textOverTextIsFoundInWhateverGroup() {
    let moved = Node.group(Group("row", offset: Point(15, 5), nodes: [text("b", 0, 20)]))
    #expect(faults([text("aaaa", 0, 20), moved]) == ["'aaaa' overlaps 'b'"])
}

@Test func textWithinItsSegmentIsFineAndAcrossItsEdgeIsNot() {
    #expect(faults([box(10, 40), text("46%", 20, 25)]).isEmpty)
    #expect(faults([box(10, 40), text("46%", 40, 25)]).count == 1)
    #expect(faults([text("46%", 40, 25), box(10, 40)]).count == 1)
}

@Test func textOnAGridlineIsFound() {
    let line = Node.shape(
        Shape(.line(from: Point(30, 0), to: Point(30, 90)), stroke: Stroke(Color(0), width: 1)))
    #expect(faults([text("aaaa", 20, 20), line]).count == 1)
    #expect(faults([text("aa", 20, 20), line]).isEmpty)
}

@Test func whateverLeavesThePictureIsFound() {
    #expect(faults([text("aaaa", 85, 20)]).count == 1)
    #expect(faults([text("a", 0, 5)]).count == 1)
    #expect(faults([text("a", 0, 99)]).count == 1)
    #expect(faults([box(70, 31)]).count == 1)
}
