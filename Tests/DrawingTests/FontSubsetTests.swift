import Diagnostics
import Drawing
import Scene
import Testing

@Suite struct FontSubsetTests {
    @Test func theSameCharactersGiveTheSameBytesFromEveryBook() throws {
        let first = try FontSubset(family: "Inter", weight: .bold, from: FontBook(folder: fontFolder))
        let second = try FontSubset(family: "Inter", weight: .bold, from: FontBook(folder: fontFolder))
        #expect(first.bytes == second.bytes)
        #expect(
            try first.css().hasPrefix(
                "@font-face{font-family:'Inter';font-weight:700;src:url(data:font/woff;base64,d09GRk9UVE8"))
    }

    @Test(arguments: [("Inter", TextStyle.Weight.regular), ("Andika", .bold)])
    func aSubsetIsSmallAndMeasuresAsTheWholeFontDoes(family: String, weight: TextStyle.Weight) throws {
        let fonts = try FontBook(folder: fontFolder)
        let subset = try FontSubset(family: family, weight: weight, from: fonts)
        #expect(subset.bytes.count < 45_000)
        #expect(try subset.css().utf8.count < subset.bytes.count)

        let list = "\(family)  \(weight == .bold ? "bold" : "regular")  a.font  OFL-1.1  p  1  0\n"
        let folder = try TemporaryFolder(["fonts.lock": Array(list.utf8), "a.font": subset.bytes])
        let small = try FontBook(folder: folder.path)
        let style = TextStyle(family: family, weight: weight, size: 100, color: ink)
        for text in ["Wavy AV To. 1,110%", "Ŵyn a’r ŷd – “£5” …", "office ffi fl", "e\u{301}"] {
            #expect(abs(small.width(of: text, style: style) - fonts.width(of: text, style: style)) < 1e-9)
        }
        try small.check()
    }

    @Test func aPictureEmbedsOnlyWhatItNeeds() throws {
        let fonts = try FontBook(folder: fontFolder)
        let css = try FontSubset.css(for: sample(fonts), from: fonts)
        #expect(css.split(separator: "@font-face").count == 3)
        #expect(css.utf8.count < 25_000)
        let whole = try FontSubset(family: "Inter", weight: .regular, from: fonts)
        let more = try FontSubset(family: "Inter", weight: .regular, adding: "Ωλ", from: fonts)
        #expect(more.bytes.count > whole.bytes.count)
    }

    @Test func namedCharactersMustBeThere() throws {
        let fonts = try FontBook(folder: fontFolder)
        let found = messages { () throws(Failure) in
            _ = try FontSubset(family: "Inter", weight: .regular, characters: "a茶", from: fonts)
        }
        #expect(
            found == [
                "the font 'Inter' has no sign for '茶' (U+8336) in 'a茶' | write it with other characters"
            ])
        let unknown = messages { () throws(Failure) in
            _ = try FontSubset(family: "Andika", weight: .semibold, from: fonts)
        }
        #expect(unknown == ["the font 'Andika' has no weight 'semibold' | weights: regular, bold"])
    }
}
