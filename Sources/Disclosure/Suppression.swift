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
    /// What was found out about the parts as they are now.
    var memory = AttackMemory()

    /// - Parameter given: cells hidden beside the primary ones already, which may be shown again.
    package init(of system: CellSystem, given: [Int] = []) {
        self.system = system
        secondaries = given.map { Secondary(lead: $0, cells: [$0]) }
        // What was hidden must be judged in its turn, and a total that goes asks more of the cells under it.
        var detour = Detour()
        var found = self.system.exposed(with: &memory)
        for _ in 0..<Self.rounds {
            let exposed = found.filter { !hopeless.contains($0) }
            if exposed.isEmpty { break }
            protect(exposed, by: &detour)
            found = self.system.exposed(with: &memory)
        }
        hopeless = found
        guard !secondaries.isEmpty else { return }
        thin()
        if hopeless.isEmpty { search() }
    }

    /// How often everything is judged again.
    private static let rounds = 30

    // MARK: Hiding

    private mutating func protect(_ exposed: [Int], by detour: inout Detour) {
        for seed in exposed {
            let found = detour.cells(for: seed, required: system.required(seed) ?? 0, in: system)
            for lead in found ?? [] {
                let cells = system.hide(lead)
                if !cells.isEmpty { secondaries.append(Secondary(lead: lead, cells: cells)) }
            }
            if found == nil { hopeless.append(seed) }
        }
    }

    // MARK: Showing again

    /// How many numbers may be looked at to show cells of one part again; what is left then stays hidden.
    private static let work = 300_000_000

    private mutating func thin() {
        let order = secondaries.indices.sorted {
            let (a, b) = (secondaries[$0].lead, secondaries[$1].lead)
            return (-cost(a), a) < (-cost(b), b)
        }
        var parts: [Attack] = []
        var partOf = [Int](repeating: -1, count: system.cells.count)
        system.forEachPart(with: &memory) { attack in
            for cell in attack.members { partOf[cell] = parts.count }
            parts.append(attack)
        }
        memory = AttackMemory()
        let given = Set(hopeless)
        var isKept = [Bool](repeating: true, count: secondaries.count)
        for index in order {
            let cells = secondaries[index].cells
            isKept[index] = !canShow(cells, parts: &parts, partOf: partOf, given: given)
        }
        secondaries = secondaries.indices.filter { isKept[$0] }.map { secondaries[$0] }
        for part in parts { memory.keep(part) }
    }

    /// Shows the cells again if all that is linked to them stays safe.
    private mutating func canShow(
        _ cells: [Int], parts: inout [Attack], partOf: [Int], given: Set<Int>
    ) -> Bool {
        guard cells.allSatisfy({ partOf[$0] < 0 || parts[partOf[$0]].work <= Self.work }) else {
            return false
        }
        system.show(cells)
        guard !isGivenAway(beside: cells, given: given) else {
            for cell in cells { _ = system.hide(cell) }
            return false
        }
        var changed: [(part: Int, met: SolutionsMet)] = []
        for part in Set(cells.map { partOf[$0] }).sorted() where part >= 0 {
            changed.append((part, parts[part].show(cells, in: system)))
            let isExposed = parts[part].members.contains { cell in
                parts[part].work > Self.work || !given.contains(cell) && !parts[part].isSafe(cell)
            }
            guard isExposed else { continue }
            for cell in cells { _ = system.hide(cell) }
            for (part, met) in changed { parts[part].hide(cells, in: system, met: met) }
            return false
        }
        return true
    }

    /// Whether sums by themselves give a number away: that is soon seen, and most cells that must stay hidden fail by it.
    private func isGivenAway(beside cells: [Int], given: Set<Int>) -> Bool {
        let knowledge = Knowledge(of: system)
        return system.cells.indices.contains { cell in
            guard !given.contains(cell), let required = system.required(cell) else { return false }
            return knowledge.bounds[cell].count <= required
        }
    }

    private func cost(_ cell: Int) -> Int { system.cells[cell].cost ?? 0 }

    // MARK: Fewer

    /// How large a system may be to be searched for a pattern of fewer cells.
    private static let largestSearched = 40
    /// And of how many cells in all: each try is an attack on every one of them.
    private static let largestAttacked = 300

    private mutating func search() {
        let mine = Set(secondaries.flatMap(\.cells))
        let candidates = system.cells.indices.filter {
            system.cells[$0].cost != nil && (!system.cells[$0].isHidden || mine.contains($0))
        }
        guard candidates.count <= Self.largestSearched, system.cells.count <= Self.largestAttacked else {
            return
        }
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
        var memory = AttackMemory()
        return exposed(with: &memory)
    }

    func exposed(with memory: inout AttackMemory) -> [Int] {
        var exposed: [Int] = []
        forEachPart(with: &memory) { attack in
            exposed += attack.members.filter { required($0) != nil && !attack.isSafe($0) }
        }
        return exposed.sorted()
    }

    /// The first of them in one part.
    func firstExposed() -> Int? {
        var first: Int?
        var memory = AttackMemory()
        forEachPart(with: &memory) { attack in
            if first == nil { first = attack.firstExposed() }
        }
        return first
    }

    /// Calls `body` with every connected part that holds a cell to be judged.
    ///
    /// - Parameter memory: what was found out about parts before; it comes back with these parts in it.
    func forEachPart(with memory: inout AttackMemory, _ body: (inout Attack) -> Void) {
        let knowledge = Knowledge(of: self)
        var isDone = [Bool](repeating: false, count: knowledge.parts.count)
        for cell in cells.indices where required(cell) != nil {
            let part = knowledge.partOf[cell]
            if part >= 0 {
                if isDone[part] { continue }
                isDone[part] = true
            }
            var attack = Attack(on: self, knowing: knowledge, around: cell)
            memory.recall(&attack)
            body(&attack)
            memory.keep(attack)
        }
    }
}
