import TestSupport
import Testing

@testable import Charts

@Test func boxesThatDoNotMeetStayWhereTheyAre() {
    let spread = Spread([0, 30, 100], heights: [20, 20, 20], gap: 5, within: 0...200)
    #expect(spread?.tops == [0, 30, 100])
    #expect(spread?.furthest == 0)
}

@Test func boxesThatMeetShareTheShift() {
    let spread = Spread([50, 50], heights: [20, 20], gap: 0, within: 0...200)
    #expect(spread?.tops == [40, 60])
    #expect(spread?.furthest == 10)
}

@Test func boxesThatAreTallerThanTheirRoomHaveNoPlace() {
    #expect(Spread([0, 0], heights: [20, 20], gap: 5, within: 0...44) == nil)
    #expect(Spread([0, 0], heights: [20, 20], gap: 5, within: 0...45)?.tops == [0, 25])
}

@Test func boxesKeepTheirOrderAndTheirRoomAndAreNotMovedWithoutNeed() {
    var generator = SplitMix64(seed: 91)
    for _ in 0..<500 {
        let heights = (0..<(1 + generator.below(8))).map { _ in Double(10 + generator.below(30)) }
        let wanted = heights.map { _ in Double(generator.below(300)) }.sorted()
        guard let spread = Spread(wanted, heights: heights, gap: 4, within: 0...400) else { continue }
        for index in heights.indices.dropFirst() {
            #expect(spread.tops[index] >= spread.tops[index - 1] + heights[index - 1] + 4 - 1e-9)
        }
        #expect(
            spread.tops[0] >= 0 && spread.tops[heights.count - 1] + heights[heights.count - 1] <= 400 + 1e-9)
        let meets = zip(wanted.indices.dropFirst(), wanted.dropFirst()).contains { index, top in
            wanted[index - 1] + heights[index - 1] + 4 > top
        }
        let isInside = wanted[heights.count - 1] + heights[heights.count - 1] <= 400
        if !meets && isInside { #expect(spread.tops == wanted) }
    }
}
