import Diagnostics
import Drawing
import Scene
import Testing

@Suite struct FontBookTests {
    @Test func widthsGrowInProportionToTheSize() throws {
        let fonts = try FontBook(folder: fontFolder)
        for weight in TextStyle.Weight.allCases {
            let small = fonts.width(of: "Wavy, 1,234", style: TextStyle(weight: weight, size: 7, color: ink))
            let large = fonts.width(of: "Wavy, 1,234", style: TextStyle(weight: weight, size: 70, color: ink))
            #expect(abs(large - 10 * small) < 1e-9)
            #expect(small > 30)
        }
    }

    @Test func figuresAreAllOfOneWidthAndPairsAreKerned() throws {
        let fonts = try FontBook(folder: fontFolder)
        let style = TextStyle(size: 100, color: ink)
        let widths = Set("0123456789".map { fonts.width(of: String($0), style: style) })
        #expect(widths.count == 1)
        let apart = fonts.width(of: "A", style: style) + fonts.width(of: "V", style: style)
        #expect(fonts.width(of: "AV", style: style) < apart - 1)
        #expect(fonts.width(of: "", style: style) == 0)
    }

    @Test func figuresOfTheirOwnWidthAreNarrowerWhereThereAreOnes() throws {
        let fonts = try FontBook(folder: fontFolder)
        let tabular = TextStyle(size: 100, color: ink)
        let proportional = TextStyle(size: 100, color: ink, figures: .proportional)
        #expect(fonts.width(of: "111", style: proportional) < fonts.width(of: "111", style: tabular) - 30)
        #expect(fonts.width(of: "people", style: proportional) == fonts.width(of: "people", style: tabular))
        #expect(Set("0123456789".map { fonts.width(of: String($0), style: proportional) }).count > 1)
    }

    @Test func trackingIsAddedAfterEachCharacter() throws {
        let fonts = try FontBook(folder: fontFolder)
        let plain = fonts.width(of: "Tŷ 75", style: TextStyle(size: 50, color: ink))
        let close = fonts.width(of: "Tŷ 75", style: TextStyle(size: 50, color: ink, tracking: -0.02))
        #expect(abs(plain - close - 5 * 0.02 * 50) < 1e-9)
    }

    @Test func capitalsAreLowerThanTheAscent() throws {
        let metrics = try FontBook(folder: fontFolder).metrics(of: TextStyle(size: 10, color: ink))
        #expect(metrics.capHeight > 6 && metrics.capHeight < metrics.ascent)
        #expect(metrics.descent > 1 && metrics.descent < metrics.ascent)
    }

    @Test(arguments: [
        ("Intre", TextStyle.Weight.regular, "a", "unknown font family 'Intre' | did you mean 'Inter'?"),
        ("Comic Sans", .bold, "a", "unknown font family 'Comic Sans' | families: Inter, Andika"),
        ("Andika", .semibold, "a", "the font 'Andika' has no weight 'semibold' | weights: regular, bold"),
        (
            "Inter", .regular, "Tea 茶 time",
            "the font 'Inter' has no sign for '茶' (U+8336) in 'Tea 茶 time' | write it with other characters"
        ),
        (
            "Inter", .regular, "bell \u{7}",
            "the font 'Inter' has no sign for '\u{7}' (U+0007) in 'bell \u{7}' | write it with other characters"
        ),
    ])
    func whatTheFontsLackIsAnError(family: String, weight: TextStyle.Weight, text: String, message: String)
        throws
    {
        let fonts = try FontBook(folder: fontFolder)
        let picture = Picture(
            size: Size(100, 30), title: "", alternative: "", background: nil,
            nodes: [line(text, x: 0, y: 20, weight: weight, family: family, measurer: fonts)])
        #expect(messages { () throws(Failure) in try fonts.check() } == [message])
        #expect(
            messages { () throws(Failure) in _ = try PNGExporter(fonts: fonts).png(picture, scale: 1) } == [
                message
            ])
        #expect(messages { () throws(Failure) in try fonts.check() }.isEmpty)
    }

    @Test func aFolderWithoutAListIsAnError() {
        let found = messages { () throws(Failure) in _ = try FontBook(folder: "/nowhere") }
        #expect(
            found == [
                "cannot read '/nowhere/fonts.lock': No such file or directory"
                    + " | the folder of the fonts holds a fonts.lock that lists them"
            ])
    }

    @Test(arguments: [
        ("", "LOCK: no font is listed"),
        (
            "Inter  bold",
            "LOCK:1: 2 columns; expected 7: family, weight, file, licence, source package, version, sha256"
                + " | part the columns by two blanks or more"
        ),
        ("# fonts\nInter  blod  a.otf  L  p  1  0", "LOCK:2: unknown weight 'blod' | did you mean 'bold'?"),
        (
            "Inter  bold  none.otf  L  p  1  0",
            "cannot read the font 'FOLDER/none.otf' | run Scripts/fonts to fetch the fonts"
        ),
        ("Inter  bold  fonts.lock  L  p  1  0", "'FOLDER/fonts.lock' is not a font of one face"),
    ])
    func aFaultyListIsAnErrorThatNamesItsLine(list: String, message: String) throws {
        let folder = try TemporaryFolder(["fonts.lock": Array(list.utf8)])
        var found: [String] = []
        do throws(Failure) {
            _ = try FontBook(folder: folder.path)
        } catch {
            found = error.diagnostics.map { diagnostic in
                let place = diagnostic.location.map { "\($0.line.map { "LOCK:\($0)" } ?? "LOCK"): " } ?? ""
                return ([place + diagnostic.message] + diagnostic.hints).joined(separator: " | ")
            }
        }
        let expected = message.split(separator: "FOLDER", omittingEmptySubsequences: false).joined(
            separator: folder.path)
        #expect(found == [expected])
    }
}
