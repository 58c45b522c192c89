internal import Diagnostics
internal import Files

/// A font file as pages carry it: WOFF 1.0 (https://www.w3.org/TR/WOFF/), each table compressed by itself.
///
/// A third smaller than the font file; every browser reads it. Version 2 would be smaller still, and needs another library.
///
/// - Parameter font: an OpenType font file of one face, its tables in the order of their tags.
func webFont(_ font: [UInt8]) throws(Failure) -> [UInt8] {
    let deflater = try Deflater(level: 9, wrapping: .zlib)
    let count = font.count >= 12 ? Int(number(font, at: 4, bytes: 2)) : 0
    var tables: [UInt8] = []
    var directory: [UInt8] = []
    var wholeSize = 12 + 16 * count
    for entry in (0..<count).map({ 12 + 16 * $0 }) {
        let start = Int(number(font, at: entry + 8, bytes: 4))
        let size = Int(number(font, at: entry + 12, bytes: 4))
        guard start + size <= font.count else { throw Failure("a subset of a font is damaged") }
        let table = Array(font[start..<start + size])
        let compressed = deflater.compress(table)
        // What does not shrink is stored as it is, told by its length.
        let stored = compressed.count < size ? compressed : table
        directory += font[entry..<entry + 4]
        directory += bytes(44 + 20 * count + tables.count) + bytes(stored.count) + bytes(size)
        directory += font[entry + 4..<entry + 8]
        tables += stored
        while tables.count % 4 != 0 { tables.append(0) }
        wholeSize += (size + 3) / 4 * 4
    }
    var file = Array("wOFF".utf8) + font.prefix(4)
    file += bytes(44 + directory.count + tables.count) + bytes(count).suffix(2) + [0, 0] + bytes(wholeSize)
    // The version of the font, and where metadata and private data would be: nowhere.
    file += [UInt8](repeating: 0, count: 4 + 5 * 4)
    return file + directory + tables
}

/// A number at an offset, its highest byte first.
private func number(_ font: [UInt8], at offset: Int, bytes: Int) -> UInt32 {
    font[min(offset, font.count)..<min(offset + bytes, font.count)].reduce(0) { $0 << 8 | UInt32($1) }
}

/// The four bytes of a number, the highest first.
private func bytes(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
}
