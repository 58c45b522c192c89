extension Template {
    /// The names of the templates that this one takes in, in order of appearance, each once; of one that a value
    /// names, the value's name after `*`.
    package var partialNames: [String] {
        var names: [String] = []
        collect(parts, into: &names)
        return names
    }

    private func collect(_ parts: [TemplatePart], into names: inout [String]) {
        for part in parts {
            switch part {
            case .partial(let reference):
                let name = (reference.isDynamic ? "*" : "") + reference.name
                if !names.contains(name) { names.append(name) }
            case .parent(let reference, let blocks):
                if !names.contains(reference.name) { names.append(reference.name) }
                for block in blocks { collect(block.parts, into: &names) }
            case .section(let section), .block(let section): collect(section.parts, into: &names)
            case .lineStart, .literal, .value: break
            }
        }
    }
}
