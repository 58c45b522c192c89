/// Places boxes one below the other, each as near to where it belongs as the others let it.
///
/// The least sum of squared shifts that keeps the order: isotonic regression by pooling neighbours (Ayer and others,
/// 1955), once the heights of the boxes above are taken off.
struct Spread {
    /// The top of each box.
    let tops: [Double]
    /// The furthest that a box was moved.
    let furthest: Double

    /// - Parameters:
    ///   - wanted: the top that each box would have alone, from above.
    ///   - gap: the least distance between two boxes.
    ///   - range: where all boxes must lie; nil is given where they are taller than that.
    init?(_ wanted: [Double], heights: [Double], gap: Double, within range: ClosedRange<Double>) {
        var above: [Double] = []
        var total = 0.0
        for height in heights {
            above.append(total)
            total += height + gap
        }
        total -= gap
        guard total <= range.upperBound - range.lowerBound else { return nil }
        var pools: [(sum: Double, count: Int)] = []
        for (top, above) in zip(wanted, above) {
            pools.append((top - above, 1))
            while let last = pools.last, let before = pools.dropLast().last,
                before.sum / Double(before.count) > last.sum / Double(last.count)
            {
                pools.removeLast(2)
                pools.append((before.sum + last.sum, before.count + last.count))
            }
        }
        let latest = range.upperBound - total
        let placed = pools.flatMap { pool in
            let place = min(
                max(pool.sum / Double(pool.count), range.lowerBound), max(latest, range.lowerBound))
            return [Double](repeating: place, count: pool.count)
        }
        tops = zip(placed, above).map { $0 + $1 }
        furthest = zip(tops, wanted).map { abs($0 - $1) }.max() ?? 0
    }
}
