import Foundation
import Glibc
import TestSupport
import Testing

/// Bad input gives a clear message and exit code 1, and nothing is written.
struct BadInputTests {
    /// Renders and expects a failure that says this, with nothing written.
    private func expectFailure(
        _ workshop: Workshop, saying wanted: [String],
        sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) throws {
        let run = try workshop.render(formats: allFormats)
        #expect(run.status == 1, sourceLocation: sourceLocation)
        #expect(run.output == "", sourceLocation: sourceLocation)
        #expect(told(run.words) == wanted, sourceLocation: sourceLocation)
        #expect(!workshop.exists("out"), "something was written", sourceLocation: sourceLocation)
        #expect(
            !workshop.exists("wave/published"), "published results were written",
            sourceLocation: sourceLocation)
    }

    @Test(arguments: badFiles) func aBadFileIsToldAndNothingIsWritten(_ bad: BadFile) throws {
        let workshop = try Workshop("tiny")
        try workshop.remove("wave/private/exampleton.json")
        try workshop.write(bad.data, to: "wave/private/\(bad.name)")
        try expectFailure(workshop, saying: bad.said)
    }

    @Test func aFolderWhereAFileIsExpectedIsTold() throws {
        let workshop = try Workshop("tiny")
        try workshop.remove("wave/wave.yaml")
        try workshop.write("x", to: "wave/wave.yaml/x")
        try expectFailure(
            workshop,
            saying: [
                "wave/wave.yaml: error: this is a folder, expected a file", "hint: name a file inside it",
            ])
    }

    @Test func aMissingInstrumentIsTold() throws {
        let workshop = try Workshop("tiny")
        try workshop.remove("wave/tiny.yaml")
        let run = try workshop.render()
        #expect(run.status == 1)
        #expect(run.words.contains("wave/wave.yaml:4:13: error: there is no 'tiny' among the instruments"))
        #expect(!workshop.exists("out") && !workshop.exists("wave/published"))
    }

    @Test func aMissingWaveIsTold() throws {
        let workshop = try Workshop("tiny")
        let run = try workshop.poet("render", "wvae", "--output", "out")
        #expect(run.status == 1)
        #expect(told(run.words) == ["error: there is no folder 'wvae'"])
    }

    @Test func noResultsAtAllIsTold() throws {
        let workshop = try Workshop("tiny")
        for name in ["all", "exampleton"] { try workshop.remove("wave/private/\(name).json") }
        let run = try workshop.render()
        #expect(run.status == 1)
        #expect(
            told(run.words) == [
                "error: 'wave/private' holds no results",
                "hint: put each body's results there: .json, .csv or .xml",
            ])
        #expect(!workshop.exists("out"))
    }

    @Test(
        .enabled(
            if: geteuid() == 0,
            "only root may take permissions and mount disks, and the test must be able to clean up"))
    func aFullDiskLeavesWhatWasThere() throws {
        let workshop = try Workshop("tiny")
        try workshop.write("", to: "disk/x")
        guard mount("none", workshop.path + "/disk", "tmpfs", 0, "size=64k") == 0 else { return }
        defer { umount(workshop.path + "/disk") }
        let run = try workshop.render(formats: allFormats, to: "disk/out")
        #expect(run.status == 1)
        #expect(run.words.contains("the disk is full"))
        #expect(run.words.contains("hint: make room, or choose a folder on another disk"))
        #expect(
            try FileManager.default.subpathsOfDirectory(atPath: workshop.path + "/disk").filter {
                $0.contains("exampleton/")
            } == [])
    }

    @Test func anOutputPathThatIsAFileIsTold() throws {
        let workshop = try Workshop("tiny")
        try workshop.write("mine", to: "out")
        let run = try workshop.render()
        #expect(run.status == 1)
        #expect(run.words.contains("out"))
        #expect(run.words.contains("error: "))
        #expect(run.words.contains("hint: "))
        #expect(try workshop.text("out") == "mine")
    }

    @Test func anOutputThatCannotBeWrittenIsTold() throws {
        let workshop = try Workshop("tiny")
        // /proc takes no new folders, not even root's.
        let run = try workshop.render(to: "/proc/nowhere")
        #expect(run.status == 1)
        #expect(run.words.contains("error: "))
        #expect(run.words.contains("/proc/nowhere"))
    }

    @Test func aFolderThatPoetDidNotMakeIsLeftAlone() throws {
        let workshop = try Workshop("tiny")
        try workshop.write("mine", to: "out/exampleton/letter.txt")
        let run = try workshop.render()
        #expect(run.status == 1)
        #expect(run.words.contains("out/exampleton"))
        #expect(try workshop.text("out/exampleton/letter.txt") == "mine")
    }

    @Test func oneBrokenReportDoesNotStopTheOthers() throws {
        let workshop = try Workshop("tiny")
        let good = try workshop.text("wave/exampleton/report.yaml")
        try workshop.write(
            good.replacing("body: exampleton", with: "body: exampletown"), to: "wave/broken/report.yaml")
        try workshop.write(good + "colour: red\n", to: "wave/coloured/report.yaml")
        let run = try workshop.render()
        #expect(run.status == 1)
        #expect(run.output == "out/exampleton\n")
        #expect(
            told(run.words).map { $0.hasPrefix("hint: keys here: ") ? "hint: keys here: …" : $0 } == [
                "wave/broken/report.yaml:2:7: error: there are no published results of 'exampletown'",
                "hint: did you mean 'exampleton'?",
                "wave/coloured/report.yaml:4:1: error: unknown key 'colour' in the report",
                "hint: keys here: …",
                "2 of 3 reports failed: broken, coloured",
            ])
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: workshop.path + "/out").sorted()
                == ["exampleton", "index.html"])
        let index = try workshop.text("out/index.html")
        #expect(index.contains("href=\"exampleton/index.html\""))
        #expect(!index.contains("broken/") && !index.contains("coloured/"))
    }

    @Test(arguments: commands) func aSlipOnTheCommandLineIsTold(
        _ command: String, status: Int32, said: String
    ) throws {
        let workshop = try Workshop("tiny")
        let run = try Program.run(command.split(separator: " ").map(String.init), in: workshop.path)
        #expect(run.status == status)
        #expect(run.words.contains(said), "\(run.words)")
        #expect(run.output == "")
        #expect(!workshop.exists("Output"))
    }
}

/// A file of results that cannot be read, and what is said of it.
struct BadFile: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var name: String
    var data: Data
    var said: [String]

    init(_ description: String, _ name: String = "exampleton.json", bytes: [UInt8], _ said: String...) {
        testDescription = description
        self.name = name
        self.data = Data(bytes)
        self.said = said
    }

    init(_ description: String, _ name: String = "exampleton.json", text: String, _ said: String...) {
        testDescription = description
        self.name = name
        self.data = Data(text.utf8)
        self.said = said
    }
}

private let commands: [(String, Int32, String)] = [
    ("render wave --formats htlm", 1, "did you mean 'html'?"),
    ("render wave --date 2026-02-30", 1, "'--date' is '2026-02-30', expected a date such as 2026-03-31"),
    ("rendr wave", 64, "there is no command 'rendr'; did you mean 'render'?"),
    ("render wave --jobs 0", 64, "--jobs is 0, expected at least 1."),
    ("render", 64, "folders"),
]

private let badFiles: [BadFile] = [
    BadFile(
        "an empty file", text: "", "wave/private/exampleton.json: error: the file is empty",
        "hint: check that it was saved, and that this is the right file"),
    BadFile(
        "truncated JSON", text: "{\"format\": \"poet-raw/1\", \"tables\": [",
        "wave/private/exampleton.json:1:37: error: the file ends inside the \'[\' that was opened at line 1, column 36",
        "hint: the file may be cut off; else close it with \']\'"),
    BadFile(
        "UTF-16", bytes: [0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00],
        "wave/private/exampleton.json: error: the file is UTF-16 (little-endian; its byte order mark, FF FE, stands at byte offset 0), expected UTF-8",
        "hint: save the file as UTF-8"),
    BadFile(
        "Latin-1", bytes: [0x7B, 0x22, 0x43, 0x61, 0x66, 0xE9, 0x22, 0x3A, 0x31, 0x7D],
        "wave/private/exampleton.json:1:6: error: the byte E9 at byte offset 5 is not UTF-8",
        "hint: save the file as UTF-8 (it was probably saved as Latin-1 or Windows-1252)"),
    BadFile(
        "a lone CR", text: "{\r\"format\": 1}",
        "wave/private/exampleton.json:1: error: a line ends in CR alone (byte offset 1), expected LF or CRLF",
        "hint: save the file with the line endings of Linux or Windows"),
    BadFile(
        "a NUL byte", bytes: [0x7B, 0x22, 0x43, 0x61, 0x66, 0x65, 0x00, 0x22, 0x3A, 0x31, 0x7D],
        "wave/private/exampleton.json: error: the file has a NUL byte at byte offset 6, so it is not text",
        "hint: check that this is the right file"),
    BadFile(
        "a key that stands twice", text: "{\"format\": \"poet-raw/1\", \"format\": \"poet-raw/1\"}",
        "wave/private/exampleton.json:1:26: error: the name \'format\' stands twice: first at line 1, column 2",
        "hint: remove or rename one of the two"),
    BadFile(
        "a DOCTYPE", "exampleton.xml", text: "<!DOCTYPE results><results/>",
        "wave/private/exampleton.xml:1:1: error: a DOCTYPE is not allowed",
        "hint: remove it: the file is checked against the schema of poet alone"),
    BadFile(
        "a billion laughs", "exampleton.xml",
        text:
            "<!DOCTYPE lolz [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><results>&b;</results>",
        "wave/private/exampleton.xml:1:1: error: a DOCTYPE is not allowed",
        "hint: remove it: the file is checked against the schema of poet alone"),
    BadFile(
        "unclosed XML", "exampleton.xml", text: "<results><body>",
        "wave/private/exampleton.xml:1:16: error: the file ends inside the element \'body\' of line 1",
        "hint: the file may be cut off"),
    BadFile(
        "a CSV without its head file", "exampleton.csv", text: "question,replies,answer,value\n",
        "wave/private/exampleton.yaml: error: there is no such file", "hint: check the spelling of the path"),
    BadFile(
        "nesting without end", text: String(repeating: "[", count: 100_000),
        "wave/private/exampleton.json:1:65: error: lists and objects are nested more than 64 deep"),
]
