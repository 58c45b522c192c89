/// Why some work could not be done: at least one diagnostic of severity error, warnings beside it.
package struct Failure: Error, Sendable, CustomStringConvertible {
    package let diagnostics: [Diagnostic]

    package init(_ diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }

    /// A failure of one error.
    package init(_ message: String, at location: SourceLocation? = nil, hints: [String] = []) {
        self.init([Diagnostic(.error, message, at: location, hints: hints)])
    }

    package var description: String {
        diagnostics.map(\.description).joined(separator: "\n")
    }
}
