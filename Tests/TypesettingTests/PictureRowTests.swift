import Document
import Scene
import TestSupport
import Testing
import Typesetting

/// Rows of pictures on pages, with the looks of Easy Read.
struct PictureRowTests {
    private static let picture = Picture(
        size: Size(120, 104), title: "A home", alternative: "A home", background: nil,
        nodes: [.shape(Shape(.rect(Rect(x: 10, y: 10, width: 100, height: 84), radius: 0), fill: .color(Color(1))))])
    private static let drawing = Picture(
        size: Size(240, 46), title: "", alternative: "", background: nil,
        nodes: [.shape(Shape(.rect(Rect(x: 0, y: 0, width: 240, height: 46), radius: 0), fill: .color(Color(2))))])

    private func set(_ blocks: [Block], foot: String? = nil) throws -> TaggedDocument {
        try Typesetter(theme: .easyRead, measurer: FixedMeasurer()).document(
            Manuscript(blocks: blocks), front: FrontMatter(title: "A title", foot: foot, hasFrontPage: false),
            language: "en-GB")
    }

    private func row(_ words: String, isCounted: Bool = false) -> PictureRow {
        PictureRow(
            picture: Self.picture, words: [.text(words)], drawing: isCounted ? Self.drawing : nil)
    }

    /// The ground of each picture on a page, from the top.
    private func frames(_ page: TaggedPage) -> [Rect] {
        shapes(page, fill: PrintTheme.easyRead.pictures.ground)
    }

    private func shapes(_ page: TaggedPage, fill: Color) -> [Rect] {
        func boxes(_ node: Node, _ offset: Point) -> [Rect] {
            switch node {
            case .group(let group): return group.nodes.flatMap { boxes($0, offset.moved(by: group.offset)) }
            case .shape(let shape):
                guard shape.fill == .color(fill), case .rect(let rect, _) = shape.outline else { return [] }
                return [rect.moved(by: offset)]
            case .text, .image: return []
            }
        }
        return page.pieces.flatMap { $0.nodes.flatMap { boxes($0, .zero) } }.sorted { $0.minY < $1.minY }
    }

    @Test(arguments: 0..<60)
    func noRowIsPartedAndNothingOverlaps(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        var number = 0
        var blocks: [Block] = []
        for section in 0..<Int.random(in: 1...5, using: &random) {
            blocks.append(heading(2, "Section \(section)", id: "s\(section)"))
            let rows = (0..<Int.random(in: 1...9, using: &random)).map { _ in
                number += 1
                let length = Int.random(in: 1...40, using: &random)
                return row("r\(number) " + words(length) + " e\(number)", isCounted: Bool.random(using: &random))
            }
            blocks.append(Block(.pictures(rows), id: "rows\(section)"))
        }
        let document = try set(blocks)
        let theme = PrintTheme.easyRead
        let bottom = theme.paper.height - theme.bottomMargin
        var seen = 0
        for page in document.pages {
            let frames = frames(page)
            let counted = shapes(page, fill: Color(2))
            let lines = page.contentLines
            // The first and the last word of a row stand on one page, beside one picture.
            let starts = lines.flatMap { $0.text.matches(of: /r[0-9]+/).map { String($0.output.dropFirst()) } }
            let ends = lines.flatMap { $0.text.matches(of: /e[0-9]+/).map { String($0.output.dropFirst()) } }
            #expect(starts == ends.filter { !$0.isEmpty } && starts.count == frames.count)
            seen += starts.count
            for (upper, lower) in zip(frames, frames.dropFirst()) { #expect(upper.maxY <= lower.minY + 0.01) }
            for frame in frames { #expect(frame.minX >= theme.sideMargin - 0.01 && frame.maxY <= bottom + 0.01) }
            for line in lines where !line.text.hasPrefix("Section") {
                #expect(line.origin.y <= bottom)
                #expect(line.origin.x + line.advance <= theme.paper.width - theme.sideMargin + 10)
                let box = Rect(x: line.origin.x, y: line.origin.y - 12, width: line.advance, height: 14)
                #expect(!(frames + counted).contains { $0.overlaps(box) }, "'\(line.text)'")
                #expect(frames.allSatisfy { $0.maxX < line.origin.x })
            }
            for (one, other) in zip(counted, counted.dropFirst()) { #expect(!one.overlaps(other)) }
        }
        #expect(seen == number)
    }

    @Test func noLettersAreSmallerThanSixteenPoints() throws {
        let blocks: [Block] = [
            heading(1, "Title"), heading(2, "Section"), heading(3, "Part"), heading(4, "Small part"),
            paragraph("Words"), Block(.callout(.note, [paragraph("Words")])),
            Block(.list(ItemList(start: 1, isTight: true, items: [[paragraph("An item")]]))),
            Block(.numbers([NumberRow(number: [.text("7")], sentence: [.text("people")])])),
            Block(.table(table(columns: 2, rows: 2))), Block(.pictures([row("Words")])),
            figure(height: 200),
        ]
        let document = try set(blocks, foot: "Not yet checked")
        for piece in document.pages.flatMap(\.pieces) {
            for line in piece.nodes.flatMap(\.lines) {
                #expect(line.style.size >= 16 && line.style.family == "Andika", "'\(line.string)'")
                #expect(line.style.weight != .semibold, "'\(line.string)'")
            }
        }
    }

    @Test func everyPageSaysWhatStandsAtItsFoot() throws {
        let document = try set([Block(.pictures((0..<30).map { row("row \($0)") }))], foot: "Not yet checked")
        #expect(document.pages.count > 3)
        for (index, page) in document.pages.enumerated() {
            let footer = page.pieces.filter { $0.part == .footer }.flatMap(\.nodes).flatMap(\.strings)
            #expect(footer.contains("Not yet checked") && footer.contains("Page \(index + 1)"))
        }
    }

    @Test func theWordsOfARowAreOneParagraphAndThePicturesDecoration() throws {
        let words: [Inline] = [.text("“My life is better.”"), .lineBreak, .text("8 out of 10 people said this.")]
        let document = try set([
            Block(.pictures([PictureRow(picture: Self.picture, words: words, drawing: Self.drawing)]))
        ])
        #expect(document.elements.map(\.role) == [.document, .paragraph])
        #expect(document.text(of: 0) == "“My life is better.” 8 out of 10 people said this.")
    }

    @Test func aRowThatIsTallerThanAPageIsToldByName() throws {
        let found = messages { _ = try set([Block(.pictures([row(words(2000))]), id: "home")]) }
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("the pictures 'home' is ") ?? false, "\(found)")
    }

    @Test func aPictureWithoutWordsStandsOnTheFrontWhereThereIsRoom() throws {
        let front = FrontMatter(title: "A title", hasFrontPage: true)
        let alone = Block(.pictures([PictureRow(picture: Self.picture, words: [])]), id: "front")
        let blocks = [heading(1, "A title"), alone, heading(2, "Section"), paragraph("Words")]
        let document = try Typesetter(theme: .easyRead, measurer: FixedMeasurer())
            .document(Manuscript(blocks: blocks), front: front, language: "en-GB")
        let frame = try #require(frames(document.pages[0]).first)
        #expect(frame.size == PrintTheme.easyRead.pictures.large)
        #expect(document.pages.dropFirst().allSatisfy { frames($0).isEmpty })
    }
}
