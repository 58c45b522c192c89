import Diagnostics
import Document
import Scene
import Testing
import Typesetting

struct ContactTests {
    private let blocks = [
        heading(1, "A report", id: "title"),
        Block(.callout(.contact, [paragraph("Ring us.", id: "ring")]), id: "contact"),
        heading(2, "First", id: "first"), paragraph("Text."),
    ]

    @Test func theContactStandsOnThePageAfterTheFrontAboveTheContents() throws {
        let document = try setDocument(blocks, hasFrontPage: true)
        let second = document.pages[1].lines.map(\.text)
        let ring = try #require(second.firstIndex { $0.contains("Ring us.") })
        let contents = try #require(second.firstIndex { $0.contains("Contents") })
        #expect(ring < contents)
        #expect(!document.pages[0].lines.contains { $0.text.contains("Ring us.") })
        #expect(document.pages.count == 3)
    }

    @Test func withoutAFrontPageItStandsInTheText() throws {
        let document = try setDocument(blocks)
        #expect(document.pages[0].lines.contains { $0.text.contains("Ring us.") })
    }

    @Test func aLongListOfContentsStandsCloserRatherThanEndOnAnotherPage() throws {
        let sections = (1...23).flatMap { [heading(2, "Section \($0)", id: "s\($0)"), paragraph("Text.")] }
        let document = try setDocument(blocks.dropLast(2) + sections, hasFrontPage: true)
        #expect(document.pages[1].lines.contains { $0.text.contains("Section 23") })
    }
}
