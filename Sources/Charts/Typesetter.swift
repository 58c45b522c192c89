internal import Scene

/// The theme, sizes and measurer of one drawing, which set its texts.
package struct Typesetter {
    enum Role { case title, subtitle, label, question, small, key, value, base, note }

    let theme: ChartTheme
    let measurer: any TextMeasurer
    /// Whether there is room for labels beside the marks.
    let isWide: Bool
    /// Whether the chart is short of height: bars are thinner and stand closer, no letter is smaller.
    var isTight = false

    /// The height of a bar or a gap, less where the chart is short of height.
    func tightened(_ height: Double, to least: Double) -> Double { isTight && isWide ? least : height }

    var sizes: ChartTheme.Sizes { isWide ? theme.wide : theme.narrow }

    func style(_ role: Role, color: Color? = nil) -> TextStyle {
        let (size, weight, standard): (Double, TextStyle.Weight, Color) =
            switch role {
            case .title: (sizes.title, .bold, theme.ink)
            case .subtitle: (sizes.subtitle, .regular, theme.quiet)
            case .label: (sizes.label, .regular, theme.ink)
            case .question: (sizes.label, .semibold, theme.ink)
            case .small: (sizes.base, .regular, theme.quiet)
            case .key: (sizes.key, .regular, theme.ink)
            case .value: (sizes.value, .bold, theme.ink)
            case .base: (sizes.base, .regular, theme.quiet)
            case .note: (sizes.note, .regular, theme.quiet)
            }
        return TextStyle(family: theme.family, weight: weight, size: size, color: color ?? standard)
    }

    func block(_ text: String, _ role: Role, width: Double, color: Color? = nil) -> TextBlock {
        TextBlock(text, style: style(role, color: color), width: width, measurer: measurer)
    }

    func width(_ text: String, _ role: Role) -> Double {
        measurer.width(of: text, style: style(role))
    }

    /// The width of the longest line of a text whose breaks are given.
    func widest(_ text: String, _ role: Role) -> Double {
        text.split(separator: "\n").map { width(String($0), role) }.max() ?? 0
    }

    /// The width of a column of labels: a third of the chart at most, or a little more where some label would
    /// need more than three lines.
    func columnWidth(of labels: [String], _ role: Role, in width: Double) -> Double {
        var blocks = labels.map { block($0, role, width: width * 0.34) }
        if blocks.contains(where: { $0.lines.count > 3 }) {
            blocks = labels.map { block($0, role, width: width * 0.42) }
        }
        return (blocks.map(\.width).max() ?? 0).rounded(.up)
    }

    /// A label with the base at the right, their last lines on one baseline: what stands above a mark in the
    /// narrow layout.
    func heading(_ label: TextBlock, base: TextBlock, width: Double, from top: Double) -> DrawnBody {
        let baseline = top + max(label.lastBaseline, base.lastBaseline)
        let blocks = [label, base].filter { !$0.lines.isEmpty }
        return DrawnBody(
            nodes: label.nodes(x: 0, y: baseline - label.lastBaseline)
                + base.nodes(x: width, y: baseline - base.lastBaseline, .right),
            height: blocks.map { baseline - $0.lastBaseline + $0.height }.max() ?? top)
    }
}
