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
            name: "others", columns: 6, heading: "Beside others", .finding(["There was no clear difference."])
        ),
    ],
])

@Test func anInfographicIsDrawnAsRecorded() throws {
    expectGolden(try sample.picture(.a4, measurer: measurer).dump, named: "infographic-a4.txt")
}

@Test(arguments: InfographicFormat.all) func theNumbersOnThePictureAreThoseOfTheModel(
    format: InfographicFormat
)
    throws
{
    let picture = try sample.picture(format, measurer: measurer)
    let strings = picture.nodes.flatMap(\.strings)
    for number in ["69.7", "72%", "1%", "80%"] { #expect(strings.contains(number)) }
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
    let lines = picture.nodes.compactMap { node -> Double? in
        guard case .shape(let shape) = node, case .line(let from, _) = shape.outline else { return nil }
        return from.y
    }
    let below = blocks[2].offset.y - lines[0]
    let band = picture.nodes[0].boxes(measurer: measurer).map(\.maxY).max() ?? 0
    #expect(abs(blocks[0].offset.y - band - below) < 1e-9)
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
            switch below(4) {
            case 0: .hero(share: share, sentence: label())
            case 1: .pictogram(filled: below(11))
            case 2: .finding((0...below(3)).map { _ in label() })
            default:
                .bars(
                    (0...below(below(4) == 0 ? 20 : 7)).map { _ in
                        let percent = below(101)
                        return .init(
                            label(),
                            bars: [
                                .init(
                                    below(8) == 0
                                        ? .words(label())
                                        : .share(percent: Double(percent), label: "\(percent)%"))
                            ])
                    })
            }
        return .init(name: name, columns: columns, heading: heading, note: note, content)
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
    for round in 0..<200 {
        let format = InfographicFormat.all[round % 2]
        let model = generator.infographic()
        guard let picture = try? model.picture(format, measurer: measurer) else { continue }
        drawn += 1
        let faults = picture.collisions(measurer: measurer)
        #expect(faults.isEmpty, "\(faults.prefix(3)) in \(model)")
        let sizes = picture.nodes.flatMap(\.lines).map(\.style.size)
        #expect((sizes.min() ?? 0) >= (format == .a4 ? 10 : 20))
    }
    #expect(drawn > 60)
}
