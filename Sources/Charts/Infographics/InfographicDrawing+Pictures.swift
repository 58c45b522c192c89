internal import Scene

/// A picture at its size on the page.
struct PlacedPicture {
    var picture: Picture
    var factor: Double

    var width: Double { picture.size.width * factor }
    var height: Double { picture.size.height * factor }

    func node(at place: Point) -> Node { picture.group("picture", at: place, scaledBy: factor) }

    /// A picture for the eye alone.
    func part(at place: Point) -> InfographicSheet.Part { .init(.decoration, [node(at: place)]) }
}

/// The signs of the parties in a row.
struct LogoRow {
    var logos: [(placed: PlacedPicture, x: Double)]
    var width: Double
    var height: Double

    func parts(at place: Point) -> [InfographicSheet.Part] {
        logos.map { logo in
            let y = place.y + (height - logo.placed.height) / 2
            return .init(
                .figure(logo.placed.picture.alternative), [logo.placed.node(at: Point(place.x + logo.x, y))])
        }
    }
}

// Pictures, logos and quotations.
extension InfographicDrawing {
    /// A picture without the room around it, and the drawings' own colours in those of the theme.
    func looks(_ picture: Picture?) -> Picture? { picture.map { $0.trimmed.drawn(with: theme) } }

    /// A picture in the height given, or less where it would be wider than `width`.
    func placed(_ picture: Picture, height: Double, width: Double = .infinity) -> PlacedPicture {
        let factor = min(height / max(picture.size.height, 1), width / max(picture.size.width, 1))
        return PlacedPicture(picture: picture, factor: factor)
    }

    /// A picture that says something, in the middle of its block.
    func picture(_ picture: Picture, alternative: String, width: Double) -> InfographicBody {
        let placed = placed(picture.drawn(with: theme), height: sizes.picture * 2.5, width: width)
        let node = placed.node(at: Point((width - placed.width) / 2, 0))
        return InfographicBody([.init(.figure(alternative), [node])], height: placed.height)
    }

    /// Logos as high as three lines of the foot, lower where they would be too wide together.
    func logos(_ pictures: [Picture], width: Double) -> LogoRow {
        let gap = sizes.foot * 1.5
        let height = sizes.foot * 3.6
        let placed = pictures.map { self.placed($0, height: height) }
        let gaps = gap * Double(max(pictures.count - 1, 0))
        let natural = placed.reduce(0) { $0 + $1.width }
        let factor = natural > 0 ? min(1, max(width - gaps, 1) / natural) : 1
        var x = 0.0
        let logos = placed.map { logo -> (PlacedPicture, Double) in
            var logo = logo
            logo.factor *= factor
            defer { x += logo.width + gap }
            return (logo, x)
        }
        return LogoRow(
            logos: logos.map { (placed: $0.0, x: $0.1) }, width: natural > 0 ? natural * factor + gaps : 0,
            height: logos.map(\.0.height).max() ?? 0)
    }

    /// The words in a bubble, who said them below its tip.
    func quotation(_ words: String, speaker: String, width: Double) -> InfographicBody {
        let inset = sizes.sentence * 0.9
        let tip = sizes.sentence * 0.7
        let said = text(words, style(sizes.sentence), width: width - 2 * inset)
        let box = Rect(x: 0, y: 0, width: width, height: said.height + 2 * inset * 0.8)
        let x = inset * 1.2
        let tail: [PathStep] = [
            .move(Point(x, box.maxY - 0.5)), .line(Point(x + tip * 1.6, box.maxY - 0.5)),
            .line(Point(x + tip * 0.4, box.maxY + tip)), .close,
        ]
        let ground = Fill.color(theme.track)
        let name = text(speaker, style(sizes.note, .semibold, theme.quiet), width: width - x - tip * 2)
        let y = box.maxY + tip * 0.5
        return InfographicBody(
            [
                .init(
                    .decoration,
                    [
                        .shape(Shape(.rect(box, radius: sizes.sentence * 0.5), fill: ground)),
                        .shape(Shape(.path(tail), fill: ground)),
                    ]),
                .init(.text, said.nodes(x: inset, y: inset * 0.8)),
                .init(.text, name.nodes(x: x + tip * 2, y: y)),
            ], height: y + max(name.height, tip * 0.5))
    }
}
