import Document
import Scene

/// Sets the head of a document without a front page: kicker and title on a band across the top of the first page, then
/// the lead, notices and the imprint.
struct HeadSetter {
    let front: FrontSetter

    private var theme: PrintTheme { front.setter.theme }

    /// One strip, which the text follows on the same page.
    func slab(_ blocks: [Block]) -> Slab {
        var slab = Slab(height: 0, owner: Slab.Owner(name: "the head of the first page"))
        slab.coversHeader = true
        slab.startsPage = true
        var y = 36 - theme.topMargin
        func add(_ slabs: [Slab]) {
            var merged = slabs.merged(owner: slab.owner)
            let height = merged.height
            merged.move(by: Point(0, y))
            slab.pieces += merged.pieces
            slab.links += merged.links
            slab.places += merged.places
            slab.bookmark = slab.bookmark ?? merged.bookmark
            y += height
        }
        let bandEnd = blocks.lastIndex { if case .callout(.lead, _) = $0.content { false } else { true } }
        for (index, block) in blocks.enumerated() {
            add(front.slabs(block))
            slab.places.append(block.id)
            if index == bandEnd {
                let bottom = y + 22
                slab.decorate([front.ground(to: bottom)])
                y = bottom + 16
            } else {
                y += 6
            }
        }
        for notice in front.front.notices {
            y += 4
            add(front.box(notice))
            y += 8
        }
        let logos = front.logos()
        let width = theme.width(.portrait)
        if logos.rows.count == 1, logos.width <= width * 0.36 {
            // The logos stand at the right of the imprint, on the same height.
            var row = logos.rows[0]
            row.move(by: Point(width - logos.width, 0))
            let top = y
            add([row])
            let bottom = y
            y = top
            add(front.imprint(width: min(theme.measure, width - logos.width - 24)))
            y = max(y, bottom)
        } else {
            if !logos.rows.isEmpty { y += 8 }
            add(logos.rows)
            add(front.imprint(width: theme.measure))
        }
        slab.height = max(y, 0)
        slab.after = 10
        return slab
    }
}
