import Diagnostics
import Foundation
import Reading
import Testing

@Suite struct SourceTextTests {
    @Test func aByteOrderMarkAndWindowsLineEndingsAreTakenAway() throws {
        let source = try SourceText(raw: [0xEF, 0xBB, 0xBF] + Array("a\r\nb\r\n".utf8), file: "f")
        #expect(source.text == "a\nb\n")
    }

    @Test func aLineIsFoundByItsNumber() {
        let source = SourceText("one\n\nthree", file: "f")
        #expect((0...4).map { source.line($0) } == [nil, "one", "", "three", nil])
    }

    @Test(arguments: [
        ([UInt8](), "f: the file is empty | check that it was saved, and that this is the right file"),
        (
            Array(" \r\n".utf8),
            "f: the file is empty | check that it was saved, and that this is the right file"
        ),
        (
            [0xFF, 0xFE, 0x41, 0],
            "f: the file is UTF-16 (little-endian; its byte order mark, FF FE, stands at byte offset 0), expected UTF-8 | save the file as UTF-8"
        ),
        (
            [0xFE, 0xFF, 0, 0x41],
            "f: the file is UTF-16 (big-endian; its byte order mark, FE FF, stands at byte offset 0), expected UTF-8 | save the file as UTF-8"
        ),
        (
            [0x7B, 0, 0x7D, 0],
            "f: the file looks like UTF-16 without a byte order mark (first NUL byte at byte offset 1), expected UTF-8 | save the file as UTF-8"
        ),
        (
            Array("abcdefghijkl\0".utf8),
            "f: the file has a NUL byte at byte offset 12, so it is not text | check that this is the right file"
        ),
        (
            Array("ab\né".utf8) + [0xE9, 0x20],
            "f:2:2: the byte E9 at byte offset 5 is not UTF-8 | save the file as UTF-8 (it was probably saved as Latin-1 or Windows-1252)"
        ),
        (
            [0xEF, 0xBB, 0xBF, 0x41, 0xC3],
            "f:1:2: the byte C3 at byte offset 4 is not UTF-8 | save the file as UTF-8 (it was probably saved as Latin-1 or Windows-1252)"
        ),
        (
            Array("a\r\nb\rc".utf8),
            "f:2: a line ends in CR alone (byte offset 4), expected LF or CRLF | save the file with the line endings of Linux or Windows"
        ),
    ])
    func bytesThatAreNotTextAreRefused(_ row: (bytes: [UInt8], message: String)) {
        #expect(said { () throws(Failure) in try SourceText(raw: row.bytes, file: "f") } == [row.message])
    }

    @Test(arguments: [
        ("/nowhere/f.json", 10, "f: there is no such file | check the spelling of the path"),
        ("/etc", 10, "f: this is a folder, expected a file | name a file inside it"),
        (
            "/etc/passwd/f.json", 10,
            "f: a part of this path is a file, expected a folder | check the spelling of the path"
        ),
        (
            "/proc/self/mem", 10,
            "f: the file cannot be read: Input/output error | check that the disk or network drive is there"
        ),
        (
            "/dev/zero", 10,
            "f: the file has more than 10 bytes, expected at most 10 | check that this is the right file, or divide it"
        ),
        ("/dev/null", 10, "f: the file is empty | check that it was saved, and that this is the right file"),
    ])
    func aFileThatCannotBeReadIsToldWithItsPath(_ row: (path: String, limit: Int, message: String)) {
        #expect(
            said { () throws(Failure) in try SourceText.load(path: row.path, shownAs: "f", limit: row.limit) }
                == [row.message])
    }

    @Test func aFileOverTheLimitIsToldWithBothSizes() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("poet-" + UUID().uuidString)
        try Data("12345".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        #expect(
            said { () throws(Failure) in try SourceText.load(path: file.path, shownAs: "f", limit: 4) }
                == [
                    "f: the file has 5 bytes, expected at most 4 | check that this is the right file, or divide it"
                ])
        #expect(try SourceText.load(path: file.path, limit: 5).text == "12345")
    }
}
