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

    private func finished(
        _ file: DrawnFile = DrawnFile(), _ document: TaggedDocument? = nil, date: String = "2026-11-21"
    ) throws -> String {
        let finisher = try PDFFinisher(document ?? self.document(), date: date, packsObjects: false)
        return String(decoding: try finisher.finish(try file.bytes()), as: UTF8.self)
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

    @Test func theFinishedFileHasEverythingThatCairoLeavesOut() throws {
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
            DrawnFile(),
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
            DrawnFile(),
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

    @Test func anotherProducerIsRefusedByItsName() {
        #expect(
            message { _ = try finished(DrawnFile(producer: "cairo 1.18.2")) }
                == "the PDF was drawn by 'cairo 1.18.2', which the finishing pass does not know"
                + " | it knows the files of cairo 1.16")
    }

    @Test(arguments: [
        ("/H1", "/H2", "page 1 was drawn with the mark 'H2' 0 in place of 'H1' 0"),
        ("/MCID 1", "/MCID 3", "page 1 was drawn with the mark 'NonStruct' 3 in place of 'NonStruct' 1"),
        (
            "EMC\nQ", "EMC\n/P << /MCID 2 >> BDC EMC\nQ",
            "page 1 was drawn with the mark 'P' 2 in place of 'no mark' 2"
        ),
        ("/NonStruct << /MCID 1 >> BDC", "", "page 1 was drawn with 1 marks in place of 2"),
        (
            "/MCID 1 >>", "/MCID 1 /Lang (cy) >>",
            "page 1 was drawn with a mark that the finishing pass does not know"
        ),
    ])
    func aMarkThatWasNotToBeDrawnIsAnError(old: String, new: String, expected: String) {
        var file = DrawnFile()
        file.content = file.content.replacing(old, with: new)
        #expect(message { _ = try finished(file) } == expected)
    }

    @Test func anObjectOfAnUnknownKindIsAnErrorThatNamesIt() {
        let expected =
            "the PDF was drawn with an object of the kind 'Movie' (object 5), which the finishing pass does not know"
        #expect(
            message { _ = try finished(DrawnFile(resource: "<< /Type /Movie >>")) } == expected)
    }

    @Test func anUnknownEntryOfAPageIsAnErrorThatNamesIt() {
        #expect(
            message { _ = try finished(DrawnFile(pageEntries: "/Trans << >>")) }
                == "a page was drawn with the entry 'Trans', which the finishing pass does not know")
    }

    @Test func markupWithinWordsIsNoMark() throws {
        var file = DrawnFile()
        file.content = file.content.replacing("Words", with: "/P << /MCID 9 >> BDC")
        #expect(try !finished(file).isEmpty)
    }

    @Test func aDifferentNumberOfPagesIsAnError() {
        let document = document { $0.pages += $0.pages }
        #expect(message { _ = try finished(DrawnFile(), document) } == "1 pages were drawn in place of 2")
    }

    @Test(arguments: 0..<400)
    func damagedBytesGiveAFileOrAnErrorAndNeverACrash(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        var bytes = try DrawnFile().bytes()
        for _ in 0...seed % 5 {
            bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        if seed % 4 == 0 { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random)) }
        let finisher = try PDFFinisher(document(), date: "2026-11-21")
        let found = try? finisher.finish(bytes)
        #expect(found.map { $0.starts(with: Array("%PDF-1.7".utf8)) } ?? true)
    }
}
