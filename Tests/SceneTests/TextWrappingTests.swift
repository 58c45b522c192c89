import Scene
import TestSupport
import Testing

private let style = TextStyle(size: 10, color: .white)
private var wrapping: TextWrapping { TextWrapping(style: style, measurer: FixedMeasurer(letter: 0.5)) }

/// The width of so many letters.
private func letters(_ count: Int) -> Double { Double(count) * 5 }

@Test func aTextThatFitsStaysOnOneLine() {
    #expect(wrapping.lines("Quality of life", width: letters(15)) == ["Quality of life"])
    #expect(wrapping.lines("", width: letters(15)) == [""])
    #expect(wrapping.lines("   ", width: letters(15)) == [""])
}

@Test func noSingleWordIsLeftOnTheLastLineWhereABetterBreakExists() {
    let lines = wrapping.lines("Control over the important things in life", width: letters(37))
    #expect(lines == ["Control over the", "important things in life"])
}

@Test func aSingleWordStandsAloneWhereThereIsNoOtherBreak() {
    #expect(wrapping.lines("Being independent", width: letters(12)) == ["Being", "independent"])
}

@Test func theFewestLinesComeBeforeEvenOnes() {
    #expect(wrapping.lines("aaaa bbbb cccc dddd", width: letters(14)).count == 2)
}

@Test func linesBreakAfterHyphensAndSlashesButNotInNumbers() {
    #expect(wrapping.lines("home-care/help", width: letters(10)) == ["home-", "care/help"])
    #expect(wrapping.lines("in 2020-21", width: letters(8)) == ["in", "2020-21"])
}

@Test func aWordWiderThanTheLineIsCut() {
    #expect(wrapping.lines("incomprehensible", width: letters(6)) == ["incomp", "rehens", "ible"])
}

@Test func newLinesAndTabsCountAsSpaces() {
    #expect(wrapping.lines("one\ntwo\tthree", width: letters(20)) == ["one two three"])
}

@Test func aNonBreakingSpaceHolds() {
    #expect(wrapping.lines("base n\u{A0}2,041", width: letters(8)) == ["base", "n\u{A0}2,041"])
}

@Test func wrappingKeepsEveryLetterAndTheWidth() {
    var generator = SplitMix64(seed: 1)
    let alphabet = Array("aaabcdefghiklmnop     -/")
    for _ in 0..<3000 {
        let text = String(
            (0..<Int.random(in: 1...160, using: &generator)).map { _ in
                alphabet.randomElement(using: &generator) ?? "a"
            })
        let width = letters(Int.random(in: 1...60, using: &generator))
        let lines = wrapping.lines(text, width: width)
        let widths = lines.map { FixedMeasurer(letter: 0.5).width(of: $0, style: style) }
        #expect(widths.allSatisfy { $0 <= width }, "\(text) at \(width): \(lines)")
        #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
}

@Test func evenLinesNeedNoMoreLinesThanGreedyOnes() {
    var generator = SplitMix64(seed: 2)
    for _ in 0..<1000 {
        let words = (0..<Int.random(in: 1...30, using: &generator)).map { _ in
            String(repeating: "x", count: Int.random(in: 1...9, using: &generator))
        }
        let limit = Int.random(in: 9...40, using: &generator)
        var greedy = 1
        var used = -1
        for word in words {
            if used + 1 + word.count > limit {
                greedy += 1
                used = word.count
            } else {
                used += 1 + word.count
            }
        }
        let lines = wrapping.lines(words.joined(separator: " "), width: letters(limit))
        #expect(lines.count == greedy)
    }
}
