import RawResults
import Survey
import TestSupport
import Testing

@testable import Disclosure

/// What holds of the cells that are hidden beside others, whatever the table.
struct PatternPropertyTests {
    /// A table with its margins, some small counts hidden, and where each of its numbers stands.
    private static func table(seed: Int) -> (system: CellSystem, places: [[Int]]) {
        var random = SplitMix64(seed: UInt64(seed))
        let (height, width) = (Int.random(in: 3...6, using: &random), Int.random(in: 3...6, using: &random))
        var counts = (0..<height).map { _ in
            (0..<width).map { _ in
                Int.random(in: 0...9, using: &random) == 0
                    ? Int.random(in: 1...4, using: &random) : Int.random(in: 5...90, using: &random)
            }
        }
        for row in counts.indices { counts[row].append(counts[row].reduce(0, +)) }
        counts.append((0...width).map { column in counts.reduce(0) { $0 + $1[column] } })
        var system = CellSystem()
        let places = counts.enumerated().map { row, numbers in
            numbers.enumerated().map { column, number in
                let isInside = row < height && column < width
                let isSmall = isInside && (1...4).contains(number)
                let isGrand = row == height && column == width
                return system.add(
                    CellSystem.Cell(
                        value: number, isHidden: isSmall, protection: isInside ? 5 : nil,
                        cost: isGrand ? nil : 100 + number))
            }
        }
        for row in places { system.add(CellSystem.Equation(total: row[width], parts: Array(row.dropLast()))) }
        for column in 0...width {
            system.add(
                CellSystem.Equation(
                    total: places[height][column], parts: places.dropLast().map { $0[column] }))
        }
        return (system, places)
    }

    @Test(arguments: 1...60) func everyPatternHoldsAndNoneOfItsCellsCanGo(seed: Int) {
        let found = Suppression(of: Self.table(seed: seed).system)
        #expect(found.hopeless.isEmpty)
        #expect(found.system.exposed().isEmpty)
        for secondary in found.secondaries {
            var system = found.system
            system.show(secondary.cells)
            #expect(!system.exposed().isEmpty, "cell \(secondary.lead) is not needed")
        }
    }

    @Test(arguments: 1...60) func theRangeOfEveryHiddenNumberHoldsIt(seed: Int) {
        let system = Suppression(of: Self.table(seed: seed).system).system
        for cell in system.cells.indices where system.cells[cell].isHidden {
            var attack = Attack(on: system, around: cell)
            let range = attack.range(of: cell)
            #expect(range.low <= system.cells[cell].value)
            #expect(range.high ?? .max >= system.cells[cell].value)
        }
    }

    @Test(arguments: 1...60) func hidingOneMoreNeverNarrowsARange(seed: Int) {
        var system = Suppression(of: Self.table(seed: seed).system).system
        let hidden = system.cells.indices.filter { system.cells[$0].isHidden }
        func ranges() -> [Attack.Range] {
            hidden.map { cell in
                var attack = Attack(on: system, around: cell)
                return attack.range(of: cell)
            }
        }
        let before = ranges()
        var random = SplitMix64(seed: UInt64(seed) + 1000)
        let shown = system.cells.indices.filter { !system.cells[$0].isHidden && system.cells[$0].cost != nil }
        guard let more = shown.randomElement(using: &random) else { return }
        _ = system.hide(more)
        for (old, new) in zip(before, ranges()) {
            #expect(new.low <= old.low)
            #expect(new.high ?? .max >= old.high ?? .max)
        }
    }

    @Test(arguments: 1...20) func theSameTableGivesTheSamePattern(seed: Int) {
        let pattern = Suppression(of: Self.table(seed: seed).system).system.cells.map(\.isHidden)
        #expect(Suppression(of: Self.table(seed: seed).system).system.cells.map(\.isHidden) == pattern)
        #expect(Suppression(of: Self.table(seed: seed + 1).system).system.cells.map(\.isHidden) != pattern)
    }

    @Test(arguments: 1...12) func theOrderOfRowsAndBodiesPermutesThePattern(seed: Int) throws {
        let release = Release(
            instrument: InventedWave.instrument, policy: InventedWave.standard, wave: "w")
        var random = SplitMix64(seed: UInt64(seed))
        let bodies = InventedWave.bodies(&random)
        let turned = bodies.shuffled(using: &random).map { raw in
            var raw = raw
            raw.tables.shuffle(using: &random)
            return raw
        }
        func cells(_ bodies: [RawResults]) throws -> Set<String> {
            Set(
                try release.publish(bodies).flatMap { results in
                    results.tables.map { "\(results.body.id) \($0.category ?? "") \($0.showing) \($0.cells)" }
                })
        }
        #expect(try cells(bodies) == cells(turned))
    }

    @Test func aChangeIsTheCheapestThatKeepsEverySum() {
        // 5 = a + b and 7 = b + c: a can grow by one where b shrinks and c grows, and not without them.
        var change = CheapestChange(
            equations: [
                [(0, 1), (1, -1), (2, -1)], [(3, 1), (2, -1), (4, -1)],
            ], truth: [5, 2, 3, 7, 4])
        func prices(_ slopes: [Int]) -> [Price] {
            zip([5, 2, 3, 7, 4], slopes).map { value, slope in
                Price(free: value...value, slope: slope, limit: 0...100)
            }
        }
        let inner = change.paid(moving: 1, by: 1, prices: prices([50, 0, 1, 50, 1]))
        #expect(inner?.variables == [2, 4])
        #expect(inner?.cost == 2)
        let outer = change.paid(moving: 1, by: 2, prices: prices([3, 0, 9, 9, 9]))
        #expect(outer?.variables == [0])
        #expect(outer?.cost == 6)
        #expect(change.paid(moving: 1, by: -3, prices: prices([3, 0, 9, 9, 9])) == nil)
    }
}
