import Diagnostics
import Files
import Testing

@Suite struct ProgramTests {
    @Test func aProgramReadsItsInputAndIsHeard() throws {
        let shell = Program(path: "/bin/sh")
        let long = [UInt8](repeating: UInt8(ascii: "x"), count: 200_000)
        let outcome = try shell.run(
            ["-c", "cat; echo \"$WORD\" >&2; exit 3"], environment: ["WORD=said"], input: long)
        #expect(outcome.status == 3)
        #expect(outcome.output == long)
        #expect(outcome.words == "said\n")
    }

    @Test func aProgramGetsNoOtherEnvironment() throws {
        let outcome = try Program(path: "/usr/bin/env").run([], environment: ["ONE=1"])
        #expect(String(decoding: outcome.output, as: UTF8.self) == "ONE=1\n")
    }

    @Test func aProgramIsFoundInTheFirstFolderThatHasIt() {
        #expect(Program(named: "sh", in: "/nowhere:/bin:/usr/bin")?.path == "/bin/sh")
        #expect(Program(named: "no-such-program", in: "/bin:/usr/bin") == nil)
        #expect(Program(named: "sh", in: "") == nil)
    }

    @Test func whatCannotBeStartedOrIsStoppedIsTold() {
        #expect(
            messages { () throws(Failure) in try Program(path: "/no/such").run([]) }
                == [
                    "the program '/no/such' cannot be started: no such file or folder | check the spelling of the path"
                ])
        #expect(
            messages { () throws(Failure) in try Program(path: "/bin/sh").run(["-c", "kill -9 $$"]) }
                == ["the program '/bin/sh' was stopped by the signal 9"])
    }

    @Test func aScratchFolderIsGoneAfterItsUse() throws {
        var folder: ScratchFolder? = try ScratchFolder()
        let path = try #require(folder?.path)
        try folder?.write([1], to: "a/b")
        #expect(try FileStore.bytes(of: path + "/a/b") == [1])
        folder = nil
        #expect(!FileStore.exists(path))
    }
}
