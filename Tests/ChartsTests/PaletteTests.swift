import Charts
import Scene
import TestSupport
import Testing

private let palette = Palette()
private let ink = ChartTheme.standard.ink

/// Every scale of 2 to 7 answers, positive first or negative first, with a neutral middle or without, and those
/// of one side only.
private let scales: [[Polarity]] = (0...7).flatMap { positives in
    (0...7).flatMap { negatives in
        (0...1).flatMap { neutrals -> [[Polarity]] in
            let scale =
                [Polarity](repeating: .positive, count: positives)
                + [Polarity](repeating: .neutral, count: neutrals)
                + [Polarity](repeating: .negative, count: negatives)
            return (2...7).contains(scale.count) ? [scale, scale.reversed()] : []
        }
    }
}

@Test func contrastAgreesWithKnownRatios() {
    #expect(abs(Color.white.contrast(to: Color(0)) - 21) < 1e-9)
    #expect(abs(Color(0x76_7676).contrast(to: .white) - 4.54) < 0.005)
    #expect(abs(Color(0x12_436D).contrast(to: .white) - 10.25) < 0.01)
}

@Test func aFivePointScaleHasTheFiveColoursOfTheHouse() {
    let five: [Polarity] = [.positive, .positive, .neutral, .negative, .negative]
    let colors = ["#12436D", "#3579B8", "#D5D9DC", "#CE7826", "#9C3A0C"]
    #expect(palette.colors(of: five).map(\.hex) == colors)
    #expect(palette.colors(of: five.reversed()).map(\.hex) == colors.reversed())
}

@Test func aSingleNegativeAnswerLiesHalfwaySoThatGreyShowsItToo() {
    #expect(
        palette.colors(of: [.positive, .neutral, .negative]).map(\.hex) == ["#12436D", "#D5D9DC", "#B55919"])
    #expect(palette.colors(of: [.negative, .positive]).map(\.hex) == ["#B55919", "#12436D"])
}

/// A key in grey names every answer once: neighbours or not.
@Test func noTwoAnswersOfUpToFiveLookTheSameInGrey() {
    for scale in scales
    where scale.count <= 5 && scale.count(where: { $0 == .positive }) <= 2
        && scale.count(where: { $0 == .negative }) <= 2
    {
        let colors = palette.colors(of: scale)
        for (index, one) in colors.enumerated() {
            for other in colors[(index + 1)...] {
                #expect(ColorVision.grey.distance(one, other) >= 0.075, "\(one.hex) \(other.hex) \(scale)")
            }
        }
    }
}

@Test func everyColourOfEveryScaleCarriesAReadableLabel() {
    for color in scales.flatMap(palette.colors(of:)) + palette.categories + palette.groups {
        #expect(color.contrast(to: color.label(ink: ink)) >= 4.5, "\(color.hex)")
    }
}

@Test func labelsReadOnAnyColourACouncilMayChoose() {
    var generator = SplitMix64(seed: 3)
    for _ in 0..<5000 {
        let color = Color(UInt32.random(in: 0...0xFF_FFFF, using: &generator))
        #expect(color.contrast(to: color.label(ink: ink)) >= 4.5, "\(color.hex)")
    }
}

@Test func marksStandOutFromTheGroundAndSoDoesTheOutlineOfPaleOnes() {
    for color in scales.flatMap(palette.colors(of:)) + palette.categories + palette.groups
        + DotPlot.Mark.allCases.map(palette.comparison)
    {
        let isPale = [palette.neutral, palette.secondNeutral, palette.groups[3]].contains(color)
        for vision in ColorVision.allCases {
            #expect(vision.contrast(isPale ? palette.outline : color, .white) >= 3, "\(color.hex) \(vision)")
        }
    }
    #expect(ChartTheme.standard.range.contrast(to: .white) >= 3)
    #expect(ChartTheme.standard.quiet.contrast(to: .white) >= 7)
}

/// In grey the two light middle steps meet when a scale of four or more has no neutral answer: there the gap,
/// the labels and the order part them.
@Test(arguments: ColorVision.allCases)
func neighboursOnAScaleDifferToEveryEye(vision: ColorVision) {
    for scale in scales {
        for (one, other) in zip(
            zip(scale, palette.colors(of: scale)), zip(scale, palette.colors(of: scale)).dropFirst())
        {
            let crosses = one.0 != .neutral && other.0 != .neutral && one.0 != other.0
            if vision == .grey && crosses { continue }
            #expect(vision.distance(one.1, other.1) >= 0.025, "\(one.1.hex) \(other.1.hex) \(scale.count)")
        }
    }
    for (one, other) in zip(palette.categories, palette.categories.dropFirst()) {
        #expect(vision.distance(one, other) >= 0.15, "\(one.hex) \(other.hex)")
    }
}

/// Groups side by side have no order that helps: each must differ from each other, in grey too.
@Test(arguments: ColorVision.allCases)
func eachOfFourGroupsDiffersFromEachOtherToEveryEye(vision: ColorVision) {
    for (index, one) in palette.groups.enumerated() {
        for other in palette.groups[(index + 1)...] {
            #expect(vision.distance(one, other) >= 0.11, "\(one.hex) \(other.hex)")
        }
    }
    #expect(palette.groups.count == 4)
}

/// Comparison marks differ in shape as well; as bars they have fills that differ to every eye, and in grey.
@Test(arguments: ColorVision.allCases)
func theBarsOfComparatorsDifferFromEachOther(vision: ColorVision) {
    let names = ["This council", "Region", "All", "Last"]
    let chart = ShareBars(
        title: "", subtitle: "",
        rows: [.init("Safe", bars: names.map { .init(label: $0, .share(percent: 50, label: "50%")) })],
        marks: [.tick, .diamond, .ring])
    let fills = chart.picture(width: 700, measurer: FixedMeasurer(), parts: .marksOnly).nodes
        .flatMap { $0.groups(named: "key ") }.compactMap { key -> Color? in
            guard case .shape(let shape) = key.group.nodes.first, case .color(let color) = shape.fill else {
                return nil
            }
            return color
        }
    #expect(fills.count == 4)
    for (index, one) in fills.enumerated() {
        for other in fills[(index + 1)...] {
            #expect(vision.distance(one, other) >= 0.13, "\(one.hex) \(other.hex)")
        }
    }
}

/// The two waves of a pair and the two columns of a trend.
@Test(arguments: ColorVision.allCases)
func whatIsClearDiffersFromWhatIsNot(vision: ColorVision) {
    #expect(vision.distance(ChartTheme.standard.main, palette.outline) >= 0.2)
    #expect(vision.distance(ChartTheme.standard.main, ChartTheme.standard.range) >= 0.2)
}

@Test(arguments: [ColorVision.usual, .protanopia, .deuteranopia, .tritanopia])
func neighboursOnAScaleOfUpToFiveDifferClearly(vision: ColorVision) {
    for scale in scales
    where scale.count <= 5 && scale.count(where: { $0 == .positive }) <= 2
        && scale.count(where: { $0 == .negative }) <= 2
    {
        for (one, other) in zip(palette.colors(of: scale), palette.colors(of: scale).dropFirst()) {
            #expect(vision.distance(one, other) >= 0.1, "\(one.hex) \(other.hex)")
        }
    }
}

@Test func noColourStandsForTwoAnswersOfAScale() {
    for scale in scales { #expect(Set(palette.colors(of: scale)).count == scale.count, "\(scale)") }
}
