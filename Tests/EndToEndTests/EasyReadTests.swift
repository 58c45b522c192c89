import Foundation
import TestSupport
import Testing

/// The Easy Read booklet, as a council gets it.
struct EasyReadTests {
    /// The invented county's booklet, in three formats, with every warning an error.
    private static func exampleshire(_ change: (Workshop) throws -> Void = { _ in }) throws -> Workshop {
        let workshop = try Workshop("exampleshire")
        try change(workshop)
        let run = try workshop.poet(
            "render", "wave/2026/exampleshire", "--output", "out", "--formats", "html,md,pdf", "--document",
            "easy-read",
            "--date", "2026-07-01", "--strict")
        #expect(run.words == "" && run.status == 0)
        return workshop
    }

    private static let base = "out/exampleshire/easy-read"

    /// The lines of a section of Markdown.
    private func section(_ title: String, of text: String) -> [Substring] {
        let parts = text.split(separator: "\n## ")
        return parts.first { $0.hasPrefix(title) }?.split(separator: "\n").dropFirst().map { $0 } ?? []
    }

    @Test func theEightMainFactsStandFirstAndEveryNumberIsItsFigure() throws {
        let workshop = try Self.exampleshire()
        let text = try workshop.text(Self.base + ".md")
        let first = try #require(text.split(separator: "\n## ").dropFirst().first)
        #expect(first.hasPrefix("The main things people said"))
        #expect(first.matches(of: /said this\./).count == 8)
        let html = try workshop.text(Self.base + ".html")
        let figures = html.matches(of: /<span class="figure" data-figure="([^"]+)">([^<]+)<\/span>/)
        #expect(figures.count > 40)
        // Each "out of 10" of the page stands in a figure of the published results.
        #expect(html.matches(of: /out of 10/).count == figures.count { $0.output.2.contains("out of 10") })
        #expect(figures.allSatisfy { $0.output.1.hasSuffix("@this") || $0.output.1.hasSuffix("@last") })
        let main = try #require(html.split(separator: "<main").last).split(separator: "</main>")[0]
        #expect(!main.replacing(/<svg.*?<\/svg>/.dotMatchesNewlines(), with: "").contains("%"))
    }

    @Test func everyPictureStandsBesideWordsThatSayItAll() throws {
        let html = try Self.exampleshire().text(Self.base + ".html")
        let rows = html.matches(of: /<div class="picture-row"><div class="picture" aria-hidden="true"><svg/)
            .count
        #expect(rows > 50)
        #expect(html.matches(of: /<div class="picture-words"><p id="[^"]+\.words">[^ ]/).count == rows)
    }

    @Test func untilSomebodyCheckedItThePageSaysSoAndThenTheLastPageSaysWho() throws {
        let notice = "Not yet checked by people with a learning disability."
        #expect(try Self.exampleshire().text(Self.base + ".html").contains(notice))
        let checked = try Self.exampleshire { workshop in
            let file = "wave/2026/exampleshire/report.yaml"
            try workshop.write(
                workshop.text(file) + "easyRead: {checkedBy: Exampleshire People First, on: 2026-08-03}\n",
                to: file)
        }
        #expect(try !checked.text(Self.base + ".html").contains(notice))
        #expect(
            section("Who checked this", of: try checked.text(Self.base + ".md"))
                == ["**Exampleshire People First** checked this booklet on 3 August 2026."])
    }

    @Test func hardWordsAreBoldTheFirstTimeAndExplainedAtTheEnd() throws {
        let text = try Self.exampleshire().text(Self.base + ".md")
        let place = try #require(text.firstRange(of: "survey"))
        #expect(text[..<place.lowerBound].hasSuffix("**"))
        let explained = section("Hard words", of: text).filter { $0.hasPrefix("**") && $0.hasSuffix("\\") }
        let words = explained.map { $0.dropFirst(2).dropLast(3) }
        #expect(
            words == words.sorted() && words.contains("personal budget") && !words.contains("direct payment"))
    }

    @Test func aWithheldResultIsNotSpokenOf() throws {
        let workshop = try Workshop("tiny")
        try workshop.slip(Slip("template: council", "template: easy-read"), in: "wave/wave.yaml")
        #expect(try workshop.render().words == "")
        let text = try workshop.text("out/exampleton/report.md")
        #expect(text.contains("We left some answers out. Very few people gave them."))
        #expect(text.matches(of: /said this\./).count == 2)
    }

    @Test(arguments: slips) func aFaultOfABookletIsToldWithItsPlace(_ fault: Fault) throws {
        let workshop = try Workshop("tiny")
        try workshop.slip(Slip("template: council", "template: easy-read"), in: "wave/wave.yaml")
        try workshop.write(
            workshop.text("wave/exampleton/report.yaml") + "narrative: {easy-next: next.md}\n"
                + fault.settings,
            to: "wave/exampleton/report.yaml")
        try workshop.write(fault.narrative + "\n", to: "wave/exampleton/next.md")
        for (name, bytes) in fault.pictures {
            try workshop.write(Data(bytes), to: "wave/exampleton/pictures/" + name)
        }
        let run = try workshop.render()
        let lines = run.words.split(separator: "\n").map(String.init)
            .filter { !$0.contains(" | ") && !$0.hasPrefix("1 of 1 reports failed") }
        #expect(lines == fault.said)
    }

    /// What somebody wrote, and what poet says of it.
    struct Fault: Sendable, CustomTestStringConvertible {
        var narrative = "![You can come to a meeting.](picture:talking)"
        var settings = ""
        var pictures: [String: [UInt8]] = [:]
        var said: [String]

        var testDescription: String { said.first ?? "" }
    }

    private static let next = "wave/exampleton/next.md"

    static let slips: [Fault] = [
        Fault(
            narrative:
                "![We will meet in the hall and then we will all talk about what you said to us.](picture:talking)",
            said: [
                "\(next):1: warning: 'We will meet in the hall and then …' has 18 words, expected at most 15",
                "hint: make two sentences of it",
            ]),
        Fault(
            narrative: "![We will commence soon.](picture:next)",
            said: ["\(next):1: warning: 'commence' is a hard word", "hint: write 'start'"]),
        Fault(
            narrative: "![We like interdisciplinary talks.](picture:talking)",
            said: [
                "\(next):1: warning: 'interdisciplinary' is a long word",
                "hint: use a shorter one, or explain it in words.yaml",
            ]),
        Fault(
            narrative: "![The ICB will come.](picture:talking)",
            said: [
                "\(next):1: warning: 'ICB' is a short form",
                "hint: write the whole words, or explain it in words.yaml",
            ]),
        Fault(
            narrative: "![{{holders.dignity.positive@this}} feel respect.](picture:respect)",
            said: [
                "\(next):1: warning: '73% feel respect.' has a percentage",
                "hint: write it with |outOfTen, as in {{holders.dignity.positive@this|outOfTen}}",
            ]),
        Fault(
            narrative: "We will meet.",
            said: [
                "\(next):1: warning: 'We will meet.' has no picture beside it",
                "hint: write ![We will meet.](picture:talking)",
            ]),
        Fault(
            narrative: "![We will meet.](picture:talkin)",
            said: [
                "\(next):1: error: there is no picture 'talkin'", "hint: did you mean 'talking'?",
                "hint: put your own into the report's folder, as pictures/talkin.png",
            ]),
        Fault(
            narrative: "![We will meet.](picture:talking?filled=11)",
            said: ["\(next):1: error: 'filled' is '11', expected a whole number from 0 to 10"]),
        Fault(
            narrative: "![We will meet.](picture:talking?figure=holders.dignty.positive@this)",
            said: [
                "\(next):1: error: unknown figure 'holders.dignty.positive@this'",
                "hint: did you mean 'holders.dignity.positive@this'?",
            ]),
        Fault(
            settings: "easyRead: {checkedBy: People First, on: August}\n",
            said: [
                "wave/exampleton/report.yaml:5:41: error: 'on' is 'August', expected a date such as 2026-03-31"
            ]),
        Fault(
            settings: "easyRead: {checkedBy: People First}\n",
            said: ["wave/exampleton/report.yaml:5:11: error: 'easyRead' has no 'on'"]),
        Fault(
            pictures: ["talking.jpg": [0xFF, 0xD8]],
            said: [
                "wave/exampleton/pictures/talking.jpg: error: 'talking.jpg' is not a picture that can be used here",
                "hint: save it as PNG, or as a simple SVG",
            ]),
        Fault(
            pictures: ["talking.png": [0xFF, 0xD8, 0xFF]],
            said: [
                "wave/exampleton/pictures/talking.png: error: the picture 'wave/exampleton/pictures/talking.png' is not a PNG",
                "hint: save it as PNG: renaming the file is not enough",
            ]),
        Fault(
            pictures: ["talkin.svg": [0x3C]],
            said: [
                "wave/exampleton/pictures/talkin.svg: warning: the picture 'talkin' is not used",
                "hint: did you mean 'talking'?",
            ]),
    ]
}
