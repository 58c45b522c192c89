import Diagnostics
import Document
import Scene

extension BlockSetter {
    /// Tables of so many rows are not parted if a page holds them; fewer of those that are looked up.
    private static let (mostRowsTogether, mostSmallRowsTogether) = (10, 8)
    /// The height of notes that a row of their table goes with, in points.
    private static let shortNotes = 80.0

    /// A table with its head on every page, its rows never divided; on a page that lies when it is too wide to
    /// stand.
    ///
    /// Above it stands the caption, or the title of a figure, and its notes below.
    func table(
        _ asked: DataTable, _ block: Block, in element: Int, room: Room, caption: [[Inline]], name: String,
        head figure: Figure? = nil, isSmall: Bool = false
    ) -> [Slab] {
        let upright = TableColumns(
            asked, density: isSmall ? .small : .normal, theme: theme, measurer: measurer
        ).widths(
            in: room.width)
        let isTurned = asked.isBetterTurned(widths: upright, theme: theme, measurer: measurer)
        // The one row's header would head the one column of numbers: it stands above the table instead, as a line.
        let isList = isTurned && asked.rows.count == 1
        let lead: [[Inline]] = isList ? [asked.listLead] : []
        let forms = (isTurned ? [asked.turned, asked] : [asked, asked.turned]).lazy.compactMap { table in
            form(of: table, room: room, isSmall: isSmall).map { (table, $0) }
        }
        guard let (table, form) = forms.first else {
            return parted(
                asked, block, in: element, room: room, caption: caption, name: name, head: figure,
                isSmall: isSmall)
        }
        let width = form.width
        let outer = structure.open(.division, in: element)
        let grid = structure.open(.table, in: outer)
        var slabs = self.caption(caption, lead, figure, in: grid, width: width, block)
        for index in slabs.indices { slabs[index].bond = .strong }
        slabs += rows(of: table, in: grid, form: form, hasHead: !isList, block, name: name)
        let markers = table.markers.map { [Inline.text("\($0.shown) \($0.spoken)")] }
        var below = table.notes
        if let figure { below += figure.notes + [figure.base, figure.source] }
        let notes =
            markers.flatMap { self.notes([$0], in: outer, width: width, block).spaced(before: 0, after: 2) }
            + self.notes(below, in: outer, width: width, block)
        if !notes.isEmpty {
            // A few words below a table never stand on a page of their own: its last row goes with them.
            slabs[slabs.count - 1].bond = notes.height < Self.shortNotes ? .strong : .weak
            slabs += notes.spaced(before: 7, after: 0)
        }
        for index in slabs.indices { slabs[index].orientation = form.orientation }
        return slabs
    }

    /// A table that is too wide, also turned, as several tables of some of its columns.
    private func parted(
        _ table: DataTable, _ block: Block, in element: Int, room: Room, caption: [[Inline]], name: String,
        head figure: Figure?, isSmall: Bool
    ) -> [Slab] {
        let columns = table.columns.indices.dropFirst()
        let fits = (2..<max(3, columns.count)).first { count in
            table.parts(count).allSatisfy { form(of: $0, room: room, isSmall: isSmall) != nil }
        }
        guard let count = fits, columns.count > 1 else {
            let least = TableColumns(table, density: .tight, theme: theme, measurer: measurer).least
            log.error(
                "\(owner(block, name).name) needs \(Int(least.rounded(.up))) points for its "
                    + "\(table.columns.count) columns, a page that lies has \(Int(theme.width(.landscape)))",
                at: block.location, hints: ["leave columns out, or make two tables of it"])
            return []
        }
        return table.parts(count).enumerated().flatMap { index, part in
            let place = [Inline.text("Columns: part \(index + 1) of \(count)")]
            return self.table(
                part, block, in: element, room: room, caption: (index == 0 ? caption : []) + [place],
                name: name, head: index == 0 ? figure : nil, isSmall: isSmall
            ).spaced(before: index == 0 ? 0 : 14, after: 0)
        }
    }

    /// How a table is set: the widths of its columns, the way the page lies.
    private struct Form {
        var widths: [Double]
        var density: TableColumns.Density
        var orientation: Orientation
        var width: Double
    }

    /// The first form that has room for the table: on a page that stands, then closer, also where the headers of rows would
    /// stand like towers, then on one that lies.
    private func form(of table: DataTable, room: Room, isSmall: Bool) -> Form? {
        for orientation in [Orientation.portrait, .landscape] {
            let width = orientation == .portrait ? room.width : theme.width(.landscape)
            var crowded: Form?
            for density in [isSmall ? TableColumns.Density.small : .normal, .tight] {
                let columns = TableColumns(table, density: density, theme: theme, measurer: measurer)
                // There is no third way for a page to lie: numbers break before the headers of rows stand like towers.
                for sparesHeaders in orientation == .portrait ? [false] : [false, true] {
                    guard let widths = columns.widths(in: width, sparesHeaders: sparesHeaders) else {
                        continue
                    }
                    let form = Form(widths: widths, density: density, orientation: orientation, width: width)
                    if columns.haveRoom(in: widths) { return form }
                    crowded = form
                }
            }
            if let crowded { return crowded }
        }
        return nil
    }

    private func caption(
        _ caption: [[Inline]], _ lead: [[Inline]], _ figure: Figure?, in grid: Int, width: Double,
        _ block: Block
    ) -> [Slab] {
        let captions = (caption + lead).filter { !$0.isEmpty }
        guard figure != nil || !captions.isEmpty else { return [] }
        let element = structure.open(.caption, in: grid)
        let title = figure.map { self.title(of: $0, in: element, width: width, block) } ?? []
        return title.spaced(before: 0, after: 3)
            + captions.flatMap { words in
                paragraph(
                    words, theme.figureSubtitle, color: theme.quiet,
                    in: structure.open(.paragraph, in: element), width: width, block)
            }.spaced(before: 0, after: 5)
    }

    private func rows(
        of table: DataTable, in grid: Int, form: Form, hasHead: Bool, _ block: Block, name: String
    ) -> [Slab] {
        let top = hasHead ? head(of: table, in: grid, form: form, block, name: name) : nil
        let body = structure.open(.tableBody, in: grid)
        var slabs = table.rows.map { cells in
            let entry = structure.open(.tableRow, in: body)
            let set = cells.enumerated().map { index, cell in
                self.cell(
                    cell, isHeader: index == 0, form.density.type(theme), in: entry,
                    width: form.widths[min(index, form.widths.count - 1)], block)
            }
            return row(set, form: form, block, name: name, isHead: false)
        }
        for index in slabs.indices {
            if index > 0, let top {
                slabs[index].repeated = [
                    Slab.RepeatedHead(
                        pieces: top.pieces.map { TaggedPage.Piece(.decoration, nodes: $0.nodes) },
                        height: top.height)
                ]
            }
            guard index < slabs.count - 1 else { continue }
            if index == 0 || index == slabs.count - 2 {
                slabs[index].bond = .strong
            } else if slabs.count
                <= (form.density == .normal ? Self.mostRowsTogether : Self.mostSmallRowsTogether)
            {
                slabs[index].bond = .weak
            }
        }
        if let top { return [top] + slabs }
        if !slabs.isEmpty {
            slabs[0].decorate([hairline(from: 0, to: form.width, y: 0, theme.ink, width: 1)])
        }
        return slabs
    }

    private func head(of table: DataTable, in grid: Int, form: Form, _ block: Block, name: String) -> Slab {
        let row = structure.open(.tableRow, in: structure.open(.tableHead, in: grid))
        var type = form.density.type(theme)
        type.weight = theme.emphasis
        // In a small table the corner would make more headers than data, which checkers take for damage.
        let (columns, rows) = (table.columns.count, table.rows.count)
        let hasPlainCorner = columns + rows > rows * (columns - 1)
        let cells = zip(table.columns, form.widths).enumerated().map { index, element in
            let (column, width) = element
            let isPlain = hasPlainCorner && index == 0
            let cell = structure.open(isPlain ? .dataCell : .headerCell, in: row) {
                if !isPlain { $0.scope = .column }
            }
            return paragraph(
                column.title, type, in: cell, width: width, block, edge: column.isNumeric ? .right : .left)
        }
        var slab = self.row(cells, form: form, block, name: name, isHead: true)
        slab.bond = .strong
        return slab
    }

    private func cell(
        _ cell: DataTable.Cell, isHeader: Bool, _ type: PrintTheme.TypeSize, in row: Int, width: Double,
        _ block: Block
    ) -> [Slab] {
        let element = structure.open(isHeader ? .headerCell : .dataCell, in: row) {
            if isHeader { $0.scope = .row }
        }
        switch cell {
        case .text(let words): return paragraph(words, type, in: element, width: width, block)
        case .number(let words):
            return paragraph(words, type, in: element, width: width, block, edge: .right)
        case .marker(let shown, let spoken):
            let mark = structure.open(.span, in: element) { $0.expansion = spoken }
            return paragraph(
                [.text(shown)], type, color: theme.quiet, in: mark, width: width, block, edge: .right)
        }
    }

    private func row(_ cells: [[Slab]], form: Form, _ block: Block, name: String, isHead: Bool) -> Slab {
        let merged = cells.map { $0.merged(owner: owner(block, name)) }
        let height = merged.map(\.height).max() ?? 0
        var row = Slab(height: height + 2 * form.density.padding, owner: owner(block, "a row of \(name) in"))
        var x = 0.0
        for (index, cell) in merged.enumerated() {
            var cell = cell
            // Heads stand on one line at the bottom, cells at the top.
            cell.move(by: Point(x, form.density.padding + (isHead ? height - cell.height : 0)))
            row.pieces += cell.pieces
            row.links += cell.links
            row.places += cell.places
            x += (form.widths.indices.contains(index) ? form.widths[index] : 0) + form.density.gutter
        }
        let width = x - form.density.gutter
        row.decorate([
            hairline(
                from: 0, to: width, y: row.height, isHead ? theme.ink : theme.rule, width: isHead ? 1 : 0.6)
        ])
        return row
    }
}
