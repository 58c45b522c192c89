import Charts
import Scene
import TestSupport
import Testing

private var measurer: FixedMeasurer { FixedMeasurer(letter: 0.5) }

/// The corners of the swatches of a stacked chart with these answers, and where its bar begins.
private func key(_ answers: [String], width: Double) -> (swatches: [Point], barX: Double) {
    let chart = StackedBars(
        title: "", subtitle: "", answers: answers.map { .init($0, .positive) },
        rows: [
            .init(
                "Food and drink",
                bars: [
                    .init(
                        base: "",
                        content: .shares([.init(answer: 0, percent: 100, label: "100%")], notShown: nil))
                ])
        ])
    let picture = chart.picture(width: width, measurer: measurer, parts: .marksOnly)
    let swatches = picture.nodes.flatMap { $0.groups(named: "key ") }.compactMap { key in
        Node.group(key.group).boxes(measurer: measurer).first.map {
            Point($0.minX.rounded(), $0.minY.rounded())
        }
    }
    return (swatches, picture.nodes.flatMap { $0.groups(named: "bar") }.first?.offset.x ?? 0)
}

private let sentence = "I don’t always get adequate or timely food and drink"

@Test(arguments: [340.0, 700, 1400])
func longAnswersAreAListFromTheLeftEdge(width: Double) {
    let (swatches, _) = key(["Good", sentence, "I get adequate food and drink"], width: width)
    #expect(swatches.count == 3)
    #expect(Set(swatches.map(\.x)) == [0])
    #expect(zip(swatches, swatches.dropFirst()).allSatisfy { $0.y + 16 < $1.y })
}

@Test func shortAnswersStandSideBySideAboveTheBars() {
    let (swatches, barX) = key(["Good", "Neither", "Bad"], width: 700)
    #expect(Set(swatches.map(\.y)).count == 1)
    #expect(barX > 0 && swatches.first?.x == barX)
}
