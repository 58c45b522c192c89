import Files

/// A PNG of our own writing, read back: chunks checked, data inflated, colours looked up.
struct PNGReader {
    struct Malformed: Error {}

    let width: Int
    let height: Int
    private(set) var chunkNames: [String] = []
    private(set) var chunks: [String: [UInt8]] = [:]
    private var palette: [UInt8] = []
    /// The alphas of the palette's first colours, where some are not 255.
    private var alphas: [UInt8] = []
    private var rows: [UInt8] = []
    private let bits: Int
    private let colorType: UInt8
    private let rowLength: Int

    init(_ file: [UInt8]) throws {
        guard file.prefix(8) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] else { throw Malformed() }
        var place = 8
        while place + 12 <= file.count {
            let length = number(file[place..<place + 4])
            let named = Array(file[place + 4..<place + 8 + length])
            guard Int(crc32(named)) == number(file[place + 8 + length..<place + 12 + length]) else {
                throw Malformed()
            }
            let name = String(decoding: named.prefix(4), as: UTF8.self)
            chunkNames.append(name)
            chunks[name] = Array(named.dropFirst(4))
            place += 12 + length
        }
        guard place == file.count, let header = chunks["IHDR"], let data = chunks["IDAT"] else {
            throw Malformed()
        }
        width = number(header[0..<4])
        height = number(header[4..<8])
        bits = Int(header[8])
        colorType = header[9]
        let channels = colorType == 2 ? 3 : colorType == 6 ? 4 : 1
        rowLength = (width * bits * channels + 7) / 8 + 1
        palette = chunks["PLTE"] ?? []
        alphas = chunks["tRNS"] ?? []
        rows = try inflate(data, size: rowLength * height, wrapping: .zlib)
        if colorType != 3 { undoUp() }
    }

    /// Takes back filter type 2: each byte is what it differs from the byte above.
    private mutating func undoUp() {
        for y in 1..<max(height, 1) {
            for x in 1..<rowLength { rows[y * rowLength + x] &+= rows[(y - 1) * rowLength + x] }
        }
    }

    /// The colour of a pixel, as 0xRRGGBB.
    func color(_ x: Int, _ y: Int) -> UInt32 {
        let row = y * rowLength + 1
        if colorType == 2 { return color(rows[(row + x * 3)..<(row + x * 3 + 3)]) }
        if colorType == 6 { return color(rows[(row + x * 4)..<(row + x * 4 + 3)]) }
        let index = index(x, y)
        return color(palette[(index * 3)..<(index * 3 + 3)])
    }

    /// The alpha of a pixel of a picture that has alpha, 0 to 255.
    func alpha(_ x: Int, _ y: Int) -> UInt8? {
        if colorType == 6 { return rows[y * rowLength + x * 4 + 4] }
        guard !alphas.isEmpty else { return nil }
        let index = index(x, y)
        return alphas.indices.contains(index) ? alphas[index] : 255
    }

    /// The place in the palette of a pixel's colour.
    private func index(_ x: Int, _ y: Int) -> Int {
        let perByte = 8 / bits
        return Int(rows[y * rowLength + 1 + x / perByte]) >> (8 - bits * (x % perByte + 1)) & (1 << bits - 1)
    }

    private func color(_ bytes: ArraySlice<UInt8>) -> UInt32 { bytes.reduce(0) { $0 << 8 | UInt32($1) } }
}

private func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }
