import Diagnostics
import PDFFinishing
import Scene
import TestSupport
import Testing

@Suite struct FinishingTests {
    private func document(_ change: (inout TaggedDocument) -> Void = { _ in }) -> TaggedDocument {
        let line = TextLine(
            "Words", style: TextStyle(size: 10, color: Color(0)), origin: Point(10, 20), advance: 30)
        var document = TaggedDocument(
            title: "Tŷ & co", language: "en-GB",
            elements: [
                StructureElement(.document, kids: [.element(1)]),
                StructureElement(.heading1, kids: [.content(7)]),
            ],
            pages: [
                TaggedPage(
                    size: Size(200, 100),
                    pieces: [
                        .init(.content(7, role: .heading1), nodes: [.text(line)]),
                        .init(.decoration, nodes: []),
                    ])
            ],
            bookmarks: [.init(title: "Words", level: 1, place: .init(page: 0, point: Point(0, 10)))],
            places: ["words": .init(page: 0, point: Point(0, 10))])
        change(&document)
        return document
    }

    private var font: EmbeddedFont {
        let glyphs = [(3, "W"), (4, "ŷ"), (9, "")].map {
            EmbeddedFont.Glyph(id: $0.0, width: 600.25, text: $0.1)
        }
        return EmbeddedFont(
            name: "Inter-Regular", program: FontProgram(compressed: [1, 2, 3], size: 9, isCFF: true),
            glyphs: glyphs,
            ascent: 900, descent: -200, capHeight: 700)
    }

    private func finished(
        _ document: TaggedDocument? = nil, pages: Int = 1, date: String = "2026-11-21",
        _ change: (inout DrawnPages) -> Void = { _ in }
    ) throws -> String {
        var drawn = DrawnPages()
        drawn.contents = Array(repeating: Array("q Q".utf8), count: pages)
        change(&drawn)
        let finisher = try PDFFinisher(document ?? self.document(), date: date, packsObjects: false)
        return String(decoding: try finisher.finish(drawn), as: UTF8.self)
    }

    private func message(_ work: () throws -> Void) -> String {
        do {
            try work()
            return "no error"
        } catch let failure as Failure {
            return failure.diagnostics.map { ([$0.message] + $0.hints).joined(separator: " | ") }
                .joined(separator: "; ")
        } catch {
            return "another error: \(error)"
        }
    }

    @Test func theFinishedFileHasEverythingThatReadersNeed() throws {
        let file = try finished()
        for part in [
            "/Lang(en-GB)", "/MarkInfo<</Marked true>>", "/DisplayDocTitle true",
            "<pdfuaid:part>1</pdfuaid:part>",
            "Tŷ &amp; co", "/Tabs/S", "/StructParents 0", "/Type/StructTreeRoot", "/S/H1", "/Type/Outlines",
            "/Names[(words) [", "/CreationDate(D:20261121000000Z)",
        ] { #expect(file.contains(part), "\(part)") }
    }

    @Test func alternativesScopesAndExpansionsStandInTheirElements() throws {
        let file = try finished(
            document { document in
                document.elements[1].kids.append(.element(2))
                document.elements.append(StructureElement(.figure, alternative: "A (chart)"))
                document.elements[1].kids.append(.element(3))
                document.elements.append(StructureElement(.headerCell, scope: .row))
                document.elements[1].kids.append(.element(4))
                document.elements.append(StructureElement(.span, expansion: "not shown"))
                document.elements[1].kids.append(.element(5))
                document.elements.append(StructureElement(.list, numbering: .bullets))
            })
        #expect(file.contains("/S/Figure") && file.contains("/Alt(A \\(chart\\))"))
        #expect(file.contains("/A<</O/Table/Scope/Row>>"))
        #expect(file.contains("/E(not shown)"))
        #expect(file.contains("/A<</O/List/ListNumbering/Disc>>"))
    }

    @Test func aLinkSaysWhatItIsAndWhereItBelongs() throws {
        let file = try finished(
            document { document in
                document.elements[1].kids.append(.element(2))
                document.elements.append(StructureElement(.link))
                document.pages[0].links = [
                    .init(
                        area: Rect(x: 10, y: 10, width: 30, height: 12),
                        target: .address("https://example.org/"),
                        element: 2, description: "An example"),
                    .init(
                        area: Rect(x: 10, y: 30, width: 30, height: 12), target: .place("words"), element: 2,
                        description: "Words"),
                ]
            })
        #expect(file.contains("/Rect[10 78 40 90]"))
        #expect(file.contains("/Contents(An example)") && file.contains("/URI(https://example.org/)"))
        #expect(
            file.contains("/Dest(words)") && file.contains("/StructParent 1")
                && file.contains("/StructParent 2"))
        #expect(file.ranges(of: "/Type/OBJR").count == 2)
    }

    @Test func theSameFileGivesTheSameBytes() throws {
        #expect(try finished() == finished())
    }

    @Test func aFontSaysItsWidthsItsCharactersAndHowItsGlyphsAreNumbered() throws {
        let file = try finished { $0.fonts = [font] }
        #expect(file.contains("/W[3 [600.25 600.25] 9 [600.25]]"))
        #expect(file.contains("/Subtype/CIDFontType0C") && file.contains("+Inter-Regular"))
        #expect(!file.contains("/CIDToGIDMap"))
        let outlines = try finished {
            var font = font
            font.program.isCFF = false
            $0.fonts = [font]
        }
        #expect(outlines.contains("/CIDToGIDMap/Identity") && outlines.contains("/Length1 9"))
    }

    @Test func anImageHasAMaskWhereItIsNotOpaque() throws {
        let image = DrawnImage(width: 1, height: 1, colors: [1, 2, 3], opacity: nil)
        #expect(try !finished { $0.images = [image] }.contains("/SMask"))
        var veiled = image
        veiled.opacity = [128]
        #expect(try finished { $0.images = [veiled] }.contains("/SMask"))
    }

    @Test func aDifferentNumberOfPagesIsAnError() {
        #expect(message { _ = try finished(pages: 2) } == "2 pages were drawn in place of 1")
    }
}
