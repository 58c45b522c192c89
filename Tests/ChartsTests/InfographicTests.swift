import Charts
import Scene
import TestSupport
import Testing

private var measurer: FixedMeasurer { FixedMeasurer() }

private let foot = Infographic.Foot(
    notice: "INVENTED.", base: "Base: 112 people. Shares are of those who answered.",
    source: "Source: a survey.")

private func page(_ rows: [[Infographic.Block]], title: String = "What support did") -> Infographic {
    Infographic(
        title: title, subtitle: "A survey of 112 people", rows: rows, foot: foot, alternative: "Messages.")
}

private let sample = page([
    [
        .init(name: "life", columns: 5, .hero(share: "69.7%", sentence: "Seven in 10 said so.")),
        .init(
            name: "impact", columns: 7, heading: "Health gained most", note: "Share who said so",
            .bars([
                .init("Health", bars: [.init(.share(percent: 72, label: "72%"))]),
                .init("A short bar", bars: [.init(.share(percent: 1, label: "1%"))]),
                .init("Home", bars: [.init(.words("Too few people answered to show this"))]),
            ])),
    ],
    [
        .init(name: "views", columns: 6, heading: "8 in 10 had a say", note: "80%", .pictogram(filled: 8)),
        .init(
            name: "others", columns: 6, heading: "Beside others",
            .finding([.init("There was no clear difference.")])
        ),
    ],
    [
        .init(
            name: "helps", columns: 12, heading: "Easy planning goes with more",
            .pairs(
                names: ["Easy", "Not easy"],
                [
                    .init(
                        "Dignity",
                        bars: [
                            .init(.share(percent: 86, label: "86%")),
                            .init(.share(percent: 31, label: "31%")),
                        ])
                ]))
    ],
])

@Test func anInfographicIsDrawnAsRecorded() throws {
    expectGolden(try sample.picture(.a4, measurer: measurer).dump, named: "infographic-a4.txt")
}

@Test(arguments: [InfographicFormat.a5, .a4, .a3]) func theNumbersOnThePictureAreThoseOfTheModel(
    format: InfographicFormat
)
    throws
{
    let picture = try sample.picture(format, measurer: measurer)
    let strings = picture.nodes.flatMap(\.strings)
    for number in ["69.7", "72%", "1%", "80%", "86%", "31%"] { #expect(strings.contains(number)) }
    #expect(picture.size == Size(format.width, format.height))
}

@Test func asManyPeopleAreFilledAsTheBlockSays() throws {
    for filled in 0...10 {
        let block = Infographic.Block(name: "p", columns: 6, heading: "So many", .pictogram(filled: filled))
        let picture = try page([[block]]).picture(.a4, measurer: measurer)
        let people = picture.nodes.flatMap { $0.groups(named: "person") }
        #expect(people.count == 10)
        #expect(people.count { $0.group.name == "person filled" } == filled)
    }
}

@Test(arguments: [(0.0, 0), (4.9, 0), (5, 1), (64.8, 6), (69.7, 7), (75, 8), (99.6, 10), (100, 10)])
func aShareIsRoundedToTheNearestPersonOfTen(percent: Double, people: Int) {
    #expect(Pictogram.filled(percent) == people)
}

@Test func peopleBesideEachOtherStandOnOneLineThoughTheirHeadingsDiffer() throws {
    let long = String(repeating: "many words ", count: 12)
    let rows = [
        [
            Infographic.Block(name: "a", columns: 6, heading: long, .pictogram(filled: 3)),
            Infographic.Block(name: "b", columns: 6, heading: "Short", .pictogram(filled: 4)),
        ]
    ]
    let picture = try page(rows).picture(.a4, measurer: measurer)
    let tops = Set(picture.nodes.flatMap { $0.groups(named: "person") }.map(\.offset.y))
    #expect(tops.count == 1)
}

@Test func blocksStandOnTheGridAndWhiteSpaceIsSharedOut() throws {
    let picture = try sample.picture(.a4, measurer: measurer)
    let blocks = picture.nodes.flatMap { $0.groups(named: "block ") }
    #expect(Set(blocks.map(\.offset.x)).count == 3)
    #expect(blocks[0].offset.x == blocks[2].offset.x)
    let lines = picture.nodes.flatMap { $0.groups(named: "line") }.flatMap { line in
        line.group.nodes.flatMap { $0.boxes(measurer: measurer) }.map(\.minY)
    }
    let below = try blocks[2].offset.y - #require(lines.first)
    let band = picture.nodes[0].boxes(measurer: measurer).map(\.maxY).max() ?? 0
    #expect(abs(blocks[0].offset.y - band - below) < 1e-9)
}

@Test func picturesThatSaySomethingAndLogosAreFiguresAndOthersAreNot() throws {
    let drawing = Picture(
        size: Size(40, 20), title: "A clock", alternative: "A clock", background: nil,
        nodes: [.shape(Shape(.circle(center: Point(10, 10), radius: 9), fill: .color(.white)))])
    var page = page([
        [
            .init(name: "hero", columns: 6, picture: drawing, .hero(share: "75%", sentence: "Said so.")),
            .init(name: "clock", columns: 6, .picture(drawing, alternative: "It takes long")),
        ],
        [.init(name: "words", columns: 12, .quotation("“Nobody told me.”", speaker: "A carer"))],
    ])
    var logo = drawing
    logo.alternative = "The council"
    page.foot.logos = [logo, logo]
    let document = try page.layout(.a4, measurer: measurer).sheet().document(language: "en-GB")
    #expect(
        document.elements.compactMap(\.alternative) == ["It takes long", "The council", "The council"])
    let texts = document.pages.flatMap(\.pieces).flatMap(\.nodes).flatMap(\.strings)
    #expect(texts.contains("“Nobody told me.”") && texts.contains("A carer"))
}

@Test func aLargeNumberAloneInTheFirstRowHasAGroundFromEdgeToEdge() throws {
    let hero = Infographic.Block(name: "hero", columns: 12, .hero(share: "75%", sentence: "Said so."))
    let other = Infographic.Block(name: "other", columns: 12, heading: "More", .pictogram(filled: 3))
    let picture = try page([[hero], [other]]).layout(.a4, measurer: measurer).sheet(bleed: 9).picture
    let grounds = picture.nodes.flatMap { $0.groups(named: "panel") }.flatMap { panel in
        panel.group.nodes.flatMap { $0.boxes(measurer: measurer) }
    }
    #expect(grounds.map(\.minX) == [-9] && grounds.map(\.maxX) == [InfographicFormat.a4.width + 9])
    let beside = try page([[hero]]).picture(.wide, measurer: measurer)
    #expect(beside.nodes.flatMap { $0.groups(named: "panel") }.isEmpty)
}

@Test func whatNeedsAttentionHasItsOwnColourInNumberAndPeople() throws {
    let theme = ChartTheme.standard
    func colors(_ needsAttention: Bool) throws -> Set<Color> {
        let rows: [[Infographic.Block]] = [
            [
                .init(
                    name: "a", columns: 12, needsAttention: needsAttention,
                    .hero(share: "22%", sentence: "Few."))
            ],
            [
                .init(
                    name: "b", columns: 12, heading: "Few", needsAttention: needsAttention,
                    .pictogram(filled: 2))
            ],
            [
                .init(
                    name: "c", columns: 12,
                    .finding([.init("Few.", share: "20%", needsAttention: needsAttention)]))
            ],
        ]
        let picture = try page(rows).picture(.a4, measurer: measurer)
        let numbers = picture.nodes.flatMap(\.lines).filter { ["22", "20%"].contains($0.string) }
        let people = picture.nodes.flatMap { $0.groups(named: "person filled") }.flatMap { $0.group.nodes }
        let filled = people.compactMap { node -> Color? in
            if case .shape(let shape) = node, case .color(let color) = shape.fill { color } else { nil }
        }
        #expect(!numbers.isEmpty && !filled.isEmpty)
        return Set(numbers.map(\.style.color) + filled)
    }
    #expect(try colors(true) == [theme.attention])
    #expect(try colors(false) == [theme.main])
}

@Test func labelsThatBreakBesideTheirBarsStandAboveThemInAllOfTheRow() throws {
    func bars(_ name: String, _ label: String) -> Infographic.Block {
        .init(name: name, columns: 6, .bars([.init(label, bars: [.init(.share(percent: 40, label: "40%"))])]))
    }
    func starts(_ label: String) throws -> [Double] {
        let picture = try page([[bars("a", "Short"), bars("b", label)]]).picture(.a4, measurer: measurer)
        return picture.nodes.flatMap { $0.groups(named: "bar") }.map(\.offset.x)
    }
    let above = try starts("Finding information, among those who tried")
    let left = try starts("Short, too")
    #expect(above.count == 2 && left.count == 2)
    for (above, left) in zip(above, left) { #expect(above < left) }
}

@Test func whatDoesNotFitIsAnErrorThatNamesItsBlock() {
    let rows = (0..<60).map { ShareBars.Row("Row \($0)", bars: [.init(.share(percent: 50, label: "50%"))]) }
    let full = page([[.init(name: "long", columns: 12, heading: "Too much", .bars(rows))]])
    let overflow = #expect(throws: InfographicOverflow.self) { try full.picture(.a4, measurer: measurer) }
    #expect(overflow?.block == "long")
    #expect((overflow?.excess ?? 0) > 0)
}

extension SplitMix64 {
    fileprivate mutating func block(_ name: String, columns: Int) -> Infographic.Block {
        let heading = below(4) == 0 ? "" : label()
        let note = below(3) == 0 ? "" : label()
        let share = below(2) == 0 ? "\(below(101))%" : "\(below(100)).\(below(10))%"
        let content: Infographic.Content =
            switch below(7) {
            case 0: .hero(share: share, sentence: label())
            case 1: .pictogram(filled: below(11))
            case 2:
                .finding(
                    (0...below(3)).map { _ in
                        .init(
                            label(), share: below(2) == 0 ? "" : share,
                            aside: below(2) == 0 ? "" : label(), needsAttention: below(2) == 0)
                    })
            case 3: .quotation("“\(label())”", speaker: "A carer")
            case 4: .picture(drawing(), alternative: "A drawing")
            case 5:
                .pairs(
                    names: [label(), label()],
                    (0...below(3)).map { _ in .init(label(), bars: [bar(), bar()]) })
            default:
                .bars(
                    (0...below(below(4) == 0 ? 20 : 7)).map { _ in
                        .init(
                            label(),
                            bars: [bar()])
                    })
            }
        return .init(
            name: name, columns: columns, heading: heading, note: note,
            picture: below(2) == 0 ? drawing() : nil, needsAttention: below(4) == 0, content)
    }

    /// A box of any breadth.
    private mutating func drawing() -> Picture {
        let size = Size(Double(20 + below(200)), Double(20 + below(100)))
        let box = Rect(x: 0, y: 0, width: size.width, height: size.height)
        return Picture(
            size: size, title: "Box", alternative: "A box", background: nil,
            nodes: [.shape(Shape(.rect(box, radius: 0), fill: .color(Color(0x12_436D))))])
    }

    private mutating func bar() -> ShareBars.Bar {
        let percent = below(101)
        return .init(
            below(8) == 0 ? .words(label()) : .share(percent: Double(percent), label: "\(percent)%"))
    }

    fileprivate mutating func infographic() -> Infographic {
        let splits = [[12], [6, 6], [5, 7], [7, 5], [4, 4, 4], [8, 4], [4]]
        let rows = (0...below(3)).map { row in
            splits[below(splits.count)].enumerated().map { block("\(row)-\($0.offset)", columns: $0.element) }
        }
        return Infographic(
            title: label(), subtitle: label(), rows: rows,
            foot: .init(notice: below(2) == 0 ? "" : label(), base: label(), source: label()),
            alternative: "A")
    }
}

@Test func nothingInAnInfographicCollidesAndNoTextIsTooSmall() {
    var generator = SplitMix64(seed: 31)
    var drawn = 0
    for round in 0..<1000 {
        let format = InfographicFormat.all[round % InfographicFormat.all.count]
        let model = generator.infographic()
        guard let picture = try? model.picture(format, measurer: measurer) else { continue }
        drawn += 1
        let faults = picture.collisions(measurer: measurer)
        #expect(faults.isEmpty, "\(faults.prefix(3)) in \(model)")
        let sizes = picture.nodes.flatMap(\.lines).map(\.style.size)
        // The sign of a large number is half as large as its digits, and still larger than all else.
        #expect((sizes.min() ?? 0) >= format.smallestType)
        #expect(format.smallestType >= (format.channel == .print ? 10 : 20))
    }
    #expect(drawn > 320)
}

@Test func noWordIsCutWhereASmallerTypeHoldsIt() throws {
    for format in InfographicFormat.all {
        let block = Infographic.Block(name: "a", columns: 12, .hero(share: "53%", sentence: "Half of them."))
        let title = "What people in Unpronounceableshire told us"
        let strings = try page([[block]], title: title).picture(format, measurer: measurer).nodes
            .flatMap(\.strings)
        #expect(strings.contains { $0.contains("Unpronounceableshire") }, "\(format.name): \(strings)")
    }
}

@Test func aPageIsReadPartByPartInTheOrderOfItsBlocks() throws {
    let document = try sample.layout(.a4, measurer: measurer).sheet().document(language: "en-GB")
    let roles = document.elements.map(\.role)
    #expect(
        roles.filter { $0 != .division } == [
            .document, .heading1, .paragraph, .paragraph, .heading2, .paragraph, .figure, .heading2,
            .paragraph,
            .figure, .heading2, .paragraph, .heading2, .figure, .paragraph, .paragraph, .paragraph,
        ])
    let alternatives = document.elements.compactMap(\.alternative)
    #expect(
        alternatives == [
            "Bars. Health: 72%. A short bar: 1%. Home: Too few people answered to show this.",
            "Ten people, 8 of them filled in.", "Bars. Dignity: Easy 86%, Not easy 31%.",
        ])
    #expect(document.title == "What support did")
}

@Test func linesOfAParagraphArePartedBySpacesAndANumberIsNotPartedFromItsSign() throws {
    let long = String(repeating: "many words ", count: 12)
    let hero = Infographic.Block(name: "a", columns: 6, .hero(share: "75%", sentence: long))
    let document = try page([[hero]]).layout(.a4, measurer: measurer).sheet().document(language: "en-GB")
    let texts = document.pages[0].pieces.map { $0.nodes.flatMap(\.strings).joined() }
    #expect(texts.contains { $0.hasPrefix("75% many words many") && !$0.contains("wordsmany") }, "\(texts)")
}

@Test func aPageForAPrinterBleedsThreeMillimetresAndTellsWhereToCut() throws {
    let bleed = InfographicSheet.bleed
    #expect(abs(bleed - 8.504) < 0.001)
    let document = try sample.layout(.a4, measurer: measurer).sheet(bleed: bleed).printDocument(
        language: "en-GB")
    let page = document.pages[0]
    let boxes = try #require(page.boxes)
    #expect(abs(boxes.trim.size.width - 595.276) < 0.001 && abs(boxes.trim.size.height - 841.89) < 0.001)
    #expect(abs(boxes.trim.minX - boxes.bleed.minX - bleed) < 1e-9)
    let shapes = page.pieces[1].nodes.flatMap { $0.boxes(measurer: measurer) }
    let band = try #require(shapes.first)
    #expect(abs(band.minX - boxes.bleed.minX) < 1e-9 && abs(band.maxX - boxes.bleed.maxX) < 1e-9)
    #expect(abs(band.minY - boxes.bleed.minY) < 1e-9)
    // Marks never reach into what is printed.
    for mark in page.pieces[0].nodes.dropFirst().flatMap({ $0.boxes(measurer: measurer) }) {
        #expect(!mark.overlaps(boxes.bleed, slack: 0.6), "\(mark)")
    }
    #expect(document.elements.last?.alternative == "Messages.")
}

@Test func marksOfTwoGroupsAreToldApartWithoutColour() {
    let theme = ChartTheme.standard
    for vision in ColorVision.allCases { #expect(vision.distance(theme.main, theme.range) > 0.2) }
    for color in [theme.main, theme.range, theme.attention] {
        #expect(color.contrast(to: theme.background) >= 3)
    }
}

/// A house-coloured box in the middle of its drawing.
private let framed = Picture(
    size: Size(120, 104), title: "Box", alternative: "A box", background: nil,
    nodes: [
        .shape(
            Shape(
                .rect(Rect(x: 40, y: 30, width: 40, height: 40), radius: 0), fill: .color(Color(0xFF_C94D)),
                stroke: Stroke(Color(0x12_436D), width: 3)))
    ])

@Test func drawingsHaveTheColoursOfTheThemeAndBeginAtTheEdgeOfTheirColumn() throws {
    var theme = ChartTheme.standard
    theme.main = Color(0x5A_1A4A)
    let block = Infographic.Block(
        name: "p", columns: 6, heading: "So many", picture: framed, .pictogram(filled: 4))
    let picture = try page([[block]]).picture(.a4, measurer: measurer, theme: theme)
    let drawing = try #require(picture.nodes.flatMap { $0.groups(named: "picture") }.first)
    let column = try #require(picture.nodes.flatMap { $0.groups(named: "block ") }.first).offset.x
    let ink = Node.group(drawing.group).boxes(measurer: measurer)[0].minX - drawing.group.offset.x
    #expect(drawing.offset.x + ink - column < 3, "no room at the left of the drawing")
    let dump = picture.dump.lowercased()
    #expect(dump.contains("#5a1a4a"))
    for own in ["#12436d", "#ffc94d"] { #expect(!dump.contains(own)) }
}

@Test func aLargeNumberDoesWithoutAPictureThatWouldMakeItMuchSmaller() throws {
    for (columns, count) in [(12, 1), (5, 0)] {
        let block = Infographic.Block(
            name: "n", columns: columns, picture: framed, .hero(share: "69.7%", sentence: "Said so."))
        let picture = try page([[block]]).picture(.a4, measurer: measurer)
        #expect(picture.nodes.flatMap { $0.groups(named: "picture") }.count == count)
    }
}

@Test func whatSetsAMessageApartStandsBelowItInQuietWords() throws {
    let aside = "More than in 2024."
    let rows: [[Infographic.Block]] = [
        [.init(name: "n", columns: 6, note: aside, .hero(share: "70%", sentence: "Said so."))],
        [.init(name: "f", columns: 6, .finding([.init("Few knew.", aside: aside)]))],
    ]
    let lines = try page(rows).picture(.a4, measurer: measurer).nodes.flatMap(\.lines)
    let asides = lines.filter { $0.string == aside }
    #expect(asides.count == 2 && asides.allSatisfy { $0.style.color == ChartTheme.standard.quiet })
    for sentence in ["Said so.", "Few knew."] {
        let line = try #require(lines.first { $0.string == sentence })
        #expect(asides.allSatisfy { $0.style.size < line.style.size })
    }
}
