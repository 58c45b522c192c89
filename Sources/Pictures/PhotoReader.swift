package import Diagnostics
import Files
package import Scene

/// Reads a photograph or another picture of pixels: a PNG (W3C, Portable Network Graphics, third edition).
///
/// The head of the file says how many pixels it holds; more than a page needs are refused before anything is unpacked, and
/// what is unpacked must be exactly as much as the head says. Only the parts that make the picture are kept: what a camera
/// wrote beside it, such as the place, leaves nothing.
package struct PhotoReader {
    private static let mostBytes = 8_000_000
    private static let longestSide = 6_000
    private static let mostPixels = 12_000_000
    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    /// The parts that are kept: head, palette, see-through colours, pixels, end.
    private static let kept = ["IHDR", "PLTE", "tRNS", "IDAT", "IEND"]

    private struct Chunk {
        var name: String
        var data: ArraySlice<UInt8>
        var whole: ArraySlice<UInt8>
    }

    private struct Head {
        var width: Int
        var height: Int
        var bits: Int
        var channels: Int
        var isInterlaced: Bool

        /// The bytes of the unpacked pixels: a byte before each row tells how it was filtered.
        var size: Int { height * (1 + (width * bits * channels + 7) / 8) }
    }

    /// The picture of a file; `shows` is what it shows, in words.
    package static func read(_ bytes: [UInt8], file: String, shows: String) throws(Failure) -> Picture {
        let place = SourceLocation(file: file)
        func refuse(_ words: String, _ hint: String = "export it anew as PNG") -> Failure {
            Failure("the picture '\(file)' \(words)", at: place, hints: [hint])
        }
        guard bytes.starts(with: signature) else {
            throw refuse("is not a PNG", "save it as PNG: renaming the file is not enough")
        }
        guard bytes.count <= mostBytes else {
            throw refuse("has \(bytes.count) bytes, expected at most \(mostBytes)", "make it smaller")
        }
        guard let chunks = chunks(of: bytes), let first = chunks.first, first.name == "IHDR",
            let head = head(first.data), chunks.last?.name == "IEND"
        else { throw refuse("is broken or cut short") }
        guard head.width <= longestSide, head.height <= longestSide, head.width * head.height <= mostPixels
        else {
            throw refuse(
                "is \(head.width) by \(head.height) pixels, expected at most \(longestSide) a side and \(mostPixels) in all",
                "make it about 1,200 pixels wide")
        }
        guard !head.isInterlaced else { throw refuse("is interlaced", "save it without interlacing") }
        let packed = chunks.filter { $0.name == "IDAT" }.flatMap(\.data)
        do throws(Failure) {
            _ = try inflate(packed, size: head.size, wrapping: .zlib)
        } catch {
            throw refuse("does not hold as many pixels as it says")
        }
        let png = signature + chunks.filter { kept.contains($0.name) }.flatMap(\.whole)
        let size = Size(Double(head.width), Double(head.height))
        let frame = Rect(x: 0, y: 0, width: size.width, height: size.height)
        return Picture(
            size: size, title: shows, alternative: shows, background: nil,
            nodes: [.image(ImageNode(frame: frame, png: png))])
    }

    /// The parts of a file, with their checksums held against them; nil where one is broken.
    private static func chunks(of bytes: [UInt8]) -> [Chunk]? {
        var chunks: [Chunk] = []
        var place = signature.count
        while place < bytes.count {
            guard place + 12 <= bytes.count else { return nil }
            let length = number(bytes[place..<place + 4])
            let end = place + 12 + length
            guard end <= bytes.count else { return nil }
            let checked = Array(bytes[place + 4..<end - 4])
            guard Int(crc32(checked)) == number(bytes[end - 4..<end]) else { return nil }
            let name = String(decoding: checked.prefix(4), as: UTF8.self)
            chunks.append(
                Chunk(name: name, data: bytes[place + 8..<end - 4], whole: bytes[place..<end]))
            place = end
            if name == "IEND" { break }
        }
        return chunks
    }

    private static func head(_ data: ArraySlice<UInt8>) -> Head? {
        guard data.count == 13 else { return nil }
        let bytes = Array(data)
        let channels = [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][bytes[9]]
        guard let channels, [1, 2, 4, 8, 16].contains(bytes[8]), bytes[10] == 0, bytes[11] == 0, bytes[12] <= 1
        else { return nil }
        let (width, height) = (number(bytes[0..<4]), number(bytes[4..<8]))
        guard width > 0, height > 0 else { return nil }
        return Head(
            width: width, height: height, bits: Int(bytes[8]), channels: channels, isInterlaced: bytes[12] == 1)
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }
}
