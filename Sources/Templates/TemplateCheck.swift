internal import Diagnostics

/// What can be found out about a template without data: partials, parents, blocks and formats that are not
/// there, and partials that take themselves in.
///
/// So even a section left out this time is checked.
struct TemplateCheck {
    private let renderer: TemplateRenderer
    private(set) var faults: [Diagnostic] = []
    private(set) var foundCycle = false
    private var foundDynamic = false
    private var checked: Set<String> = []
    /// The names of the templates being taken in, outermost first.
    private var path: [String] = []

    init(renderer: TemplateRenderer) {
        self.renderer = renderer
    }

    mutating func check(_ template: Template) {
        check(template.parts, in: template.source)
        guard foundDynamic else { return }
        for (name, partial) in renderer.partials.sorted(by: { $0.key < $1.key })
        where checked.insert(name).inserted {
            path = [name]
            check(partial.parts, in: partial.source)
        }
        path = []
    }

    private mutating func check(_ parts: [TemplatePart], in source: TemplateSource) {
        for part in parts {
            switch part {
            case .lineStart, .literal: break
            case .value(let variable):
                for format in variable.formats where renderer.formats[format.name] == nil {
                    let known = renderer.formats.keys.sorted()
                    report(
                        "unknown format '\(format.name)'", at: variable.place, source, format.name, known,
                        "formats")
                }
            case .section(let section), .block(let section): check(section.parts, in: source)
            case .partial(let reference) where reference.isDynamic:
                // Which one it is, is not known before the values are: any of them.
                foundDynamic = true
            case .partial(let reference): checkReference(reference, in: source)
            case .parent(let reference, let blocks):
                checkReference(reference, in: source)
                let known = renderer.partials[reference.name].map { blockNames(in: $0.parts) }
                for block in blocks {
                    check(block.parts, in: source)
                    guard let known, !known.contains(block.name) else { continue }
                    let message = "'\(reference.name)' has no block '\(block.name)'"
                    report(message, at: block.place, source, block.name, known, "its blocks")
                }
            }
        }
    }

    private mutating func checkReference(_ reference: TemplateReference, in source: TemplateSource) {
        let name = reference.name
        guard let template = renderer.partials[name] else {
            let known = renderer.partials.keys.sorted()
            report("unknown partial '\(name)'", at: reference.place, source, name, known, "partials")
            return
        }
        if let first = path.firstIndex(of: name) {
            foundCycle = true
            let circle = (path[first...] + [name]).map { "'\($0)'" }.joined(separator: " takes in ")
            faults.append(source.error("partial '\(name)' takes itself in: \(circle)", at: reference.place))
            return
        }
        guard checked.insert(name).inserted else { return }
        path.append(name)
        check(template.parts, in: template.source)
        path.removeLast()
    }

    private mutating func report(
        _ message: String, at place: TemplatePlace, _ source: TemplateSource, _ name: String,
        _ known: [String],
        _ noun: String
    ) {
        let hints = hints(forUnknown: name, among: known, listing: noun)
        faults.append(source.error(message, at: place, hints: hints))
    }

    /// The blocks that a parent declares, also those in its own parents and partials.
    private func blockNames(in parts: [TemplatePart], depth: Int = 0) -> [String] {
        guard depth < 20 else { return [] }
        return parts.flatMap { part -> [String] in
            switch part {
            case .block(let block): [block.name] + blockNames(in: block.parts, depth: depth + 1)
            case .section(let section): blockNames(in: section.parts, depth: depth + 1)
            case .partial(let reference), .parent(let reference, _):
                renderer.partials[reference.name].map { blockNames(in: $0.parts, depth: depth + 1) } ?? []
            default: []
            }
        }
    }
}
