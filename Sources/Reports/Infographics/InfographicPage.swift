package import Charts
package import Diagnostics
package import Scene

/// An infographic of one report in one size: what it shows, and the same in words.
package struct InfographicPage: Hashable, Sendable {
    package var infographic: Infographic
    package var format: InfographicFormat
    /// The report and the template, for file names: "norfolk-council".
    package var name: String
    /// The looks of the report's theme.
    package var theme: ChartTheme

    /// What a PNG is drawn at, when nobody says otherwise.
    package var pixelsPerPoint: Double { format.pixelsPerPoint }
    package var size: Size { Size(format.width, format.height) }
    package var alternative: String { infographic.alternative }

    private var text: InfographicText { InfographicText(infographic) }

    /// Name and size, for file names: "norfolk-council-a4".
    package var fileName: String { "\(name)-\(format.name)" }

    /// The alternative text and a short post, as a file to copy from.
    package var captions: String { text.captions(of: fileName) }

    /// The page in words.
    package var markdown: [UInt8] { Array(text.markdown.utf8) }
    package var html: [UInt8] { Array(text.html.utf8) }

    /// The page laid out, to be written in any number of formats.
    ///
    /// Throws where it does not fit, with the name of the block that takes most room.
    package func laid(by studio: Studio) throws(Failure) -> LaidInfographic {
        do {
            return LaidInfographic(
                page: self,
                layout: try infographic.layout(format, measurer: studio.fonts, theme: theme))
        } catch {
            let block = error.block.map { "; the block '\($0)' takes most of it, \(error.share)%" } ?? ""
            throw Failure(
                "the infographic is \(Int(error.excess.rounded(.up))) points too tall for '\(format.name)' at its smallest type\(block)",
                hints: ["shorten its words, show fewer rows, or give it more columns"])
        }
    }
}
