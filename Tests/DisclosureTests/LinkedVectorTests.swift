import Survey
import Testing

@testable import Disclosure

@Suite struct LinkedVectorTests {
    @Test(arguments: LinkedVectors.file.cases)
    func rangesAreThoseOfTheVectors(_ table: LinkedVectors.Case) {
        let system = table.system(hiding: table.suppressed, protection: 1)
        for line in table.audit {
            guard let cell = table.names.firstIndex(of: line.cell) else { continue }
            var attack = Attack(on: system, around: cell)
            let range = attack.range(of: cell)
            #expect(range.isExact, "\(line.cell)")
            #expect(range.low == Int(line.intLow ?? line.lpLow ?? -1), "\(line.cell)")
            #expect(range.high == (line.intHigh ?? line.lpHigh).map { Int($0) }, "\(line.cell)")
            #expect((range.low == range.high) == line.exactlyDisclosed, "\(line.cell)")
        }
    }

    @Test(arguments: LinkedVectors.file.cases)
    func leakingPatternsAreFoundAndRepairedOnesHold(_ table: LinkedVectors.Case) {
        let system = table.system(hiding: table.suppressed, protection: 1)
        #expect(system.exposed().isEmpty == table.protectsAllPrimaryFromExactDisclosure)
    }

    @Test(arguments: LinkedVectors.file.cases, [1, 5])
    func asFewCellsAreHiddenAsCanBe(_ table: LinkedVectors.Case, _ protection: Int) {
        let optimum = protection == 1 ? table.optimumNoExactDisclosure : table.optimumWidthAtLeast5
        let found = Suppression(of: table.system(hiding: table.primary, protection: protection))
        #expect(found.hopeless.isEmpty)
        #expect(found.system.exposed().isEmpty)
        if let optimum { #expect(found.secondaries.count == optimum.minSecondaryCount) }
    }

    @Test(arguments: LinkedVectors.file.cases, [1, 5])
    func noSecondaryCellCanGo(_ table: LinkedVectors.Case, _ protection: Int) {
        let found = Suppression(of: table.system(hiding: table.primary, protection: protection))
        for secondary in found.secondaries {
            var system = found.system
            system.show(secondary.cells)
            #expect(!system.exposed().isEmpty, "\(table.names[secondary.lead]) is not needed")
        }
    }

    @Test(arguments: LinkedVectors.file.cases)
    func theOrderOfTheCellsDoesNotMatterToTheRanges(_ table: LinkedVectors.Case) {
        let order = Array(table.names.reversed())
        let system = table.system(order: order, hiding: table.suppressed, protection: 1)
        for line in table.audit {
            guard let cell = order.firstIndex(of: line.cell) else { continue }
            var attack = Attack(on: system, around: cell)
            #expect(attack.range(of: cell).low == Int(line.intLow ?? line.lpLow ?? -1))
        }
    }

    @Test func aPercentageTellsTheCountsThatTheVectorsSay() {
        #expect(LinkedVectors.file.percentLeak.count >= 10)
        for leak in LinkedVectors.file.percentLeak {
            let scale = (0..<leak.decimals).reduce(1.0) { scale, _ in 10 * scale }
            let share = Percentage(units: Int((leak.shownPercent * scale).rounded()), decimals: leak.decimals)
            let range = share.counts(of: leak.base)
            #expect([range?.lowerBound, range?.upperBound] == leak.consistentCounts.map { $0 }, "\(leak)")
        }
    }
}
