internal import Scene

/// The key of a chart: a swatch and a label an entry, in order, on as many lines as they need; long labels make it a
/// list.
struct Key {
    struct Entry {
        var label: String
        /// Draws the swatch into a box of `Key.swatch` points whose left top corner is given.
        var swatch: (Point) -> [Node]

        init(label: String, swatch: @escaping (Point) -> [Node]) {
            self.label = label
            self.swatch = swatch
        }

        /// A square of a colour.
        init(_ label: String, _ color: Color, outline: Color? = nil, theme: ChartTheme) {
            self.init(label: label) { [.shape(.box(Key.square($0), color, outline: outline, theme: theme))] }
        }

        /// The hatched square of what may not be shown.
        static func notShown(_ label: String, theme: ChartTheme) -> Entry {
            Entry(label: label) { [.shape(.hatchedBox(Key.square($0), theme: theme))] }
        }
    }

    static let swatch = Size(16, 16)
    private static let gap = 22.0
    /// A label of more letters is a sentence: such entries stand one below the other.
    private static let longest = 40

    let height: Double
    /// Whether long labels make it a list.
    private let isList: Bool
    private let inset: Double
    private let entries: [Entry]
    private let blocks: [TextBlock]
    private let corners: [Point]

    /// The entries side by side on lines of much the same length where they fit `width`, else one below the
    /// other.
    ///
    /// Labels begin `inset` points to the right of their swatch.
    ///
    /// - Parameter listsLong: whether a long label makes a list of all, as it should of answers.
    init(_ entries: [Entry], width: Double, type: Typesetter, inset: Double = 24, listsLong: Bool = true) {
        let blocks = entries.map { type.block($0.label, .key, width: width - inset) }
        let widths = blocks.map(\.width)
        let total = widths.reduce(-Self.gap) { $0 + inset + $1 + Self.gap }
        let widest = widths.map { $0 + inset }.max() ?? 0
        let isList = listsLong && entries.contains { $0.label.count > Self.longest }
        let isStacked =
            isList
            || total > width && (!type.isWide || widest > width / 2 || blocks.contains { $0.lines.count > 1 })
        func flow(within limit: Double) -> (corners: [Point], rows: Int, height: Double) {
            var corners: [Point] = []
            corners.reserveCapacity(blocks.count)
            var corner = Point.zero
            var lineHeight = 0.0
            var rows = entries.isEmpty ? 0 : 1
            for (block, blockWidth) in zip(blocks, widths) {
                if corner.x > 0 && (isStacked || corner.x + inset + blockWidth > limit) {
                    corner = Point(0, (corner.y + lineHeight + (isList ? 6 : 4)).rounded(.up))
                    lineHeight = 0
                    rows += 1
                }
                corners.append(corner)
                // Swatches begin on whole points: their outlines stay sharp.
                corner.x = (corner.x + inset + blockWidth + Self.gap).rounded(.up)
                lineHeight = max(lineHeight, block.height, Self.swatch.height)
            }
            return (corners, rows, corner.y + lineHeight)
        }
        var best = flow(within: width)
        var limit = width - 8
        while best.rows > 1 && limit >= widest {
            let narrower = flow(within: limit)
            guard narrower.rows == best.rows else { break }
            best = narrower
            limit -= 8
        }
        (corners, height) = (best.corners, best.height.rounded(.up))
        self.entries = entries
        self.blocks = blocks
        self.isList = isList
        self.inset = inset
    }

    /// The key above the marks, which begin at `marksX`, where it is no taller there than over the whole width; a list
    /// always begins at the left.
    static func drawn(_ entries: [Entry], beside marksX: Double, width: Double, type: Typesetter) -> DrawnBody
    {
        let above = Key(entries, width: width - marksX, type: type)
        let across = Key(entries, width: width, type: type)
        let isAbove = !across.isList && above.height <= across.height
        let key = isAbove ? above : across
        return DrawnBody(nodes: key.nodes(x: isAbove ? marksX : 0, y: 0), height: key.height)
    }

    private static func square(_ corner: Point) -> Rect {
        Rect(x: corner.x, y: corner.y, width: swatch.width, height: swatch.height)
    }

    func nodes(x: Double, y: Double) -> [Node] {
        zip(zip(entries, blocks), corners).map { part, at in
            let (entry, block) = part
            let corner = Point(x + at.x, y + at.y)
            // The swatch is centred on the first line.
            let middle = corner.y + block.lineHeight / 2
            let swatch = entry.swatch(Point(corner.x, (middle - Self.swatch.height / 2).rounded()))
            let text = block.nodes(x: corner.x + inset, y: corner.y)
            return .group(Group("key \(entry.label)", nodes: swatch + text))
        }
    }
}
