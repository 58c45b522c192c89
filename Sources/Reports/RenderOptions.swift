package import Files

/// What a rendering writes and how.
package struct RenderOptions: Hashable, Sendable {
    package enum Format: String, CaseIterable, Sendable {
        case html
        case markdown = "md"
        case png
        case pdf
        case svg
        case csv
        case ods
        case json
        case docx
        case cms

        /// What is written where nothing is said: all but what needs another program or another's website.
        package static let usual = Set(allCases).subtracting([.docx, .cms])
    }

    package var formats: Set<Format>
    /// The date that documents carry, YYYY-MM-DD.
    package var date: String
    /// Whether warnings stop the work.
    package var isStrict: Bool
    /// The level of a document's title in pieces for websites, from 1 to 6.
    package var cmsTopLevel = 1
    /// The program that makes Word documents.
    package var pandoc: Program?
    /// The one document of each report that is wanted; nil for all of them.
    package var document: String?

    package init(formats: Set<Format>, date: String, isStrict: Bool, document: String? = nil) {
        self.document = document
        self.formats = formats
        self.date = date
        self.isStrict = isStrict
    }
}
