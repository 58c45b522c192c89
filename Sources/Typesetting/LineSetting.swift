import Scene

/// Sets broken lines: what is painted, and where the links are.
struct LineSetting {
    enum Edge {
        case left
        case right
    }

    let runs: [TextRun]
    let measurer: any TextMeasurer
    let leading: Double
    let width: Double
    var edge = Edge.left

    /// The distance from the top of a line to its baseline: the letters stand in the middle of the leading.
    static func baseline(_ style: TextStyle, leading: Double, measurer: any TextMeasurer) -> Double {
        let metrics = measurer.metrics(of: style)
        return (leading - metrics.ascent - metrics.descent) / 2 + metrics.ascent
    }

    /// A slab a line.
    ///
    /// A line that ends at a blank keeps it, so that the words stay apart for those who listen.
    func slabs(_ lines: [ArraySlice<LineBreaking.Word>], style: TextStyle, owner: Slab.Owner) -> [Slab] {
        let baseline = Self.baseline(style, leading: leading, measurer: measurer)
        return lines.enumerated().map { index, words in
            var slab = Slab(height: leading, owner: owner)
            let segments = segments(words)
            var x = 0.0
            if edge == .right { x = width - visibleWidth(words) }
            for segment in segments {
                set(segment, at: Point(x, baseline), isLast: index == lines.count - 1, into: &slab)
                x += segment.advance
            }
            return slab
        }
    }

    private struct Segment {
        var run: Int
        var text: String
        var advance = 0.0
    }

    private func visibleWidth(_ words: ArraySlice<LineBreaking.Word>) -> Double {
        words.reduce(0) { $0 + $1.width + ($1.blank?.width ?? 0) } - (words.last?.blank?.width ?? 0)
    }

    private func segments(_ words: ArraySlice<LineBreaking.Word>) -> [Segment] {
        var segments: [Segment] = []
        func add(_ text: String, _ run: Int) {
            if segments.last?.run == run {
                segments[segments.count - 1].text += text
            } else {
                segments.append(Segment(run: run, text: text))
            }
        }
        for word in words {
            for part in word.parts { add(part.text, part.run) }
            if let blank = word.blank { add(" ", blank.run) }
        }
        for index in segments.indices {
            segments[index].advance = measurer.width(
                of: segments[index].text, style: runs[segments[index].run].style)
        }
        return segments
    }

    private func set(_ segment: Segment, at origin: Point, isLast: Bool, into slab: inout Slab) {
        let run = runs[segment.run]
        let place = Point(origin.x, origin.y - run.rise)
        var nodes: [Node] = [
            .text(TextLine(segment.text, style: run.style, origin: place, advance: segment.advance))
        ]
        let blank = segment.text.hasSuffix(" ") ? measurer.width(of: " ", style: run.style) : 0
        let visible = max(0, segment.advance - blank)
        func line(_ y: Double) -> Node {
            .shape(
                Shape(
                    .line(from: Point(place.x, y), to: Point(place.x + visible, y)),
                    stroke: Stroke(run.style.color, width: run.style.size / 18)))
        }
        if run.isStruck { nodes.append(line(place.y - run.style.size * 0.27)) }
        if let link = run.link {
            if run.rise == 0 { nodes.append(line(place.y + run.style.size * 0.15)) }
            let metrics = measurer.metrics(of: run.style)
            let area = Rect(
                x: place.x, y: place.y - metrics.ascent, width: visible,
                height: metrics.ascent + metrics.descent)
            slab.links.append(
                Slab.Link(
                    area: area, target: link.target, element: link.element, description: link.description))
        }
        if let name = run.place { slab.places.append(name) }
        slab.pieces.append(TaggedPage.Piece(run.part, nodes: nodes))
    }
}
