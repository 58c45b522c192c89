/// One thing that went wrong, or nearly: what, where, and what to do about it.
///
/// The message begins in lower case, quotes what it speaks of, and says what was found and what was
/// expected. Each hint is one remedy ("did you mean 'share'?").
package struct Diagnostic: Error, Hashable, Sendable {
    /// How much it matters.
    package enum Severity: String, Hashable, Sendable {
        /// The work cannot be done; nothing is written.
        case error
        /// The work is done, and somebody should look.
        case warning
    }

    package var severity: Severity
    package var message: String
    package var location: SourceLocation?
    package var hints: [String]
    /// The text of the line at `location`, shown under the message when known.
    package var excerpt: String?

    package init(
        _ severity: Severity, _ message: String, at location: SourceLocation? = nil,
        hints: [String] = [], excerpt: String? = nil
    ) {
        self.severity = severity
        self.message = message
        self.location = location
        self.hints = hints
        self.excerpt = excerpt
    }
}

extension Diagnostic: CustomStringConvertible {
    /// The diagnostic as a person reads it: `file:line:column: error: message`, the line with a mark
    /// under the place, and a line a hint.
    package var description: String {
        var lines = [(location.map { "\($0): " } ?? "") + "\(severity.rawValue): \(message)"]
        if let excerpt, let line = location?.line {
            let gutter = String(repeating: " ", count: max(0, 5 - String(line).count)) + "\(line) | "
            lines.append(gutter + excerpt)
            if let column = location?.column, column >= 1 {
                let indent = String(repeating: " ", count: gutter.count - 2) + "| "
                lines.append(indent + String(repeating: " ", count: column - 1) + "^")
            }
        }
        lines += hints.map { "hint: \($0)" }
        return lines.joined(separator: "\n")
    }
}
