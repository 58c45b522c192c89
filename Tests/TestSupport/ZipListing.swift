internal import Files

/// The entries of a zip archive, read from its directory by the format alone (APPNOTE 6.3), without libzip.
package struct ZipListing {
    package struct Entry {
        package var path: String
        package var bytes: [UInt8]
        package var isStored: Bool
    }

    package struct Damaged: Error {}

    package var entries: [Entry] = []

    package init(_ archive: [UInt8]) throws {
        func number(_ offset: Int, _ count: Int) throws -> Int {
            guard offset >= 0, offset + count <= archive.count else { throw Damaged() }
            return (0..<count).reduce(0) { $0 | Int(archive[offset + $1]) << (8 * $1) }
        }
        // Without a comment the end of the directory is the last 22 bytes.
        let end = archive.count - 22
        guard try number(end, 4) == 0x0605_4B50 else { throw Damaged() }
        var place = try number(end + 16, 4)
        for _ in 0..<(try number(end + 10, 2)) {
            guard try number(place, 4) == 0x0201_4B50 else { throw Damaged() }
            let method = try number(place + 10, 2)
            let (packed, size) = (try number(place + 20, 4), try number(place + 24, 4))
            let (name, extra, comment) = (
                try number(place + 28, 2), try number(place + 30, 2), try number(place + 32, 2)
            )
            let header = try number(place + 42, 4)
            let start = try header + 30 + number(header + 26, 2) + number(header + 28, 2)
            guard try number(header, 4) == 0x0403_4B50, start + packed <= archive.count else {
                throw Damaged()
            }
            let body = Array(archive[start..<(start + packed)])
            let bytes = method == 0 ? body : try inflate(body, size: size, wrapping: .raw)
            guard bytes.count == size, try Int(crc32(bytes)) == number(place + 16, 4) else { throw Damaged() }
            let path = String(decoding: archive[(place + 46)..<(place + 46 + name)], as: UTF8.self)
            entries.append(Entry(path: path, bytes: bytes, isStored: method == 0))
            place += 46 + name + extra + comment
        }
    }
}
