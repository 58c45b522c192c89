internal import Scene

/// What surrounds the marks of every chart: ground, margin, titles above, notes and source below.
struct ChartFrame {
    /// The least width, in points, at which labels stand beside the marks.
    static let wideFrom = 560.0

    var title: String
    var subtitle: String
    var alternative: String
    var parts: ChartParts
    var hasHeading: Bool
    var width: Double
    var type: Typesetter

    init(
        title: String, subtitle: String, alternative: String, parts: ChartParts, hasHeading: Bool = true,
        width: Double, isTight: Bool = false, theme: ChartTheme, measurer: any TextMeasurer
    ) {
        self.title = title
        self.subtitle = subtitle
        self.alternative = alternative
        self.parts = parts
        self.hasHeading = hasHeading
        self.width = width
        let margin = Self.margin(parts, width: width)
        type = Typesetter(
            theme: theme, measurer: measurer, isWide: width - 2 * margin >= Self.wideFrom,
            isTight: isTight)
    }

    private static func margin(_ parts: ChartParts, width: Double) -> Double {
        switch parts {
        case .marksOnly: 0
        case .all: width >= 600 ? 32 : 16
        }
    }

    /// The width left for the marks.
    var inner: Double { width - 2 * Self.margin(parts, width: width) }

    /// The whole picture around `body`, whose top left corner is its origin.
    func picture(around body: DrawnBody, notes: [String]) -> Picture {
        let margin = Self.margin(parts, width: width)
        var nodes: [Node] = []
        var y = margin
        func add(_ text: String, _ role: Typesetter.Role, before: Double) {
            let block = type.block(text, role, width: inner)
            guard !block.lines.isEmpty else { return }
            y += before
            nodes += block.nodes(x: margin, y: y)
            y += block.height
        }
        if parts == .all {
            if hasHeading { add(title, .title, before: 0) }
            add(subtitle, .subtitle, before: 4)
            // Marks begin on a whole point: their edges stay sharp.
            if y > margin { y = (y + 20).rounded(.up) }
        }
        nodes.append(.group(Group("marks", offset: Point(margin, y), nodes: body.nodes)))
        y += body.height
        if parts == .all {
            for (index, note) in notes.enumerated() { add(note, .note, before: index == 0 ? 18 : 4) }
        }
        return Picture(
            size: Size(width, (y + margin).rounded(.up)), title: title, alternative: alternative,
            background: parts == .all ? type.theme.background : nil, nodes: nodes)
    }
}

/// The key and marks of a chart, laid out from their own origin.
package struct DrawnBody {
    var nodes: [Node]
    var height: Double
    /// Notes that the drawing itself calls for.
    var notes: [String] = []
}
