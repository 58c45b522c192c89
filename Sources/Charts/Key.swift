internal import Scene

/// The key of a chart: a swatch and a label an entry, in order, on as many lines as they need.
struct Key {
    struct Entry {
        var label: String
        /// Draws the swatch into a box of `Key.swatch` points whose left top corner is given.
        var swatch: (Point) -> [Node]
    }

    static let swatch = Size(16, 16)
    private static let inset = 24.0
    private static let gap = 22.0

    let height: Double
    let rows: Int
    private let placed: [(entry: Entry, block: TextBlock, at: Point)]

    /// The entries side by side where they fit `width`, else one below the other.
    init(_ entries: [Entry], width: Double, type: Typesetter) {
        let blocks = entries.map { type.block($0.label, .key, width: width - Self.inset) }
        let widest = blocks.map { $0.width + Self.inset }.max() ?? 0
        let isStacked =
            blocks.contains { $0.lines.count > 1 } || widest > width / 2
            || (!type.isWide && Self.total(blocks) > width)
        var placed: [(Entry, TextBlock, Point)] = []
        var corner = Point.zero
        var lineHeight = 0.0
        var rows = entries.isEmpty ? 0 : 1
        for (entry, block) in zip(entries, blocks) {
            let entryWidth = Self.inset + block.width
            if corner.x > 0 && (isStacked && Self.total(blocks) > width || corner.x + entryWidth > width) {
                corner = Point(0, corner.y + lineHeight + 4)
                lineHeight = 0
                rows += 1
            }
            placed.append((entry, block, corner))
            corner.x += entryWidth + Self.gap
            lineHeight = max(lineHeight, block.height, Self.swatch.height)
        }
        self.placed = placed
        self.rows = rows
        height = corner.y + lineHeight
    }

    func nodes(x: Double, y: Double) -> [Node] {
        placed.map { entry, block, at in
            let corner = Point(x + at.x, y + at.y)
            // The swatch is centred on the first line.
            let middle = corner.y + block.lineHeight / 2
            let swatch = entry.swatch(Point(corner.x, middle - Self.swatch.height / 2))
            let single = block.lines.count == 1
            let text =
                single
                ? block.nodes(x: corner.x + Self.inset, middle: middle)
                : block.nodes(x: corner.x + Self.inset, y: corner.y)
            return .group(Group("key \(entry.label)", nodes: swatch + text))
        }
    }

    private static func total(_ blocks: [TextBlock]) -> Double {
        blocks.reduce(-gap) { $0 + inset + $1.width + gap }
    }
}
