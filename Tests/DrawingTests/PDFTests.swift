import Diagnostics
import Drawing
import Files
import Foundation
import Scene
import Testing

@Suite struct PDFTests {
    /// How often a piece of text stands in a file.
    private func count(_ text: String, in file: [UInt8]) -> Int {
        let wanted = Array(text.utf8)
        guard file.count >= wanted.count else { return 0 }
        return (0...file.count - wanted.count).count { place in
            file[place] == wanted[0] && file[place..<place + wanted.count].elementsEqual(wanted)
        }
    }

    @Test func twoFontBooksWriteTheSameBytes() throws {
        let first = try FontBook(folder: fontFolder)
        let second = try FontBook(folder: fontFolder)
        _ = try PNGExporter(fonts: second).png(sample(second), scale: 1)
        #expect(
            try PDFExporter(fonts: first).pdf(sample(first), language: "en-GB", date: "2026-11-21")
                == PDFExporter(fonts: second).pdf(sample(second), language: "en-GB", date: "2026-11-21"))
    }

    @Test func theFileIsATaggedFigureWithItsFontsInside() throws {
        let fonts = try FontBook(folder: fontFolder)
        let file = try PDFExporter(fonts: fonts).pdf(sample(fonts), language: "en-GB", date: "2026-11-21")
        #expect(file.starts(with: Array("%PDF-1.7\n".utf8)))
        #expect(count("/S/Document", in: file) == 1)
        #expect(count("/S/Figure", in: file) == 1)
        for font in ["Inter-Regular", "Inter-SemiBold", "Inter-Bold"] {
            #expect(count("+\(font)/", in: file) > 0)
        }
        #expect(count("/Andika", in: file) == 0)
        #expect(count("/ToUnicode", in: file) >= 3)
    }

    /// The contents of the pages of a file.
    private func contents(of file: [UInt8]) throws -> String {
        let data = Data(file)
        var (text, place) = ("", data.startIndex)
        while let start = data[place...].range(of: Data("\nstream\n".utf8)),
            let end = data[start.upperBound...].range(of: Data("\nendstream".utf8))
        {
            let stream = [UInt8](data[start.upperBound..<end.lowerBound])
            let unpacked = try? inflate(stream, atMost: 1 << 20, wrapping: .zlib)
            let words = unpacked.map { String(decoding: $0, as: UTF8.self) } ?? ""
            if words.contains(" BDC\n") { text += words }
            place = end.upperBound
        }
        return text
    }

    private func page(_ text: String, tracking: Double = 0) throws -> String {
        let fonts = try FontBook(folder: fontFolder)
        let style = TextStyle(size: 10, color: ink, tracking: tracking)
        let line = TextLine(text, style: style, origin: Point(10, 20), advance: 50)
        let picture = Picture(
            size: Size(100, 50), title: "T", alternative: "A", background: nil, nodes: [.text(line)])
        return try contents(of: PDFExporter(fonts: fonts).pdf(picture, language: "en-GB", date: "2026-11-21"))
    }

    @Test func kerningMovesGlyphsAndOtherwiseTheirWidthsDo() throws {
        #expect(try page("nnn").contains(#/Td \((..)\1\1\)Tj/#))
        #expect(try page("AVA").contains(#/Td \[\(..\)\d+\(..\)\d+\(..\)\]TJ/#))
        #expect(try page("nn", tracking: 0.1).contains(#/\)-100\(/#))
    }

    @Test func aGlyphThatStandsForOtherWordsThanBeforeSaysThem() throws {
        #expect(try !page("é, e\u{301}").contains("/ActualText"))
        // Latin and Greek iota have one glyph between them.
        let both = try page("\u{269}\u{3B9}")
        #expect(both.ranges(of: "/ActualText <FEFF03B9>").count == 1, "\(both)")
        #expect(both.ranges(of: "/ActualText").count == 1)
    }

    @Test func aDotIsALineOfNoLength() throws {
        let fonts = try FontBook(folder: fontFolder)
        let dot = Shape(.circle(center: Point(10, 20), radius: 1.5), fill: .color(blue))
        let picture = Picture(
            size: Size(100, 50), title: "T", alternative: "A", background: nil, nodes: [.shape(dot)])
        let file = try PDFExporter(fonts: fonts).pdf(picture, language: "en-GB", date: "2026-11-21")
        #expect(try contents(of: file).contains("3 w\n1 J 1 j\n10 30 m 10 30 l S\n"))
    }

    @Test func lettersAsOutlinesNeedNoFontsAndAPageTellsWhereItIsCut() throws {
        let fonts = try FontBook(folder: fontFolder)
        let line = Node.text(
            TextLine("75%", style: TextStyle(size: 40, color: ink), origin: Point(20, 60), advance: 80))
        let trim = Rect(x: 10, y: 20, width: 180, height: 70)
        let bleed = Rect(x: 5, y: 15, width: 190, height: 80)
        let document = TaggedDocument(
            title: "T", language: "en-GB",
            elements: [
                StructureElement(.document, kids: [.element(1)]),
                StructureElement(.figure, kids: [.content(0)], alternative: "75%"),
            ],
            pages: [
                TaggedPage(
                    size: Size(200, 100), pieces: [.init(.content(0, role: .figure), nodes: [line])],
                    boxes: .init(trim: trim, bleed: bleed))
            ])
        let file = try TaggedPDFExporter(fonts: fonts, outlinesText: true)
            .pdf(document, date: "2026-11-21", packsObjects: false)
        #expect(count("/Font", in: file) == 0)
        #expect(count("/TrimBox[10 10 190 80]", in: file) == 1)
        #expect(count("/BleedBox[5 5 195 85]", in: file) == 1)
    }

    @Test func theOnlyDateIsTheOneGiven() throws {
        let fonts = try FontBook(folder: fontFolder)
        let file = try PDFExporter(fonts: fonts).pdf(sample(fonts), language: "en-GB", date: "2024-02-29")
        #expect(count("/CreationDate(D:20240229000000Z)", in: file) == 1)
        #expect(count("/ModDate", in: file) == 0)
    }

    @Test func aBandOverTheWholePageLeavesTheTagsInPlace() throws {
        let fonts = try FontBook(folder: fontFolder)
        var picture = sample(fonts)
        let band = Shape(.rect(Rect(x: -1, y: -1, width: 400, height: 300), radius: 0), fill: .color(blue))
        picture.nodes.insert(.shape(band), at: 0)
        let file = try PDFExporter(fonts: fonts).pdf(picture, language: "en-GB", date: "2026-11-21")
        #expect(count("/S/Figure", in: file) == 1)
    }

    @Test func theFigureHasItsAlternativeAndTheDocumentItsLanguage() throws {
        let fonts = try FontBook(folder: fontFolder)
        var picture = sample(fonts)
        picture.alternative = "Tŷ (£)"
        let file = try PDFExporter(fonts: fonts).pdf(picture, language: "cy", date: "2026-11-21")
        #expect(count("/S/Figure", in: file) == 1)
        #expect(count("/Alt<FEFF005401770020002800A30029>", in: file) == 1)
        #expect(count("/Lang(cy)", in: file) == 1)
        #expect(count("/DisplayDocTitle true", in: file) == 1)
    }

    @Test(arguments: ["", "en GB", "-", "en)"])
    func whatIsNotALanguageIsAnError(language: String) throws {
        let fonts = try FontBook(folder: fontFolder)
        let found = messages { () throws(Failure) in
            _ = try PDFExporter(fonts: fonts).pdf(sample(fonts), language: language, date: "2026-11-21")
        }
        #expect(found == ["'\(language)' is not a language tag | write it as in en-GB"])
    }

    @Test(arguments: [
        "", "2026", "21-11-2026", "2026-13-01", "2026-00-10", "2026-01-32", "2026-1-1", "2026-+1-01",
    ])
    func whatIsNotADateIsAnError(date: String) throws {
        let fonts = try FontBook(folder: fontFolder)
        let found = messages { () throws(Failure) in
            _ = try PDFExporter(fonts: fonts).pdf(sample(fonts), language: "en-GB", date: date)
        }
        #expect(found == ["'\(date)' is not a date | write year, month and day: 2026-11-21"])
    }
}
