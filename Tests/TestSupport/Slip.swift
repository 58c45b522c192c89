package import Diagnostics
import Testing

/// A slip of the pen: a piece of a good text, what stands there instead, and what poet says of it.
///
/// What is said is one line a diagnostic: place, message, then the hints after " | ".
package struct Slip: Sendable, CustomTestStringConvertible {
    package let piece: String
    package let instead: String
    package let said: [String]

    package init(_ piece: String, _ instead: String, _ said: String...) {
        self.piece = piece
        self.instead = instead
        self.said = said
    }

    /// The text with the slip in the first place where the piece stands.
    package func applied(to text: String) throws -> String {
        let range = try #require(text.firstRange(of: piece), "no '\(piece)' in the good text")
        return text.replacingCharacters(in: range, with: instead)
    }

    package var testDescription: String { "\(piece.debugDescription) → \(instead.debugDescription)" }
}

/// What is said when work fails, one line a diagnostic, hints after " | "; nothing when it does not.
package func said(_ work: () throws(Failure) -> some Any) -> [String] {
    do {
        _ = try work()
        return []
    } catch {
        return error.diagnostics.map(\.inOneLine)
    }
}

extension Diagnostic {
    /// Place, message and hints, without the excerpt.
    package var inOneLine: String {
        let place = location.map { "\($0): " } ?? ""
        return ([place + message] + hints).joined(separator: " | ")
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
    }
}
