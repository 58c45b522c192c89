import Diagnostics
import Files
import Testing

@Suite struct FileStoreTests {
    let temporary = TemporaryFolder()
    var base: String { temporary.path }

    @Test func aFileIsReplacedAndNothingElseStays() throws {
        try FileStore.write("a".utf8, to: base + "/f")
        try FileStore.write("b".utf8, to: base + "/f")
        #expect(try FileStore.bytes(of: base + "/f") == Array("b".utf8))
        #expect(try FileStore.names(in: base) == ["f"])
    }

    @Test func namesAreSortedWhateverTheDiskSays() throws {
        for name in ["b", "é", "B", "10", "2", ".h", "a"] { try FileStore.write([], to: base + "/" + name) }
        #expect(try FileStore.names(in: base) == [".h", "10", "2", "B", "a", "b", "é"])
    }

    @Test func aFullDiskIsToldAndTheOldFileStays() throws {
        #expect(
            messages { () throws(Failure) in try FileStore.write("x".utf8, to: "/dev/full") } == [
                "/dev/full: the file cannot be written: the disk is full | make room, or choose a folder on another disk"
            ])
    }

    @Test func aPathThatCannotBeWrittenIsTold() throws {
        #expect(
            messages { () throws(Failure) in try FileStore.write("x".utf8, to: base) } == [
                "\(base): a folder of this name stands where the file is to be"
                    + " | name a file inside it, or another path"
            ])
        #expect(
            messages { () throws(Failure) in try FileStore.write("x".utf8, to: base + "/no/f") } == [
                "\(base)/no/f: the file cannot be written: no such file or folder | check the spelling of the path"
            ])
        let long = base + "/" + String(repeating: "n", count: 300)
        #expect(
            messages { () throws(Failure) in try FileStore.write("x".utf8, to: long) } == [
                "\(long): the file cannot be written: the name is too long | choose a shorter name"
            ])
    }

    @Test func whatCannotBeReadIsTold() throws {
        #expect(
            messages { () throws(Failure) in try FileStore.bytes(of: base) }
                == ["\(base): this is a folder, expected a file"])
        #expect(
            messages { () throws(Failure) in try FileStore.bytes(of: base + "/f", shownAs: "f") }
                == ["f: the file cannot be read: no such file or folder | check the spelling of the path"])
        #expect(
            messages { () throws(Failure) in try FileStore.names(in: base + "/d") }
                == [
                    "\(base)/d: the folder cannot be read: no such file or folder | check the spelling of the path"
                ])
    }

    @Test func existenceIsAPlainQuestion() throws {
        try FileStore.write([], to: base + "/f")
        #expect(FileStore.exists(base + "/f") && !FileStore.isFolder(base + "/f"))
        #expect(FileStore.isFolder(base) && !FileStore.exists(base + "/none"))
    }
}
