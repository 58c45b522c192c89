/// Looks for a pattern of so many cells that protects a small system.
///
/// Wherever a sum gives its one hidden cell away, another of its cells must go, so only those are tried. The number of
/// tries is limited, never the time.
struct PatternSearch {
    private static let tries = 3000

    let candidates: [Int]
    private var left = PatternSearch.tries

    /// - Parameter candidates: the cells that may be hidden, the cheapest first.
    init(candidates: [Int]) {
        self.candidates = candidates
    }

    /// The cells to hide, or nil where there is no such pattern or the tries ran out.
    mutating func pattern(of size: Int, in system: CellSystem) -> [Int]? {
        pattern(of: size, in: system, chosen: [], without: [])
    }

    private mutating func pattern(
        of size: Int, in system: CellSystem, chosen: [Int], without: Set<Int>
    ) -> [Int]? {
        left -= 1
        guard left >= 0 else { return nil }
        let lone = loneSum(in: system, chosen: chosen)
        if size == 0 { return lone == nil && system.firstExposed() == nil ? chosen : nil }
        let sum = lone.map { Set(system.equations[$0].cells) }
        var without = without
        for cell in candidates where sum?.contains(cell) ?? true {
            guard !system.cells[cell].isHidden, !without.contains(cell) else { continue }
            var next = system
            _ = next.hide(cell)
            if let found = pattern(of: size - 1, in: next, chosen: chosen + [cell], without: without) {
                return found
            }
            without.insert(cell)
        }
        return nil
    }

    /// A sum with one unknown cell alone, if it is one that somebody minds.
    private func loneSum(in system: CellSystem, chosen: [Int]) -> Int? {
        system.equations.indices.first { index in
            var unknown: Int?
            for cell in system.equations[index].cells
            where system.cells[cell].isHidden || system.cells[cell].known.count > 1 {
                guard unknown == nil else { return false }
                unknown = cell
            }
            guard let unknown else { return false }
            return chosen.contains(unknown) || (system.required(unknown) ?? 0) > 0
        }
    }
}
