import Document
import Scene
import TestSupport
import Testing
import Typesetting

/// Where figures stand that have no room on the rest of a page.
@Suite struct FloatingTests {
    private func lines(_ count: Int, _ name: String) -> [Block] {
        (0..<count).map { paragraph("\(name)\($0)") }
    }

    private func page(of text: String, in document: TaggedDocument) -> Int? {
        document.pages.firstIndex { $0.contentLines.contains { $0.text.hasPrefix(text) } }
    }

    @Test func wordsAfterAFigureThatHasNoRoomFillThePageBeforeIt() throws {
        let document = try setDocument(lines(20, "a") + [figure(height: 500)] + lines(20, "b"))
        #expect(document.pages.count == 2)
        #expect(page(of: "Figure 1.", in: document) == 1)
        #expect(page(of: "b0", in: document) == 0 && page(of: "b19", in: document) == 1)
        let top = document.pages[1].contentLines.min { $0.origin.y < $1.origin.y }
        #expect(top?.text.hasPrefix("Figure 1.") == true)
        #expect(document.pages[0].contentLines.allSatisfy { $0.origin.y < 842 - 64 })
    }

    @Test func severalFiguresWaitInTheirOrder() throws {
        let figures = [1, 2].map { number -> Block in
            var block = figure(height: 600)
            guard case .figure(var drawn) = block.content else { return block }
            drawn.number = number
            block.content = .figure(drawn)
            return block
        }
        let document = try setDocument(
            lines(18, "a") + [figures[0]] + lines(4, "b") + [figures[1]] + lines(22, "c"))
        #expect(document.pages.count == 3)
        #expect(page(of: "b3", in: document) == 0 && page(of: "c0", in: document) == 0)
        #expect(page(of: "Figure 1.", in: document) == 1 && page(of: "Figure 2.", in: document) == 2)
        // The words fill what the first figure leaves of its page.
        #expect(document.pages[1].contentLines.last?.text.hasPrefix("c") == true)
        let text = document.text(of: 0)
        let places = ["a17", "Figure 1.", "b3", "Figure 2.", "c0"].compactMap {
            text.firstRange(of: $0)?.lowerBound
        }
        #expect(places.count == 5 && places == places.sorted())
    }

    @Test func aPageIsPaintedInTheOrderOfTheStructure() throws {
        let document = try setDocument(lines(20, "a") + [figure(height: 500)] + lines(20, "b"))
        for page in document.pages {
            let contents = page.pieces.compactMap { piece -> Int? in
                if case .content(let id, _) = piece.part { id } else { nil }
            }
            #expect(contents == contents.sorted())
        }
    }

    @Test func theStructureHasAFigureWhereTheDocumentHasIt() throws {
        let document = try setDocument(lines(20, "a") + [figure(height: 500)] + lines(20, "b"))
        let text = document.text(of: 0)
        let places = ["a19", "Figure 1.", "b0", "b19"].map { text.firstRange(of: $0)?.lowerBound }
        #expect(
            places.allSatisfy { $0 != nil } && places.compactMap(\.self) == places.compactMap(\.self).sorted()
        )
    }

    @Test func noHeadingPassesAFigureThatWaits() throws {
        for count in 10..<40 {
            let document = try setDocument(
                lines(count, "a") + [figure(height: 500), heading(3, "Next")] + lines(20, "b"))
            let figure = try #require(page(of: "Figure 1.", in: document))
            #expect(try #require(page(of: "Next", in: document)) >= figure)
        }
    }

    @Test func aFigureBelowItsHeadingStaysThere() throws {
        for count in 10..<40 {
            let document = try setDocument(
                lines(count, "a") + [heading(3, "Its heading"), figure(height: 500)] + lines(20, "b"))
            #expect(page(of: "Figure 1.", in: document) == page(of: "Its heading", in: document))
        }
    }

    @Test(arguments: 0..<60)
    func figuresKeepTheirOrderAndNothingIsLost(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        var blocks: [Block] = []
        var (words, figures) = (0, 0)
        for _ in 0..<40 {
            switch Int.random(in: 0..<6, using: &random) {
            case 0:
                figures += 1
                guard
                    case .figure(var drawn) = figure(height: Double.random(in: 80...880, using: &random))
                        .content
                else { continue }
                drawn.number = figures
                blocks.append(Block(.figure(drawn)))
            case 1: blocks.append(heading(Int.random(in: 2...4, using: &random), "Heading"))
            default:
                let count = Int.random(in: 1...90, using: &random)
                blocks.append(paragraph((0..<count).map { "w\(words + $0)" }.joined(separator: " ")))
                words += count
            }
        }
        let document = try setDocument(blocks)
        let said = document.text(of: 0).matches(of: /w[0-9]+/).map { String($0.output) }
        #expect(said == (0..<words).map { "w\($0)" })
        let order = document.pages.flatMap(\.contentLines).compactMap {
            $0.text.wholeMatch(of: /Figure ([0-9]+)\..*/).map { Int($0.1) ?? 0 }
        }
        #expect(order == Array(1..<(figures + 1)))
        for page in document.pages {
            #expect(!page.contentLines.isEmpty)
            #expect(page.contentLines.allSatisfy { $0.origin.y > 66 && $0.origin.y < 842 - 64 })
        }
    }

    @Test func aChartIsDrawnCloserWhereThatSavesAPage() throws {
        guard case .figure(var drawn) = figure(height: 600).content,
            case .chart(let wide, let narrow, _) = drawn.drawings
        else { return }
        let tight = Picture(
            size: Size(700, 480), title: "", alternative: "", background: nil,
            nodes: [
                .text(
                    TextLine(
                        "close", style: TextStyle(family: "Inter", weight: .bold, size: 9, color: .white),
                        origin: .zero, advance: 9))
            ])
        drawn.drawings = .chart(wide: wide, narrow: narrow, tight: tight)
        func isTight(_ lines: Int) throws -> Bool {
            let document = try setDocument(self.lines(lines, "a") + [Block(.figure(drawn))])
            return page(of: "close", in: document) != nil
        }
        #expect(try !isTight(2))
        #expect(try isTight(11))
    }
}
