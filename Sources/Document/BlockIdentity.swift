internal import Diagnostics

/// Gives every block its id: the one written, else a heading's own words, else the nearest heading's id and `.pN`,
/// where N counts the blocks below that heading.
struct BlockIdentity {
    private let log: DiagnosticLog
    private var taken: [String: SourceLocation?] = [:]
    private var heading = "top"
    private var count = 0

    init(log: DiagnosticLog) {
        self.log = log
    }

    static func isAllowed(_ character: Character) -> Bool {
        character.isASCII
            && (character.isLetter || character.isNumber || character == "-" || character == ".")
    }

    mutating func identified(_ manuscript: Manuscript) -> Manuscript {
        reserve(manuscript.blocks + manuscript.footnotes.flatMap(\.blocks))
        let blocks = identified(manuscript.blocks)
        let footnotes = manuscript.footnotes.map { note in
            heading = "footnote.\(note.number)"
            count = 0
            return Manuscript.Footnote(
                number: note.number, references: note.references, blocks: identified(note.blocks))
        }
        return Manuscript(blocks: blocks, footnotes: footnotes)
    }

    /// First the ids that somebody wrote and those of headings: they must stay what they are.
    private mutating func reserve(_ blocks: [Block]) {
        for block in blocks {
            var id = block.id
            if id.isEmpty, case .heading(_, let words) = block.content { id = Self.slug(words.plainText) }
            if !id.isEmpty { take(id, for: block) }
            for inside in block.children { reserve(inside) }
        }
    }

    private mutating func take(_ id: String, for block: Block) {
        guard let first = taken[id] else {
            taken[id] = .some(block.location)
            return
        }
        let place = first.map { ", the first is at \($0)" } ?? ""
        let hint = "give one of them an id of its own, as in {#\(id)-2}"
        log.error("two blocks have the id '\(id)'\(place)", at: block.location, hints: [hint])
    }

    private mutating func identified(_ blocks: [Block]) -> [Block] {
        blocks.map { block in
            var block = block
            if case .heading(_, let words) = block.content {
                if block.id.isEmpty { block.id = Self.slug(words.plainText) }
                heading = block.id
                count = 0
            } else {
                count += 1
                if case .directive(var directive) = block.content {
                    directive.isNamed = !block.id.isEmpty
                    block.content = .directive(directive)
                }
                if block.id.isEmpty { block.id = freeId() }
            }
            switch block.content {
            case .quotation(let inside): block.content = .quotation(identified(inside))
            case .callout(let kind, let inside): block.content = .callout(kind, identified(inside))
            case .list(var list):
                list.items = list.items.map { identified($0) }
                block.content = .list(list)
            default: break
            }
            return block
        }
    }

    private mutating func freeId() -> String {
        while taken["\(heading).p\(count)"] != nil { count += 1 }
        let id = "\(heading).p\(count)"
        taken[id] = .some(nil)
        return id
    }

    /// A longer heading gives its first words.
    private static let longestSlug = 80

    /// The words in lower case with hyphens between; characters other than ASCII letters and digits part words.
    static func slug(_ text: String) -> String {
        let kept = text.lowercased().filter { $0 != "’" && $0 != "'" }
        let words = kept.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        var slug = ""
        for word in words where slug.utf8.count + word.utf8.count < longestSlug || slug.isEmpty {
            slug += (slug.isEmpty ? "" : "-") + word.prefix(longestSlug)
        }
        return slug.isEmpty ? "section" : slug
    }
}

extension Block {
    /// The blocks inside this one, a list an item.
    var children: [[Block]] {
        switch content {
        case .quotation(let inside), .callout(_, let inside): [inside]
        case .list(let list): list.items
        default: []
        }
    }
}
