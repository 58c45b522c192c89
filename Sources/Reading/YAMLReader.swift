package import Diagnostics

/// Reads the plain part of YAML: texts, numbers, `true` and `false`, `null`, lists and maps.
///
/// A plain number stays as it is written, 1.10 too. Any other plain word is a text, `no` and `off` as well.
/// Anchors, aliases, tags, merge keys, a second document and names that stand twice are errors, all told in one run;
/// at the first fault of grammar reading ends.
package enum YAMLReader {
    package static func read(_ source: SourceText) throws(Failure) -> DataNode {
        try source.bytes.withUnsafeBufferPointer { bytes throws(Failure) in
            var walk = YAMLWalk(source: source, events: YAMLEvents(source, bytes: bytes))
            do throws(Diagnostic) {
                let node = try walk.document()
                if walk.faults.isEmpty { return node }
            } catch {
                walk.faults.append(error)
            }
            throw source.failure(walk.faults)
        }
    }
}

/// One walk over the parts of a file, which makes our tree of them and collects what is not allowed.
private struct YAMLWalk: ~Copyable {
    let source: SourceText
    var events: YAMLEvents
    var faults: [Diagnostic] = []
    /// The names of the anchors so far.
    private var anchors: Set<String> = []

    init(source: SourceText, events: consuming YAMLEvents) {
        self.source = source
        self.events = events
    }

    mutating func document() throws(Diagnostic) -> DataNode {
        guard case .document = try events.next().kind else {
            throw Diagnostic(
                .error, "the file holds only comments", at: SourceLocation(file: source.file, line: 1))
        }
        let node = try node(events.next(), depth: 0)
        _ = try events.next()
        let after = try events.next()
        if case .document = after.kind {
            fault(
                "a second document begins here", at: after.location,
                hints: ["a file holds one document: remove the line '---' or '...'"])
        }
        return node
    }

    private mutating func node(_ event: YAMLEvent, depth: Int) throws(Diagnostic) -> DataNode {
        guard depth <= JSONParser.deepest else {
            throw source.error(
                "lists and maps are nested more than \(JSONParser.deepest) deep", at: event.location)
        }
        refuseMarks(of: event)
        let value: DataNode.Value =
            switch event.kind {
            case .text(let text, let isPlain): isPlain ? Self.value(of: text) : .string(text)
            case .list: .list(try list(depth: depth))
            case .map: .object(try map(depth: depth))
            case .alias(let name): alias(name, at: event.location)
            case .document, .end: .null
            }
        return DataNode(value, at: event.location)
    }

    private mutating func list(depth: Int) throws(Diagnostic) -> [DataNode] {
        var items: [DataNode] = []
        while true {
            let event = try events.next()
            if case .end = event.kind { return items }
            items.append(try node(event, depth: depth + 1))
        }
    }

    private mutating func map(depth: Int) throws(Diagnostic) -> [DataNode.Member] {
        var members = UniqueMembers()
        while true {
            let name = try events.next()
            if case .end = name.kind { return members.all }
            guard let text = try self.name(name, depth: depth) else {
                _ = try node(events.next(), depth: depth + 1)
                continue
            }
            let member = DataNode.Member(
                name: text, nameLocation: name.location, node: try node(events.next(), depth: depth + 1))
            if let first = members.add(member) {
                faults.append(source.duplicate(text, first: first, again: name.location))
            }
        }
    }

    /// The name of a member; nil, and a fault, where it can be none.
    private mutating func name(_ event: YAMLEvent, depth: Int) throws(Diagnostic) -> String? {
        guard case .text(let text, let isPlain) = event.kind else {
            if case .alias = event.kind {
            } else {
                fault("the name of a member is a list or a map, expected a plain name", at: event.location)
            }
            _ = try node(event, depth: depth + 1)
            return nil
        }
        refuseMarks(of: event)
        guard text == "<<", isPlain else { return text }
        fault(
            "the merge key '<<' is not allowed", at: event.location,
            hints: ["write the members out where they are needed"])
        return nil
    }

    private static func value(of text: String) -> DataNode.Value {
        switch text {
        case "", "null", "~": return .null
        case "true": return .boolean(true)
        case "false": return .boolean(false)
        default:
            // Nothing else can begin a number.
            guard let first = text.utf8.first, first < UInt8(ascii: ":") else { return .string(text) }
            return faultOfNumber(Substring(text).utf8) == nil ? .number(text) : .string(text)
        }
    }

    // MARK: What is not allowed

    private mutating func refuseMarks(of event: YAMLEvent) {
        if let anchor = event.anchor {
            anchors.insert(anchor)
            fault(
                "the anchor '&\(anchor)' is not allowed", at: event.location,
                hints: ["write the value out where it is needed"])
        }
        if let tag = event.tag {
            let shown = tag.hasPrefix("tag:yaml.org,2002:") ? "!!" + tag.dropFirst(18) : tag
            fault(
                "the tag '\(shown)' is not allowed", at: event.location,
                hints: ["remove the tag; put a value in quotes to make it a text"])
        }
    }

    private mutating func alias(_ name: String, at location: SourceLocation) -> DataNode.Value {
        if anchors.contains(name) {
            fault(
                "the alias '*\(name)' is not allowed", at: location,
                hints: ["write the value out where it is needed"])
        } else {
            fault(
                "an alias is not allowed", at: location,
                hints: ["put a text that begins with '*' in quotes"])
        }
        return .null
    }

    private mutating func fault(_ message: String, at location: SourceLocation, hints: [String] = []) {
        faults.append(source.error(message, at: location, hints: hints))
    }
}
