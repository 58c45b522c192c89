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

    init(_ source: SourceText) { self.source = source }

    var isEmpty: Bool { found.isEmpty && vague.isEmpty }

    var diagnostics: [Diagnostic] { found.isEmpty ? Array(vague.prefix(1)) : found }

    /// What C hands back to `collectFault`; the caller keeps this object alive meanwhile.
    var pointer: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

    func add(_ message: String, line: Int, column: Int, isGrammar: Bool) {
        let place = SourceLocation(
            file: source.file, line: line > 0 ? line : nil, column: isGrammar && column > 0 ? column : nil)
        let words = message.split(separator: "\n").joined(separator: " ")
        let reworded = isGrammar ? XMLWording(grammar: words) : XMLWording(schema: words)
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
