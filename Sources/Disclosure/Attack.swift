/// What an outsider can work out about the cells of one connected part of a system, with every sum, the knowledge that
/// counts are whole and not negative, and all the numbers that are shown.
struct Attack {
    /// What can be worked out about one cell.
    struct Range: Equatable {
        var low: Int
        /// Nil where there is no upper limit.
        var high: Int?
        /// Whether these are the ends: both are reached by whole numbers, and no other solution goes beyond them.
        var isExact: Bool
    }

    /// Parts of up to so many unknowns are solved in whole numbers; in larger ones the linear range decides where the
    /// solutions met do not.
    static let smallPart = 20
    /// Parts beyond this are never solved whole, only this much around a cell: what is possible there is possible.
    private static let largePart = 1600

    /// The cells of the part, in order: those linked to each other, or one alone that a sum gives away.
    let members: [Int]
    private let unknowns: [Int]
    private var system: CellSystem
    private let knowledge: Knowledge
    private let part: Int
    private var bounds: [ClosedRange<Int>]
    private var equations: [[(variable: Int, coefficient: Int)]] = []
    /// The whole part, made when it is first needed.
    private var whole: Simplex?
    private var neighbourhood: Neighbourhood?
    private var met: SolutionsMet
    /// How many numbers the searches have looked at.
    private(set) var work = 0

    /// The part that holds a cell.
    init(on system: CellSystem, knowing knowledge: Knowledge, around seed: Int) {
        self.system = system
        self.knowledge = knowledge
        part = knowledge.partOf[seed]
        let linked = part < 0 ? Knowledge.Part() : knowledge.parts[part]
        members = part < 0 ? [seed] : linked.cells
        unknowns = linked.cells
        bounds = unknowns.map { knowledge.bounds[$0] }
        met = SolutionsMet(
            truth: unknowns.map { system.cells[$0].value }, known: unknowns.map { system.cells[$0].known })
        for equation in linked.equations {
            let sum = system.equations[equation]
            var terms: [(variable: Int, coefficient: Int)] = []
            for (place, cell) in sum.cells.enumerated() where knowledge.partOf[cell] == part {
                terms.append((knowledge.placeOf[cell], place == 0 ? 1 : -1))
            }
            if !terms.isEmpty { equations.append(terms) }
        }
    }

    /// The part that holds a cell, for a single question.
    init(on system: CellSystem, around seed: Int) {
        self.init(on: system, knowing: Knowledge(of: system), around: seed)
    }

    private func place(of cell: Int) -> Int? {
        part >= 0 && knowledge.partOf[cell] == part ? knowledge.placeOf[cell] : nil
    }

    /// The first hidden cell of the part whose range is narrower than it must be.
    mutating func firstExposed() -> Int? {
        for cell in members where system.required(cell) != nil && !isSafe(cell) { return cell }
        return nil
    }

    /// Whether the range of a cell is as wide as it must be.
    ///
    /// Solutions that earlier searches met are proof enough.
    mutating func isSafe(_ cell: Int) -> Bool {
        guard let required = system.required(cell), required > 0 else { return true }
        guard let index = place(of: cell), bounds[index].count > required else { return false }
        if met.width(of: index) >= required { return true }
        if unknowns.count > Self.largePart {
            lookFar(index, required: required)
            return met.width(of: index) >= required
        }
        var simplex = takeWhole()
        widen(index, at: index, to: required, in: &simplex, of: unknowns.indices)
        keep(simplex)
        if met.width(of: index) >= required { return true }
        guard unknowns.count <= Self.smallPart else { return false }
        let range = range(ofUnknown: index)
        return range.isExact && range.high.map { $0 - range.low >= required } ?? true
    }

    /// The range of a cell: the ends of it, or what is surely within it where the part is too large for more.
    mutating func range(of cell: Int) -> Range {
        guard let index = place(of: cell) else {
            let value = system.cells[cell].value
            return Range(low: value, high: value, isExact: true)
        }
        guard unknowns.count <= Self.largePart else {
            _ = isSafe(cell)
            return Range(
                low: met.low[index], high: met.high[index], isExact: met.whole[index] == bounds[index])
        }
        return range(ofUnknown: index)
    }

    private mutating func range(ofUnknown index: Int) -> Range {
        if met.whole[index] == bounds[index] {
            return Range(low: met.low[index], high: met.high[index], isExact: true)
        }
        var simplex = takeWhole()
        var isUnbounded = false
        var high = bounds[index].upperBound
        if met.whole[index].upperBound < high {
            simplex.restart(isFresh: true)
            isUnbounded = simplex.maximise(index) == .unbounded
            high = simplex.floor(index)
            note(simplex, of: unknowns.indices)
        }
        var low = bounds[index].lowerBound
        if met.whole[index].lowerBound > low {
            simplex.restart(isFresh: true)
            _ = simplex.minimise(index)
            low = simplex.ceiling(index)
            note(simplex, of: unknowns.indices)
        }
        keep(simplex)
        if simplex.hasOverflowed { return Range(low: met.low[index], high: met.high[index], isExact: false) }
        let known = met.whole[index]
        var isExact = known.lowerBound == low && (isUnbounded || known.upperBound == high)
        if !isExact, unknowns.count <= Self.smallPart {
            var search = WholeNumberSearch(equations: equations, bounds: bounds, at: met.truth)
            let end = isUnbounded ? nil : search.extreme(of: index, from: high, to: known.upperBound)
            let start = search.extreme(of: index, from: low, to: known.lowerBound)
            if let end { high = end }
            if let start { low = start }
            isExact = start != nil && (isUnbounded || end != nil)
        }
        return Range(low: low, high: isUnbounded ? nil : high, isExact: isExact)
    }

    private mutating func takeWhole() -> Simplex {
        let simplex =
            whole
            ?? Simplex(
                equations: equations, lower: bounds.map(\.lowerBound), upper: bounds.map(\.upperBound),
                point: met.truth)
        whole = nil
        return simplex
    }

    /// Where a number outgrew the tableau, the next question begins anew.
    private mutating func keep(_ simplex: Simplex) {
        work += simplex.work
        whole = simplex.hasOverflowed ? nil : simplex
        whole?.work = 0
    }

    // MARK: Memory

    /// Everything that the ranges of a part follow from.
    struct Problem: Hashable {
        var truth: [Int]
        var bounds: [ClosedRange<Int>]
        var known: [ClosedRange<Int>]
        /// The unknowns of each equation, the complements of those that are taken away, and how many there are.
        var terms: [Int]

        /// Tells nearly every problem from the others by a part of it.
        func hash(into hasher: inout Hasher) {
            hasher.combine(truth)
            hasher.combine(terms.count)
        }
    }

    /// What was found out about a part.
    struct Findings {
        fileprivate var whole: Simplex?
        fileprivate var met: SolutionsMet
    }

    /// Nil where nothing in the part is unsure.
    var problem: Problem? {
        guard !unknowns.isEmpty else { return nil }
        var terms: [Int] = []
        for equation in equations {
            for term in equation { terms.append(term.coefficient > 0 ? term.variable : ~term.variable) }
            terms.append(equation.count)
        }
        return Problem(truth: met.truth, bounds: bounds, known: met.known, terms: terms)
    }

    var findings: Findings {
        get { Findings(whole: whole, met: met) }
        set { (whole, met) = (newValue.whole, newValue.met) }
    }

    // MARK: Solutions

    /// Looks for solutions in which an unknown is so far from its other end, each beginning at the true one.
    private mutating func widen(
        _ index: Int, at place: Int, to required: Int, in simplex: inout Simplex,
        of some: some Collection<Int>
    ) {
        simplex.restart(isFresh: true)
        _ = simplex.maximise(place, until: met.low[index] + required)
        note(simplex, of: some)
        guard met.width(of: index) < required else { return }
        simplex.restart(isFresh: true)
        _ = simplex.minimise(place, until: met.high[index] - required)
        note(simplex, of: some)
    }

    /// Keeps the point that a simplex over some unknowns stands at: in small parts only one of whole numbers.
    private mutating func note(_ simplex: Simplex, of some: some Collection<Int>) {
        guard !simplex.hasOverflowed else { return }
        let isWhole = simplex.isWhole
        guard isWhole || unknowns.count > Self.smallPart else { return }
        met.note(simplex, isWhole: isWhole, of: some)
    }

    // MARK: Showing

    /// Looks at the part as it is when these cells are shown.
    ///
    /// - Returns: what to go back to when they are hidden again.
    mutating func show(_ cells: [Int], in system: CellSystem) -> SolutionsMet {
        let before = met
        self.system = system
        for cell in cells {
            guard let index = place(of: cell) else { continue }
            setBounds(of: index, system.told(cell))
            met.forget(moving: index)
        }
        neighbourhood = nil
        return before
    }

    /// Hides them again.
    mutating func hide(_ cells: [Int], in system: CellSystem, met before: SolutionsMet) {
        self.system = system
        for cell in cells {
            guard let index = place(of: cell) else { continue }
            setBounds(of: index, knowledge.bounds[cell])
        }
        met = before
        neighbourhood = nil
    }

    private mutating func setBounds(of index: Int, _ range: ClosedRange<Int>) {
        bounds[index] = range
        guard var simplex = whole else { return }
        whole = nil
        simplex.restart(isFresh: true)
        simplex.bound(index, range)
        whole = simplex
    }

    // MARK: Large parts

    /// A neighbourhood of a large part, kept while cells in the middle of it are asked about.
    private struct Neighbourhood {
        var simplex: Simplex
        /// The unknowns, the nearest first.
        var near: [Int]
    }

    /// Looks for solutions that differ from the true one near an unknown only.
    private mutating func lookFar(_ index: Int, required: Int) {
        var some: Neighbourhood
        if let kept = neighbourhood, kept.near.prefix(Self.largePart / 3).contains(index) {
            some = kept
        } else {
            some = neighbours(of: index)
        }
        neighbourhood = nil
        let place = some.near.firstIndex(of: index) ?? 0
        widen(index, at: place, to: required, in: &some.simplex, of: some.near)
        work += some.simplex.work
        some.simplex.work = 0
        neighbourhood = some.simplex.hasOverflowed ? nil : some
    }

    private func neighbours(of index: Int) -> Neighbourhood {
        var sums = [[Int]](repeating: [], count: unknowns.count)
        for (sum, terms) in equations.enumerated() { for term in terms { sums[term.variable].append(sum) } }
        var near = [index]
        var places = [index: 0]
        var next = 0
        while next < near.count, near.count < Self.largePart {
            for sum in sums[near[next]] {
                for term in equations[sum] where places[term.variable] == nil && near.count < Self.largePart {
                    places[term.variable] = near.count
                    near.append(term.variable)
                }
            }
            next += 1
        }
        let local = Set(near.flatMap { sums[$0] }).sorted().map { sum in
            equations[sum].compactMap { term in places[term.variable].map { ($0, term.coefficient) } }
        }
        let simplex = Simplex(
            equations: local, lower: near.map { bounds[$0].lowerBound },
            upper: near.map { bounds[$0].upperBound }, point: near.map { met.truth[$0] })
        return Neighbourhood(simplex: simplex, near: near)
    }
}
