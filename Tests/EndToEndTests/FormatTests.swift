import Foundation
import TestSupport
import Testing

/// Formats one by one, over what an earlier rendering left, and the lists of what there is.
struct FormatTests {
    @Test func formatsThatAreNotAskedForStayWhileTheReportIsTheSame() throws {
        let workshop = try Workshop("tiny")
        #expect(try workshop.render(formats: "html,csv,json,pdf,md,svg").status == 0)
        let before = try workshop.files(below: "out/exampleton")
        let run = try workshop.render(formats: "html")
        #expect(run.status == 0 && run.words == "")
        #expect(try workshop.files(below: "out/exampleton") == before)
    }

    @Test func formatsOfAnOlderReportGoAndAreNamed() throws {
        let workshop = try Workshop("tiny")
        #expect(try workshop.render(formats: "html,json").status == 0)
        let wave = try workshop.text("wave/wave.yaml")
        try workshop.write(
            wave.replacing("A very small survey", with: "Another small survey"), to: "wave/wave.yaml")
        let run = try workshop.render(formats: "html")
        #expect(
            run.words.contains(
                "the report has changed, so 'results.json' of an earlier rendering were taken away"))
        #expect(
            try workshop.files(below: "out/exampleton").keys.sorted() == [
                "accessibility-statement.html", "index.html", "manifest.json", "report.html",
            ])
    }

    @Test func aFileThatSomebodyEditedIsNotTakenAlong() throws {
        let workshop = try Workshop("tiny")
        #expect(try workshop.render(formats: "html,json").status == 0)
        try workshop.write(
            workshop.text("out/exampleton/results.json") + " ", to: "out/exampleton/results.json")
        #expect(try workshop.render(formats: "html").words.contains("'results.json'"))
    }

    @Test func everyDataFileIsDescribedColumnByColumn() throws {
        let workshop = try Workshop("tiny")
        #expect(try workshop.render(formats: "csv").status == 0)
        let files = try workshop.files(below: "out/exampleton/data")
        let text = try #require(files["csv-metadata.json"])
        let metadata = try #require(try JSONSerialization.jsonObject(with: text) as? [String: Any])
        let shared = metadata["tableSchema"]
        let tables = try #require(metadata["tables"] as? [[String: Any]])
        #expect(
            tables.compactMap { $0["url"] as? String }.sorted()
                == files.keys.filter { $0.hasSuffix(".csv") }.sorted())
        for table in tables {
            let name = try #require(table["url"] as? String)
            let schema = try #require((table["tableSchema"] ?? shared) as? [String: Any])
            let columns = try #require(schema["columns"] as? [[String: Any]])
            let lines = try workshop.text("out/exampleton/data/\(name)").split(separator: "\r\n")
            #expect(columns.compactMap { $0["titles"] as? String }.joined(separator: ",") == lines[0])
            #expect(columns.allSatisfy { ($0["dc:description"] as? String)?.hasSuffix(".") == true })
            #expect(lines.count > 1)
        }
    }

    @Test func theWorkbookAndTheDataFilesTellTheSameNumbers() throws {
        let workshop = try Workshop("tiny")
        #expect(try workshop.render(formats: "csv,ods").status == 0)
        let files = try workshop.files(below: "out/exampleton")
        let book = try #require(files["exampleton-tiny-data.ods"])
        let content = try #require(try ZipListing(Array(book)).entries.first { $0.path == "content.xml" })
        let values = String(decoding: content.bytes, as: UTF8.self).matches(of: /office:value="([0-9.]+)"/)
        let inBook = Set(values.map { String($0.1) })
        var inFiles: Set<String> = []
        for (path, data) in files where path.hasSuffix(".csv") {
            let lines = String(decoding: data, as: UTF8.self).split(separator: "\r\n").map {
                $0.split(separator: ",", omittingEmptySubsequences: false)
            }
            for name in ["percentage", "count", "lower-95", "upper-95", "base", "replies", "response-rate"] {
                guard let column = lines[0].firstIndex(of: Substring(name)) else { continue }
                inFiles.formUnion(lines.dropFirst().map { String($0[column]) })
            }
        }
        inFiles.remove("")
        #expect(inFiles.count > 10)
        #expect(inFiles.isSubset(of: inBook), "\(inFiles.subtracting(inBook))")
    }

    @Test func theListOfAReportLeadsToEveryDocumentThereIs() throws {
        let workshop = try Workshop("tiny")
        #expect(try workshop.render(formats: allFormats).status == 0)
        let files = try workshop.files(below: "out/exampleton")
        let page = try workshop.text("out/exampleton/index.html")
        for path in files.keys
        where !["index.html", "manifest.json"].contains(path) && !path.hasPrefix("covers/") {
            #expect(page.contains("href=\"\(path)\""), "\(path)")
        }
        for match in page.matches(of: /(?:href|src)="([^"#:]+)"/) {
            #expect(files[String(match.1)] != nil, "\(match.1)")
        }
        #expect(page.contains("<span class=\"details\">1") || page.contains(" pages, "))
    }

    @Test func theListOfAWaveLeadsToItsReports() throws {
        let workshop = try Workshop("tiny")
        #expect(try workshop.render(formats: "md").status == 0)
        #expect(try workshop.text("out/index.html").contains("href=\"exampleton/index.html\""))
    }

    @Test func aPageOfSomebodyElseIsNotReplacedByTheListOfReports() throws {
        let workshop = try Workshop("tiny")
        try workshop.write("mine", to: "out/index.html")
        let run = try workshop.render(formats: "md")
        #expect(run.status == 1)
        #expect(
            run.words.contains("out/index.html: error: poet did not make this page and will not replace it"))
        #expect(try workshop.text("out/index.html") == "mine")
    }

    @Test func piecesForAWebsiteHaveTheirPicturesAndAList() throws {
        let workshop = try Workshop("tiny")
        let options = ["--formats", "cms", "--cms-heading", "2"]
        #expect(try workshop.poet(["render", "wave", "--output", "out"] + options).status == 0)
        let files = try workshop.files(below: "out/exampleton")
        let whole = try workshop.text("out/exampleton/cms/report.html")
        #expect(whole.contains("<h2 id=\"title\">") && whole.contains("<h3 id=\"summary\">"))
        for match in whole.matches(of: /src="([^"]+)"/) {
            #expect(files["cms/\(match.1)"] != nil, "\(match.1)")
        }
        let summary = try workshop.text("out/exampleton/cms/report-summary.html")
        #expect(summary.hasPrefix("<h2 id=\"summary\">"))
        let list = try workshop.text("out/exampleton/cms/list.html")
        for path in files.keys where path.hasPrefix("cms/") && path != "cms/list.html" {
            #expect(list.contains("\"\(path.dropFirst(4))\""), "\(path)")
        }
    }

    @Test(arguments: [
        (
            ["--formats", "cms", "--cms-heading", "7"],
            "--cms-heading is 7, expected 1 to 6, the levels of headings in HTML"
        ),
        (["--formats", "docx"], "the format 'docx' needs the program pandoc, and there is none in PATH"),
        (["--formats", "odt"], "unknown format 'odt'"),
    ])
    func whatCannotBeMadeIsToldBeforeAnythingIs(_ options: [String], _ message: String) throws {
        let workshop = try Workshop("tiny")
        // The environment of the tests is empty, so there is no PATH.
        let run = try workshop.poet(["render", "wave", "--output", "out"] + options)
        #expect(run.status == 1)
        #expect(run.words.contains("error: \(message)"))
        #expect(!workshop.exists("out"))
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/pandoc")))
    func pandocMakesAWordDocumentWithStylesAlternativeTextsAndTables() throws {
        let workshop = try Workshop("tiny")
        let arguments = ["render", "wave", "--formats", "docx", "--date", "2026-01-31", "--output"]
        let path = ["PATH": "/usr/bin"]
        #expect(try workshop.poet(arguments + ["out"], environment: path).status == 0)
        #expect(try workshop.poet(arguments + ["again"], environment: path).status == 0)
        let bytes = try #require(try workshop.files(below: "out/exampleton")["report.docx"])
        #expect(try workshop.files(below: "again/exampleton")["report.docx"] == bytes)
        let entries = try ZipListing(Array(bytes)).entries
        let document = try #require(entries.first { $0.path == "word/document.xml" })
        let text = String(decoding: document.bytes, as: UTF8.self)
        for part in [
            "<w:pStyle w:val=\"Title\" />", "<w:pStyle w:val=\"Heading1\" />",
            "<w:pStyle w:val=\"FigureTitle\" />",
            "<w:pStyle w:val=\"Subtitle\" />", "<w:pStyle w:val=\"Date\" />", "31 January 2026",
            "<w:pStyle w:val=\"TOCHeading\" />", "TOC \\o", "<w:footerReference ",
            "<w:tblHeader w:val=\"true\" />", "descr=\"Dignity in support: 73%.", "w:w=\"11906\"",
        ] {
            #expect(text.contains(part), "\(part)")
        }
        #expect(entries.contains { $0.path.hasPrefix("word/media/") })
    }
}
