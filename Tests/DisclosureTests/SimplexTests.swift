import TestSupport
import Testing

@testable import Disclosure

@Suite struct SimplexTests {
    /// A small system with every number hidden that may be, and sums that hold.
    static func system(_ random: inout SplitMix64, hidden: Int) -> CellSystem {
        var system = CellSystem()
        for index in 0..<hidden {
            _ = system.add(
                CellSystem.Cell(
                    value: Int.random(in: 0...5, using: &random), isHidden: true, protection: 1 + index % 3))
        }
        for _ in 0..<3 {
            let parts = (0..<hidden).filter { _ in Bool.random(using: &random) }
            guard !parts.isEmpty else { continue }
            let sum = parts.reduce(0) { $0 + system.cells[$1].value }
            let rounded = Bool.random(using: &random)
            let total = system.add(
                CellSystem.Cell(value: sum, known: rounded ? max(0, sum - 2)...sum + 2 : sum...sum, cost: 1))
            system.add(CellSystem.Equation(total: total, parts: parts))
        }
        return system
    }

    /// Every value that a cell has in some whole-number solution with no number above a limit.
    static func ranges(of system: CellSystem, hidden: Int, limit: Int) -> [ClosedRange<Int>?] {
        var ranges = [ClosedRange<Int>?](repeating: nil, count: hidden)
        var values = [Int](repeating: 0, count: hidden)
        func fill(_ index: Int) {
            guard index < hidden else {
                let holds = system.equations.allSatisfy { equation in
                    system.cells[equation.total].known.contains(equation.parts.reduce(0) { $0 + values[$1] })
                }
                if holds {
                    for cell in 0..<hidden {
                        let old = ranges[cell] ?? values[cell]...values[cell]
                        ranges[cell] = min(old.lowerBound, values[cell])...max(old.upperBound, values[cell])
                    }
                }
                return
            }
            for value in 0...limit {
                values[index] = value
                fill(index + 1)
            }
        }
        fill(0)
        return ranges
    }

    @Test func rangesAreThoseOfTryingEveryWholeNumber() {
        var random = SplitMix64(seed: 16)
        for _ in 0..<60 {
            let hidden = Int.random(in: 2...4, using: &random)
            let system = Self.system(&random, hidden: hidden)
            let limit = 14
            let expected = Self.ranges(of: system, hidden: hidden, limit: limit)
            for cell in 0..<hidden {
                var attack = Attack(on: system, around: cell)
                let range = attack.range(of: cell)
                #expect(range.isExact)
                #expect(range.low == expected[cell]?.lowerBound)
                if let high = range.high, high <= limit {
                    #expect(high == expected[cell]?.upperBound)
                } else {
                    #expect(expected[cell]?.upperBound == limit)
                }
            }
        }
    }

    @Test func hidingMoreNeverNarrowsARange() {
        var random = SplitMix64(seed: 7)
        for _ in 0..<60 {
            var system = Self.system(&random, hidden: 4)
            let before = (0..<4).map { cell in
                var attack = Attack(on: system, around: cell)
                return attack.range(of: cell)
            }
            guard let total = system.cells.indices.dropFirst(4).randomElement(using: &random) else {
                continue
            }
            _ = system.hide(total)
            for cell in 0..<4 {
                var attack = Attack(on: system, around: cell)
                let after = attack.range(of: cell)
                #expect(after.low <= before[cell].low)
                #expect((after.high ?? .max) >= (before[cell].high ?? .max))
            }
        }
    }

    @Test func anOddRingOfSumsIsSolvedInWholeNumbers() {
        // a + b = 5, b + c = 5, a + c = 4: a fraction solves nothing else, and whole numbers are a = 2, b = 3, c = 2.
        var system = CellSystem()
        let cells = [2, 3, 2].map { system.add(CellSystem.Cell(value: $0, isHidden: true, protection: 1)) }
        for (a, b) in [(0, 1), (1, 2), (0, 2)] {
            let sum = system.cells[cells[a]].value + system.cells[cells[b]].value
            let total = system.add(CellSystem.Cell(value: sum))
            system.add(CellSystem.Equation(total: total, parts: [cells[a], cells[b]]))
        }
        var attack = Attack(on: system, around: 0)
        #expect(attack.range(of: 0) == Attack.Range(low: 2, high: 2, isExact: true))
        #expect(system.exposed() == cells)
    }

    @Test func whatNothingLimitsHasNoUpperEnd() {
        var system = CellSystem()
        let parts = [3, 4].map { system.add(CellSystem.Cell(value: $0, isHidden: true, protection: 5)) }
        let total = system.add(CellSystem.Cell(value: 7, isHidden: true))
        system.add(CellSystem.Equation(total: total, parts: parts))
        var attack = Attack(on: system, around: 0)
        #expect(attack.range(of: 0) == Attack.Range(low: 0, high: nil, isExact: true))
    }
}
