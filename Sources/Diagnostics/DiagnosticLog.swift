/// Collects every diagnostic of a piece of work, so that one run reports all of them.
///
/// Made where the work begins, handed down, asked at the end. It stays within one task.
package final class DiagnosticLog {
    package private(set) var diagnostics: [Diagnostic] = []

    package init() {}

    /// Whether anything was recorded that stops the work.
    package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
    package var warnings: [Diagnostic] { diagnostics.filter { $0.severity == .warning } }

    package func error(_ message: String, at location: SourceLocation? = nil, hints: [String] = []) {
        diagnostics.append(Diagnostic(.error, message, at: location, hints: hints))
    }

    package func warning(_ message: String, at location: SourceLocation? = nil, hints: [String] = []) {
        diagnostics.append(Diagnostic(.warning, message, at: location, hints: hints))
    }

    package func add(_ more: [Diagnostic]) {
        diagnostics += more
    }

    /// Everything recorded, each once: several pieces of work may meet the same fault.
    package var distinct: [Diagnostic] {
        var said: [Diagnostic] = []
        for fault in diagnostics where !said.contains(fault) { said.append(fault) }
        return said
    }

    /// Throws everything recorded so far if there is an error in it.
    package func check() throws(Failure) {
        if hasErrors { throw Failure(diagnostics) }
    }

    /// Runs work that throws a failure; records the failure and returns nil when it does.
    package func collect<Value>(_ work: () throws(Failure) -> Value) -> Value? {
        do {
            return try work()
        } catch {
            add(error.diagnostics)
            return nil
        }
    }
}
