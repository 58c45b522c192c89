import Diagnostics
import Files
import Glibc
import Testing

/// A disk of 64 kB, where the tests may mount one.
private final class SmallDisk {
    let folder = TemporaryFolder()
    let isMounted: Bool

    init() {
        isMounted = mount("none", folder.path, "tmpfs", 0, "size=64k") == 0
    }

    deinit { if isMounted { umount(folder.path) } }
}

@Suite(.enabled("only root may mount a small disk") { SmallDisk().isMounted })
struct FullDiskTests {
    private let disk = SmallDisk()

    @Test func aFolderThatFillsTheDiskLeavesTheOldOne() throws {
        let path = disk.folder.path + "/x"
        let first = try OutputFolder(replacing: path)
        try first.write("1", to: "manifest.json")
        try first.commit()
        do {
            let second = try OutputFolder(replacing: path)
            try second.write("2", to: "manifest.json")
            #expect(
                messages { () throws(Failure) in
                    try second.write([UInt8](repeating: 0, count: 100_000), to: "big")
                } == [
                    "\(path)/big: the file cannot be written: the disk is full | make room, or choose a folder on another disk"
                ])
        }
        #expect(try FileStore.files(below: disk.folder.path) == ["x/manifest.json"])
        #expect(try FileStore.bytes(of: path + "/manifest.json") == Array("1".utf8))
    }

    @Test func aFileThatFillsTheDiskLeavesTheOldOne() throws {
        let path = disk.folder.path + "/f"
        try FileStore.write("old".utf8, to: path)
        #expect(
            messages { () throws(Failure) in
                try FileStore.write([UInt8](repeating: 0, count: 100_000), to: path)
            }
                == [
                    "\(path): the file cannot be written: the disk is full | make room, or choose a folder on another disk"
                ])
        #expect(try FileStore.names(in: disk.folder.path) == ["f"])
        #expect(try FileStore.bytes(of: path) == Array("old".utf8))
    }
}
