/// Hides further cells of a system until no hidden cell can be worked out more closely than its protection allows.
///
/// Each exposed cell gets the cheapest detour there is; when all are safe, every hidden cell that turns out not to be
/// needed is shown again, dearest first, so that none of those that stay can go. Small systems are then searched for a
/// pattern of fewer cells.
package struct Suppression {
    /// What was hidden together, for the sake of others.
    package struct Secondary: Sendable {
        package var lead: Int
        package var cells: [Int]
    }

    package private(set) var system: CellSystem
    package private(set) var secondaries: [Secondary]
    /// Hidden cells that stay exposed whatever is hidden beside them.
    package private(set) var hopeless: [Int] = []

    /// - Parameter given: cells hidden beside the primary ones already, which may be shown again.
    package init(of system: CellSystem, given: [Int] = []) {
        self.system = system
        secondaries = given.map { Secondary(lead: $0, cells: [$0]) }
        protect(system.cells.indices.filter { system.cells[$0].isHidden })
        // A total that was hidden late asks more of the cells under it.
        for _ in 0..<Self.rounds {
            let exposed = self.system.exposed().filter { !hopeless.contains($0) }
            if exposed.isEmpty { break }
            protect(exposed)
        }
        hopeless = Set(hopeless + self.system.exposed()).sorted()
        guard !secondaries.isEmpty else { return }
        thin()
        if hopeless.isEmpty { search() }
    }

    /// How often everything is judged again.
    private static let rounds = 5

    // MARK: Hiding

    private mutating func protect(_ seeds: [Int]) {
        var waiting = Array(seeds.reversed())
        var done = Set<Int>()
        var given = Set(hopeless)
        var knowledge = Knowledge(of: system)
        while let seed = waiting.popLast() {
            if done.contains(seed) || system.required(seed) == nil { continue }
            var attack = Attack(on: system, knowing: knowledge, around: seed)
            guard let cell = attack.members.first(where: { !given.contains($0) && !attack.isSafe($0) }) else {
                done.formUnion(attack.members)
                continue
            }
            waiting.append(seed)
            let detour = Detour(in: system, for: cell, required: system.required(cell) ?? 0).cells() ?? []
            let hidden = detour.flatMap { lead in
                let cells = system.hide(lead)
                if !cells.isEmpty { secondaries.append(Secondary(lead: lead, cells: cells)) }
                return cells
            }
            if hidden.isEmpty {
                given.insert(cell)
                hopeless.append(cell)
            }
            waiting += hidden.reversed()
            if !hidden.isEmpty { knowledge = Knowledge(of: system) }
        }
    }

    // MARK: Showing again

    private mutating func thin() {
        let order = secondaries.indices.sorted {
            let (a, b) = (secondaries[$0].lead, secondaries[$1].lead)
            return (-cost(a), a) < (-cost(b), b)
        }
        var isKept = [Bool](repeating: true, count: secondaries.count)
        for index in order where canShow(secondaries[index].cells) {
            system.show(secondaries[index].cells)
            isKept[index] = false
        }
        secondaries = secondaries.indices.filter { isKept[$0] }.map { secondaries[$0] }
    }

    private func cost(_ cell: Int) -> Int { system.cells[cell].cost ?? 0 }

    /// Whether all that is linked to these cells stays safe when they are shown.
    private func canShow(_ cells: [Int]) -> Bool {
        var trial = system
        trial.show(cells)
        let before = Knowledge(of: system)
        let after = Knowledge(of: trial)
        var done = Set(cells)
        for cell in cells {
            for other in before.part(of: system, around: cell).cells where !done.contains(other) {
                guard trial.required(other) != nil else { continue }
                var attack = Attack(on: trial, knowing: after, around: other)
                if attack.members.contains(where: { !hopeless.contains($0) && !attack.isSafe($0) }) {
                    return false
                }
                done.formUnion(attack.members)
            }
        }
        return true
    }

    // MARK: Fewer

    /// How large a system may be to be searched for a pattern of fewer cells.
    private static let largestSearched = 40

    private mutating func search() {
        let mine = Set(secondaries.flatMap(\.cells))
        let candidates = system.cells.indices.filter {
            system.cells[$0].cost != nil && (!system.cells[$0].isHidden || mine.contains($0))
        }
        guard candidates.count <= Self.largestSearched else { return }
        var bare = system
        bare.show(Array(mine))
        var search = PatternSearch(candidates: candidates.sorted { (cost($0), $0) < (cost($1), $1) })
        for size in 0..<secondaries.count {
            guard let leads = search.pattern(of: size, in: bare) else { continue }
            secondaries = leads.map { Secondary(lead: $0, cells: bare.hide($0)) }
            system = bare
            return
        }
    }
}

extension CellSystem {
    /// Every hidden cell that can be worked out more closely than its protection allows.
    package func exposed() -> [Int] {
        var exposed: [Int] = []
        forEachPart { attack in exposed += attack.exposed() }
        return exposed.sorted()
    }

    /// The first of them.
    func firstExposed() -> Int? {
        var done = Set<Int>()
        let knowledge = Knowledge(of: self)
        for cell in cells.indices where required(cell) != nil && !done.contains(cell) {
            var attack = Attack(on: self, knowing: knowledge, around: cell)
            if let exposed = attack.firstExposed() { return exposed }
            done.formUnion(attack.members)
        }
        return nil
    }

    /// Calls `body` with every connected part that holds a cell to be judged.
    func forEachPart(_ body: (inout Attack) -> Void) {
        var done = Set<Int>()
        let knowledge = Knowledge(of: self)
        for cell in cells.indices where required(cell) != nil && !done.contains(cell) {
            var attack = Attack(on: self, knowing: knowledge, around: cell)
            done.formUnion(attack.members)
            body(&attack)
        }
    }
}
