package import Diagnostics
package import Reading
package import Scene

/// Reads a picture that somebody drew: the few elements of SVG that a simple picture is made of.
///
/// These are `g`, `path`, `circle`, `ellipse`, `rect`, `line`, `polyline` and `polygon`, filled and outlined in plain
/// colours; every line has round ends and corners. Whatever else an SVG can hold (text, pictures, scripts, styles, links)
/// is an error that names it, so a file can do nothing but be drawn.
package struct DrawingReader {
    /// How large a file, and how much in it, a picture may be.
    private static let mostBytes = 200_000
    private static let mostShapes = 2_000

    private let log = DiagnosticLog()
    private var nodes: [Node] = []

    /// What an element hands down to those inside it.
    private struct Look {
        var fill: Fill? = .color(Color(0))
        var color: Color?
        var width = 1.0
    }

    /// The picture of a file; throws every fault of it.
    package static func read(_ source: SourceText) throws(Failure) -> Picture {
        let place = SourceLocation(file: source.file)
        guard source.text.utf8.count <= mostBytes else {
            throw Failure(
                "the drawing has \(source.text.utf8.count) bytes, expected at most \(mostBytes)", at: place,
                hints: ["make it simpler, or export it as PNG"])
        }
        let root = try XMLReader.read(source)
        var reader = DrawingReader()
        let picture = reader.picture(root)
        try reader.log.check()
        return picture
    }

    private mutating func picture(_ root: XMLElement) -> Picture {
        let empty = Picture(size: Size(1, 1), title: "", alternative: "", background: nil, nodes: [])
        guard root.name == "svg" else {
            log.error("'\(root.name)' is no drawing, expected 'svg'", at: root.location)
            return empty
        }
        let box = (root.attribute("viewBox") ?? "").split { $0 == " " || $0 == "," }.map { Double($0) ?? -1 }
        guard box.count == 4, box[0] == 0, box[1] == 0, (1...PathData.farthest).contains(box[2]),
            (1...PathData.farthest).contains(box[3])
        else {
            log.error(
                "the drawing does not say how large it is", at: root.location,
                hints: ["write viewBox=\"0 0 120 104\" in the svg element"])
            return empty
        }
        let title = root.children("title").first?.text ?? ""
        if title.isEmpty {
            log.error(
                "the drawing has no title", at: root.location,
                hints: ["write what it shows in <title>, as in <title>A home</title>"])
        }
        add(root, look: Look(), allowing: ["viewBox", "width", "height", "version"])
        return Picture(
            size: Size(box[2], box[3]), title: title, alternative: title, background: nil, nodes: nodes)
    }

    /// The elements inside one.
    private mutating func add(_ element: XMLElement, look: Look, allowing more: [String] = []) {
        var look = look
        self.look(of: element, &look, allowing: more)
        for child in element.children where child.name != "title" && child.name != "desc" {
            if child.name == "g" {
                add(child, look: look)
            } else if nodes.count < Self.mostShapes {
                shape(child, look: look)
            } else {
                return log.error(
                    "the drawing has more than \(Self.mostShapes) shapes", at: child.location,
                    hints: ["make it simpler, or export it as PNG"])
            }
        }
    }

    private mutating func shape(_ element: XMLElement, look: Look) {
        var look = look
        let outline: Outline?
        switch element.name {
        case "circle":
            self.look(of: element, &look, allowing: ["cx", "cy", "r"])
            outline = .circle(
                center: Point(number("cx", element), number("cy", element)), radius: length("r", element))
        case "ellipse":
            self.look(of: element, &look, allowing: ["cx", "cy", "rx", "ry"])
            let center = Point(number("cx", element), number("cy", element))
            outline = .ellipse(center: center, Size(length("rx", element), length("ry", element)))
        case "rect":
            self.look(of: element, &look, allowing: ["x", "y", "width", "height", "rx"])
            let rect = Rect(
                x: number("x", element), y: number("y", element), width: length("width", element),
                height: length("height", element))
            outline = .rect(rect, radius: element.attribute("rx") == nil ? 0 : length("rx", element))
        case "line":
            self.look(of: element, &look, allowing: ["x1", "y1", "x2", "y2"])
            let from = Point(number("x1", element), number("y1", element))
            outline = .path([.move(from), .line(Point(number("x2", element), number("y2", element)))])
        case "path":
            self.look(of: element, &look, allowing: ["d"])
            outline = path(element.attribute("d") ?? "", of: element)
        case "polyline", "polygon":
            self.look(of: element, &look, allowing: ["points"])
            let closing = element.name == "polygon" ? " Z" : ""
            outline = path("M" + (element.attribute("points") ?? "") + closing, of: element)
        default:
            let known = ["g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon"]
            log.error(
                "'\(element.name)' has no place in a picture", at: element.location,
                hints: hints(forUnknown: element.name, among: known, listing: "there are") + [
                    "a drawing with other elements can be exported as PNG"
                ])
            return
        }
        guard let outline else { return }
        let stroke = look.color.map { Stroke($0, width: look.width, isRound: true) }
        nodes.append(.shape(Shape(outline, fill: look.fill, stroke: stroke)))
    }

    private mutating func path(_ data: String, of element: XMLElement) -> Outline? {
        let path = PathData(data)
        if let fault = path.fault {
            log.error("the \(element.name) is not one that can be drawn: \(fault)", at: element.location)
            return nil
        }
        return path.steps.isEmpty ? nil : .path(path.steps)
    }

    private mutating func look(of element: XMLElement, _ look: inout Look, allowing more: [String]) {
        for attribute in element.attributes {
            switch attribute.name {
            case "fill":
                if attribute.value == "none" {
                    look.fill = nil
                } else if let color = color(attribute, of: element) {
                    look.fill = .color(color)
                }
            case "stroke": look.color = attribute.value == "none" ? nil : color(attribute, of: element)
            case "stroke-width": look.width = length("stroke-width", element)
            case "id", "stroke-linecap", "stroke-linejoin": break
            case let name where more.contains(name): break
            default:
                let known = ["fill", "stroke", "stroke-width", "id"] + more
                log.error(
                    "'\(attribute.name)' has no place in '\(element.name)'", at: element.location,
                    hints: hints(forUnknown: attribute.name, among: known, listing: "there are"))
            }
        }
    }

    private func color(_ attribute: XMLElement.Attribute, of element: XMLElement) -> Color? {
        let digits = attribute.value.dropFirst()
        if attribute.value.hasPrefix("#"), digits.utf8.count == 6, let value = UInt32(digits, radix: 16) {
            return Color(value)
        }
        if attribute.value.hasPrefix("#"), digits.utf8.count == 3, let value = UInt32(digits, radix: 16) {
            return Color((value >> 8) * 0x11_0000 + (value >> 4 & 15) * 0x1100 + (value & 15) * 0x11)
        }
        log.error(
            "'\(attribute.value)' is not a colour", at: element.location,
            hints: ["write it as #12436D, or 'none'"])
        return nil
    }

    /// A length: not below 0.
    private func length(_ name: String, _ element: XMLElement) -> Double {
        let value = number(name, element)
        if value >= 0 { return value }
        log.error("'\(name)' of '\(element.name)' is below 0", at: element.location)
        return 0
    }

    private func number(_ name: String, _ element: XMLElement) -> Double {
        let text = element.attribute(name) ?? ""
        if let value = Double(text), abs(value) <= PathData.farthest { return value }
        log.error(
            text.isEmpty
                ? "'\(element.name)' has no '\(name)'"
                : "'\(name)' of '\(element.name)' is '\(text)', expected a number within 10,000 of 0",
            at: element.location)
        return 0
    }
}

extension Outline {
    /// An ellipse by its radii, of four curves (0.5523 of a radius for each control point).
    static func ellipse(center: Point, _ radii: Size) -> Outline {
        let (a, b) = (radii.width, radii.height)
        let (c, d) = (a * 0.5523, b * 0.5523)
        func at(_ x: Double, _ y: Double) -> Point { Point(center.x + x, center.y + y) }
        return .path([
            .move(at(a, 0)), .curve(at(0, b), control1: at(a, d), control2: at(c, b)),
            .curve(at(-a, 0), control1: at(-c, b), control2: at(-a, d)),
            .curve(at(0, -b), control1: at(-a, -d), control2: at(-c, -b)),
            .curve(at(a, 0), control1: at(c, -b), control2: at(a, -d)), .close,
        ])
    }
}
