import Diagnostics
import Document
import Files
import Survey
import TestSupport
import Testing

@testable import Reports

/// The last look at a report finds each number that is not published, wherever it stands.
struct FinalScanTests {
    // MARK: Reading numbers

    @Test(arguments: [
        ("69.7% of 455 people", ["69.7%", "455"]), ("about 1,281 or 12,345,678", ["1281", "12345678"]),
        ("one, 2,3 and 4, 5", ["2", "3", "4", "5"]), ("80 % and 81\u{A0}%", ["80%", "81%"]),
        ("Q3a, −2 to +5 points.", ["3", "2", "5"]), ("version 1.2.3", ["1.2", "3"]),
        ("7 in 10.", ["7", "10"]),
        ("18–44", ["18", "44"]), ("no number", []), ("0.04%", ["0.04%"]), ("1,2345", ["1", "2345"]),
    ]) func numbersAreReadAsTheyArePrinted(text: String, numbers: [String]) {
        #expect(PrintedNumber.all(in: text).map(\.description) == numbers)
    }

    // MARK: Finished files

    @Test(arguments: [("tiny", "exampleton"), ("tiny-published", "marked"), ("poet-adults-2017", "national")])
    func aReportThatIsRightHasNoFaults(example: String, body: String) throws {
        let rendered = try Examples.render(example, body)
        #expect(rendered.report.finalScan.faults(in: rendered.files, date: Examples.date) == [])
        #expect(rendered.files.filter { FinishedScan.isHeld($0.path) }.count > 4)
    }

    /// One place of a finished file, and the same with another number.
    struct Change: Sendable, CustomTestStringConvertible {
        var path: String
        var right: String
        var wrong: String
        var number: String

        var testDescription: String { "\(path): \(wrong)" }
    }

    private static let chart = "holders-difference-better5"

    private static let changes = [
        Change(
            path: "report.html", right: "<td class=\"n\">73%", wrong: "<td class=\"n\">99%", number: "99%"),
        Change(path: "report.html", right: ">73%</text>", wrong: ">78%</text>", number: "78%"),
        Change(
            path: "report.html", right: "<main id", wrong: "<p>Of all, 64% agree.</p>\n<main id",
            number: "64%"),
        Change(
            path: "report.html", right: "support: 73%. Stacked", wrong: "support: 99%. Stacked", number: "99%"
        ),
        Change(path: "report.html", right: "Figure 1.", wrong: "Figure 91.", number: "91"),
        Change(path: "report.md", right: "**73%**", wrong: "**73.3%**", number: "73.3%"),
        Change(path: "charts/\(chart).svg", right: ">38%<", wrong: ">83%<", number: "83%"),
        Change(path: "charts/\(chart).svg", right: "chart, 2 rows", wrong: "chart, 77 rows", number: "77"),
        Change(path: "data/\(chart).csv", right: ",73,80,", wrong: ",73.2,80,", number: "73.2"),
        Change(path: "data/\(chart).csv", right: ",73,80,", wrong: ",99,80,", number: "99"),
        Change(path: "results.json", right: "\"share\": 73", wrong: "\"share\": 73.4", number: "73.4"),
        Change(path: "results.json", right: "\"count\": 80", wrong: "\"count\": 81", number: "81"),
        Change(
            path: "data/csv-metadata.json", right: "\"dc:title\": \"", wrong: "\"dc:title\": \"64.4% of ",
            number: "64.4%"),
    ]

    /// Each cell of a number in the workbook, changed: what is typed, and what is shown for it.
    @Test func aChangedCellOfTheWorkbookIsNamed() throws {
        let tiny = try Examples.tiny.get()
        let file = try #require(tiny.files.first { $0.path.hasSuffix(".ods") })
        let content = String(decoding: try ZipArchive.file("content.xml", in: file.bytes), as: UTF8.self)
        let cells = content.matches(of: #/office:value="([0-9.]+)"><text:p>([0-9.]+)</#)
        #expect(cells.count > 5)
        for cell in cells {
            for part in [cell.1, cell.2] {
                var changed = content
                changed.replaceSubrange(
                    part.startIndex..<part.endIndex, with: part + (part.contains(".") ? "7" : ".73"))
                let bytes = try ZipArchive.bytes(of: [.init("content.xml", Array(changed.utf8))])
                let faults = tiny.report.finalScan.faults(in: [(file.path, bytes)], date: Examples.date)
                #expect(
                    faults.count == 1 && faults.first?.location?.file == file.path,
                    "\(part): \(faults.map(\.message))")
            }
        }
    }

    @Test func aWorkbookThatCannotBeReadIsAFault() throws {
        let tiny = try Examples.tiny.get()
        let faults = tiny.report.finalScan.faults(in: [("data.ods", [1, 2, 3])])
        #expect(faults.map(\.message) == ["'content.xml' cannot be read from the zip archive"])
    }

    @Test(arguments: changes) func aChangedNumberIsNamedWithItsFile(_ change: Change) throws {
        let tiny = try Examples.tiny.get()
        var bytes = try #require(tiny.files.first { $0.path == change.path }).bytes
        let place = try #require(bytes.firstRange(of: Array(change.right.utf8)), "\(change.right)")
        bytes.replaceSubrange(place, with: change.wrong.utf8)
        let line = bytes[..<place.lowerBound].count { $0 == 10 } + 1
        let faults = tiny.report.finalScan.faults(in: [(change.path, bytes)], date: Examples.date)
        #expect(faults.count == 1)
        #expect(faults.first?.message.hasPrefix("the number \(change.number) is not published, in “") == true)
        #expect(faults.first?.location?.file == change.path)
        #expect(faults.first?.location?.line == line)
    }

    /// Whichever percentage of a finished file is given a decimal more, it is found.
    @Test(arguments: 1...12) func noPercentageCanTellADecimalMore(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let tiny = try Examples.tiny.get()
        // Some drawings have no percentage.
        let texts = tiny.files.filter { file in
            FinishedScan.isHeld(file.path) && [".html", ".md", ".svg"].contains { file.path.hasSuffix($0) }
                && !Self.percentages(of: file.bytes).isEmpty
        }
        #expect(Set(texts.map { $0.path.suffix(3) }) == ["tml", ".md", "svg"])
        let file = try #require(texts.randomElement(using: &random))
        let place = try #require(Self.percentages(of: file.bytes).randomElement(using: &random))
        var changed = file.bytes
        changed.insert(contentsOf: ".6".utf8, at: place)
        let around = String(decoding: file.bytes[..<place].suffix(60), as: UTF8.self)
        #expect(
            tiny.report.finalScan.faults(in: [(file.path, changed)]).count == 1, "\(file.path) …\(around)")
    }

    /// Where the signs of percentages stand in a finished file.
    private static func percentages(of bytes: [UInt8]) -> [Int] {
        // Styles hold percentages of their own; the text begins behind them.
        let start = bytes.firstRange(of: Array("</style>\n</head>".utf8))?.upperBound ?? 1
        return bytes.indices[start...].dropLast().filter { index in
            // So does a drawing in its style.
            !bytes[..<index].suffix(9).elementsEqual("width:100".utf8) && bytes[index] == UInt8(ascii: "%")
                && (48...57).contains(bytes[index - 1])
                && Array("<. ,;)*".utf8).contains(bytes[index + 1])
        }
    }

    // MARK: Blocks

    private func faults(in blocks: [Block], of report: ComposedReport, narratives: Set<String> = [])
        -> [Diagnostic]
    {
        let log = DiagnosticLog()
        var scan = ManuscriptScan(
            register: NumberRegister(report.context, data: report.data), book: report.context.book,
            narratives: narratives, spoken: SpokenTexts([]), log: log)
        scan.explained = report.documents[0].settings.numbers.map(\.text)
        _ = scan.check(Manuscript(blocks: blocks))
        return log.diagnostics
    }

    @Test func aNumberThatATemplateTypesIsAnErrorWithItsLine() throws {
        let report = try Examples.tiny.get().report
        let place = SourceLocation(file: "mine/report.md", line: 7, column: 1)
        let typed = Block(.paragraph([.text("About 73% said so.")]), location: place)
        let faults = faults(in: [Block(.callout(.key, [typed]))], of: report)
        #expect(
            faults.map(\.message) == [
                "the number 73% is typed here, and no published figure stands behind it"
            ])
        #expect(faults.first?.location == place)
    }

    @Test func whatPeopleWroteIsLeftToTheFactCheckAndWhatExplainsIsDeclared() throws {
        let report = try Examples.tiny.get().report
        let place = SourceLocation(file: "summary.md", line: 1)
        let typed = Block(.paragraph([.text("About 41% said so.")]), location: place)
        #expect(faults(in: [typed], of: report, narratives: ["summary.md"]).isEmpty)
        let explained = Block(.paragraph([.text("It lies inside 95 times in 100.")]), location: place)
        #expect(faults(in: [explained], of: report).isEmpty)
    }

    @Test(arguments: [
        ("holders.dignity.positive@this", "72%", "and '73%' is published"),
        ("holders.work.positive@this", "30%", "and is not published"),
        ("holders.dignty.positive@this", "73%", "and is not published"),
    ]) func aFigureIsPrintedAsItIsPublished(id: String, text: String, end: String) throws {
        let report = try Examples.tiny.get().report
        let words: [Inline] = [.strong([.figure(id: id, text: text)]), .text(" said so.")]
        #expect(
            faults(in: [Block(.paragraph(words))], of: report).map(\.message)
                == ["the figure '\(id)' is printed as '\(text)', \(end)"])
    }

    /// A drawing, its text alternative, its notes and its table are each held against the figure's own numbers.
    @Test(arguments: ["title", "text alternative", "notes", "table"])
    func everyPartOfAFigureIsScanned(part: String) throws {
        let report = try Examples.tiny.get().report
        var figure = try #require(
            report.documents[0].manuscript.blocks.lazy.compactMap { block -> Figure? in
                if case .figure(let figure) = block.content, figure.kind == .chart { figure } else { nil }
            }.first)
        switch part {
        case "title": figure.title.append(.text(" 61%"))
        case "notes": figure.notes.append([.text("It was 61%.")])
        case "table": figure.table?.rows[0][1] = .number([.text("61%")])
        default: figure.alternative += " 61%"
        }
        #expect(
            faults(in: [Block(.figure(figure))], of: report).map(\.message)
                == ["the number 61% in the \(part) of '\(figure.name)' is none of its published figures"])
    }
}
