import Charts
import Scene
import TestSupport
import Testing

/// Real labels that charts must bear: the longest answers of the Adult Social Care Survey, a question of two hundred
/// letters, one letter, and one word that cannot be broken.
private let labels = [
    "I do things I value or enjoy with my time, but not enough, and there is nothing that I can do.",
    "Don’t know / does not apply to me because I have not tried to find any information or advice",
    "In the past year, have you generally found it easy or difficult to find information and advice about support, services or benefits, "
        + "from any source, for yourself or for the person that you look after?",
    "A", "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", "65 and over",
]

/// Puts the labels in the place of the invented ones, one after another.
private struct Relabelled {
    var next = 0

    mutating func label() -> String {
        defer { next += 1 }
        return labels[next % labels.count]
    }
}

private func charts() -> [any Chart] {
    var given = Relabelled()
    let share = { (value: Int) in ShareBars.Content.share(percent: Double(value), label: "\(value)%") }
    let words = ChartWords(title: labels[2], subtitle: labels[0], notes: [labels[1]])
    let answers = [Polarity.positive, .positive, .neutral, .negative, .negative].map {
        StackedBars.Answer(given.label(), $0)
    }
    let shares = StackedBars.Content.shares(
        [46, 39, 11, 3, 1].enumerated().map {
            .init(answer: $0.offset, percent: Double($0.element), label: "\($0.element)%")
        },
        notShown: nil)
    var grouped = ShareBars(
        title: labels[2], subtitle: labels[0],
        rows: labels.map { label in
            .init(label, bars: labels.prefix(3).map { .init(label: $0, base: "about 1,234,567", share(40)) })
        })
    grouped.series = .groups
    return [
        StackedBars(
            title: labels[2], subtitle: labels[0], answers: answers,
            rows: labels.map { .init($0, bars: [.init(base: "about 1,234,567", content: shares)]) }),
        grouped,
        DivergingBars(
            words: words, answers: answers,
            rows: labels.map { .init($0, base: "n 110\n\(labels[4])", content: shares) }),
        PairedDots(
            words: words,
            labels: .init(first: labels[0], second: labels[1], clear: labels[2], unclear: labels[3]),
            rows: labels.map {
                .init(
                    $0, base: "n 110\nn 98",
                    content: .pair(
                        first: .init(0, "0%"), second: .init(100, "100%"), difference: labels[0],
                        isClear: true))
            }),
        FunnelPlot(
            words: words,
            labels: .init(
                own: labels[0], others: labels[1], target: labels[2], inner: labels[3], outer: labels[4],
                axis: labels[0]),
            own: .init(base: 455, percent: 0),
            others: [.init(base: 1, percent: 100), .init(base: 600, percent: 50)],
            target: 50,
            limits: [
                .init(base: 1, inner: 0...100, outer: 0...100),
                .init(base: 600, inner: 46...54, outer: 40...60),
            ]),
        PeopleChart(
            words: words, answers: answers,
            rows: labels.map {
                .init($0, base: "n 110", content: .people([5, 2, 1, 1, 1], words: labels[1]))
            }),
        BigNumber(words: words, number: "100%", sentence: labels[2], base: labels[0]),
        SmallMultiples(
            words: words, panels: labels.map { .init($0, base: "about 1,234,567") },
            rows: labels.map { .init($0, cells: labels.indices.map { share($0 * 20) }) }),
        ColumnTrend(
            words: words, columns: labels.map { .init($0, base: "about 1,234,567", content: share(70)) }),
        ColumnTrend(
            words: words,
            columns: ["2022", "2024", "2026"].map { .init($0, base: "n 110", content: .words(labels[1])) }),
    ]
}

@Test(arguments: [288.0, 340, 560, 700, 800])
func realAndHostileLabelsStayReadableOnEveryKind(width: Double) {
    let measurer = FixedMeasurer()
    for chart in charts() {
        for parts in [ChartParts.all, .marksOnly] {
            let picture = chart.picture(width: width, measurer: measurer, parts: parts)
            let faults = picture.collisions(measurer: measurer)
            #expect(faults.isEmpty, "\(faults.prefix(3)) in \(type(of: chart))")
            #expect(picture.nodes.flatMap(\.lines).allSatisfy { $0.style.size >= 12 })
        }
    }
}
