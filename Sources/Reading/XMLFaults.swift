internal import CXML
internal import Diagnostics

/// Collects what libxml2 says while it works on one file.
///
/// Each work has its own, so threads do not meet.
final class XMLFaults {
    let source: SourceText
    private var found: [Diagnostic] = []
    /// What says only that something inside is wrong: told if nothing better is.
    private var vague: [Diagnostic] = []

    /// The element of the first fault against a schema.
    private(set) var element: xmlNodePtr?
    private var hasPreciseElement = false
    private let afterRemoval: Bool

    /// - Parameter afterRemoval: whether elements were taken out of the document, so that only what is wrong
    ///   within one element counts, not what is missing or out of order.
    init(_ source: SourceText, afterRemoval: Bool = false) {
        self.source = source
        self.afterRemoval = afterRemoval
    }

    var isEmpty: Bool { found.isEmpty && vague.isEmpty }

    var diagnostics: [Diagnostic] { found.isEmpty ? Array(vague.prefix(1)) : found }

    /// What C hands back to `collectFault`; the caller keeps this object alive meanwhile.
    var pointer: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

    func add(_ message: String, line: Int, column: Int, isGrammar: Bool, node: xmlNodePtr?) {
        let place = SourceLocation(
            file: source.file, line: line > 0 ? line : nil, column: isGrammar && column > 0 ? column : nil)
        let words = message.split(separator: "\n").joined(separator: " ")
        let reworded = isGrammar ? XMLWording(grammar: words) : XMLWording(schema: words)
        if !isGrammar { note(node, isVague: reworded.isVague) }
        if afterRemoval, !reworded.isAboutOneElement { return }
        let fault = source.error(reworded.message, at: place, hints: reworded.hint.map { [$0] } ?? [])
        if reworded.isVague {
            vague.append(fault)
        } else if !found.contains(fault) {
            found.append(fault)
        }
    }

    /// Keeps the element at or above a node: the first that is told precisely, else the first of all.
    private func note(_ node: xmlNodePtr?, isVague: Bool) {
        guard !hasPreciseElement, !isVague || element == nil else { return }
        var next = node
        while let node = next, node.pointee.type != XML_ELEMENT_NODE { next = node.pointee.parent }
        element = next
        hasPreciseElement = !isVague
    }
}

/// Gives a fault of libxml2 to the collector behind the pointer.
func collectFault(_ collector: UnsafeMutableRawPointer?, _ error: xmlErrorPtr?) {
    guard let collector, let error = error?.pointee, error.level != XML_ERR_WARNING else { return }
    let faults = Unmanaged<XMLFaults>.fromOpaque(collector).takeUnretainedValue()
    faults.add(
        error.message.map { String(cString: $0) } ?? "the file is not XML", line: Int(error.line),
        column: Int(error.int2), isGrammar: error.domain == Int32(XML_FROM_PARSER.rawValue),
        node: error.node?.assumingMemoryBound(to: xmlNode.self))
}
