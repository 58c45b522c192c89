import Document
import Scene
import TestSupport
import Testing
import Typesetting

@Suite struct PageTests {
    @Test func aHeadingNeverStandsLastOnAPage() throws {
        for lines in 20..<60 {
            let blocks =
                (0..<lines).map { _ in paragraph("short") } + [heading(3, "Heading"), paragraph(words(60))]
            let document = try setDocument(blocks)
            for page in document.pages {
                guard let last = page.contentLines.last, case .content(_, let role) = last.part else {
                    continue
                }
                #expect(role != .heading3)
            }
        }
    }

    @Test(arguments: 0..<40)
    func aPartedParagraphHasTwoLinesOnEachPage(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let blocks = (0..<30).map { _ in paragraph(words(Int.random(in: 1...160, using: &random))) }
        let document = try setDocument(blocks)
        var lines: [Int: [Int]] = [:]
        for page in document.pages {
            var counts: [Int: Int] = [:]
            for line in page.contentLines {
                if case .content(let id, _) = line.part { counts[id, default: 0] += 1 }
            }
            for (id, count) in counts { lines[id, default: []].append(count) }
        }
        #expect(document.pages.count > 1)
        for counts in lines.values where counts.count > 1 { #expect(counts.allSatisfy { $0 >= 2 }) }
    }

    @Test(arguments: 0..<40)
    func everyWordStandsOnAPageInOrderAndWithinTheMargins(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        var number = 0
        var blocks: [Block] = []
        for _ in 0..<25 {
            var text = ""
            for _ in 0..<Int.random(in: 1...80, using: &random) {
                number += 1
                text += "w\(number) "
            }
            switch Int.random(in: 0..<5, using: &random) {
            case 0: blocks.append(Block(.list(ItemList(isTight: true, items: [[paragraph(text)]]))))
            case 1: blocks.append(Block(.callout(.key, [paragraph(text)])))
            case 2: blocks.append(Block(.quotation([paragraph(text)])))
            case 3:
                blocks.append(Block(.numbers([NumberRow(number: [.text("7%")], sentence: [.text(text)])])))
            default: blocks.append(paragraph(text))
            }
        }
        let document = try setDocument(blocks)
        let found = document.text(of: 0).matches(of: /w[0-9]+/).map { String($0.output) }
        #expect(found == (1...number).map { "w\($0)" })
        for page in document.pages {
            for line in page.contentLines {
                #expect(line.origin.x >= 47 && line.origin.y > 66 && line.origin.y < 842 - 64)
                #expect(line.origin.x + line.advance < 595 - 40)
            }
        }
    }

    @Test func aLineIsNoWiderThanTheMeasureAndALastLineIsNoSingleShortWord() throws {
        for count in 2..<120 {
            let document = try setDocument([paragraph(words(count, "seven77"))])
            let lines = document.pages.flatMap(\.contentLines)
            #expect(lines.allSatisfy { $0.advance <= 440 + 7 })
            if lines.count > 1 { #expect((lines.last?.text.split(separator: " ").count ?? 0) > 1) }
        }
    }

    @Test func aWordWiderThanTheLineIsCut() throws {
        let word = String(repeating: "x", count: 400)
        let document = try setDocument([paragraph(word)])
        #expect(document.text(of: 0) == word)
        #expect(document.pages.flatMap(\.contentLines).allSatisfy { $0.advance <= 440 })
    }

    @Test func aFigureStaysWithItsTitle() throws {
        for lines in 10..<50 {
            let document = try setDocument(
                (0..<lines).map { _ in paragraph("short") } + [figure(height: 500)])
            let pages = document.pages.indices.filter { page in
                document.pages[page].pieces.contains {
                    if case .content(_, .figure) = $0.part { true } else { false }
                }
            }
            let titles = document.pages.indices.filter { page in
                document.pages[page].contentLines.contains { $0.text.hasPrefix("Figure 1.") }
            }
            #expect(pages == titles)
        }
    }

    @Test func whoSpokeStandsCloseBelowTheWordsOnTheirPage() throws {
        let quotation = Block(.quotation([paragraph("I can sleep."), paragraph("A carer")]))
        for count in 20..<32 {
            let document = try setDocument((0..<count).map { _ in paragraph("short") } + [quotation])
            let pages = ["I can sleep.", "A carer"].map { words in
                document.pages.firstIndex { $0.contentLines.contains { $0.text == words } }
            }
            let page = try #require(pages[0])
            #expect(pages[1] == page)
            let lines = document.pages[page].contentLines.suffix(2).map(\.origin.y)
            #expect(lines[1] - lines[0] < 20)
        }
    }

    @Test func aTitleDoesNotEndItsLineAtAShortWord() throws {
        let document = try setDocument([
            heading(2, words(3, "seventeen") + " stands at 53% and that is it")
        ])
        let lines = document.pages[0].contentLines.map(\.text)
        #expect(lines.count == 2)
        #expect(lines[0].split(separator: " ").last.map { $0.count > 3 } ?? false, "\(lines)")
    }

    @Test func aFigureTallerThanAPageIsAnErrorThatNamesIt() {
        let found = messages { _ = try setDocument([figure(height: 1200, id: "too-tall")]) }
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("the figure 1 'too-tall' is ") ?? false, "\(found)")
        #expect(
            found.first?.hasSuffix(
                "points tall with what belongs to it, a page has 712 | make it shorter, or two of it")
                ?? false, "\(found)")
    }

    @Test func allFaultsAreToldAtOnce() {
        let image = Block(.paragraph([.image(source: "logo.png", alternative: "")]), id: "p")
        let found = messages { _ = try setDocument([image, figure(height: 1200)]) }
        #expect(found.count == 2)
        #expect(
            found.first == "the picture 'logo.png' stands within words, where the PDF cannot show it"
                + " | ask for it in a paragraph of its own, as in ![…](picture:house)")
    }

    @Test func wordsWithinTooManyQuotationsAreAnErrorAndNoCrash() {
        var block = paragraph("deep", id: "deep")
        for _ in 0..<500 { block = Block(.quotation([block])) }
        let found = messages { _ = try setDocument([block]) }
        #expect(
            found == [
                "the block stands within so many others that no room is left for it"
                    + " | take it out of some of the quotations, boxes and lists around it"
            ])
    }

    @Test func aLongParagraphIsSetWhole() throws {
        let document = try setDocument([paragraph(words(20_000))])
        #expect(document.text(of: 0) == words(20_000))
    }

    @Test func aLinkToNoPlaceIsAnErrorWithTheNearestName() {
        let link = Block(.paragraph([.link([.text("there")], to: "#safty", title: "")]))
        let found = messages { _ = try setDocument([heading(2, "Safety", id: "safety"), link]) }
        #expect(found.count == 1)
        #expect(
            found.first?.hasPrefix("the link 'there' goes to '#safty', and there is no such place") ?? false)
        #expect(found.first?.contains("safety") ?? false)
    }

    @Test func contentsTellThePageOfEachSection() throws {
        let blocks =
            [heading(1, "Title")]
            + (1...6).flatMap { [heading(2, "Section \($0)", id: "s\($0)"), paragraph(words(600))] }
        let document = try setDocument(blocks, hasFrontPage: true)
        let entries = document.elements.indices.filter { document.elements[$0].role == .contentsItem }
        #expect(entries.count == 6)
        for (index, entry) in entries.enumerated() {
            let page = try #require(document.places["s\(index + 1)"]).page
            #expect(document.text(of: entry) == "Section \(index + 1) \(page + 1)")
            #expect(document.pages[page].contentLines.contains { $0.text == "Section \(index + 1)" })
        }
    }

    @Test func theFrontPageHasNoRunningHeadAndTheOthersCountIt() throws {
        let document = try setDocument(
            [heading(1, "Title"), heading(2, "One"), paragraph("x")], hasFrontPage: true)
        let footers = document.pages.map { page in page.lines.filter { $0.part == .footer }.map(\.text) }
        #expect(footers == [[], ["Page 2 of 3"], ["Page 3 of 3"]])
    }

    @Test func logosStandOnTheFrontPageWithTheirNames() throws {
        let sign = Picture(
            size: Size(200, 100), title: "", alternative: "", background: nil,
            nodes: [
                .shape(
                    Shape(.rect(Rect(x: 0, y: 0, width: 200, height: 100), radius: 0), fill: .color(.white)))
            ])
        let logos = (1...8).map { FrontMatter.Logo(picture: sign, alternative: "Party \($0)") }
        let document = try Typesetter(measurer: FixedMeasurer()).document(
            Manuscript(blocks: [heading(1, "Title"), heading(2, "One")]),
            front: FrontMatter(title: "T", logos: logos, imprint: ["A line"]), language: "en-GB")
        #expect(
            document.elements.filter { $0.role == .figure }.map(\.alternative) == logos.map(\.alternative))
        let boxes = document.pages[0].pieces.filter {
            if case .content(_, .figure) = $0.part { true } else { false }
        }.compactMap(\.bounds)
        #expect(boxes.count == 8)
        for box in boxes {
            #expect(abs(box.size.height - 38) < 0.01 && box.maxX < 595 - 47)
            #expect(boxes.count { $0.overlaps(box) } == 1)
        }
    }

    @Test func headingsAreBookmarks() throws {
        let document = try setDocument([heading(1, "A"), heading(2, "B"), heading(3, "C"), paragraph("x")])
        #expect(document.bookmarks.map(\.title) == ["A", "B", "C"])
        #expect(document.bookmarks.map(\.level) == [1, 2, 3])
    }

    @Test func aFootnoteLinksThereAndBack() throws {
        let note = Manuscript.Footnote(number: 1, references: 1, blocks: [paragraph("The note.")])
        let text = Block(.paragraph([.text("Words"), .footnote(number: 1, occurrence: 1)]))
        let document = try setDocument([text], footnotes: [note])
        let links = document.pages.flatMap(\.links)
        #expect(links.map(\.target) == [.place("fn-1"), .place("fnref-1-1")])
        #expect(links.map(\.description) == ["Footnote 1", "Back to the text"])
        #expect(document.text(of: 0) == "Words1Footnotes1. The note.Back to the text")
    }
}
