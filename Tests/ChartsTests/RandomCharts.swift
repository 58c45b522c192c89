import Charts
import Scene
import TestSupport

extension SplitMix64 {
    mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }

    /// One letter, one unbroken word of up to 200 letters, or a sentence of up to 200.
    mutating func label() -> String {
        switch below(8) {
        case 0: return "x"
        case 1: return String(repeating: "w", count: 1 + below(200))
        default:
            var text = ""
            let length = 1 + below(below(3) == 0 ? 200 : 60)
            while text.count < length {
                text += String(repeating: "n", count: 1 + below(11)) + (below(9) == 0 ? "-" : " ")
            }
            return String(text.prefix(length)).trimmingEnd()
        }
    }

    mutating func base() -> String {
        switch below(6) {
        case 0: ""
        case 1: "about 1,234,567,890 in the whole survey"
        case 2: "n 8"
        default: "n \(below(9)),\(100 + below(900))"
        }
    }

    /// Whole percentages that add up to 97 to 103.
    mutating func percentages(_ count: Int) -> [Int] {
        var weights = (0..<count).map { _ in below(4) == 0 ? 0 : below(100) }
        if weights.allSatisfy({ $0 == 0 }) { weights[below(count)] = 1 }
        let sum = weights.reduce(0, +)
        return weights.map { Int((Double($0) * 100 / Double(sum)).rounded()) }
    }

    mutating func polarities(_ count: Int) -> [Polarity] {
        (0..<count).map { _ in [.positive, .neutral, .negative][below(3)] }
    }

    mutating func stackedBars() -> StackedBars {
        let answers = polarities(2 + below(6)).map { StackedBars.Answer(label(), $0) }
        let isGrouped = below(3) == 0
        let rows = (0..<(1 + below(below(5) == 0 ? 40 : 7))).map { _ in
            StackedBars.Row(
                label(),
                bars: (0..<(isGrouped ? 1 + below(3) : 1)).map { _ in
                    StackedBars.Bar(
                        label: isGrouped ? label() : nil, base: base(), content: content(answers.count))
                })
        }
        return StackedBars(title: label(), subtitle: label(), answers: answers, rows: rows, notes: [label()])
    }

    private mutating func content(_ answers: Int) -> StackedBars.Content {
        if below(8) == 0 { return .words(label()) }
        var segments = percentages(answers).enumerated().map {
            StackedBars.Segment(answer: $0.offset, percent: Double($0.element), label: "\($0.element)%")
        }
        guard below(6) == 0 else { return .shares(segments, notShown: nil) }
        let hidden = segments.remove(at: below(segments.count))
        return .shares(segments, notShown: hidden.percent)
    }

    mutating func dotPlot() -> DotPlot {
        let comparators = DotPlot.Mark.allCases.prefix(below(4)).map { DotPlot.Comparator(label(), $0) }
        let rows = (0..<(1 + below(below(5) == 0 ? 40 : 7))).map { _ in
            DotPlot.Row(label(), base: base(), content: content(comparators))
        }
        return DotPlot(
            title: label(), subtitle: label(), bodyLabel: label(), comparators: comparators, rows: rows,
            notes: [label()])
    }

    private mutating func content(_ comparators: [DotPlot.Comparator]) -> DotPlot.Content {
        if below(8) == 0 { return .words(label()) }
        if below(8) == 0 {
            return .words(
                label(), comparators: comparators.map { _ in below(3) == 0 ? nil : below(101).asShare })
        }
        let share = below(101)
        let range = Double(share - below(share + 1))...Double(share + below(101 - share))
        return .shares(
            share.asShare, range: below(4) == 0 ? nil : range,
            comparators: comparators.map { _ in below(5) == 0 ? nil : below(101).asShare })
    }

    mutating func shareBars() -> ShareBars {
        let names = (0..<below(5)).map { "\($0) \(label())" }
        let rows = (0..<(1 + below(below(5) == 0 ? 30 : 7))).map { _ in
            ShareBars.Row(
                label(), base: base(),
                bars: names.isEmpty ? [.init(shareContent())] : names.map { .init(label: $0, shareContent()) }
            )
        }
        var chart = ShareBars(title: label(), subtitle: label(), rows: rows, notes: [label()])
        if below(3) == 0 { chart.readingNotes = [label()] }
        return chart
    }

    private mutating func shareContent() -> ShareBars.Content {
        if below(8) == 0 { return .words(label()) }
        let tenths = [0, 1000, below(1001), below(80)][below(4)]
        return .share(percent: Double(tenths) / 10, label: "\(tenths / 10).\(tenths % 10)%")
    }
}

extension Int {
    fileprivate var asShare: DotPlot.Share { DotPlot.Share(Double(self), "\(self)%") }
}

extension String {
    func trimmingEnd() -> String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
