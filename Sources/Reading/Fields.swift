package import Diagnostics

/// Takes an object's members one by one, checks each, and at the end reports those nobody asked for.
///
/// ```swift
/// var fields = Fields(node, of: "the question", log: log)
/// let id = fields.identifier("id")
/// let base = fields.wholeNumber("replies", in: 0...10_000_000)
/// fields.finish()
/// ```
/// A missing or wrong member is recorded in the log and read as nil; reading goes on, so that one run finds
/// every fault.
package struct Fields {
    /// What the object is, in words for messages ("the question 'q1'").
    package var what: String
    package let location: SourceLocation
    package let log: DiagnosticLog
    private var members: [DataNode.Member] = []
    private var asked: [String] = []
    private var isObject = true

    package init(_ node: DataNode, of what: String, log: DiagnosticLog) {
        self.what = what
        self.location = node.location
        self.log = log
        guard case .object(let members) = node.value else {
            log.error("\(what) is \(node.found), expected an object with named parts", at: node.location)
            isObject = false
            return
        }
        self.members = members
        asked.reserveCapacity(members.count + 4)
    }

    /// Whether the file has the member.
    package func has(_ name: String) -> Bool { members.contains { $0.name == name } }

    /// The member as it stands, or nil; `null` counts as absent.
    package mutating func node(_ name: String) -> DataNode? {
        asked.append(name)
        guard let node = members.first(where: { $0.name == name })?.node else { return nil }
        if case .null = node.value { return nil }
        return node
    }

    /// The member, recording an error when it is missing.
    package mutating func required(_ name: String) -> DataNode? {
        if let node = node(name) { return node }
        if isObject { log.error("\(what) has no '\(name)'", at: location) }
        return nil
    }

    /// Every member not asked for yet, in the order of the file: for objects whose names are data.
    package mutating func rest() -> [DataNode.Member] {
        let rest = members.filter { !asked.contains($0.name) }
        asked += rest.map(\.name)
        return rest
    }

    /// Records each member that nobody asked for, with the nearest known name.
    package func finish() {
        let unknown = members.filter { !asked.contains($0.name) }
        guard !unknown.isEmpty else { return }
        var known: [String] = []
        for name in asked where !known.contains(name) { known.append(name) }
        for member in unknown {
            log.error(
                "unknown key '\(member.name)' in \(what)", at: member.nameLocation,
                hints: hints(forUnknown: member.name, among: known, listing: "keys here"))
        }
    }
}

// MARK: - Kinds of value

extension Fields {
    package mutating func optionalText(_ name: String) -> String? {
        node(name).flatMap { text($0, name: name) }
    }

    package mutating func text(_ name: String) -> String? {
        required(name).flatMap { text($0, name: name) }
    }

    /// Letters, digits and '-': what every id of a figure is made of.
    package mutating func identifier(_ name: String) -> String? {
        guard let node = required(name), let text = text(node, name: name) else { return nil }
        return checkedIdentifier(text, at: node.location, what: "'\(name)' of \(what)", log: log)
    }

    package mutating func optionalIdentifier(_ name: String) -> String? {
        has(name) ? identifier(name) : nil
    }

    package mutating func optionalBoolean(_ name: String) -> Bool? {
        guard let node = node(name) else { return nil }
        if case .boolean(let value) = node.value { return value }
        if case .string(let text) = node.value, let value = ["true": true, "false": false][text] {
            return value
        }
        log.error("'\(name)' of \(what) is \(node.found), expected true or false", at: node.location)
        return nil
    }

    package mutating func optionalWholeNumber(_ name: String, in range: ClosedRange<Int>) -> Int? {
        node(name).flatMap { checkedWholeNumber($0, in: range, what: "'\(name)' of \(what)", log: log) }
    }

    package mutating func wholeNumber(_ name: String, in range: ClosedRange<Int>) -> Int? {
        required(name).flatMap { checkedWholeNumber($0, in: range, what: "'\(name)' of \(what)", log: log) }
    }

    package mutating func optionalDecimal(_ name: String) -> ExactDecimal? {
        node(name).flatMap { checkedDecimal($0, what: "'\(name)' of \(what)", log: log) }
    }

    /// One of a closed set of words.
    package mutating func optionalChoice<Choice: RawRepresentable & CaseIterable>(
        _ name: String, _ type: Choice.Type
    ) -> Choice? where Choice.RawValue == String {
        guard let node = node(name), let word = text(node, name: name) else { return nil }
        if let choice = Choice(rawValue: word) { return choice }
        let words = Choice.allCases.map(\.rawValue)
        log.error(
            "'\(name)' of \(what) is '\(word)', expected one of: \(words.joined(separator: ", "))",
            at: node.location, hints: nearestName(to: word, in: words).map { ["did you mean '\($0)'?"] } ?? []
        )
        return nil
    }

    package mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ name: String, _ type: Choice.Type
    ) -> Choice? where Choice.RawValue == String {
        if !has(name) { _ = required(name) }
        return optionalChoice(name, type)
    }

    /// The items of a list; an absent list is empty.
    package mutating func list(_ name: String) -> [DataNode] {
        guard let node = node(name) else { return [] }
        if case .list(let items) = node.value { return items }
        log.error("'\(name)' of \(what) is \(node.found), expected a list", at: node.location)
        return []
    }

    package mutating func texts(_ name: String) -> [String] {
        list(name).compactMap { text($0, name: name) }
    }

    private func text(_ node: DataNode, name: String) -> String? {
        switch node.value {
        case .string(let text) where !text.isEmpty:
            return text
        case .number(let literal):
            return literal
        default:
            log.error("'\(name)' of \(what) is \(node.found), expected a text", at: node.location)
            return nil
        }
    }
}

// MARK: - Checks that lists of values use too

/// The text if it is a name of letters, digits and '-', else nil with an error in the log.
package func checkedIdentifier(
    _ text: String, at location: SourceLocation, what: String, log: DiagnosticLog
) -> String? {
    let allowed = text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            true
        default:
            false
        }
    }
    if allowed, !text.isEmpty { return text }
    log.error("\(what) is '\(text)', expected only letters a-z, digits and '-'", at: location)
    return nil
}

/// The whole number of a node if it lies in the range, else nil with an error in the log.
package func checkedWholeNumber(
    _ node: DataNode, in range: ClosedRange<Int>, what: String, log: DiagnosticLog
) -> Int? {
    let expected = "expected a whole number from \(range.lowerBound) to \(range.upperBound)"
    guard case .number(let literal) = node.value else {
        log.error("\(what) is \(node.found), \(expected)", at: node.location)
        return nil
    }
    guard let decimal = ExactDecimal(literal: literal), decimal.decimals == 0, range.contains(decimal.units)
    else {
        log.error("\(what) is \(literal), \(expected)", at: node.location)
        return nil
    }
    return decimal.units
}

/// The decimal number of a node, else nil with an error in the log.
package func checkedDecimal(_ node: DataNode, what: String, log: DiagnosticLog) -> ExactDecimal? {
    if case .number(let literal) = node.value, let decimal = ExactDecimal(literal: literal) { return decimal }
    log.error("\(what) is \(node.found), expected a number such as 12 or 69.7", at: node.location)
    return nil
}

// MARK: - The format line

extension Fields {
    /// Checks the file's `format:` line.
    package mutating func format(_ expected: String) {
        guard let node = required("format"), node.value != .string(expected) else { return }
        log.error("the file's format is \(node.found), expected '\(expected)'", at: node.location)
    }
}
