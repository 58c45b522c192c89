import Charts
import Scene
import TestSupport
import Testing

private var measurer: FixedMeasurer { FixedMeasurer() }

private func plot(_ rows: [DotPlot.Row]) -> DotPlot {
    DotPlot(
        title: "Exampleshire is close to the other councils", subtitle: "Share who said better, 2026",
        bodyLabel: "Exampleshire, with its likely range",
        comparators: [
            .init("The region", .tick), .init("The other 11 councils", .diamond), .init("In 2023", .ring),
        ], rows: rows)
}

private func row(_ label: String, _ own: Double, _ others: [Double?]) -> DotPlot.Row {
    .init(
        label, base: "n 104",
        content: .shares(
            .init(own, "\(Int(own))%"), range: max(own - 8, 0)...min(own + 8, 100),
            comparators: others.map { $0.map { .init($0, "\(Int($0))%") } }))
}

private func marks(_ picture: Picture) -> [Group] {
    picture.nodes.flatMap { $0.groups(named: "row ") }
        .flatMap { Node.group($0.group).groups(named: "marks") }.map(\.group)
}

private let examples = [
    row("Quality of life", 70, [68, 68, 60]), row("Being supported with dignity", 93, [94, nil, 93]),
    .init("Voluntary work", base: "n 8", content: .words("Not shown: fewer than 10 people answered.")),
    row("Friendships", 0, [0, 100, 50]),
]

@Test func aComparisonIsDrawnAsRecorded() {
    expectGolden(plot(examples).picture(width: 880, measurer: measurer).dump, named: "dots-wide.txt")
    expectGolden(
        plot(examples).picture(width: 360, measurer: measurer, parts: .marksOnly).dump,
        named: "dots-narrow.txt")
}

@Test func equalSharesStandOnTheSamePlaceAndAllTheirShapesRemainToBeSeen() throws {
    let group = try #require(
        marks(plot([row("Same", 50, [50, 50, 50])]).picture(width: 800, measurer: measurer)).first)
    let boxes = group.nodes.flatMap { $0.boxes(measurer: measurer) }
    let middles = boxes.map { ($0.minX + $0.maxX) / 2 }
    #expect(middles.allSatisfy { abs($0 - middles[0]) < 1e-9 })
    // Tick, the range's white edge, range, dot, diamond, the ring's white ground, ring.
    try #require(boxes.count == 7)
    for (under, over) in [(0, 1), (2, 3)] {
        #expect(boxes[under].minY <= boxes[over].minY - 2.5 && boxes[under].maxY >= boxes[over].maxY + 2.5)
    }
    #expect(boxes[4...].allSatisfy { $0.minY > boxes[3].maxY })
    #expect(boxes[4].size.height >= 2 * boxes[5].size.height)
}

@Test func everyMarkHasItsOwnShapeAndColour() {
    let picture = plot([row("Apart", 50, [20, 40, 80])]).picture(width: 800, measurer: measurer)
    let colors = DotPlot.Mark.allCases.map(Palette().comparison)
    #expect(Set(colors).count == 3)
    #expect(marks(picture).flatMap(\.nodes).count == 7)
}

@Test func marksAreInProportionToTheAxis() {
    let groups = marks(
        plot([0.0, 25, 50, 100].map { row("\($0)", $0, []) }).picture(width: 800, measurer: measurer))
    let places = groups.map { group in
        group.nodes.compactMap { node -> Double? in
            guard case .shape(let shape) = node, case .circle(let center, _) = shape.outline else {
                return nil
            }
            return center.x
        }.first ?? .nan
    }
    #expect(abs(places[1] - places[0] - (places[3] - places[0]) / 4) < 1e-9)
    #expect(abs(places[2] - places[0] - (places[3] - places[0]) / 2) < 1e-9)
}

@Test func aWithheldRowHasItsWordsAndNoMarksOrLines() {
    let picture = plot([examples[2]]).picture(width: 800, measurer: measurer)
    #expect(picture.nodes.flatMap(\.strings).contains("Not shown: fewer than 10 people answered."))
    #expect(marks(picture).isEmpty)
    #expect(!picture.nodes.flatMap(\.strings).contains("100%"))
}

@Test(arguments: [360.0, 800])
func aWithheldRowStillShowsWhatItWouldBeComparedWithBelowItsWords(width: Double) throws {
    let row = DotPlot.Row(
        "Paid work", base: "",
        content: .words("Not shown", comparators: [.init(40, "40%"), nil, .init(60, "60%")]))
    let picture = plot([row]).picture(width: width, measurer: measurer)
    #expect(picture.collisions(measurer: measurer) == [])
    let group = try #require(marks(picture).first)
    // A tick, and the two circles of the ring; no dot, no range.
    #expect(group.nodes.count == 3)
    let words = try #require(picture.placedTexts(measurer: measurer).first { $0.string == "Not shown" })
    let top = picture.nodes.flatMap { $0.groups(named: "marks") }
        .first.map {
            $0.group.offset.y + (group.nodes.flatMap { $0.boxes(measurer: measurer) }.map(\.minY).min() ?? 0)
        }
    #expect(try words.box.maxY <= #require(top))
    #expect(picture.alternative.hasSuffix("Paid work: Not shown; The region 40%; In 2023 60%."))
}

@Test func aComparatorOffTheAxisBesideWithheldSharesIsSaidInWords() {
    let row = DotPlot.Row("Odd", base: "", content: .words("Not shown", comparators: [.init(140, "140%")]))
    let picture = plot([row]).picture(width: 1200, measurer: measurer)
    #expect(marks(picture).isEmpty)
    #expect(
        picture.nodes.flatMap(\.strings).joined(separator: " ").contains("Not shown. The published shares"))
}

@Test(arguments: [0.0, 0.2, 1, 20])
func theEndsOfALikelyRangeStandOutHoweverNarrowItIs(half: Double) throws {
    let row = DotPlot.Row(
        "Narrow", base: "", content: .shares(.init(50, "50%"), range: 50 - half...50 + half, comparators: []))
    let boxes = marks(plot([row]).picture(width: 800, measurer: measurer))
        .flatMap(\.nodes).flatMap { $0.boxes(measurer: measurer) }
    try #require(boxes.count == 3)
    let (range, dot) = (boxes[1], boxes[2])
    #expect(range.minY <= dot.minY - 3 && range.maxY >= dot.maxY + 3)
    #expect(range.size.width >= 2)
}

@Test func aBodyKeepsItsMarkAndNoTwoBodiesShareOneWhileThereAreEnough() {
    #expect(DotPlot.Mark.marks(of: ["all", "last"]) == [.diamond, .ring])
    #expect(DotPlot.Mark.marks(of: ["region", "all", "last"]) == [.tick, .diamond, .ring])
    #expect(DotPlot.Mark.marks(of: ["all", "e10000020", "last"]) == [.diamond, .tick, .ring])
    #expect(Set(DotPlot.Mark.marks(of: ["all", "rest", "region"])).count == 3)
    #expect(DotPlot.Mark.marks(of: ["all", "rest", "region", "last"]).count == 4)
}

@Test(arguments: [-1.0, 100.5, .nan, .infinity])
func aShareOffTheAxisIsSaidInWordsInsteadOfDrawn(percent: Double) {
    let row = DotPlot.Row("Odd", base: "", content: .shares(.init(percent, "?"), range: nil, comparators: []))
    let picture = plot([row]).picture(width: 1200, measurer: measurer)
    #expect(marks(picture).isEmpty)
    #expect(
        picture.nodes.flatMap(\.strings).contains(
            "The published shares do not lie between 0% and 100%, so none is drawn."))
}

@Test func theChartSaysItsFigures() {
    #expect(
        plot([examples[1]]).picture(width: 800, measurer: measurer).alternative
            == "Dot plot, one row for each question. Being supported with dignity: "
            + "Exampleshire, with its likely range 93%, The region 94%, In 2023 93% (n 104).")
}
