import Charts
import Scene
import TestSupport
import Testing

private var measurer: FixedMeasurer { FixedMeasurer() }
private let words = ChartWords(title: "A message", subtitle: "A measure")

/// A group with the place of its own origin on the picture.
private typealias Placed = (group: Group, offset: Point)

private func groups(_ picture: Picture, _ prefix: String) -> [Placed] {
    picture.nodes.flatMap { $0.groups(named: prefix) }
}

/// The box of the first shape of a group, on the picture.
private func box(_ placed: Placed) -> Rect? {
    for case .shape(let shape) in placed.group.nodes { return shape.outline.box?.moved(by: placed.offset) }
    return nil
}

private func draw(_ chart: some Chart, width: Double = 700) -> Picture {
    chart.picture(width: width, measurer: measurer, parts: .marksOnly)
}

// MARK: Diverging bars

private let five: [StackedBars.Answer] = [
    .init("Very good", .positive), .init("Good", .positive), .init("Neither", .neutral),
    .init("Poor", .negative),
    .init("Very poor", .negative),
]

private func diverging(
    _ percents: [Double?], answers: [StackedBars.Answer] = five, middle: DivergingBars.Middle = .apart
) -> DivergingBars {
    let segments = percents.enumerated().compactMap { index, percent in
        percent.map { StackedBars.Segment(answer: index, percent: $0, label: "\(Int($0))%") }
    }
    let hidden = 100 - segments.reduce(0) { $0 + $1.percent }
    return DivergingBars(
        words: words, answers: answers,
        rows: [
            .init("Support", base: "n 100", content: .shares(segments, notShown: hidden > 0 ? hidden : nil))
        ],
        middle: middle)
}

@Test(arguments: [five, five.reversed()])
func positiveAnswersAreToTheRightOfTheLineWhicheverSideTheQuestionnaireBeginsWith(
    answers: [StackedBars.Answer]
) throws {
    let picture = draw(diverging([20, 20, 20, 20, 20], answers: answers))
    let line = try #require(groups(picture, "bar").first.flatMap(box))
    for (index, answer) in answers.enumerated() {
        let segment = try #require(groups(picture, "segment \(index)").first.flatMap(box))
        switch answer.polarity {
        case .positive: #expect(segment.minX >= line.maxX)
        case .negative: #expect(segment.maxX <= line.minX)
        case .neutral: #expect(segment.minX > line.maxX + 100, "apart, beyond the positive answers")
        }
    }
    let keys = groups(picture, "key ").map(\.group.name)
    #expect(keys == ["Very poor", "Poor", "Good", "Very good", "Neither"].map { "key " + $0 })
}

@Test func aNeutralAnswerLiesAcrossTheLineWhereItIsAskedTo() throws {
    let picture = draw(diverging([20, 20, 20, 20, 20], middle: .centred))
    let line = try #require(groups(picture, "bar").first.flatMap(box))
    let neutral = try #require(groups(picture, "segment 2").first.flatMap(box))
    #expect(abs((neutral.minX + neutral.maxX) / 2 - line.minX) < 2)
    #expect(groups(picture, "key ")[2].group.name == "key Neither")
}

@Test func whatMayNotBeShownStandsOnItsSideOrTheRowSaysWhyNot() throws {
    let oneSide = draw(diverging([40, 30, 20, nil, nil]))
    let hidden = try #require(groups(oneSide, "not shown").first.flatMap(box))
    #expect(hidden.maxX <= (groups(oneSide, "segment 1").first.flatMap(box)?.minX ?? 0))
    let bothSides = draw(diverging([40, nil, 20, 20, nil]))
    #expect(groups(bothSides, "segment").isEmpty)
    #expect(bothSides.nodes.flatMap(\.strings).joined(separator: " ").contains("may not be shown"))
}

@Test func aShareThatItsPieceHasNoRoomForStandsBesideTheEndOfTheBarOnItsOwnSide() throws {
    let answers = [five[0], five[2], five[3]]
    var chart = diverging([50, 10, 40], answers: answers)
    chart.rows.append(try #require(diverging([95, 2, 3], answers: answers).rows.first))
    let row = try #require(groups(draw(chart), "row").last)
    let pieces = try (0...2).map { index in try #require(groups(draw(chart), "segment \(index)").last) }
    func text(_ words: String) throws -> (left: Double, right: Double) {
        let line = try #require(row.group.nodes.flatMap(\.lines).first { $0.string == words })
        let piece = try #require(pieces.first { $0.group.nodes.flatMap(\.strings) == [words] })
        #expect(piece.group.nodes.flatMap(\.lines) == [line])
        return (piece.offset.x + line.origin.x, piece.offset.x + line.origin.x + line.advance)
    }
    let (poor, neither) = (try #require(box(pieces[2])), try #require(box(pieces[1])))
    #expect(try text("3%").right < poor.minX)
    #expect(try text("2%").left > neither.maxX)
    #expect(!draw(chart).nodes.flatMap(\.strings).contains("Shares too small to label are in the table."))
}

// MARK: Groups

@Test func groupsSideBySideAreEquallyThickAndEachHasItsOwnBaseAndColour() {
    var chart = ShareBars(
        title: "", subtitle: "",
        rows: [
            .init(
                "Safe",
                bars: [
                    .init(label: "18 to 44", base: "n 41", .share(percent: 50, label: "50%")),
                    .init(label: "65 and over", base: "n 80", .share(percent: 50, label: "50%")),
                ])
        ])
    chart.series = .groups
    let bars = groups(draw(chart), "bar").filter { $0.group.name == "bar" }
    #expect(Set(bars.compactMap { box($0)?.size }).count == 1)
    #expect(bars.map { $0.group.nodes.flatMap(\.strings) } == [["50%", "n 41"], ["50%", "n 80"]])
    let fills = bars.compactMap { bar -> Fill? in
        guard case .shape(let shape) = bar.group.nodes.first else { return nil }
        return shape.fill
    }
    #expect(Set(fills).count == 2)
}

@Test func panelsHaveTheSameRowsOnTheSameScale() {
    let chart = SmallMultiples(
        words: words, panels: [.init("A", base: "n 40"), .init("B", base: "n 50"), .init("C", base: "n 60")],
        rows: [
            .init("One", cells: [60, 30, 60].map { .share(percent: $0, label: "\(Int($0))%") }),
            .init("Two", cells: [.words("Too few"), .share(percent: 60, label: "60%"), .words("Not shown")]),
        ])
    for width in [288.0, 700] {
        let lengths = groups(draw(chart, width: width), "bar").compactMap { bar -> Double? in
            // The track first, then the bar.
            let boxes = bar.group.nodes.compactMap { node -> Rect? in
                if case .shape(let shape) = node { shape.outline.box } else { nil }
            }
            return boxes.last?.size.width
        }
        #expect(lengths.count == 4)
        #expect(Set([lengths[0], lengths[2], lengths[3]]).count == 1)
        #expect(abs(lengths[1] * 2 - lengths[0]) < 0.01)
    }
}

// MARK: Pairs

private func pairs(_ contents: [PairedDots.Content]) -> PairedDots {
    PairedDots(
        words: words,
        labels: .init(first: "2024", second: "2026", clear: "Clear change", unclear: "No clear change"),
        rows: contents.enumerated().map { .init("Question \($0.offset)", base: "n 100", content: $0.element) }
    )
}

private func pair(_ first: Double?, _ second: Double?, isClear: Bool) -> PairedDots.Content {
    let share = { (value: Double) in DotPlot.Share(value, "\(Int(value))%") }
    return .pair(
        first: first.map(share), second: second.map(share), difference: isClear ? "Up" : "No clear change",
        isClear: isClear)
}

@Test func onlyAClearChangeHasTheStrongColour() {
    let picture = draw(pairs([pair(40, 60, isClear: true), pair(50, 55, isClear: false)]))
    // The first group of that name holds all marks of the chart.
    let fills = groups(picture, "marks").dropFirst().map { marks in
        marks.group.nodes.compactMap { node -> Fill? in
            if case .shape(let shape) = node { shape.fill } else { nil }
        }
    }
    let strong = Fill.color(ChartTheme.standard.main)
    #expect(fills.count == 2)
    #expect(fills[0].contains(strong) && !fills[1].contains(strong))
    let keys = groups(picture, "key ").map(\.group.name)
    #expect(keys == ["key 2024", "key 2026", "key Clear change", "key No clear change"])
}

/// Whether a chart is drawn with two upright axes.
private func isSlope(_ chart: PairedDots, width: Double = 700) -> Bool {
    var chart = chart
    chart.mayBeSlopes = true
    return !groups(chart.picture(width: width, measurer: measurer), "slope").isEmpty
}

@Test func aFewPairsThatAreAPartBecomeSlopes() {
    let few = pairs([pair(40, 60, isClear: true), pair(70, 75, isClear: false), pair(90, 85, isClear: false)])
    #expect(isSlope(few))
    #expect(groups(draw(few), "slope").isEmpty, "only where time passes between the two")
    #expect(!isSlope(few, width: 340), "a narrow page has no room for words at both ends")
    let many = pairs((0..<7).map { pair(Double($0) * 14, Double($0) * 14 + 5, isClear: false) })
    #expect(!isSlope(many), "more than six rows")
    #expect(
        !isSlope(pairs([pair(40, nil, isClear: false), pair(70, 75, isClear: false)])), "a share is missing")
    #expect(
        !isSlope(pairs([pair(40, 60, isClear: false), pair(40, 60, isClear: false)])), "lines on each other")
    let crowded = pairs((0..<6).map { pair(Double(10 * $0), 70 + Double($0) / 2, isClear: false) })
    #expect(!isSlope(crowded), "words far from their lines")
}

@Test func aSlopeHasItsWordsInTheOrderOfItsEndsAndSaysThatItDoesNotBeginAtZero() {
    var chart = pairs([pair(80, 50, isClear: true), pair(45, 75, isClear: false)])
    chart.mayBeSlopes = true
    let picture = chart.picture(width: 700, measurer: measurer)
    #expect(groups(picture, "row ").map(\.group.name) == ["row Question 1", "row Question 0"])
    let notes = chart.footNotes(width: 700, measurer: measurer)
    #expect(
        notes == [
            "The scale does not begin at 0%. Look at what rises and falls, not at how high a line lies."
        ])
    #expect(chart.footNotes(width: 340, measurer: measurer).isEmpty)
    // The steeper line is higher where its share is: y falls as shares rise.
    let lines = groups(picture, "slopes")[0].group.nodes.compactMap { node -> (Point, Point)? in
        guard case .shape(let shape) = node, case .line(let from, let to) = shape.outline else { return nil }
        return (from, to)
    }
    #expect(lines.count == 2)
    #expect(lines[0].0.y > lines[0].1.y && lines[1].0.y < lines[1].1.y)
    #expect(abs((lines[0].0.y - lines[0].1.y) - (lines[1].1.y - lines[1].0.y)) < 1e-9, "30 points each")
}

@Test func aWaveThatIsNotShownLeavesOneDotAndItsWords() {
    let picture = draw(pairs([pair(nil, 60, isClear: false)]))
    let strings = picture.nodes.flatMap(\.strings)
    #expect(strings.contains("60%") && strings.contains("No clear change"))
    #expect(pairs([pair(nil, 60, isClear: false)]).spoken.contains("2024 not shown, 2026 60%"))
}

// MARK: Funnel

@Test func aFunnelNamesOnlyTheOwnBody() {
    let chart = FunnelPlot(
        words: words,
        labels: .init(
            own: "Norfolk, 70%", others: "Other councils", target: "All, 65%", inner: "95%", outer: "99.8%",
            axis: "Answers"),
        own: .init(base: 300, percent: 70),
        others: (1...12).map { .init(base: Double($0) * 40, percent: 60 + Double($0)) }, target: 65,
        limits: [100, 300, 500].map { base in
            .init(
                base: base, inner: 65 - 500 / base...65 + 500 / base, outer: 65 - 800 / base...65 + 800 / base
            )
        })
    let picture = draw(chart)
    #expect(groups(picture, "others").first?.group.nodes.count == 12)
    #expect(groups(picture, "own").count == 1)
    #expect(!picture.nodes.flatMap(\.strings).contains { $0.contains("council") && $0 != "Other councils" })
    // Ticks of both axes are round.
    let ticks = picture.nodes.flatMap(\.strings).filter { $0.allSatisfy { $0.isNumber || $0 == "%" } }
    #expect(ticks.contains("0") && ticks.contains("400") && ticks.contains("60%"))
}

// MARK: People, numbers, columns

@Test func everyRowHasTenPeopleOfOneSize() {
    let chart = PeopleChart(
        words: words, answers: [.init("Safe", .positive)],
        rows: [
            .init("One", base: "n 100", content: .people([8], words: "8 in 10, 80%")),
            .init("Two", base: "n 100", content: .people([0], words: "3%")),
        ])
    let people = groups(draw(chart), "people").map { row in
        row.group.nodes.flatMap { $0.groups(named: "person") }
    }
    #expect(people.map(\.count) == [10, 10])
    #expect(people.map { $0.count { $0.group.name == "person 0" } } == [8, 0])
    // Heads; an outline lies within the edge.
    let heads = people.flatMap(\.self).compactMap { box(($0.group, .zero))?.size.width }
    #expect((heads.max() ?? 0) - (heads.min() ?? 0) < 2)
}

@Test func peopleThatAreNotTenAreNotDrawn() {
    let chart = PeopleChart(
        words: words, answers: [.init("Better", .positive), .init("Worse", .negative)],
        rows: [.init("One", base: "", content: .people([8, 1], words: "80%"))])
    #expect(groups(draw(chart), "person").allSatisfy { $0.offset.y < 40 }, "those of the key alone")
    #expect(draw(chart).nodes.flatMap(\.strings).joined(separator: " ").contains("do not make ten people"))
}

@Test func aNumberStandsAloneWithoutItsTitleAndShrinksToItsRoom() {
    let chart = { (number: String) in
        BigNumber(words: words, number: number, sentence: "of people feel safe.", base: "n 100")
    }
    let size = { (chart: BigNumber, width: Double) in
        chart.picture(width: width, measurer: measurer).nodes.flatMap(\.lines).map(\.style.size).max() ?? 0
    }
    #expect(
        !chart("75%").picture(width: 800, measurer: measurer).nodes.flatMap(\.strings).contains("A message"))
    #expect(size(chart("75%"), 800) == 112)
    #expect(size(chart("75%"), 320) == 88)
    #expect(size(chart("1,234,567,890"), 320) < 64)
}

private func columns(_ values: [Double], label: String = "20") -> ColumnTrend {
    ColumnTrend(
        words: words,
        columns: values.enumerated().map {
            .init(
                "\(label)\(10 + $0.offset)", base: "n 100",
                content: .share(percent: $0.element, label: "\(Int($0.element))%"))
        })
}

@Test func columnsBeginAtZeroAndAreAsTallAsTheirShares() {
    let boxes = groups(draw(columns([20, 40, 80])), "column").compactMap(box)
    #expect(boxes.count == 3)
    #expect(Set(boxes.map { $0.maxY.rounded() }).count == 1)
    #expect(abs(boxes[1].size.height / boxes[0].size.height - 2) < 0.01)
    #expect(abs(boxes[2].size.height / boxes[0].size.height - 4) < 0.01)
}

@Test func wavesThatFindNoRoomSideBySideStandBelowOneAnother() {
    #expect(groups(draw(columns([Double](repeating: 50, count: 4)), width: 320), "column").count == 4)
    let many = draw(columns([Double](repeating: 50, count: 20)), width: 320)
    #expect(groups(many, "column").isEmpty && groups(many, "row").count == 20)
    let long = columns([50, 60], label: String(repeating: "A survey with a long name, ", count: 6))
    #expect(groups(draw(long, width: 320), "row").count == 2)
}
