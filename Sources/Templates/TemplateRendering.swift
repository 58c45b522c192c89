internal import Diagnostics

/// One rendering of a template: the output so far, the values in reach, the faults found.
struct TemplateRendering {
    private struct Override {
        var section: TemplateSection
        var source: TemplateSource
    }

    private let renderer: TemplateRenderer
    private var source: TemplateSource
    private var scope: TemplateScope
    private var overrides: [String: Override] = [:]
    private var indentation = ""
    /// The files of the partials that are being rendered, outermost first.
    private var takenIn: [String] = []
    private var isAtLineStart = true
    private(set) var output = ""
    private(set) var origins: [SourceLocation] = []
    private(set) var faults: [Diagnostic] = []

    init(renderer: TemplateRenderer, source: TemplateSource, data: any TemplateObject) {
        self.renderer = renderer
        self.source = source
        scope = TemplateScope(data)
    }

    mutating func render(_ parts: [TemplatePart]) {
        for part in parts {
            switch part {
            case .lineStart(let line): if !indentation.isEmpty { write(indentation, line: line) }
            case .literal(let text, let line): write(text, line: line)
            case .value(let variable): render(variable)
            case .section(let section): render(section)
            case .partial(let reference): takeIn(reference, overrides: overrides)
            case .parent(let reference, let blocks):
                // The outer template's blocks win over the inner one's.
                let own = blocks.map { ($0.name, Override(section: $0, source: source)) }
                takeIn(reference, overrides: Dictionary(own) { first, _ in first }.merging(overrides) { $1 })
            case .block(let block):
                guard let override = overrides[block.name] else {
                    render(block.parts)
                    continue
                }
                // A block that stands in its own replacement is printed as it is.
                let outer = (source, overrides)
                source = override.source
                overrides[block.name] = nil
                render(override.section.parts)
                (source, overrides) = outer
            }
        }
    }

    private mutating func takeIn(_ reference: TemplateReference, overrides inner: [String: Override]) {
        guard let template = partial(reference) else { return }
        let outer = (source, indentation, overrides)
        (source, indentation, overrides) = (template.source, indentation + reference.indentation, inner)
        takenIn.append(template.file)
        render(template.parts)
        takenIn.removeLast()
        (source, indentation, overrides) = outer
    }

    /// The template that is meant; nil where there is none, which for a fixed name the check has told.
    private mutating func partial(_ reference: TemplateReference) -> Template? {
        guard reference.isDynamic else { return renderer.partials[reference.name] }
        guard let value = look(up: reference.name, at: reference.place) else { return nil }
        guard case .text(let name) = value else {
            report(
                "'\(reference.name)' is \(value.kind), not the name of a partial", at: reference.place)
            return nil
        }
        guard let template = renderer.partials[name] else {
            report(
                "unknown partial '\(name)'", at: reference.place,
                hints: hints(forUnknown: name, among: renderer.partials.keys.sorted(), listing: "partials"))
            return nil
        }
        if takenIn.contains(template.file) {
            report("partial '\(name)' takes itself in", at: reference.place)
            return nil
        }
        return template
    }

    // MARK: Values

    private mutating func render(_ section: TemplateSection) {
        guard let value = look(up: section.name, at: section.place) else { return }
        switch value {
        case .absent, .boolean(false):
            if section.isInverted { render(section.parts) }
        case .list(let items):
            if section.isInverted, items.isEmpty { render(section.parts) }
            if !section.isInverted { for item in items { render(section.parts, inside: item) } }
        case .boolean(true):
            if !section.isInverted { render(section.parts) }
        case .text(let text):
            if text.isEmpty == section.isInverted { render(section.parts, inside: value) }
        case .figure, .object:
            if !section.isInverted { render(section.parts, inside: value) }
        }
    }

    private mutating func render(_ parts: [TemplatePart], inside value: TemplateValue) {
        scope.push(value)
        render(parts)
        scope.pop()
    }

    private mutating func render(_ variable: TemplateVariable) {
        guard var value = look(up: variable.name, at: variable.place) else { return }
        if case .absent = value {
            let hint = "stand it inside {{#\(variable.name)}} … {{/\(variable.name)}}"
            report(
                "'\(variable.name)' is absent here and cannot be printed", at: variable.place, hints: [hint])
            return
        }
        for format in variable.formats {
            guard let apply = renderer.formats[format.name] else { return }
            do throws(Failure) {
                value = try apply(value, format.argument)
            } catch {
                for cause in error.diagnostics {
                    let message = "'\(variable.name)' as '\(format.name)': \(cause.message)"
                    report(message, at: variable.place, hints: cause.hints)
                }
                return
            }
        }
        print(value, of: variable)
    }

    private mutating func print(_ value: TemplateValue, of variable: TemplateVariable) {
        let printed: String
        switch value {
        case .text(let text):
            guard isClean(text, of: variable) else { return }
            printed = variable.isRaw ? text : renderer.escaping.escaped(text)
        case .figure(let id, let text):
            guard isClean(id, of: variable), isClean(text, of: variable) else { return }
            printed = renderer.escaping.figure(id: id, text: text)
        case .list, .object, .boolean, .absent:
            let remedy = "open it as a section, {{#\(variable.name)}}"
            report("'\(variable.name)' is \(value.kind), not a text", at: variable.place, hints: [remedy])
            return
        }
        write(printed, line: variable.place.line)
    }

    private mutating func isClean(_ text: String, of variable: TemplateVariable) -> Bool {
        guard let scalar = Sentinel.firstReserved(in: text) else { return true }
        report(reservedCharacter(scalar, in: "'\(variable.name)'"), at: variable.place)
        return false
    }

    private mutating func look(up name: String, at place: TemplatePlace) -> TemplateValue? {
        switch scope.look(up: name) {
        case .found(let value): return value
        case .unknown(let name, let whole, let names):
            let inside = name == whole ? "" : " in '\(whole)'"
            let hints = hints(forUnknown: name, among: names, listing: "names here")
            report("unknown name '\(name)'\(inside)", at: place, hints: hints)
            return nil
        }
    }

    /// Records a fault once, however many turns of a list come by it.
    private mutating func report(_ message: String, at place: TemplatePlace, hints: [String] = []) {
        let fault = source.error(message, at: place, hints: hints)
        if !faults.contains(fault) { faults.append(fault) }
    }

    // MARK: Output

    private mutating func write(_ text: String, line: Int) {
        guard !text.isEmpty else { return }
        let origin = SourceLocation(file: source.file, line: line)
        if isAtLineStart { origins.append(origin) }
        var ends = 0
        var isLast = false
        for byte in text.utf8 {
            isLast = byte == UInt8(ascii: "\n")
            if isLast { ends += 1 }
        }
        isAtLineStart = isLast
        for _ in 0..<max(0, isLast ? ends - 1 : ends) { origins.append(origin) }
        output += text
    }
}
