package import Diagnostics
import Files
package import Scene

/// Makes an accessible PDF (ISO 14289-1) of drawn pages.
///
/// Everything around the pages is written here: fonts and images, structure with alternatives and scopes,
/// links, places, bookmarks, language, title, metadata.
package struct PDFFinisher {
    private let document: TaggedDocument
    private let date: DocumentDate
    private let packsObjects: Bool

    /// Fails when the language or the date is not written as one.
    ///
    /// Packed objects make a long document a third of the size; unpacked, it can be read as text.
    package init(_ document: TaggedDocument, date: String, packsObjects: Bool = true) throws(Failure) {
        self.document = document
        self.packsObjects = packsObjects
        self.date = try DocumentDate(date)
        let language = document.language
        guard let first = language.first, first.isASCII, first.isLetter,
            language.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
        else {
            throw Failure("'\(language)' is not a language tag", hints: ["write it as in en-GB"])
        }
    }

    /// The finished file; there is a drawn page for each page of the document.
    package func finish(_ drawn: DrawnPages) throws(Failure) -> [UInt8] {
        guard drawn.contents.count == document.pages.count else {
            throw Failure("\(drawn.contents.count) pages were drawn in place of \(document.pages.count)")
        }
        var builder = try PDFBuilder()
        let tree = builder.reserve()
        let pages = document.pages.map { _ in builder.reserve() }
        var structure = StructureWriter(document, pages: pages, builder: &builder)
        let resources = Resources(drawn).write(into: &builder)
        for (index, page) in document.pages.enumerated() {
            let whole = Rect(x: 0, y: 0, width: page.size.width, height: page.size.height)
            var dictionary: PDFDictionary = [
                "Type": "Page", "MediaBox": rectangle(whole, height: page.size.height),
                "Resources": resources,
                "Contents": builder.add(drawn.contents[index]), "Parent": .reference(tree),
                "StructParents": .number(index), "Tabs": "S",
            ]
            if let boxes = page.boxes {
                dictionary["TrimBox"] = rectangle(boxes.trim, height: page.size.height)
                dictionary["BleedBox"] = rectangle(boxes.bleed, height: page.size.height)
            }
            let links = structure.links(of: index, into: &builder)
            if !links.isEmpty { dictionary["Annots"] = .array(links) }
            builder.set(pages[index], dictionary)
        }
        builder.set(
            tree,
            ["Type": "Pages", "Kids": .array(pages.map { .reference($0) }), "Count": .number(pages.count)])
        let root = try catalog(
            tree: tree, pages: pages, structure: structure.finish(into: &builder), into: &builder)
        let info = builder.add(information)
        return try builder.finish(root: root, info: info, packsObjects: packsObjects)
    }

    private static var producer: String { "poet" }

    private var information: PDFDictionary {
        var information: PDFDictionary = ["Title": .text(document.title)]
        if let author = document.author { information["Author"] = .text(author) }
        information["Creator"] = .text("poet")
        information["Producer"] = .text(Self.producer)
        information["CreationDate"] = .text(date.pdf)
        return information
    }

    private func catalog(
        tree: Int, pages: [Int], structure: PDFValue, into builder: inout PDFBuilder
    ) throws(Failure) -> PDFValue {
        let packet = MetadataPacket(document, date: date, producer: Self.producer).bytes
        var catalog: PDFDictionary = [
            "Type": "Catalog", "Pages": .reference(tree), "Lang": .text(document.language),
            "MarkInfo": .dictionary(["Marked": .plain("true")]),
            "ViewerPreferences": .dictionary(["DisplayDocTitle": .plain("true")]),
            "StructTreeRoot": structure,
            "Metadata": builder.add(raw: packet, ["Type": "Metadata", "Subtype": "XML"]),
        ]
        let navigation = Navigation(document, pages: pages)
        if let names = navigation.names(into: &builder) { catalog["Names"] = names }
        if let outlines = navigation.outlines(into: &builder) {
            catalog["Outlines"] = outlines
            catalog["PageMode"] = "UseOutlines"
        }
        return builder.add(catalog)
    }
}
