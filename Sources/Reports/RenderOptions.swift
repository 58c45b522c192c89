/// What a rendering writes and how.
package struct RenderOptions: Hashable, Sendable {
    package enum Format: String, CaseIterable, Sendable {
        case html
        case markdown = "md"
        case png
        case pdf
        case svg
        case csv
    }

    package var formats: Set<Format>
    /// The date that documents carry, YYYY-MM-DD.
    package var date: String
    /// Whether warnings stop the work.
    package var isStrict: Bool
    /// The one document of each report that is wanted; nil for all of them.
    package var document: String?

    package init(formats: Set<Format>, date: String, isStrict: Bool, document: String? = nil) {
        self.document = document
        self.formats = formats
        self.date = date
        self.isStrict = isStrict
    }
}
