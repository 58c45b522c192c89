internal import Diagnostics

/// Second phase of parsing: tokens put into sections, blocks and parents.
struct TemplateBuilder {
    private struct Frame {
        var kind: TemplateToken.Tag.Kind
        var name: String
        var place: TemplatePlace
        var indentation: String
        var parts: [TemplatePart] = []
    }

    private let source: TemplateSource
    private(set) var faults: [Diagnostic]
    private var frames: [Frame] = []

    init(source: TemplateSource, faults: [Diagnostic]) {
        self.source = source
        self.faults = faults
    }

    mutating func parts(of tokens: [TemplateToken]) -> [TemplatePart] {
        frames = [
            Frame(kind: .value, name: "", place: TemplatePlace(line: 1, column: 1), indentation: "")
        ]
        for token in tokens {
            switch token {
            case .part(let part): append(part)
            case .tag(let tag): take(tag)
            }
        }
        while frames.count > 1 {
            let frame = frames.removeLast()
            let hint = "end it with {{/\(frame.name)}}"
            faults.append(
                source.error(
                    "'\(frame.name)' is opened here and never closed", at: frame.place, hints: [hint]))
        }
        return frames[0].parts
    }

    private mutating func append(_ part: TemplatePart) {
        frames[frames.count - 1].parts.append(part)
    }

    private mutating func take(_ tag: TemplateToken.Tag) {
        switch tag.kind {
        case .value, .raw:
            if let variable = variable(of: tag) { append(.value(variable)) }
        case .section, .inverted, .block, .parent:
            // A wrong name is reported and its section kept, so that its closing tag is not a second fault.
            check(tag.content, at: tag.place, allowsPath: tag.kind == .parent)
            frames.append(
                Frame(kind: tag.kind, name: tag.content, place: tag.place, indentation: tag.indentation))
        case .partial:
            let isDynamic = tag.content.hasPrefix("*")
            let name = isDynamic ? String(tag.content.dropFirst()).trimmed : tag.content
            check(name, at: tag.place, allowsPath: !isDynamic)
            append(
                .partial(
                    .init(
                        name: name, isDynamic: isDynamic, indentation: tag.indentation, place: tag.place)))
        case .close:
            close(tag)
        }
    }

    private mutating func close(_ tag: TemplateToken.Tag) {
        guard let open = frames.dropFirst().last else {
            faults.append(
                source.error("{{/\(tag.content)}} closes a section that was not opened", at: tag.place))
            return
        }
        if open.name != tag.content {
            let isOpen = frames.dropFirst().contains { $0.name == tag.content }
            let opened = "'\(open.name)', opened at line \(open.place.line), column \(open.place.column)"
            faults.append(
                source.error(
                    "{{/\(tag.content)}} stands where \(opened), has to be closed", at: tag.place,
                    hints: ["write {{/\(open.name)}} before it or in its place"]))
            // Close down to the one meant; a name that is not open at all is taken for the innermost one.
            while isOpen, let last = frames.last, last.name != tag.content { finishFrame() }
        }
        finishFrame()
    }

    private mutating func finishFrame() {
        let frame = frames.removeLast()
        let section = TemplateSection(
            name: frame.name, isInverted: frame.kind == .inverted, place: frame.place, parts: frame.parts)
        switch frame.kind {
        case .block: append(.block(section))
        case .parent:
            let reference = TemplateReference(
                name: frame.name, indentation: frame.indentation, place: frame.place)
            append(.parent(reference, blocks: blocks(in: frame)))
        default: append(.section(section))
        }
    }

    /// The blocks inside a parent.
    ///
    /// Anything else there would never be printed, so it is a fault.
    private mutating func blocks(in parent: Frame) -> [TemplateSection] {
        var blocks: [TemplateSection] = []
        for part in parent.parts {
            switch part {
            case .block(let block):
                if blocks.contains(where: { $0.name == block.name }) {
                    faults.append(
                        source.error("block '\(block.name)' is given a second time", at: block.place))
                }
                blocks.append(block)
            case .lineStart: break
            case .literal(let text, _) where text.allSatisfy(\.isWhitespace): break
            default:
                let message = "'\(parent.name)' is a parent: only blocks may stand inside it"
                let fault = source.error(message, at: parent.place, hints: ["write {{$block}} … {{/block}}"])
                if !faults.contains(fault) { faults.append(fault) }
            }
        }
        return blocks
    }

    private mutating func variable(of tag: TemplateToken.Tag) -> TemplateVariable? {
        let pieces = tag.content.split(separator: "|", omittingEmptySubsequences: false)
        let name = String(pieces[0]).trimmed
        guard check(name, at: tag.place, allowsPath: false) else { return nil }
        var formats: [(name: String, argument: String?)] = []
        for piece in pieces.dropFirst() {
            let halves = piece.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            let format = String(halves[0]).trimmed
            guard check(format, at: tag.place, allowsPath: false) else { return nil }
            formats.append((format, halves.count == 2 ? String(halves[1]).trimmed : nil))
        }
        return TemplateVariable(name: name, formats: formats, isRaw: tag.kind == .raw, place: tag.place)
    }

    @discardableResult
    private mutating func check(_ name: String, at place: TemplatePlace, allowsPath: Bool) -> Bool {
        if name.isEmpty {
            faults.append(source.error("this tag has no name in it", at: place))
            return false
        }
        let isName = name.unicodeScalars.allSatisfy { scalar in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", "@", "=": true
            case "/": allowsPath
            default: false
            }
        }
        guard !isName || (name != "." && (name.hasPrefix(".") || name.hasSuffix(".") || name.contains("..")))
        else { return true }
        let hint = "a name is made of letters, digits and - _ @ =, with dots between its parts"
        faults.append(source.error("'\(name)' is not a name", at: place, hints: [hint]))
        return false
    }
}
