/// Chooses where pages end, over the whole document: few pages, the room at their feet shared out.
///
/// The least sum of `cost` over all pages, by dynamic programming: what the best pages up to a place cost does not depend on
/// what follows. So it was done for lines of a paragraph by Knuth and Plass (Software: Practice and Experience 11,
/// 1981), and for pages with figures by Plass (Stanford, 1981).
struct PageBreaks {
    /// Slabs that are never divided.
    struct Unit {
        var slabs: ArraySlice<Slab>
        var height: Double
        /// The height with charts drawn closer, where that is less.
        var tightHeight: Double
        /// How many charts of it can be drawn closer.
        var tightCharts: Int
        /// How all of it moves; what is not of one kind stays.
        var flow: Slab.Flow

        init(_ slabs: ArraySlice<Slab>) {
            self.slabs = slabs
            height = Array(slabs).height
            let savings = slabs.compactMap { slab in slab.tight.map { slab.height - $0.height } }
            tightHeight = height - savings.reduce(0, +)
            tightCharts = savings.count
            let flow = slabs.first?.flow ?? .fixed
            self.flow = slabs.allSatisfy { $0.flow == flow } ? flow : .fixed
        }

        var first: Slab { slabs[slabs.startIndex] }
        var last: Slab { slabs[slabs.endIndex - 1] }
        var headHeight: Double { first.repeated.reduce(0) { $0 + $1.height } }

    }

    /// A page: its units from top to bottom, by their places.
    struct Page: Equatable {
        var units: [Int]
        /// Whether its charts are drawn closer.
        var isTight: Bool
    }

    // What a page costs, in pages.
    private static let white = 1.2
    /// On top of it, of a page that gapes.
    private static let (gaping, gapingShare) = (8.0, 0.35)
    private static let tightChart = 0.05
    private static let waiting = 0.04
    private static let divided = 0.04
    /// Of a last page with next to nothing on it.
    private static let (scant, scantShare) = (0.15, 0.25)

    let units: [Unit]
    /// The height between the margins.
    let room: (Orientation) -> Double
    /// What is known of the best ways to each place: one for each figure that waits there first, and one for none.
    private var ends: [[End]]

    /// Where a page begins or ends.
    ///
    /// The units before `place` stand on earlier pages, but for the figures among them from `waiting` on: those wait, and
    /// whatever else is among them are words that passed.
    private struct Border: Equatable {
        var place: Int
        var waiting: Int?
    }

    private struct End {
        var border: Border
        var cost: Double
        var page: Page
        /// Where its page begins.
        var start: Border
    }

    init(_ units: [Unit], room: @escaping (Orientation) -> Double) {
        self.units = units
        self.room = room
        ends = Array(repeating: [], count: units.count + 1)
    }

    /// The pages, each with one unit at least.
    mutating func pages() -> [Page] {
        guard !units.isEmpty else { return [] }
        reach(from: Border(place: 0, waiting: nil), cost: 0)
        for place in 1...units.count {
            // A page of figures that waited leads to a later one, or to none, at the same place.
            var last = -1
            while let waiting = ends[place].compactMap(\.border.waiting).filter({ $0 > last }).min() {
                leave(Border(place: place, waiting: waiting))
                last = waiting
            }
            if place < units.count { leave(Border(place: place, waiting: nil)) }
        }
        var pages: [Page] = []
        var border = Border(place: units.count, waiting: nil)
        while border != Border(place: 0, waiting: nil) {
            guard let end = end(at: border) else { return [] }
            pages.append(end.page)
            border = end.start
        }
        return pages.reversed()
    }

    private func end(at border: Border) -> End? { ends[border.place].first { $0.border == border } }

    private mutating func leave(_ border: Border) {
        if let end = end(at: border) { reach(from: border, cost: end.cost) }
    }

    // MARK: Pages from one place

    /// A page while it is filled.
    private struct Filling {
        let orientation: Orientation
        let room: Double
        let isTight: Bool
        var bottom = 0.0
        var after = 0.0
        var tightCharts = 0
        var isEmpty = true
        var isFront = false

        private func height(_ unit: Unit) -> Double { isTight ? unit.tightHeight : unit.height }

        func fits(_ unit: Unit) -> Bool {
            if isEmpty { return unit.headHeight + height(unit) <= room + 0.01 }
            let (free, slab) = (room - bottom, unit.first)
            return !slab.startsPage && !isFront && slab.orientation == orientation && free >= slab.leastRoom
                && max(after, slab.before) + height(unit) <= free + 0.01
        }

        mutating func add(_ unit: Unit) {
            bottom += (isEmpty ? unit.headHeight : max(after, unit.first.before)) + height(unit)
            after = unit.last.after
            tightCharts += isTight ? unit.tightCharts : 0
            isFront = unit.first.isFront
            isEmpty = false
        }
    }

    private mutating func reach(from start: Border, cost: Double) {
        let (ends, canBeTight) = ends(from: start, cost: cost, isTight: false)
        for end in ends + (canBeTight ? self.ends(from: start, cost: cost, isTight: true).ends : []) {
            note(end)
        }
    }

    /// Fills a page as far as it goes: each place where it could end, and whether a chart that was met can be drawn closer.
    private func ends(from start: Border, cost: Double, isTight: Bool) -> (ends: [End], canBeTight: Bool) {
        let waited = start.waiting.map { ($0..<start.place).filter { units[$0].flow == .figure } } ?? []
        guard let first = waited.first ?? (start.place < units.count ? start.place : nil) else {
            return ([], false)
        }
        let orientation = units[first].first.orientation
        var filling = Filling(orientation: orientation, room: room(orientation), isTight: isTight)
        var page = Page(units: [], isTight: isTight)
        var ends: [End] = []
        var canBeTight = false
        func end(at place: Int, waiting: Int? = nil) {
            let border = Border(place: place, waiting: waiting)
            ends.append(
                End(border: border, cost: cost + self.cost(filling, to: border), page: page, start: start))
        }
        /// The words after a figure that has no room fill the page before it, as far as they go; figures among them wait too.
        func pass(_ figure: Int, from place: Int) {
            let before = (filling, page)
            defer { (filling, page) = before }
            for index in units.indices[place...] where units[index].flow != .figure {
                guard units[index].flow == .text, filling.fits(units[index]) else { break }
                filling.add(units[index])
                page.units.append(index)
                end(at: index + 1, waiting: figure)
            }
        }
        for figure in waited {
            canBeTight = canBeTight || units[figure].tightCharts > 0
            guard filling.fits(units[figure]) else {
                if !filling.isEmpty {
                    end(at: start.place, waiting: figure)
                    pass(figure, from: start.place)
                }
                return (ends, canBeTight)
            }
            filling.add(units[figure])
            page.units.append(figure)
        }
        if !filling.isEmpty { end(at: start.place) }
        for index in start.place..<units.count {
            let unit = units[index]
            canBeTight = canBeTight || unit.tightCharts > 0
            guard filling.fits(unit) else {
                if !filling.isEmpty, unit.flow == .figure { pass(index, from: index + 1) }
                break
            }
            filling.add(unit)
            page.units.append(index)
            end(at: index + 1)
        }
        return (ends, canBeTight)
    }

    private func cost(_ page: Filling, to border: Border) -> Double {
        let next = border.place < units.count ? units[border.place].first : nil
        let isForced = border.waiting == nil && (page.isFront || next?.startsPage ?? true)
        let share = min(page.bottom / page.room, 1)
        let white = isForced ? 0 : 1 - share
        let gaping = max(0, white - Self.gapingShare)
        let scant = isForced ? max(0, 1 - share / Self.scantShare) : 0
        let waiting = border.waiting.map { ($0..<border.place).count { units[$0].flow == .figure } } ?? 0
        var cost = 1 + Self.white * white * white + Self.gaping * gaping * gaping
        cost += Self.scant * scant * scant + Self.tightChart * Double(page.tightCharts)
        return cost + Self.waiting * Double(waiting) + (next?.continues ?? false ? Self.divided : 0)
    }

    private mutating func note(_ end: End) {
        guard let known = ends[end.border.place].firstIndex(where: { $0.border == end.border }) else {
            ends[end.border.place].append(end)
            return
        }
        if end.cost < ends[end.border.place][known].cost - 1e-9 { ends[end.border.place][known] = end }
    }
}
