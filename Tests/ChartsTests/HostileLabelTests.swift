import Charts
import Drawing
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

/// What a chart must bear beside labels: every share the same extreme, nothing that may be shown, as many rows as the
/// longest report has, and bases of a national survey.
enum Extreme: CaseIterable, Sendable {
    case usual, allNone, allEverybody, allWithheld, fortyRows

    var rows: [String] {
        self == .fortyRows ? (0..<40).map { labels[$0 % labels.count] } : labels
    }

    /// The share of a row, in percent.
    func percent(_ index: Int) -> Int {
        switch self {
        case .allNone, .allWithheld: 0
        case .allEverybody: 100
        case .usual, .fortyRows: index * 37 % 101
        }
    }
}

/// A chart of every kind with such labels and values.
struct HostileCharts {
    let extreme: Extreme

    private var rows: [String] { extreme.rows }
    private let words = ChartWords(title: labels[2], subtitle: labels[0], notes: [labels[1]])
    private let base = "about 1,234,567"
    private let withheld = "Not shown: fewer than 10 people answered"

    private func share(_ index: Int) -> ShareBars.Content {
        let value = extreme.percent(index)
        return extreme == .allWithheld ? .words(withheld) : .share(percent: Double(value), label: "\(value)%")
    }

    private func mark(_ index: Int) -> DotPlot.Share {
        DotPlot.Share(Double(extreme.percent(index)), "\(extreme.percent(index))%")
    }

    private let answers: [StackedBars.Answer] = zip(
        [Polarity.positive, .positive, .neutral, .negative, .negative], labels
    ).map { .init($1, $0) }

    /// Five answers: some of each, or everybody the same one.
    private var shares: StackedBars.Content {
        let percents =
            switch extreme {
            case .allNone: [0, 0, 0, 0, 100]
            case .allEverybody: [100, 0, 0, 0, 0]
            default: [46, 39, 11, 3, 1]
            }
        if extreme == .allWithheld { return .words(withheld) }
        return .shares(
            percents.enumerated().map {
                .init(answer: $0.offset, percent: Double($0.element), label: "\($0.element)%")
            }, notShown: nil)
    }

    private func pairs(_ rows: [String]) -> PairedDots {
        PairedDots(
            words: words,
            labels: .init(first: labels[0], second: labels[1], clear: labels[2], unclear: labels[3]),
            rows: rows.enumerated().map { index, label in
                .init(
                    label, base: "n 1,234,567\nn 98",
                    content: extreme == .allWithheld
                        ? .words(withheld)
                        : .pair(
                            first: mark(index), second: mark(index + 1), difference: labels[index % 6],
                            isClear: index % 2 == 0))
            })
    }

    /// Slopes that have room for their words, and those that have not.
    private var slopes: [PairedDots] {
        var short = pairs(Array(rows.prefix(4)))
        short.labels = .init(first: "2024", second: "A", clear: labels[2], unclear: labels[3])
        for index in short.rows.indices where extreme != .allWithheld {
            short.rows[index].label = ["A", "65 and over", labels[4], labels[0]][index]
            short.rows[index].content = .pair(
                first: mark(index), second: mark(index + 2), difference: "Up 12 points", isClear: index == 0)
        }
        return [short, pairs(Array(rows.prefix(6)))].map {
            var chart = $0
            chart.mayBeSlopes = true
            return chart
        }
    }

    private var grouped: ShareBars {
        var grouped = ShareBars(
            title: labels[2], subtitle: labels[0],
            rows: rows.map { label in
                .init(
                    label,
                    bars: labels.prefix(4).enumerated().map {
                        .init(label: $0.element, base: base, share($0.offset))
                    })
            })
        grouped.series = .groups
        return grouped
    }

    private var dots: DotPlot {
        DotPlot(
            title: labels[2], subtitle: labels[0], bodyLabel: labels[0],
            comparators: zip(labels, DotPlot.Mark.allCases).map { .init($0, $1) },
            rows: rows.enumerated().map { index, label in
                let others = DotPlot.Mark.allCases.map { _ in Optional(mark(index)) }
                return .init(
                    label, base: base,
                    content: extreme == .allWithheld
                        ? .words(withheld, comparators: others.map { _ in nil })
                        : .shares(mark(index), range: 0...100, comparators: others))
            })
    }

    private var funnel: FunnelPlot {
        let own = extreme.percent(1)
        return FunnelPlot(
            words: words,
            labels: .init(
                own: labels[0], others: labels[1], target: labels[2], inner: labels[3], outer: labels[4],
                axis: labels[0]),
            own: extreme == .allWithheld ? nil : .init(base: 1_234_567, percent: Double(own)),
            others: extreme == .allWithheld
                ? [] : rows.indices.map { .init(base: Double(1 + $0 * 30_000), percent: Double(own)) },
            target: Double(own),
            limits: [
                .init(base: 1, inner: 0...100, outer: 0...100),
                .init(base: 1_300_000, inner: 46...54, outer: 40...60),
            ])
    }

    var all: [any Chart] {
        [
            StackedBars(
                title: labels[2], subtitle: labels[0], answers: answers,
                rows: rows.map { .init($0, bars: [.init(base: base, content: shares)]) }),
            StackedBars(
                title: labels[2], subtitle: labels[0], answers: answers,
                rows: rows.map { row in
                    .init(row, bars: labels.prefix(3).map { .init(label: $0, base: base, content: shares) })
                }),
            ShareBars(
                title: labels[2], subtitle: labels[0],
                rows: rows.enumerated().map { .init($1, base: base, bars: [.init(share($0))]) }),
            dots, grouped,
            DivergingBars(
                words: words, answers: answers,
                rows: rows.map { .init($0, base: "n 110\n\(labels[4])", content: shares) }),
            DivergingBars(
                words: words, answers: answers,
                rows: rows.map { .init($0, base: base, content: shares) }, middle: .centred),
            pairs(rows), funnel,
            PeopleChart(
                words: words, answers: answers,
                rows: rows.map {
                    .init(
                        $0, base: base,
                        content: extreme == .allWithheld
                            ? .words(withheld) : .people([5, 2, 1, 1, 1], words: labels[1]))
                }),
            PeopleChart(
                words: words, answers: [answers[0]],
                rows: rows.enumerated().map { index, label in
                    .init(
                        label, base: base,
                        content: .people([extreme.percent(index) / 10], words: "\(extreme.percent(index))%"))
                }),
            BigNumber(words: words, number: "\(extreme.percent(1))%", sentence: labels[2], base: base),
            SmallMultiples(
                words: words, panels: labels.map { .init($0, base: base) },
                rows: rows.map { .init($0, cells: labels.indices.map { share($0) }) }),
            ColumnTrend(
                words: words, columns: rows.enumerated().map { .init($1, base: base, content: share($0)) }),
            ColumnTrend(
                words: words,
                columns: ["2022", "2024", "2026"].enumerated().map {
                    .init($1, base: base, content: share($0))
                }),
        ] + slopes.map { $0 as any Chart }
    }
}

@Test(arguments: Extreme.allCases, [288.0, 340, 560, 700, 800])
func realAndHostileLabelsAndValuesStayReadableOnEveryKind(extreme: Extreme, width: Double) {
    // Forty rows take their time; two widths hold both layouts.
    if extreme == .fortyRows && ![340, 700].contains(width) { return }
    let measurer = FixedMeasurer()
    for chart in HostileCharts(extreme: extreme).all {
        for parts in [ChartParts.all, .marksOnly] {
            let picture = chart.picture(width: width, measurer: measurer, parts: parts)
            let faults = picture.collisions(measurer: measurer)
            #expect(faults.isEmpty, "\(faults.prefix(3)) in \(type(of: chart))")
            #expect(picture.nodes.flatMap(\.lines).allSatisfy { $0.style.size >= 12 })
            // What may not be shown says so in words.
            guard extreme == .allWithheld, !(chart is BigNumber), !(chart is FunnelPlot) else { continue }
            let strings = picture.nodes.flatMap(\.strings).joined(separator: " ")
            let isPeople = (chart as? PeopleChart)?.answers.count == 1
            #expect(isPeople || strings.contains("Not shown"), "\(type(of: chart))")
        }
    }
}

/// The same as the fonts of the house measure them, kerning and all.
@Test(arguments: Extreme.allCases)
func hostileChartsStayReadableInTheFontsOfTheHouse(extreme: Extreme) throws {
    let fonts = try FontBook(folder: Repository.root + "/Fonts")
    for chart in HostileCharts(extreme: extreme).all {
        for width in [340.0, 800] {
            let faults = chart.picture(width: width, measurer: fonts).collisions(measurer: fonts)
            #expect(faults.isEmpty, "\(faults.prefix(3)) in \(type(of: chart))")
        }
    }
}
