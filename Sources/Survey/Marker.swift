/// Why a value is not shown, in the shorthand of UK official statistics.
///
/// Source: Government Analysis Function, "Symbols in tables: definitions and help".
package enum Marker: String, CaseIterable, Hashable, Sendable {
    case confidential = "[c]"
    case noneRecorded = "[w]"
    case notAvailable = "[x]"
    case notApplicable = "[z]"

    /// The marker as a screen reader should say it.
    package var spoken: String {
        switch self {
        case .confidential: "not shown, to protect people’s privacy"
        case .noneRecorded: "none recorded"
        case .notAvailable: "not available"
        case .notApplicable: "does not apply"
        }
    }
}
