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
    /// For a cell that was found safe, the cells that move in the solutions which prove it.
    private var witnesses: [Int: Set<Int>] = [:]

    /// - Parameter given: cells hidden beside the primary ones already, which may be shown again.
    package init(of system: CellSystem, given: [Int] = []) {
        self.system = system
        secondaries = given.map { Secondary(lead: $0, cells: [$0]) }
        protect(system.cells.indices.filter { system.cells[$0].isHidden })
        // A total that was hidden late asks more of the cells under it.
        for _ in 0..<Self.rounds {
            let exposed = judge(self.system.cells.indices.filter { !hopeless.contains($0) })
            if exposed.isEmpty { break }
            protect(exposed)
        }
        hopeless = Set(hopeless + judge(Array(self.system.cells.indices))).sorted()
        guard !secondaries.isEmpty else { return }
        thin()
        if hopeless.isEmpty { search() }
    }

    /// How often everything is judged again.
    private static let rounds = 5

    // MARK: Hiding

    private mutating func protect(_ seeds: [Int]) {
        var waiting = Array(seeds.reversed())
        var given = Set(hopeless)
        var knowledge = Knowledge(of: system)
        // An attack on fewer hidden cells than there are now proves no less.
        var attack: Attack?
        var isFresh = false
        while let seed = waiting.popLast() {
            if given.contains(seed) || system.required(seed) == nil { continue }
            if attack?.holds(seed) == true, attack?.isSeenSafe(seed) == true { continue }
            if !isFresh || attack?.holds(seed) != true {
                var next = Attack(on: system, knowing: knowledge, around: seed)
                if let attack { next.inherit(from: attack) }
                attack = next
                isFresh = true
            }
            if attack?.isSafe(seed) == true { continue }
            waiting.append(seed)
            let detour = Detour(in: system, for: seed, required: system.required(seed) ?? 0).cells() ?? []
            let hidden = detour.flatMap { lead in
                let cells = system.hide(lead)
                if !cells.isEmpty { secondaries.append(Secondary(lead: lead, cells: cells)) }
                return cells
            }
            if hidden.isEmpty {
                given.insert(seed)
                hopeless.append(seed)
            } else {
                waiting += hidden.reversed()
                knowledge = Knowledge(of: system)
                isFresh = false
            }
        }
    }

    /// Those of the cells that can be worked out more closely than they may; of the others the proof is kept.
    private mutating func judge(_ cells: [Int]) -> [Int] {
        let wanted = Set(cells)
        let found = system.judged(wanted, stopping: false)
        witnesses.merge(found.witnesses) { _, new in new }
        return found.exposed
    }

    // MARK: Showing again

    private mutating func thin() {
        let order = secondaries.indices.sorted {
            let (a, b) = (secondaries[$0].lead, secondaries[$1].lead)
            return (-cost(a), a) < (-cost(b), b)
        }
        var isKept = [Bool](repeating: true, count: secondaries.count)
        for index in order where canShow(secondaries[index].cells) { isKept[index] = false }
        secondaries = secondaries.indices.filter { isKept[$0] }.map { secondaries[$0] }
    }

    private func cost(_ cell: Int) -> Int { system.cells[cell].cost ?? 0 }

    /// Shows the cells again if all that is linked to them stays safe.
    ///
    /// Only cells whose proof moves one of them need another proof.
    private mutating func canShow(_ cells: [Int]) -> Bool {
        let shown = Set(cells)
        let given = Set(hopeless)
        let affected = witnesses.keys.filter { cell in
            !shown.contains(cell) && !given.contains(cell)
                && !shown.isDisjoint(with: witnesses[cell] ?? shown)
        }
        let unproved = system.cells.indices.filter {
            witnesses[$0] == nil && !shown.contains($0) && !given.contains($0)
        }
        system.show(cells)
        let found = system.judged(Set(affected + unproved), stopping: true)
        guard found.exposed.isEmpty else {
            for cell in cells { _ = system.hide(cell) }
            return false
        }
        for cell in cells { witnesses[cell] = nil }
        witnesses.merge(found.witnesses) { _, new in new }
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
    package func exposed() -> [Int] { judged(nil, stopping: false).exposed }

    /// The first of them.
    func firstExposed() -> Int? { judged(nil, stopping: true).exposed.first }

    /// Judges the hidden cells among those wanted, or all.
    ///
    /// - Parameter stopping: whether the first that is exposed is enough.
    func judged(_ wanted: Set<Int>?, stopping: Bool) -> (exposed: [Int], witnesses: [Int: Set<Int>]) {
        var exposed: [Int] = []
        var witnesses: [Int: Set<Int>] = [:]
        var done = Set<Int>()
        let knowledge = Knowledge(of: self)
        for seed in wanted?.sorted() ?? Array(cells.indices)
        where required(seed) != nil && !done.contains(seed) {
            var attack = Attack(on: self, knowing: knowledge, around: seed)
            for cell in attack.members where wanted?.contains(cell) ?? true && required(cell) != nil {
                done.insert(cell)
                if attack.isSafe(cell) {
                    witnesses[cell] = attack.witness(of: cell)
                } else {
                    exposed.append(cell)
                    if stopping { return (exposed, witnesses) }
                }
            }
        }
        return (exposed.sorted(), witnesses)
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
