import Document
import Scene

extension BlockSetter {
    /// Pictures at the left, words at the right, which say all that the pictures show; a row is never divided.
    func pictures(_ rows: [PictureRow], _ block: Block, in element: Int, room: Room) -> [Slab] {
        let looks = theme.pictures
        let slabs = rows.map { row -> Slab in
            row.words.isEmpty
                ? alone(row.picture, block, room: room) : self.row(row, block, in: element, room: room)
        }
        return slabs.flatMap { [$0].spaced(before: 0, after: looks.gap) }
    }

    private func row(_ row: PictureRow, _ block: Block, in element: Int, room: Room) -> Slab {
        let looks = theme.pictures
        let tile = looks.tile.fitting(width: room.measure * 0.4)
        let left = tile.width + looks.space
        let owner = owner(block, "the pictures")
        var slab = paragraph(
            row.words, looks.words, in: structure.open(.paragraph, in: element), width: room.width - left,
            block
        ).merged(owner: owner)
        if let drawing = row.drawing {
            let size = drawing.size.fitting(width: min(looks.drawing, room.width - left))
            slab.height += looks.words.leading * 0.35
            slab.pieces.append(
                TaggedPage.Piece(
                    .decoration,
                    nodes: [
                        drawing.group(
                            "counted", at: Point(0, slab.height), scaledBy: size.width / drawing.size.width)
                    ]))
            slab.height += size.height
        }
        let height = max(slab.height, tile.height)
        slab.move(by: Point(left, (height - slab.height) / 2))
        slab.height = height
        slab.decorate(framed(row.picture, tile, at: Point(0, (height - tile.height) / 2)))
        return slab
    }

    /// A large picture in the middle, without words.
    private func alone(_ picture: Picture, _ block: Block, room: Room) -> Slab {
        let tile = theme.pictures.large.fitting(width: room.width)
        var slab = Slab(height: tile.height, owner: owner(block, "the picture"))
        slab.decorate(framed(picture, tile, at: .zero))
        return slab
    }

    /// Pictures that stand alone, in the middle between two heights of the front page and no larger than the room there; none
    /// where it is too small for them to be seen.
    func fitted(_ block: Block, below top: Double, above bottom: Double) -> [Slab] {
        guard case .pictures(let rows) = block.content, let picture = rows.first?.picture else { return [] }
        var tile = theme.pictures.large
        tile = tile.fitting(width: tile.width * min(1, (bottom - top) / tile.height))
        guard tile.height >= 100 else { return [] }
        var slab = Slab(height: 0, owner: owner(block, "the picture"))
        slab.decorate(framed(picture, tile, at: Point(0, 16 + (bottom - top - tile.height) / 2)))
        return [slab]
    }

    /// A picture as large as its frame allows: a drawing on a ground of its own, a photograph by itself.
    private func framed(_ picture: Picture, _ tile: Size, at place: Point) -> [Node] {
        let isPhoto = if case .image? = picture.nodes.first { true } else { false }
        let margin = isPhoto ? 0 : tile.height * 0.04
        let size = picture.size
        let scale = min((tile.width - 2 * margin) / size.width, (tile.height - 2 * margin) / size.height)
        let corner = Point(
            place.x + (tile.width - size.width * scale) / 2, place.y + (tile.height - size.height * scale) / 2
        )
        let ground = Shape(
            .rect(
                Rect(x: place.x, y: place.y, width: tile.width, height: tile.height),
                radius: tile.height * 0.07),
            fill: .color(theme.pictures.ground))
        return (isPhoto ? [] : [.shape(ground)]) + [picture.group("picture", at: corner, scaledBy: scale)]
    }
}

extension Size {
    /// The size, smaller where it is wider than the room.
    fileprivate func fitting(width room: Double) -> Size {
        width <= room ? self : Size(room, height * room / width)
    }
}
