internal import Diagnostics

/// Additions to a PDF that cairo wrote: what cairo has no word for.
///
/// cairo 1.16 writes PDF 1.4 as plain objects with one classic table of their places (ISO 32000-1, 7.5.4). So
/// text may be put inside an object, if the table is moved along.
struct PDFAmendment {
    private let file: [UInt8]
    private let tableStart: Int
    /// The place of each object, by its number.
    private let places: [Int]
    /// What stands between the table and the place of the table.
    private let trailer: ArraySlice<UInt8>
    private var insertions: [(place: Int, text: [UInt8])] = []

    init(_ file: [UInt8]) throws(Failure) {
        let unread = Failure("the PDF is not in the form that cairo 1.16 writes")
        let ending = Array(file.suffix(40))
        guard let word = find(Array("startxref\n".utf8), in: ending, from: 0),
            let tableStart = number(ending, from: word + 10),
            file.dropFirst(tableStart).starts(with: Array("xref\n0 ".utf8)),
            let count = number(file, from: tableStart + 7)
        else { throw unread }
        let first = tableStart + 8 + String(count).utf8.count
        var places: [Int] = []
        for index in 0..<count {
            guard let place = number(file, from: first + index * 20), place < tableStart else { throw unread }
            places.append(place)
        }
        self.file = file
        self.tableStart = tableStart
        self.places = places
        trailer = file[(first + count * 20)..<(file.count - ending.count + word)]
    }

    /// Adds entries to the one dictionary that begins with `opening`.
    mutating func add(_ entries: String, toObjectOpening opening: String) throws(Failure) {
        let opening = Array(opening.utf8)
        let found = places.enumerated().compactMap { number, place -> Int? in
            let body = place + "\(number) 0 obj\n".utf8.count
            return number > 0 && file.dropFirst(body).starts(with: opening) ? body + opening.count : nil
        }
        guard let place = found.first, found.count == 1 else {
            throw Failure("the PDF has \(found.count) objects where cairo was to write one")
        }
        insertions.append((place, Array(entries.utf8)))
    }

    /// The file with everything added.
    func finished() -> [UInt8] {
        let insertions = insertions.sorted { $0.place < $1.place }
        func moved(_ place: Int) -> Int {
            insertions.reduce(place) { $1.place <= place ? $0 + $1.text.count : $0 }
        }
        var result: [UInt8] = []
        var read = 0
        for insertion in insertions {
            result += file[read..<insertion.place] + insertion.text
            read = insertion.place
        }
        result += file[read..<tableStart]
        result += Array("xref\n0 \(places.count)\n0000000000 65535 f \n".utf8)
        for place in places.dropFirst() {
            let digits = String(moved(place))
            result += Array(
                (String(repeating: "0", count: 10 - digits.utf8.count) + digits + " 00000 n \n").utf8)
        }
        result += trailer
        return result + Array("startxref\n\(moved(tableStart))\n%%EOF\n".utf8)
    }
}

/// Text as a PDF string, whatever it holds (ISO 32000-1, 7.9.2.2): UTF-16 with its mark, in hexadecimal.
func pdfString(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var hex: [UInt8] = []
    for unit in [0xFEFF] + text.utf16 {
        for shift in [12, 8, 4, 0] { hex.append(digits[Int(unit) >> shift & 15]) }
    }
    return "<\(String(decoding: hex, as: UTF8.self))>"
}

/// The digits from a place on, as a number.
private func number(_ bytes: [UInt8], from start: Int) -> Int? {
    let digits = bytes.dropFirst(start).prefix { ($0 >= UInt8(ascii: "0")) && ($0 <= UInt8(ascii: "9")) }
    return Int(String(decoding: digits.prefix(12), as: UTF8.self))
}
