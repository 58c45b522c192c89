import Foundation
import TestSupport
import Testing

/// Same input, same bytes: in every folder, locale and time zone, alone or side by side.
struct SameBytesTests {
    @Test func neitherFolderNorLocaleNorTimeZoneNorJobsChangeAByte() throws {
        let workshop = try Workshop("tiny")
        try workshop.write(workshop.text("wave/exampleton/report.yaml"), to: "wave/second/report.yaml")
        let first = try workshop.render(formats: allFormats)
        #expect(first.status == 0)
        let files = try workshop.files(below: "out")
        #expect(files.count > 20)
        #expect(files.keys.contains { $0.hasSuffix(".png") } && files.keys.contains { $0.hasSuffix(".pdf") })

        let other = try Workshop("tiny")
        try other.write(workshop.text("wave/exampleton/report.yaml"), to: "wave/second/report.yaml")
        let environment = [
            "LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE.UTF-8", "TZ": "Asia/Kolkata", "HOME": "/nowhere",
        ]
        for jobs in ["1", "2"] {
            let run = try Program.run(
                [
                    "render", other.path + "/wave/", "--output", other.path + "/deep/down/\(jobs)",
                    "--formats", allFormats,
                    "--date", "2026-07-01", "--jobs", jobs, "--share", Repository.root,
                ],
                in: "/", environment: environment)
            #expect(run.status == 0, "\(run.words)")
            let again = try other.files(below: "deep/down/\(jobs)")
            #expect(again.keys.sorted() == files.keys.sorted())
            for (name, data) in again { #expect(files[name] == data, "\(name) with \(jobs) jobs") }
        }
    }

    @Test func realCouncilsAreTheSameWithOneJobAndWithTwo() throws {
        let workshop = try Workshop("ascs-2020-21")
        let bodies = try FileManager.default.contentsOfDirectory(atPath: workshop.path + "/wave")
            .filter { workshop.exists("wave/\($0)/report.yaml") }
        #expect(bodies.count == 18)
        // A debug build is slow: all eighteen are rendered by the checks of the release build.
        for body in bodies where !["norfolk", "torbay", "york"].contains(body) {
            try workshop.remove("wave/\(body)")
        }
        for jobs in ["1", "2"] {
            let run = try workshop.poet(
                "render", "wave", "--output", jobs, "--formats", "md,csv", "--date", "2026-07-01", "--jobs",
                jobs)
            #expect(run.status == 0)
            #expect(run.words == "")
            #expect(run.output.split(separator: "\n").count == 3)
        }
        #expect(try workshop.files(below: "1") == workshop.files(below: "2"))
    }

    /// The row of 'work' (8 replies) and that of friends (8 replies) are withheld, and that of providers (15) since
    /// it would give away friends'.
    ///
    /// Friends and providers change together, so that the groups still add up to everybody, as what is published says.
    @Test(arguments: [
        [
            Slip(
                "\"lot-better\": 1, \"better\": 1, \"same\": 5, \"worse\": 1",
                "\"lot-better\": 0, \"better\": 8, \"same\": 0, \"worse\": 0")
        ],
        [
            Slip(
                "\"replies\": 8, \"answers\": {\"lot-better\": 1, \"better\": 1, \"same\": 5, \"worse\": 1, \"lot-worse\": 0}, \"outside\": {\"na\": 104}",
                "\"replies\": 3, \"answers\": {\"lot-better\": 0, \"better\": 0, \"same\": 0, \"worse\": 1, \"lot-worse\": 2}, \"outside\": {\"na\": 109}"
            )
        ],
        [
            Slip(
                "\"lot-better\": 5, \"better\": 5, \"same\": 4, \"worse\": 1, \"lot-worse\": 0",
                "\"lot-better\": 7, \"better\": 5, \"same\": 2, \"worse\": 0, \"lot-worse\": 1"),
            Slip(
                "\"lot-better\": 3, \"better\": 3, \"same\": 1, \"worse\": 0, \"lot-worse\": 1",
                "\"lot-better\": 1, \"better\": 3, \"same\": 3, \"worse\": 1, \"lot-worse\": 0"),
        ],
        [
            Slip(
                "\"replies\": 15, \"answers\": {\"lot-better\": 5, \"better\": 5, \"same\": 4, \"worse\": 1",
                "\"replies\": 18, \"answers\": {\"lot-better\": 6, \"better\": 7, \"same\": 4, \"worse\": 1"),
            Slip(
                "\"replies\": 8, \"answers\": {\"lot-better\": 3, \"better\": 3, \"same\": 1",
                "\"replies\": 5, \"answers\": {\"lot-better\": 2, \"better\": 1, \"same\": 1"),
        ],
    ]) func whatIsHiddenChangesNoByteOfAnyOutput(_ slips: [Slip]) throws {
        let workshop = try Workshop("tiny")
        let file = "wave/private/exampleton.json"
        let before = try workshop.text(file)
        #expect(try workshop.render(formats: allFormats).status == 0)
        let published = try workshop.text("wave/published/exampleton.json")
        let audit = try workshop.text("wave/published/disclosure-audit.json")
        let files = try workshop.files(below: "out")
        for slip in slips { try workshop.slip(slip, in: file) }
        #expect(try workshop.text(file) != before)
        #expect(try workshop.render(formats: allFormats, to: "again").status == 0)
        #expect(try workshop.text("wave/published/exampleton.json") == published)
        #expect(try workshop.text("wave/published/disclosure-audit.json") == audit)
        let again = try workshop.files(below: "again")
        #expect(again.keys.sorted() == files.keys.sorted())
        for (name, data) in again { #expect(files[name] == data, "\(name)") }
    }

    @Test func whatIsShownChangesTheOutput() throws {
        let workshop = try Workshop("tiny")
        #expect(try workshop.render().status == 0)
        let before = try workshop.text("out/exampleton/report.md")
        // A group changes with the whole, which it may not exceed.
        for slip in [
            Slip("\"lot-better\": 42, \"better\": 38", "\"lot-better\": 38, \"better\": 42"),
            Slip("\"lot-better\": 22, \"better\": 17", "\"lot-better\": 18, \"better\": 21"),
        ] { try workshop.slip(slip, in: "wave/private/exampleton.json") }
        #expect(try workshop.render().status == 0)
        #expect(try workshop.text("out/exampleton/report.md") != before)
    }
}
