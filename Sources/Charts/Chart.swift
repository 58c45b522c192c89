package import Scene

/// The words around the marks of a chart, all formatted.
package struct ChartWords: Hashable, Sendable {
    /// The message, a sentence.
    package var title: String
    /// The statistical title: measure, who, where, when.
    package var subtitle: String
    package var notes: [String]
    /// The text alternative; when nil the chart says its own figures.
    package var alternative: String?

    package init(
        title: String, subtitle: String, notes: [String] = [], alternative: String? = nil
    ) {
        self.title = title
        self.subtitle = subtitle
        self.notes = notes
        self.alternative = alternative
    }
}

/// A kind of chart: published values and their words, which lay themselves out at any width.
///
/// Every text comes formatted; percentages serve the geometry alone and must be the published ones.
package protocol Chart: Sendable {
    var words: ChartWords { get set }
    /// What must be said wherever the marks are drawn: how to read them, bases that the rows do not have.
    var readingNotes: [String] { get }
    /// All that the chart shows, as sentences.
    var spoken: String { get }
    /// Whether the title stands above the marks of a file; false where the marks say it themselves.
    var hasHeading: Bool { get }
    /// The key and marks in a width, in points, from their own origin.
    func body(width: Double, type: Typesetter) -> DrawnBody
}

extension Chart {
    package var readingNotes: [String] { [] }
    package var hasHeading: Bool { true }

    package var title: String { words.title }
    package var subtitle: String { words.subtitle }
    package var alternative: String? { words.alternative }
    package var notes: [String] {
        get { words.notes }
        set { words.notes = newValue }
    }

    /// The chart at `width` points: all layout decided.
    ///
    /// Below 560 points (without margins) labels stand above their marks.
    package func picture(
        width: Double, measurer: any TextMeasurer, theme: ChartTheme = .standard, parts: ChartParts = .all
    ) -> Picture {
        drawn(width: width, measurer: measurer, theme: theme, parts: parts).picture
    }

    /// The notes that belong under the chart when it is drawn so: those that the drawing calls for, how to read it,
    /// and its own.
    ///
    /// A page that prints the words itself (`.marksOnly`) prints these.
    package func footNotes(
        width: Double, measurer: any TextMeasurer, theme: ChartTheme = .standard,
        parts: ChartParts = .marksOnly
    ) -> [String] {
        drawn(width: width, measurer: measurer, theme: theme, parts: parts).notes
    }

    /// The picture and its notes.
    ///
    /// - Parameter isTight: whether bars are thinner and stand closer, so that a page holds the chart; no letter is smaller.
    package func drawn(
        width: Double, isTight: Bool = false, measurer: any TextMeasurer, theme: ChartTheme, parts: ChartParts
    ) -> (picture: Picture, notes: [String]) {
        let frame = frame(width: width, isTight: isTight, measurer: measurer, theme: theme, parts: parts)
        let body = body(width: frame.inner, type: frame.type)
        let notes = body.notes + readingNotes + notes
        return (frame.picture(around: body, notes: notes), notes)
    }

    private func frame(
        width: Double, isTight: Bool, measurer: any TextMeasurer, theme: ChartTheme, parts: ChartParts
    ) -> ChartFrame {
        ChartFrame(
            title: title, subtitle: subtitle, alternative: alternative ?? spoken, parts: parts,
            hasHeading: hasHeading, width: width, isTight: isTight, theme: theme, measurer: measurer)
    }
}
