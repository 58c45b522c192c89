package import Scene

/// The data of an SVG path (SVG 1.1, 8.3) as steps: lines and curves; arcs are not taken.
package struct PathData {
    package private(set) var steps: [PathStep] = []
    /// What is wrong with the data; nil where all of it was read.
    package private(set) var fault: String?

    /// No coordinate is farther from 0 than this.
    static let farthest = 10_000.0

    private var rest: Substring.UTF8View
    private var place = Point.zero
    private var start = Point.zero
    /// The control point that a smooth curve goes on from.
    private var control: Point?

    package init(_ text: String) {
        rest = Substring(text).utf8
        read()
    }

    private mutating func read() {
        var command: UInt8 = 0
        while fault == nil {
            skipBlanks()
            guard let next = rest.first else { break }
            if Self.isLetter(next) {
                command = next
                rest.removeFirst()
            } else if command == 0 || command | 0x20 == UInt8(ascii: "z") {
                return fail("a path begins with a letter, such as M")
            }
            if steps.isEmpty, command | 0x20 != UInt8(ascii: "m") { return fail("a path begins with M") }
            step(command)
            // What follows the first pair of a move without a letter are lines.
            if command == UInt8(ascii: "M") { command = UInt8(ascii: "L") }
            if command == UInt8(ascii: "m") { command = UInt8(ascii: "l") }
        }
    }

    private mutating func step(_ command: UInt8) {
        let isRelative = command & 0x20 != 0
        let origin = isRelative ? place : .zero
        var smooth: Point?
        switch command | 0x20 {
        case UInt8(ascii: "m"):
            guard let point = point(from: origin) else { return }
            steps.append(.move(point))
            (place, start) = (point, point)
        case UInt8(ascii: "l"):
            guard let point = point(from: origin) else { return }
            line(to: point)
        case UInt8(ascii: "h"):
            guard let x = number() else { return }
            line(to: Point(origin.x + x, place.y))
        case UInt8(ascii: "v"):
            guard let y = number() else { return }
            line(to: Point(place.x, origin.y + y))
        case UInt8(ascii: "c"):
            guard let first = point(from: origin), let second = point(from: origin),
                let end = point(from: origin)
            else { return }
            curve(to: end, first, second)
            smooth = second
        case UInt8(ascii: "s"):
            guard let second = point(from: origin), let end = point(from: origin) else { return }
            let last = control ?? place
            curve(to: end, Point(2 * place.x - last.x, 2 * place.y - last.y), second)
            smooth = second
        case UInt8(ascii: "q"):
            guard let middle = point(from: origin), let end = point(from: origin) else { return }
            curve(to: end, between(place, middle, 2.0 / 3), between(end, middle, 2.0 / 3))
        case UInt8(ascii: "z"):
            steps.append(.close)
            place = start
        default:
            return fail(
                "'\(Character(Unicode.Scalar(command)))' is not among the steps M, L, H, V, C, S, Q and Z")
        }
        control = smooth
    }

    private mutating func line(to point: Point) {
        steps.append(.line(point))
        place = point
    }

    private mutating func curve(to end: Point, _ first: Point, _ second: Point) {
        steps.append(.curve(end, control1: first, control2: second))
        place = end
    }

    private func between(_ a: Point, _ b: Point, _ share: Double) -> Point {
        Point(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share)
    }

    private mutating func point(from origin: Point) -> Point? {
        guard let x = number(), let y = number() else { return nil }
        return Point(origin.x + x, origin.y + y)
    }

    private mutating func number() -> Double? {
        skipBlanks()
        var end = rest.startIndex
        var hasPoint = false
        while end < rest.endIndex {
            let byte = rest[end]
            let isSign = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
            if isSign, end != rest.startIndex { break }
            if byte == UInt8(ascii: ".") {
                if hasPoint { break }
                hasPoint = true
            } else if !isSign, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
                break
            }
            end = rest.index(after: end)
        }
        let digits = String(Substring(rest[..<end]))
        guard let value = Double(digits), abs(value) <= Self.farthest else {
            fail(
                digits.isEmpty
                    ? "a number is missing" : "'\(digits.prefix(20))' is not a number within 10,000 of 0")
            return nil
        }
        rest = rest[end...]
        return value
    }

    private mutating func skipBlanks() {
        rest = rest.drop { " \t\r\n,".utf8.contains($0) }
    }

    private mutating func fail(_ words: String) { fault = fault ?? words }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
