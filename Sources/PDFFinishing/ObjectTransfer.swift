import Diagnostics
import Files

/// Takes pages over from cairo's file, with the objects that they are drawn from and no others.
struct ObjectTransfer {
    private let source: CairoFile
    /// The numbers that objects of the source have in the new file.
    private var numbers: [Int: Int] = [:]

    init(_ source: CairoFile) { self.source = source }

    /// What kinds of object may stand below a page.
    private static let known: Set<String> = [
        "Font", "FontDescriptor", "XObject", "ExtGState", "Pattern", "Group", "Encoding", "Mask",
    ]
    private static let fonts: Set<String> = [
        "Type0", "Type1", "TrueType", "Type3", "CIDFontType0", "CIDFontType2",
    ]
    /// No page of ours holds more than this.
    private static let largestPage = 1 << 28

    /// The dictionary of a page without its place in the tree, its content marked anew.
    mutating func page(
        _ number: Int, marks: PageMarks, into builder: inout PDFBuilder
    ) throws(Failure) -> PDFDictionary {
        let page = try source.dictionary(number)
        var result: PDFDictionary = ["Type": "Page"]
        for (key, value) in page.entries {
            switch key {
            case "Type", "Parent", "StructParents", "Annots", "Tabs": continue
            case "Contents": result["Contents"] = try content(value, marks: marks, into: &builder)
            case "MediaBox", "Resources", "Group": result[key] = try moved(value, into: &builder)
            default:
                throw Failure(
                    "a page was drawn with the entry '\(key)', which the finishing pass does not know")
            }
        }
        return result
    }

    private func content(
        _ value: PDFValue, marks: PageMarks, into builder: inout PDFBuilder
    ) throws(Failure) -> PDFValue {
        guard case .reference(let number) = value, let stream = try source.object(number).stream else {
            throw Failure("a page was drawn with a content that is not one stream")
        }
        let content = try inflate(stream, atMost: Self.largestPage, wrapping: .zlib)
        guard let rewritten = try marks.rewritten(content) else {
            return builder.add(raw: stream, ["Filter": "FlateDecode"])
        }
        return builder.add(rewritten)
    }

    /// A value with its references pointing into the new file, what they point at taken over.
    private mutating func moved(_ value: PDFValue, into builder: inout PDFBuilder) throws(Failure) -> PDFValue
    {
        switch value {
        case .plain, .name, .string: return value
        case .array(let values):
            var moved: [PDFValue] = []
            for value in values { moved.append(try self.moved(value, into: &builder)) }
            return .array(moved)
        case .dictionary(let dictionary):
            var moved = PDFDictionary()
            for (key, value) in dictionary.entries { moved[key] = try self.moved(value, into: &builder) }
            return .dictionary(moved)
        case .reference(let number): return .reference(try take(number, into: &builder))
        }
    }

    private mutating func take(_ number: Int, into builder: inout PDFBuilder) throws(Failure) -> Int {
        if let taken = numbers[number] { return taken }
        let taken = builder.reserve()
        numbers[number] = taken
        var object = try source.object(number)
        if case .dictionary(var dictionary) = object.value {
            try check(dictionary, number: number)
            if object.stream != nil { dictionary["Length"] = nil }
            // A font of TrueType outlines must say that glyphs are numbered as in its file (ISO 14289-1, 7.21.3.2).
            if dictionary.name("Subtype") == "CIDFontType2", dictionary["CIDToGIDMap"] == nil {
                dictionary["CIDToGIDMap"] = "Identity"
            }
            object.value = .dictionary(dictionary)
        }
        object.value = try moved(object.value, into: &builder)
        builder.set(taken, object)
        return taken
    }

    private func check(_ dictionary: PDFDictionary, number: Int) throws(Failure) {
        guard let type = dictionary.name("Type") else { return }
        let font = dictionary.name("Subtype") ?? "none"
        let isKnown = Self.known.contains(type) && (type != "Font" || Self.fonts.contains(font))
        guard isKnown else {
            let name = type == "Font" ? "a font of the kind '\(font)'" : "an object of the kind '\(type)'"
            throw Failure(
                "the PDF was drawn with \(name) (object \(number)), which the finishing pass does not know")
        }
    }
}
