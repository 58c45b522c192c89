extension Manuscript {
    /// What stands before the first section or box, such as title and summary, and the rest with all footnotes.
    package var opened: (opening: Manuscript, rest: Manuscript) {
        let end =
            blocks.firstIndex { block in
                switch block.content {
                case .heading(let level, _): level > 1
                case .callout(let kind, _): kind.label != nil
                default: false
                }
            } ?? blocks.count
        var (opening, rest) = (self, self)
        opening.blocks = Array(blocks[..<end])
        opening.footnotes = []
        rest.blocks = Array(blocks[end...])
        return (opening, rest)
    }
}
