import Scene

/// The ways through a document: named places that links go to, and bookmarks.
struct Navigation {
    private let document: TaggedDocument
    private let pages: [Int]

    init(_ document: TaggedDocument, pages: [Int]) {
        self.document = document
        self.pages = pages
    }

    /// The names of places, in the order of their bytes (ISO 32000-1, 7.9.6); nil where there is none.
    func names(into builder: inout PDFBuilder) -> PDFValue? {
        guard !document.places.isEmpty else { return nil }
        let names = document.places.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            .flatMap { [PDFValue.text($0.key), destination($0.value)] }
        let tree = builder.add(["Names": .array(names)])
        return .dictionary(["Dests": tree])
    }

    /// The bookmarks as a tree (ISO 32000-1, 12.3.3); nil where there is none.
    func outlines(into builder: inout PDFBuilder) -> PDFValue? {
        guard !document.bookmarks.isEmpty else { return nil }
        let root = builder.reserve()
        let numbers = document.bookmarks.map { _ in builder.reserve() }
        let parents = parents
        for (index, bookmark) in document.bookmarks.enumerated() {
            var item: PDFDictionary = [
                "Title": .text(bookmark.title),
                "Parent": .reference(parents[index].map { numbers[$0] } ?? root),
                "Dest": destination(bookmark.place),
            ]
            let siblings = parents.indices.filter { parents[$0] == parents[index] }
            if let place = siblings.firstIndex(of: index) {
                if place > 0 { item["Prev"] = .reference(numbers[siblings[place - 1]]) }
                if place + 1 < siblings.count { item["Next"] = .reference(numbers[siblings[place + 1]]) }
            }
            let children = parents.indices.filter { parents[$0] == index }
            if let first = children.first, let last = children.last {
                item["First"] = .reference(numbers[first])
                item["Last"] = .reference(numbers[last])
                // Below zero: closed, until someone opens it.
                item["Count"] = .number(-children.count)
            }
            builder.set(numbers[index], item)
        }
        let top = parents.indices.filter { parents[$0] == nil }
        var outlines: PDFDictionary = ["Type": "Outlines", "Count": .number(top.count)]
        if let first = top.first, let last = top.last {
            outlines["First"] = .reference(numbers[first])
            outlines["Last"] = .reference(numbers[last])
        }
        builder.set(root, outlines)
        return .reference(root)
    }

    /// The bookmark that each stands below: the last one before it of a lower level.
    private var parents: [Int?] {
        var open: [Int] = []
        return document.bookmarks.indices.map { index in
            while let last = open.last, document.bookmarks[last].level >= document.bookmarks[index].level {
                open.removeLast()
            }
            defer { open.append(index) }
            return open.last
        }
    }

    private func destination(_ place: TaggedDocument.PagePoint) -> PDFValue {
        let top = document.pages[place.page].size.height - place.point.y
        return [
            .reference(pages[place.page]), "XYZ", .plain(fixedDecimal(place.point.x)),
            .plain(fixedDecimal(top)), .plain("null"),
        ]
    }
}
