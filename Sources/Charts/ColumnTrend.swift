internal import Scene

/// One share over several waves: an upright column a wave from zero, the newest strongest.
///
/// Where the columns would have too little room for their words, the waves stand as bars, one below the other.
package struct ColumnTrend: Chart, Hashable {
    package struct Column: Hashable, Sendable {
        /// The wave: "2024".
        package var label: String
        /// "n 98".
        package var base: String
        package var content: ShareBars.Content

        package init(_ label: String, base: String, content: ShareBars.Content) {
            self.label = label
            self.base = base
            self.content = content
        }
    }

    package var words: ChartWords
    /// In the order of time.
    package var columns: [Column]
    package var readingNotes: [String] = []

    package init(words: ChartWords, columns: [Column]) {
        self.words = words
        self.columns = columns
    }

    package var spoken: String { bars.spoken }

    /// The same as bars.
    private var bars: ShareBars {
        ShareBars(
            title: "", subtitle: "",
            rows: columns.map { .init($0.label, base: $0.base, bars: [.init($0.content)]) })
    }

    private static let widest = 112.0
    private static let widestSlot = 240.0
    private static let gap = 16.0
    /// The height of a column of 100 %, in points.
    private static let tall = 220.0
    private static let off = "Not between 0% and 100%"

    package func body(width: Double, type: Typesetter) -> DrawnBody {
        let count = Double(max(columns.count, 1))
        let slot = min((width + Self.gap) / max(count, 3), Self.widestSlot).rounded(.down)
        let room = slot - Self.gap
        let wide = min(room, max(room * 0.6, 44), Self.widest).rounded()
        let feet = columns.map { column in
            (
                label: type.block(column.label, .question, width: room),
                base: type.block(column.base, .base, width: room),
                words: words(of: column, type: type, width: room)
            )
        }
        let fits = zip(columns, feet).allSatisfy { column, foot in
            guard foot.label.lines.count <= 3, foot.base.lines.count <= 3, foot.words.lines.count <= 6 else {
                return false
            }
            if case .share(_, let label) = column.content { return type.width(label, .value) <= room }
            return true
        }
        guard wide >= 36, fits else { return bars.body(width: width, type: type) }
        let head = type.block("0%", .value, width: .infinity).height + 6
        let highest =
            columns.map { column in
                if case .share(let percent, _) = column.content, (0...100).contains(percent) {
                    percent
                } else {
                    0.0
                }
            }.max() ?? 0
        // Room for the highest column, and for words in the place of one.
        let tallestWords = feet.map(\.words.height).max() ?? 0
        let bottom = max(head + highest / 100 * Self.tall, tallestWords + 8, 60).rounded(.up)
        let labels = feet.map(\.label.height).max() ?? 0
        var body = DrawnBody(nodes: [], height: 0)
        for (index, column) in columns.enumerated() {
            let left = Double(index) * slot
            let centre = left + (room / 2).rounded()
            var nodes: [Node] = []
            if case .share(let percent, let label) = column.content, (0...100).contains(percent) {
                let height = percent > 0 ? max(percent / 100 * Self.tall, 1.5) : 0
                let isNewest = index == columns.count - 1
                let color = isNewest ? type.theme.main : type.theme.range
                let box = Rect(x: centre - wide / 2, y: bottom - height, width: wide, height: height)
                if height > 0 { nodes.append(.shape(.box(box, color, theme: type.theme))) }
                let value = type.block(label, .value, width: .infinity)
                nodes += value.nodes(x: centre, y: bottom - height - value.height - 3, .center)
            } else {
                let words = feet[index].words
                nodes += words.nodes(x: centre, y: bottom - words.height - 6, .center)
            }
            nodes += feet[index].label.nodes(x: centre, y: bottom + 8, .center)
            nodes += feet[index].base.nodes(x: centre, y: bottom + 8 + labels, .center)
            body.nodes.append(.group(Group("column \(column.label)", nodes: nodes)))
        }
        let line = Rect(x: 0, y: bottom, width: min(slot * count, width), height: 1)
        body.nodes.append(.shape(Shape(.rect(line, radius: 0), fill: .color(type.theme.quiet))))
        body.height = (bottom + 8 + labels + (feet.map(\.base.height).max() ?? 0)).rounded(.up)
        return body
    }

    /// What stands in the place of a column; no lines where there is one.
    private func words(of column: Column, type: Typesetter, width: Double) -> TextBlock {
        switch column.content {
        case .words(let words): type.block(words, .small, width: width)
        case .share(let percent, _):
            type.block((0...100).contains(percent) ? "" : Self.off, .small, width: width)
        }
    }
}
