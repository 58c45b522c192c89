/// Whom results are about: a council, an NHS area, a region, or all participating councils together.
package struct Body: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case council
        case nhsArea = "nhs-area"
        case region
        /// All participating councils together, never "England".
        case all
        /// A total without one body.
        case rest
    }

    /// The name of its files and folders.
    package var id: String
    package var name: String
    /// The ONS/GSS code, where it has one.
    package var code: String?
    package var kind: Kind
    /// The id of the region's own results, where there are any.
    package var region: String?
    /// How many councils' answers are in a total.
    package var councils: Int?
    /// The ids of the councils in a total, where it says so itself.
    package var holds: [String]
    /// Of a rest, the body that it leaves out.
    package var without: String?

    package init(
        id: String, name: String, code: String? = nil, kind: Kind, region: String? = nil,
        councils: Int? = nil,
        holds: [String] = [], without: String? = nil
    ) {
        self.id = id
        self.name = name
        self.code = code
        self.kind = kind
        self.region = region
        self.councils = councils
        self.holds = holds
        self.without = without
    }

    /// The name within a sentence: "Norfolk", "the South region".
    package var inText: String { name.hasSuffix(" region") ? "the " + name : name }
}
