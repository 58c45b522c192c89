import Foundation
import TestSupport
import Testing

/// Waves that are extreme in one thing are rendered whole: every word stands on its page.
@Suite struct ExtremeTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var wave: ExtremeWave
        /// The most pages that the report may take.
        var pages: Int
        /// What stands in it.
        var says: String

        var testDescription: String { name }
    }

    private static let cases = [
        Case(
            name: "long names",
            wave: ExtremeWave(
                name: ExtremeWave.longName,
                title: "What people who have a personal budget in \(ExtremeWave.longName) told us",
                label: "Being helped to take part in the life of the neighbourhood as often as one likes"),
            pages: 12, says: ExtremeWave.longName),
        Case(
            name: "answers of 200 characters",
            wave: ExtremeWave(
                themes: [2, 1], wording: ExtremeWave.sentence + "?",
                answers: (0..<5).map { String(ExtremeWave.sentence.dropLast(2)) + " \($0)" }),
            pages: 10, says: ExtremeWave.sentence),
        Case(
            name: "a theme of 30 questions", wave: ExtremeWave(themes: [30, 2]), pages: 12,
            says: "Question 29"),
        Case(
            name: "a question of 40 answers to choose", wave: ExtremeWave(choices: 40), pages: 17,
            says: "Uses: answers 7 to 13 of 40"),
        Case(
            name: "a group of 12 areas", wave: ExtremeWave(themes: [12], areas: 12), pages: 14,
            says: "Area number 11"),
        Case(
            name: "a group of 30 areas", wave: ExtremeWave(themes: [12], areas: 30), pages: 16,
            says: "Area number 29"),
        Case(name: "a theme of none", wave: ExtremeWave(themes: [3, 0, 2]), pages: 8, says: "Theme 2"),
        Case(name: "nobody to compare with", wave: ExtremeWave(others: 0), pages: 7, says: "Question 6"),
        Case(
            name: "everything withheld", wave: ExtremeWave(replies: 8), pages: 6,
            says: "Too few people answered for any result to be shown"),
        Case(
            name: "a single council with few replies", wave: ExtremeWave(replies: 20, others: 0), pages: 6,
            says: "Too few people answered for any result to be shown"),
    ]

    @Test(arguments: cases) func anExtremeWaveIsRenderedWhole(_ extreme: Case) throws {
        let workshop = try Workshop("tiny")
        try extreme.wave.write(to: workshop)
        let run = try workshop.render(formats: "html,md,pdf")
        #expect(run.status == 0)
        #expect(run.words == "")
        let text = try workshop.text("out/council/report.md")
        #expect(text.contains(extreme.says))
        if extreme.says.hasPrefix("Too few") { #expect(!text.contains("%**")) }
        if extreme.wave.themes.contains(0) { #expect(!text.contains("Theme 1")) }
        if extreme.wave.others == 0 { #expect(!text.contains("beside others")) }
        for document in ["report", "summary", "briefing", "initial-findings"] {
            let pages = try pages(of: "\(workshop.path)/out/council/\(document).pdf")
            guard let pages else { continue }
            #expect(!pages.isEmpty)
            for page in pages {
                #expect(page.words.allSatisfy { $0.minX >= 36 && $0.maxX <= page.width - 36 }, "\(document)")
            }
            if document == "report" { #expect(pages.count <= extreme.pages) }
            if document == "briefing" { #expect(pages.count == 1) }
        }
    }

    @Test(arguments: ["stacked", "diverging", "bars", "comparison"])
    func aChartOfMoreRowsThanAPageHoldsIsSeveralFigures(kind: String) throws {
        let workshop = try Workshop("tiny")
        var wave = ExtremeWave(themes: [40], replies: 600)
        wave.narrative = "![](chart:\(kind)?theme=theme0)\n\n![Our words](chart:\(kind)?theme=theme0)\n"
        try wave.write(to: workshop)
        let run = try workshop.render(formats: "md,pdf")
        #expect(run.status == 0, "\(run.words)")
        let text = try workshop.text("out/council/report.md")
        for part in 1...3 { #expect(text.contains("Our words (\(part) of 3)")) }
        #expect(!text.contains("of 4)"))
    }

    @Test(arguments: ["groups?question=q0-0", "multiples?questions=q0-0,q0-1"])
    func aChartOfMoreGroupsThanAPageHoldsIsSeveralFigures(kind: String) throws {
        let workshop = try Workshop("tiny")
        var wave = ExtremeWave(themes: [4], areas: 60)
        wave.narrative = "![](chart:\(kind)&group=area)\n\n![Our words](chart:\(kind)&group=area)\n"
        try wave.write(to: workshop)
        let run = try workshop.render(formats: "md,pdf")
        #expect(run.status == 0, "\(run.words)")
        let text = try workshop.text("out/council/report.md")
        for part in 1...4 { #expect(text.contains("Our words (\(part) of 4)")) }
    }

    private struct Page {
        var width: Double
        var words: [(minX: Double, maxX: Double)]
    }

    /// Where the words of each page stand; nil where the program that tells is not installed.
    private func pages(of file: String) throws -> [Page]? {
        let path = "/usr/bin/pdftotext"
        guard FileManager.default.isExecutableFile(atPath: path) else { return nil }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = ["-bbox", file, "-"]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return text.components(separatedBy: "<page ").dropFirst().map { page in
            let width = page.firstMatch(of: /width="([0-9.]+)"/).flatMap { Double($0.1) } ?? 0
            let words = page.matches(of: /<word xMin="([0-9.-]+)"[^>]*xMax="([0-9.]+)"/).map {
                (Double($0.1) ?? 0, Double($0.2) ?? 0)
            }
            return Page(width: width, words: words)
        }
    }
}
