/// A fenced block of code in a Markdown page.
package struct FencedBlock: Sendable {
    /// The word after the fence: "yaml".
    package let language: String
    package let text: String
    /// The line of the page on which the text begins.
    package let line: Int

    /// The blocks of a page, in order.
    package static func blocks(in page: String) -> [FencedBlock] {
        var blocks: [FencedBlock] = []
        var open: (language: String, lines: [Substring], first: Int)?
        for (index, line) in page.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard line.hasPrefix("```") else {
                open?.lines.append(line)
                continue
            }
            if let block = open {
                let text = block.lines.map { $0 + "\n" }.joined()
                blocks.append(FencedBlock(language: block.language, text: text, line: block.first))
                open = nil
            } else {
                open = (String(line.dropFirst(3)), [], index + 2)
            }
        }
        return blocks
    }
}
