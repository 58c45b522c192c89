package import Diagnostics

/// The blocks of a whole document, and its footnotes.
package struct Manuscript: Hashable, Sendable {
    package struct Footnote: Hashable, Sendable {
        package var number: Int
        /// How many places in the text refer to it.
        package var references: Int
        package var blocks: [Block]

        package init(number: Int, references: Int, blocks: [Block]) {
            self.number = number
            self.references = references
            self.blocks = blocks
        }
    }

    package var blocks: [Block]
    package var footnotes: [Footnote]

    package init(blocks: [Block], footnotes: [Footnote] = []) {
        self.blocks = blocks
        self.footnotes = footnotes
    }
}

extension Manuscript {
    /// The document with every directive replaced by the blocks that `resolve` makes of it.
    ///
    /// The first of them takes over the directive's id where it has none of its own; a figure whose directive was given no
    /// id is known by its name. Number rows, and picture
    /// rows, that follow each other become one block. The failure holds what every directive had to say.
    package func resolving(_ resolve: (Directive) throws(Failure) -> [Block]) throws(Failure) -> Manuscript {
        let log = DiagnosticLog()
        let blocks = blocks.resolved(by: resolve, log: log)
        let footnotes = footnotes.map {
            Footnote(
                number: $0.number, references: $0.references,
                blocks: $0.blocks.resolved(by: resolve, log: log))
        }
        try log.check()
        return Manuscript(blocks: blocks, footnotes: footnotes)
    }

    /// The document with its figures and its tables numbered from 1, each in their order.
    package func numbered() -> Manuscript {
        var last: [Figure.Kind: Int] = [:]
        return Manuscript(
            blocks: blocks.map { block in
                block.mapping { content in
                    guard case .figure(var figure) = content else { return content }
                    last[figure.kind, default: 0] += 1
                    figure.number = last[figure.kind]
                    return .figure(figure)
                }
            },
            footnotes: footnotes)
    }
}

extension Block {
    /// The block with its own content changed, then that of the blocks inside it.
    func mapping(_ change: (BlockContent) -> BlockContent) -> Block {
        var block = self
        switch change(content) {
        case .quotation(let inside): block.content = .quotation(inside.map { $0.mapping(change) })
        case .callout(let kind, let inside):
            block.content = .callout(kind, inside.map { $0.mapping(change) })
        case .list(var list):
            list.items = list.items.map { item in item.map { $0.mapping(change) } }
            block.content = .list(list)
        case let other: block.content = other
        }
        return block
    }
}

extension [Block] {
    fileprivate func resolved(
        by resolve: (Directive) throws(Failure) -> [Block], log: DiagnosticLog
    ) -> [Block] {
        var result: [Block] = []
        for block in self {
            for made in block.resolved(by: resolve, log: log) { result.appendJoining(made) }
        }
        return result
    }

    /// Appends a block, or its rows to the last block when both are rows of the same kind.
    private mutating func appendJoining(_ block: Block) {
        switch (last?.content, block.content) {
        case (.numbers(let rows), .numbers(let more)): self[count - 1].content = .numbers(rows + more)
        case (.pictures(let rows), .pictures(let more)): self[count - 1].content = .pictures(rows + more)
        default: append(block)
        }
    }
}

extension Block {
    fileprivate func resolved(
        by resolve: (Directive) throws(Failure) -> [Block], log: DiagnosticLog
    ) -> [Block] {
        var block = self
        switch content {
        case .directive(let directive):
            let made = log.collect { () throws(Failure) in try resolve(directive) } ?? []
            return made.enumerated().map { index, made in
                var made = made
                if made.id.isEmpty { made.id = index == 0 ? id : "\(id)-\(index + 1)" }
                // What a figure shows stays the same from draft to draft, where it stands may not.
                if case .figure(let figure) = made.content, !directive.isNamed {
                    made.id = "figure.\(figure.name)"
                }
                made.location = made.location ?? location
                return made
            }
        case .quotation(let inside): block.content = .quotation(inside.resolved(by: resolve, log: log))
        case .callout(let kind, let inside):
            block.content = .callout(kind, inside.resolved(by: resolve, log: log))
        case .list(var list):
            list.items = list.items.map { $0.resolved(by: resolve, log: log) }
            block.content = .list(list)
        default: break
        }
        return [block]
    }
}
