import Diagnostics
import Document
import Testing

/// Random blocks of the plain kinds, the same for the same seed.
private struct BlockSource {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next(_ limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
    }

    mutating func word() -> String {
        let words = [
            "people", "70%", "1.", "2)", "-", "+", "*a*", "_b_", "#", "`c`", "[d]", "(e)", "<f>", "&amp;",
            "g|h", "~i~", "“j”",
            "k’s", "\"l\"", "'m'", "--", "...", "n–o", "\\", "=", "$p$", "www.q.org", "https://r.org", "![s]",
            "é",
        ]
        return words[next(words.count)]
    }

    mutating func text() -> Inline { .text((0...next(4)).map { _ in word() }.joined(separator: " ")) }

    mutating func inlines() -> [Inline] {
        var result: [Inline] = [text()]
        for _ in 0..<next(3) {
            result.append(.text(" "))
            switch next(5) {
            case 0: result.append(.strong([.text("strong"), .emphasis([.text("a")])]))
            case 1: result.append(.emphasis([.text("b c")]))
            case 2: result.append(.struck([.text("d")]))
            case 3: result.append(.code("e`f"))
            default: result.append(.link([.text("g")], to: "h (i).html", title: "j \"k\""))
            }
            result += [.text(" "), text()]
        }
        return joined(result)
    }

    private func joined(_ inlines: [Inline]) -> [Inline] {
        inlines.reduce(into: []) { result, inline in
            if case .text(let next) = inline, case .text(let last)? = result.last {
                result[result.count - 1] = .text(last + next)
            } else {
                result.append(inline)
            }
        }
    }

    mutating func block(depth: Int) -> Block {
        switch next(depth > 1 ? 4 : 7) {
        case 0: return Block(.heading(level: 2, inlines()))
        case 1: return Block(.code("a\n  b `` c\n\nd"))
        case 2:
            let columns = [
                DataTable.Column([.text("A")], isNumeric: false), .init([text()], isNumeric: true),
            ]
            return Block(
                .table(
                    DataTable(caption: [], columns: columns, rows: [[.text(inlines()), .number([text()])]])))
        case 3: return Block(.paragraph(inlines()))
        case 4:
            return Block(
                .quotation([
                    Block(.paragraph([.text("Said: ")] + [.strong([.text("a")])])), block(depth: depth + 1),
                ]))
        case 5:
            return Block(
                .callout(
                    [.key, .note, .caution][next(3)],
                    [Block(.paragraph([.text("Words")])), block(depth: depth + 1)]))
        default:
            let items = (0...next(3)).map { _ in [Block(.paragraph(inlines())), block(depth: depth + 1)] }
            return Block(.list(ItemList(start: [nil, 1, 7][next(3)], isTight: false, items: items)))
        }
    }
}

extension Block {
    /// The block without ids and places, its inner blocks too.
    fileprivate var bare: Block {
        switch content {
        case .quotation(let inside): Block(.quotation(inside.map(\.bare)))
        case .callout(let kind, let inside): Block(.callout(kind, inside.map(\.bare)))
        case .list(let list):
            Block(
                .list(
                    ItemList(
                        start: list.start, isTight: list.isTight, items: list.items.map { $0.map(\.bare) })))
        default: Block(content)
        }
    }
}

@Test func readingWhatWasWrittenGivesTheSameBlocks() {
    var source = BlockSource(seed: 2026)
    for _ in 0..<400 {
        let blocks = (0...source.next(4)).map { _ in source.block(depth: 0) }
        let text = MarkdownWriter().text(Manuscript(blocks: blocks))
        let again = MarkdownReader.read(text, file: "again.md", log: DiagnosticLog())
        #expect(again.blocks.map(\.bare) == blocks, "\(text)")
    }
}

@Test func aFigureIsItsDrawingWithTheSameWordsAndItsTable() throws {
    let text = MarkdownWriter().text(try Sample.manuscript())
    let expected = """
        **Figure 1. Exampleshire is close to the other councils on every question**

        Share who said better or a lot better, budget holders, 2026, with 95% intervals

        ![Two rows of dots: quality of life 70% against 68%, control over daily life 78% against 80%.](charts/beside-others.svg)

        | Question | Exampleshire | The other 11 councils together | Replies |
        | --- | ---: | ---: | ---: |
        | Quality of life | 70% | 68% | 112 |
        | Control over daily life | 78% | 80% | 110 |
        | Getting a paid job | [c] | 19% | [c] |

        In this table [c] means: not shown, to protect people’s privacy.

        Base: 104 to 112 people a question.

        Source: invented data.

        Download: [figures as CSV](data/beside-others.csv)
        """
    #expect(text.contains(expected))
    #expect(
        text.contains(
            "**70%** said their budget had made their quality of life better. This is **about the same as** in"
        ))
    #expect(text.hasSuffix("[^1]: That is 28%. See the notes on *how this was done*.\n"))
}

@Test func aFigureWithoutAPictureFileIsToldInWords() throws {
    let text = MarkdownWriter { _ in nil }.text(try Sample.manuscript())
    #expect(!text.contains("!["))
    #expect(
        text.contains(
            "\n\nTwo rows of dots: quality of life 70% against 68%, control over daily life 78% against 80%.\n\n"
        ))
}

@Test(arguments: [
    ("a [c] b", "a [c] b"), ("[c] first", "\\[c\\] first"), ("a [b](c)", "a \\[b\\](c)"),
    ("a [b][c]", "a \\[b\\][c]"), ("a [b]: c", "a \\[b\\]: c"), ("a [^1] b", "a \\[^1\\] b"),
    ("a ![b] c", "a \\!\\[b\\] c"),
    ("a [b", "a \\[b"), ("a ]b", "a \\]b"),
])
func bracketsAreEscapedOnlyWhereTheyWouldBeMarkup(_ words: String, _ written: String) {
    let blocks = [Block(.paragraph([.text(words)]))]
    let text = MarkdownWriter().text(Manuscript(blocks: blocks))
    #expect(text == written + "\n")
    let again = MarkdownReader.read(text, file: "again.md", log: DiagnosticLog())
    #expect(again.blocks.map(\.bare) == blocks)
}
