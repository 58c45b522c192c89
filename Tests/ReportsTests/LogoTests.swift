import Diagnostics
import Drawing
import Foundation
import Scene
import Survey
import TestSupport
import Testing

@testable import Reports

struct LogoTests {
    private let place = SourceLocation(file: "report.yaml", line: 4, column: 31)

    private func logo(_ bytes: [UInt8]) throws -> Logo {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("poet-" + UUID().uuidString)
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try Logo(
            PartyLogo(party: "council", file: file.path, alternative: "A council", location: place),
            studio: Studio(library: Library(share: Repository.root)))
    }

    private func message(_ bytes: [UInt8]) throws -> String {
        do {
            _ = try logo(bytes)
            return ""
        } catch let failure as Failure {
            let text = failure.diagnostics.map(\.inOneLine).joined(separator: "\n")
            return text.replacing(/'\/[^']*'/, with: "'logo'")
        }
    }

    private static let shipped: [UInt8] = {
        let path = Repository.path("Examples/exampleshire/2026/exampleshire/logo.png")
        return (try? Data(contentsOf: URL(fileURLWithPath: path))).map { Array($0) } ?? []
    }()

    /// A PNG's beginning that says how large the picture is, and nothing after it.
    private static func head(_ width: UInt32, _ height: UInt32) -> [UInt8] {
        var bytes: [UInt8] =
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
        for number in [width, height] {
            bytes += (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) }
        }
        return bytes + [8, 6, 0, 0, 0, 0, 0, 0, 0]
    }

    @Test func aLogoKeepsItsSizeAndItsWords() throws {
        let logo = try logo(Self.shipped)
        #expect([logo.picture.size.width, logo.picture.size.height] == [760, 200])
        #expect(logo.alternative == "A council")
        #expect(PNGHeader(logo.png)?.width == 760)
    }

    @Test func nothingButThePixelsIsKept() throws {
        // A remark after the header; its checksum is right.
        let words = Array("tEXtComment\0the author's name".utf8)
        let size = UInt32(words.count - 4)
        let length = (0..<4).map { UInt8(truncatingIfNeeded: size >> (24 - 8 * $0)) }
        let checksum = Self.checksum(words)
        var bytes = Self.shipped
        bytes.insert(contentsOf: length + words + checksum, at: 33)
        let made = try logo(bytes)
        #expect(try made.png == logo(Self.shipped).png)
        #expect(!String(decoding: made.png, as: UTF8.self).contains("author"))
    }

    /// CRC-32 of PNG, bit by bit (W3C, Portable Network Graphics, annex D).
    private static func checksum(_ bytes: [UInt8]) -> [UInt8] {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        let value = ~crc
        return (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }
    }

    @Test(
        arguments: [
            (
                Array("<svg xmlns='http://www.w3.org/2000/svg'/>".utf8),
                "is an SVG drawing, expected a PNG picture"
            ),
            ([0xFF, 0xD8, 0xFF, 0xE0], "is a JPEG photograph, expected a PNG picture"),
            (Array("GIF89a".utf8), "is a GIF picture, expected a PNG picture"),
            (Array("%PDF-1.4".utf8), "is a PDF, expected a PNG picture"),
            (Array("hello".utf8), "is not a picture, expected a PNG picture"),
            ([], "is empty, expected a PNG picture"),
            (Array(head(10, 10).prefix(20)), "is a PNG picture that is cut short, expected a PNG picture"),
        ] as [([UInt8], String)])
    func whatIsNoPictureIsRefused(bytes: [UInt8], words: String) throws {
        #expect(
            try message(bytes)
                == "report.yaml:4:31: the logo 'logo' \(words) | export it as PNG, about 600 pixels wide")
    }

    @Test(
        arguments: [(100_000, 100_000), (5000, 10), (10, 5000), (3000, 3000), (0, 10), (4_294_967_295, 1)]
            as [(UInt32, UInt32)])
    func aBombIsRefusedBeforeItIsUnpacked(width: UInt32, height: UInt32) throws {
        #expect(
            try message(Self.head(width, height))
                == "report.yaml:4:31: the logo 'logo' is \(width) by \(height) pixels, expected at most 4000000 in all and 4000 a side | export it about 600 pixels wide"
        )
    }

    @Test func aPictureThatIsCutShortIsRefused() throws {
        for count in [33, 60, Self.shipped.count / 2] {
            #expect(
                try message(Array(Self.shipped.prefix(count)))
                    == "report.yaml:4:31: the logo 'logo' begins as a PNG picture and is broken or cut short | export it anew"
            )
        }
    }

    @Test func aFileThatIsTooLargeIsRefused() throws {
        let bytes = Self.shipped + [UInt8](repeating: 0, count: 1 << 20)
        #expect(try message(bytes).contains("bytes, expected at most 1048576"))
    }

    @Test func changedBytesNeverBringItDown() throws {
        var generator = SplitMix64(seed: 7)
        for _ in 0..<60 {
            var bytes = Self.shipped
            for _ in 0..<4 {
                let index = Int.random(in: 33..<bytes.count, using: &generator)
                bytes[index] = UInt8.random(in: 0...255, using: &generator)
            }
            let said = try message(bytes)
            #expect(said.isEmpty || said.contains("broken or cut short"))
        }
    }
}
