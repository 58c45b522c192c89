package import Scene

/// The content of a page as it is written (ISO 32000-1, 8 and 9): what is drawn, between the marks that say what it is.
///
/// Points count from the top left as in a scene, and are written from the bottom left as in a file.
package struct ContentStream {
    package private(set) var bytes: [UInt8] = []
    private let height: Double
    private var state = State()
    private var saved: [State] = []
    /// Where the last line of an open text began, from the bottom left, as written.
    private var lineStart: Point?

    /// What stays set from one drawing to the next, and so is written only where it changes.
    private struct State {
        var fill: Color?
        var stroke: Color?
        var width = 1.0
        var isRound = false
        var font: (name: Int, size: Double)?
    }

    /// - Parameter height: of the page, in points.
    package init(height: Double) { self.height = height }

    // MARK: Marks

    /// Begins a piece; `number` is its place among the pieces of the page.
    package mutating func begin(_ part: TaggedPage.Piece.Part, number: Int) {
        leaveText()
        switch part {
        case .content(_, let role):
            // What a link holds is marked as words of it: the link itself is the element around them.
            put("/\(role == .link ? "Span" : role.rawValue) <</MCID \(number)>> BDC\n")
        case .decoration: put("/Artifact BMC\n")
        case .header: put("/Artifact <</Type/Pagination/Subtype/Header/Attached[/Top]>> BDC\n")
        case .footer: put("/Artifact <</Type/Pagination/Subtype/Footer/Attached[/Bottom]>> BDC\n")
        }
    }

    /// Begins glyphs that stand for other words than each of them by itself does.
    package mutating func begin(standingFor words: String) {
        leaveText()
        put("/Span <</ActualText ")
        PDFValue.text(words).write(into: &bytes)
        put(">> BDC\n")
    }

    package mutating func end() {
        leaveText()
        put("EMC\n")
    }

    // MARK: State

    package mutating func save() {
        leaveText()
        put("q\n")
        saved.append(state)
    }

    package mutating func restore() {
        leaveText()
        put("Q\n")
        if let last = saved.popLast() { state = last }
    }

    package mutating func setFill(_ color: Color) {
        guard state.fill != color else { return }
        state.fill = color
        put(color)
        put("rg\n")
    }

    package mutating func setStroke(_ stroke: Stroke) {
        if state.stroke != stroke.color {
            state.stroke = stroke.color
            put(stroke.color)
            put("RG\n")
        }
        if state.width != stroke.width {
            state.width = stroke.width
            put(stroke.width)
            put("w\n")
        }
        if state.isRound != stroke.isRound {
            state.isRound = stroke.isRound
            put(stroke.isRound ? "1 J 1 j\n" : "0 J 0 j\n")
        }
    }

    // MARK: Paths

    package mutating func move(to point: Point) {
        leaveText()
        put(point)
        put("m ")
    }

    package mutating func line(to point: Point) {
        put(point)
        put("l ")
    }

    package mutating func curve(to point: Point, _ control1: Point, _ control2: Point) {
        put(control1)
        put(control2)
        put(point)
        put("c ")
    }

    package mutating func close() { put("h ") }

    package mutating func rectangle(_ rect: Rect) {
        leaveText()
        put(Point(rect.minX, rect.maxY))
        put(rect.size.width)
        put(rect.size.height)
        put("re ")
    }

    /// What is done with the path that was drawn, which it ends.
    package enum Painting: String {
        case fill = "f\n"
        case stroke = "S\n"
        case fillAndStroke = "B\n"
        case clip = "W n\n"
    }

    package mutating func paint(_ painting: Painting) { put(painting.rawValue) }

    // MARK: Text and images

    /// Glyphs, with how far each one's origin is from where the widths of those before it would put it, in thousandths of the size.
    package mutating func show(
        _ glyphs: [(id: UInt16, shift: Int)], font: Int, size: Double, at origin: Point
    ) {
        if lineStart == nil { put("BT ") }
        if state.font?.name != font || state.font?.size != size {
            state.font = (font, size)
            put("/F\(font) ")
            put(size)
            put("Tf ")
        }
        // Counted from the line before, as it was written.
        let start = Point(rounded(origin.x), rounded(height - origin.y))
        put(start.x - (lineStart?.x ?? 0))
        put(start.y - (lineStart?.y ?? 0))
        lineStart = start
        let isEven = glyphs.allSatisfy { $0.shift == 0 }
        put(isEven ? "Td (" : "Td [(")
        for glyph in glyphs {
            if glyph.shift != 0 {
                // A positive number moves back.
                put(")\(-glyph.shift)(")
            }
            put(byte: UInt8(glyph.id >> 8))
            put(byte: UInt8(glyph.id & 255))
        }
        put(isEven ? ")Tj\n" : ")]TJ\n")
    }

    /// A byte of a string (ISO 32000-1, 7.3.4.2): as it is, half the length of two digits.
    private mutating func put(byte: UInt8) {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
        // Read back, it would be a line feed.
        case 13: put("\\r")
        default: bytes.append(byte)
        }
    }

    private mutating func leaveText() {
        if lineStart != nil { put("ET\n") }
        lineStart = nil
    }

    private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }

    package mutating func image(_ number: Int, in frame: Rect) {
        leaveText()
        put("q ")
        put(frame.size.width)
        put("0 0 ")
        put(frame.size.height)
        put(Point(frame.minX, frame.maxY))
        put("cm /I\(number) Do Q\n")
    }

    // MARK: Numbers

    private mutating func put(_ text: String) { bytes += text.utf8 }

    private mutating func put(_ point: Point) {
        put(point.x)
        put(height - point.y)
    }

    private mutating func put(_ color: Color) {
        for part in [color.red, color.green, color.blue] { put(Double(part) / 255, places: 3) }
    }

    /// A number and a space; a hundredth of a point is less than any printer shows.
    private mutating func put(_ value: Double, places: Int = 2) {
        appendDecimal(value, places: places, to: &bytes)
        bytes.append(UInt8(ascii: " "))
    }
}
