/// A document on its pages, with the structure that readers who do not see the pages follow.
///
/// The elements make a tree whose root is the first of them. Their leaves are contents, known by their ids; the
/// pages hold the nodes of each content. A content may continue on the next page.
package struct TaggedDocument: Hashable, Sendable {
    package var title: String
    /// A tag of BCP 47, such as en-GB.
    package var language: String
    package var author: String?
    package var elements: [StructureElement]
    package var pages: [TaggedPage]
    /// In the order of the document; each stands below the last one of a lower level.
    package var bookmarks: [Bookmark]
    /// Where links can go, by name.
    package var places: [String: PagePoint]

    package init(
        title: String, language: String, author: String? = nil, elements: [StructureElement],
        pages: [TaggedPage], bookmarks: [Bookmark] = [], places: [String: PagePoint] = [:]
    ) {
        self.title = title
        self.language = language
        self.author = author
        self.elements = elements
        self.pages = pages
        self.bookmarks = bookmarks
        self.places = places
    }

    package struct Bookmark: Hashable, Sendable {
        package var title: String
        package var level: Int
        package var place: PagePoint

        package init(title: String, level: Int, place: PagePoint) {
            self.title = title
            self.level = level
            self.place = place
        }
    }

    /// A point of a page; pages count from 0.
    package struct PagePoint: Hashable, Sendable {
        package var page: Int
        package var point: Point

        package init(page: Int, point: Point) {
            self.page = page
            self.point = point
        }
    }
}

/// A part of a document's structure: what it is, and what it is made of, in reading order.
package struct StructureElement: Hashable, Sendable {
    /// The standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4) that documents here use.
    package enum Role: String, Hashable, Sendable, CaseIterable {
        case document = "Document"
        case division = "Div"
        case heading1 = "H1"
        case heading2 = "H2"
        case heading3 = "H3"
        case heading4 = "H4"
        case heading5 = "H5"
        case heading6 = "H6"
        case paragraph = "P"
        case list = "L"
        case listItem = "LI"
        case label = "Lbl"
        case listBody = "LBody"
        case quotation = "BlockQuote"
        case caption = "Caption"
        case table = "Table"
        case tableHead = "THead"
        case tableBody = "TBody"
        case tableRow = "TR"
        case headerCell = "TH"
        case dataCell = "TD"
        case figure = "Figure"
        case span = "Span"
        case code = "Code"
        case link = "Link"
        case reference = "Reference"
        case contents = "TOC"
        case contentsItem = "TOCI"
    }

    package enum Scope: String, Hashable, Sendable {
        case row = "Row"
        case column = "Column"
    }

    package enum Numbering: String, Hashable, Sendable {
        case none = "None"
        case bullets = "Disc"
        case decimal = "Decimal"
    }

    package enum Kid: Hashable, Sendable {
        /// Its place among the elements of the document.
        case element(Int)
        /// The id of a content.
        case content(Int)
    }

    package var role: Role
    package var kids: [Kid]
    /// What is said in place of a figure.
    package var alternative: String?
    /// What a short form, such as "[c]", stands for.
    package var expansion: String?
    /// Of a header cell.
    package var scope: Scope?
    /// Of a list.
    package var numbering: Numbering?

    package init(
        _ role: Role, kids: [Kid] = [], alternative: String? = nil, expansion: String? = nil,
        scope: Scope? = nil, numbering: Numbering? = nil
    ) {
        self.role = role
        self.kids = kids
        self.alternative = alternative
        self.expansion = expansion
        self.scope = scope
        self.numbering = numbering
    }
}

/// A page: what is painted on it in order, and the areas that are links.
package struct TaggedPage: Hashable, Sendable {
    /// Nodes that are painted together.
    package struct Piece: Hashable, Sendable {
        /// What the nodes are.
        package enum Part: Hashable, Sendable {
            /// A content of the structure, by its id, and the role of the element that it belongs to.
            case content(Int, role: StructureElement.Role)
            /// Decoration, of which only those who see the page know.
            case decoration
            /// The running header or footer.
            case header
            case footer
        }

        package var part: Part
        package var nodes: [Node]

        package init(_ part: Part, nodes: [Node]) {
            self.part = part
            self.nodes = nodes
        }
    }

    package struct LinkArea: Hashable, Sendable {
        package enum Target: Hashable, Sendable {
            case address(String)
            /// The name of a place of the document.
            case place(String)
        }

        package var area: Rect
        package var target: Target
        /// The link element that it belongs to.
        package var element: Int
        /// What the link says to those who do not see its surroundings.
        package var description: String

        package init(area: Rect, target: Target, element: Int, description: String) {
            self.area = area
            self.target = target
            self.element = element
            self.description = description
        }
    }

    /// Where a printer cuts, and how far the print reaches beyond (ISO 32000-1, 14.11.2).
    package struct PrintBoxes: Hashable, Sendable {
        package var trim: Rect
        package var bleed: Rect

        package init(trim: Rect, bleed: Rect) {
            self.trim = trim
            self.bleed = bleed
        }
    }

    /// In points.
    package var size: Size
    package var pieces: [Piece]
    package var links: [LinkArea]
    /// Of a page that is cut; nil where the whole page is the paper.
    package var boxes: PrintBoxes?

    package init(size: Size, pieces: [Piece], links: [LinkArea] = [], boxes: PrintBoxes? = nil) {
        self.size = size
        self.pieces = pieces
        self.links = links
        self.boxes = boxes
    }
}
