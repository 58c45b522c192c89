import Charts
import Scene
import TestSupport
import Testing

private var measurer: FixedMeasurer { FixedMeasurer() }

private let satisfaction: [StackedBars.Answer] = [
    .init("Extremely or very satisfied", .positive), .init("Quite satisfied", .positive),
    .init("Neither satisfied or dissatisfied", .neutral), .init("Quite dissatisfied", .negative),
    .init("Extremely or very dissatisfied", .negative),
]

private func shares(_ tenths: [Int], notShown: Double? = nil) -> StackedBars.Content {
    .shares(
        tenths.enumerated().map {
            StackedBars.Segment(
                answer: $0.offset, percent: Double($0.element) / 10,
                label: "\($0.element / 10).\($0.element % 10)%")
        }, notShown: notShown)
}

private func chart(_ content: StackedBars.Content) -> StackedBars {
    StackedBars(
        title: "Most are satisfied", subtitle: "Norfolk, 2020-21", answers: satisfaction,
        rows: [.init("Care and support", bars: [.init(base: "about 455", content: content)])])
}

/// The first bar of a chart, marks only, at 800 points.
private func bar(_ content: StackedBars.Content) -> Group? {
    chart(content).picture(width: 800, measurer: measurer, parts: .marksOnly).nodes
        .flatMap { $0.groups(named: "bar") }.first?.group
}

private func names(_ group: Group?) -> [String] {
    group?.nodes.map { if case .group(let group) = $0 { group.name } else { "loose" } } ?? []
}

@Test func aRealQuestionBesideItsComparatorIsDrawnAsRecorded() {
    let chart = StackedBars(
        title: "About nine in ten people are satisfied with their care and support",
        subtitle: "Share of people who use services, Norfolk and the 18 councils together, 2020-21",
        answers: satisfaction,
        rows: [
            .init(
                "Overall, how satisfied or dissatisfied are you with the care and support services you receive?",
                bars: [
                    .init(label: "Norfolk", base: "about 455", content: shares([697, 190, 48, 24, 40])),
                    .init(
                        label: "All 18 councils", base: "about 6,485",
                        content: shares([648, 242, 51, 30, 29])),
                ]),
            .init(
                "Do you usually manage to feed yourself?",
                bars: [
                    .init(label: "Norfolk", base: "n 8", content: .words("Not shown: fewer than 10 people."))
                ]),
        ],
        notes: ["Source: Personal Social Services Adult Social Care Survey, 2020-21."])
    expectGolden(chart.picture(width: 880, measurer: measurer).dump, named: "stacked-wide.txt")
    expectGolden(
        chart.picture(width: 360, measurer: measurer, parts: .marksOnly).dump, named: "stacked-narrow.txt")
}

@Test(arguments: [[697, 190, 48, 24, 40], [697, 190, 48, 24, 42], [200, 200, 200, 200, 200]])
func sharesThatAddUpWithinRoundingFillTheBar(tenths: [Int]) {
    #expect(names(bar(shares(tenths))) == (0..<5).map { "segment \($0)" })
}

@Test func aShareOfZeroDrawsNothing() {
    #expect(names(bar(shares([800, 136, 29, 35, 0]))) == (0..<4).map { "segment \($0)" })
}

@Test func whatMayNotBeShownIsOneHatchedPieceAtTheEndWithItsOwnEntryInTheKey() {
    let content = StackedBars.Content.shares(
        [.init(answer: 0, percent: 60, label: "60%"), .init(answer: 2, percent: 25, label: "25%")],
        notShown: 15)
    #expect(names(bar(content)) == ["segment 0", "segment 2", "not shown"])
    let picture = chart(content).picture(width: 800, measurer: measurer)
    #expect(picture.nodes.flatMap(\.strings).contains("Not shown"))
    #expect(
        !chart(shares([1000])).picture(width: 800, measurer: measurer).nodes.flatMap(\.strings).contains(
            "Not shown"))
}

@Test func sharesThatFallShortOf100AreNotStretched() {
    #expect(names(bar(shares([400, 200]))) == ["segment 0", "segment 1", "not shown"])
}

@Test(arguments: [
    shares([900, 900]), shares([-10, 900, 110]), shares([500, 500], notShown: 20),
    .shares([.init(answer: 7, percent: 100, label: "100%")], notShown: nil),
])
func sharesThatCannotBeAWholeAreSaidInWordsInsteadOfDrawn(content: StackedBars.Content) {
    let strings = bar(content).map { Node.group($0).strings } ?? []
    #expect(
        strings.joined(separator: " ") == "The published shares do not add up to 100%, so no bar is drawn.")
}

@Test func segmentsFollowTheKeyHoweverTheyArrive() {
    let content = StackedBars.Content.shares(
        [.init(answer: 3, percent: 40, label: "40%"), .init(answer: 0, percent: 60, label: "60%")],
        notShown: nil)
    #expect(names(bar(content)) == ["segment 0", "segment 3"])
}

@Test func aShareTooSmallToLabelIsStillSeenAndANoteSaysWhereItIs() {
    let small = chart(shares([990, 2, 4, 2, 2]))
    #expect(names(bar(shares([990, 2, 4, 2, 2]))).count == 5)
    #expect(
        small.footNotes(width: 800, measurer: measurer) == ["Shares too small to label are in the table."])
    #expect(chart(shares([500, 500])).footNotes(width: 800, measurer: measurer) == [])
}

@Test func wordsOfThePageAreLeftOutOfTheMarks() {
    let whole = chart(shares([500, 500])).picture(width: 800, measurer: measurer)
    let marks = chart(shares([500, 500])).picture(width: 800, measurer: measurer, parts: .marksOnly)
    #expect(whole.nodes.flatMap(\.strings).contains("Most are satisfied"))
    #expect(!marks.nodes.flatMap(\.strings).contains("Most are satisfied"))
    #expect(marks.background == nil && whole.background == .white)
}

@Test func anEditorsTextAlternativeIsTakenAndOtherwiseTheChartSaysItsFigures() {
    var chart = chart(shares([600, 400]))
    #expect(
        chart.picture(width: 800, measurer: measurer).alternative
            == "Stacked bars, one for each question. Care and support: "
            + "Extremely or very satisfied 60.0%, Quite satisfied 40.0% (about 455).")
    chart.words.alternative = "Six in ten are satisfied."
    #expect(chart.picture(width: 800, measurer: measurer).alternative == "Six in ten are satisfied.")
}

@Test func labelsStandBesideTheBarsWhereThereIsRoomAndElseAboveThem() {
    for (width, isBeside) in [(560.0, true), (559.0, false)] {
        let picture = chart(shares([500, 500])).picture(width: width, measurer: measurer, parts: .marksOnly)
        let bar = picture.nodes.flatMap { $0.groups(named: "bar") }.first
        #expect((bar?.offset.x ?? 0 > 0) == isBeside)
    }
}
