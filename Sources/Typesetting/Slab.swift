import Diagnostics
import Scene

/// A strip across the page that is never divided: a line of text, a row of a table, a chart.
///
/// Everything in it is placed from its top left corner, which lies on the left margin.
struct Slab {
    /// What binds a slab to the next one.
    enum Bond: Int, Comparable {
        case none
        /// On one page unless that cannot be.
        case weak
        case strong

        static func < (left: Bond, right: Bond) -> Bool { left.rawValue < right.rawValue }
    }

    /// A link and the room that it takes.
    struct Link {
        var area: Rect
        var target: TaggedPage.LinkArea.Target
        var element: Int
        var description: String
    }

    /// The same in less height, for a page that has no room for it otherwise.
    struct Tight {
        var height: Double
        var pieces: [TaggedPage.Piece]
    }

    /// How a slab moves when the page breaks.
    enum Flow {
        /// Headings, tables, what is drawn at one place.
        case fixed
        /// Words that may pass a figure which waits for the next page.
        case text
        /// A figure that may wait for the next page.
        case figure
    }

    /// A page number that is not known before all pages are.
    struct PageNumber {
        var place: String
        var right: Double
        var baseline: Double
        var style: TextStyle
        var part: TaggedPage.Piece.Part
    }

    struct Bookmark {
        var title: String
        var level: Int
    }

    /// The block that a message would speak of.
    struct Owner {
        var name: String
        var location: SourceLocation?
    }

    var height: Double
    /// The room to the slab above and to the one below; of two that meet, the larger counts.
    var before = 0.0
    var after = 0.0
    var bond = Bond.none
    var flow = Flow.fixed
    /// Whether it goes on with a block, such as a line of a paragraph or an item of a list.
    var continues = false
    var tight: Tight?
    var pieces: [TaggedPage.Piece] = []
    var links: [Link] = []
    var pageNumbers: [PageNumber] = []
    /// The names of places that begin here.
    var places: [String] = []
    var bookmark: Bookmark?
    var owner: Owner
    var orientation = Orientation.portrait
    /// What stands again at the top of a page that begins with this slab.
    var repeated: [RepeatedHead] = []
    /// The page is left when less than this is free.
    var leastRoom = 0.0
    var startsPage = false
    /// A page without running header and footer.
    var isFront = false
    /// Whether it reaches to the upper edge of the paper, where the running header would stand.
    var coversHeader = false

    /// The head of a table that goes on.
    struct RepeatedHead {
        var pieces: [TaggedPage.Piece]
        var height: Double
    }

    init(height: Double, owner: Owner) {
        self.height = height
        self.owner = owner
    }

    /// Moves everything in it.
    mutating func move(by offset: Point) {
        guard offset != .zero else { return }
        for index in pieces.indices { pieces[index].nodes = pieces[index].nodes.moved(by: offset) }
        // A slab that has more in it than its chart keeps its height.
        tight = nil
        for index in links.indices { links[index].area = links[index].area.moved(by: offset) }
        for index in pageNumbers.indices {
            pageNumbers[index].right += offset.x
            pageNumbers[index].baseline += offset.y
        }
        for index in repeated.indices {
            repeated[index].pieces = repeated[index].pieces.map {
                TaggedPage.Piece($0.part, nodes: $0.nodes.moved(by: Point(offset.x, 0)))
            }
        }
    }

    mutating func decorate(_ nodes: [Node]) {
        pieces.insert(TaggedPage.Piece(.decoration, nodes: nodes), at: 0)
    }
}

extension [Node] {
    func moved(by offset: Point) -> [Node] {
        isEmpty || offset == .zero ? self : [.group(Group("moved", offset: offset, nodes: self))]
    }
}

extension [Slab] {
    /// The slabs as the parts of one block: the room around it, and what they are bound by.
    func spaced(before: Double, after: Double) -> [Slab] {
        var slabs = self
        guard !slabs.isEmpty else { return slabs }
        slabs[0].before = Swift.max(slabs[0].before, before)
        slabs[count - 1].after = Swift.max(slabs[count - 1].after, after)
        return slabs
    }

    /// The slabs moved to the right.
    func indented(by x: Double) -> [Slab] {
        map {
            var slab = $0
            slab.move(by: Point(x, 0))
            return slab
        }
    }

    /// The room between the slabs made part of them, so that a ground painted behind each has no gaps.
    func joined() -> [Slab] {
        var slabs = self
        for index in slabs.indices.dropFirst() {
            let gap = Swift.max(slabs[index - 1].after, slabs[index].before)
            slabs[index].move(by: Point(0, gap))
            slabs[index].height += gap
            slabs[index].before = 0
            slabs[index - 1].after = 0
        }
        return slabs
    }

    /// The height of the slabs one below the other, with the room between them.
    var height: Double {
        var height = 0.0
        for (index, slab) in enumerated() {
            if index > 0 { height += Swift.max(self[index - 1].after, slab.before) }
            height += slab.height
        }
        return height
    }

    /// All in one slab that is never divided.
    func merged(owner: Slab.Owner) -> Slab {
        var merged = Slab(height: 0, owner: owner)
        for (index, slab) in enumerated() {
            if index > 0 { merged.height += Swift.max(self[index - 1].after, slab.before) }
            var slab = slab
            slab.move(by: Point(0, merged.height))
            merged.pieces += slab.pieces
            merged.links += slab.links
            merged.places += slab.places
            merged.pageNumbers += slab.pageNumbers
            merged.bookmark = merged.bookmark ?? slab.bookmark
            merged.height += slab.height
        }
        return merged
    }
}
