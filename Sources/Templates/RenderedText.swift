package import Diagnostics

/// A rendered template, and the place that each of its lines came from.
package struct RenderedText: Sendable {
    package let text: String
    /// Where the writing of each line began, one a line: the template's or partial's own file and line.
    package let origins: [SourceLocation]

    package init(text: String, origins: [SourceLocation]) {
        self.text = text
        self.origins = origins
    }

    /// The place of a line of the text, counted from 1; the last place known for a line beyond the end.
    package func origin(ofLine line: Int) -> SourceLocation? {
        origins.isEmpty ? nil : origins[min(max(line, 1), origins.count) - 1]
    }
}
