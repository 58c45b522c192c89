/// Pixels as numbers into a list of their colours, as PDF holds images of few colours (ISO 32000-1, 8.6.6.3): logos take a fifth of the
/// bytes.
struct IndexedColors {
    /// Red, green and blue of each colour, in the order in which they are met.
    private(set) var palette: [UInt8] = []
    /// For each pixel the number of its colour.
    private(set) var numbers: [UInt8] = []

    /// - Parameter colors: red, green and blue of each pixel. Nil where they are more than 256 colours.
    init?(_ colors: [UInt8]) {
        var known: [UInt32: UInt8] = [:]
        var last: (color: UInt32, number: UInt8)?
        numbers.reserveCapacity(colors.count / 3)
        for start in stride(from: 0, to: colors.count - 2, by: 3) {
            let parts = colors[start..<start + 3]
            let color = parts.reduce(0) { $0 << 8 | UInt32($1) }
            if let last, last.color == color {
                numbers.append(last.number)
                continue
            }
            if known[color] == nil {
                guard let number = UInt8(exactly: known.count) else { return nil }
                known[color] = number
                palette += parts
            }
            let number = known[color] ?? 0
            last = (color, number)
            numbers.append(number)
        }
        guard !numbers.isEmpty else { return nil }
    }
}
