internal import Diagnostics

/// The date that a PDF says it was made on: data, like everything else in it.
struct PDFDate {
    /// The day as cairo takes it.
    let iso: String
    private let digits: String

    /// A day written 2026-11-21.
    init(_ date: String) throws(Failure) {
        let parts = date.split(separator: "-", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { $0.allSatisfy { ("0"..."9").contains($0) } ? Int($0) : nil }
        guard parts.map(\.count) == [4, 2, 2], numbers.count == 3, (1...12).contains(numbers[1]),
            (1...31).contains(numbers[2])
        else {
            throw Failure("'\(date)' is not a date", hints: ["write year, month and day: 2026-11-21"])
        }
        iso = date + "T00:00:00+00:00"
        digits = parts.joined() + "000000"
    }

    /// Puts the date into the form of the standard (ISO 32000-1, 7.9.4), which cairo 1.16 misses by the `D:`.
    ///
    /// What is written takes the same room, so that no offset in the file changes.
    func repair(_ file: inout [UInt8]) throws(Failure) {
        let written = Array("(\(digits)+00'00)".utf8)
        let meant = Array("(D:\(digits)Z)   ".utf8)
        if find(Array("(D:\(digits)".utf8), in: file, from: 0) != nil { return }
        guard let place = find(written, in: file, from: 0), find(written, in: file, from: place + 1) == nil
        else {
            throw Failure("the PDF has no date where cairo was to write one")
        }
        file.replaceSubrange(place..<place + written.count, with: meant)
    }
}

/// The place of `wanted` in `bytes`, from `start` on.
func find(_ wanted: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard let first = wanted.first, bytes.count >= wanted.count else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
        var place = start
        while place <= bytes.count - wanted.count {
            if bytes[place] == first, bytes[place..<place + wanted.count].elementsEqual(wanted) {
                return place
            }
            place += 1
        }
        return nil
    }
}
