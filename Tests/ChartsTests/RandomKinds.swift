import Charts
import Scene
import TestSupport

/// Every kind of chart, so that each property is held against all of them.
enum ChartKind: String, CaseIterable, Sendable {
    case stacked, dots, shares, grouped, diverging, paired, slopes, funnel, people, number, multiples, columns

    /// An invented chart of this kind: 1 to 40 rows, any labels, shares of 0 to 100 %, withheld ones, huge bases.
    func chart(_ generator: inout SplitMix64) -> any Chart {
        switch self {
        case .stacked: generator.stackedBars()
        case .dots: generator.dotPlot()
        case .shares: generator.shareBars()
        case .grouped: generator.groupedBars()
        case .diverging: generator.divergingBars()
        case .paired: generator.pairedDots()
        case .slopes: generator.slopes()
        case .funnel: generator.funnelPlot()
        case .people: generator.peopleChart()
        case .number: generator.bigNumber()
        case .multiples: generator.smallMultiples()
        case .columns: generator.columnTrend()
        }
    }
}

extension SplitMix64 {
    private mutating func words() -> ChartWords {
        ChartWords(title: label(), subtitle: label(), notes: [label()])
    }

    private mutating func rowCount() -> Int { 1 + below(below(5) == 0 ? 40 : 7) }

    private mutating func content() -> ShareBars.Content {
        if below(8) == 0 { return .words(label()) }
        let tenths = [0, 1000, below(1001), below(80)][below(4)]
        return .share(percent: Double(tenths) / 10, label: "\(tenths / 10).\(tenths % 10)%")
    }

    private mutating func share() -> DotPlot.Share {
        let tenths = below(1001)
        return DotPlot.Share(Double(tenths) / 10, "\(tenths / 10).\(tenths % 10)%")
    }

    mutating func groupedBars() -> ShareBars {
        let names = (0..<(2 + below(3))).map { "\($0) \(label())" }
        var chart = ShareBars(
            title: label(), subtitle: label(),
            rows: (0..<rowCount()).map { _ in
                ShareBars.Row(label(), bars: names.map { .init(label: $0, base: base(), content()) })
            }, notes: [label()])
        chart.series = .groups
        return chart
    }

    mutating func divergingBars() -> DivergingBars {
        let answers = polarities(2 + below(6)).map { StackedBars.Answer(label(), $0) }
        return DivergingBars(
            words: words(), answers: answers,
            rows: (0..<rowCount()).map { _ in
                DivergingBars.Row(label(), base: base(), content: stackedContent(answers.count))
            }, middle: below(2) == 0 ? .apart : .centred)
    }

    private mutating func stackedContent(_ answers: Int) -> StackedBars.Content {
        if below(8) == 0 { return .words(label()) }
        var segments = percentages(answers).enumerated().map {
            StackedBars.Segment(answer: $0.offset, percent: Double($0.element), label: "\($0.element)%")
        }
        guard below(4) == 0 else { return .shares(segments, notShown: nil) }
        let hidden = segments.remove(at: below(segments.count))
        return .shares(segments, notShown: hidden.percent)
    }

    mutating func pairedDots() -> PairedDots {
        PairedDots(
            words: words(),
            labels: .init(first: label(), second: label(), clear: label(), unclear: label()),
            rows: (0..<rowCount()).map { _ in
                let content: PairedDots.Content =
                    below(8) == 0
                    ? .words(label())
                    : .pair(
                        first: below(8) == 0 ? nil : share(), second: below(9) == 0 ? nil : share(),
                        difference: below(4) == 0 ? label() : "Up 12 points (+3 to +20)",
                        isClear: below(2) == 0)
                return PairedDots.Row(label(), base: base(), content: content)
            })
    }

    /// Pairs of which some can be drawn as slopes: few rows, both shares, words of a line or two.
    mutating func slopes() -> PairedDots {
        var chart = pairedDots()
        chart.mayBeSlopes = true
        guard below(5) > 0 else { return chart }
        let isShort = below(2) == 0
        chart.labels.first = below(4) == 0 ? label() : "2024"
        chart.rows = (0..<(2 + below(6))).map { _ in
            PairedDots.Row(
                isShort ? String(label().prefix(40)).trimmingEnd() : label(),
                base: "likely +3 to +20\nn \(below(2_000_000)), in 2024 98",
                content: .pair(
                    first: share(), second: share(), difference: below(9) == 0 ? label() : "Up 12 points",
                    isClear: below(2) == 0))
        }
        return chart
    }

    mutating func funnelPlot() -> FunnelPlot {
        let largest = [50, 500, 5000, 1_000_000_000][below(4)]
        let target = Double(1 + below(99))
        func point(_ generator: inout SplitMix64) -> FunnelPlot.Point {
            .init(base: Double(1 + generator.below(largest)), percent: Double(generator.below(1001)) / 10)
        }
        let others = (0..<below(41)).map { _ in point(&self) }
        let limits = (1...20).map { step -> FunnelPlot.Limits in
            let base = Double(largest) * Double(step) / 20
            let margin = 100 / base.squareRoot()
            func range(_ z: Double) -> ClosedRange<Double> {
                max(target - z * margin, 0)...min(target + z * margin, 100)
            }
            return FunnelPlot.Limits(base: base, inner: range(1), outer: range(1.6))
        }
        return FunnelPlot(
            words: words(),
            labels: .init(
                own: label(), others: label(), target: label(), inner: label(), outer: label(), axis: label()),
            own: below(6) == 0 ? nil : point(&self), others: others, target: target,
            limits: below(6) == 0 ? [] : limits)
    }

    mutating func peopleChart() -> PeopleChart {
        let answers = (0..<(1 + below(4))).map { _ in StackedBars.Answer(label(), polarities(1)[0]) }
        return PeopleChart(
            words: words(), answers: answers,
            rows: (0..<rowCount()).map { _ in
                var counts = [Int](repeating: 0, count: answers.count)
                for _ in 0..<(answers.count == 1 ? below(11) : 10) { counts[below(answers.count)] += 1 }
                let content: PeopleChart.Content =
                    below(8) == 0
                    ? .words(label()) : .people(counts, words: below(4) == 0 ? label() : "8 out of 10")
                return PeopleChart.Row(label(), base: base(), content: content)
            })
    }

    mutating func bigNumber() -> BigNumber {
        BigNumber(
            words: words(), number: ["5%", "69.7%", "1,234,567,890", label()][below(4)], sentence: label(),
            base: label())
    }

    mutating func smallMultiples() -> SmallMultiples {
        let panels = (0..<(1 + below(8))).map { _ in SmallMultiples.Panel(label(), base: base()) }
        return SmallMultiples(
            words: words(), panels: panels,
            rows: (0..<rowCount()).map { _ in
                SmallMultiples.Row(label(), cells: panels.map { _ in content() })
            })
    }

    mutating func columnTrend() -> ColumnTrend {
        ColumnTrend(
            words: words(),
            columns: (0..<(1 + below(below(4) == 0 ? 40 : 8))).map { index in
                ColumnTrend.Column(
                    below(2) == 0 ? "\(2000 + index)" : label(), base: base(), content: content())
            })
    }
}
