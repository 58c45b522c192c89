internal import CXML
internal import Diagnostics

/// Collects what libxml2 says while it works on one file. Each work has its own, so threads do not meet.
final class XMLFaults {
    let source: SourceText
    private var found: [Diagnostic] = []
    /// What says only that something inside is wrong: told if nothing better is.
    private var vague: [Diagnostic] = []

    init(_ source: SourceText) { self.source = source }

    var isEmpty: Bool { found.isEmpty && vague.isEmpty }

    var diagnostics: [Diagnostic] { (found.isEmpty ? vague : found).inOrderOfPlace() }

    /// What C hands back to `collectFault`; the caller keeps this object alive meanwhile.
    var pointer: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

    func add(_ message: String, line: Int, column: Int, isGrammar: Bool) {
        let place = SourceLocation(
            file: source.file, line: line > 0 ? line : nil, column: isGrammar && column > 0 ? column : nil)
        let words = message.split(separator: "\n").joined(separator: " ")
        let reworded = isGrammar ? grammarWords(words) : schemaWords(words)
        let fault = source.error(reworded.message, at: place, hints: reworded.hint.map { [$0] } ?? [])
        if reworded.isVague {
            vague.append(fault)
        } else if !found.contains(fault) {
            found.append(fault)
        }
    }
}

/// Gives a fault of libxml2 to the collector behind the pointer.
func collectFault(_ collector: UnsafeMutableRawPointer?, _ error: xmlErrorPtr?) {
    guard let collector, let error = error?.pointee, error.level != XML_ERR_WARNING else { return }
    let faults = Unmanaged<XMLFaults>.fromOpaque(collector).takeUnretainedValue()
    faults.add(
        error.message.map { String(cString: $0) } ?? "the file is not XML", line: Int(error.line),
        column: Int(error.int2), isGrammar: error.domain == Int32(XML_FROM_PARSER.rawValue))
}

/// A message of libxml2 in our words.
private struct Reworded {
    var message: String
    var hint: String?
    var isVague = false
}

private func grammarWords(_ words: String) -> Reworded {
    if let name = words.between("Entity '", "' not defined") {
        return Reworded(
            message: "the entity '&\(name);' is not defined",
            hint: "write the character itself, or & as &amp;")
    }
    if words.hasPrefix("xmlParseEntityRef") || words.contains("EntityRef: expecting ';'") {
        return Reworded(message: "an '&' stands alone", hint: "write it as &amp;")
    }
    if let names = words.between("Opening and ending tag mismatch: ", nil) {
        return Reworded(
            message: "the tags do not match: \(names)", hint: "close every element with its own name")
    }
    if words.hasPrefix("Premature end of data in tag ") {
        return Reworded(
            message: "the file ends before the element is closed (\(words.dropFirst(24)))",
            hint: "the file may be cut off")
    }
    if let name = words.between("Attribute ", " redefined") {
        return Reworded(message: "the attribute '\(name)' stands twice", hint: "remove one of the two")
    }
    if words.hasPrefix("Start tag expected") {
        return Reworded(
            message: "the file does not begin with an element", hint: "check that this is the right file")
    }
    if words.hasPrefix("Extra content at the end") {
        return Reworded(
            message: "text stands after the end of the outermost element",
            hint: "an XML file has one outermost element")
    }
    if words.hasPrefix("AttValue: \" or ' expected") {
        return Reworded(message: "the value of an attribute is not in quotes", hint: "write name=\"value\"")
    }
    return Reworded(message: "this is not XML: \(words)")
}

private func schemaWords(_ words: String) -> Reworded {
    if let name = words.between("Did not expect element ", " there") {
        return Reworded(message: "the element '\(name)' is not expected here")
    }
    if let name = words.between("Extra element ", " in interleave") {
        return Reworded(message: "the element '\(name)' is not expected here")
    }
    if let names = words.between("Invalid attribute ", nil)?.components(" for element "), names.count == 2 {
        return Reworded(message: "the element '\(names[1])' has no attribute '\(names[0])'")
    }
    if let name = words.between("Expecting an element ", ", got nothing"), !name.isEmpty {
        return Reworded(message: "the element '\(name)' is missing")
    }
    if let names = words.between("Expecting element ", nil)?.components(", got "), names.count == 2 {
        return Reworded(message: "found the element '\(names[1])', expected '\(names[0])'")
    }
    if let parts = words.between("Type ", nil)?.components(" doesn't allow value "), parts.count == 2 {
        let kinds = [
            "nonNegativeInteger": "a whole number from 0", "positiveInteger": "a whole number from 1",
            "integer": "a whole number", "decimal": "a decimal number", "boolean": "true or false",
            "date": "a date such as 2026-11-21",
        ]
        return Reworded(
            message: "found \(parts[1]), expected \(kinds[parts[0]] ?? "a value of the type \(parts[0])")")
    }
    if words.contains("failed to validate") || words.hasPrefix("Error validating")
        || words.hasPrefix("Invalid sequence")
    {
        return Reworded(message: "this does not follow the schema: \(words)", isVague: true)
    }
    return Reworded(message: "this does not follow the schema: \(words)")
}

extension String {
    /// What stands between a beginning and an ending; nil unless both are there.
    fileprivate func between(_ beginning: String, _ ending: String?) -> String? {
        guard hasPrefix(beginning) else { return nil }
        let rest = dropFirst(beginning.count)
        guard let ending else { return String(rest) }
        guard rest.hasSuffix(ending) else { return nil }
        return String(rest.dropLast(ending.count))
    }

    fileprivate func components(_ separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}
