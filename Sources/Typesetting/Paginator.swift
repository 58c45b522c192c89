import Diagnostics
import Scene

/// Puts slabs on pages: those that belong together on one, each as high as the room allows.
struct Paginator {
    /// A page being filled.
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
    private(set) var sheets: [Sheet] = []

    init(theme: PrintTheme, log: DiagnosticLog) {
        self.theme = theme
        self.log = log
    }

    mutating func place(_ slabs: [Slab]) {
        var start = 0
        while start < slabs.count {
            var end = start
            while end + 1 < slabs.count, slabs[end].bond != .none { end += 1 }
            place(group: slabs[start...end])
            start = end + 1
        }
    }

    /// Places slabs that want to be on one page; on several, where a page is too small, but never between those
    /// that must be together.
    private mutating func place(group: ArraySlice<Slab>) {
        guard let first = group.first else { return }
        let room = theme.height(first.orientation)
        let head = first.repeated.reduce(0) { $0 + $1.height }
        if Array(group).height + head <= room { return put(group) }
        var start = group.startIndex
        for index in group.indices where index == group.endIndex - 1 || group[index].bond == .weak {
            let part = group[start...index]
            let height = Array(part).height
            if height > room {
                let owner = (part.max { $0.height < $1.height } ?? first).owner
                log.error(
                    "\(owner.name) is \(Int(height.rounded(.up))) points tall with what belongs to it, a page has "
                        + "\(Int(room))", at: owner.location, hints: ["make it shorter, or two of it"])
            } else {
                put(part)
            }
            start = index + 1
        }
    }

    private mutating func put(_ group: ArraySlice<Slab>) {
        guard let first = group.first else { return }
        let height = Array(group).height
        let room = theme.height(first.orientation)
        var gap = 0.0
        var isNew = sheets.isEmpty || first.startsPage || sheets[sheets.count - 1].isFront
        if let sheet = sheets.last, let last = sheet.slabs.last?.slab {
            gap = max(last.after, first.before)
            let free = room - sheet.bottom
            isNew =
                isNew || sheet.orientation != first.orientation || gap + height > free + 0.01
                || free < first.leastRoom
        }
        if isNew {
            begin(with: first)
            gap = 0
        }
        var sheet = sheets[sheets.count - 1]
        var y = sheet.bottom + gap
        for index in group.indices {
            if index > group.startIndex { y += max(group[index - 1].after, group[index].before) }
            sheet.slabs.append(Sheet.Placed(slab: group[index], y: y))
            y += group[index].height
        }
        sheet.bottom = y
        sheets[sheets.count - 1] = sheet
    }

    private mutating func begin(with slab: Slab) {
        var sheet = Sheet(orientation: slab.orientation)
        sheet.isFront = slab.isFront
        for head in slab.repeated {
            sheet.heads += head.pieces.map {
                TaggedPage.Piece(.decoration, nodes: $0.nodes.moved(by: Point(0, sheet.bottom)))
            }
            sheet.bottom += head.height
        }
        sheets.append(sheet)
    }
}
