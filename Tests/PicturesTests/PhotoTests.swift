import Diagnostics
import Files
import Foundation
import Pictures
import Reading
import Scene
import TestSupport
import Testing

/// Pictures of pixels: what is kept of them, and what is refused before it can do harm.
struct PhotoTests {
    private static func bigEndian(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
        let checked = Array(name.utf8) + data
        return bigEndian(data.count) + checked + bigEndian(Int(crc32(checked)))
    }

    /// A grey picture; `rows` is how many rows its data really holds.
    private static func png(width: Int = 4, height: Int = 3, rows: Int? = nil, more: [UInt8] = [], interlace: UInt8 = 0)
        throws -> [UInt8]
    {
        let data = [UInt8](repeating: 0, count: (width + 1) * (rows ?? height))
        let packed = try Deflater(level: 6, wrapping: .zlib).compress(data)
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            + chunk("IHDR", bigEndian(width) + bigEndian(height) + [8, 0, 0, 0, interlace]) + more
            + chunk("IDAT", packed) + chunk("IEND", [])
    }

    private func told(_ bytes: [UInt8]) -> [String] {
        said { () throws(Failure) in try PhotoReader.read(bytes, file: "home.png", shows: "home") }
    }

    @Test func onlyThePixelsAreKept() throws {
        let plain = try Self.png()
        let place = Self.chunk("tEXt", Array("GPS\0".utf8) + Array("51.5,-0.1".utf8))
        let picture = try PhotoReader.read(Self.png(more: place), file: "home.png", shows: "home")
        guard case .image(let image)? = picture.nodes.first else { return #expect(Bool(false), "no image") }
        #expect(image.png == plain)
        #expect(picture.size == Size(4, 3))
    }

    @Test func whatIsNotAPictureOrCouldDoHarmIsRefusedWithItsRemedy() throws {
        let good = try Self.png()
        var broken = good
        broken[broken.count - 20] ^= 1
        let start = "home.png: the picture 'home.png' "
        let anew = " | export it anew as PNG"
        let rows: [(bytes: [UInt8], said: String)] = [
            ([0xFF, 0xD8, 0xFF, 0xE0], "is not a PNG | save it as PNG: renaming the file is not enough"),
            ([], "is not a PNG | save it as PNG: renaming the file is not enough"),
            (Array(good.prefix(40)), "is broken or cut short" + anew),
            (broken, "is broken or cut short" + anew),
            (
                try Self.png(width: 6001, height: 1),
                "is 6001 by 1 pixels, expected at most 6000 a side and 12000000 in all | make it about 1,200 pixels wide"
            ),
            (
                try Self.png(width: 4, height: 2_000_000_000, rows: 1),
                "is 4 by 2000000000 pixels, expected at most 6000 a side and 12000000 in all"
                    + " | make it about 1,200 pixels wide"
            ),
            (try Self.png(rows: 100_000), "does not hold as many pixels as it says" + anew),
            (try Self.png(rows: 2), "does not hold as many pixels as it says" + anew),
            (try Self.png(interlace: 1), "is interlaced | save it without interlacing"),
        ]
        for row in rows {
            #expect(told(row.bytes) == [start + row.said])
        }
    }

    @Test func anyBytesArePixelsOrAFault() throws {
        var random = SplitMix64(seed: 180)
        let good = try Self.png(width: 9, height: 9)
        for _ in 0..<2000 {
            var bytes = good
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                bytes[Int.random(in: 8..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random)) }
            _ = told(bytes)
        }
    }

    /// A folder of pictures that is there for one test.
    private func shelf(_ files: [String: [UInt8]], _ work: (PictureShelf) throws -> Void) throws {
        let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: url) }
        for (name, bytes) in files { try Data(bytes).write(to: url.appending(path: name)) }
        try work(PictureShelf(own: url.path(percentEncoded: false).trimmed, shipped: Repository.path("Templates/pictures")))
    }

    @Test func aPictureOfOnesOwnTakesThePlaceOfTheDrawing() throws {
        try shelf(["home.png": Self.png()]) { (shelf: PictureShelf) throws in
            #expect(try shelf.picture("home", at: nil).size == Size(4, 3))
            #expect(try shelf.picture("clock", at: nil).title == "A clock")
            #expect(shelf.faults.isEmpty)
        }
    }

    @Test func aNameThatNoPictureHasIsToldWithTheNearest() throws {
        try shelf([:]) { (shelf: PictureShelf) throws in
            let place = SourceLocation(file: "report.md", line: 4)
            for name in ["hom", "../home", "", "home/../../x"] {
                let told = said { () throws(Failure) in try shelf.picture(name, at: place) }
                #expect(told.first?.contains("there is no picture '\(name)'") ?? false, "\(told)")
            }
            let told = said { () throws(Failure) in try shelf.picture("hom", at: place) }
            #expect(told.first?.contains("did you mean 'home'?") ?? false, "\(told)")
        }
    }

    @Test func filesThatNothingUsesAndOfOtherKindsAreTold() throws {
        let files = ["house.png": try Self.png(), "clock.jpg": [1], "money.png": try Self.png(), "money.svg": [1]]
        try shelf(files) { (shelf: PictureShelf) throws in
            _ = try shelf.picture("money", at: nil)
            #expect(
                shelf.faults.map { "\($0.severity.rawValue): \($0.message)" } == [
                    "error: 'clock.jpg' is not a picture that can be used here",
                    "warning: the picture 'house' is not used", "error: there are two pictures of the name 'money'",
                ])
        }
    }
}

extension String {
    fileprivate var trimmed: String { hasSuffix("/") ? String(dropLast()) : self }
}
