extension Picture {
    /// The picture as text, a line a node, for golden tests: names, places to 3 decimals, strings.
    package var dump: String {
        var lines = ["picture \(fixedDecimal(size.width)) x \(fixedDecimal(size.height))", "title \(title)"]
        lines.append("alternative \(alternative)")
        if let background { lines.append("background \(background.hex)") }
        for node in nodes { node.dump(into: &lines, indent: "") }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension Node {
    fileprivate func dump(into lines: inout [String], indent: String) {
        switch self {
        case .group(let group):
            lines.append("\(indent)group \(group.name) at \(group.offset.dump)")
            for node in group.nodes { node.dump(into: &lines, indent: indent + "  ") }
        case .shape(let shape):
            lines.append(indent + shape.dump)
        case .text(let line):
            let style = line.style
            lines.append(
                "\(indent)text \(line.origin.dump) +\(fixedDecimal(line.advance)) \(style.family) "
                    + "\(style.weight.rawValue) \(fixedDecimal(style.size)) \(style.color.hex)\(style.setting) "
                    + "\"\(line.string)\"")
        case .image(let image):
            lines.append("\(indent)image \(image.frame.dump) \(image.png.count) bytes")
        }
    }
}

extension TextStyle {
    /// What is not as in most texts.
    fileprivate var setting: String {
        (figures == .proportional ? " proportional" : "")
            + (tracking == 0 ? "" : " tracked \(fixedDecimal(tracking))")
    }
}

extension Shape {
    fileprivate var dump: String {
        var text = "shape "
        switch outline {
        case .rect(let rect, let radius):
            text += "rect \(rect.dump)" + (radius > 0 ? " r\(fixedDecimal(radius))" : "")
        case .circle(let center, let radius):
            text += "circle \(center.dump) r\(fixedDecimal(radius))"
        case .line(let from, let to):
            text += "line \(from.dump) to \(to.dump)"
        case .path(let steps):
            text += "path of \(steps.count)"
        }
        switch fill {
        case .color(let color): text += " fill \(color.hex)"
        case .hatch(let line, let ground, _, _): text += " hatch \(line.hex) on \(ground.hex)"
        case nil: break
        }
        if let stroke { text += " stroke \(stroke.color.hex) \(fixedDecimal(stroke.width))" }
        return text
    }
}

extension Point {
    fileprivate var dump: String { "\(fixedDecimal(x)),\(fixedDecimal(y))" }
}

extension Rect {
    fileprivate var dump: String {
        "\(origin.dump) \(fixedDecimal(size.width))x\(fixedDecimal(size.height))"
    }
}
