package import Diagnostics
internal import Yams

/// Reads the plain part of YAML: texts, numbers, `true` and `false`, `null`, lists and maps.
///
/// A plain number stays as it is written, 1.10 too. Any other plain word is a text, `no` and `off` as well.
/// Anchors, aliases, tags, merge keys, a second document and names that stand twice are errors.
package enum YAMLReader {
    package static func read(_ source: SourceText) throws(Failure) -> DataNode {
        if let fault = aliasFault(in: source) { throw source.failure([fault]) }
        let (parser, root, duplicates) = try compose(source)
        // The parser alone keeps the anchors of its nodes alive.
        return try withExtendedLifetime(parser) { () throws(Failure) in
            var walk = YAMLWalk(source: source, faults: duplicates)
            let node = walk.node(root, depth: 0)
            guard walk.faults.isEmpty else { throw source.failure(walk.faults) }
            return node
        }
    }

    /// Lets Yams read the file; a name that stands twice is reported, renamed, and the file read again.
    private static func compose(_ source: SourceText) throws(Failure) -> (Parser, Node, [Diagnostic]) {
        var text = source.text
        var faults: [Diagnostic] = []
        while true {
            do {
                let parser = try Parser(
                    yaml: text, resolver: .basic, constructor: Constructor([:]), encoding: .utf8)
                guard let root = try parser.singleRoot() else {
                    throw Failure(
                        "the file holds only comments", at: SourceLocation(file: source.file, line: 1))
                }
                return (parser, root, faults)
            } catch let YamlError.duplicatedKeysInMapping(names, context) where faults.count < 50 {
                let found = YAMLDuplicate(names: names, first: context.mark, source: source, text: text)
                faults.append(found.fault)
                guard let repaired = found.repaired else { throw source.failure(faults) }
                text = repaired
            } catch let failure as Failure {
                throw source.failure(faults + failure.diagnostics)
            } catch {
                throw source.failure(faults + [yamlFault(error, in: source)])
            }
        }
    }
}

/// One walk over the nodes of Yams, which makes ours of them and collects what is not allowed.
private struct YAMLWalk {
    let source: SourceText
    var faults: [Diagnostic]

    mutating func node(_ node: Node, depth: Int) -> DataNode {
        let location = place(node.mark)
        guard depth <= JSONParser.deepest else {
            fault("lists and maps are nested more than \(JSONParser.deepest) deep", at: location)
            return DataNode(.null, at: location)
        }
        if let anchor = node.anchor {
            fault(
                "the anchor '&\(anchor.rawValue)' is not allowed", at: location,
                hints: ["write the value out where it is needed"])
            return DataNode(.null, at: location)
        }
        switch node {
        case .scalar(let scalar):
            return DataNode(value(of: scalar, at: location), at: location)
        case .sequence(let items):
            refuse(items.tag, at: location)
            return DataNode(.list(items.map { self.node($0, depth: depth + 1) }), at: location)
        case .mapping(let pairs):
            refuse(pairs.tag, at: location)
            return DataNode(
                .object(pairs.compactMap { member($0.key, $0.value, depth: depth) }), at: location)
        case .alias:
            fault("an alias is not allowed", at: location, hints: ["write the value out where it is needed"])
            return DataNode(.null, at: location)
        }
    }

    private mutating func member(_ key: Node, _ value: Node, depth: Int) -> DataNode.Member? {
        let location = place(key.mark)
        guard case .scalar(let scalar) = key, key.anchor == nil else {
            fault("the name of a member is a list, a map or an anchor, expected a plain name", at: location)
            return nil
        }
        if scalar.string == "<<", scalar.style == .plain {
            fault(
                "the merge key '<<' is not allowed", at: location,
                hints: ["write the members out where they are needed"])
            return nil
        }
        if scalar.tag.description != textTag { refuse(scalar.tag, at: location) }
        return DataNode.Member(
            name: scalar.string, nameLocation: location, node: node(value, depth: depth + 1))
    }

    private mutating func value(of scalar: Node.Scalar, at location: SourceLocation) -> DataNode.Value {
        guard scalar.style == .plain else {
            if scalar.tag.description != textTag { refuse(scalar.tag, at: location) }
            return .string(scalar.string)
        }
        refuse(scalar.tag, at: location)
        switch scalar.string {
        case "", "null", "~": return .null
        case "true": return .boolean(true)
        case "false": return .boolean(false)
        case let text:
            return faultOfNumber(ArraySlice(Array(text.utf8))) == nil ? .number(text) : .string(text)
        }
    }

    private let textTag = "tag:yaml.org,2002:str"

    private mutating func refuse(_ tag: Tag, at location: SourceLocation) {
        let name = tag.description
        guard !name.isEmpty else { return }
        let shown = name.hasPrefix("tag:yaml.org,2002:") ? "!!" + name.dropFirst(18) : name
        fault(
            "the tag '\(shown)' is not allowed", at: location,
            hints: ["remove the tag; put a value in quotes to make it a text"])
    }

    private mutating func fault(_ message: String, at location: SourceLocation, hints: [String] = []) {
        faults.append(source.error(message, at: location, hints: hints))
    }

    private func place(_ mark: Mark?) -> SourceLocation {
        SourceLocation(file: source.file, line: mark?.line, column: mark?.column)
    }

    init(source: SourceText, faults: [Diagnostic]) {
        self.source = source
        self.faults = faults
    }
}
