import Diagnostics

/// A PDF 1.4 as cairo 1.16 writes it: plain objects, and one classic table of their places (ISO 32000-1, 7.5.4).
struct CairoFile {
    /// The object numbers of the pages, in order.
    private(set) var pages: [Int] = []
    private let bytes: [UInt8]
    private let places: [Int]

    /// Reads the table and the page tree; refuses the file of any other producer by its name.
    init(_ bytes: [UInt8]) throws(Failure) {
        self.bytes = bytes
        let unread = Failure("the PDF that was drawn has no table of its objects")
        guard let start = Self.tableStart(bytes) else { throw unread }
        var table = PDFScanner(bytes, from: start)
        guard table.pass("xref"), table.pass("0"), case .plain(let text) = try table.value(),
            let count = Int(text)
        else { throw unread }
        var places: [Int] = []
        places.reserveCapacity(count)
        for _ in 0..<count {
            table.skipSpace()
            guard let place = Int(table.word()), place < start else { throw unread }
            table.skipSpace()
            _ = table.word()
            table.skipSpace()
            _ = table.word()
            places.append(place)
        }
        self.places = places
        guard table.pass("trailer"), case .dictionary(let trailer) = try table.value(),
            let root = trailer.reference("Root"), let info = trailer.reference("Info")
        else { throw unread }
        try checkProducer(object(info))
        guard let tree = try dictionary(root).reference("Pages"),
            case .array(let kids)? = try dictionary(tree)["Kids"]
        else { throw Failure("the PDF that was drawn has no pages") }
        for kid in kids {
            guard case .reference(let number) = kid, try dictionary(number).name("Type") == "Page" else {
                throw Failure("the PDF that was drawn has a tree of pages of more than one level")
            }
            pages.append(number)
        }
    }

    func object(_ number: Int) throws(Failure) -> PDFObject {
        guard places.indices.contains(number), number > 0 else {
            throw Failure("the PDF that was drawn has no object \(number)")
        }
        var scanner = PDFScanner(bytes, from: places[number])
        guard case .plain(let found) = try scanner.value(), Int(found) == number, scanner.pass("0"),
            scanner.pass("obj")
        else { throw Failure("the PDF that was drawn has another object in the place of object \(number)") }
        let value = try scanner.value()
        guard scanner.pass("stream") else {
            guard scanner.pass("endobj") else { throw scanner.fault("no 'endobj'") }
            return PDFObject(value: value)
        }
        guard case .dictionary(let dictionary) = value, let length = try length(dictionary) else {
            throw Failure("the stream \(number) of the PDF that was drawn has no length")
        }
        let start = scanner.place + 1
        scanner.place = start + length
        guard length >= 0, start + length <= bytes.count, scanner.pass("endstream") else {
            throw Failure("the stream \(number) of the PDF that was drawn has another length")
        }
        return PDFObject(value: value, stream: Array(bytes[start..<start + length]))
    }

    func dictionary(_ number: Int) throws(Failure) -> PDFDictionary {
        guard case .dictionary(let dictionary) = try object(number).value else {
            throw Failure("the object \(number) of the PDF that was drawn is no dictionary")
        }
        return dictionary
    }

    private func length(_ dictionary: PDFDictionary) throws(Failure) -> Int? {
        switch dictionary["Length"] {
        case .plain(let text): return Int(text)
        case .reference(let number):
            guard case .plain(let text) = try object(number).value else { return nil }
            return Int(text)
        default: return nil
        }
    }

    private func checkProducer(_ info: PDFObject) throws(Failure) {
        var producer = ""
        if case .dictionary(let info) = info.value, case .string(let bytes)? = info["Producer"] {
            producer = String(decoding: bytes, as: UTF8.self)
        }
        guard producer.hasPrefix("cairo 1.16.") else {
            throw Failure(
                "the PDF was drawn by '\(producer)', which the finishing pass does not know",
                hints: ["it knows the files of cairo 1.16"])
        }
    }

    private static func tableStart(_ bytes: [UInt8]) -> Int? {
        let ending = String(decoding: bytes.suffix(40), as: UTF8.self).split(separator: "\n")
        guard let word = ending.firstIndex(of: "startxref"), word + 1 < ending.count,
            let start = Int(ending[word + 1]), bytes.indices.contains(start)
        else { return nil }
        return start
    }
}
