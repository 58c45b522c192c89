import Diagnostics
import Files
import TestSupport
import Testing

@Suite struct ZipArchiveTests {
    private let long = [UInt8](repeating: UInt8(ascii: "a"), count: 20_000)

    @Test func theEntriesComeBackInOrderWithTheirBytes() throws {
        let bytes = try ZipArchive.bytes(of: [
            .init("mimetype", Array("application/x".utf8), isStored: true),
            .init("charts/a.svg", long), .init("empty", []), .init("Ynys Môn.txt", Array("ŵ".utf8)),
        ])
        let entries = try ZipListing(bytes).entries
        #expect(entries.map(\.path) == ["mimetype", "charts/a.svg", "empty", "Ynys Môn.txt"])
        #expect(
            entries.map(\.bytes) == [Array("application/x".utf8), long, [], Array("ŵ".utf8)])
        #expect(entries[0].isStored && !entries[1].isStored)
    }

    @Test func theFirstStoredEntryStandsWhereOpenDocumentReadersLook() throws {
        let bytes = try ZipArchive.bytes(of: [
            .init("mimetype", Array("application/x".utf8), isStored: true), .init("b", long),
        ])
        // ODF 1.3, part 2, 3.3: name at byte 30, without an extra field, then the bytes as they are.
        #expect(String(decoding: bytes[30..<51], as: UTF8.self) == "mimetypeapplication/x")
    }

    @Test func theSameEntriesGiveTheSameBytes() throws {
        let entries: [ZipArchive.Entry] = [.init("a", long), .init("b/c", [1, 2, 3], isStored: true)]
        let bytes = try ZipArchive.bytes(of: entries)
        #expect(try ZipArchive.bytes(of: entries) == bytes)
        // Time 0:00 and date 1980-01-01, in the entry's own header: neither the clock nor the time zone.
        #expect(Array(bytes[10..<14]) == [0, 0, 0x21, 0])
        #expect(bytes.count < 400)
    }

    @Test(arguments: [
        ([], "a zip archive needs a file"),
        (["a", "a"], "two files of a zip archive have the same path, 'a'"),
        (["../a"], "'../a' is not a plain path inside a zip archive"),
        (["/a"], "'/a' is not a plain path inside a zip archive"),
        (["a//b"], "'a//b' is not a plain path inside a zip archive"),
        (["a\\b"], "'a\\b' is not a plain path inside a zip archive"),
        ([""], "'' is not a plain path inside a zip archive"),
    ])
    func aPathThatCannotBeUnpackedIsRefused(_ paths: [String], _ message: String) {
        let said = messages { () throws(Failure) in
            try ZipArchive.bytes(of: paths.map { ZipArchive.Entry($0, []) })
        }
        #expect(said == [message])
    }
}
