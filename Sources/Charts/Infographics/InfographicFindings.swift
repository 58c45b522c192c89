internal import Scene

// Sentences of findings, one below the other.
extension InfographicDrawing {
    /// Each sentence with its share large at its left, on one line with its first; without a share a bar marks it.
    func findings(_ statements: [Infographic.Statement], width: Double) -> InfographicBody {
        let shares = statements.map {
            text($0.share, style(sizes.heading * Self.larger, .bold), width: width)
        }
        let widest = shares.map(\.width).max() ?? 0
        let inset = widest > 0 ? widest + sizes.heading * 0.6 : sizes.heading
        var parts: [InfographicSheet.Part] = []
        var y = 0.0
        for (statement, share) in zip(statements, shares) {
            if y > 0 { y += sizes.heading * 0.8 }
            let color = statement.needsAttention ? theme.attention : theme.main
            let words = text(statement.text, style(sizes.label * 1.1), width: width - inset)
            let aside = text(
                statement.aside, style(sizes.note, .regular, theme.quiet), width: width - inset)
            let gap = aside.height > 0 ? sizes.note * 0.3 : 0
            let height = words.height + gap + aside.height
            let lead = max(share.firstBaseline - words.firstBaseline, 0)
            if share.lines.isEmpty {
                let mark = Rect(x: 0, y: y, width: sizes.heading * 0.25, height: height)
                parts.append(
                    .init(.decoration, [.shape(Shape(.rect(mark, radius: 0), fill: .color(color)))]))
            }
            let number = share.nodes(x: 0, y: y).map { $0.text(in: color) }
            parts.append(.init(.text, number + words.nodes(x: inset, y: y + lead)))
            parts.append(.init(.text, aside.nodes(x: inset, y: y + lead + words.height + gap)))
            y += max(lead + height, share.height)
        }
        return InfographicBody(parts, height: y)
    }

    /// A share beside a sentence, of a heading's size.
    private static let larger = 1.6
}

extension Node {
    /// A line of text in another colour.
    fileprivate func text(in color: Color) -> Node {
        guard case .text(var line) = self else { return self }
        line.style.color = color
        return .text(line)
    }
}
