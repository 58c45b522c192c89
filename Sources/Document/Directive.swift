package import Diagnostics

/// A figure that a text asks for: `![caption](chart:stacked?theme=outcomes&compare=region)`.
package struct Directive: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case chart
        case table
        case number
        case picture
    }

    package struct Parameter: Hashable, Sendable {
        package var name: String
        package var value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    package var kind: Kind
    /// What stands between the colon and the question mark.
    package var name: String
    /// In the order written, each name once.
    package var parameters: [Parameter]
    package var caption: [Inline]
    package var location: SourceLocation?
    /// Whether the text gives it an id, which the figure then takes over in place of one made from its own name.
    package var isNamed = false

    package init(
        kind: Kind, name: String, parameters: [Parameter], caption: [Inline], location: SourceLocation?
    ) {
        self.kind = kind
        self.name = name
        self.parameters = parameters
        self.caption = caption
        self.location = location
    }

    package subscript(_ name: String) -> String? {
        parameters.first { $0.name == name }?.value
    }
}
