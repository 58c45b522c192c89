/// A bar of 100 % cut into whole-pixel pieces.
///
/// Shares that add up to 100 within rounding (half a unit of a whole percentage each) fill the bar exactly:
/// 99.9 leaves no gap and 100.1 does not run over. What is missing beyond that is a piece of its own, not shown.
struct BarGeometry {
    struct Piece: Equatable {
        /// Nil for what is not shown.
        var segment: StackedBars.Segment?
        /// The visible part, in points from the left end of the bar.
        var x: Double
        var width: Double
    }

    /// The white gap between two pieces, in points.
    static let gap = 2.0
    /// Every share above zero stays visible: one point and its gap.
    private static let least = 3.0

    var pieces: [Piece]

    /// Nil when the shares cannot be a whole: negative, not in the key, or more than 100 beyond rounding.
    init?(_ segments: [StackedBars.Segment], notShown: Double?, answers: Int, width: Double) {
        let segments = segments.sorted { $0.answer < $1.answer }
        let tolerance = 0.5 * Double(segments.count) + 0.5
        let sum = segments.reduce(0) { $0 + $1.percent }
        let areSound = segments.allSatisfy { (0..<answers).contains($0.answer) && $0.percent >= 0 }
        guard areSound, (notShown ?? 0) >= 0, sum + (notShown ?? 0) <= 100 + tolerance else { return nil }
        let isWhole = notShown == nil && sum >= 100 - tolerance
        let rest = isWhole ? 0 : max(100 - sum, 0)
        var shares: [(segment: StackedBars.Segment?, percent: Double)] = segments.map { ($0, $0.percent) }
        shares.append((nil, rest))
        shares.removeAll { $0.percent <= 0 }
        let total = sum + rest
        var spans = shares.map { max($0.percent / total * width, Self.least) }
        if let largest = spans.indices.max(by: { spans[$0] < spans[$1] }) {
            spans[largest] += width - spans.reduce(0, +)
        }
        pieces = []
        var edge = 0.0
        for (index, (share, span)) in zip(shares, spans).enumerated() {
            let isFirst = index == 0
            let isLast = index == shares.count - 1
            let start = edge.rounded() + (isFirst ? 0 : Self.gap / 2)
            let end = isLast ? width : (edge + span).rounded() - Self.gap / 2
            pieces.append(Piece(segment: share.segment, x: start, width: end - start))
            edge += span
        }
    }
}
