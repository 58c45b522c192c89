package import Diagnostics

/// Reads JSON strictly by RFC 8259, numbers kept as they are written.
///
/// All names that stand twice in an object are reported, and the first fault of grammar. Nesting deeper than
/// 64 and halves of surrogate pairs are errors too.
package enum JSONReader {
    /// - Parameter last: the name of a member after which nothing more of its object is wanted: the rest is passed over.
    package static func read(_ source: SourceText, cuttingAfter last: String? = nil) throws(Failure)
        -> DataNode
    {
        var parser = JSONParser(source, cuttingAfter: last)
        do throws(Failure) {
            let node = try parser.document()
            if parser.duplicates.isEmpty { return node }
        } catch {
            throw source.failure(parser.duplicates + error.diagnostics)
        }
        throw source.failure(parser.duplicates)
    }
}

/// One walk over the bytes, by recursive descent.
struct JSONParser {
    static let deepest = 64

    let source: SourceText
    let bytes: [UInt8]
    var position = 0
    /// Where the present line begins, and how many of its bytes so far continue a character.
    var line = 1
    var lineStart = 0
    var continuations = 0
    /// What is open, outermost first: for the message when the file ends too early.
    var open: [(bracket: String, location: SourceLocation)] = []
    var duplicates: [Diagnostic] = []
    private let last: String?

    init(_ source: SourceText, cuttingAfter last: String?) {
        self.source = source
        self.bytes = source.bytes
        self.last = last
    }

    var here: SourceLocation {
        SourceLocation(file: source.file, line: line, column: position - lineStart - continuations + 1)
    }

    var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func document() throws(Failure) -> DataNode {
        skipBlanks()
        let node = try value()
        skipBlanks()
        if byte != nil {
            throw unexpected(
                "expected the end of the file after the value", hints: ["a file holds one value"])
        }
        return node
    }

    mutating func skipBlanks() {
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
                position += 1
            case UInt8(ascii: "\n"):
                position += 1
                line += 1
                lineStart = position
                continuations = 0
            default:
                return
            }
        }
    }

    mutating func value() throws(Failure) -> DataNode {
        let location = here
        switch byte {
        case UInt8(ascii: "{"): return DataNode(.object(try object(at: location)), at: location)
        case UInt8(ascii: "["): return DataNode(.list(try list(at: location)), at: location)
        case UInt8(ascii: "\""): return DataNode(.string(try string()), at: location)
        case .some(UInt8(ascii: "-")), .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
            return DataNode(.number(try number()), at: location)
        case UInt8(ascii: "t") where take("true"): return DataNode(.boolean(true), at: location)
        case UInt8(ascii: "f") where take("false"): return DataNode(.boolean(false), at: location)
        case UInt8(ascii: "n") where take("null"): return DataNode(.null, at: location)
        default: throw notAValue()
        }
    }

    /// Steps over a word if it stands here and no letter or digit follows.
    private mutating func take(_ word: StaticString) -> Bool {
        let end = position + word.utf8CodeUnitCount
        guard end <= bytes.count, !(end < bytes.count && isWordByte(bytes[end])) else { return false }
        for index in 0..<word.utf8CodeUnitCount where bytes[position + index] != word.utf8Start[index] {
            return false
        }
        position = end
        return true
    }

    // MARK: - Lists and objects

    private mutating func list(at location: SourceLocation) throws(Failure) -> [DataNode] {
        try enter("[", at: location)
        var items: [DataNode] = []
        skipBlanks()
        while byte != UInt8(ascii: "]") {
            items.append(try value())
            skipBlanks()
            guard try comma(before: UInt8(ascii: "]"), after: "an item of a list") else { break }
        }
        leave()
        return items
    }

    private mutating func object(at location: SourceLocation) throws(Failure) -> [DataNode.Member] {
        try enter("{", at: location)
        var members = UniqueMembers()
        skipBlanks()
        while byte != UInt8(ascii: "}") {
            let member = try member()
            if let first = members.add(member) {
                duplicates.append(source.duplicate(member.name, first: first, again: member.nameLocation))
            }
            if member.name == last { skipRest() }
            skipBlanks()
            guard try comma(before: UInt8(ascii: "}"), after: "a member of an object") else { break }
        }
        leave()
        return members.all
    }

    /// Steps over the rest of an object, to its closing bracket, and looks at brackets and quotes alone.
    private mutating func skipRest() {
        var depth = 0
        var isQuoted = false
        var place = position
        loop: while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: "\\") where isQuoted: place += 1
            case UInt8(ascii: "{") where !isQuoted, UInt8(ascii: "[") where !isQuoted: depth += 1
            case UInt8(ascii: "}") where !isQuoted, UInt8(ascii: "]") where !isQuoted:
                if depth == 0 { break loop }
                depth -= 1
            case UInt8(ascii: "\n"): (line, lineStart, continuations) = (line + 1, place + 1, 0)
            case 0b1000_0000...0b1011_1111: continuations += 1
            default: break
            }
            place += 1
        }
        position = min(place, bytes.count)
    }

    private mutating func member() throws(Failure) -> DataNode.Member {
        guard byte == UInt8(ascii: "\"") else { throw notAName() }
        let location = here
        let name = try string()
        skipBlanks()
        guard byte == UInt8(ascii: ":") else { throw unexpected("expected ':' after the name '\(name)'") }
        position += 1
        skipBlanks()
        return DataNode.Member(name: name, nameLocation: location, node: try value())
    }

    /// Steps over a comma: true if another part follows, false at the closing bracket.
    private mutating func comma(before closing: UInt8, after part: String) throws(Failure) -> Bool {
        if byte == closing { return false }
        let end = Character(Unicode.Scalar(closing))
        guard byte == UInt8(ascii: ",") else {
            let another = byte.map { $0 == UInt8(ascii: "\"") || isWordByte($0) } ?? false
            throw unexpected(
                "expected ',' or '\(end)' after \(part)",
                hints: another ? ["put a comma between the two"] : [])
        }
        let place = here
        position += 1
        skipBlanks()
        guard byte == closing else { return true }
        throw failure(
            "a comma stands before '\(end)', with nothing between", at: place, hints: ["remove the comma"])
    }

    private mutating func enter(_ bracket: String, at location: SourceLocation) throws(Failure) {
        guard open.count < Self.deepest else {
            throw failure("lists and objects are nested more than \(Self.deepest) deep", at: location)
        }
        open.append((bracket, location))
        position += 1
    }

    private mutating func leave() {
        position += 1
        open.removeLast()
    }
}

extension SourceText {
    /// The error for a name that stands twice.
    func duplicate(_ name: String, first: SourceLocation, again: SourceLocation) -> Diagnostic {
        error(
            "the name '\(name)' stands twice: first at line \(first.line ?? 0), column \(first.column ?? 0)",
            at: again,
            hints: ["remove or rename one of the two"])
    }
}

/// Whether a byte can be part of a word or number, in any language.
func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "+"), 0x80...0xFF:
        true
    default:
        false
    }
}
