import Charts
import Diagnostics
import Foundation
import Scene
import Survey
import TestSupport
import Testing
import Typesetting

@testable import Reports

struct ThemeTests {
    private let library = Library(share: Repository.root)

    private func read(_ text: String) throws -> [String] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "poet-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(text.utf8).write(to: folder.appendingPathComponent("mine.yaml"))
        try Data("p { color: red } @import 'x';".utf8).write(to: folder.appendingPathComponent("bad.css"))
        let library = library
        return said { () throws(Failure) in try library.theme("mine", beside: folder.path, at: nil) }
            .map { $0.replacing(folder.path + "/", with: "") }
    }

    @Test func theFileOfPoetsOwnLooksSaysWhatTheProgramHas() throws {
        let theme = try library.theme("poet", beside: "/nowhere", at: nil)
        #expect(theme.chart == ChartTheme.standard)
        #expect(theme.chart == Theme().chart)
        #expect(theme.print() == Theme().print())
        #expect(theme.css == Theme().css)
    }

    @Test func everyShippedThemeCanBeReadByEverybody() throws {
        let names = library.names(of: "themes")
        #expect(names == ["council", "poet"])
        for name in names { _ = try library.theme(name, beside: "/nowhere", at: nil) }
    }

    @Test func aThemeReachesPaperChartsAndThePage() throws {
        let theme = try library.theme("council", beside: "/nowhere", at: nil)
        #expect(theme.print().main == theme.chart.main)
        #expect(!theme.print().hasBand)
        #expect(theme.css.contains("--main: \(theme.chart.main.hex);"))
        #expect(theme.chart.palette != Palette())
    }

    @Test func aThemeThatCannotBeReadIsRefusedWithEveryRatio() throws {
        let said = try read(
            """
            format: poet-theme/1
            id: mine
            colours:
              quiet: "#8A9199"
              main: "#7799AA"
            charts:
              scale: {positive: "#9FC5E8"}
              comparators: ["#E65C14", "#801650", "#DDDDDD"]

            """)
        #expect(
            said == [
                "mine.yaml:4:10: 'quiet' (#8A9199) on the paper (#FFFFFF) has a contrast of 3.18, expected at least 4.50 for words | \"#71767D\" would do",
                "mine.yaml:5:9: 'main' (#7799AA) on the paper (#FFFFFF) has a contrast of 3.03, expected at least 4.50 for words | \"#5F7A88\" would do",
                "mine.yaml:5:9: 'main' (#7799AA) on ground (#EEF3F8) has a contrast of 2.71, expected at least 4.50 for words | \"#59727F\" would do",
                "mine.yaml:4:10: 'quiet' (#8A9199) on ground (#EEF3F8) has a contrast of 2.85, expected at least 4.50 for words | \"#6A6F75\" would do",
                "mine.yaml:7:21: 'positive' (#9FC5E8) on the paper (#FFFFFF) has a contrast of 1.72 to people with protanopia, expected at least 3.00 for marks of charts | \"#7793AE\" would do",
                "mine.yaml:8:39: 'comparators[3]' (#DDDDDD) on the paper (#FFFFFF) has a contrast of 1.35, expected at least 3.00 for marks of charts | \"#949494\" would do",
                "mine.yaml:7:21: 'positive' (#9FC5E8) and 'neutral' (#D5D9DC) look alike to people with protanopia: a distance of 7, expected at least 10 | make one of them darker or lighter",
                "mine.yaml:5:9: 'main' (#7799AA) and 'range' (#4C92D0) look alike to whoever prints in grey: a distance of 2, expected at least 20 | make one of them darker or lighter",
                "mine.yaml:5:9: 'main' (#7799AA) and 'outline' (#767D84) look alike to people with deuteranopia: a distance of 7, expected at least 20 | make one of them darker or lighter",
            ])
    }

    @Test func coloursThatSomebodyCannotTellApartAreRefused() throws {
        let said = try read(
            """
            format: poet-theme/1
            id: mine
            charts:
              scale: {strongNegative: "#1D5C1D"}
              groups: ["#12436D", "#E65C14", "#1A6E67", "#D9CFEE"]

            """)
        #expect(
            said == [
                "mine.yaml:4:27: 'strongPositive' (#12436D) and 'strongNegative' (#1D5C1D) look alike to people with tritanopia: a distance of 4, expected at least 10 | make one of them darker or lighter"
            ])
    }

    @Test func theColoursOfGroupsReachTheCharts() throws {
        let theme = try library.theme("council", beside: "/nowhere", at: nil)
        #expect(theme.chart.palette.groups.map(\.hex) == ["#2F3E46", "#C07F43", "#396D80", "#DFD9E6"])
        #expect(theme.chart.attention.hex == "#7A3E00")
    }

    @Test(arguments: [
        (
            "font: Intr",
            "mine.yaml:3:7: there is no font 'Intr' in Fonts/ | did you mean 'Inter'?"
        ),
        ("font: Andika", "mine.yaml:3:7: the font 'Andika' has no weight 'semibold' in Fonts/"),
        (
            "front: banner",
            "mine.yaml:3:8: 'front' of the theme is 'banner', expected one of: band, plain | did you mean 'band'?"
        ),
        (
            "colours: {ink: red}",
            "mine.yaml:3:16: 'ink' is the text 'red', expected a colour such as \"#12436D\" | put it in quotation marks: YAML takes what follows a bare # for a remark"
        ),
        (
            "colours: {inc: \"#000000\"}",
            "mine.yaml:3:11: unknown key 'inc' in 'colours' | did you mean 'ink'?"
        ),
        (
            "charts: {comparators: [\"#000000\"]}",
            "mine.yaml:3:23: 'comparators' has 1 colours, expected 3"
        ),
        ("charts: {groups: [\"#000000\"]}", "mine.yaml:3:18: 'groups' has 1 colours, expected 4"),
        ("style: none.css", "mine.yaml:3:8: there is no style sheet 'none.css'"),
        (
            "style: bad.css",
            "mine.yaml:3:8: the style sheet 'bad.css' holds '@import', which a report's page may not | a page loads nothing: colours, fonts and logos belong in the theme itself"
        ),
    ])
    func aSlipIsToldWithItsPlace(line: String, message: String) throws {
        #expect(try read("format: poet-theme/1\nid: mine\n\(line)\n") == [message])
    }

    @Test func anUnknownThemeIsToldWithTheNearest() {
        let library = library
        let said = said { () throws(Failure) in try library.theme("concil", beside: "/nowhere", at: nil) }
        #expect(said == ["there is no theme 'concil' | did you mean 'council'?"])
    }

    @Test func anUnknownFrameIsToldWithTheNearest() {
        let library = library
        let said = said { () throws(Failure) in try library.frame("reprt", beside: "/nowhere", at: nil) }
        #expect(said == ["there is no frame 'reprt' | did you mean 'report'?"])
    }
}
