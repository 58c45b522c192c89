import Charts
import Scene
import Survey
import TestSupport
import Testing

private var measurer: FixedMeasurer { FixedMeasurer() }

private func share(_ percent: Double) -> ShareBars.Content {
    .share(percent: percent, label: "\(Int(percent))%")
}

private func chart(_ rows: [ShareBars.Row]) -> ShareBars {
    ShareBars(
        title: "Most had the questions read to them", subtitle: "People who use services, Norfolk, 2020-21",
        rows: rows, notes: ["Source: a survey."])
}

private let compared = chart([
    .init(
        "Someone else read the questions to me", base: "n 104",
        bars: [.init(label: "Norfolk", share(62)), .init(label: "All 18 councils", share(55))]),
    .init(
        "Someone else translated the questions for me", base: "n 104",
        bars: [.init(label: "Norfolk", share(4)), .init(label: "All 18 councils", .words("none recorded"))]),
])

private func bars(_ picture: Picture) -> [Group] {
    picture.nodes.flatMap { $0.groups(named: "bar") }.map(\.group).filter { $0.name == "bar" }
}

@Test func aComparisonOfSharesIsDrawnAsRecorded() {
    expectGolden(compared.picture(width: 880, measurer: measurer).dump, named: "shares-wide.txt")
    expectGolden(
        compared.picture(width: 360, measurer: measurer, parts: .marksOnly).dump, named: "shares-narrow.txt")
}

@Test func onlyAComparisonHasAKey() {
    func keys(_ chart: ShareBars) -> [String] {
        chart.picture(width: 800, measurer: measurer).nodes.flatMap { $0.groups(named: "key ") }.map(
            \.group.name)
    }
    #expect(keys(compared) == ["key Norfolk", "key All 18 councils"])
    #expect(keys(chart([.init("Read", bars: [.init(share(62))])])).isEmpty)
}

@Test func comparatorsAreThinnerAndLighterThanThisBody() throws {
    let drawn = bars(compared.picture(width: 800, measurer: measurer))
    let shapes = drawn.prefix(2).map { group in
        group.nodes.compactMap { if case .shape(let shape) = $0 { shape } else { nil } }.last
    }
    guard case .color(let own) = try #require(shapes[0]).fill,
        case .color(let other) = try #require(shapes[1]).fill
    else {
        Issue.record("the bars are not filled")
        return
    }
    #expect(own == ChartTheme.standard.main)
    #expect(other.luminance > own.luminance + 0.2)
    let heights = shapes.compactMap { $0?.outline.box?.size.height }
    #expect(heights[1] < heights[0] - 5)
}

@Test func everyComparatorLooksDifferentInGreyTooAndIsOutlinedAtThreeToOne() {
    let names = ["This", "A", "B", "C"]
    let picture = chart([.init("Read", bars: names.map { .init(label: $0, share(60)) })])
        .picture(width: 800, measurer: measurer)
    let shapes = bars(picture).compactMap { group in
        group.nodes.compactMap { if case .shape(let shape) = $0 { shape } else { nil } }.last
    }
    let fills = shapes.compactMap { if case .color(let color) = $0.fill { color } else { nil } }
    #expect(fills.count == 4)
    for (index, fill) in fills.enumerated() {
        for other in fills[(index + 1)...] { #expect(ColorVision.grey.distance(fill, other) >= 0.1) }
    }
    for shape in shapes.dropFirst() { #expect((shape.stroke?.color.contrast(to: .white) ?? 0) >= 3) }
}

@Test func valuesReadOnTheirBars() {
    let names = ["This", "A", "B", "C"]
    let picture = chart([.init("Read", bars: names.map { .init(label: $0, share(60)) })])
        .picture(width: 800, measurer: measurer)
    for group in bars(picture) {
        let fills = group.nodes.compactMap { node -> Color? in
            guard case .shape(let shape) = node, case .color(let color) = shape.fill else { return nil }
            return color
        }
        for line in group.nodes.flatMap(\.lines) {
            #expect(line.style.color.contrast(to: fills.last ?? .white) >= 4.5)
        }
    }
    #expect(ChartTheme.standard.ink.contrast(to: ChartTheme.standard.track) >= 7)
}

@Test func aShareOfZeroHasItsValueAndNoBar() {
    let group = bars(
        chart([.init("Paid work", bars: [.init(share(0))])]).picture(width: 800, measurer: measurer)
    )
    .first
    #expect(group?.nodes.flatMap(\.strings) == ["0%"])
    // The track alone.
    #expect(group?.nodes.count == 2)
}

@Test(arguments: [-1.0, 100.5, .nan, .infinity])
func aShareThatCannotBeIsSaidInWordsInsteadOfDrawn(percent: Double) {
    let row = ShareBars.Row("Odd", bars: [.init(.share(percent: percent, label: "?"))])
    let group = bars(chart([row]).picture(width: 1200, measurer: measurer)).first
    #expect(
        group?.nodes.flatMap(\.strings).joined(separator: " ")
            == "The published share does not lie between 0% and 100%, so no bar is drawn.")
}

@Test func wordsInThePlaceOfAComparedBarSayWhomTheyAreAbout() {
    let strings = compared.picture(width: 800, measurer: measurer).nodes.flatMap(\.strings)
    #expect(strings.contains("All 18 councils: none recorded"))
}

@Test func theChartOfSharesSaysItsFigures() {
    #expect(
        compared.picture(width: 800, measurer: measurer).alternative
            == "Bar chart, one row for each share. Someone else read the questions to me: Norfolk: 62%; "
            + "All 18 councils: 55% (n 104). Someone else translated the questions for me: Norfolk: 4%; "
            + "All 18 councils: none recorded (n 104).")
}

// MARK: Published results

private let scale = Scale(
    id: "help",
    forms: [
        .init(
            id: Scale.Form.full, title: "as asked",
            answers: [("read", "Read to me"), ("wrote", "Wrote for me"), ("other", "Something else")].map {
                .init(id: $0.0, label: $0.1, polarity: .neutral, parts: [$0.0])
            })
    ], outside: [], measure: ["read"], measureLabel: "questions read to them", isMultiple: true)

private func table(
    _ values: [PublishedCell.Value], showing: PublishedTable.Showing = .shown,
    base: Base = .rounded(455, to: 5),
    measure: PublishedCell.Value? = nil
) -> PublishedTable {
    PublishedTable(
        question: "help", showing: showing, base: base, form: Scale.Form.full,
        cells: zip(["read", "wrote", "other"], values).map { PublishedCell(answer: $0, value: $1) },
        measure: measure.map { PublishedCell(answer: "positive", value: $0) })
}

private func value(_ tenths: Int) -> PublishedCell.Value {
    .shown(share: Percentage(units: tenths, decimals: 1), count: nil)
}

private func contents(_ chart: ShareBars) -> [[ShareBars.Content]] {
    chart.rows.map { $0.bars.map(\.content) }
}

@Test func theAnswersToAQuestionOfSeveralAnswersAreARowEach() {
    let chart = ShareBars(
        answersOf: [
            .init(name: "Norfolk", table: table([value(697), .withheld(.confidential), value(5)])),
            .init(
                name: "All",
                table: table([value(600), value(400), .withheld(.noneRecorded)], base: .exact(6485))),
            .init(name: "Last", table: nil),
        ], scale: scale, title: "", subtitle: "", notes: ["Source."], alternative: "")
    #expect(chart.rows.map(\.label) == ["Read to me", "Wrote for me", "Something else"])
    let none = ShareBars.Content.words("not asked here, or not available")
    #expect(
        contents(chart) == [
            [.share(percent: 69.7, label: "69.7%"), .share(percent: 60, label: "60.0%"), none],
            [.words("not shown, to protect people’s privacy"), .share(percent: 40, label: "40.0%"), none],
            [.share(percent: 0.5, label: "0.5%"), .words("none recorded"), none],
        ])
    #expect(
        chart.footNotes(width: 800, measurer: measurer) == [
            "How many people answered: Norfolk, about 455; All, 6,485.",
            "People could choose more than one answer, so the percentages can add up to more than 100%.",
            "Source.",
        ])
}

@Test func measuresOfSeveralQuestionsAreARowEachWithTheirBase() {
    let chart = ShareBars(
        measuresOf: [
            .init("Health", bars: [.init(table: table([], base: .exact(112), measure: value(720)))]),
            .init("Work", bars: [.init(table: table([], measure: .withheld(.notApplicable)))]),
            .init("Home", bars: [.init(table: table([], base: .unknown))]),
        ], title: "", subtitle: "", notes: [], alternative: "")
    #expect(chart.rows.map(\.base) == ["n 112", "about 455", ""])
    #expect(
        contents(chart) == [
            [.share(percent: 72, label: "72.0%")], [.words("Does not apply")],
            [.words("No percentage is published")],
        ])
}

@Test(arguments: [
    (Marker.confidential, "Not shown, to protect people’s privacy"), (.noneRecorded, "None recorded"),
    (.notAvailable, "Not available"), (.notApplicable, "Does not apply"),
])
func aMarkerIsSaidInWords(marker: Marker, words: String) {
    let chart = ShareBars(
        measuresOf: [.init("Health", bars: [.init(table: table([], measure: .withheld(marker)))])], title: "",
        subtitle: "", notes: [], alternative: "")
    #expect(contents(chart) == [[.words(words)]])
}

@Test(arguments: [
    (PublishedTable.Showing.withheld, "Not shown, to protect people’s privacy"),
    (.noPercentage, "Too few people answered for percentages"),
    (.notAvailable, "Not asked here, or not available"),
])
func aTableThatMayNotBeShownIsSaidInWordsWhateverItHolds(showing: PublishedTable.Showing, words: String) {
    let withheld = table(
        [value(1), value(2), value(3)], showing: showing, base: .withheld, measure: value(1))
    let chart = ShareBars(
        measuresOf: [.init("Health", bars: [.init(table: withheld)])], title: "", subtitle: "", notes: [],
        alternative: "")
    #expect(contents(chart) == [[.words(words)]])
}
