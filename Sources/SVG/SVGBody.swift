internal import Scene

/// The elements of a picture and what they refer to, gathered in drawing order.
struct SVGBody {
    private let idPrefix: String
    private let fitsText: Bool
    private var items: [Item] = []
    private(set) var hatches: [Fill] = []

    /// An element, written already or waiting for the commonest text style; lines in a row are one element.
    private enum Item {
        case element(String)
        case lines(String, stroke: Stroke)
        case text(TextLine)
    }

    init(idPrefix: String, fitsText: Bool) {
        self.idPrefix = idPrefix
        self.fitsText = fitsText
    }

    mutating func add(_ node: Node, at offset: Point) {
        switch node {
        case .group(let group):
            for node in group.nodes { add(node, at: offset.moved(by: group.offset)) }
        case .shape(let shape):
            if case .line(let from, let to) = shape.outline, let stroke = shape.stroke {
                return addLine(from: from.moved(by: offset), to: to.moved(by: offset), stroke)
            }
            items.append(.element(element(of: shape, at: offset)))
        case .text(var line):
            line.origin = line.origin.moved(by: offset)
            items.append(.text(line))
        case .image(let image):
            let frame = image.frame.moved(by: offset)
            items.append(
                .element(
                    "<image\(place(of: frame)) preserveAspectRatio=\"none\" "
                        + "href=\"data:image/png;base64,\(base64(image.png))\"/>\n"))
        }
    }

    /// Grid lines and ticks come in dozens: those in a row that look alike are drawn as one path.
    private mutating func addLine(from: Point, to: Point, _ stroke: Stroke) {
        var data = "M\(pair(from))"
        switch (number(from.x) == number(to.x), number(from.y) == number(to.y)) {
        case (true, false): data += "V\(number(to.y))"
        case (false, true): data += "H\(number(to.x))"
        default: data += "L\(pair(to))"
        }
        if case .lines(let before, stroke)? = items.last {
            items[items.count - 1] = .lines(before + data, stroke: stroke)
        } else {
            items.append(.lines(data, stroke: stroke))
        }
    }

    /// The style of most texts, which the root element carries; among equals the first one met.
    var commonStyle: TextStyle? {
        var counts: [(style: TextStyle, count: Int)] = []
        for case .text(let line) in items {
            if let index = counts.firstIndex(where: { $0.style == line.style }) {
                counts[index].count += 1
            } else {
                counts.append((line.style, 1))
            }
        }
        let most = counts.map(\.count).max()
        return counts.first { $0.count == most }?.style
    }

    var elements: String {
        let common = commonStyle
        var text = ""
        for item in items {
            switch item {
            case .element(let element): text += element
            case .lines(let data, let stroke):
                text += "<path d=\"\(data)\" fill=\"none\"\(strokeAttributes(stroke))/>\n"
            case .text(let line): text += element(of: line, common: common)
            }
        }
        return text
    }

    /// The patterns.
    ///
    /// A line of the hatch is the middle of a stripe `spacing` high, turned to rise to the right.
    var definitions: String {
        var text = ""
        for (index, hatch) in hatches.enumerated() {
            guard case .hatch(let line, let ground, let spacing, let width) = hatch else { continue }
            let side = number(spacing)
            text += #"<pattern id="\#(hatchID(index))" width="\#(side)" height="\#(side)""#
            text += #" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">"#
            text += #"<rect width="\#(side)" height="\#(side)" fill="\#(ground.hex)"/>"#
            text +=
                #"<rect y="\#(number((spacing - width) / 2))" width="\#(side)" height="\#(number(width))""#
            text += " fill=\"\(line.hex)\"/></pattern>\n"
        }
        return text
    }

    private func hatchID(_ index: Int) -> String { "\(escaped(idPrefix))hatch\(index + 1)" }

    private func element(of line: TextLine, common: TextStyle?) -> String {
        var text = #"<text x="\#(number(line.origin.x))" y="\#(number(line.origin.y))""#
        text += attributes(of: line.style, beside: common)
        if fitsText { text += #" textLength="\#(number(line.advance))" lengthAdjust="spacingAndGlyphs""# }
        return text + ">\(escaped(line.string))</text>\n"
    }

    private mutating func element(of shape: Shape, at offset: Point) -> String {
        var text: String
        var fill = shape.fill
        switch shape.outline {
        case .rect(let rect, let radius):
            text = "<rect" + place(of: rect.moved(by: offset))
            let most = min(radius, rect.size.width / 2, rect.size.height / 2)
            if most > 0 { text += " rx=\"\(number(most))\"" }
        case .circle(let center, let radius):
            let center = center.moved(by: offset)
            text = "<circle cx=\"\(number(center.x))\" cy=\"\(number(center.y))\" r=\"\(number(radius))\""
        case .line(let from, let to):
            let (from, to) = (from.moved(by: offset), to.moved(by: offset))
            text = "<path d=\"M\(pair(from))L\(pair(to))\""
            fill = nil
        case .path(let steps):
            text = "<path d=\"" + steps.map { data(of: $0, at: offset) }.joined() + "\""
        }
        text += " fill=\"\(paint(fill))\""
        if let stroke = shape.stroke { text += strokeAttributes(stroke) }
        return text + "/>\n"
    }

    private func strokeAttributes(_ stroke: Stroke) -> String {
        var text = " stroke=\"\(stroke.color.hex)\""
        if stroke.width != 1 { text += " stroke-width=\"\(number(stroke.width))\"" }
        if stroke.isRound { text += #" stroke-linecap="round" stroke-linejoin="round""# }
        return text
    }

    private mutating func paint(_ fill: Fill?) -> String {
        switch fill {
        case nil: return "none"
        case .color(let color): return color.hex
        case .hatch(_, _, _, _):
            guard let fill else { return "none" }
            let index = hatches.firstIndex(of: fill) ?? hatches.count
            if index == hatches.count { hatches.append(fill) }
            return "url(#\(hatchID(index)))"
        }
    }
}

private func place(of rect: Rect) -> String {
    " x=\"\(number(rect.minX))\" y=\"\(number(rect.minY))\""
        + " width=\"\(number(rect.size.width))\" height=\"\(number(rect.size.height))\""
}

private func pair(_ point: Point) -> String { "\(number(point.x)) \(number(point.y))" }

private func data(of step: PathStep, at offset: Point) -> String {
    switch step {
    case .move(let point): "M" + pair(point.moved(by: offset))
    case .line(let point): "L" + pair(point.moved(by: offset))
    case .curve(let point, let control1, let control2):
        "C\(pair(control1.moved(by: offset))) \(pair(control2.moved(by: offset))) \(pair(point.moved(by: offset)))"
    case .close: "Z"
    }
}
