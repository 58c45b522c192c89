import Charts

/// What an infographic says, as words: the same messages in the same order, for the text alternative, the text version
/// and a post.
struct InfographicText {
    /// A message: its heading, its note, its sentences, and the numbers that its picture shows.
    struct Message {
        var heading: String
        var note = ""
        var sentences: [String] = []
        /// The names of the columns of values; empty for one column.
        var names: [String] = []
        var rows: [(label: String, values: [String])] = []
        /// The most important of it, a sentence each.
        var short: [Short]
    }

    /// A sentence for the alternative and the post, and what may be told of it besides.
    struct Short {
        var text: String
        var aside = ""

        /// The sentence as far as it fits: with all, or alone; nil where it does not.
        func fitting(_ room: Int) -> String? {
            let whole = aside.isEmpty ? text : text + " " + aside
            return [whole, text].first { !$0.isEmpty && $0.count <= room }
        }
    }

    let title: String
    let subtitle: String
    let messages: [Message]
    let foot: Infographic.Foot

    init(_ infographic: Infographic) {
        title = infographic.title
        subtitle = infographic.subtitle
        foot = infographic.foot
        messages = infographic.rows.joined().map(Self.message)
    }

    private static func message(_ block: Infographic.Block) -> Message {
        let (heading, note) = (block.heading, block.note)
        switch block.content {
        case .hero(let share, let words):
            return Message(
                heading: heading.isEmpty ? share : heading,
                sentences: (heading.isEmpty ? [words] : [share, words]) + [note],
                short: [.init(text: withShare(words, share), aside: note)])
        case .finding(let statements):
            let sentences = statements.map {
                Short(text: $0.share.isEmpty ? $0.text : withShare($0.text, $0.share), aside: $0.aside)
            }
            return Message(
                heading: heading, note: note, sentences: sentences.compactMap { $0.fitting(.max) },
                short: sentences)
        case .quotation(let words, let speaker):
            return Message(heading: heading, note: note, sentences: [words, "– " + speaker], short: [])
        case .picture(_, let alternative):
            return Message(
                heading: heading, note: note, sentences: ["Picture: " + sentence(alternative)], short: [])
        case .pictogram(let filled):
            return Message(
                heading: heading, note: note,
                sentences: ["Picture: ten people, \(filled) of them filled in."],
                short: [.init(text: sentence(heading))])
        case .bars(let rows):
            return table(heading, note, [], rows)
        case .pairs(let names, let rows):
            return table(heading, note, names, rows)
        }
    }

    private static func table(
        _ heading: String, _ note: String, _ names: [String], _ rows: [ShareBars.Row]
    ) -> Message {
        let values = rows.map { row in (label: row.label, values: row.bars.map { value($0.content) }) }
        let list = values.map { "\($0.label) \($0.values.joined(separator: " and "))" }
        return Message(
            heading: heading, note: note, names: names, rows: values,
            short: [.init(text: sentence(heading.isEmpty ? list.joined(separator: "; ") : heading))])
    }

    /// The sentence with its share in brackets, unless it has it.
    private static func withShare(_ words: String, _ share: String) -> String {
        if words.contains(share) { return sentence(words) }
        let bare = words.hasSuffix(".") ? String(words.dropLast()) : words
        return bare.isEmpty ? sentence(share) : "\(bare) (\(share))."
    }

    private static func value(_ content: ShareBars.Content) -> String {
        switch content {
        case .share(_, let label): label
        case .words(let words): words
        }
    }

    static func sentence(_ text: String) -> String {
        text.isEmpty || text.hasSuffix(".") ? text : text + "."
    }

    // MARK: Alternative and post

    private static let limit = 250
    private static let end = " Text version follows."
    private static let postLimit = 280

    /// The messages in their order, as many as fit 250 characters; then that a text version follows.
    var alternative: String {
        var text = Self.sentence(title)
        for short in messages.flatMap(\.short) {
            if let words = short.fitting(Self.limit - text.count - 1) { text += " " + words }
        }
        if text.count > Self.limit { text = text.prefix(Self.limit - 1) + "…" }
        return text + Self.end
    }

    /// What to post with the picture: the first messages, how many people answered, and what must be known, in 280
    /// characters; a notice and the base are never left out.
    var post: String {
        let end = [foot.notice, Self.sentence(subtitle)].filter { !$0.isEmpty }.joined(separator: " ")
        var text = Self.sentence(title) + " "
        for short in messages.flatMap(\.short) {
            if let words = short.fitting(Self.postLimit - text.count - end.count - 2) { text += words + " " }
        }
        return text + end
    }

    /// Both, as a file to copy from.
    func captions(of name: String) -> String {
        """
        \(name)

        Alternative text, for the field that the picture is described in:

        \(alternative)

        Post, with a link to the text version:

        \(post)

        """
    }

    // MARK: Markdown

    /// The page as Markdown.
    var markdown: String {
        var parts = ["# \(escaped(title))", escaped(subtitle)]
        if !foot.notice.isEmpty { parts.append("**\(escaped(foot.notice))**") }
        for message in messages {
            if !message.heading.isEmpty { parts.append("## \(escaped(message.heading))") }
            parts.append(escaped(message.note))
            parts += message.sentences.map { escaped($0) }
            parts.append(
                message.rows.map { row in
                    let values = row.values.enumerated().map { index, value in
                        let name = message.names.indices.contains(index) ? message.names[index] + " " : ""
                        return escaped(name + value)
                    }
                    return "- \(escaped(row.label)): \(values.joined(separator: ", "))"
                }.joined(separator: "\n"))
        }
        parts += ["## About these figures", escaped(foot.base), escaped(foot.source)]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    /// Characters that Markdown would take for its own.
    private func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            if "\\`*_[]<>#".contains(character) { result.append("\\") }
            result.append(character)
        }
    }
}
