import Diagnostics
import Reading
import Testing

/// Numbers that look random and are the same on every run.
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// A mistake in a file and what is said about it, without excerpts; hints follow after " | ".
struct Mistake: Sendable, CustomTestStringConvertible {
    let text: String
    let said: [String]

    init(_ text: String, _ said: String...) {
        self.text = text
        self.said = said
    }

    var testDescription: String { text.debugDescription }
}

/// What a reader says of a text, one line a diagnostic.
func said(_ work: () throws(Failure) -> some Any) -> [String] {
    do {
        _ = try work()
        return []
    } catch {
        return error.diagnostics.map { diagnostic in
            let place = diagnostic.location.map { "\($0): " } ?? ""
            return ([place + diagnostic.message] + diagnostic.hints).joined(separator: " | ")
        }
    }
}

extension DataNode {
    /// The node in one line, with places where asked.
    var shown: String {
        switch value {
        case .null: "null"
        case .boolean(let value): "\(value)"
        case .number(let literal): literal
        case .string(let text): text.debugDescription
        case .list(let items): "[" + items.map(\.shown).joined(separator: ", ") + "]"
        case .object(let members):
            "{" + members.map { "\($0.name): \($0.node.shown)" }.joined(separator: ", ") + "}"
        }
    }
}
