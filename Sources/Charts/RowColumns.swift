internal import Scene

/// Where labels, marks and bases of a chart of rows stand, in points from the left.
///
/// Wide, the label stands beside the marks; narrow, above them on one line with the base.
struct RowColumns {
    let width: Double
    let labelWidth: Double
    /// The left edge and width of the marks.
    let markX: Double
    let markWidth: Double
    let baseWidth: Double
    private let type: Typesetter

    /// - Parameters:
    ///   - gap: between labels and marks.
    ///   - keepsBase: whether the column of bases stays at the right in the narrow layout too.
    init(
        labels: [String], _ role: Typesetter.Role = .label, bases: [String], width: Double, type: Typesetter,
        gap: Double = 20, keepsBase: Bool = false
    ) {
        self.width = width
        self.type = type
        let widest = bases.map { type.widest($0, .base) }.max() ?? 0
        let most = type.isWide ? 0.18 : keepsBase ? 0.3 : 0.4
        baseWidth = min(widest, width * most).rounded(.up)
        labelWidth = type.isWide ? type.columnWidth(of: labels, role, in: width) : width
        markX = type.isWide && labelWidth > 0 ? labelWidth + gap : 0
        let right = (type.isWide || keepsBase) && baseWidth > 0 ? baseWidth + 16 : 0
        markWidth = (width - markX - right).rounded(.down)
    }

    /// The width of a label: its column, or the line above the marks that it shares with the base.
    var labelRoom: Double {
        type.isWide || baseWidth == 0 ? labelWidth : width - baseWidth - 12
    }

    /// A row: label and base centred on its marks, or above them.
    func row(
        _ label: TextBlock, base: String, marks: DrawnBody, named name: String = "bar", from top: Double
    ) -> DrawnBody {
        let base = type.block(base, .base, width: baseWidth)
        if type.isWide {
            let height = max(label.height, base.height, marks.height).rounded(.up)
            let middle = top + (height / 2).rounded()
            return DrawnBody(
                nodes: label.nodes(x: 0, middle: middle) + base.nodes(x: width, middle: middle, .right)
                    + [group(marks, named: name, at: middle - marks.height / 2)],
                height: top + height, notes: marks.notes)
        }
        let heading = type.heading(label, base: base, width: width, from: top)
        let marksTop = (heading.height + (heading.height > top ? 4 : 0)).rounded(.up)
        return DrawnBody(
            nodes: heading.nodes + [group(marks, named: name, at: marksTop)],
            height: marksTop + marks.height, notes: marks.notes)
    }

    func group(_ marks: DrawnBody, named name: String, at y: Double) -> Node {
        .group(Group(name, offset: Point(markX, y), nodes: marks.nodes))
    }

    /// Words in the place of marks, at least as high as those.
    func sentence(_ words: String, height: Double) -> DrawnBody {
        let block = type.block(words, .small, width: markWidth)
        let height = max(type.isWide ? height : 0, block.height.rounded(.up))
        return DrawnBody(nodes: block.nodes(x: 0, middle: height / 2), height: height)
    }
}
