import Charts
import Scene
import TestSupport
import Testing

private var measurer: FixedMeasurer { FixedMeasurer() }

/// The ways in which a chart is drawn: the page's two widths, a file's, and others between.
private let widths = [288.0, 320, 340, 455, 559, 560, 640, 700, 800, 1200]

/// Draws invented charts of a kind and hands over each.
private func forEach(
    _ kind: ChartKind, seed: UInt64, count: Int, check: (any Chart, Picture, ChartParts) -> Void
) {
    var generator = SplitMix64(seed: seed)
    for round in 0..<count {
        let chart = kind.chart(&generator)
        let parts: ChartParts = round % 2 == 0 ? .all : .marksOnly
        let width = widths[generator.below(widths.count)]
        check(chart, chart.picture(width: width, measurer: measurer, parts: parts), parts)
    }
}

@Test(arguments: ChartKind.allCases)
func nothingOverlapsOrLeavesThePicture(kind: ChartKind) {
    forEach(kind, seed: 41, count: 1000) { chart, picture, _ in
        let faults = picture.collisions(measurer: measurer)
        #expect(faults.isEmpty, "\(faults.prefix(3)) at \(picture.size.width) in \(chart)")
    }
}

@Test(arguments: ChartKind.allCases)
func noTextIsSmallerThanTwelvePoints(kind: ChartKind) {
    forEach(kind, seed: 42, count: 100) { _, picture, _ in
        #expect(picture.nodes.flatMap(\.lines).allSatisfy { $0.style.size >= 12 })
    }
}

/// What the drawing leaves out it says in a note: a value that does not fit its segment, a dot off the axis.
@Test(arguments: ChartKind.allCases)
func nothingIsCutWithoutANote(kind: ChartKind) {
    forEach(kind, seed: 43, count: 400) { chart, picture, parts in
        let width = picture.size.width
        var drawn = letters(picture.nodes.flatMap(\.strings))
        if parts == .marksOnly {
            drawn.merge(letters(chart.footNotes(width: width, measurer: measurer)), uniquingKeysWith: +)
        }
        let notes = chart.footNotes(width: width, measurer: measurer, parts: parts).joined()
        let isTold = notes.contains("too small to label")
        let values = isTold ? [] : chart.values
        for (letter, count) in letters(chart.labels + values) {
            #expect(drawn[letter, default: 0] >= count, "'\(letter)' at \(width) in \(chart)")
        }
    }
}

@Test(arguments: ChartKind.allCases)
func everyChartSaysItselfInWords(kind: ChartKind) {
    forEach(kind, seed: 44, count: 50) { chart, picture, _ in
        #expect(picture.alternative == chart.spoken)
        #expect(!chart.spoken.isEmpty)
        var named = chart
        named.words.alternative = "In short."
        #expect(named.picture(width: 700, measurer: measurer).alternative == "In short.")
    }
}

@Test(arguments: ChartKind.allCases)
func theSameChartIsDrawnTheSame(kind: ChartKind) {
    var generator = SplitMix64(seed: 45)
    for _ in 0..<20 {
        let chart = kind.chart(&generator)
        #expect(
            chart.picture(width: 700, measurer: measurer) == chart.picture(width: 700, measurer: measurer))
    }
}

private func letters(_ texts: [String]) -> [Character: Int] {
    texts.joined().filter { !$0.isWhitespace }.reduce(into: [:]) { $0[$1, default: 0] += 1 }
}

extension Chart {
    /// The texts of the rows that must be read somewhere in the drawing.
    fileprivate var labels: [String] {
        switch self {
        case let chart as StackedBars:
            chart.rows.flatMap { [$0.label] + $0.bars.flatMap { [$0.label ?? "", $0.base] } }
        case let chart as DotPlot: chart.rows.flatMap { [$0.label, $0.base] }
        case let chart as ShareBars: chart.rows.flatMap { [$0.label, $0.base] + $0.bars.map(\.base) }
        case let chart as DivergingBars:
            chart.rows.flatMap { [$0.label, $0.base] } + chart.answers.map(\.label)
        case let chart as PairedDots:
            [chart.labels.first, chart.labels.second]
                + chart.rows.flatMap { row -> [String] in
                    switch row.content {
                    case .words(let words): [row.label, row.base, words]
                    case .pair(nil, nil, _, _): [row.label, row.base]
                    case .pair(_, _, let difference, _): [row.label, row.base, difference]
                    }
                }
        case let chart as FunnelPlot:
            [chart.labels.others, chart.labels.target, chart.labels.axis]
                + (chart.own == nil ? [] : [chart.labels.own])
        case let chart as PeopleChart:
            chart.answers.map(\.label)
                + chart.rows.flatMap { row -> [String] in
                    switch row.content {
                    case .words(let words), .people(_, let words): [row.label, row.base, words]
                    }
                }
        case let chart as BigNumber: [chart.number, chart.sentence, chart.base]
        case let chart as SmallMultiples:
            chart.panels.flatMap { [$0.title, $0.base] } + chart.rows.map(\.label)
        case let chart as ColumnTrend: chart.columns.flatMap { [$0.label, $0.base] }
        default: []
        }
    }

    /// The values that must be read in the drawing, or a note says where they are.
    fileprivate var values: [String] {
        func values(_ contents: [ShareBars.Content]) -> [String] {
            contents.map { content in
                switch content {
                case .share(_, let label), .words(let label): label
                }
            }
        }
        switch self {
        case let chart as ShareBars: return values(chart.rows.flatMap(\.bars).map(\.content))
        case let chart as SmallMultiples: return values(chart.rows.flatMap(\.cells))
        case let chart as ColumnTrend: return values(chart.columns.map(\.content))
        case let chart as PairedDots:
            return chart.rows.flatMap { row -> [String] in
                guard case .pair(let first, let second, _, _) = row.content else { return [] }
                return [first, second].compactMap(\.self).map(\.label)
            }
        default: return []
        }
    }
}
