package import Survey

extension Percentage {
    /// The counts of a base that round to this percentage: what a share tells where its count is not told.
    ///
    /// A half is rounded up, as everywhere in a release. Nil where no count of the base gives the percentage.
    package func counts(of base: Int) -> ClosedRange<Int>? {
        guard base > 0, units >= 0 else { return nil }
        // units − 1/2 ≤ 100 · scale · count / base < units + 1/2, in whole numbers.
        let scale = (0..<decimals).reduce(1) { scale, _ in 10 * scale }
        let low = max(0, (2 * units - 1) * base)
        let first = (low + 200 * scale - 1) / (200 * scale)
        let last = min(base, ((2 * units + 1) * base - 1) / (200 * scale))
        return first <= last ? first...last : nil
    }
}
