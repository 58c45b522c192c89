import Diagnostics
import Scene

/// Makes the finished pages of the sheets: page numbers known, running header and footer added.
struct PageMaker {
    let theme: PrintTheme
    let measurer: any TextMeasurer
    let front: FrontMatter
    let title: String
    let sheets: [Paginator.Sheet]

    /// Where each place is.
    var places: [String: TaggedDocument.PagePoint] {
        var places: [String: TaggedDocument.PagePoint] = [:]
        for (page, sheet) in sheets.enumerated() {
            for placed in sheet.slabs {
                let y = max(0, theme.topMargin + placed.y - 12)
                for name in placed.slab.places where places[name] == nil {
                    places[name] = .init(page: page, point: Point(0, y))
                }
            }
        }
        return places
    }

    var bookmarks: [TaggedDocument.Bookmark] {
        sheets.enumerated().flatMap { page, sheet in
            sheet.slabs.compactMap { placed in
                placed.slab.bookmark.map {
                    let y = max(0, theme.topMargin + placed.y - 12)
                    return .init(
                        title: $0.title, level: $0.level, place: .init(page: page, point: Point(0, y)))
                }
            }
        }
    }

    func pages(_ places: [String: TaggedDocument.PagePoint]) -> [TaggedPage] {
        sheets.indices.map { page($0, places: places) }
    }

    private func page(_ index: Int, places: [String: TaggedDocument.PagePoint]) -> TaggedPage {
        let sheet = sheets[index]
        var decoration = sheet.heads.flatMap(\.nodes).moved(by: Point(theme.sideMargin, theme.topMargin))
        var contents: [Int: TaggedPage.Piece] = [:]
        var links: [TaggedPage.LinkArea] = []
        func add(_ part: TaggedPage.Piece.Part, _ nodes: [Node]) {
            guard case .content(let id, _) = part else {
                decoration += nodes
                return
            }
            contents[id, default: TaggedPage.Piece(part, nodes: [])].nodes += nodes
        }
        for placed in sheet.slabs {
            let offset = Point(theme.sideMargin, theme.topMargin + placed.y)
            for piece in placed.slab.pieces where !piece.nodes.isEmpty {
                add(piece.part, piece.nodes.moved(by: offset))
            }
            for number in placed.slab.pageNumbers {
                let words = places[number.place].map { String($0.page + 1) } ?? "–"
                let width = measurer.width(of: words, style: number.style)
                let origin = Point(number.right - width, number.baseline).moved(by: offset)
                add(
                    number.part, [.text(TextLine(words, style: number.style, origin: origin, advance: width))]
                )
            }
            links += placed.slab.links.map {
                .init(
                    area: $0.area.moved(by: offset), target: $0.target, element: $0.element,
                    description: $0.description)
            }
        }
        // Contents are numbered in the order of the structure: programs that read a page as it is painted hear the same
        // order, also where a figure stands above the words that lead to it.
        var pieces = contents.sorted { $0.key < $1.key }.map(\.value)
        if !decoration.isEmpty { pieces.insert(TaggedPage.Piece(.decoration, nodes: decoration), at: 0) }
        let size = theme.paper(sheet.orientation)
        if !sheet.isFront {
            let isCovered = sheet.slabs.contains(where: \.slab.coversHeader)
            pieces += furniture(index, size: size).dropFirst(isCovered ? 1 : 0)
        }
        return TaggedPage(size: size, pieces: pieces, links: links)
    }

    /// The running header with the title, the footer with the number of the page.
    private func furniture(_ index: Int, size: Size) -> [TaggedPage.Piece] {
        let style = theme.style(theme.running, theme.quiet)
        let (left, right) = (theme.sideMargin, size.width - theme.sideMargin)
        func line(_ text: String, y: Double, atRight: Bool = false) -> Node {
            let width = measurer.width(of: text, style: style)
            return .text(
                TextLine(text, style: style, origin: Point(atRight ? right - width : left, y), advance: width)
            )
        }
        var header: [Node] = []
        if let mark = front.mark { header.append(line(mark, y: 38, atRight: true)) }
        if theme.hasRunningTitle {
            let markWidth = front.mark.map { measurer.width(of: $0, style: style) + 16 } ?? 0
            header.insert(line(shortened(title, to: right - left - markWidth, style: style), y: 38), at: 0)
            header.append(
                .shape(
                    Shape(
                        .line(from: Point(left, 46), to: Point(right, 46)),
                        stroke: Stroke(theme.rule, width: 0.6)
                    )))
        }
        let number = theme.hasRunningTitle ? "Page \(index + 1) of \(sheets.count)" : "Page \(index + 1)"
        var footer = [line(number, y: size.height - 32, atRight: true)]
        if let foot = front.foot {
            let room = right - left - measurer.width(of: number, style: style) - 16
            footer.append(line(shortened(foot, to: room, style: style), y: size.height - 32))
        }
        let pieces = [TaggedPage.Piece(.header, nodes: header), TaggedPage.Piece(.footer, nodes: footer)]
        return pieces.filter { !$0.nodes.isEmpty }
    }

    /// As many words of a long title as have room.
    private func shortened(_ text: String, to width: Double, style: TextStyle) -> String {
        guard measurer.width(of: text, style: style) > width else { return text }
        var words = text.split(separator: " ")
        while words.count > 1 {
            words.removeLast()
            let shorter = words.joined(separator: " ") + " …"
            if measurer.width(of: shorter, style: style) <= width { return shorter }
        }
        return ""
    }
}
