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

        init(_ slabs: ArraySlice<Slab>) {
            self.slabs = slabs
            height = Array(slabs).height
            let savings = slabs.compactMap { slab in slab.tight.map { slab.height - $0.height } }
            tightHeight = height - savings.reduce(0, +)
            tightCharts = savings.count
        }

        var first: Slab { slabs[slabs.startIndex] }
        var last: Slab { slabs[slabs.endIndex - 1] }
        var headHeight: Double { first.repeated.reduce(0) { $0 + $1.height } }

        fileprivate func isAll(_ flow: Slab.Flow) -> Bool { slabs.allSatisfy { $0.flow == flow } }
    }

    /// The units of a page, by their places.
    struct Page: Equatable {
        /// A figure that waited for this page and stands at its top.
        var waited: Int?
        var range: Range<Int>
        /// A figure of the range that waits for the next page.
        var waits: Int?
        /// Whether its charts are drawn closer.
        var isTight: Bool

        /// From top to bottom.
        var units: [Int] { (waited.map { [$0] } ?? []) + range.filter { $0 != waits } }
    }

    // What a page costs, in pages.
    private static let white = 1.2
    private static let tightChart = 0.05
    private static let waiting = 0.04
    private static let divided = 0.04
    /// Of a last page with next to nothing on it.
    private static let (scant, scantShare) = (0.15, 0.25)

    let units: [Unit]
    /// The height between the margins.
    let room: (Orientation) -> Double
    /// What is known of the best ways to each place: one for each figure that waits there, and one for none.
    private var ends: [[End]]

    private struct End {
        var place: Int
        var waits: Int?
        var cost: Double
        var page: Page
        /// Its place among the ends from which the page begins.
        var start: (place: Int, waits: Int?)
    }

    init(_ units: [Unit], room: @escaping (Orientation) -> Double) {
        self.units = units
        self.room = room
        ends = Array(repeating: [], count: units.count + 1)
    }

    /// The pages, each with one unit at least.
    mutating func pages() -> [Page] {
        guard !units.isEmpty else { return [] }
        reach(from: 0, waits: nil, cost: 0)
        for place in units.indices.dropFirst() {
            for end in ends[place] where end.waits != nil {
                reach(from: place, waits: end.waits, cost: end.cost)
            }
            for end in ends[place] where end.waits == nil { reach(from: place, waits: nil, cost: end.cost) }
        }
        for end in ends[units.count] where end.waits != nil {
            reach(from: units.count, waits: end.waits, cost: end.cost)
        }
        var pages: [Page] = []
        var (place, waits): (Int, Int?) = (units.count, nil)
        while place > 0 || waits != nil {
            guard let end = ends[place].first(where: { $0.waits == waits }) else { return [] }
            pages.append(end.page)
            (place, waits) = end.start
        }
        return pages.reversed()
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

    private mutating func reach(from place: Int, waits: Int?, cost: Double) {
        let start = Start(place: place, waits: waits, cost: cost)
        let (ends, canBeTight) = ends(from: start, isTight: false)
        for end in ends + (canBeTight ? self.ends(from: start, isTight: true).ends : []) { note(end) }
    }

    private struct Start {
        var place: Int
        var waits: Int?
        var cost: Double
    }

    /// Fills a page as far as it goes: each place where it could end, and whether a chart that was met can be drawn closer.
    private func ends(from start: Start, isTight: Bool) -> (ends: [End], canBeTight: Bool) {
        guard let first = start.waits ?? (start.place < units.count ? start.place : nil) else {
            return ([], false)
        }
        let orientation = units[first].first.orientation
        var page = Filling(orientation: orientation, room: room(orientation), isTight: isTight)
        var ends: [End] = []
        var canBeTight = false
        if let waits = start.waits {
            canBeTight = units[waits].tightCharts > 0
            guard page.fits(units[waits]) else { return ([], canBeTight) }
            page.add(units[waits])
            ends.append(end(page, at: start.place, of: start))
        }
        for index in start.place..<units.count {
            let unit = units[index]
            canBeTight = canBeTight || unit.tightCharts > 0
            guard page.fits(unit) else {
                if !page.isEmpty, unit.isAll(.figure) { ends += passing(index, page, of: start) }
                break
            }
            page.add(unit)
            ends.append(end(page, at: index + 1, of: start))
        }
        return (ends, canBeTight)
    }

    /// The words after a figure that has no room fill the page before it, as far as they go.
    private func passing(_ figure: Int, _ page: Filling, of start: Start) -> [End] {
        var page = page
        var ends: [End] = []
        for index in units.indices[(figure + 1)...] {
            guard units[index].isAll(.text), page.fits(units[index]) else { break }
            page.add(units[index])
            ends.append(end(page, at: index + 1, waits: figure, of: start))
        }
        return ends
    }

    private func end(_ page: Filling, at place: Int, waits: Int? = nil, of start: Start) -> End {
        let isForced =
            waits == nil && (page.isFront || place == units.count || units[place].first.startsPage)
        let share = min(page.bottom / page.room, 1)
        let white = isForced ? 0 : 1 - share
        let scant = isForced ? max(0, 1 - share / Self.scantShare) : 0
        let cost =
            1 + Self.white * white * white + Self.scant * scant * scant + Self.tightChart
            * Double(page.tightCharts)
            + (waits == nil ? 0 : Self.waiting)
            + (place < units.count && units[place].first.continues ? Self.divided : 0)
        return End(
            place: place, waits: waits, cost: start.cost + cost,
            page: Page(
                waited: start.waits, range: start.place..<place, waits: waits, isTight: page.isTight),
            start: (start.place, start.waits))
    }

    private mutating func note(_ end: End) {
        guard let known = ends[end.place].firstIndex(where: { $0.waits == end.waits }) else {
            ends[end.place].append(end)
            return
        }
        if end.cost < ends[end.place][known].cost - 1e-9 { ends[end.place][known] = end }
    }
}
