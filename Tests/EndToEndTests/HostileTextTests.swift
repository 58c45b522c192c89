import Foundation
import TestSupport
import Testing

/// What a narrative could hold that no page should: each is an error that says so, or is set safely with a warning.
@Suite struct HostileTextTests {
    struct Text: CustomTestStringConvertible, Sendable {
        var name: String
        var text: String
        var status: Int32
        /// The beginnings of what is said, in order; each once.
        var said: [String]
        /// What no page may have.
        var never: [String] = []

        var testDescription: String { name }
    }

    private static let file = "wave/council/summary.md"

    private static let texts = [
        Text(
            name: "raw HTML", text: "Hello <b onclick=x>there</b>\n\n<script>alert(1)</script>\n\nBye.\n",
            status: 0,
            said: [
                "\(file):1: warning: raw HTML is left out: '<b onclick=x>'",
                "\(file):1: warning: raw HTML is left out: '</b>'",
                "\(file):3: warning: raw HTML is left out: '<script>alert(1)</script>'",
            ], never: ["alert(1)", "onclick"]),
        Text(
            name: "links that run or read",
            text: "See [this](javascript:alert(1)), [that](data:text/html,x) and [it](file:///etc/passwd).\n",
            status: 0,
            said: ["this", "that", "it"].map { "\(file):1: warning: the link of '\($0)' to '" },
            never: ["javascript:", "data:text", "file:///"]),
        Text(
            name: "a picture from the network", text: "![A picture](https://example.org/x.png)\n", status: 1,
            said: [
                "\(file):1: error: the picture 'https://example.org/x.png' is not beside the report, and none is fetched"
            ]),
        Text(
            name: "10,000 nested quotations", text: String(repeating: ">", count: 10_000) + " deep\n",
            status: 1,
            said: [
                "\(file):1: error: quotations, lists or emphasised words stand within each other more than 60 deep"
            ]),
        Text(
            name: "10,000 nested emphases",
            text: String(repeating: "**a ", count: 10_000) + String(repeating: "a** ", count: 10_000) + "\n",
            status: 1,
            said: [
                "\(file):1: error: quotations, lists or emphasised words stand within each other more than 60 deep"
            ]),
        Text(
            name: "40 nested quotations", text: String(repeating: ">", count: 40) + " deep\n", status: 1,
            said: [
                "\(file):1: error: the block 'summary.p19' stands within so many others that no room is left for it"
            ]),
        Text(
            name: "text from right to left", text: "שלום עולם\n", status: 1,
            said: [
                "error: the font 'Inter' has no sign for 'ש' (U+05E9) in 'שלום'",
                "error: the font 'Inter' has no sign for 'ע' (U+05E2) in 'עולם'",
            ]),
        Text(
            name: "a hidden turn of direction", text: "abc \u{202E}cba\u{202C} abc\n", status: 1,
            said: ["\(file):1: error: a mark that is not seen turns the direction of the text (U+202E)"]),
        Text(
            name: "an emoji", text: "Good 😀 work\n", status: 1,
            said: ["error: the font 'Inter' has no sign for '😀' (U+1F600) in '😀'"]),
        Text(
            name: "a word of 20,000 letters", text: String(repeating: "x", count: 20_000) + "\n", status: 0,
            said: ["warning: 'Summary' takes "]),
        Text(
            name: "a table of 40 columns and one row, which is turned", text: columns(rows: 1), status: 0,
            said: ["warning: 'Summary' takes "]),
        Text(
            name: "a table of 40 columns and ten rows, which is parted", text: columns(rows: 10), status: 0,
            said: ["warning: 'Summary' takes "]),
        Text(
            name: "a cell taller than a page",
            text: "|a|b|\n|-|-|\n|x|" + String(repeating: "word ", count: 3000) + "|\n", status: 1,
            said: ["\(file):1: error: a row of the table in 'summary.p1' is 2512 points tall"]),
        Text(
            name: "a heading of 400 words",
            text: "### " + String(repeating: "heading ", count: 400) + "\n\ntext\n",
            status: 1, said: []),
    ]

    private static func columns(rows: Int) -> String {
        func row(_ cells: (Int) -> String) -> String {
            "|" + (0..<40).map { cells($0) + "|" }.joined() + "\n"
        }
        return row { "Column \($0)" } + row { _ in "-" }
            + (0..<rows).map { line in row { "word\(line)-\($0)" } }.joined()
    }

    @Test(arguments: texts) func whatNoPageShouldHoldIsToldOrSetSafely(_ text: Text) throws {
        let workshop = try Workshop("tiny")
        var wave = ExtremeWave()
        wave.narrative = text.text
        try wave.write(to: workshop)
        let run = try workshop.render(formats: "html,md,pdf")
        #expect(run.status == text.status, "\(run.words.prefix(2000))")
        let told = told(run.words).filter { !$0.hasPrefix("hint: ") && !$0.contains("reports failed") }
        if text.status == 0 || !text.said.isEmpty { #expect(told.count == text.said.count, "\(told)") }
        for (line, start) in zip(told, text.said) { #expect(line.hasPrefix(start)) }
        guard text.status == 0 else {
            #expect(!workshop.exists("out/council"))
            return
        }
        let page = try workshop.text("out/council/report.html") + workshop.text("out/council/report.md")
        for words in text.never { #expect(!page.contains(words)) }
    }
}
