import Diagnostics
import Scene

/// Puts slabs on pages: those that belong together on one, pages chosen over the whole document.
struct Paginator {
    /// A page with what stands on it.
    struct Sheet {
        /// A slab and the distance of its top from the upper margin.
        struct Placed {
            var slab: Slab
            var y: Double
        }

        var orientation: Orientation
        var slabs: [Placed] = []
        /// Heads of tables that go on, at the top.
        var heads: [TaggedPage.Piece] = []
        var isFront = false
        /// Where the last slab ends.
        var bottom = 0.0
    }

    let theme: PrintTheme
    let log: DiagnosticLog

    func sheets(of slabs: [Slab]) -> [Sheet] {
        var breaks = PageBreaks(units(of: slabs)) { theme.height($0) }
        return breaks.pages().map { page in
            let units = page.units.map { breaks.units[$0] }
            return sheet(units, isTight: page.isTight)
        }
    }

    // MARK: What is not divided

    /// Slabs that want to be on one page; where a page is too small for them, those that must be.
    private func units(of slabs: [Slab]) -> [PageBreaks.Unit] {
        var units: [PageBreaks.Unit] = []
        var start = 0
        while start < slabs.count {
            var end = start
            while end + 1 < slabs.count, slabs[end].bond != .none { end += 1 }
            units += self.units(of: slabs[start...end])
            start = end + 1
        }
        return units
    }

    private func units(of group: ArraySlice<Slab>) -> [PageBreaks.Unit] {
        let whole = PageBreaks.Unit(group.alike)
        let room = theme.height(whole.first.orientation)
        if whole.tightHeight + whole.headHeight <= room { return [whole] }
        var units: [PageBreaks.Unit] = []
        var start = group.startIndex
        for index in group.indices where index == group.endIndex - 1 || group[index].bond == .weak {
            let unit = PageBreaks.Unit(group[start...index].alike)
            start = index + 1
            guard unit.tightHeight + unit.headHeight > room else {
                units.append(unit)
                continue
            }
            let owner = (unit.slabs.max { $0.height < $1.height } ?? unit.first).owner
            log.error(
                "\(owner.name) is \(Int(unit.tightHeight.rounded(.up))) points tall with what belongs to it, a page has "
                    + "\(Int(room))", at: owner.location, hints: ["make it shorter, or two of it"])
        }
        return units
    }

    // MARK: Placing

    private func sheet(_ units: [PageBreaks.Unit], isTight: Bool) -> Sheet {
        let first = units[0].first
        var sheet = Sheet(orientation: first.orientation, isFront: first.isFront)
        for head in first.repeated {
            sheet.heads += head.pieces.map {
                TaggedPage.Piece(.decoration, nodes: $0.nodes.moved(by: Point(0, sheet.bottom)))
            }
            sheet.bottom += head.height
        }
        for slab in units.flatMap(\.slabs) {
            var slab = slab
            if isTight, let tight = slab.tight { (slab.height, slab.pieces) = (tight.height, tight.pieces) }
            if let last = sheet.slabs.last?.slab { sheet.bottom += max(last.after, slab.before) }
            sheet.slabs.append(Sheet.Placed(slab: slab, y: sheet.bottom))
            sheet.bottom += slab.height
        }
        return sheet
    }
}

extension ArraySlice<Slab> {
    /// The same on pages of one kind: what belongs to a table that lies, such as the heading above it, lies with it.
    fileprivate var alike: ArraySlice<Slab> {
        guard contains(where: { $0.orientation == .landscape }) else { return self }
        var slabs = self
        for index in slabs.indices { slabs[index].orientation = .landscape }
        return slabs
    }
}
