import Diagnostics
import Glibc
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
        (Array(" \r\n".utf8), "x"),
        ([0xFF, 0xFE, 0x41, 0], "x"),
        ([0xFE, 0xFF, 0, 0x41], "x"),
        ([0x7B, 0, 0x7D, 0], "x"),
        (Array("abcdefghijkl\0".utf8), "x"),
        (Array("ab\né".utf8) + [0xE9, 0x20], "x"),
        ([0xEF, 0xBB, 0xBF, 0x41, 0xC3], "x"),
        (Array("a\r\nb\rc".utf8), "x"),
    ])
    func bytesThatAreNotTextAreRefused(_ row: (bytes: [UInt8], message: String)) {
        #expect(said { () throws(Failure) in try SourceText(raw: row.bytes, file: "f") } == [row.message])
    }

    @Test(arguments: [
        ("/nowhere/f.json", 10, "x"),
        ("/etc", 10, "x"),
        ("/etc/passwd/f.json", 10, "x"),
        ("/proc/self/mem", 10, "x"),
        ("/dev/zero", 10, "x"),
        ("/dev/null", 10, "x"),
    ])
    func aFileThatCannotBeReadIsToldWithItsPath(_ row: (path: String, limit: Int, message: String)) {
        #expect(
            said { () throws(Failure) in try SourceText.load(path: row.path, shownAs: "f", limit: row.limit) }
                == [row.message])
    }

    @Test func aFileOverTheLimitIsToldWithBothSizes() throws {
        let path = "/tmp/poet-source-text-\(getpid())"
        let file = try #require(fopen(path, "w"))
        fputs("12345", file)
        fclose(file)
        defer { unlink(path) }
        #expect(
            said { () throws(Failure) in try SourceText.load(path: path, shownAs: "f", limit: 4) }
                == ["f: the file has 5 bytes, expected at most 4 | check that this is the right file, or divide it"])
        #expect(try SourceText.load(path: path, limit: 5).text == "12345")
    }
}
