import Diagnostics
import Files
import Glibc
import Testing

@Suite struct OutputFolderTests {
    let temporary = TemporaryFolder()
    var base: String { temporary.path }

    private func contents(_ path: String) throws -> String {
        String(decoding: try FileStore.bytes(of: path), as: UTF8.self)
    }

    @Test func aCommittedFolderReplacesTheOldOneWholly() throws {
        let path = base + "/out/x"
        let first = try OutputFolder(replacing: path)
        try first.write("1", to: "manifest.json")
        try first.write("old", to: "charts/old.png")
        #expect(!FileStore.exists(path))
        try first.commit()
        let second = try OutputFolder(replacing: path)
        try second.write("2", to: "manifest.json")
        try second.write([], to: "b/a/empty")
        #expect(try FileStore.files(below: path) == ["charts/old.png", "manifest.json"])
        #expect(second.listing == ["b/a/empty", "manifest.json"])
        try second.commit()
        #expect(try FileStore.files(below: path) == ["b/a/empty", "manifest.json"])
        #expect(try contents(path + "/manifest.json") == "2")
        #expect(try FileStore.names(in: base + "/out") == ["x"])
    }

    @Test func aFolderThatIsNotCommittedLeavesNothingBehind() throws {
        do {
            let folder = try OutputFolder(replacing: base + "/x")
            try folder.write("1", to: "a/b")
            #expect(try FileStore.names(in: base).count == 1)
        }
        #expect(try FileStore.names(in: base) == [])
        let folder = try OutputFolder(replacing: base + "/x")
        folder.cancel()
        #expect(try FileStore.names(in: base) == [])
        #expect(
            messages { () throws(Failure) in try folder.commit() } == [
                "\(base)/x: the output folder is finished already"
            ])
        #expect(
            messages { () throws(Failure) in try folder.write("1", to: "a") }
                == ["\(base)/x/a: the output folder is finished, nothing can be added"])
    }

    @Test func whatAnEndedProcessLeftBesideIsRemovedAndNothingElse() throws {
        // No process has so high a number.
        for name in [
            ".x.poet-2000000000-1", ".x.poet-\(getppid())-1", ".xy.poet-2000000000-1", ".x.poet-old",
        ] {
            let left = try OutputFolder(replacing: base + "/out/" + name)
            try left.write("half", to: "charts/a.png")
            try left.commit()
        }
        let folder = try OutputFolder(replacing: base + "/out/x")
        try folder.write("1", to: "manifest.json")
        try folder.commit()
        #expect(
            try FileStore.names(in: base + "/out")
                == [
                    ".x.poet-\(getppid())-1", ".x.poet-old", ".xy.poet-2000000000-1", "x",
                ].sorted())
    }

    @Test func aFolderOfSomebodyElseIsNotReplaced() throws {
        try FileStore.write("mine".utf8, to: base + "/thesis.txt")
        #expect(
            messages { () throws(Failure) in try OutputFolder(replacing: base) } == [
                "\(base): the folder holds files but no 'manifest.json', so poet did not make it and will not replace it"
                    + " | choose another output folder, or empty this one yourself"
            ])
        #expect(
            messages { () throws(Failure) in try OutputFolder(replacing: base + "/thesis.txt") } == [
                "\(base)/thesis.txt: a file stands where the output folder is to be | choose another output folder"
            ])
        #expect(try contents(base + "/thesis.txt") == "mine")
    }

    @Test func aFolderThatCannotBeMadeIsToldBeforeTheWork() throws {
        #expect(
            messages { () throws(Failure) in try OutputFolder(replacing: "/proc/poet") } == [
                "/proc/poet: cannot write in the folder '/proc': no such file or folder | check the spelling of the path"
            ])
        #expect(
            messages { () throws(Failure) in try OutputFolder(replacing: "/proc/a/poet") } == [
                "/proc/a: the folder cannot be made: no such file or folder | check the spelling of the path"
            ])
        #expect(
            messages { () throws(Failure) in try OutputFolder(replacing: "/") }
                == [
                    "/: the folder holds files but no 'manifest.json', so poet did not make it and will not replace it"
                        + " | choose another output folder, or empty this one yourself"
                ])
    }

    @Test(arguments: ["", "/etc/x", "../x", "a/../x", "a//b", "./a", "a/", "a\0b"])
    func aPathThatLeavesTheFolderIsRefused(_ path: String) throws {
        let folder = try OutputFolder(replacing: base + "/x")
        #expect(
            messages { () throws(Failure) in try folder.write("1", to: path) }
                == ["\(base)/x/\(path): '\(path)' is not a plain path inside the output folder"])
    }

    @Test func theSameOutputTwiceIsAnError() throws {
        let folder = try OutputFolder(replacing: base + "/x")
        try folder.write("1", to: "a")
        #expect(
            messages { () throws(Failure) in try folder.write("2", to: "a") }
                == ["\(base)/x/a: two outputs have the same name, 'a'"])
    }

    @Test func tasksMayWriteIntoOneFolder() async throws {
        let folder = try OutputFolder(replacing: base + "/x")
        try await withThrowingTaskGroup { group in
            for number in 0..<20 {
                group.addTask { try folder.write("\(number)", to: "deep/\(number % 3)/\(number)") }
            }
            try await group.waitForAll()
        }
        try folder.commit()
        #expect(try FileStore.files(below: base + "/x").count == 20)
        #expect(try contents(base + "/x/deep/1/7") == "7")
    }

    @Test func aLinkToAFolderIsFollowed() throws {
        try #require(mkdir(base + "/real", 0o777) == 0)
        try #require(symlink(base + "/real", base + "/link") == 0)
        let folder = try OutputFolder(replacing: base + "/link")
        try folder.write("1", to: "manifest.json")
        try folder.commit()
        #expect(try FileStore.names(in: base) == ["link", "real"])
        #expect(try contents(base + "/real/manifest.json") == "1")
    }
}
