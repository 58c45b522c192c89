import Scene

/// Writes the structure tree of a document (ISO 32000-1, 14.7).
struct StructureWriter {
    private let document: TaggedDocument
    private let pages: [Int]
    private let root: Int
    private let elements: [Int]
    /// Where each content stands: pages and the numbers of the marks on them.
    private var marks: [Int: [Mark]] = [:]
    /// The annotations of each link element.
    private var annotations: [Int: [(page: Int, object: PDFValue)]] = [:]
    private var linkParents: [PDFValue] = []

    private struct Mark {
        var page: Int
        var number: Int
    }

    init(_ document: TaggedDocument, pages: [Int], builder: inout PDFBuilder) {
        self.document = document
        self.pages = pages
        root = builder.reserve()
        elements = document.elements.map { _ in builder.reserve() }
        for (index, page) in document.pages.enumerated() {
            for (number, piece) in page.pieces.enumerated() {
                guard case .content(let id, _) = piece.part else { continue }
                marks[id, default: []].append(Mark(page: index, number: number))
            }
        }
    }

    /// The annotations of a page's links; each says where it belongs.
    mutating func links(of page: Int, into builder: inout PDFBuilder) -> [PDFValue] {
        document.pages[page].links.map { link in
            let height = document.pages[page].size.height
            var annotation: PDFDictionary = [
                "Type": "Annot", "Subtype": "Link", "Rect": rectangle(link.area, height: height),
                "Border": [.number(0), .number(0), .number(0)], "F": .number(4),
                "Contents": .text(link.description), "P": .reference(pages[page]),
                "StructParent": .number(document.pages.count + linkParents.count),
            ]
            switch link.target {
            case .address(let address):
                annotation["A"] = .dictionary(["S": "URI", "URI": .string(Array(address.utf8))])
            case .place(let name): annotation["Dest"] = .text(name)
            }
            let object = builder.add(annotation)
            annotations[link.element, default: []].append((page, object))
            linkParents.append(.reference(elements[link.element]))
            return object
        }
    }

    /// Writes the elements and the tree's root.
    func finish(into builder: inout PDFBuilder) -> PDFValue {
        var parents = [Int](repeating: root, count: elements.count)
        var owners: [Int: Int] = [:]
        for (index, element) in document.elements.enumerated() {
            for kid in element.kids {
                switch kid {
                case .element(let kid): parents[kid] = elements[index]
                case .content(let id): owners[id] = elements[index]
                }
            }
        }
        for index in elements.indices {
            builder.set(elements[index], dictionary(index, parent: parents[index]))
        }
        var numbers: [PDFValue] = []
        for (index, page) in document.pages.enumerated() {
            // A mark of decoration has no parent; readers take null for that.
            let parents = page.pieces.map { piece -> PDFValue in
                guard case .content(let id, _) = piece.part, let owner = owners[id] else {
                    return .plain("null")
                }
                return .reference(owner)
            }
            let list = builder.reserve()
            builder.set(list, PDFObject(value: .array(parents)))
            numbers += [.number(index), .reference(list)]
        }
        for (index, parent) in linkParents.enumerated() {
            numbers += [.number(document.pages.count + index), parent]
        }
        let parentTree = builder.add(["Nums": .array(numbers)])
        builder.set(
            root,
            [
                "Type": "StructTreeRoot", "K": .array([.reference(elements[0])]), "ParentTree": parentTree,
                "ParentTreeNextKey": .number(document.pages.count + linkParents.count),
            ])
        return .reference(root)
    }

    private func dictionary(_ index: Int, parent: Int) -> PDFDictionary {
        let element = document.elements[index]
        var dictionary: PDFDictionary = [
            "Type": "StructElem", "S": .name(element.role.rawValue), "P": .reference(parent),
        ]
        let home = element.kids.lazy.compactMap { kid -> Int? in
            if case .content(let id) = kid { marks[id]?.first?.page } else { nil }
        }.first
        if let home { dictionary["Pg"] = .reference(pages[home]) }
        var kids: [PDFValue] = []
        for kid in element.kids {
            switch kid {
            case .element(let kid): kids.append(.reference(elements[kid]))
            case .content(let id): kids += (marks[id] ?? []).map { value(of: $0, home: home) }
            }
        }
        for (page, object) in annotations[index] ?? [] {
            kids.append(.dictionary(["Type": "OBJR", "Pg": .reference(pages[page]), "Obj": object]))
        }
        if kids.count == 1 { dictionary["K"] = kids[0] }
        if kids.count > 1 { dictionary["K"] = .array(kids) }
        if let alternative = element.alternative { dictionary["Alt"] = .text(alternative) }
        if let expansion = element.expansion { dictionary["E"] = .text(expansion) }
        if let attributes = attributes(of: element, home: home) { dictionary["A"] = .dictionary(attributes) }
        return dictionary
    }

    private func value(of mark: Mark, home: Int?) -> PDFValue {
        if mark.page == home { return .number(mark.number) }
        return .dictionary(["Type": "MCR", "Pg": .reference(pages[mark.page]), "MCID": .number(mark.number)])
    }

    private func attributes(of element: StructureElement, home: Int?) -> PDFDictionary? {
        if let scope = element.scope { return ["O": "Table", "Scope": .name(scope.rawValue)] }
        if let numbering = element.numbering {
            return ["O": "List", "ListNumbering": .name(numbering.rawValue)]
        }
        guard element.role == .figure, let home, let box = bounds(of: element, page: home) else { return nil }
        let area = rectangle(box, height: document.pages[home].size.height)
        return ["O": "Layout", "Placement": "Block", "BBox": area]
    }

    /// The room that a figure takes on its page.
    private func bounds(of element: StructureElement, page: Int) -> Rect? {
        guard case .content(let id)? = element.kids.first, let mark = marks[id]?.first else { return nil }
        return document.pages[page].pieces[mark.number].bounds
    }
}

/// A rectangle as the file writes it, from the bottom of a page of this height.
func rectangle(_ rect: Rect, height: Double) -> PDFValue {
    .array([rect.minX, height - rect.maxY, rect.maxX, height - rect.minY].map { .plain(fixedDecimal($0)) })
}
