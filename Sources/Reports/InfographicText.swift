import Charts

/// What an infographic says, as words: the text version and the text alternative.
enum InfographicText {
    private static let limit = 250
    private static let end = " Text version follows."

    /// The messages in their order, as many as fit 250 characters; then that a text version follows.
    static func alternative(title: String, rows: [[Infographic.Block]]) -> String {
        let messages = rows.joined().flatMap { sentences($0) }
        var text = sentence(title)
        for message in messages where text.count + 1 + message.count <= limit { text += " " + message }
        if text.count > limit { text = text.prefix(limit - 1) + "…" }
        return text + end
    }

    private static func sentences(_ block: Infographic.Block) -> [String] {
        switch block.content {
        case .hero(let share, let words): [sentence("\(share): \(words)")]
        case .finding(let sentences, _): sentences
        case .bars(let rows) where block.heading.isEmpty:
            [sentence(rows.map { "\($0.label) \(value($0))" }.joined(separator: "; "))]
        case .bars, .pairs, .pictogram: [sentence(block.heading)]
        }
    }

    private static func sentence(_ text: String) -> String {
        text.isEmpty || text.hasSuffix(".") ? text : text + "."
    }

    /// The page as Markdown: the same messages and figures in the same order.
    static func markdown(_ infographic: Infographic) -> String {
        var parts = ["# \(escaped(infographic.title))", escaped(infographic.subtitle)]
        if !infographic.foot.notice.isEmpty { parts.append("**\(escaped(infographic.foot.notice))**") }
        for block in infographic.rows.joined() {
            switch block.content {
            case .hero(let share, let words): parts += ["## \(share)", escaped(words)]
            case .finding(let sentences, _):
                if !block.heading.isEmpty { parts.append("## \(escaped(block.heading))") }
                parts += sentences.map { escaped($0) }
            case .pictogram(let filled):
                parts += ["## \(escaped(block.heading))", escaped(block.note)]
                parts.append("Picture: ten people, \(filled) of them filled in.")
            case .bars(let rows), .pairs(_, let rows):
                parts += ["## \(escaped(block.heading))", escaped(block.note)]
                parts.append(
                    rows.map { "- \(escaped($0.label)): \(escaped(value($0)))" }.joined(separator: "\n"))
            }
        }
        parts += ["## About these figures", escaped(infographic.foot.base), escaped(infographic.foot.source)]
        return parts.filter { !$0.isEmpty && $0 != "## " }.joined(separator: "\n\n") + "\n"
    }

    private static func value(_ row: ShareBars.Row) -> String {
        switch row.bars.first?.content {
        case .share(_, let label): label
        case .words(let words): words
        case nil: ""
        }
    }

    /// Characters that Markdown would take for its own.
    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            if "\\`*_[]<>#".contains(character) { result.append("\\") }
            result.append(character)
        }
    }
}
