/// What the first 33 bytes of a PNG say of it (W3C, Portable Network Graphics, third edition, 11.2.1).
///
/// Read before anything is unpacked: a small file can say that it holds thousands of millions of pixels.
package struct PNGHeader: Hashable, Sendable {
    package let width: Int
    package let height: Int

    /// Nil where the bytes do not begin as those of a PNG.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count >= 33, bytes.starts(with: Self.signature),
            bytes[8..<12].elementsEqual([0, 0, 0, 13]),
            bytes[12..<16].elementsEqual("IHDR".utf8)
        else { return nil }
        func number(at offset: Int) -> Int { bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } }
        width = number(at: 16)
        height = number(at: 20)
    }

    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// What a file looks like that is no PNG, in words for a message.
    package static func kind(of bytes: [UInt8]) -> String {
        let start = String(decoding: bytes.prefix(512), as: UTF8.self).lowercased()
        if bytes.isEmpty { return "empty" }
        if bytes.starts(with: signature) { return "a PNG picture that is cut short" }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "a JPEG photograph" }
        if bytes.starts(with: "GIF8".utf8) { return "a GIF picture" }
        if bytes.starts(with: "%PDF".utf8) { return "a PDF" }
        if start.contains("<svg") { return "an SVG drawing" }
        return "not a picture"
    }
}
