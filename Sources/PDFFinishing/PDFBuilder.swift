import Diagnostics
import Files

/// A PDF file as it is put together: objects by number, written at the end.
struct PDFBuilder: ~Copyable {
    private var objects: [PDFObject?] = []
    private let deflater: Deflater

    init() throws(Failure) {
        deflater = try Deflater(level: 7, wrapping: .zlib)
    }

    /// A number for an object that is to come.
    mutating func reserve() -> Int {
        objects.append(nil)
        return objects.count
    }

    mutating func set(_ number: Int, _ object: PDFObject) { objects[number - 1] = object }

    mutating func set(_ number: Int, _ dictionary: PDFDictionary) {
        set(number, PDFObject(value: .dictionary(dictionary)))
    }

    mutating func add(_ dictionary: PDFDictionary) -> PDFValue {
        let number = reserve()
        set(number, dictionary)
        return .reference(number)
    }

    /// Adds a stream, compressed.
    mutating func add(_ stream: [UInt8], _ dictionary: PDFDictionary = [:]) -> PDFValue {
        add(compressed: deflater.compress(stream), dictionary)
    }

    /// Adds a stream that is compressed already.
    mutating func add(compressed stream: [UInt8], _ dictionary: PDFDictionary) -> PDFValue {
        var dictionary = dictionary
        dictionary["Filter"] = "FlateDecode"
        return add(raw: stream, dictionary)
    }

    /// Adds a stream as it is.
    mutating func add(raw stream: [UInt8], _ dictionary: PDFDictionary) -> PDFValue {
        let number = reserve()
        set(number, PDFObject(value: .dictionary(dictionary), stream: stream))
        return .reference(number)
    }

    /// The file: PDF 1.7, its plain objects in compressed streams if wanted (ISO 32000-1, 7.5.7 and 7.5.8).
    consuming func finish(root: PDFValue, info: PDFValue, packsObjects: Bool) throws(Failure) -> [UInt8] {
        if packsObjects { packObjects() }
        var file: [UInt8] = Array("%PDF-1.7\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 10]
        var entries: [(kind: UInt8, first: Int, second: Int)] = [(0, 0, 65535)]
        for (index, object) in objects.enumerated() {
            guard let object else { throw Failure("the PDF has no object \(index + 1)") }
            if let (stream, place) = packed[index + 1] {
                entries.append((2, stream, place))
            } else {
                entries.append((1, file.count, 0))
                write(object, number: index + 1, into: &file)
            }
        }
        let start = file.count
        let number = objects.count + 1
        entries.append((1, start, 0))
        let rows = entries.map { entry -> [UInt8] in
            [entry.kind]
                + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: entry.first >> $0) }
                + [8, 0].map { UInt8(truncatingIfNeeded: entry.second >> $0) }
        }
        let id = PDFValue.string(Array(Digest.sha256(file).utf8.prefix(32)))
        let trailer: PDFDictionary = [
            "Type": "XRef", "Size": .number(number + 1), "W": [.number(1), .number(4), .number(2)],
            "Root": root, "Info": info, "ID": [id, id], "Filter": "FlateDecode",
            "DecodeParms": .dictionary(["Predictor": .number(12), "Columns": .number(7)]),
        ]
        let table = deflater.compress(Self.differences(of: rows))
        write(PDFObject(value: .dictionary(trailer), stream: table), number: number, into: &file)
        file += "startxref\n\(start)\n%%EOF\n".utf8
        return file
    }

    /// Each row as its difference from the one above (ISO 32000-1, 7.4.4.4; PNG's filter Up): an eighth of the size.
    private static func differences(of rows: [[UInt8]]) -> [UInt8] {
        var above = [UInt8](repeating: 0, count: rows.first?.count ?? 0)
        return rows.flatMap { row -> [UInt8] in
            defer { above = row }
            return [2] + zip(row, above).map { $0 &- $1 }
        }
    }

    /// Where the packed objects went: the number of the stream and the place in it.
    private var packed: [Int: (stream: Int, place: Int)] = [:]

    /// Puts every object that is no stream into compressed streams of up to 400 objects.
    private mutating func packObjects() {
        let plain = objects.indices.filter { objects[$0]?.stream == nil && objects[$0] != nil }
        for start in stride(from: 0, to: plain.count, by: 400) {
            let chosen = plain[start..<min(start + 400, plain.count)]
            var header = ""
            var body: [UInt8] = []
            let stream = objects.count + 1
            for (place, index) in chosen.enumerated() {
                header += "\(index + 1) \(body.count) "
                objects[index]?.value.write(into: &body)
                body.append(10)
                packed[index + 1] = (stream, place)
            }
            let first = header.utf8.count
            _ = add(
                Array(header.utf8) + body,
                ["Type": "ObjStm", "N": .number(chosen.count), "First": .number(first)])
        }
    }

    private func write(_ object: PDFObject, number: Int, into file: inout [UInt8]) {
        file += "\(number) 0 obj\n".utf8
        guard let stream = object.stream, case .dictionary(var dictionary) = object.value else {
            object.value.write(into: &file)
            file += "\nendobj\n".utf8
            return
        }
        dictionary["Length"] = .number(stream.count)
        dictionary.write(into: &file)
        file += "\nstream\n".utf8
        file += stream
        file += "\nendstream\nendobj\n".utf8
    }
}
